"""The rules for dates: what they look like, how they are read, and an example, which is the test.

Adding a rule is adding a line.  The longest match wins, of equals the rule that comes first.
Examples are read as of 30 March 2016, a Wednesday, unless they say otherwise.
"""

from __future__ import annotations

from . import read_dates as d
from . import read_distance as t
from . import read_feasts
from . import read_relative as r
from . import read_spans as s
from . import read_weekdays as w
from . import read_years as y
from .reading import Rule, eg

_THIS = "the? <which: last|next|this|this past|this coming|coming|previous|following>"

DAYS = (
    Rule("<code: {fraction}>", d.attacks_of_2001,
         eg("since [9/11], he", "2001-09-11", "2001-09-11"),
         not_before="{unit} {units}"),
    Rule("{month} <dom: {dayno}>", d.attacks_of_2001,
         eg("the [Sept. 11] attacks", "2001-09-11", "2001-09-11"),
         before="attack attacks terrorist terror hijackers hijackings commission memorial era"),
    Rule("{month} <dom: {dayno}>", d.attacks_of_2001,
         eg("in the post-[Sept. 11] world", "2001-09-11", "2001-09-11"), after="the post -"),
    Rule("{numeric}", d.numeric, eg("dated [2016-03-27]", "2016-03-27", "2016-03-27")),
    Rule("{edge}? ({weekday} ,?)? {month} {dom} (,? {year})?", d.calendar_day,
         eg("on [Sunday, March 27, 2016], he", "2016-03-27", "2016-03-27")),
    Rule("({weekday} ,?)? {month} {dom} ,? {whichyear}", d.calendar_day,
         eg("seized on [May 20 last year]", "2015-05-20", "2015-05-20")),
    Rule("({weekday} ,?)? (the? <dom: {dayno} (st|nd|rd|th)?> of?) {month} ,? {whichyear}",
         d.calendar_day, eg("seized on [20 May of last year]", "2015-05-20", "2015-05-20")),
    Rule("(this coming|this|next|last) ({weekday} ,?)? {month} {dom}", d.calendar_day,
         eg("he leaves [this Friday, April first]", "2016-04-01", "2016-04-01")),
    Rule("{edge}? ({weekday} ,?)? <dom: {dayno} of? | the? {dayno} (st|nd|rd|th) of?"
         " | the? {ordinalword} of> {month}"
         " (,? {year})?", d.calendar_day,
         eg("seized on [20 May 2015]", "2015-05-20", "2015-05-20")),
    Rule("{month} <dom: {dayno}> (-|–|to) <until: {dayno}> (,? {year})?", s.span_of_days,
         eg("held on [March 7-9]", "2016-03-07/2016-03-09", "2016-03-07/2016-03-09")),
    Rule("<dom: {dayno}> (-|–|to) <until: {dayno}> {month} (,? {year})?", s.span_of_days,
         eg("held on [7–9 March 2016]", "2016-03-07/2016-03-09", "2016-03-07/2016-03-09")),
    Rule("{month} <dom: {dayno}> (, <second: {dayno}> ,?)? and <until: {dayno}> (,? {year})?",
         s.days_in_a_row, eg("held on [March 3, 4 and 5]", "2016-03-03/2016-03-05",
         "2016-03-03/2016-03-05")),
    Rule("<dom: {dayno}> (, <second: {dayno}> ,?)? and <until: {dayno}> {month} (,? {year})?",
         s.days_in_a_row, eg("held on [3 and 4 March]", "2016-03-03/2016-03-04",
         "2016-03-03/2016-03-04")),
    Rule("<dom: {dayno}> (st|nd|rd|th)?", s.day_before_another,
         eg("held on [3] and 9 March", "2016-03-03", "2016-03-03"), before="and or ,",
         after="on of from between since until by"),
    Rule("<dom: {dayno}> (st|nd|rd|th)?", s.day_among_others,
         eg("held on March 3, [9] and 12", "2016-03-09", "2016-03-09"), before="and or",
         after=","),
    Rule("<dom: {dayno}> (st|nd|rd|th)? (,? {year})?", s.day_after_another,
         eg("held on March 3 and [9]", "2016-03-09", "2016-03-09"), after="and or",
         before="^ . , ; : ) and or in at by for with when but to from as"),
    Rule("the <dom: {dayno} (st|nd|rd|th)>", s.day_of_the_month,
         eg("he left on [the 27th]", "2016-03-27", "2016-03-27"),
         after="on since until by before after", before="^ . , ; : ) and or in at by for with when"
         " but to from as"),
    Rule("the? eve of (the? <dom: {dayno} (st|nd|rd|th)? of?> {month}) (,? {year})?", s.eve_of_day,
         eg("he left on [the eve of 27 March]", "2016-03-26", "2016-03-26")),
    Rule("the? eve of {month} {dom} (,? {year})?", s.eve_of_day,
         eg("he left on [the eve of March 27, 2015]", "2015-03-26", "2015-03-26")),
    Rule("(early|mid|late)? -? <week: midweek | mid - week>", r.midweek,
         eg("the rain came [midweek]", "2016-W13", "2016-03-29/2016-03-31")),
    Rule("{month} <dom: {dayno}> <between: and> <until: {dayno}> (,? {year})?", s.span_of_days,
         eg("held between [March 3 and 7]", "2016-03-03/2016-03-07", "2016-03-03/2016-03-07"),
         after="between"),
    Rule("<dom: {dayno}> <between: and> <until: {dayno}> {month} (,? {year})?", s.span_of_days,
         eg("held between [3 and 7 March 2015]", "2015-03-03/2015-03-07",
         "2015-03-03/2015-03-07"), after="between"),
    Rule("<dom: {dayno}> - {month} - {year}", d.calendar_day,
         eg("stamped [27-Mar-2016] at", "2016-03-27", "2016-03-27")),
    Rule("the? week (of|<bound: beginning|starting|commencing>) on? ({weekday} ,?)?"
         " (the? <dom: {dayno} (st|nd|rd|th)?> of?) {month} (,? {year})?", s.week_of_day,
         eg("in [the week beginning 14 March]", "2016-W11", "2016-03-14/2016-03-20")),
    Rule("the? week (of|<bound: beginning|starting|commencing>) on? ({weekday} ,?)? {month} {dom}"
         " (,? {year})?", s.week_of_day,
         eg("in [the week of March 16]", "2016-W11", "2016-03-13/2016-03-19")),
    Rule("{edgeofday}? <weekday: {fullweekday}>", w.weekday,
         eg("he said [Sunday]", "2016-03-27", "2016-03-27"), not_before="times telegraph mirror",
         not_after="black bloody super ash palm cyber maundy shrove one"),
    Rule("<weekday: {shortweekday} .>", w.weekday,
         eg("he said [Fri.]", "2016-03-25", "2016-03-25"), not_after="the"),
    Rule("<weekday: {fullweekday}> ,? of? <ofweek: last|this|next> week", w.weekday_of_week,
         eg("he left on [Monday of last week]", "2016-03-21", "2016-03-21")),
    Rule("<weekday: {fullweekday}> week", w.week_from_weekday,
         eg("he leaves on [Sunday week]", "2016-04-10", "2016-04-10"), after="on by until from"),
    Rule("a week (on|from) <weekday: {fullweekday}>", w.week_from_weekday,
         eg("he leaves [a week on Friday]", "2016-04-08", "2016-04-08")),
    Rule("<weekday: {fullweekday}> ,? the <dom: {dayno} (st|nd|rd|th)>", w.weekday_of_number,
         eg("he left on [Sunday the 27th]", "2016-03-27", "2016-03-27")),
    Rule("<weekday: {fullweekday}> <which: last>", w.weekday,
         eg("he left on [Tuesday last], she said", "2016-03-29", "2016-03-29"),
         before="^ . , ; :"),
    Rule("<amount: {ones}> {weekdays} ago", w.weekdays_ago,
         eg("he left [two Sundays ago]", "2016-03-20", "2016-03-20")),
    Rule("the? <nth: first|second|third|fourth|fifth|last|final>"
         " <unit: day|week|weekend|{fullweekday}> (of|in) {month} (,? {year})?", r.nth_in_month,
         eg("it fell in [the last week of August]", "2015-W35", "2015-08-25/2015-08-31")),
    Rule("the <nth: first|second> half of {month} (,? {year})?", r.half_of_month,
         eg("it fell in [the second half of March]", "2016-03", "2016-03-16/2016-03-31")),
    Rule(_THIS + " <weekday: {fullweekday}> (,? {month} {dom})?", w.weekday,
         eg("he left [last Wednesday]", "2016-03-23", "2016-03-23")),
    Rule("{edgeofday}? <nearday: today|yesterday|tomorrow|the day before yesterday"
         "|the day after tomorrow>", w.near_day,
         eg("he left [late yesterday]", "2016-03-29", "2016-03-29"), not_after="a"),
)  # fmt: skip

