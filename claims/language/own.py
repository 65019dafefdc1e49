"""What the outlet states in its own voice beside what it reports, each claim whole enough to be understood by itself."""

from claims.language.fragments import asks_the_reader, complete
from claims.language.items import Item, Unit
from claims.language.making import Found
from claims.language.priority import weigh
from claims.language.spans import Claim, Stance, Voice
from claims.language.words import listed

# what is denied or rejected is a claim when it is called one; otherwise rejecting is an act that the outlet reports
CLAIM_NOUNS = frozenset(
    listed("""
    claim claims comment comments allegation allegations report reports suggestion suggestions accusation accusations charge
    charges idea notion statement statements assertion assertions rumour rumours rumor rumors criticism story stories this that them
    having being knowing any involvement wrongdoing it account version argument arguments
""")
)
PERFORMATIVE = frozenset(
    listed("""
    demand announce propose order request offer vow pledge promise endorse oppose support back approve veto agree
""")
)
EDGE = " \t\n,;:—–-"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def own_claims(text: str, unit: Unit, here: list[Found]) -> list[Claim]:
    """What the sentence states beside what it reports: all of it, or the stretch outside."""
    items = unit.items
    if len(items) < 5 or items[-1].cls == "COLON":
        return []
    reported = [f for f in here if f.quote.cue is not None and f.family != "want"]
    acts = [f for f in reported if is_act(f, items)]
    wished = any(f.family == "want" and 2 * (f.quote.end - f.quote.start) > unit.end - unit.start for f in here)
    if not reported or (acts and len(acts) == len(reported)):
        bare = all(x.cls in ("Q", "STOP", "COMMA", "DASH", "PUNCT") for x in items)
        return [] if bare or asks_the_reader(items) else [outlet_claim(text, unit.start, unit.end, wished)]
    told = [f for f in reported if f not in acts]
    acts = [f for f in acts if not any(g.region[0] <= f.region[0] and f.region[1] <= g.region[1] for g in told)]
    out = [
        outlet_claim(text, items[max(0, f_start)].start, items[min(len(items), f.region[1]) - 1].end)
        for f in acts
        if (f_start := _clause_start(items, f)) is not None
    ]
    for first, last in _outside(items, unit, reported):
        if _substantial(items, first, last) and (whole := complete(items, first, last)):
            aside = whole[0] < first and first > 0
            out.append(outlet_claim(text, items[whole[0]].start, items[whole[1] - 1].end, aside=aside))
    return out


def is_act(f: Found, items: list[Item]) -> bool:
    """Rejecting a truce, demanding a withdrawal: deeds, which the outlet reports as such."""
    if f.base in PERFORMATIVE:
        return True
    if f.family != "deny" or f.negated:
        return False
    low = {x.low for x in items[f.region[0] : f.region[1]][:6]}
    return not low & CLAIM_NOUNS


def _clause_start(items: list[Item], f: Found) -> int | None:
    start = f.region[0]
    if f.quote.speaker and f.quote.speaker.start is not None:
        at = f.quote.speaker.start
        return next((k for k, x in enumerate(items) if x.start >= at), start)
    return start


def _outside(items: list[Item], unit: Unit, reported: list[Found]) -> list[tuple[int, int]]:
    """Runs of items that belong to no report: neither reported words nor cue nor speaker."""
    taken = [False] * len(items)
    for f in reported:
        for k in range(*f.region):
            taken[k] = True
    for a in unit.attributions:
        if not a.regions:
            continue
        for k in range(*a.cue):
            taken[k] = True
        if a.mention and not a.carried:
            for k in range(a.mention.first, a.mention.last):
                taken[k] = True
    runs, first = [], None
    for k in range(len(items) + 1):
        if k < len(items) and not taken[k]:
            first = k if first is None else first
        elif first is not None:
            runs.append(_whole(items, first, k))
            first = None
    return runs


def _whole(items: list[Item], first: int, last: int) -> tuple[int, int]:
    """Without the joints that the report beside it leaves behind: "…, with", "have been", "and"."""
    joint = ("PREP", "AUX", "CONJ", "SUB", "COMMA", "DASH", "ADV", "DET")
    while last > first and items[last - 1].cls in joint:
        last -= 1
    while first < last and items[first].cls in ("CONJ", "COMMA", "DASH"):
        first += 1
    return first, last


def _substantial(items: list[Item], first: int, last: int) -> bool:
    """A stretch that states something: long enough, with a verb, and with somebody or something doing it."""
    inside = items[first:last]
    verbs = any(x.cls in ("VERB", "AUX", "CUE") for x in inside)
    return len(inside) >= 6 and verbs and any(x.cls in ("NAME", "WORD", "PRON") for x in inside)


def outlet_claim(text: str, start: int, end: int, wished: bool = False, aside: bool = False) -> Claim:
    """The outlet's own claim in `text[start:end]`; an aside tells who somebody is, which is seldom what is in dispute."""
    start, end = trimmed(text, start, end)
    weighed = weigh(text[start:end], attributed=False, family="want" if wished else "aside" if aside else "")
    return Claim(start, end, text[start:end], None, Voice.OUTLET, Stance.ASSERTS, weighed.priority)
