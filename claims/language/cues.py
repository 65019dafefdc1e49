"""Tables of words that report: verbs by what they do with the reported words, and phrases. Own lists.

`family` is one of: say (a clause or words in marks), tell (say with an addressee), object (the reported words are an object:
"called the plan absurd"), deny, doubt, want (belief, wish, plan: told apart by the cue, as docs/contracts.md says).
"""

from dataclasses import dataclass

from claims.language.verbs import forms_of
from claims.language.words import listed

SAY = listed("""
    say add write tweet retweet post state declare announce explain argue insist assert claim contend maintain
    report note observe remark comment reply respond answer continue conclude warn caution predict suggest
    indicate hint imply stress emphasize emphasise reiterate repeat confirm acknowledge admit concede confess
    reveal disclose allege charge complain lament joke quip boast brag shout yell whisper mutter scream chant
    cry testify swear promise pledge vow recall recount remember read proclaim pronounce affirm attest estimate
    calculate project forecast speculate counter retort rejoin interject exclaim quote relate signal clarify
    elaborate opine muse recommend advise demand request propose email text message blog guarantee underline
    underscore agree find show learn point summarize sing ask wonder inquire riff sneer snap fume thunder
    gush demonstrate reckon vent grumble reason surmise posit relay stipulate profess determine discover decide rule
""")
TELL = listed("""
    tell assure remind inform advise warn notify convince persuade caution promise
""")
OBJECT = listed("""
    call describe label dub term brand deem characterize characterise portray depict denounce condemn criticize
    criticise slam blast bash attack mock ridicule praise hail laud applaud commend tout accuse blame fault cite
    urge implore beg press defend endorse support oppose back favor advocate highlight mention discuss address
    outline detail welcome decry deplore champion lambast lambaste rip rap assail compare liken thank
    congratulate name question explain express voice echo raise propose demand suggest announce offer order
    request seek encourage plead refer point
""")
DENY = listed("""
    deny reject dismiss refute dispute rebut disavow repudiate contradict debunk rebuff disclaim
""")
DOUBT = ["doubt", "question", "challenge"]
WANT = listed("""
    want hope believe think fear expect feel wish plan intend know see prefer consider aim anticipate suspect
    worry favor support oppose understand assume realize regard view imagine decide need seek vow pledge promise
    refuse agree mean doubt guess presume envision decline
""")
PHRASES = {
    ("according", "to"): "according",
}
# verbs after which "that" may be left out before a clause, or that may stand beside words in marks
BARE_CLAUSE = frozenset(
    listed("""
    say add think believe hope claim argue insist suggest note state warn report know fear expect admit
    acknowledge assert reveal conclude explain maintain allege predict promise declare confirm announce feel
    recall reiterate indicate contend write tweet find guess suspect wish assume testify tell assure remind
    inform see show learn mean
""")
)
# forms that are nouns at least as often: they report only between a subject and what is reported
NOUNS_TOO = frozenset(
    listed("""
    claim claims report reports note notes state states comment comments call calls plan plans hope hopes fear
    fears demand demands request requests post posts text texts message messages question questions estimate
    estimates charge charges show shows support supports project projects forecast forecasts attack attacks
    answer answers reply respond response promise promises pledge pledges joke jokes advise tweet tweets email
    emails signal signals label labels brand term terms view views aim aims need needs name names address
    addresses cry blame praise fault challenge challenges dispute doubt doubts press order orders back rule
    rules quote quotes offer offers mention mentions reason reasons detail details point points counter wish
    guess find finds boast blast rap slam highlight highlights thought cause echo voice wants want experts
    record expected read reads remark remarks experience counsel favor warning posting reporting meaning
    understanding feeling finding building showing raise raises value cites host
""")
)
NEUTRAL_ADJUNCT_NOUNS = frozenset(
    listed("""
    statement interview speech tweet tweets letter post posts email e-mail message memo briefing conference
    address video article report op-ed essay column editorial release appearance remarks hearing call telephone
    phone blog twitter facebook social media interviews ad event rally debate podcast note filing affidavit
    testimony response reply
""")
)
ADDRESSEES = frozenset(
    listed("""
    reporters reporter journalists lawmakers me them him her us supporters viewers voters cnn donors aides
    colleagues delegates parliament
""")
)
# how far a reporting verb vouches for what it reports
FACTIVE = frozenset(
    listed("""
    reveal admit acknowledge concede confess confirm disclose point learn discover recall demonstrate show know
    realize find clarify
""")
)
DOUBTING = frozenset(
    listed("""
    claim allege insist contend purport boast brag maintain assert profess tout
""")
)

# words that belong to the cue: "called for", "pointed out"
PARTICLES = dict(
    pair.split(":")
    for pair in listed("""
        call:for/on/out/upon refer:to point:out/to respond:to reply:to agree:with complain:about/of
        warn:of/about/against ask:for/about talk:about push:for/back see:as hint:at wonder:about hope:for
        boast:of/about brag:about opt:for comment:on remark:on object:to inquire:about argue:for/against
        speculate:about joke:about testify:about advocate:for press:for plan:for
    """)
)
# verbs that report in the passive too: "was described as … by Smith"
PASSIVE_OK = frozenset(
    listed("""
    call describe label dub term brand condemn denounce criticise criticize characterise characterize portray depict
""")
)
# verbs that report only with "that", "how" or words in marks behind them
STRICT = frozenset(
    listed("""
    see know feel find show learn decide remember agree mean understand realize realise recall imagine assume
    quote read continue post email text message blog request suppose point cry sing whisper reply respond answer
    remain counter determine discover demonstrate prefer consider need rule signal project calculate relate
    query clarify reason value challenge press voice offer name seek order guarantee underscore underline
    address detail outline question profess guess cite mention raise defend support back
""")
)
# families that end what another verb reports
STOP_FAMILIES = frozenset(("say", "tell", "deny"))
NARRATIVE_GERUNDS = frozenset(("citing", "referring", "speaking", "talking", "quoting", "echoing", "according"))


@dataclass(frozen=True, slots=True)
class CueWord:
    """One form of a reporting verb: its base, tag (VB, VBZ, VBD, VBG) and family."""

    base: str
    tag: str
    family: str
    also_object: bool = False
    also_tell: bool = False
    also_want: bool = False


def _table() -> dict[str, CueWord]:
    table: dict[str, CueWord] = {}
    for family, bases in (
        ("say", SAY),
        ("tell", TELL),
        ("deny", DENY),
        ("doubt", DOUBT),
        ("object", OBJECT),
        ("want", WANT),
    ):
        for base in bases:
            for form, tag in forms_of(base).items():
                table.setdefault(form, CueWord(base, tag, family, base in OBJECT, base in TELL, base in WANT))
    return table


CUE_FORMS = _table()
SPEECH_BASES = frozenset(SAY) | frozenset(TELL)