MONTHS = (
    Rule("{edge}? {month} (of|,|in)? {year}", d.calendar_month,
         eg("the [late September 2015] talks", "2015-09", "2015-09-21/2015-09-30")),
    Rule("{edge}? {month} {whichyear}", d.calendar_month,
         eg("overrun in [May of last year]", "2015-05", "2015-05")),
    Rule("{edge}? " + _THIS + " <month: {fullmonth}>", d.calendar_month,
         eg("signed [last May]", "2015-05", "2015-05")),
    Rule("{edge}? <month: {fullmonth} | {shortmonth} .>", d.calendar_month,
         eg("it was seized in [May]", "2015-05", "2015-05"), not_after="{name} ^ black",
         not_before="{name} on of said says told tells"),
    Rule("{edge}? <month: {fullmonth}>", d.calendar_month,  # "May agreed" may be a person
         eg("[May] was wet", "2015-05", "2015-05"), after="^",
         not_before="{name} {verb} on of said says told tells"),
    Rule("{edge}? <month: {fullmonth}>", d.calendar_month,
         eg("In [August] Coast Guard boats came", "2015-08", "2015-08"), not_before="on of",
         after="in since by until from through during before after"),
)  # fmt: skip

SEASONS = (
    Rule("{edge}? the? {season} (of|,|in)? {year} ((-|–|/) ({dayno}|{twodigits}))?",
         d.calendar_season,
         eg("began in [summer 2015]", "2015-SU", "2015-22")),
    Rule("<whichyear: that> <month: {fullmonth}>", d.calendar_month,
         eg("in 2009 he came; [that October] he left", "2009-10", "2009-10"), not_before="{dayno}"),
    Rule("<whichyear: that> {season}", d.calendar_season,
         eg("in 2009 he came; [that autumn] he left", "2009-FA", "2009-23")),
    Rule("{edge}? the? {season} {whichyear}", d.calendar_season,
         eg("began in [the spring of last year]", "2015-SP", "2015-21")),
    Rule("{edge}? " + _THIS + " {season}", d.calendar_season,
         eg("[Last summer], they came", "2015-SU", "2015-22")),
    Rule("the? {season}", d.calendar_season, eg("it ended over [the summer]", "2015-SU", "2015-22"),
         after="in during over through since until by throughout into", not_before="of from to"),
    Rule("the? {edge} {season}", d.calendar_season,
         eg("until [the late spring] it snowed", "2016-SP", "2016-05"),
         not_before="of to"),
)  # fmt: skip

