"""Claims: what attributions report, with their claimants, and what the outlet states in its own voice."""

import re
from dataclasses import replace

from claims.language import words
from claims.language.encoder.judging import CHECK, SUBJECTIVE, Judgement
from claims.language.identity import as_phrase
from claims.language.items import Unit
from claims.language.making import Found
from claims.language.own import is_act, outlet_claim, own_claims, trimmed
from claims.language.priority import judged, weigh
from claims.language.propositions import propositions
from claims.language.spans import Claim, QuoteKind, Stance, Voice
from claims.language.verbs import VERB_FORMS

SENTENCE = re.compile(r"(?<![.!?…])[.!?…]+[”’\"')\]]*\s+(?=[A-Z“‘\"'(\[])")
DANGLING = re.compile(r",?\s(?:and then|and|but|or|then|because)\s*$")  # left over before a cue
JOINT = re.compile(r"(?:and|but|because|so|or)\s(?=[\w“‘\"'])")
LEADING = re.compile(r"(?:that|whether|if|how|why)\s+", re.I)


def claims_of(
    text: str, units: list[Unit], found: list[Found], folded: frozenset[int], judgement: Judgement | None = None
) -> list[Claim]:
    """All claims of an article, in order of start. Without the trained judge's `judgement` the rules weigh alone."""
    by_unit: dict[int, list[Found]] = {}
    for f in found:
        by_unit.setdefault(f.unit, []).append(f)
    claims: list[Claim] = []
    for unit in units:
        if unit.paragraph in folded or unit.kind not in ("body", "heading"):
            continue
        here = by_unit.get(unit.number, [])
        own = [o for c in own_claims(text, unit, here) for o in _parted(text, c)] if unit.kind == "body" else []
        for f in here:
            if len(f.quote.text) < 2:
                continue
            if unit.kind == "body" or f.quote.cue is not None:
                made = _attributed(text, unit, f, here)
                claims.extend(c for c in made if not any(_same(c, o) for o in own))
        claims.extend(own)
    claims = [c for c in claims if sum(1 for w in c.text.split()[:40] if any(x.isalnum() for x in w)) >= 2]
    if judgement is not None:
        claims = [_judged(c, judgement) for c in claims]
    unique = {(c.start, c.end, c.claimant): c for c in sorted(claims, key=lambda c: c.priority)}
    return sorted(unique.values(), key=lambda c: (c.start, c.end))


def _judged(claim: Claim, judgement: Judgement) -> Claim:
    worth, subjective = (judgement.score(q, claim.start, claim.end) for q in (CHECK, SUBJECTIVE))
    return replace(claim, priority=judged(claim.priority, worth, subjective))


def _same(attributed: Claim, own: Claim) -> bool:
    """Does a claim that took in its cue say no more than the sentence, which is the outlet's claim?"""
    return attributed.start == own.start and own.end - attributed.end <= 1


def _parted(text: str, claim: Claim) -> list[Claim]:
    """The outlet's claim as its propositions."""
    parts = propositions(text, claim.start, claim.end)
    return [claim] if len(parts) == 1 else [outlet_claim(text, *part) for part in parts]


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
    if q.kind != QuoteKind.DIRECT and _has_joined(unit, f, here):
        return []
    if f.family == "deny" and f.base != "deny" and is_act(f, unit.items) and _is_phrase(q.text):
        return []  # "disputes the findings": the outlet's claim says it all
    claimant, stance = _claimant(f, unit), _stance(f)
    spans = [part for span in _spans(text, unit, f, here) for part in propositions(text, *span)]
    out = []
    for start, end in spans:
        whole = len(spans) == 1 and q.kind != QuoteKind.DIRECT and start <= q.start and q.end <= end
        weighed = weigh(
            q.text if whole else text[start:end],
            attributed=True,
            denies=stance == Stance.DENIES,
            family=f.family,
            base=f.base,
        )
        out.append(Claim(start, end, text[start:end], claimant, Voice.ATTRIBUTED, stance, weighed.priority))
    return out


