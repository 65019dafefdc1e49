"""Closed word classes and a small table of verbs: what the rules know of English without a trained tagger.

Own lists. Everything is lower case; a word that stands in none of them is an open-class word ("word") or, with a capital,
a name. See `sentences.py` for how a token gets its class.
"""


def listed(spelled: str) -> tuple[str, ...]:
    """A table written as running words."""
    return tuple(spelled.split())


DETERMINERS = frozenset(
    listed("""
    the a an this that these those his her their its our my your some any no every each either neither another
    other many several most both all few such half one two three four five six seven eight nine ten dozen dozens
    hundreds thousands millions more less what which whose
""")
)
ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "every", "each", "no"))
PREPOSITIONS = frozenset(
    listed("""
    of in on at by for with from to into onto upon over under about against among amid between during through
    throughout toward towards within without across behind beyond near since until till despite before after
    around above below beside besides like unlike via per than regarding concerning following alongside inside
    outside off up down out ahead versus vs plus minus except
""")
)
CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "yet", "&"))
SUBORDINATORS = frozenset(
    listed("""
    that which who whom whose while whilst as because if when whenever where wherever whether how why what after
    before since although though unless once so than until
""")
)
PRONOUNS = frozenset(
    listed("""
    he she they it we i you him her them us me who someone everyone nobody anyone himself herself themselves
""")
)
SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "who"])
AUXILIARIES = frozenset(
    listed("""
    has have had having is are was were be been being am do does did will would can could may might must shall
    should ca wo n't n’t not never 's ’s 've ’ve 'd ’d 'll ’ll 're ’re 'm ’m get gets got going
""")
)
BE_FORMS = frozenset(
    listed("""
    is are was were be been being am 's ’s get gets got
""")
)
NEGATIONS = frozenset(
    listed("""
    not n't n’t never no nobody nothing none neither nor without hardly
""")
)
ADVERBS = frozenset(
    listed("""
    also later then still again now recently once first today yesterday tomorrow earlier previously often never
    ever further even already just only too soon always sometimes simply merely repeatedly however meanwhile
    instead therefore thus moreover nevertheless nonetheless otherwise else indeed perhaps maybe so far very
    quite rather almost nearly about somewhat together though there here twice long ago publicly
""")
)
TIMES = frozenset(
    listed("""
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. morning
    afternoon evening night midnight noon today yesterday tomorrow tonight week weekend month year last next
    early late earlier this hour hours day days weeks months years ago
""")
)
ABBREVIATIONS = frozenset(
    listed("""
    mr. mrs. ms. dr. sen. rep. gov. gen. lt. col. sgt. capt. st. jr. sr. prof. rev. hon. pres. sec. supt. maj.
    cmdr. adm. vs. etc. no. co. corp. inc. ltd. dept. u.s. u.k. u.n. e.u. d.c. a.m. p.m. e.g. i.e. jan. feb.
    mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. ariz. calif. colo. conn. fla. ga. ill. ind. kan. ky. la.
    mass. md. mich. minn. miss. mo. mont. n.c. n.d. n.h. n.j. n.m. n.y. neb. nev. okla. ore. pa. r.i. s.c. s.d.
    tenn. tex. va. vt. wash. wis. wyo.
""")
)
# abbreviations after which a sentence may well begin
MAY_END = frozenset(
    listed("""
    u.s. u.k. u.n. e.u. d.c. a.m. p.m. etc. jr. sr. inc. co. corp. ltd.
""")
)

