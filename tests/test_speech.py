"""Who says what: speaker, cue, content, outlet and day, as the words have it."""

from __future__ import annotations

from datetime import date

import pytest

from dossier.model import Mention, Speech, TimeExpression
from dossier.read import read_source
from dossier.speech import find_speech
from support import ROOT

ARTICLE = (ROOT / "seeds" / "battle-for-palmyra.txt").read_bytes().decode()
PARTS = {"title": 1, "standfirst": 2, "caption": 3}
NAMES = {
    "ISIS": "islamic-state",
    "Islamic State": "islamic-state",
    "UNESCO": "unesco",
    "United Nations": "un",
    "Assad": "assad",
    "Bashar al-Assad": "assad",
    "Russia": "russia",
    "Syrian Observatory for Human Rights": "sohr",
    "Maamoun Abdulkarim": "abdulkarim",
    "Khaled Nasser": "nasser",
    "Associated Press": "ap",
    "AP": "ap",
    "state media": "state-media",
    "State media": "state-media",
    "Khaled al-Asaad": "asaad",
    "Damascus": "damascus",
}
DAYS = ("Sunday", "Saturday", "Monday", "Friday", "last week", "in May", "2011")


def mentions_in(text: str) -> list[Mention]:
    """Whole words, the longest name first: what the gazetteer would give."""
    found: list[Mention] = []
    for name in sorted(NAMES, key=len, reverse=True):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            whole = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
            if (
                whole
                and text[at - 1 : at] != "-"
                and all(end <= m.start or at >= m.end for m in found)
            ):
                found.append(Mention(NAMES[name], "", at, end))
            at = text.find(name, end)
    return found


def times_in(text: str) -> list[TimeExpression]:
    return [
        TimeExpression("", at, at + len(day), day, "DATE", "", "2016-03-27", date.min, None, "")
        for day in DAYS
        for at in range(len(text))
        if text.startswith(day, at)
    ]


def speech(text: str, parts: dict[str, int] | None = None) -> list[Speech]:
    sentences = [s for p in read_source(text, parts) for s in p.sentences]
    return list(find_speech(text, sentences, mentions_in(text), times_in(text)))


def said(text: str, one: Speech) -> list[str]:
    return [text[start:end] for start, end in one.content]


def only(text: str) -> Speech:
    (one,) = speech(text)
    return one


def article(passage: str, number: int = 0) -> Speech:
    return [s for s in speech(ARTICLE, PARTS) if s.passage == passage][number]


# --- The article, as a hostile editor would read it -----------------------------------


@pytest.mark.parametrize(
    ("passage", "number", "speaker", "speaker_text", "via", "day"),
    [
        ("2", 0, "state-media", "Syrian state media", None, "Sunday"),
        ("2", 1, "state-media", "State media", None, None),
        ("4", 0, None, "Russia’s ministry of defense", None, "Saturday"),
        ("6", 0, "islamic-state", "ISIS fighters", None, None),
        ("9", 0, "assad", "Assad", "state-media", "Sunday"),
        ("10", 0, None, "A member of the anti-Assad opposition coalition", None, None),
        ("10", 1, "nasser", "Khaled Nasser", "ap", None),
    ],
)
def test_who_says_it_in_the_article(  # noqa: PLR0913, PLR0917 -- a row a statement
    passage: str,
    number: int,
    speaker: str | None,
    speaker_text: str,
    via: str | None,
    day: str | None,
) -> None:
    one = article(passage, number)
    assert (one.voice, one.speaker, one.speaker_text) == ("speaker", speaker, speaker_text)
    assert one.via == via
    assert (one.said.text if one.said else None) == day


def test_a_name_in_a_modifier_does_not_speak() -> None:
    assert article("3").speaker == "sohr"
    assert article("6", 1).speaker == "unesco"
    assert article("8").speaker == "abdulkarim"


def test_the_associated_press_hands_on_what_another_said() -> None:
    one = article("8")
    assert (one.via, one.direct, one.said) == ("ap", True, None)
    assert said(ARTICLE, one) == ["“we will rebuild what you have destroyed,”"]


