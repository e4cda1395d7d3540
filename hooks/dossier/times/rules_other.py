"""The rules for lengths of time, ages, what recurs, times of day and vague times.

Adding a rule is adding a line.  The longest match wins, of equals the rule that comes first.
Examples are read as of 30 March 2016, a Wednesday, unless they say otherwise.
"""

from __future__ import annotations

from . import read_hours as h
from . import read_other as o
from . import read_spans as s
from .reading import Rule, eg

_UNIT = "<unit: {units}|{unit}>"
_LONG = "<unit: minute|hour|day|night|weekend|week|fortnight|month|year|decade|century|millennium>"
_SOLID = ("(more|additional|full|straight|consecutive|successive|trading|business|working|whole"
          "|long|further|fiscal|calendar)?")  # fmt: skip
_TAIL = "{half}? (or (so|more|longer|less|two))?"
_HYPHENED = "<amount: {figure} | {spelled} | several | half | multi | (a|an) {scale}>"

LENGTHS = (
    Rule("{approx}? (last|past|next|first|final|previous|coming|following|latest|initial)?"
         " <amount: {number}> " + _SOLID + " " + _UNIT + " " + _TAIL, o.length,
         eg("for [nearly three weeks] in", "P3W"), not_before="- ago earlier old"),
    Rule("<amount: {figure}|{spelled}> - odd " + _UNIT, o.length,
         eg("it took [20-odd days]", "P20D")),
    Rule("(the|that)? {yearago} <amount: {number}> <unit: {units}>", o.length,
         eg("tolls of [the year-earlier nine months]", "P9M")),
    Rule("over <amount: {number}> " + _SOLID + " " + _UNIT + " " + _TAIL, o.length,
         eg("he ran for [over two hours]", "PT2H"), not_before="- ago earlier old",
         after="in for of after to than by at with from within is are was were be been took takes"
               " take last lasts lasted spanning spans spanned just only now"),
    Rule("over <amount: a|an> " + _LONG + " " + _TAIL, o.length,
         eg("it lasted [over a month]", "P1M"), not_before="- ago earlier later old",
         after="in for of after to than by at with from within is are was were be been took takes"
               " take last lasts lasted spanning spans spanned just only now"),
    Rule("(at (least|most)|nearly|almost)? the (last|past|next|first|final|previous|coming"
         "|following|latest|initial)? <amount: {number}> " + _SOLID + " " + _UNIT + " " + _TAIL,
         o.length, eg("for [the past seven weeks]", "P7W"), not_before="- ago earlier old"),
    Rule("{approx} <amount: a|an> " + _LONG + " " + _TAIL, o.length,
         eg("it lasted [nearly a month]", "P1M"), not_before="- ago earlier later"),
    Rule("<amount: a|an> " + _LONG, o.counted,
         eg("[a year] after the war", "P1Y"), before="after before since"),
    Rule("{approx}? <amount: {number}> " + _SOLID + " " + _UNIT, o.counted,
         eg("[ten days] before the vote", "P10D"), before="after before"),
    Rule("<amount: a|an> " + _LONG + " " + _TAIL, o.length, eg("within [a year]", "P1Y"),
         after="in within for of after than by barely just took take takes last lasts lasted him"
               " them us only during every spend spends spent over",
         not_before="- ago earlier later"),
    Rule("the? fiscal? year", o.vague_length("P1Y"), eg("tolls of [the year] ended June 30", "P1Y"),
         before="ended ending"),
    Rule("(another|an additional) <single: <unit: {unit}>>", o.length,
         eg("for [another year]", "P1Y")),
    Rule("<single: a|an> {unit} {half}", o.length, eg("he swam [an hour and a half]", "PT1H30M")),
    Rule("{approx}? " + _HYPHENED + " - <unit: {unit}> (- long)?", o.length,
         eg("a [two-week] siege", "P2W"), not_before="-"),
    Rule("<single: <unit: {unit}>> - long", o.length, eg("a [week-long] siege", "P1W")),
    Rule("<unit: {units}> - (long|old)", o.length, eg("a [months-long] siege", "PXM")),
    Rule("<unit: {units}> or (days|weeks|months|years)", o.length,
         eg("it takes [days or weeks]", "PXD")),
    Rule("(a|an|the)? " + _HYPHENED + " -? <unit: {unit}> period", o.length,
         eg("within [a two-week period]", "P2W")),
    Rule("{approx}? {amount} " + _UNIT + " on", o.length,
         eg("[Ten years on], it lies bare", "P10Y"), before="," , after="^ . , ; : but and"),
    Rule("the <unit: {units}>", o.length, eg("it grew over [the years]", "PXY"), after="over",
         not_before="of when in ahead that since to before after - {name}"),
    Rule("the <unit: {units}> (ahead|to come)", o.length, eg("over [the months ahead]", "PXM")),
    Rule("<unit: {units}>", o.length, eg("it went on for [years]", "PXY"),
         after="for within many in after takes took over spend spends spent",
         not_before="of - ago later earlier"),
    Rule("the (early|first|last|final|closing|opening) <unit: {units}>", o.length,
         eg("he fell in [the first hours] of the war", "PTXH"), after="in during for"),
    Rule("<unit: minutes|hours|days|weeks|months|years|decades|centuries>", o.length,
         eg("after [months] of war", "PXM"), before="of after before",
         not_after="the these those {name} other first final last early"),
    Rule("<unit: {units}> (later|earlier)", o.length, eg("[hours later], he left", "PTXH")),
    Rule("(a|one) quarter (of a)? -? century", o.vague_length("P25Y"),
         eg("for [a quarter century]", "P25Y")),
    Rule("a quarter of an hour", o.vague_length("PT15M"),
         eg("it took [a quarter of an hour]", "PT15M")),
    Rule("some time", o.vague_length("PXX"), eg("for [some time]", "PXX")),
    Rule("a (long|short)? while", o.vague_length("PXX"), eg("for [a while]", "PXX")),
    Rule("({approx}|over)? {amount} " + _UNIT + " old", o.age,
         eg("[nearly 2,000 years old]", "P2000Y")),
    Rule("{amount} -? <unit: {unit}> - old", o.age, eg("an [82-year-old] scholar", "P82Y")),
    Rule("aged <amount: {dayno}|{twodigits}|{spelled}>", o.years_of_age,
         eg("a scholar [aged 82]", "P82Y"), not_before="to - – and or {units}"),
)  # fmt: skip

