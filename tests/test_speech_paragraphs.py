"""Speech over several paragraphs, under labels and in headlines, as papers print it."""

from __future__ import annotations

import pytest

from speech_reading import attributions, only, said, speech


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "The mayor said: “We will go on.\n\n“We will not stop.”\n\nThe ship sank."
    one = only(text)
    assert said(text, one) == ["“We will go on.", "“We will not stop.”"]


def test_a_quotation_left_open_belongs_to_the_one_who_is_named_after_it() -> None:
    text = "“We will go on.\n\n“We will not stop,” the mayor said."
    one = only(text)
    assert (one.speaker_text, one.passage) == ("the mayor", "2")
    assert said(text, one) == ["“We will go on.", "“We will not stop,”"]


def test_a_colon_waits_for_the_quotation_in_the_next_paragraph() -> None:
    text = "The mayor said:\n\n“It is bad. It will be worse.”\n\nThe ship sank."
    one = only(text)
    assert (one.speaker_text, one.direct) == ("The mayor", True)
    assert said(text, one) == ["“It is bad. It will be worse.”"]


def test_a_closed_quotation_alone_in_its_paragraph_is_probably_of_who_was_quoted_before() -> None:
    text = "“It was dark,” Lee said.\n\n“We ran for the door.”\n\n“Then we slept.”"
    first, *others = speech(text)
    assert (first.basis, said(text, first)) == ("stated", ["“It was dark,”"])
    assert [said(text, one) for one in others] == [["“We ran for the door.”"], ["“Then we slept.”"]]
    for one in others:
        assert (one.speaker_text, one.basis, one.cue) == ("Lee", "carried", None)


@pytest.mark.parametrize(
    "text",
    [
        "“Was it dark?” Lee asked.\n\n“We ran for the door.”",
        "“It was dark,” Lee said. The ship sank.\n\n“We ran for the door.”",
        "Lee said it was dark.\n\n“We ran for the door.”",
        "“It was dark,” witnesses said.\n\n“We ran for the door.”",
        "“It was dark,” Lee said.\n\n“We ran for the door.” It was shut.",
    ],
)
def test_behind_a_question_or_other_words_it_is_given_to_nobody(text: str) -> None:
    assert "“We ran for the door.”" not in [
        part for one in speech(text) for part in said(text, one)
    ]


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    text = "“It was dark, Lee said.\n\nThe ship sank, the mayor said."
    assert [one.speaker_text for one in speech(text)][-1] == "the mayor"
    assert all("\n\n" not in part for one in speech(text) for part in said(text, one))


def test_quotation_marks_within_others_part_nothing() -> None:
    text = "“He told me, ‘You will stay,’ and he laughed,” said Amal Haddad, who left."
    one = only(text)
    assert one.speaker_text == "Amal Haddad"
    assert said(text, one) == ["“He told me, ‘You will stay,’ and he laughed,”"]


@pytest.mark.parametrize("mark", ["—", "–", "―", "--"])
def test_a_quotation_may_be_signed(mark: str) -> None:
    text = f"“We lost the house.” {mark} Ann Lee, a baker"
    one = only(text)
    assert (one.speaker_text, one.direct) == ("Ann Lee", True)
    assert said(text, one) == ["“We lost the house.”"]


def test_a_transcript_is_known_by_labels_that_take_turns() -> None:
    text = "HOST: Did it hold?\n\nMAYOR: It did, for a while.\n\nHOST: And then?"
    assert [(one.speaker_text, said(text, one)) for one in speech(text)] == [
        ("HOST", ["Did it hold?"]),
        ("MAYOR", ["It did, for a while."]),
        ("HOST", ["And then?"]),
    ]
    assert not speech("UPDATE: The road is open.\n\nThe shops are, too.")


def test_a_headline_has_a_speaker_only_where_the_text_has_them_speak() -> None:
    report = "\n\nThe levee held, Mayor Roe said on Monday."
    assert speech("Roe: levee to hold all week" + report)[0].speaker_text == "Roe"
    assert len(speech("Floods: levee to hold all week" + report)) == 1
    assert speech("Poll: most would leave" + report)[0].speaker_text == "Poll"


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "On Sunday’s “Meet the Week,” Gov. Jane Roe (X-OH) said the levee would hold.",
            "Gov. Jane Roe",
            "the levee would hold",
        ),
        (
            "The town “has never seen so much water,” Jane Roe said.",
            "Jane Roe",
            "The town “has never seen so much water,”",
        ),
        ("Those talks are continuing, he said.", "he", "Those talks are continuing"),
        (
            "Jane Roe, whose house was widely seen as lost, said that it stood.",
            "Jane Roe",
            "that it stood",
        ),
        (
            "The mayor, citing “the strength of the wall,” said the town was safe.",
            "The mayor",
            "the town was safe",
        ),
        ("Said Roe: “I have not been told.”", "Roe", "“I have not been told.”"),
        (
            "According to police officers, the car that the man drove was stolen.",
            "police officers",
            "the car that the man drove was stolen",
        ),
        (
            "The wall, which an inquiry said was too low, did not hold.",
            "an inquiry",
            "was too low",
        ),
        ("“It’s bad for us,“ said Jane Roe, a baker.", "Jane Roe, a baker", "“It’s bad for us,“"),
        ("She was quoted as saying by NRK that the dam was old.", "She", "that the dam was old"),
    ],
)
def test_who_speaks_and_what_they_say(text: str, speaker: str, content: str) -> None:
    one = speech(text)[-1]
    assert (one.speaker_text, said(text, one)) == (speaker, [content])


@pytest.mark.parametrize(
    "text",
    [
        "The storm, called Ida, came ashore.",
        "Mr. Roe called Naghmeh Abedini.",
        "The seats went according to plan.",
        "The town of Osk: a short history",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert not attributions(text)