_NTH = "<nth: first|second|third|fourth|final|last>"
_PART = "<partunit: quarter|half>"
_TWO = "<two: (first|last|final) two quarters>"

QUARTERS = (
    Rule("<own: fiscal>? -? <nth: first|second|third|fourth> - <partunit: quarter>",
         d.part_of_year, eg("the [fourth-quarter] loss", "2015-Q4", "2015-10/2015-12")),
    Rule("{edge}? the? <own: fiscal>? -? <nth: first|second|third|fourth|final>"
         " <partunit: quarter>", d.part_of_year,
         eg("ferries paid [the fourth quarter] late", "2015-Q4", "2015-10/2015-12")),
    Rule("{edge}? the? <own: fiscal>? -? " + _NTH + " -? " + _PART + " (of|in)? fiscal? {year}",
         d.part_of_year,
         eg("since [the second quarter of 2009]", "2009-Q2", "2009-04/2009-06")),
    Rule("{edge}? the? " + _NTH + " -? " + _PART + " {whichyear}", d.part_of_year,
         eg("rose in [the first half of last year]", "2015-H1", "2015-01/2015-06")),
    Rule("(at (least|most))? the? " + _TWO + " (of|in) {year}", d.two_quarters,
         eg("through [the first two quarters of 2009]", "2009-H1", "2009-01/2009-06")),
    Rule("the? " + _TWO + " {whichyear}", d.two_quarters,
         eg("through [the first two quarters of next year]", "2017-H1", "2017-01/2017-06")),
    Rule("q <nth: {dayno}> (of|in|,)? {year}", d.part_of_year,
         eg("in [Q3 2012] it rose", "2012-Q3", "2012-07/2012-09")),
    Rule("{edge}? q <nth: {dayno}>", d.part_of_year,
         eg("prices rose in [Q4]", "2015-Q4", "2015-10/2015-12"), not_before="-"),
    Rule("{edge}? the? {year} " + _NTH + " -? " + _PART, d.part_of_year,
         eg("since [the 2009 fourth quarter]", "2009-Q4", "2009-10/2009-12")),
    Rule("the? <whichyear: (last|this|next) year ' s> " + _NTH + " -? " + _PART, d.part_of_year,
         eg("until [next year’s second half]", "2017-H2", "2017-07/2017-12")),
    Rule("the? <ago: {yearago}> " + _NTH + " -? " + _PART, d.part_of_year,
         eg("unlike [the year-earlier first quarter]", "2015-Q1", "2015-01/2015-03")),
    Rule("(the|a|that|this)? comparable? {yearago} (quarter|<whole: period>)", r.the_quarter,
         eg("third-quarter tolls beat [the year-ago period]", "2014-Q3", "2014-07/2014-09")),
    Rule("the <recent: latest> (quarter|<whole: period>)", r.the_quarter,
         eg("tolls of [the latest quarter]", "2015-Q4", "2015-10/2015-12"), not_before="of"),
    Rule("the most recent quarter", r.the_quarter,
         eg("in [the most recent quarter], sales", "2015-Q4", "2015-10/2015-12")),
    Rule("the <compared: {yearno}> (quarter|<whole: period>)", r.the_quarter,
         eg("fourth-quarter tolls beat [the 2014 period]", "2014-Q4", "2014-10/2014-12")),
    Rule("the? <yearago: last year ' s> quarter", r.the_quarter,
         eg("third-quarter tolls beat [last year’s quarter]", "2014-Q3", "2014-07/2014-09")),
    Rule("the quarter <yearago: a year (ago|earlier)>", r.the_quarter,
         eg("third-quarter tolls beat [the quarter a year earlier]", "2014-Q3",
         "2014-07/2014-09")),
    Rule("<partunit: h> <nth: {dayno}> (of|in|,)? {year}", d.part_of_year,
         eg("in [H1 2012] it rose", "2012-H1", "2012-01/2012-06")),
    Rule("<partunit: h> <nth: {dayno}>", d.part_of_year,
         eg("prices rose in [H2]", "2015-H2", "2015-07/2015-12"), after="in for of during",
         not_before="-"),
    Rule("the quarter", r.the_quarter,
         eg("fourth-quarter tolls fell; [the quarter] was wet", "2015-Q4", "2015-10/2015-12"),
         not_before="of -"),
    Rule("the? (corresponding|same) (quarter|period) <yearago: last year | a year (ago|earlier)>",
         r.the_quarter, eg("third-quarter tolls beat [the same quarter last year]", "2014-Q3",
         "2014-07/2014-09")),
)  # fmt: skip