VAGUE = (
    Rule("right? now", o.present, eg("they are [now] in", "PRESENT_REF", "2016-03-30")),
    Rule("currently|presently|nowadays", o.present,
         eg("they are [currently] in", "PRESENT_REF", "2016-03-30")),
    Rule("at (present|the moment|this point)", o.present,
         eg("they are [at present] in", "PRESENT_REF", "2016-03-30"),
         not_before="of when that where he she they it"),
    Rule("these days", o.vague_present, eg("it happens [these days]", "PRESENT_REF")),
    Rule("current", o.vague_present, eg("the [current] plan", "PRESENT_REF")),
    Rule("more? recently|lately", o.past, eg("he came [recently]", "PAST_REF")),
    Rule("recent {units} (and {units})?", o.past, eg("in [recent years]", "PAST_REF")),
    Rule("the (recent|distant)? past", o.past, eg("in [the past]", "PAST_REF"),
         not_before="{unit} {units} {ones} {dayno} {season}"),
    Rule("the other <unit: day|week|night>", o.past, eg("she left [the other day]", "PAST_REF"),
         not_before="{unit} {units} -"),
    Rule("(a long time|long) ago", o.past, eg("it fell [a long time ago]", "PAST_REF")),
    Rule("the (near|foreseeable|immediate|distant|not too distant)? future", o.future,
         eg("for [the foreseeable future]", "FUTURE_REF"),
         after="in into for about at", not_before="of"),
    Rule("the (near|short|long|medium) term", o.future, eg("over [the medium term]", "FUTURE_REF")),
    Rule("soon", o.future, eg("he will [soon] go", "FUTURE_REF"), not_after="as too how",
         not_before="after before as thereafter afterward"),
    Rule("as soon as possible", o.future, eg("[as soon as possible] he swam", "FUTURE_REF")),
    Rule("(future|coming) {units}", o.future, eg("in [coming months]", "FUTURE_REF")),
    Rule("the coming {units}", o.future, eg("in [the coming months]", "FUTURE_REF")),
    Rule("a later date", o.future, eg("until [a later date]", "FUTURE_REF")),
    Rule("one day", o.one_day, eg("he will [one day] come", "FUTURE_REF"),
         not_after="for in within after of than just only least about by every some",
         not_before="after before later earlier ago of or and a per each every old to - this next"
                    " last in"),
    Rule("to this day", o.vague_present, eg("it stands [to this day]", "PRESENT_REF"),
         not_before="and"),
)  # fmt: skip

