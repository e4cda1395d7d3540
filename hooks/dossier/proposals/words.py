"""Words from which a reader of English news tells what a name stands for, all in lower case.

Plain lists with no entry that belongs to one event; what is in none of them is a proper word.
"""

from __future__ import annotations

from ..names.words import BODIES, FEATURES, FORMS_OF_ADDRESS, MONTHS, OFFICES, RANKS, WEEKDAYS

DAYS = MONTHS | WEEKDAYS
NAMES_TOO = frozenset("may april june august".split())
"""Months that are given or family names too."""

# --- Peoples, beliefs, directions: adjectives that are written with a capital ----------

_PEOPLES = (
    "american african german mexican moroccan libyan tibetan roman texan afghan cuban kenyan"
    " ugandan rwandan korean european chilean caribbean mediterranean french dutch greek swiss"
    " welsh scots czech slovak serb croat turk kurd arab jew pole dane swede finn spaniard briton"
    " thai lao uzbek tajik kazakh kyrgyz uighur uyghur pashtun tatar filipino latino latina iraqi"
    " israeli saudi pakistani yemeni kuwaiti emirati qatari bahraini omani afghani bangladeshi"
    " nepali somali punjabi kashmiri bengali tamil sinhalese hutu tutsi houthi azeri berber"
    " bedouin icelandic hispanic nordic baltic slavic semitic arabic islamic catholic coptic celtic"
    " ethnic englishman frenchman irishman scot icelander norse hellenic maori inuit"
    " crimean eritrean zimbabwean singaporean guinean angolan nicaraguan venezuelan rican dominican"
    " jamaican alaskan yorker londoner lankan cypriot muscovite chechen ingush abkhaz kosovar"
    " montenegrin bosniak rohingya hmong philippine saxon byzantine mughal mayan aztec spartan"
    " nabataean aramaic pashto farsi urdu hindi mandarin tagalog swahili zulu xhosa sindhi"
    " latin quechua aymara yiddish afrikaans catalan basque flemish gaelic breton sami"
    " hebrew persian ottoman soviet anglo asian indian australian canadian irish spanish english"
)
_BELIEFS = (
    "shia shiite shi'ite shi’ite sunni muslim moslem christian jewish hindu buddhist sikh orthodox"
    " protestant alawite druze yazidi yezidi ezidi salafi wahhabi sufi copt mormon evangelical"
    " anglican lutheran methodist baptist jesuit islam christianity judaism hinduism buddhism"
    " democrat democratic republican conservative liberal labour tory tories leftist marxist"
    " maoist leninist stalinist nazi fascist communist socialist islamist jihadi jihadist zionist"
    " baathist ba’athist ba'athist populist nationalist separatist capitalist"
)
_DIRECTIONS = (
    "western eastern northern southern central northwestern northeastern southwestern southeastern"
    " westerner northerner southerner easterner north south east west northeast northwest southeast"
    " southwest upper lower middle mid"
)
PEOPLES = frozenset(_PEOPLES.split()) | frozenset(_BELIEFS.split())
SURNAMES_TOO = frozenset(
    "king bishop pope lord duke prince baron major judge marshal count sultan".split()
)
"""Words of office that are family names too, after a given name."""
OFFICES_OF_MANY = frozenset(
    "justices presidents senators ministers judges governors mayors officers detectives"
    " professors sens reps gens sgts profs drs messrs princes chancellors".split()
)
"""What stands before two names ("Justices Roe and Doe")."""
GIVEN_NAMES = frozenset(
    "ahmed mohammed mohamed muhammed hamed fred ned ted jared alfred wilfred winifred emily kelly"
    " molly billy sally lily polly holly italy sicily beijing wyoming".split()
)
"""Names that end as adverbs and participles do."""
OPENERS = frozenset(
    "moreover furthermore nevertheless nonetheless otherwise overall indeed perhaps besides thus"
    " hence therefore elsewhere afterward afterwards likewise maybe instead again soon often never"
    " always sometimes meantime nowadays tonight tomorrow somehow somewhat anyone everyone nobody"
    " someone something everything nothing people officials police authorities experts critics"
    " analysts residents witnesses rescuers soldiers rebels protesters observers investigators"
    " eleven twelve twenty thirty forty fifty hundreds thousands dozens scores millions"
    " mr mrs ms such same last next least nearly almost around upon within without thanks".split()
)
"""Words that begin sentences and are no names, beside those that end as adverbs do."""
DIRECTIONS = frozenset(_DIRECTIONS.split())
PEOPLE_ENDINGS = ("ian", "ish", "ese", "ism")
NO_PEOPLE = frozenset(
    "ian julian adrian vivian brian fabian damian sebastian lilian lillian marian dorian gillian"
    " jillian maximilian kilian cillian bastian florian cristian hadrian bryan ryan parish reese"
    " therese denise bangladesh cornish mcnish tavish hamish".split()
)
"""Given and family names that end as peoples do."""

