"""Turns that reports outside the article take, each as an independent review met it."""

from __future__ import annotations

import pytest

from speech_reading import only, said, speech

RATES = (
    "WELLINGTON, June 12 (Example News) – New Zealand’s central bank raised rates by a quarter"
    " point, its third increase since January, saying inflation was too high."
)


# --- Who it is that speaks ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "speaker_text"),
    [
        ("Vladimir Putin's spokesman denied it.", "Vladimir Putin's spokesman"),
        ("Assad’s forces said the town had fallen.", "Assad’s forces"),
        (
            "Vladimir Putin’s spokesman, Ali Hassan, denied the report.",
            "Vladimir Putin’s spokesman, Ali Hassan",
        ),
    ],
)
def test_whose_spokesman_it_is_does_not_speak(text: str, speaker_text: str) -> None:
    one = only(text)
    assert (one.voice, one.speaker, one.speaker_text) == ("speaker", None, speaker_text)


def test_a_spokesman_named_by_the_body_alone_speaks_for_it() -> None:
    assert only("A UNESCO spokesman said the town had fallen.").speaker == "unesco"


@pytest.mark.parametrize(
    ("text", "speaker_text"),
    [
        (
            "Ali Hassan, a baker from the town that was lost, said it was over.",
            "Ali Hassan, a baker from the town",
        ),
        (
            "UNESCO, the agency that documents sites, said the ruins were safe.",
            "UNESCO",
        ),
        (
            "“It is over,” said Ali Hassan, who has led the town for years.",
            "Ali Hassan",
        ),
        (
            "Residents who fled the city and walked for days said the shelling had stopped.",
            "Residents who fled the city and walked for days",
        ),
    ],
)
def test_a_speaker_is_put_without_what_an_aside_tells(text: str, speaker_text: str) -> None:
    assert only(text).speaker_text == speaker_text


# --- No speech ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Al-Assad said nothing.",
        "Al-Assad said nothing about the raid.",
        "The ministry has said little since.",
        "They said no more.",
        "She did not elaborate.",
        "The company did not comment on the report.",
        "The spokesman declined to comment.",
        "The various factions agreed to a temporary cease-fire late last month.",
        "The factions agreed to stop fighting.",
        "By Saturday night the water had fallen; rescue crews expect to reach the last villages.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert speech(text) == []


def test_nothing_can_begin_what_is_said() -> None:
    text = "Al-Assad said nothing had changed."
    assert said(text, only(text)) == ["nothing had changed"]


@pytest.mark.parametrize(
    ("text", "speaker_text", "content"),
    [
        (
            "A State Department spokeswoman said that talks were 'ongoing'; she did not elaborate.",
            "A State Department spokeswoman",
            "that talks were 'ongoing'",
        ),
        (
            "The mayor said that talks were “ongoing”; she declined to comment further.",
            "The mayor",
            "that talks were “ongoing”",
        ),
        (
            "The agency declined to comment and aides later said the claim was old.",
            "aides",
            "the claim was old",
        ),
        ("The bridge fell; officials said 12 people died.", "officials", "12 people died"),
        ("The ministry agreed that it had failed.", "The ministry", "that it had failed"),
    ],
)
def test_what_is_said_beside_silence(text: str, speaker_text: str, content: str) -> None:
    one = only(text)
    assert (one.speaker_text, said(text, one)) == (speaker_text, [content])


# --- One voice inside another ---------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Syrian state media said Tuesday, quoting a military source who said that 30 died.",
        "Syrian state media said Tuesday, citing a military source who said that 30 died.",
        "Syrian state media said Tuesday, quoting a military source as saying that 30 died.",
        "Syrian state media said Tuesday, citing a military source, that 30 died.",
    ],
)
def test_the_quoted_speak_through_the_outlet(text: str) -> None:
    one = only(text)
    assert (one.voice, one.speaker_text, one.via) == ("unnamed", "a military source", "state-media")
    assert (one.said.text if one.said else None) == "Tuesday"
    assert said(text, one) == ["that 30 died"]


@pytest.mark.parametrize("shown", ["a report shows", "documents show", "according to a report"])
def test_what_a_document_shows_was_said_by_those_it_shows(shown: str) -> None:
    text = f"Engineers warned on Monday that the dam could fail, {shown}."
    one = only(text)
    assert (one.speaker_text, said(text, one)) == ("Engineers", ["that the dam could fail"])
    assert (one.said.text if one.said else None) == "Monday"