_NUMBER = "{dayno}|{twodigits}|{othernumber}|{yearno}|{oldyear}"
_NTH_CENTURY = "{dayno} (st|nd|rd|th) | {tens} - {ordinalword} | {ordinalword}"

YEARS = (
    Rule("{edge}? <year: {yearno}> (and beyond|or later|or earlier)?", y.calendar_year,
         eg("born in [1934]", "1934", "1934"),
         not_after="{money} - / . no room flight page route channel highway version resolution"
         " windows",
         not_before="people men women children dead percent % : {zone} grams kg km pages hours"
         " homes houses jobs"
         " troops soldiers police fighters civilians refugees migrants prisoners protesters"
         " workers employees students members passengers victims miles kilometers kilometres"
         " metres meters feet tons tonnes acres hectares dollars euros pounds votes points times"),
    Rule("{edge}? <year: {oldyear}>", y.calendar_year, eg("built in [1751]", "1751", "1751"),
         after="in since until by from during before after circa",
         not_before="{money} % - / people men women"),
    Rule("<year: ' {twodigits}>", y.calendar_year, eg("back in ['98], he", "1998", "1998"),
         not_after="'", not_before="percent % minutes"),
    Rule("<year: {spelledyear}>", y.calendar_year,
         eg("since [nineteen sixty-two]", "1962", "1962"),
         not_before="{units} {unit}"),
    Rule("{edge}? the year {year}", y.calendar_year, eg("by [the year 2000]", "2000", "2000")),
    Rule("{edge}? the? (fiscal|financial|calendar|fy) year? {year}"
         " ((-|–|/) ({dayno}|{twodigits}))?", y.calendar_year,
         eg("sales in [fiscal 2014] fell", "2014", "2014")),
    Rule("fy <year: {twodigits}|{dayno}>", y.calendar_year,
         eg("sales in [FY14] fell", "2014", "2014")),
    Rule("{year} (-|–) <until: {twodigits}|{yearno}|{dayno}>", y.span_of_years,
         eg("in [1990-95], he", "P5Y", "1990/1995")),
    Rule("<year: {oldyear}> and <until: {oldyear}>", y.span_of_years,
         eg("built between [1641 and 1644] by", "P3Y", "1641/1644"), after="between",
         before="^ . , ; : ) by in at under on when while to for as"),
    Rule("<both: {fraction}>", y.span_of_years, eg("grew in [2014/15] by", "P1Y", "2014/2015")),
    Rule("<era: {anno} | a . d .?> <number: " + _NUMBER + ">", y.year_of_era,
         eg("built in [AD 32] by", "0032", "0032")),
    Rule("<number: " + _NUMBER + "> <era: {era} | a . d .? | b . c .? | b . c . e .?>",
         y.year_of_era, eg("died in [44 BC] at", "BC0044")),
    Rule("the? {edge}? the? <decade: ({yearno}|{oldyear}) '? s | ' ({twodigits}|{dayno}) '? s>",
         y.decade,
         eg("built in [the early 1920s]", "192", "1920/1923")),
    Rule("the {edge} <decade: {twodigits} s>", y.decade,
         eg("in [the mid-90s], he", "199", "1994/1996")),
    Rule("the? ({edge}|the) <decade: {decadeword}>", y.decade,
         eg("since [the nineties]", "199", "199X")),
    Rule("<phrase: the? {edge}? the? <nth: " + _NTH_CENTURY + "> -? century>"
         " <era: {era} | a . d .? | b . c .?>?", y.century,
         eg("ruins of [the 14th century]", "13", "1301/1400")),
    Rule("the turn of the <nth: " + _NTH_CENTURY + "> century", y.turn_of_century,
         eg("built at [the turn of the 20th century]", "1900", "1890/1910")),
    Rule("the turn of the century", y.turn, eg("built at [the turn of the century]", "XXXX-XX-XX")),
    Rule("the? <nth: " + _NTH_CENTURY + "> (and|or|to|through|-|–) the? <until: " + _NTH_CENTURY +
         "> -? (century|centuries) {anno}?", y.centuries,
         eg("houses of [the 18th and 19th centuries]", "17/18", "1701/1900"),
         not_before="{era} b"),
)  # fmt: skip

