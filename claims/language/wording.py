"""Words that colour the telling, outside quotations: epithets, reporting verbs that vouch or doubt, intensifiers. Own tables."""

from bisect import bisect_right

from claims.language.cues import CUE_FORMS
from claims.language.items import Item, Unit
from claims.language.marks import Marked
from claims.language.spans import Wording
from claims.language.verbs import forms_of
from claims.language.words import listed

EPITHETS = {
    "regime": "government", "regimes": "governments", "dictator": "leader", "strongman": "leader", "tyrant": "leader", "despot": "leader",
    "warlord": "commander", "thug": None, "thugs": None, "mob": "crowd", "goons": None, "henchman": "aide", "henchmen": "aides",
    "crony": "associate", "cronies": "associates", "hardliner": None, "hard-liner": None, "firebrand": None, "radical": None, "radicals": None,
    "extremist": None, "extremists": None, "terrorist": None, "terrorists": None, "puppet": None, "stooge": None, "lackey": "aide",
    "mouthpiece": "spokesperson", "zealot": None, "zealots": None, "apologist": "defender", "propagandist": None, "oligarch": "businessman",
    "oligarchs": "businessmen", "elites": None, "globalist": None, "globalists": None, "snowflakes": None, "illegals": "migrants",
    "aliens": "migrants", "fanatic": None, "fanatics": None, "demagogue": "politician", "butcher": None, "bully": None, "liar": None,
    "crook": None, "traitor": None, "traitors": None, "warmonger": None, "junta": "military government", "militants": "fighters",
    "disgraced": None, "embattled": None, "so-called": None, "self-styled": None, "self-proclaimed": None, "notorious": None,
    "infamous": None, "shadowy": None, "hardcore": None, "far-left": None, "leftist": None, "right-wing": None, "left-wing": None,
}  # fmt: skip
# base of a reporting verb: (neutral base, how strongly it colours)
VERBS = {
    "claim": ("say", 0.8), "admit": ("say", 0.7), "confess": ("say", 0.8), "concede": ("say", 0.6), "acknowledge": ("say", 0.5),
    "reveal": ("say", 0.6), "boast": ("say", 0.9), "brag": ("say", 0.9), "insist": ("say", 0.6), "allege": ("say", 0.5),
    "purport": ("say", 0.7), "contend": ("say", 0.4), "confirm": ("say", 0.5), "assure": ("tell", 0.5), "rant": ("say", 0.9),
    "whine": ("say", 0.9), "gloat": ("say", 0.9), "sneer": ("say", 0.9), "snap": ("say", 0.7), "fume": ("say", 0.8), "thunder": ("say", 0.8),
    "hail": ("praise", 0.6), "tout": ("present", 0.6), "slam": ("criticise", 0.9), "blast": ("criticise", 0.9), "bash": ("criticise", 0.9),
    "rip": ("criticise", 0.8), "lambast": ("criticise", 0.8), "lambaste": ("criticise", 0.8), "excoriate": ("criticise", 0.8),
    "skewer": ("criticise", 0.8), "savage": ("criticise", 0.8), "decry": ("criticise", 0.5), "mock": ("criticise", 0.5), "laud": ("praise", 0.5),
    "gush": ("say", 0.8), "backtrack": (None, 0.6), "backpedal": (None, 0.7), "parrot": ("repeat", 0.8), "court": (None, 0.4),
    "rehash": ("repeat", 0.7), "ram": (None, 0.5), "pounce": (None, 0.7), "cave": ("agree", 0.6), "grovel": (None, 0.8), "spew": ("say", 0.9),
    "trumpet": ("announce", 0.6), "demonize": ("criticise", 0.7), "demonise": ("criticise", 0.7), "peddle": ("spread", 0.7),
}  # fmt: skip
ONLY_AS_CUE = frozenset(
    listed("""
    claim admit reveal confirm acknowledge assure insist allege contend concede snap rip cave court boast
""")
)
INTENSIFIERS = frozenset(
    listed("""
    sharply emphatic emphatically totally utterly massively hugely wildly dramatically shockingly brazenly blatantly flatly
    fiercely furiously savagely brutally desperately hysterically ridiculously laughably absurdly outrageously shamelessly
    predictably conveniently suspiciously notoriously infamously famously stunningly startlingly astonishingly incredibly
    extremely deeply bitterly angrily vehemently relentlessly recklessly cynically ominously bizarrely allegedly supposedly
    devastating shocking stunning staggering explosive blistering scathing sensational jaw-dropping bombshell massive skyrocketing
    unprecedented outrageous dire chilling vicious savage brutal ridiculous absurd disgraceful pathetic shameful bizarre
""")
)
LOADED = {
    ("glimmer", "of", "hope"): None, ("tantamount", "to"): None, ("once", "again"): None, ("turning", "his", "back", "on"): None,
    ("turning", "her", "back", "on"): None, ("lashed", "out"): "criticised", ("lashing", "out"): "criticising", ("doubled", "down"): "repeated",
    ("doubling", "down"): "repeating", ("fired", "back"): "replied", ("hit", "back"): "replied", ("witch", "hunt"): None,
    ("land", "grab"): None, ("in", "chaos"): None, ("slap", "in", "the", "face"): None, ("deafening", "silence"): None,
    ("played", "the", "victim"): None, ("refused", "to", "say"): "did not say", ("failed", "to"): "did not", ("ram", "through"): "pass",
    ("under", "fire"): None, ("caved", "in"): "agreed", ("fake", "news"): None, ("power", "grab"): None, ("bargaining", "chip"): None,
}  # fmt: skip
PLAIN_LOADED = {
    "disgruntled": "dissatisfied", "rehash": "repeat", "rehashed": "repeated", "scheme": "plan", "schemes": "plans", "ploy": "move",
    "stunt": None, "cronyism": None, "meltdown": None, "debacle": "failure", "fiasco": "failure", "onslaught": None, "frenzy": None,
    "hysteria": None, "carnage": None, "bloodbath": None, "sham": None, "farce": None, "charade": None, "cover-up": None,
    "smear": "criticism", "smears": "criticism", "tirade": "speech", "rant": "speech", "diatribe": "speech", "propaganda": None,
    "indoctrination": None, "invaders": None, "horde": "group", "hordes": "groups", "flood": None, "surrendering": None, "kowtow": None,
    "cozy": None, "courted": "approached", "courting": "approaching", "slammed": "criticised", "botched": None, "bungled": None,
    "doomed": None, "crusade": "campaign", "woke": None, "swamp": None, "rigged": None, "draconian": "strict", "skyrocketed": "rose",
    "plummeted": "fell", "plunged": "fell", "soared": "rose", "clash": None, "controversial": None, "radicalism": None, "sinister": None,
}  # fmt: skip