_EVERY = "(every|each)"

OFTEN = (
    Rule(_EVERY + " <amount: {number}>? " + _UNIT, o.every, eg("[every two weeks] he", "P2W")),
    Rule(_EVERY + " <other: other> {unit}", o.every, eg("[every other day] he", "P2D")),
    Rule(_EVERY + " <weekdays: {fullweekday}> <parts: {part}>?", o.every,
         eg("[every Friday] he", "XXXX-WXX-5")),
    Rule(_EVERY + " <month: {fullmonth}>", o.every, eg("[every October] he", "XXXX-10")),
    Rule(_EVERY + " <season: {season}>", o.every, eg("[every summer] he", "XXXX-SU")),
    Rule(_EVERY + " <parts: {part}>", o.every, eg("[every morning] he", "XXXX-XX-XXTMO")),
    Rule("<unit: weekends>", o.every, eg("on [weekends] he", "XXXX-WXX-WE"), after="on during"),
    Rule("{weekdays}", o.every, eg("on [Fridays] he", "XXXX-WXX-5"), not_before="ago"),
    Rule("<weekdays: {fullweekday}> {parts}", o.every, eg("on [Sunday mornings]", "XXXX-WXX-7TMO")),
    Rule("(once|twice|{number} times) (a|an|each|every|per) {unit}", o.every,
         eg("meets [twice a year]", "P1Y")),
    Rule("<amount: a|an> {unit}", o.every, eg("it costs $3 million [a year]", "P1Y"),
         after="{scale} {othernumber} m bn tn k percent % dollars euros pounds people barrels tons"
               " tonnes gallons liters litres miles kilometers kilometres hours days times",
         not_before="ago earlier later before after since - of in"),
    Rule("{often}", o.every, eg("it flies [daily] to", "P1D"),  # "the daily tally" is a kind
         before="^ . , ; : ) to from in on at and or for by with since as until through between"
                " during",
         not_after="a the average"),
    Rule("all year (round|long)?", o.vague_length("P1Y"), eg("snow [all year]", "P1Y")),
    Rule("all <single: <unit: day|night|week|weekend|month>> long?", o.length,
         eg("it snowed [all day]", "P1D"), not_before="of the"),
)  # fmt: skip

_ON = "(on|,)?"

_DAY_FIRST = "(<dom: {dayno} (st|nd|rd|th)? of?> {month} (,? {year})?)"