_WHICH = ("<which: last|next|this|this past|this coming|the coming|the past|the last|the previous"
          "|the following|the next|the same|that|that same|the current|this same"
          "|the present>")  # fmt: skip
_UNIT = "<unit: {units}|{unit}>"

UNITS = (
    Rule("{edge}? " + _WHICH + " (fiscal|calendar)? {unit} (or so)?", r.near_unit,
         eg("[Last week], troops left", "2016-W12", "2016-03-20/2016-03-26"), not_before="of"),
    Rule("{edge} {unit}", r.the_unit,
         eg("he died [earlier in the month]", "2016-03", "2016-03-01/2016-03-30")),
    Rule("the (fiscal|financial)? {unit}", r.the_unit,
         eg("In 2014 it grew. In [the year], sales rose", "2014", "2014"),
         after="in for of during through by within",
         not_before="ended ending - that when of {yearno} to since before after"),
    Rule("the <unit: week|month|year>", r.the_unit,
         eg("it was [the week]’s worst day", "2016-WXX", "2016-03-27/2016-04-02"), before="'"),
    Rule("the <which: latest> (fiscal|financial|calendar)? <unit: year>", r.near_unit,
         eg("tolls of [the latest fiscal year]", "2015", "2015")),
    Rule("the (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth | {dayno} (nd|rd|th))"
         " (straight|consecutive|successive)? day", r.nth_day,
         eg("it is [the second day] of the siege", "2016-03-30", "2016-03-30"), after="is s"),
    Rule("<amount: {figure}|{spelled}> " + _UNIT, t.in_time,
         eg("he will be back in [two weeks]", "2016-W15", "2016-04-10/2016-04-16"), after="in",
         not_before="- of after before"),
    Rule("the <full: full> (fiscal|financial)? <unit: year>", r.full_year,
         eg("In 2019 it closes. For [the full year], sales rose", "2016", "2016"),
         after="in for of during through by within", not_before="ended ending - of {yearno} to"),
    Rule("the same (<unit: day|week|weekend|month>) <yearago: last year | a year (ago|earlier)>",
         r.same_a_year_before, eg("tolls beat [the same month last year]", "2015-03", "2015-03")),
    Rule("the {unit} <twice: before last | after next>", r.near_unit,
         eg("he came [the week before last]", "2016-W11", "2016-03-13/2016-03-19")),
    Rule("the <unit: weekend>", r.the_unit,
         eg("fought over [the weekend]", "2016-W12-WE", "2016-03-26/2016-03-27")),
    Rule("{yearago}", r.a_year_before, eg("from [year-ago] levels", "2015", "2015")),
    Rule("a year <yearago: ago|earlier>", r.a_year_before,
         eg("the ferry sank [a year earlier]", "2015", "2015")),
    Rule("<about: {approx}|over>? {amount} " + _UNIT + " {half}? (or (so|more))?"
         " <side: ago|earlier|later|from now|hence>",
         t.distance, eg("shot [eleven days ago]", "2016-03-19", "2016-03-19")),
    Rule("<about: {approx}|over>? {amount} " + _UNIT + " <side: ' s? time>", t.distance,
         eg("in [three days’ time] he", "2016-04-02", "2016-04-02"), after="in"),
    Rule("<amount: a> {unit} <side: before>", t.distance,
         eg("he swam on 20 May 2015; [a month before], he ran", "2015-04", "2015-04"),
         before="^ . , ; :"),
    Rule("the {unit} <side: before|after>", r.beside,
         eg("he swam on 20 May 2015 and ran [the day before]", "2015-05-19", "2015-05-19"),
         before="^ . , ; :"),
    Rule("{amount} " + _UNIT + " ago (<nearday: today|yesterday> | <which: this> <same: {unit}>"
         " | on? <weekday: {weekday}>)", t.ago_to_the_day,
         eg("the war began [ten years ago this month]", "2006-03", "2006-03")),
    Rule("<about: {approx}|over>? a <amount: quarter> -? <unit: century> <side: ago|earlier|later>",
         t.distance, eg("he left [a quarter-century ago]", "1991", "1981/2001")),
    Rule("<amount: {ones}> <seasons: springs|summers|autumns|falls|winters> ago", t.seasons_ago,
         eg("he left [two summers ago]", "2014-SU", "2014-22")),
    Rule("<unit: {units}> <side: ago>", t.distance, eg("it began [months ago]", "PAST_REF")),
    Rule("around? (the)? {unit} -? end", r.end_of_unit,
         eg("by [year-end]", "2016", "2016-12-21/2016-12-31")),
    Rule("the? {unit} ' s end", r.end_of_unit,
         eg("until [the month’s end]", "2016-03", "2016-03-21/2016-03-31")),
)  # fmt: skip

