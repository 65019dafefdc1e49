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
    early late earlier this hours days weeks months years ago
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
LEADERS = frozenset(
    listed("""
    president premier minister chancellor leader king dictator strongman prince
""")
)
SAME_ROLE = {
    "leader": LEADERS,
    "dictator": LEADERS | {"dictator"},
    "lawmaker": frozenset(
        listed("""
    congressman congresswoman senator sen. rep. representative lawmaker rep sen member
""")
    ),
    "legislator": frozenset(("congressman", "congresswoman", "senator", "sen.", "rep.", "representative")),
    "congressman": frozenset(("congressman", "rep.", "representative", "rep")),
    "congresswoman": frozenset(("congresswoman", "rep.", "representative", "rep")),
    "senator": frozenset(("senator", "sen.", "sen")),
    "governor": frozenset(("governor", "gov.", "gov")),
    "spokesman": frozenset(("spokesman", "spokesperson")),
    "spokeswoman": frozenset(("spokeswoman", "spokesperson")),
    "spokesperson": frozenset(("spokesman", "spokeswoman", "spokesperson")),
    "adviser": frozenset(("adviser", "advisor", "aide")),
    "advisor": frozenset(("adviser", "advisor", "aide")),
    "aide": frozenset(("adviser", "advisor", "aide")),
    "premier": frozenset(("premier", "minister")),
    "general": frozenset(("general", "gen.", "gen")),
    "doctor": frozenset(("doctor", "dr.", "dr")),
    "politician": frozenset(("senator", "sen.", "rep.", "governor", "gov.", "minister", "mp", "congressman")),
    "candidate": frozenset(("candidate", "nominee")),
    "nominee": frozenset(("candidate", "nominee")),
}
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
MALE_NAMES = frozenset(
    listed("""
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
    steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric
    jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry
    tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith roger carl arthur gerald
    lawrence sean christian albert joe willie jesse ralph roy noah bob bill jim tom tim dan steve mike ben sam ted joel
    vladimir volodymyr dmitry sergei ivan igor boris yuri oleg mikhail nikolai emmanuel jean pierre hans karl klaus recep
    benjamin mohammed muhammad ahmed ali omar xi narendra justin rex rand mitt barack bernie rudy newt harry chuck lindsey
    reince lanhee lewis martin simon hugh ian neil graham gordon tony boris keir rishi nigel jeremy philip oscar hugo leo
""")
)
FEMALE_NAMES = frozenset(
    listed("""
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia
    kathleen amy shirley angela helen anna brenda pamela nicole samantha katherine emma ruth christine catherine
    debra rachel carolyn janet virginia maria heather diane julie joyce victoria kelly christina joan evelyn
    lauren judith olivia hillary kellyanne megyn carly nikki kamala alexandria ivanka melania sonia ilhan elena
    marine theresa claire dianne lis jane kate anne ann sue sally lucy alice ella ida nora vera olga irina
    natasha tanya yulia svetlana karoline kaitlan ursula greta melanie mélanie chrystia jill chelsea whitney
    monica tina lois wendy martha jean gloria rose grace hannah sophie charlotte amelia mia isabella eva ingrid
    astrid marta leila fatima aisha priya mina allyson debbie kirsten tammy tulsi loretta valerie huma gina
    katrina april june dorothy beth erin molly meghan megan caitlin andrea paula
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