def test_reportedly_names_nobody() -> None:
    one = article("7")
    assert (one.voice, one.speaker, one.speaker_text) == ("unnamed", None, "reportedly")
    assert said(ARTICLE, one)[0].startswith("refused to reveal the location")


def test_content_has_no_cue_and_no_attribution() -> None:
    one = article("9")
    assert said(ARTICLE, one) == [
        (
            "the Palmyra operation as a “significant achievement” offering “new evidence of the"
            " effectiveness of the strategy espoused by the Syrian army and its allies in the war"
            " against terrorism,”"
        )
    ]
    assert not one.direct


# --- Turns of phrase ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "“The town has fallen,” said the mayor, Ali Hassan.",
            "the mayor, Ali Hassan",
            ["“The town has fallen,”"],
        ),
        ("“It fell,” he said. “We fled.”", "he", ["“It fell,”", "“We fled.”"]),
        (
            "“We will stay,” Ali Hassan said, “until they leave.”",
            "Ali Hassan",
            ["“We will stay,”", "“until they leave.”"],
        ),
        (
            "According to the ministry, the bridge was destroyed.",
            "the ministry",
            ["the bridge was destroyed"],
        ),
        (
            "The bridge was destroyed, according to the ministry.",
            "the ministry",
            ["The bridge was destroyed"],
        ),
        (
            "The bridge, she said, was destroyed.",
            "she",
            ["The bridge", "was destroyed"],
        ),
        (
            "In Cairo, Omar Sharif, a spokesman for the army, said on Monday that it had left.",
            "Omar Sharif, a spokesman for the army",
            ["that it had left"],
        ),
        (
            "The town fell and the governor said he had fled.",
            "the governor",
            ["he had fled"],
        ),
        (
            "He met the king and told reporters that talks would go on.",
            "He",
            ["that talks would go on"],
        ),
        (
            "Residents who fled the city said the shelling had stopped.",
            "Residents who fled the city",
            ["the shelling had stopped"],
        ),
        (
            "The agency quoted the general as saying that the road was open.",
            "the general",
            ["that the road was open"],
        ),
        (
            "The minister’s claim that the road was open was mocked.",
            "The minister’s",
            ["that the road was open"],
        ),
        ("Ali Hassan: “The road is open.”", "Ali Hassan", ["“The road is open.”"]),
        (
            "When asked about it, the mayor denied the report.",
            "the mayor",
            ["the report"],
        ),
        (
            "Zeina Khodr, reporting from Beirut, said the offensive had stalled.",
            "Zeina Khodr",
            ["the offensive had stalled"],
        ),
        (
            "“It was gas,” the doctor, who asked not to be named, said.",
            "the doctor",
            ["“It was gas,”"],
        ),
        (
            "The group, also known as Daesh, claimed that it had won.",
            "The group",
            ["that it had won"],
        ),
        (
            "Lavrov was quoted by the Interfax news agency as saying that Moscow would respond.",
            "Lavrov",
            ["that Moscow would respond"],
        ),
        (
            "The observatory said at least 12 people were killed.",
            "The observatory",
            ["at least 12 people were killed"],
        ),
        (
            "Officials warned the death toll could rise.",
            "Officials",
            ["the death toll could rise"],
        ),
        (
            "The army fled, his family said, but officials denied the report.",
            "officials",
            ["the report"],
        ),
        (
            "Prime Minister Theresa May said growth would slow to 2.1%.",
            "Prime Minister Theresa May",
            ["growth would slow to 2.1%"],
        ),
        (
            "Ali Hassan, a baker who said he was tired, left.",
            "Ali Hassan, a baker who",
            ["he was tired"],
        ),
        (
            "He is believed to have fled.",
            "is believed",
            ["He", "to have fled"],
        ),
        (
            "‘We are tired,’ Mrs Khan said.",
            "Mrs Khan",
            ["‘We are tired,’"],
        ),
        (
            "The general, who said he was tired, called for a truce.",
            "The general",
            ["a truce"],
        ),
    ],
)
def test_turns_of_phrase(text: str, speaker: str, content: list[str]) -> None:
    one = speech(text)[-1]
    assert (one.speaker_text, said(text, one)) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "The said man left.",
        "Three states that border the sea were hit.",
        "A film called “The Road” was shown.",
        "She called her mother to congratulate her.",
        "He found the town empty.",
        "The army added two tanks to its force.",
        "Claims were filed and reports written.",
        "The man accused of murder fled.",
        "They plan to go to the market.",
        "No group claimed responsibility for it.",
        "The agency could not verify the claim.",
        "Editor’s note: this page was changed.",
    ],
)
def test_what_is_no_speech(text: str) -> None:
    assert speech(text) == []


