"""Which of the times that words could mean is meant, and which words mean no time at all.

Examples are read as of 20 March 2013, a Wednesday, unless they say otherwise.
"""

from __future__ import annotations

import pytest

from dossier.edtf import parse
from dossier.model import TimeExpression
from dossier.read import read_source
from dossier.times import find_times
from dossier.times.matching import RULES
from dossier.times.patterns import CODES
from dossier.times.tense import BACK
from dossier.times.words import SHAPES, shape


def read(text: str, published: str = "2013-03-20") -> tuple[TimeExpression, ...]:
    sentences = [one for passage in read_source(text) for one in passage.sentences]
    return find_times(text, sentences, parse(published))


def dates(text: str, published: str = "2013-03-20") -> list[tuple[str, str | None]]:
    return [(one.text, one.edtf or one.value) for one in read(text, published)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The plan was announced in [October].", "2012-10"),
        ("They announced the plan in [October].", "2012-10"),
        ("She plans to retire in [October].", "2013-10"),
        ("The storm could hit as early as [Thursday].", "2013-03-21"),
        ("Smoke could be seen on [Sunday].", "2013-03-17"),
        ("Prices, which he hopes to cut in [October], rose.", "2013-10"),
        ("Prices were cut in [October].", "2012-10"),
        ("The festival takes place in [August].", "2013-08"),
        ("The report that was released in [June] is long.", "2012-06"),
        ("The siege ended in [June].", "2012-06"),
        ("The president won’t visit in [June].", "2013-06"),
        ("The president didn’t visit in [June].", "2012-06"),
        ("Her party won in [June].", "2012-06"),
        ("The law, passed in May, takes effect on [Friday].", "2013-03-22"),
        ("Elections are planned for [July].", "2013-07"),
        ("He had planned to leave in [July].", "2012-07"),
        ("A scheduled flight crashed in [June].", "2012-06"),
        ("It burned until [June], officials said.", "2012-06"),
        ("It will burn until [June], officials said.", "2013-06"),
        ("The truce was extended until [Friday].", "2013-03-22"),
        ("The rebels have until [Friday] to leave.", "2013-03-22"),
        ("They asked her to stay until [Friday].", "2013-03-22"),
        ("Until [Friday] they were there.", "2013-03-15"),
        ("Only she can win in [November].", "2013-11"),
        ("Then comes the prize-packed [April 19] vote.", "2013-04-19"),
        ("If she is elected in [November], he will go.", "2013-11"),
        ("She vowed to stay until the vote on April 7, perhaps until [September].", "2013-09"),
        ("The vote on April 7 follows one held in [July].", "2012-07"),
        ("It is to be paid on a still unspecified day in [January].", "2014-01"),
        ("Soldiers arrived before [dawn Sunday].", "2013-03-17"),
        ("The trial resumes on [Monday].", "2013-03-25"),
        ("Thursday is the deadline, he said on [Monday].", "2013-03-18"),
        ("The two leaders meet on [Monday].", "2013-03-25"),
        ("They did not meet on [Monday].", "2013-03-18"),
        ("He found it hard to meet demand over [the summer].", "2012-22"),
        ("It began, as planned, on [Monday].", "2013-03-18"),
        ("No trains before [Monday].", "2013-03-25"),
        ("Tolls have risen since [year-end].", "2012-12-21/2012-12-31"),
        ("Tolls will have risen by [year-end].", "2013-12-21/2013-12-31"),
        ("Even if she were to win in [November], he will go.", "2013-11"),
        ("They kept going until [Friday].", "2013-03-15"),
        ("He told the press of what she and the others want of the vote in [May].", "2013-05"),
        ("He told the press of what she wants of the vote in [May].", "2012-05"),
        ("He told the press of what she and the others want of the vote in [July].", "2012-07"),
        ("In a talk with the paper in [May], the mayor told of it.", "2012-05"),
        ("In [May], the town of which they speak so highly was shut.", "2012-05"),
        ("A poll in [February] shows whom they will choose.", "2013-02"),
    ],
)
def test_the_tense_of_the_clause_gives_the_direction(text: str, date: str) -> None:
    words = text[text.index("[") + 1 : text.index("]")]
    assert (words, date) in dates(text.replace("[", "").replace("]", ""))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They fought from Monday to Wednesday.", "2013-03-18", "2013-03-20"),
        ("They fought from Monday until Friday.", "2013-03-11", "2013-03-15"),
        ("They fought between Thursday and Saturday.", "2013-03-14", "2013-03-16"),
        ("Talks will run from Monday to Friday.", "2013-03-25", "2013-03-29"),
        ("The camp was full from May to August.", "2012-05", "2012-08"),
        ("The camp was full between February and November.", "2012-02", "2012-11"),
        ("The camp will be closed from May through August.", "2013-05", "2013-08"),
    ],
)
def test_the_end_of_a_run_comes_after_its_beginning(text: str, first: str, last: str) -> None:
    assert [one.edtf for one in read(text)] == [first, last]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("In 2009, protests began in May.", "2009-05"),
        ("Protests began in March 2009. By July, it was a war.", "XXXX-07"),
        ("Protests began on March 2, 2009. On July 4, shots fell.", "XXXX-07-04"),
        ("Protests began in March 2009. They ended in February.", "2013-02"),
        ("Protests began in March 2012. They ended in July.", "2012-07"),
        ("The firm, founded in 1998, lost money in May.", "2012-05"),
    ],
)
def test_a_month_in_a_story_of_old_is_not_taken_for_the_latest(text: str, last: str) -> None:
    assert dates(text)[-1][1] == last


