"""What an article calls a person: "mayor", "the Russian leader", "Vale's lawyer"; and whom such a description may mean."""

from dataclasses import dataclass

from claims.language import words
from claims.language.items import Item
from claims.language.words import listed

LONGEST = 18  # items of an apposition that are read
# without these words in the mention, somebody who is one is not meant: "the president" is no vice president
BINDING = frozenset(listed("vice deputy assistant lieutenant lt. lt associate under junior co-chair"))
PAST = frozenset(listed("former ex late onetime then retired outgoing"))
# words of a description that tell nothing about who is meant
EMPTY = frozenset(
    listed("""
    top senior longtime long-time new own very same then now young old embattled outspoken powerful popular ailing
    first second incoming presumptive defiant angry emotional controversial influential prominent
""")
)
ADJECTIVES = {
    adjective: place
    for pair in listed("""
        american:america british:britain french:france dutch:netherlands spanish:spain german:germany swiss:switzerland
        danish:denmark swedish:sweden norwegian:norway finnish:finland polish:poland czech:czechia greek:greece
        turkish:turkey irish:ireland welsh:wales scottish:scotland chinese:china japanese:japan filipino:philippines
        thai:thailand israeli:israel iraqi:iraq pakistani:pakistan saudi:saudi qatari:qatar yemeni:yemen afghan:afghanistan
        kuwaiti:kuwait portuguese:portugal european:europe english:england congressional:congress presidential:president
        parliamentary:parliament senatorial:senate federal:federal democratic:democrat republican:republican
    """)
    for adjective, place in [pair.split(":")]
}
SAME_PLACE = dict(
    pair.split(":")
    for pair in listed("""
    u.s:america us:america usa:america states:america uk:britain u.k:britain gop:republican democrats:democrat
    republicans:republican holland:netherlands vice-presidential:vice
""")
)
HONORIFICS = frozenset(listed("mr. mr mrs. mrs ms. ms miss sir dame lord lady madam"))
HEADS = (words.ROLE_NOUNS | words.TITLES | words.MORE_ROLES) - words.MODIFIER_TITLES - HONORIFICS | {
    "principal",
    "attorney",
    "general",
}
GENERALS = frozenset(listed("attorney solicitor surgeon inspector secretary postmaster director brigadier comptroller"))
# words that make another office of one: "the press secretary" is no other secretary
OFFICES = frozenset(
    listed("""
    prime foreign press campaign majority minority interior defense defence finance health treasury state police fire
    county city school presidential congressional gubernatorial senate house committee
""")
)


@dataclass(frozen=True, slots=True)
class Role:
    """One description of a person: its noun, and stems of the words around it."""

    head: str
    around: frozenset[str]


def stem(word: str) -> str:
    """One form for a place and what comes from it: "Russia", "Russian" → "russi"; "American", "U.S." → "america"."""
    low = word.lower().strip(".,'’")
    low = ADJECTIVES.get(low, SAME_PLACE.get(low, low))
    for ending in ("ians", "ian", "ans", "an", "ese", "ish", "ia", "a", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


def is_role(item: Item) -> bool:
    """Is it a noun for what somebody is?"""
    return item.low in HEADS and item.cls in ("WORD", "NAME", "CUE", "VERB")


def role_of(phrase: list[Item]) -> Role | None:
    """The description that a phrase gives: "a lawyer for Ms. Vale" → lawyer, around it Vale; None where it gives none."""
    head = -1
    for k, item in enumerate(phrase[:LONGEST]):
        if is_role(item):
            head = k
        elif head >= 0 and item.cls not in ("NAME", "WORD"):
            break
        elif item.cls in ("VERB", "CUE", "AUX", "SUB", "STOP", "Q"):
            return None
    if head < 0:
        return None
    if head + 1 < len(phrase) and phrase[head + 1].cls == "POSS":
        return role_of(phrase[head + 2 :])  # "the mayor’s lawyer"
    noun, skip = phrase[head].low, 0
    if noun == "general" and head and phrase[head - 1].low in GENERALS:
        noun, skip = phrase[head - 1].low + " general", 1
    around = frozenset(
        stem(x.low)
        for n, x in enumerate(phrase[:LONGEST])
        if not head - skip <= n <= head and x.cls in ("NAME", "WORD") and x.low not in EMPTY | HONORIFICS
    )
    return Role(noun, around)


def told(phrase: list[Item], role: Role) -> frozenset[str]:
    """What a mention says of its role that has to be true: names, parties and peoples, and words that make it another office."""
    must = {
        stem(x.low)
        for x in phrase[:LONGEST]
        if (x.cls == "NAME" and x.low not in HONORIFICS and (x.low not in HEADS or x.low in ADJECTIVES))
        or x.low in OFFICES
    }
    return role.around & must


def fit(role: Role, asked: Role, must: frozenset[str]) -> int:
    """How well a person's role answers to one that is asked for; 0 is not at all."""
    if role.head != asked.head and role.head not in words.SAME_ROLE.get(asked.head, ()):
        return 0
    if (role.around & BINDING) ^ (asked.around & BINDING):
        return 0
    common = asked.around & role.around
    if must - common:
        return 0
    past = bool(role.around & PAST) - bool(asked.around & PAST)
    return 4 + 2 * len(common) + (role.head == asked.head) - 2 * abs(past)