def _spans(text: str, unit: Unit, f: Found, here: list[Found]) -> list[tuple[int, int]]:
    q = f.quote
    if q.kind == QuoteKind.DIRECT:
        if len(q.text.split()) < 4 or (len(q.text.split()) < 7 and not _has_verb(q.text)):
            return [_reporting_clause(text, unit, f, here)]
        said = [s for s in sentences(text, q.start, q.end) if len(text[slice(*s)].split()) >= 3] or [(q.start, q.end)]
        return [_without_joint(text, *s) for s in said]
    if _needs_its_cue(unit, f):
        return [_reporting_clause(text, unit, f, here)]
    start, end = q.start, q.end
    if (joined := _joined(unit, f, here)) is not None:
        return [trimmed(text, joined, end)]
    if lead := LEADING.match(text, start, end):
        start = lead.end()
    if dangling := DANGLING.search(text, start, end):
        end = dangling.start()
    pieces = [s for s in sentences(text, start, end) if len(text[slice(*s)].split()) >= 3]
    return pieces or [trimmed(text, start, end)]


def _without_joint(text: str, start: int, end: int) -> tuple[int, int]:
    """ "and I will sign": the claim begins behind the joint."""
    joint = JOINT.match(text, start, end)
    return (joint.end(), end) if joint and end - joint.end() > 12 else (start, end)


def _needs_its_cue(unit: Unit, f: Found) -> bool:
    """ "to hold an inquiry", "the quick decision", "the plan “absurd”": who asked, welcomed or called belongs to the claim."""
    first = unit.items[f.region[0]]
    behind = f.quote.cue is not None and f.quote.start > f.quote.cue.start
    return behind and (
        first.low in ("to", "not", "by", "as")
        or (first.cls == "PREP" and not _has_verb(f.quote.text))
        or f.family == "object"
        or (f.quote.cue is not None and f.quote.cue.text.endswith(" for"))
        or (f.family != "deny" and _is_phrase(f.quote.text))
    )


def _is_phrase(words_said: str) -> bool:
    return len(words_said.split()) < 4 and not _has_verb(words_said)


def _joined(unit: Unit, f: Found, here: list[Found]) -> int | None:
    """Where the first part of an utterance begins that its cue breaks, when the second part cannot stand alone; else None."""
    q = f.quote
    first = unit.items[f.region[0]]
    if q.cue is None or q.start < q.cue.start or first.cls not in ("CONJ", "AUX", "VERB", "SUB", "PREP"):
        return None
    before = unit.items[f.region[0] - 1] if f.region[0] else None
    if before is None or before.cls not in ("COMMA", "DASH") or first.low in ("that", "whether", "how", "why", "what"):
        return None
    parts = [g for g in here if g is not f and g.quote.utterance == q.utterance and g.quote.end <= q.cue.start]
    if parts:
        return min(g.quote.start for g in parts)
    return unit.start if first.cls in ("AUX", "VERB") else None  # "That, she said, was the point"


def _has_joined(unit: Unit, f: Found, here: list[Found]) -> bool:
    """Is this the first part of an utterance whose other part takes it in, so that it need not stand alone?"""
    for g in here:
        if g is not f and g.quote.utterance == f.quote.utterance and g.quote.start > f.quote.end:
            conjoined = unit.items[g.region[0]].cls == "CONJ" and _has_verb(f.quote.text)
            if not conjoined and g.quote.kind != QuoteKind.DIRECT and _joined(unit, g, here) == f.quote.start:
                return True
    return False


def _has_verb(words_said: str) -> bool:
    low = {w.strip(".,!?").lower() for w in words_said.replace("’", "'").split()}
    contracted = any("'" in w for w in low)
    return contracted or bool(low & words.AUXILIARIES) or any(w in VERB_FORMS for w in low)


def _reporting_clause(text: str, unit: Unit, f: Found, here: list[Found]) -> tuple[int, int]:
    """A few words mean little alone: the claim is the clause that reports them."""
    q = f.quote
    region = unit.items[f.region[0] : f.region[1]] or unit.items
    low, high = min(q.start, region[0].start), max(q.end, region[-1].end)
    if q.cue:
        low, high = min(low, q.cue.start), max(high, q.cue.end)
    if q.speaker and q.speaker.start is not None and q.speaker.end is not None:
        between = any(g is not f and q.speaker.end < g.quote.start and g.quote.end <= low for g in here)
        between = between or (q.cue is not None and q.cue.text.endswith("ing"))  # ", urging the board to meet"
        if not between:  # "Vale said no and asked the board to meet": from "asked" on
            low, high = min(low, q.speaker.start), max(high, q.speaker.end)
    passive = q.speaker is not None and (q.speaker.start or 0) > q.end and f.family == "object"
    if not q.cue or passive or high - low > 400:
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