@pytest.mark.parametrize(
    ("text", "value", "date"),
    [
        ("She will be back in [two weeks].", "2013-W14", "2013-03-31/2013-04-06"),
        ("In [two years] it will be shut.", "2015", "2015"),
        ("She swam it in [two hours].", "PT2H", None),
        ("She built it in [two weeks].", "P2W", None),
        ("Ships can cross in [two days].", "P2D", None),
        ("It will be the first vote in [20 years].", "P20Y", None),
        ("As mayor she would know in [six months].", "2013-09", None),
        (
            "They met Friday. They will vote Sunday. They spoke in [the evening].",
            "2013-03-20TEV",
            "2013-03-20",
        ),
        ("They came on Sunday. In [the morning] they left.", "2013-03-17TMO", "2013-03-17"),
        ("They came on Sunday. They will leave in [the morning].", "2013-03-20TMO", "2013-03-20"),
        ("She told the press [earlier Thursday morning].", "2013-03-14TMO", "2013-03-14"),
        ("Sunday is [the third day] of the siege.", "2013-03-17", "2013-03-17"),
        ("The ferry sails on [Monday] and Friday nights.", "XXXX-WXX-1TNI", None),
        ("The ferry sails on [Monday], Wednesday and Fridays.", "XXXX-WXX-1", None),
        ("The museum is open from [Monday] to Friday.", "XXXX-WXX-1", None),
        ("The museum is open Monday to [Friday].", "XXXX-WXX-5", None),
        ("The bank opened on [Monday].", "2013-03-18", "2013-03-18"),
    ],
)
def test_words_around_it_tell_a_day_from_a_length_and_from_what_recurs(
    text: str, value: str, date: str | None
) -> None:
    words = text[text.index("[") + 1 : text.index("]")]
    found = {one.text: one for one in read(text.replace("[", "").replace("]", ""))}
    assert (found[words].value, found[words].edtf) == (value, date)


