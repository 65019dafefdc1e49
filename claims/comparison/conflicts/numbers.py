"""How many: numbers of the same thing in the same act that cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator

from claims.comparison.conflicts.counting import HARM, Count, by_thing
from claims.comparison.conflicts.limits import (
    AHEAD_MORE,
    BESIDE,
    CONTEXT,
    CONTEXT_OF,
    LEAD_CONTEXT,
    MANY_MORE,
    MANY_VALUES,
    MOST_ANSWERS,
    RATE_SCORE,
    SHOWN,
    STRANGERS_MORE,
    TELLING,
    VAGUE_MORE,
)
from claims.comparison.conflicts.quantities import agree, same
from claims.comparison.conflicts.suggest import Given, conflict
from claims.comparison.conflicts.told import Told
from claims.comparison.found import Conflict, ConflictKind
from claims.language.firstnames import same_first
from claims.language.person_names import name_of

MONEY = frozenset(("$", "€", "£", "crown", "ruble", "yen", "yuan", "cent"))


def find(told: Told) -> Iterator[Conflict]:
    """Conflicts over numbers, one for each thing counted at most."""
    for every in by_thing(told).values():
        counts = every[:MOST_ANSWERS]
        values = defaultdict(set)
        for c in counts:
            values[c.sentence.article].add(c.quantity.written)
        many = max(len(v) for v in values.values()) - MANY_VALUES
        found = _worst(told, counts, 1 + MANY_MORE * max(0, many))
        if found is None:
            continue
        score, one, other = found
        answers = [one, other, *_beside(told, counts, one, other)]
        made = conflict(
            ConflictKind.HOW_MANY,
            _question(one, other),
            [Given(c.sentence, *c.sentence.span(c.low, c.high), _value(c)) for c in answers],
            score,
            f"the words around the numbers are alike, and “{_value(one)}” and “{_value(other)}” cannot both hold",
        )
        if made:
            yield made


def _worst(told: Told, counts: list[Count], harder: float) -> tuple[float, Count, Count] | None:
    """The surest pair that cannot both hold, with its score."""
    best: tuple[float, Count, Count] | None = None
    for n, one in enumerate(counts):
        for other in counts[n + 1 :]:
            if one.sentence.article == other.sentence.article and one.sentence.headline == other.sentence.headline:
                continue
            if one.total != other.total or agree(one.quantity, other.quantity):
                continue
            score = sameness(told, one, other) / harder
            if score < SHOWN or (best and score <= best[0]):
                continue
            if _known(counts, one, other.sentence.article) or _known(counts, other, one.sentence.article):
                continue
            best = (score, one, other)
    return best


def _known(counts: list[Count], count: Count, article: int) -> bool:
    """Whether the other article gives this number too, for whatever it counts there: then it tells of two things."""
    if count.sentence.article == article:
        return False
    return any(c.sentence.article == article and same(c.quantity, count.quantity) for c in counts)


def _beside(told: Told, counts: list[Count], one: Count, other: Count) -> list[Count]:
    """What further articles answer to the same question: those that give one of the two numbers, and those alike enough."""
    seen = {one.sentence.article, other.sentence.article}
    open_ = [c for c in counts if c.sentence.article not in seen and c.total == one.total and not c.quantity.vague]
    anchors = [one, other]
    totals = {c.quantity.written for c in counts if c.total} if not one.total else set()
    out: list[Count] = []
    for c in open_:
        telling = c.quantity.written > TELLING
        if (
            c.sentence.article not in seen
            and telling
            and (same(c.quantity, one.quantity) or same(c.quantity, other.quantity))
        ):
            out.append(c)
            anchors.append(c)
            seen.add(c.sentence.article)
    for c in open_:
        undecided = agree(c.quantity, one.quantity) and agree(c.quantity, other.quantity)  # "dozens" takes no side
        if c.sentence.article in seen or undecided or c.quantity.written in totals:
            continue
        if max(sameness(told, c, anchor) for anchor in anchors) >= BESIDE * SHOWN:
            out.append(c)
            seen.add(c.sentence.article)
    return out


def sameness(told: Told, one: Count, other: Count) -> float:
    """How surely two numbers count the same, 0..1: by the words around them and by what is said of the things themselves."""
    kind = one.thing[0]
    if kind == "age":
        return 0.85 if _may_be_one(one.label, other.label) else 0.0
    if (one.others != other.others and kind != "injure") or (one.years and other.years and not one.years & other.years):
        return 0.0
    if one.attribute != other.attribute:
        return 0.0
    if one.by and other.by and not one.by & other.by:
        return 0.0
    context = 0.6 * told.likeness(one.near, other.near) + 0.4 * told.likeness(one.sentence.stems, other.sentence.stems)
    needed = CONTEXT_OF.get(kind, CONTEXT)
    if kind in HARM and one.leads and other.leads:
        needed = LEAD_CONTEXT
    elif one.thing[-1].startswith("a ") and kind == "":
        return RATE_SCORE if not _are_strangers(one.sentence.names, other.sentence.names) else 0.0
    elif kind == "" and one.own & other.own:
        needed = CONTEXT_OF["own"]
    if one.quantity.compound and other.quantity.compound and one.sentence.names & other.sentence.names:
        return max(RATE_SCORE, min(0.95, SHOWN * context / needed))
    if one.quantity.vague or other.quantity.vague:
        needed *= VAGUE_MORE
    if kind != "times" and _are_strangers(one.sentence.names, other.sentence.names):
        needed *= STRANGERS_MORE
    if one.ahead != other.ahead:
        needed *= AHEAD_MORE
    return min(0.95, SHOWN * context / needed)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names with one surname may be one person's."""
    names = name_of(one), name_of(other)
    if not names[0] or not names[1] or not (names[0].is_full and names[1].is_full):
        return True
    return same_first(one.split()[0], other.split()[0])


def _are_strangers(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _value(count: Count) -> str:
    """The number as the copy writes it, with its unit and the thing."""
    items = count.sentence.items
    low, high = count.quantity.first, count.quantity.last + 1
    if count.thing[0] == "age":
        return items[count.quantity.first].text
    words = " ".join(i.text for i in items[low:high])
    return (
        f"{words} {count.label}"
        if (count.quantity.unit in ("", "times") or count.quantity.compound) and count.label
        else words
    )


def _question(one: Count, other: Count) -> str:
    kind = one.thing[0]
    if kind == "age":
        return f"How old is {one.label}?"
    if kind == "times":
        return f"How often: {one.label}?"
    if kind == "votes":
        return "With how many votes?"
    if kind in MONEY or kind == "%":
        return f"How much{': ' + (one.label or other.label) if one.label or other.label else ''}?"
    if kind in HARM:
        return f"How many were {one.label}?"
    label = one.label or other.label
    return f"How many {label}?" if kind == "" else f"How long, far or large{': ' + label if label else ''}?"
