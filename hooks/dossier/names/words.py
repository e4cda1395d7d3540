"""Words that tell names apart from what stands beside them, as plain lists, all in lower case.

They are those of English news in general; nothing here belongs to one event.
"""

from __future__ import annotations

MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays"
    " thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat".split()
)

FORMS_OF_ADDRESS = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady sheikh sheik imam ayatollah mullah rabbi rev"
    " reverend father sister brother saint pope cardinal archbishop bishop king queen prince"
    " princess emperor sultan emir emira duke duchess baron baroness count countess madame"
    " monsieur hajji comrade".split()
)

OFFICES = frozenset(
    "president vice-president prime premier minister ministers chancellor secretary"
    " secretary-general undersecretary governor mayor senator representative congressman"
    " congresswoman congressmember lawmaker deputy speaker ambassador envoy consul commissioner"
    " attorney prosecutor judge justice magistrate lawyer counsel sheriff marshal chief leader"
    " chairman chairwoman chairperson chair director director-general manager head boss founder"
    " co-founder owner editor reporter correspondent journalist columnist anchor author writer"
    " poet novelist actor actress singer musician comedian artist architect filmmaker coach captain"
    " striker goalkeeper midfielder defender quarterback pitcher champion spokesman spokeswoman"
    " spokesperson analyst expert professor doctor surgeon nurse scientist researcher historian"
    " archaeologist economist engineer pilot skipper detective inspector superintendent constable"
    " officer sergeant lieutenant colonel major general brigadier admiral commander commodore"
    " corporal private lt col gen maj sgt capt cmdr adm cpl pvt brig sen rep gov supt insp det sec"
    " dictator strongman tsar czar ceo cfo coo mp mep msp councillor councilman councilwoman"
    " candidate nominee activist campaigner dissident militant warlord rebel treasurer trustee"
    " premier executive chairperson-elect president-elect adviser advisor aide ombudsman auditor"
    " negotiator mediator rapporteur coordinator co-ordinator".split()
)
"""What may stand, capitalised, before a person's name and is no part of it."""

RANKS = frozenset(
    "vice deputy acting former interim then-president ex-president foreign defence defense finance"
    " interior justice health education energy trade culture environment agriculture transport"
    " executive chief first lady senior junior crown grand assistant associate special press"
    " shadow prime co-chief lead top retired late".split()
)
"""What may stand between or before the words of an office ("Deputy Prime Minister")."""

PARTICLES = frozenset(
    "al el de da di du del della dos das van von der den ter ten la le bin ibn bint abu umm ben"
    " af av zu zum y e san".split()
)
"""Small words inside people's names."""

ARTICLES_IN_NAMES = ("al", "el", "ar", "as", "an", "at", "ad", "az", "ash", "ul")
"""Arabic articles as transliterations write them, with a hyphen."""

FEATURES = frozenset(
    "castle citadel fortress fort airport airfield airbase university college school academy"
    " hospital clinic museum library theatre theater cinema province governorate district county"
    " region oblast prefecture canton municipality territory river lake sea ocean gulf bay strait"
    " canal channel island islands isle peninsula mountain mountains mount valley desert forest"
    " street road avenue boulevard lane square plaza bridge tunnel dam stadium arena hotel mosque"
    " church cathedral basilica monastery temple synagogue shrine palace tower hall park garden"
    " gardens gate port harbour harbor dock docks prison jail camp barracks city town village"
    " heights hills hill beach coast creek falls springs station terminal plant refinery mine reef"
    " cape plateau basin delta glacier volcano crater highway motorway crossing pass suburb borough"
    " cemetery tomb necropolis amphitheatre amphitheater ruins".split()
)
"""Nouns that, capitalised after or before a name, make the name of another place."""

BODIES = frozenset(
    "convention conventions accord accords agreement treaty declaration protocol statute brigade"
    " brigades battalion regiment division corps times post herald tribune gazette journal"
    " chronicle telegraph bank fund institute institution foundation party league club press"
    " society association federation union council committee commission agency authority ministry"
    " department bureau court tribunal parliament senate congress assembly observatory network"
    " group company corporation inc ltd llc plc corp airlines airways railway railways television"
    " tv radio news".split()
)
"""Nouns that, capitalised after a name, make the name of a body or a document."""

BEFORE_ANOTHER_PLACE = frozenset(
    "new old upper lower greater lake mount mt fort port saint st san santa north south east"
    " west".split()
)
"""Words that, capitalised before a place's name, make the name of another place."""

ORDINARY = frozenset(
    "young brown white black green gray grey rice long short rich strong hope love price page park"
    " field fields wood woods stone bush bell ball banks waters rivers brooks king knight bishop"
    " pope cook baker carter hunter fisher farmer mason miller porter butler judge marshal major"
    " general best good small little new old west north east south day days winter summer spring"
    " cross street hall church case will grant mark bill frank chase lane hill hills moon sun snow"
    " frost storm gates law laws lord shields weeks power powers sharp wise wild swift ford french"
    " english german holland england ireland wales jordan israel chad china india france paris"
    " london sydney austin houston lincoln washington jackson jersey york county city state"
    " states government minister president force forces army guard".split()
)
"""Family names that are ordinary words or places too: short forms nobody should guess."""

PREFIXES = frozenset(
    "anti pro non ex pre post ultra neo semi mid trans inter intra counter then former co vice"
    " quasi pan sub super".split()
)
"""Words that a hyphen puts before a name without making it another name."""