@pytest.mark.parametrize(
    "text",
    [
        "More than 2,000 homes and 2000 jobs were lost.",
        "He may march; the sun may set; they spring and fall; a second man came second.",
        "Room 2012, flight 1549, No. 1984, page 1999.",
        "Call 020-7946-0958; it ended 3-2; the F-16; open 24/7.",
        "He heard it on ''60 Minutes'' and from the Midnight Crew.",
        "USA TODAY told him to imagine a tomorrow without it.",
        "The CBS program “60 Minutes” and the show This Week reported it.",
        "USA Today and The Daily Telegraph saw it on Saturday Night Live.",
        "He is in his 20s and she in her thirties.",
        "Black Friday sales rose.",
        "Sunday Oliseh scored twice.",
        "You can’t win their hearts overnight, she said.",
        "She could not recall the last day she slept.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert dates(text) == []


def test_earlier_this_week_is_the_week_before_on_its_first_day() -> None:
    text = "Earlier this week they left."
    assert dates(text, "2013-03-17") == [("Earlier this week", "2013-03-10/2013-03-16")]
    assert dates(text) == [("Earlier this week", "2013-03-17/2013-03-20")]


def test_capitals_mean_nothing_in_a_headline() -> None:
    assert dates("Syria Talks to Resume Next Week") == [("Next Week", "2013-03-24/2013-03-30")]


def test_at_a_sentence_s_beginning_capitals_mean_nothing() -> None:
    assert dates("Today is the day. “Tomorrow we go,” he said.") == [
        ("Today", "2013-03-20"),
        ("Tomorrow", "2013-03-21"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It evolved over three years.", "three years"),
        ("It has lasted for over three years.", "over three years"),
        ("The dead number 300 in over five years.", "over five years"),
    ],
)
def test_over_is_an_amount_only_where_it_says_more_than(text: str, found: str) -> None:
    assert [one.text for one in read(text)] == [found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ferry left at 7.30pm on Monday.", "2013-03-18T19:30"),
        ("It sank at 3:15 on Tuesday morning.", "2013-03-19T03:15"),
        ("It sank at 5 p.m. local time on Monday.", "2013-03-18T17:00"),
        ("It sank at 1430 GMT.", "2013-03-20T14:30"),
        ("It left on Monday at noon and came on Tuesday.", "2013-03-18T12:00"),
        ("On Sunday it left in the morning.", "2013-03-17TMO"),
        ("On Sunday it left; on Monday at noon it came.", "2013-03-18T12:00"),
    ],
)
def test_times_of_day(text: str, value: str) -> None:
    assert value in [one.value for one in read(text)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("ten years ago today", "2003-03-20"),
        ("a year ago this week", "2012-03-18/2012-03-24"),
        ("a week ago Friday", "2013-03-08"),
        ("the first week of April", "2013-04-01/2013-04-07"),
        ("the third Sunday in June", "2013-06-16"),
        ("the last day of February 2012", "2012-02-29"),
        ("the last weekend of March", "2013-03-30/2013-03-31"),
        ("Memorial Day 2012", "2012-05-28"),
        ("the 1800s", "1800/1899"),
        ("the 2000s", "200X"),
        ("Q3 2012", "2012-07/2012-09"),
        ("FY2012", "2012"),
        ("over the last century", "1900/1999"),
        ("in the next year or so", "2013-03-20/2014-03-20"),
        ("it will take a day or two", None),
        ("a year since the coup", None),
        ("65 million years ago", None),
    ],
)
def test_dates_in_one_expression(text: str, edtf: str | None) -> None:
    (found,) = read(f"They will say {text}.")
    assert (found.text in text, found.edtf) == (True, edtf)


@pytest.mark.parametrize("words", ["the quarter", "fourth quarter"])
def test_a_quarter_that_ended_with_a_month_is_its_three_months(words: str) -> None:
    found = read(f"In {words} ended July 31, tolls fell.")[0]
    assert (found.text, found.edtf) == (words, "2012-05/2012-07")


def test_every_past_form_that_a_rule_names_is_a_sign_of_the_past() -> None:
    assert RULES  # compiled, they have made their words known
    named = {word for word in CODES if word.islower() and shape(word) == SHAPES["verb"]}
    others = {word for word in named if CODES[word] not in BACK}
    assert others == {"aged", "expected", "hundred", "planned", "scheduled", "slated"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It said it had halted all freight until [Thursday].", "2013-03-21"),
        ("The bridge was closed until [Thursday].", "2013-03-21"),
        ("It will stay open until [Thursday].", "2013-03-21"),
        ("They stayed until [Thursday].", "2013-03-14"),
        ("It was at sea until [Thursday].", "XXXX-WXX-4"),
        ("Rain is forecast for [Friday].", "2013-03-22"),
        ("Analysts forecast a loss on [Friday].", "2013-03-15"),
    ],
)
def test_until_a_weekday_looks_ahead_where_something_is_at_a_stand(text: str, date: str) -> None:
    (found,) = read(text.replace("[", "").replace("]", ""))
    assert (found.edtf or found.value) == date


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        (
            "It fell in August 2008. It has risen since the start of the year.",
            "of the year",
            "2013",
        ),
        ("She sang on New Year’s Eve 1997. She has sung since November.", "November", "2012-11"),
        ("She sang on Bastille Day 1986. He died that Christmas.", "that Christmas", "1986-12-25"),
        ("He sang in the 1970s, and again a decade later.", "a decade later", "198X"),
    ],
)
def test_what_goes_on_to_the_report_is_counted_from_it(text: str, words: str, date: str) -> None:
    found = next(one for one in read(text) if one.text.endswith(words))
    assert (found.edtf or "")[: len(date)] == date


def test_a_time_of_day_in_a_story_of_long_ago_is_of_no_day() -> None:
    told = dates("She fell ill on January 12, 2011. She rang at 3 a.m. and died at 6.15 a.m.")
    assert told[1:] == [("3 a.m.", "XXXX-XX-XXT03:00"), ("6.15 a.m.", "XXXX-XX-XXT06:15")]


def test_a_feast_that_was_to_come_in_a_story_is_of_no_year() -> None:
    assert dates("She had booked a room for Easter.") == [("Easter", "XXXX-XX-XX")]