def _verb_table() -> dict[str, tuple[str | None, float, bool]]:
    table: dict[str, tuple[str | None, float, bool]] = {}
    for base, (neutral, score) in VERBS.items():
        swapped = {tag: form for form, tag in forms_of(neutral).items()} if neutral else {}
        for form, tag in forms_of(base).items():
            table[form] = (swapped.get(tag), score, base in ONLY_AS_CUE)
    return table


VERB_TABLE = _verb_table()


def wording_of(text: str, units: list[Unit], marks: list[Marked], folded: frozenset[int]) -> list[Wording]:
    """Every coloured word outside quotations, in body, headings and captions that are not repeats."""
    starts = [m.outer_start for m in marks]
    out: list[Wording] = []
    for unit in units:
        if unit.paragraph in folded or unit.kind in ("boilerplate", "credit"):
            continue
        items = unit.items
        k = 0
        while k < len(items):
            item = items[k]
            at = bisect_right(starts, item.start) - 1
            if item.cls == "Q" or (at >= 0 and marks[at].outer_end >= item.end):
                k += 1
                continue
            size, found = _at(text, items, k)
            if found:
                out.append(found)
            k += size
    return out


def _at(text: str, items: list[Item], k: int) -> tuple[int, Wording | None]:
    """The wording that begins at item `k`, and how many items it takes."""
    item = items[k]
    for size in (4, 3, 2):
        phrase = tuple(x.low for x in items[k : k + size])
        if len(phrase) == size and phrase in LOADED:
            last = items[k + size - 1]
            return size, Wording(item.start, last.end, text[item.start : last.end], "loaded", LOADED[phrase], 0.6)
    if item.low in EPITHETS:
        neutral = EPITHETS[item.low]
        if neutral and item.text[0].isupper():
            neutral = neutral[0].upper() + neutral[1:]
        return 1, Wording(item.start, item.end, item.text, "epithet", neutral, 0.8)
    if item.low in VERB_TABLE:
        neutral, score, only_as_cue = VERB_TABLE[item.low]
        if (
            item.cue is not None
            or (item.cls == "VERB")
            or (not only_as_cue and item.low not in CUE_FORMS and item.low not in PLAIN_LOADED)
        ):
            return 1, Wording(item.start, item.end, item.text, "reporting verb", neutral, score)
    if item.low in INTENSIFIERS and item.cls != "NAME":
        return 1, Wording(item.start, item.end, item.text, "intensifier", None, 0.6)
    if item.low in PLAIN_LOADED and item.cls != "NAME":
        return 1, Wording(item.start, item.end, item.text, "loaded", PLAIN_LOADED[item.low], 0.5)
    return 1, None