# --- Heads: the noun that says what a longer name names --------------------------------

PLACES = (
    FEATURES
    | frozenset(
        "arch monument memorial site zone area block quarter neighborhood neighbourhood downtown"
        " republic kingdom emirate states territories coastline wall gorge canyon caves cave oasis"
        " steppe plain plains lagoon marina pier headquarters base complex center centre mall"
        " market"
        " bazaar souk citadels temples square circle crossing alley boulevard mansion villa"
        " hostel emirates arabia columbia samoa guiana polynesia riviera point cove quay wharf"
        " ridge diner bluff marsh moor fjord firth loch glen inlet reservoir estate ranch lodge"
        " junction roundabout interchange".split()
    )
) - frozenset("church university college school academy center centre headquarters".split())
ACTORS = (
    BODIES
    | frozenset(
        "university college school academy center centre centers centres army navy force forces"
        " guard"
        " guards militia militias front movement coalition alliance bloc police service services"
        " organization organisation office board administration chamber cabinet government state"
        " nations watch international airline bureau trust charity partners holdings industries"
        " systems technologies motors energy petroleum oil gas steel foods stores brothers sons"
        " associates consortium syndicate cartel gang mafia mission patrol command staff corps"
        " squad"
        " team rovers united orchestra choir newspaper magazine review duma knesset bundestag"
        " majlis congress shura jirga inspectorate registry"
        " directorate exchange reserve treasury ombudsman works laboratory lab caliphate"
        " militants brotherhood order synod diocese archdiocese"
        " rail ferries electric electronics software pharmaceuticals pharma shipping logistics"
        " insurance ventures studios supermarkets telecom telecoms breweries minerals resources"
        " cement chemicals textiles monitor"
        " initiative project programme program campaign conference forum crescent cross".split()
    )
) - frozenset("convention conventions accord accords agreement treaty declaration protocol".split())
SINGLE_ACTORS = frozenset(
    "congress parliament senate knesset duma bundestag majlis treasury interpol".split()
)
"""Heads that name a body even alone."""
PLACE_BEGINNINGS = frozenset("lake mount mt fort port river cape isle".split())
ACTOR_BEGINNINGS = frozenset("daily radio fc afc sc dynamo spartak lokomotiv".split())
EVENTS = frozenset(
    "war wars battle cup games olympics prize award awards act law bill day week month year treaty"
    " accord accords agreement convention conventions declaration protocol constitution operation"
    " hurricane storm typhoon cyclone festival championship championships tournament series grand"
    " prix marathon massacre revolution uprising spring intifada holocaust genocide crisis affair"
    " scandal summit bible koran quran qur'an testament amendment resolution article chapter plan"
    " deal pact age era century renaissance eve flight shuttle roadmap doctrine theory"
    " effect syndrome disease virus fever flu report papers list index average season parade"
    " election elections referendum siege fire wildfire blaze flood floods earthquake quake".split()
)
"""Heads of names of events, texts and things: neither actor nor place."""
VESSELS = frozenset(
    "ship ferry boat tanker freighter vessel yacht trawler cruiser frigate destroyer submarine"
    " carrier liner barge tug tugboat airliner plane jet helicopter satellite spacecraft rocket"
    " missile train locomotive car truck book novel film movie song album play series drug vaccine"
    " show opera painting horse dog cat mv ms ss kv hms uss rms hmas hmcs schooner cruise".split()
)
"""A name after one of these is a thing's."""
VESSELS_DO = frozenset("capsized sank docked sailed sails sinks anchored crashed".split())
THINGS = frozenset("shuttle flight hurricane typhoon cyclone operation tropical".split())
"""Words that, anywhere in a name, make it a thing's or an event's."""
CREW = frozenset("crew passengers hull bow stern deck decks wreck sinking captain".split())
FIELDS = frozenset(
    "human class independent rights health education defense defence interior justice foreign"
    " affairs"
    " finance trade"
    " commerce labor labour agriculture energy environment environmental culture cultural heritage"
    " science sciences technology transport transportation security national international world"
    " global regional local federal state central royal supreme high general civil military"
    " economic social political public private free united joint special emergency disaster"
    " management relief rescue aid development cooperation co-operation refugees refugee migration"
    " food drug water weather climate ocean oceanic atmospheric marine maritime coast coastal"
    " nuclear atomic space aviation safety standards statistics elections electoral election"
    " investigation investigations intelligence information communications media press research"
    " studies policy prevention control protection disease diseases crime criminal prosecution"
    " constitutional appeals appeal district city county town main old new first second third"
    " antiquities museums monuments welfare housing urban planning works industry industries mining"
    " fisheries forestry animal wildlife nature conservation children women youth family veterans"
    " workers teachers journalists doctors lawyers students reporters borders peace war strategic"
    " fans drivers farmers miners nurses pilots players passengers pensioners tenants writers"
    " actors consumers medical veterinary scientific technical agricultural"
    " homeland exchange securities stock investment monetary reserve chemical weapons prohibition"
    " non-proliferation arms red white black blue green big great early late good holy real".split()
)
"""Words of bodies' names that are no proper words of their own."""