HOURS = (
    Rule("<time: {othernumber}|{yearno}|{oldyear}|{clock}> (hours|hrs) {zone}? (on? {weekday})?",
         h.clock, eg("at [1730 hours on Sunday] it", "2016-03-27T17:30", "2016-03-27"),
         after="at until till by before since"),
    Rule("{approx}? <time: {clocktime}> (on|,)? {zoned}? (on|,)? ({weekday} ,?)? " + _DAY_FIRST,
         h.clock, eg("at [6 a.m. on 27 March] it", "2016-03-27T06:00", "2016-03-27")),
    Rule("<time: {clock}> {zoned}? (on|,)? {weekday}", h.clock,
         eg("at [18:30 on Sunday] it", "2016-03-27T18:30", "2016-03-27")),
    Rule("<time: {clock}> {zoned}", h.clock,
         eg("It began ([15:30 GMT]).", "2016-03-30T15:30", "2016-03-30")),
    Rule("{numeric} (t|,|at)? <time: {clock}> (z|{zone})?", h.clock,
         eg("posted [2016-03-27T18:30Z] by", "2016-03-27T18:30", "2016-03-27")),
    Rule("<time: {clocktime}|{ones}> (in the|at) <part: {part}> (on? {weekday})?", h.clock,
         eg("it began at [six in the morning on Sunday]", "2016-03-27T06:00", "2016-03-27"),
         after="at by until from around about before after since"),
    Rule("{approx}? <time: {clocktime}> {zoned}? " + _ON + " {weekday}", h.clock,
         eg("at [4 a.m. Sunday]", "2016-03-27T04:00", "2016-03-27")),
    Rule("{approx}? <time: {clocktime}> {zoned}? (on|,)? {weekday} ,? {month} {dom} (,? {year})?",
         h.clock,
         eg("at [6 a.m. on Sunday, March 27]", "2016-03-27T06:00", "2016-03-27")),
    Rule("{approx}? <time: {clocktime}> {zoned}? (on|,)? {month} {dom} (,? {year})?", h.clock,
         eg("at [3 a.m. GMT March 9]", "2016-03-09T03:00", "2016-03-09")),
    Rule("<time: {clock}> {zoned}?", h.clock, eg("at [10:30] he", "2016-03-30T10:30", "2016-03-30"),
         after="at by from until around about before after to since ,"),
    Rule("<time: {clocktime}|{clock}> {zoned}? (on|,)? {weekday} <part: {part}>", h.clock,
         eg("at [11:45 on Sunday night]", "2016-03-27T23:45", "2016-03-27")),
    Rule("<time: {yearno}|{oldyear}|{othernumber}> {zone} (on|,)? {weekday}", h.clock,
         eg("at [1900 GMT on Sunday] he", "2016-03-27T19:00", "2016-03-27")),
    Rule("<time: {yearno}|{oldyear}|{othernumber}> {zone}", h.clock,
         eg("at [1900 GMT] he", "2016-03-30T19:00", "2016-03-30")),
    Rule("{approx}? <time: {clocktime}> {zoned}? <nearday: today|yesterday|tomorrow>?", h.clock,
         eg("at [8:40 a.m.] he", "2016-03-30T08:40", "2016-03-30")),
    Rule("(early|late|later|earlier|mid)? -? <which: this|that|last|the previous|the next"
         "|the following>"
         " <part: {part}>", h.part_of_day,
         eg("he left [this morning]", "2016-03-30TMO", "2016-03-30")),
    Rule("the? (early|late|mid)? -? {part} (on|of)? {weekday}", h.part_of_day,
         eg("in [the late evening of Sunday]", "2016-03-27TEV", "2016-03-27")),
    Rule("(early|late|earlier|later)? {weekday} (early|late)? -? {part}", h.part_of_day,
         eg("on [Saturday night] he", "2016-03-26TNI", "2016-03-26")),
    Rule("(early|late|mid)? -? <nearday: yesterday|tomorrow> {part}", h.part_of_day,
         eg("[yesterday evening] he", "2016-03-29TEV", "2016-03-29")),
    Rule("mid -? {part} <nearday: yesterday|today|tomorrow>",
         h.part_of_day, eg("[mid-morning yesterday] he", "2016-03-29TMO", "2016-03-29")),
    Rule("late? <tonight: tonight>", h.part_of_day,
         eg("he goes [tonight]", "2016-03-30TNI", "2016-03-30")),
    Rule("the (early|late)? -? <part: {part}> of ({weekday} ,?)? {month} {dom} (,? {year})?",
         h.part_of_day, eg("on [the night of March 9]", "2016-03-09TNI", "2016-03-09")),
    Rule("the (early|late)? -? <part: {part}> of ({weekday} ,?)? " + _DAY_FIRST, h.part_of_day,
         eg("on [the evening of 9 March]", "2016-03-09TEV", "2016-03-09")),
    Rule("the night of <dom: {dayno}> (-|–|to|and) <until: {dayno}> {month} (,? {year})?",
         s.night_between_days,
         eg("on [the night of 26–27 March]", "2016-03-26TNI", "2016-03-26/2016-03-27")),
    Rule("the night of {month} <dom: {dayno}> (-|–|to|and) <until: {dayno}> (,? {year})?",
         s.night_between_days,
         eg("on [the night of March 26-27]", "2016-03-26TNI", "2016-03-26/2016-03-27")),
    Rule("(early|late) (on|in) {weekday} -? {part}", h.part_of_day,
         eg("[early on Sunday morning] he", "2016-03-27TMO", "2016-03-27")),
    Rule("<part: {dawn}>", h.dawn, eg("on Sunday they came at [dawn]", "2016-03-27TMO",
         "2016-03-27"), after="at by until before after since from"),
    Rule("(early|late|mid) <hyphen: -> {part}", h.part_of_day,
         eg("a [late-night] raid", "XXXX-XX-XXTNI"),
         not_before="show shows talk host hosts comedy tv television"),
    Rule("(early|late|mid) {part}", h.part_of_day,
         eg("by [mid morning] he", "2016-03-30TMO", "2016-03-30"),
         not_before="show shows talk host hosts comedy tv television"),
    Rule("<unnamed: the> (early|late)? -? <part: morning|afternoon|evening>", h.part_of_day,
         eg("in [the morning] he", "2016-03-30TMO", "2016-03-30"), after="in during",
         not_before="show shows news"),
    Rule("the (early|small|predawn) <part: hours> of? {weekday} (morning)?", h.part_of_day,
         eg("in [the early hours of Sunday], he", "2016-03-27TMO", "2016-03-27")),
    Rule("the? (early|late|predawn)? {part} hours (of|on)? {weekday}", h.part_of_day,
         eg("in [the early morning hours of Sunday], he", "2016-03-27TMO", "2016-03-27")),
    Rule("the (early|late|predawn)? <part: {part}> hours", h.dawn,
         eg("on Sunday, in [the evening hours], he", "2016-03-27TEV", "2016-03-27")),
    Rule("the <part: {part}> <beside: before|after>", h.part_beside,
         eg("on 20 May 2015 he swam; [the night before], he ran", "2015-05-19TNI", "2015-05-19"),
         before="^ . , ; :"),
    Rule("the (early|small|predawn) hours", h.hours_of_night,
         eg("on Sunday they came in [the small hours]", "2016-03-27TMO", "2016-03-27"),
         not_before="of"),
    Rule("(overnight (from|on)? | the? night (of|from)) <weekday: {fullweekday}>"
         " (to|into|-|–) <until: {fullweekday}>", h.night_into_weekday,
         eg("it burned [overnight Saturday to Sunday]", "2016-03-26TNI", "2016-03-26/2016-03-27")),
    Rule("overnight", h.overnight,
         eg("driven out [overnight]", "2016-03-29TNI", "2016-03-29/2016-03-30"),
         not_before="hours"),
)  # fmt: skip