@pytest.mark.parametrize(
    ("text", "speaker_text", "via", "day"),
    [
        (
            "“It is safe,” he said on Wednesday, according to the Associated Press.",
            "he",
            "ap",
            "Wednesday",
        ),
        (
            "The dam was safe, he said on Wednesday, according to the Associated Press.",
            "he",
            "ap",
            "Wednesday",
        ),
        (
            "Speaking to the broadcaster NRK, the mayor said the dam was safe.",
            "the mayor",
            "nrk",
            None,
        ),
        (
            "“It is safe,” the mayor said, speaking to the broadcaster NRK.",
            "the mayor",
            "nrk",
            None,
        ),
        (
            "In an interview with Le Monde published on Tuesday, the minister said it was safe.",
            "the minister",
            "le-monde",
            None,
        ),
        (
            "“It is safe,” the minister said in an interview with Le Monde published on Tuesday.",
            "the minister",
            "le-monde",
            None,
        ),
        ("The mayor told the newspaper Le Monde it was safe.", "The mayor", "le-monde", None),
        ("“It is safe,” he said by telephone, speaking to the AP.", "he", "ap", None),
        (
            "It is safe, according to a study published on Monday by the firm.",
            "a study",
            None,
            None,
        ),
        ("A report seen by the Guardian says the dam is unsafe.", "A report", "guardian", None),
        (
            "The dam is unsafe, according to a letter seen by the Guardian.",
            "a letter",
            "guardian",
            None,
        ),
        (
            "In an email seen by the Guardian, the engineer warned that the dam was unsafe.",
            "the engineer",
            "guardian",
            None,
        ),
        (
            "“It is safe,” the mayor said, according to a book on Assad.",
            "the mayor",
            None,
            None,
        ),
    ],
)
def test_through_whom(text: str, speaker_text: str, via: str | None, day: str | None) -> None:
    one = only(text)
    assert (one.speaker_text, one.via) == (speaker_text, via)
    assert (one.said.text if one.said else None) == day


# --- Datelines and remarks ------------------------------------------------------------


@pytest.mark.parametrize(
    "dateline",
    [
        "KESTREL BAY, Oct. 3 — ",
        "BEIRUT (AP) -- ",
        "BEIRUT — ",
        "Beirut (AP) – ",
        "WELLINGTON, June 12 (Example News) – ",
    ],
)
def test_a_dateline_says_nothing(dateline: str) -> None:
    text = f"{dateline}The town was lost, officials said."
    one = only(text)
    assert (one.speaker_text, said(text, one)) == ("officials", ["The town was lost"])
    assert one.said is None
    assert only(f"{dateline}Officials said the town was lost.").voice == "unnamed"
    assert only(f"{dateline}“It is lost,” the mayor said.").direct


def test_a_name_before_a_dash_is_no_dateline() -> None:
    assert only("UNESCO — the agency for culture — said it was lost.").speaker == "unesco"


def test_who_speaks_behind_a_dateline() -> None:
    one = only(RATES)
    assert (one.speaker_text, one.said) == ("New Zealand’s central bank", None)
    assert said(RATES, one) == ["inflation was too high"]


@pytest.mark.parametrize(
    ("text", "content", "day"),
    [
        (
            "The dam would be rebuilt, the king said on Monday — a promise he made on Friday.",
            "The dam would be rebuilt",
            "Monday",
        ),
        (
            "The dam would be rebuilt, the king said — a promise he made on Friday.",
            "The dam would be rebuilt",
            None,
        ),
        (
            "The king said on Monday the dam would be rebuilt — a promise he made on Friday.",
            "the dam would be rebuilt",
            "Monday",
        ),
        (
            "The king said the dam — a promise of his father — would be rebuilt.",
            "the dam — a promise of his father — would be rebuilt",
            None,
        ),
    ],
)
def test_a_remark_on_the_words_is_none_of_them(text: str, content: str, day: str | None) -> None:
    one = only(text)
    assert (said(text, one), one.said.text if one.said else None) == ([content], day)


# --- Where the words begin, and whose they are -----------------------------------------


def test_whom_dashes_part_from_a_quotation_is_no_part_of_it() -> None:
    text = "Councillor Ali Hassan — “We buried this twice already,” he says — left."
    one = only(text)
    assert (one.speaker_text, said(text, one)) == (
        "Councillor Ali Hassan",
        ["“We buried this twice already,”"],
    )


def test_what_leads_up_to_a_quotation_by_a_colon_is_no_part_of_it() -> None:
    text = "His deputy, Ali Hassan, did: “A motor does not catch cold,” she said."
    one = only(text)
    assert said(text, one) == ["“A motor does not catch cold,”"]


def test_a_quotation_with_spaces_inside_its_marks_as_french_has_it() -> None:
    text = "Ali Hassan said: « We do not know. » He left."
    one = only(text)
    assert said(text, one) == ["« We do not know. »"]


def test_a_quotation_split_by_went_on() -> None:
    text = "“She asked me,” he went on, “to water the tomatoes.”"
    one = only(text)
    assert said(text, one) == ["“She asked me,”", "“to water the tomatoes.”"]


@pytest.mark.parametrize(
    "text",
    [
        "After the war, life went on.",
        "The company will report results on May 12.",
        "The trains went on strike.",
    ],
)
def test_verbs_of_other_senses_do_not_speak(text: str) -> None:
    assert not speech(text)


@pytest.mark.parametrize(
    ("text", "speaker_text"),
    [
        ("In his kitchen, he sets his watch by it, then admits that it is slow.", "he"),
        ("It has a formula, which advocates say disadvantages schools.", "advocates"),
        (
            "According to a report made by the town and published in May, it was late.",
            "a report made by the town",
        ),
        ("The agency put the number of homeless at between 40 and 50.", "The agency"),
    ],
)
def test_who_it_is_behind_what_leads_to_the_cue(text: str, speaker_text: str) -> None:
    assert only(text).speaker_text == speaker_text