# --- Cues around a name ------------------------------------------------------------------

PLACE_NOUNS = PLACES | frozenset(
    "capital country nation state homeland outpost settlement hamlet commune borderland"
    " countryside outskirts suburb suburbs area neighborhood neighbourhood enclave stronghold"
    " kingdom metropolis resort archipelago megacity landmark hub".split()
) - frozenset("quarter block states wall plant crossing pass mine springs falls hall".split())
PERSON_NOUNS = OFFICES | frozenset(
    "scholar resident teacher student pupil farmer worker driver mother father son daughter wife"
    " husband brother sister widow widower girl boy man woman native refugee survivor victim"
    " suspect fugitive fighter soldier veteran priest cleric monk nun barrister businessman"
    " businesswoman entrepreneur billionaire philanthropist politician diplomat official member"
    " co-author witness neighbor neighbour shopkeeper fisherman volunteer chef passenger sailor"
    " forecaster legislator defendant plaintiff juror statesman solicitor advocate blogger"
    " photographer cameraman counterpart dancer comic athlete footballer golfer swimmer runner"
    " boxer cyclist"
    " sprinter heir heiress successor predecessor incumbent newcomer challenger opponent retiree"
    " pensioner grandmother grandfather cousin uncle aunt nephew niece colleague friend partner"
    " rapper player rower keeper lecturer academic demonstrator protester smuggler trader broker"
    " banker accountant executive firefighter paramedic physician psychiatrist specialist policeman"
    " policewoman coroner gunman hostage prisoner inmate detainee militiaman commander"
    " whistleblower".split()
)
PERSON_ENDINGS = ("ologist", "man", "woman", "person", "ist")
ACTOR_NOUNS = frozenset(
    "organization organisation agency group company party network charity watchdog think-tank tank"
    " coalition militia firm monitor newspaper magazine broadcaster channel station website outlet"
    " publisher body union association alliance movement faction army force brigade battalion unit"
    " ministry department authority commission committee council court bank fund airline carrier"
    " retailer startup start-up corporation conglomerate institute"
    " university nonprofit non-profit federation league club team band foundation bureau service"
    " regulator affiliate offshoot subsidiary wing tribe gang"
    " cartel syndicate bloc".split()
)
VERBS_TOO = frozenset("force monitor fund bank court band wing".split())
"""Nouns that before a name may be verbs."""
SERVING = frozenset("insurer lender supplier producer operator manufacturer maker owner".split())
"""Nouns that name a body before it ("the operator X"), but after it may be said of a country."""
ACTOR_FOLLOWERS = frozenset(
    "militants fighters rebels gunmen insurgents spokesman spokeswoman spokesperson leader leaders"
    " commander commanders members executives shares employees researchers correspondent reporter"
    " reporters journalist journalists operatives extremists jihadists chairman television tv radio"
    " newspaper magazine channel".split()
)
ACTOR_OF = ACTOR_FOLLOWERS | frozenset("member head director president chair founder".split())
COUNTRY_OFFICES = frozenset(
    "president prime king queen foreign interior defense defence finance supreme parliament"
    " chancellor minister crown deputy vice first".split()
)
"""What is a country's where it has a capital ("Peru’s President Ana Roe")."""
COUNTRY_POSSESSIONS = frozenset(
    "ministry parliament capital foreign prime interior defense defence central population"
    " constitution electoral airspace mayor governor airport province streets suburbs"
    " supreme".split()
)
TOWN_HAS = frozenset("hospital stadium church mosque cathedral street road square prison".split())
"""What after a town's name is in it, and does not say what it is."""
PLACE_FOLLOWERS = (
    frozenset(
        "city town village province governorate district region county airport border countryside"
        " neighborhood neighbourhood suburb suburbs island river valley skyline residents peninsula"
        " coast harbor harbour bridge dam forest mountains desert".split()
    )
    | TOWN_HAS
)
PLACE_OF = PLACE_NOUNS | frozenset(
    "north south east west northeast northwest southeast southwest coast border borders residents"
    " people ruins streets center centre mayor governor parts citizens heart edge skies shores"
    " banks inhabitants population part government bishop archbishop".split()
)
WAYS_TO = frozenset(
    "trip flew flight fly traveled travelled travel travels travelling traveling went moved move"
    " return returned returning fled flee drove drive way road route visit journey withdrawn"
    " withdrew deported bound back came come brought rushed highway train sent commute commutes"
    " commuted sail sailed sails ferry".split()
)
SHARES_IN = frozenset(
    "stake stakes interest interests shares holding holdings investment investments invest"
    " invested confidence faith trust believe believed equity position disappointed appearing"
    " appeared starring starred published reported writing written".split()
)
"""Words after which "in" is not where."""
SURE_PREPOSITIONS = frozenset("in near outside across throughout inside off".split())
WEAK_PREPOSITIONS = frozenset(
    "from into through toward towards around at beyond past via along".split()
)
TAKEN_PLACES = frozenset(
    "recapture recaptured retake retook besiege besieged bomb bombed shelled overran occupied"
    " evacuated fled invaded annexed".split()
)
ABOUT_PERSONS = frozenset(
    "beheaded arrested elected appointed sentenced charged accused detained convicted acquitted"
    " executed assassinated".split()
)
PERSONS_DO = frozenset(
    "died resigned pleaded testified married tweeted apologised apologized retired fled drowned"
    " argued conceded campaigned recalled".split()
)
SAYING = frozenset(
    "said says told tells reported reports announced stated claimed confirmed added wrote argued"
    " warned denied called insisted acknowledged tweeted explained noted estimated estimates"
    " declared described predicted urged vowed promised ruled testified recalled asked replied"
    " rebuked condemned criticized criticised praised".split()
)
PERSONS_HAVE = frozenset(
    "wife husband son sons daughter daughters mother father parents child children brother brothers"
    " sister sisters family grandmother grandfather uncle aunt cousin widow home house flat"
    " apartment shop café cafe restaurant bakery farm stall garage kitchen car boat book books"
    " novel novels film films poem poems painting paintings face hand hands arm leg eyes voice"
    " life death lawyer lawyers friend friends mind dream".split()
)
"""What a person has, after "whose"."""
ASSOCIATIONS = frozenset(
    "association associations federation union league council guild society club committee"
    " alliance network forum congress party cooperative bureau".split()
)
MEMBERS = ("ers", "ors", "ists", "ents", "ants", "ees", "men", "ians")
"""Endings of those whose body it is: Dockers’ Federation, Residents’ Association."""
OWNERS_IN_NAMES = frozenset("women men children people coroner mother worker farmer".split())
"""Whose body or place it is, in its name: Women’s Institute, Coroner’s Court."""
POSTNOMINALS = frozenset("qc kc sc mbe obe cbe esq phd".split())
"""Letters behind a person's name that are no part of it."""
RUNS = frozenset(
    "runs ran operates operated employs employed makes sells produces represents publishes owns"
    " monitors tracks campaigns supplies organises organizes builds manages".split()
)
"""What a body does, after "which"."""
GIVEN_TO = frozenset("provided given sent leaked spoke speaking talked shown supplied".split())
PLACE_TAILS = frozenset("based born area wide bound".split())
ACTOR_TAILS = frozenset(
    "held led run backed mediated brokered sponsored controlled funded trained linked affiliated"
    " aligned owned inspired dominated".split()
)
TAILS = (
    PLACE_TAILS
    | ACTOR_TAILS
    | frozenset(
        "style era made like friendly only free built allied area majority speaking minded".split()
    )
)
FUNCTION = frozenset(
    "has had have is was were are be been will would could can may might must should did does do"
    " and or but in on at to of for from by with that which who whose when where while as after"
    " before since until during against under over into through than if because not also it its"
    " he she they their his her this last next late early earlier later now then still already"
    " near between about says said went came began took made got gave lost won".split()
)
"""Words before which a name stands by itself, as no modifier of theirs."""
NO_NAMES = frozenset(
    "tv ceo cfo coo dna rna gdp gmt utc est edt pst pdt cet bst ok hiv aids covid covid-19 suv gps"
    " usb pdf faq id iq dvd cd pc mp mps ngo ngos phd atm lgbt lgbtq sms rpg tnt uav ied ieds am pm"
    " a.m p.m i.e e.g ad bc vip diy asap vs ii iii iv vi vii viii ix xi xii md ba ma jr sr god"
    " internet web earth christmas easter ramadan eid hanukkah passover diwali thanksgiving i i’m"
    " i've i’ve i’ll i’d i'm i'll i'd mom dad mum allah jesus christ muhammad facebook twitter"
    " youtube instagram whatsapp telegram google photo image video source sources update breaking"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la mass mich minn miss mo mont neb nev"
    " okla ore pa penn tenn tex vt va wash wis wyo ont que n.c n.d n.h n.j n.m n.y r.i s.c s.d w.va"
    " p.r b.c editor note writing additional reporting editing compiled copyright"
    " advertisement".split()
)
BEFORE_PLACES = DIRECTIONS | frozenset("downtown nearby neighboring neighbouring rural".split())
PLACE_ACRONYMS = frozenset("us u.s uk u.k uae u.a.e usa u.s.a dc d.c drc ussr".split())
KEEPS_TITLE = frozenset("king queen pope prince princess emperor sultan emir saint".split())
COMPANY_ENDS = frozenset(
    "inc co corp ltd llc plc corporation company group limited asa as ab ag gmbh nv oyj pty".split()
)
HONORIFICS = frozenset("mr mrs ms miss dr prof sir dame lord lady madame monsieur".split())
GENERIC = (
    COMPANY_ENDS
    | PLACES
    | ACTORS
    | EVENTS
    | FIELDS
    | DIRECTIONS
    | OFFICES
    | RANKS
    | FORMS_OF_ADDRESS
)