# --- Nobody named ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the bridge was open.",
        "Sources close to the talks said they had failed.",
        "It was reported that the bridge was open.",
        "The king is said to have fled.",
        "The king allegedly fled.",
        "“The bridge is open,” said a senior Western official.",
        "The bridge was open, according to witnesses.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    one = only(text)
    assert (one.voice, one.speaker) == ("unnamed", None)


def test_a_named_official_is_somebody() -> None:
    assert only("A senior official, Ali Hassan, said the bridge was open.").voice == "speaker"


# --- Through whom ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“It is over,” Khaled Nasser told the AP.", "the AP"),
        ("“It is over,” Khaled Nasser told reporters.", None),
        ("“It is over,” Khaled Nasser told state television on Monday.", "state television"),
        ("Khaled Nasser told the United Nations that it was over.", None),
        ("Khaled Nasser said it was over, the Daily Gazette reported.", "the Daily Gazette"),
        ("Khaled Nasser told a press conference that it was over.", None),
        ("Speaking to the Daily Gazette, Khaled Nasser said it was over.", "the Daily Gazette"),
    ],
)
def test_only_an_outlet_hands_words_on(text: str, via: str | None) -> None:
    one = only(text)
    assert one.speaker == "nasser"
    assert (text[slice(*one.via_span)] if one.via_span else None) == via


# --- When -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Assad said Monday that the war was over.", "Monday"),
        ("Assad said on Monday the war was over.", "Monday"),
        ("On Monday, Assad said the war was over.", "Monday"),
        ("Assad on Monday said the war was over.", "Monday"),
        ("“The war is over,” Assad said on Monday.", "Monday"),
        ("Assad said the war ended Monday.", None),
        ("Assad, who has been at war since 2011, said it was over.", None),
        ("The war ended on Monday, Assad said.", None),
    ],
)
def test_a_day_in_the_attribution_is_the_day_of_saying(text: str, day: str | None) -> None:
    one = only(text)
    assert one.speaker == "assad"
    assert (one.said.text if one.said else None) == day


# --- Carried --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Khaled Nasser said it was over. He said he was glad.", "nasser"),
        ("UNESCO said it was over. It called the raid a crime.", "unesco"),
        ("UNESCO said it was over. He said he was glad.", None),
        ("Khaled Nasser said so. Ali Hassan met the king. He said he was glad.", None),
        ("He said he was glad.", None),
        ("Mrs. Khaled Nasser said it was over. He said he was glad.", None),
    ],
)
def test_a_pronoun_stands_for_the_last_speaker(text: str, speaker: str | None) -> None:
    one = speech(text)[-1]
    assert (one.basis, one.speaker) == ("carried", speaker)


def test_a_stated_speaker_is_not_carried() -> None:
    assert only("Khaled Nasser said it was over.").basis == "stated"


# --- An outlet that cites, and stances ------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The Daily Gazette, citing two officials, reported that the raid was over.",
        "The raid was over, the Daily Gazette reported, citing two officials.",
        "Citing two officials, the Daily Gazette said the raid was over.",
    ],
)
def test_the_cited_speak_through_the_outlet(text: str) -> None:
    one = only(text)
    assert (one.voice, one.speaker_text) == ("unnamed", "two officials")
    assert one.via_span
    assert text[slice(*one.via_span)].lower() == "the daily gazette"


def test_stances_are_read_only_where_asked_for_and_in_the_source_s_own_voice() -> None:
    text = "Assad wants peace. He said so."
    sentences = [s for p in read_source(text) for s in p.sentences]
    assert [s.speaker_text for s in speech(text)] == ["He"]
    held, spoken = find_speech(text, sentences, mentions_in(text), (), with_stances=True)
    assert (held.voice, held.speaker_text, said(text, held)) == ("source", "Assad", ["peace"])
    assert spoken == speech(text)[0]
