"""Who says what: speaker, cue and content, as the words have it."""

from __future__ import annotations

import pytest

from dossier.model import Speech
from speech_reading import only, said, speech
from support import ROOT

ARTICLE = (ROOT / "seeds" / "battle-for-palmyra.txt").read_bytes().decode()
PARTS = {"title": 1, "standfirst": 2, "caption": 3}


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
    observatory = article("3")
    assert observatory.speaker == "sohr"
    assert observatory.speaker_text == (
        "The Syrian Observatory for Human Rights, a British-organization"
    )
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