_FEAST = ("({feast} (day|eve|{fullweekday})? | (good|palm|maundy|ash|shrove|whit) {fullweekday}"
          " | ascension day | whitsun | pentecost | new year ' s (day|eve)"
          " | valentine ' s day | st .? patrick ' s day"
          " | labor day | memorial day | independence day | the? fourth of july"
          " | veterans day | columbus day"
          " | martin luther king jr? .? day | boxing day | bastille day | {fullmonth} day"
          " | earth day | (president ' s | presidents '?) day"
         " | (anzac|canada|australia) day)")  # fmt: skip

FEASTS = (
    Rule("(<which: last|this|next|that|this past|this coming>)? <holiday: " + _FEAST + ">"
         " (,? {year} | ,? {whichyear})?",
         read_feasts.feast, eg("on [Christmas Eve], he left", "2015-12-24", "2015-12-24"),
         not_after="orthodox"),
    Rule("{movable} (al - (fitr|adha))? (,? {year})?", read_feasts.movable,
         eg("freed during [Ramadan 2015] by", "2015-XX-XX", "2015"),
         not_after="{name}", not_before="{name}"),
    Rule("orthodox (good {fullweekday} | {feast} (day|eve|{fullweekday})?) (,? {year})?",
         read_feasts.movable, eg("he prayed on [Orthodox Easter]", "XXXX-XX-XX")),
    Rule("(lunar|chinese) new year (,? {year})?", read_feasts.movable,
         eg("she left before [Lunar New Year]", "XXXX-XX-XX")),
)  # fmt: skip

DATES = (*DAYS, *MONTHS, *SEASONS, *QUARTERS, *YEARS, *UNITS, *FEASTS)
