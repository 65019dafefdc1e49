"""Whether two acts are told of one event: the same act, the same people and things, and nobody who stands against it."""

from claims.comparison.conflicts.acts import Act
from claims.comparison.conflicts.limits import ALIKE, NAMED_ALIKE, TOGETHER_ALIKE
from claims.comparison.conflicts.parties import Party
from claims.comparison.conflicts.senses import GROUPS, SPEECH, TOGETHER, base_of
from claims.comparison.conflicts.told import Told, names_among
from claims.language.verbs import forms_of

VAGUE_HEADS = frozenset(
    [
        "it",
        "they",
        "them",
        "this",
        "that",
        "he",
        "she",
        "him",
        "her",
        "who",
        "which",
        "people",
        "man",
        "woman",
        "thing",
        "group",
        "officia",
        "sourc",
        "i",
        "we",
        "you",
        "the",
        "one",
    ]
)


EVENTFUL = frozenset(
    (
        "kill", "injure", "fire", "arrest", "resign", "clash", "marry", "shoot", "crash", "close", "convict", "acquit", "destroy", "visit",
        "sign", "evacuate", "rescue", "steal", "hire", "meet",
    )
)  # fmt: skip
"""Acts that a story tells of one occasion as a rule: alike sentences are enough where the copy does not say whom."""


def doer(act: Act) -> Party | None:
    """Who does it."""
    return act.agent if act.passive else act.subject


def undergoer(act: Act) -> Party | None:
    """Whom or what it is done to; with acts that need "to" or "with" whoever stands behind it."""
    party = act.subject if act.passive else act.object
    if party is None or (not party.names and party.head in VAGUE_HEADS):
        beside = next(
            (p for prep, p in act.others if prep in ("to", "with", "against", "of", "between") and p.names), None
        )
        return beside or party
    return party


def same_party(one: Party | None, other: Party | None) -> bool | None:
    """Whether two parties are one: True, False (two different names), None where the copy does not say enough."""
    if one is None or other is None:
        return None
    if one.names and other.names:
        return bool(one.names & other.names)
    if one.names or other.names:
        return None
    if one.head in VAGUE_HEADS or other.head in VAGUE_HEADS:
        return None
    return one.head == other.head or None


def is_same_event(told: Told, one: Act, other: Act, least: float) -> float:
    """How surely two acts are one event, 0 where not: one sense, a party in common, no party against it, enough words in common."""
    if one.sense != other.sense or (one.sense in SPEECH and one.sense not in GROUPS):
        return 0.0
    by, to = same_party(doer(one), doer(other)), same_party(undergoer(one), undergoer(other))
    if one.sense in TOGETHER:
        shared = people_in(one) & people_in(other)
        by = True if len(shared) > 1 else None
        to = None if shared else False
    if by is False or to is False:
        return 0.0
    likeness = told.likeness(one.stems, other.stems)
    around = told.likeness(one.sentence.stems, other.sentence.stems)
    if one.sense in TOGETHER and by and around >= TOGETHER_ALIKE:
        return 0.45 + 0.4 * max(likeness, around)
    if by and to:
        return 0.6 + 0.4 * max(likeness, around)
    if to and max(likeness, around) >= least / 2:
        return 0.45 + 0.4 * max(likeness, around)
    if by and max(likeness, around) >= least:
        return 0.35 + 0.4 * max(likeness, around)
    if (
        one.sense in EVENTFUL
        and to is None
        and max(likeness, around) >= ALIKE
        and one.sentence.names & other.sentence.names
    ):
        return 0.32 + 0.45 * max(likeness, around)
    if one.sense in EVENTFUL and to is None and _befalls(one, other) and max(likeness, around) >= NAMED_ALIKE:
        return 0.5 + 0.2 * max(likeness, around)
    if one.is_noun or other.is_noun:
        shared = one.sentence.names & other.sentence.names
        if shared and max(likeness, around) >= least:
            return 0.3 + 0.4 * max(likeness, around)
    return 0.0


def _befalls(one: Act, other: Act) -> bool:
    """Whether whom one names as the one it befell is named in the other's sentence ("his client" there)."""
    sides = ((undergoer(one), other), (undergoer(other), one))
    return any(party is not None and party.names & act.sentence.names for party, act in sides)


def people_in(act: Act) -> frozenset[str]:
    """Names of the parties of an act, those in its complements too."""
    parties = (act.subject, act.object, act.agent, *(p for _, p in act.others))
    named = frozenset(name for party in parties if party for name in party.names)
    if not act.is_noun:
        return named
    named |= frozenset(names_among(act.sentence.items[act.low : act.high]))
    return named if len(named) > 1 else act.sentence.names


def gloss(act: Act) -> str:
    """The act in few words of the copy: who, what, whom."""
    items = act.sentence.items
    near = act.subject is not None and act.low <= act.subject.low < act.at
    low = act.subject.low if act.subject is not None and near else act.at
    ahead = f"{act.subject.text} " if act.subject is not None and not near and act.subject.names else ""
    high = act.at + 1
    if act.object and act.object.high - act.at <= 8:
        high = act.object.high
    elif act.others:
        _, party = act.others[0]
        if party.high - act.at <= 8 and party.low >= act.at:
            high = party.high
    start, end = act.sentence.span(low, max(high, act.at + 1))
    return ahead + spelled(items, start, end)


def clearer(one: Act, other: Act) -> Act:
    """Of two tellings of one act that which says who."""
    return (
        other if other.subject is not None and other.subject.names and not (one.subject and one.subject.names) else one
    )


def past_of(act: Act) -> str:
    """The verb as a question asks for it: "spoke", "was killed"."""
    items = act.sentence.items
    base = base_of(items[act.at].low)
    past = next((form for form, tag in forms_of(base).items() if tag == "VBD"), items[act.at].low)
    return past if not act.is_noun else items[act.at].low


def spelled(items: list, start: int, end: int) -> str:
    """The words between two offsets, single spaces between them."""
    out, spaced = "", False
    for item in items:
        spaced = spaced or item.spaced
        if start <= item.start and item.end <= end and item.text not in '“”"':
            out += (" " if out and spaced else "") + item.text
            spaced = False
    return out
