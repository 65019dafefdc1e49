"""Claims: what attributions report, with their claimants, and what the outlet states in its own voice."""

import re

from claims.language import words
from claims.language.identity import as_phrase
from claims.language.items import Item, Unit
from claims.language.making import Found
from claims.language.priority import weigh
from claims.language.spans import Claim, QuoteKind, Stance, Voice
from claims.language.verbs import VERB_FORMS
from claims.language.words import listed

SENTENCE = re.compile(r"[.!?…]+[”’\"')\]]*\s+(?=[A-Z“‘\"'(\[])")
LEADING = re.compile(r"(?:that|whether|if|how|why)\s+", re.I)
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


def claims_of(text: str, units: list[Unit], found: list[Found], folded: frozenset[int]) -> list[Claim]:
    """All claims of an article, in order of start."""
    by_unit: dict[int, list[Found]] = {}
    for f in found:
        by_unit.setdefault(f.unit, []).append(f)
    claims: list[Claim] = []
    for unit in units:
        if unit.paragraph in folded or unit.kind not in ("body", "heading"):
            continue
        here = by_unit.get(unit.number, [])
        for f in here:
            if len(f.quote.text) < 2:
                continue
            if unit.kind == "body" or f.quote.cue is not None:
                claims.extend(_attributed(text, unit, f, here))
        if unit.kind == "body":
            claims.extend(_own(text, unit, here))
    claims = [c for c in claims if sum(1 for w in c.text.split()[:40] if any(x.isalnum() for x in w)) >= 2]
    unique = {(c.start, c.end, c.claimant): c for c in sorted(claims, key=lambda c: c.priority)}
    return sorted(unique.values(), key=lambda c: (c.start, c.end))


def _claimant(f: Found, unit: Unit) -> str | None:
    """The speaker's name, or the mention as it would stand inside a sentence; a pronoun that nothing settles is nobody."""
    s = f.quote.speaker
    if s is None or s.name or s.start is None:
        return s.name if s else None
    span = [x for x in unit.items if s.start <= x.start < (s.end or 0)]
    if not span:
        return s.text
    if all(x.cls in ("PRON", "SUB") for x in span):
        return None
    bare = unit.kind == "heading" and span[0].cls == "WORD" and not span[-1].low.endswith("s")
    return ("the " if bare else "") + as_phrase(span)


def _stance(f: Found) -> Stance:
    if f.family == "deny":
        return Stance.ASSERTS if f.negated else Stance.DENIES
    return Stance.DOUBTS if f.family == "doubt" else Stance.ASSERTS


def _attributed(text: str, unit: Unit, f: Found, here: list[Found]) -> list[Claim]:
    q = f.quote
    if f.family == "nested" or q.kind == QuoteKind.SCARE or (q.speaker is None and q.cue is None):
        return []
    if q.cue is None and q.confidence < 0.5:
        return []  # marks that lean on the sentence's subject: the sentence is the outlet's claim
    if f.negated and f.family in ("say", "tell", "want"):
        return []
    for g in here:
        same = (
            g is not f
            and g.quote.start <= q.start
            and q.end <= g.quote.end
            and _claimant(g, unit) == _claimant(f, unit)
        )
        if same and (g.quote.end - g.quote.start) > (q.end - q.start) and f.family != "deny":
            return []
    claimant, stance = _claimant(f, unit), _stance(f)
    spans = _spans(text, unit, f)
    out = []
    for start, end in spans:
        weighed = weigh(text[start:end], attributed=True, denies=stance == Stance.DENIES, family=f.family, base=f.base)
        out.append(Claim(start, end, text[start:end], claimant, Voice.ATTRIBUTED, stance, weighed.priority))
    return out


def _spans(text: str, unit: Unit, f: Found) -> list[tuple[int, int]]:
    q = f.quote
    if q.kind == QuoteKind.DIRECT:
        if len(q.text.split()) < 4 or (len(q.text.split()) < 7 and not _has_verb(q.text)):
            return [_reporting_clause(text, unit, f)]
        return [s for s in sentences(text, q.start, q.end) if len(text[slice(*s)].split()) >= 3] or [(q.start, q.end)]
    start, end = q.start, q.end
    if lead := LEADING.match(text, start, end):
        start = lead.end()
    pieces = [s for s in sentences(text, start, end) if len(text[slice(*s)].split()) >= 3]
    return pieces or [trimmed(text, start, end)]


def _has_verb(words_said: str) -> bool:
    low = {w.strip(".,!?").lower() for w in words_said.replace("’", "'").split()}
    contracted = any("'" in w for w in low)
    return contracted or bool(low & words.AUXILIARIES) or any(w in VERB_FORMS for w in low)


def _reporting_clause(text: str, unit: Unit, f: Found) -> tuple[int, int]:
    """A few words in marks mean little alone: the claim is the clause that reports them."""
    q = f.quote
    region = unit.items[f.region[0] : f.region[1]] or unit.items
    low, high = min(q.start, region[0].start), max(q.end, region[-1].end)
    if q.cue:
        low, high = min(low, q.cue.start), max(high, q.cue.end)
    if q.speaker and q.speaker.start is not None and q.speaker.end is not None:
        low, high = min(low, q.speaker.start), max(high, q.speaker.end)
    if not q.cue or f.family == "object" or high - low > 400:
        low, high = min(low, unit.start), max(high, unit.end)
    if not unit.start <= low < high <= unit.end:
        low, high = unit.start, unit.end
    return trimmed(text, low, high)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch, as offsets."""
    spans = []
    low = start
    for m in SENTENCE.finditer(text, start, end):
        word = text[max(start, m.start() - 12) : m.start() + 1].split()
        if word and (word[-1].lower() in words.ABBREVIATIONS or (len(word[-1]) == 2 and word[-1][0].isupper())):
            continue
        spans.append(trimmed(text, low, m.end()))
        low = m.end()
    spans.append(trimmed(text, low, end))
    return [s for s in spans if s[1] > s[0]]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def _own(text: str, unit: Unit, here: list[Found]) -> list[Claim]:
    """What the sentence states beside what it reports: all of it, or the stretch outside."""
    items = unit.items
    if len(items) < 5 or items[-1].cls == "COLON":
        return []
    reported = [f for f in here if f.quote.cue is not None and f.family != "want"]
    acts = [f for f in reported if _is_act(f, items)]
    wished = any(f.family == "want" and 2 * (f.quote.end - f.quote.start) > unit.end - unit.start for f in here)
    if not reported or (acts and len(acts) == len(reported)):
        bare = all(x.cls in ("Q", "STOP", "COMMA", "DASH", "PUNCT") for x in items)
        return [] if bare else [_outlet(text, unit.start, unit.end, wished)]
    out = [
        _outlet(text, items[max(0, f_start)].start, items[min(len(items), f.region[1]) - 1].end)
        for f in acts
        if (f_start := _clause_start(items, f)) is not None
    ]
    for first, last in _outside(items, unit, reported):
        if _substantial(items, first, last):
            out.append(_outlet(text, items[first].start, items[last - 1].end))
    return out


def _is_act(f: Found, items: list[Item]) -> bool:
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


def _outlet(text: str, start: int, end: int, wished: bool = False) -> Claim:
    start, end = trimmed(text, start, end)
    weighed = weigh(text[start:end], attributed=False, family="want" if wished else "")
    return Claim(start, end, text[start:end], None, Voice.OUTLET, Stance.ASSERTS, weighed.priority)
