"""Words that mean the same act: verbs with their nouns in groups, and pairs of acts that exclude each other. Own lists."""

from functools import cache

from claims.language.cues import CUE_FORMS
from claims.language.verbs import IRREGULAR, VERBS, forms_of
from claims.language.words import listed

GROUPS = {
    "speak to": "speak talk converse phone telephone chat conversation discussion phone-call",
    "meet": "meet meeting",
    "kill": "kill die dead death slay murder fatality perish fatally killing massacre",
    "injure": "injure wound hurt injury injured wounded",
    "encircle": "encircle surround encirclement besiege",
    "fire": "fire dismiss sack oust terminate firing dismissal termination",
    "arrest": "arrest detain apprehend detention",
    "resign": "resign quit resignation",
    "clash": "confront confrontation scuffle tussle altercation brawl grab assault melee",
    "post": "post upload publish",
    "announce": "announce unveil disclose announcement",
    "marry": "marry wed wedding",
    "shoot": "shoot shooting gun",
    "crash": "crash collide collision",
    "win": "win victory",
    "lose": "lose defeat",
    "accept": "accept agree approve acceptance approval",
    "reject": "reject refuse decline rejection refusal rebuff",
    "support": "support back endorse favor favour",
    "oppose": "oppose opposition",
    "begin": "begin start launch",
    "end": "end finish conclude",
    "find": "find discover discovery",
    "investigate": "investigate probe investigation inquiry",
    "cancel": "cancel scrap abandon cancellation",
    "close": "close shut closure",
    "open": "open reopen",
    "warn": "warn warning",
    "convict": "convict conviction",
    "acquit": "acquit acquittal",
    "increase": "increase grow",
    "decrease": "decrease decline shrink",
    "destroy": "destroy demolish raze",
    "visit": "visit tour",
    "cost": "cost price",
    "vote": "vote ballot",
    "attend": "attend attendance",
    "hire": "hire appoint name appointment recruit",
    "evacuate": "evacuate evacuation",
    "rescue": "rescue",
    "steal": "steal theft rob robbery",
    "sign": "sign signing",
    "own": "own",
}
SPEECH = frozenset(
    listed(
        "say tell add state claim report note write tweet insist argue believe think suggest explain call ask describe"
        " comment respond reply remark declare accuse stress mention express show see know want hope expect plan be have do"
        " conduct hold make take get go come use appear seem include become give keep let help try"
    )
)
"""Acts that happen many times over or mean too little to be one event."""
OPPOSITES = {
    frozenset(pair)
    for pair in (
        ("win", "lose"),
        ("accept", "reject"),
        ("support", "oppose"),
        ("convict", "acquit"),
    )
}
TOGETHER = frozenset(("speak to", "meet", "marry"))
"""Acts in which both sides take part: "A and B spoke" is "A spoke to B"."""
_EXTRA = listed(
    """encircle slay perish injure wound detain apprehend oust sack dismiss terminate scuffle tussle upload publish wed
    collide crash decrease shrink demolish raze besiege converse telephone phone hire evacuate acquit probe confirm
    cancel rebuff finish conclude approve murder scrap shrink favour hospitalize drown burn derail topple poison
    kidnap abduct bury bribe leak bomb hack scam smuggle strangle stab swim walk evict expel inspect measure
    lose win marry found own weigh sail land divorce adopt inherit bequeath host sponsor direct star score""".replace(
        "\n", " "
    )
)


SAME_WORDS = {
    word: group.split()[0]
    for group in (
        "report article story piece dispatch",
        "video footage clip film tape recording",
        "gunman shooter attacker assailant",
        "troops soldiers forces",
        "ceasefire truce cease-fire armistice",
        "attorney lawyer counsel",
        "film movie picture",
        "car vehicle automobile",
        "plane aircraft airplane jet airliner",
        "home house residence",
        "child kid youngster",
        "police officers cops",
        "blaze fire inferno",
        "storm hurricane cyclone typhoon",
        "firm company corporation",
        "investigation inquiry probe",
        "ballot vote",
        "spokesman spokeswoman spokesperson",
        "firearm gun weapon rifle",
    )
    for word in group.split()[1:]
}
"""Nouns that stand for one another when outlets tell of the same thing."""


MORE_IRREGULAR = {
    "speak": "spoke spoken", "shoot": "shot", "sink": "sank sunk", "swim": "swam swum", "steal": "stole stolen", "strike": "struck stricken",
    "throw": "threw thrown", "tear": "tore torn", "swear": "swore sworn", "freeze": "froze frozen", "hang": "hung hanged", "ring": "rang rung",
    "ride": "rode ridden", "shrink": "shrank shrunk", "spring": "sprang sprung", "stick": "stuck", "wear": "wore worn", "flee": "fled",
    "burn": "burnt burned", "drown": "drowned", "bind": "bound", "lay": "laid", "lend": "lent", "seek": "sought", "sweep": "swept",
    "bear": "bore borne", "bury": "buried", "slay": "slew slain", "overthrow": "overthrew overthrown",
}  # fmt: skip


@cache
def bases() -> dict[str, str]:
    """Form of a verb → its base, for the tables' verbs, the cues and those that only the groups name."""
    known: dict[str, str] = {}
    for base in (*VERBS, *_EXTRA, *IRREGULAR):
        for form in forms_of(base):
            known.setdefault(form, base)
    for form, cue in CUE_FORMS.items():
        known.setdefault(form, cue.base)
    known.update(dead="dead", fled="flee")
    for base, forms in MORE_IRREGULAR.items():
        known.update(dict.fromkeys(forms.split(), base))
    return known


@cache
def groups() -> dict[str, str]:
    """Base or noun → the name of its group."""
    return {word: name for name, words in GROUPS.items() for word in words.split()}


def base_of(low: str) -> str:
    """The base of a verb's form; of another word itself without a plural ending."""
    known = bases().get(low)
    if known:
        return known
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        if low.endswith("ies") and len(low) > 4:
            return low[:-3] + "y"
        if low.endswith(("ches", "shes", "xes", "sses")):
            return low[:-2]
        return low[:-1]
    return low


@cache
def sense_of(low: str) -> str:
    """The name of the group that a form stands in, or its base."""
    if low in groups():
        return groups()[low]
    base = base_of(low)
    return groups().get(base, base)


@cache
def stem(low: str) -> str:
    """A rough stem on which forms of one word meet: "announced", "announcement"; "plates", "plate"."""
    base = base_of(low)
    base = SAME_WORDS.get(base, SAME_WORDS.get(low, base)).replace("-", "")
    if len(base) > 5:
        for ending in ("ements", "ement", "ations", "ation", "ingly", "ings", "ing", "edly", "ed", "ly", "es"):
            if base.endswith(ending) and len(base) - len(ending) >= 4:
                base = base[: -len(ending)]
                break
    return base.rstrip("e")[:7] if len(base) > 4 else base