TITLES = frozenset(
    listed("""
    mr. mr mrs. mrs ms. ms miss dr. dr sir dame lord lady madam prof. professor sen. sen senator rep. rep
    representative gov. gov governor president vice prime foreign minister premier chancellor secretary deputy
    assistant acting former interim chief chairman chairwoman chair chairperson speaker leader whip minority
    majority director editor editor-in-chief spokesman spokeswoman spokesperson envoy ambassador commissioner
    attorney solicitor general gen. gen lt. lt col. col colonel captain capt. major maj. sgt. sergeant officer
    sheriff mayor councilman councilwoman councillor councilor congressman congresswoman judge justice rabbi
    pastor rev. rev reverend bishop archbishop cardinal pope king queen prince princess emperor dictator
    strongman detective inspector superintendent cmdr. admiral adm. commander manager strategist adviser advisor
    aide lawyer counsel press special presidential candidate nominee incumbent ceo cfo coach doctor principal
    coordinator analyst correspondent reporter columnist host executive party-leader treasurer clerk supreme
    first prosecutor trustee dean provost warden owner founder co-founder
""")
)
MALE_TITLES = frozenset(
    listed("""
    mr. mr sir lord king prince chairman spokesman congressman councilman businessman pope
""")
)
FEMALE_TITLES = frozenset(
    listed("""
    mrs. mrs ms. ms miss dame lady queen princess chairwoman spokeswoman congresswoman councilwoman
""")
)
ROLE_NOUNS = frozenset(
    listed("""
    president leader premier minister chancellor secretary senator representative congressman congresswoman
    lawmaker legislator governor mayor councilman councilwoman spokesman spokeswoman spokesperson adviser
    advisor aide envoy ambassador chairman chairwoman chair speaker director chief commissioner commander
    general officer official sheriff judge justice lawyer attorney prosecutor counsel candidate nominee
    strategist pollster analyst expert professor scientist researcher author editor reporter journalist
    columnist host critic activist organizer pastor bishop doctor nurse teacher coach player owner founder
    executive manager businessman billionaire mogul politician democrat republican conservative liberal
    socialist veteran student resident witness supporter voter man woman father mother brother sister son
    daughter wife husband farmer worker boss head member prince king queen pope dictator strongman diplomat
    detective tycoon newcomer contender frontrunner incumbent comedian actor actress singer artist writer
    harbourmaster
""")
)
MORE_ROLES = frozenset(
    listed("""
    correspondent anchor whip gunman shooter suspect defendant plaintiff sponsor negotiator economist historian surgeon
    physician psychologist biologist engineer advocate principal superintendent widow survivor neighbor neighbour agent
    inspector lobbyist fundraiser surrogate ally rival opponent challenger champion trustee dean provost warden rabbi imam
    priest cleric minister-president rapper filmmaker novelist poet biographer blogger producer moderator attorney-general
    co-founder co-author co-chair cofounder ceo cfo vice-president operative consultant campaigner investigator
    marshal sergeant lieutenant captain colonel major admiral ombudsman auditor treasurer clerk registrar curator
    congressperson councillor councilor councilmember councilperson alderman selectman assemblyman assemblywoman delegate
    businesswoman entrepreneur investor banker financier heir heiress philanthropist
    chairperson spokespeople speechwriter publisher grandson granddaughter nephew niece uncle aunt cousin boyfriend
    girlfriend fiancé fiancée partner ex-wife ex-husband spouse
""")
)
LEADERS = frozenset(
    listed("""
    president premier minister chancellor leader king dictator strongman prince
""")
)
SENATOR = ("senator", "sen.", "sen")
HOUSE = ("representative", "rep.", "rep", "congressman", "congresswoman")
MEMBERS = frozenset(
    (*SENATOR, *HOUSE, "lawmaker", "legislator", "member", "mp", "assemblyman", "assemblywoman", "delegate")
)
COUNSEL = frozenset(("lawyer", "attorney", "counsel", "barrister"))
AIDES = frozenset(("adviser", "advisor", "aide", "strategist", "consultant"))
CHAIRS = frozenset(("chairman", "chairwoman", "chair", "chairperson"))
CHIEFS = frozenset(("chief", "director", "head", "boss", "commissioner", "president", "ceo", "executive", "principal"))
TYCOONS = frozenset(("businessman", "businesswoman", "billionaire", "mogul", "tycoon", "entrepreneur"))
PRESS = frozenset(
    ("reporter", "journalist", "correspondent", "columnist", "anchor", "editor", "writer", "author", "host")
)
SCHOLARS = frozenset(
    ("professor", "analyst", "expert", "scientist", "researcher", "economist", "historian", "biologist")
)
SPOKES = frozenset(("spokesman", "spokeswoman", "spokesperson"))
# by what a mention says: what the person it means may have been called
SAME_ROLE = (
    {
        "leader": LEADERS,
        "dictator": LEADERS | {"dictator"},
        "strongman": LEADERS,
        "premier": frozenset(("premier", "minister")),
        "lawmaker": MEMBERS,
        "legislator": MEMBERS,
        "politician": MEMBERS | {"governor", "gov.", "minister", "mayor"},
        "congressman": frozenset(HOUSE) - {"congresswoman"},
        "congresswoman": frozenset(HOUSE) - {"congressman"},
        "representative": frozenset(HOUSE),
        "senator": frozenset(SENATOR),
        "governor": frozenset(("governor", "gov.", "gov")),
        "spokesman": SPOKES - {"spokeswoman"},
        "spokeswoman": SPOKES - {"spokesman"},
        "spokesperson": SPOKES,
        "general": frozenset(("general", "gen.", "gen")),
        "doctor": frozenset(("doctor", "dr.", "dr", "physician", "surgeon")),
        "candidate": frozenset(("candidate", "nominee", "contender", "challenger")),
        "nominee": frozenset(("candidate", "nominee")),
        "challenger": frozenset(("candidate", "challenger")),
    }
    | {noun: group for group in (COUNSEL, AIDES, CHAIRS, TYCOONS, PRESS) for noun in group}
    | {
        "chief": CHIEFS,
        "head": CHIEFS,
        "boss": CHIEFS,
        "executive": CHIEFS,
        "expert": SCHOLARS,
        "scientist": SCHOLARS,
        "researcher": SCHOLARS,
        "scholar": SCHOLARS,
        "gunman": frozenset(("gunman", "shooter", "suspect")),
        "shooter": frozenset(("gunman", "shooter", "suspect")),
    }
)
MESSAGE_NOUNS = frozenset(
    listed("""
    post posts statement statements tweet tweets letter message messages remarks remark comment comments speech
    address interview memo email article op-ed column essay video ad advert testimony filing response reply
    answer announcement account words lawyers-letter report reports study
""")
)
ORGANISATION_WORDS = frozenset(
    listed("""
    party house senate congress department ministry university college committee commission council court times
    post news journal tribune herald gazette press agency bureau office institute association union federation
    league group bank company corp. inc. ltd. co. foundation center centre society party's campaign
    administration government army navy force forces police service authority board board's staff team club
    trust chamber network radio television tv channel magazine coalition alliance fund project review
    pentagon parliament nations street caucus water works holdings railways airlines energy industries hospital inspectorate
""")
)
GENERIC_BODIES = frozenset(
    listed("""
    agency company department group organisation organization campaign committee union court newspaper paper magazine
    bank ministry university network office association council commission board party firm service institute
    foundation outlet website site alliance coalition bureau force army team
""")
)
# what a document says it says itself: no stand-in for whoever spoke last
DOCUMENTS = frozenset(
    ("letter", "letters", "report", "reports", "study", "e-mail", "email", "memo", "filing", "article")
)
PAPER_WORDS = frozenset(
    listed("""
    times post news journal tribune herald gazette press courier mail lantern standard echo star magazine network radio
    television tv channel review
""")
)
COMPANY_WORDS = frozenset(
    listed("""
    company bank corp. inc. ltd. co. trust group network fund works holdings water railways airlines energy industries
""")
)
# parts of a title that are none alone, and small words inside names
MODIFIER_TITLES = frozenset(
    listed("""
    supreme first press special general vice prime foreign interim former acting deputy assistant majority
    minority executive presidential attorney principal party-leader
""")
)
NAME_LINKS = frozenset(
    listed("""
    de van von al bin ibn der den la del da di le el dos &
""")
)