TRAPS = (
    Rule("at the end of the day", o.no_time, eg("[at the end of the day], he said, it failed", "")),
    Rule("{approx}? (a|one) quarter of", o.no_time, eg("for [nearly a quarter of] the vote", "")),
    Rule("USA today", o.no_time, eg("he told [USA TODAY] so", ""), not_after="the"),
    Rule("this day and age", o.no_time, eg("in [this day and age] it cannot be", "")),
    Rule("the March (for|on|against)", o.no_time, eg("they joined [the March for] Peace", "")),
    Rule("the ({month} {dom} | {dom} of? {month})"
         " (movement|alliance|coalition|brigade|brigades|revolution)",
         o.no_time, eg("he leads [the May 4 Movement]", "")),
    Rule("{yearno} - (member|seat|strong|mile|page|room|word|foot|metre|meter|pound|ton|bed|man)",
         o.no_time, eg("a [2000-seat] hall", "")),
    Rule("the {fullweekday} (group|club|movement|mosque)", o.no_time,
         eg("he leads [the Tuesday Group]", "")),
    Rule("{fullweekday} {name}", o.no_time, eg("[Sunday Oliseh] scored twice", ""), after="^"),
    Rule("good {fullweekday} (agreement|accord|accords|deal)", o.no_time,
         eg("under the [Good Friday Agreement]", "")),
    Rule("{fullweekday} (school|league|best|quarterback|roast)", o.no_time,
         eg("in their [Sunday best] they came", "")),
)  # fmt: skip
"""What looks like a time and is none: these words are passed over."""

OTHERS = (*TRAPS, *VAGUE, *LENGTHS, *OFTEN, *HOURS)
