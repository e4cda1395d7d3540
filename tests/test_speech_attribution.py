"""Through whom words reach the source, when they were said, and for whom a pronoun stands."""

from __future__ import annotations

import pytest

from speech_reading import attributions, only, said, speech

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


@pytest.mark.parametrize(
    ("text", "manner", "voice"),
    [
        ("Assad wants peace.", "wanted", "source"),
        ("Officials plan to close the road.", "wanted", "source"),
        ("Assad believes that the town fell.", "thought", "speaker"),
        ("Residents fear the dam will break.", "thought", "unnamed"),
        ("Assad hopes for peace.", "wanted", "source"),
        ("Assad remembers: “There was flour on every door.”", "said", "speaker"),
        ("Assad said the town fell.", "said", "speaker"),
        ("“It fell,” Assad hoped.", "said", "speaker"),
    ],
)
def test_what_is_thought_or_wanted_is_not_what_is_said(text: str, manner: str, voice: str) -> None:
    (one,) = attributions(text)
    assert (one.manner, one.voice) == (manner, voice)
    assert one.said is None or manner == "said"


def test_an_outlet_only_hands_on_what_it_reports_that_another_said() -> None:
    text = "The BBC reported on Friday that the minister had said the talks would go on."
    one = only(text)
    assert (one.speaker_text, said(text, one)) == ("the minister", ["the talks would go on"])
    assert one.via_span is not None
    assert text[slice(*one.via_span)] == "The BBC"


def test_who_passes_on_anothers_words_speaks_for_themselves() -> None:
    text = "Anna Roe said the mayor had told her that the wall would fall."
    one = only(text)
    assert one.speaker_text == "Anna Roe"
    assert said(text, one) == ["the mayor had told her that the wall would fall"]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("• 19:40 – The road is shut, the mayor said.", "the mayor", "The road is shut"),
        ("18.20 – “We lost it,” Lee said.", "Lee", "“We lost it,”"),
        ("“We ran”, said محمد الخطيب, who keeps a shop.", "محمد الخطيب", "“We ran”"),
        (
            "At least 230 homes are dark, says Osk Energy.",
            "Osk Energy",
            "At least 230 homes are dark",
        ),
        ("At least 230 homes dark, says Osk Energy.", "Osk Energy", "At least 230 homes dark"),
    ],
)
def test_updates_by_the_hour_and_names_in_any_letters(
    text: str, speaker: str, content: str
) -> None:
    one = only(text)
    assert (one.speaker_text, said(text, one)) == (speaker, [content])


@pytest.mark.parametrize("number", ["1. ", "12) ", "(3) "])
def test_the_number_in_a_list_is_no_part_of_who_speaks(number: str) -> None:
    text = f"What is known:\n\n{number}The mayor says the power failed."
    one = only(text)
    assert one.speaker_text == "The mayor"
