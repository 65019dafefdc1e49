"""Questions that the articles answer differently: who, how many, when, where, whether, how far. Suggestions, never verdicts."""

from collections.abc import Iterable

from claims.comparison.conflicts import commitment, dates, kin, numbers, sayings, where, whether, who
from claims.comparison.conflicts.acts import acts_of
from claims.comparison.conflicts.limits import MOST_CONFLICTS, SHOWN
from claims.comparison.conflicts.parties import Roles
from claims.comparison.conflicts.told import Told, told_in
from claims.comparison.copies import Story
from claims.comparison.decisions import About
from claims.comparison.found import ComparedClaim, Conflict, ConflictKind, Utterance

YES_OR_NO = {ConflictKind.WHETHER, ConflictKind.COMMITMENT}
ORDER = {kind: n for n, kind in enumerate(ConflictKind)}


def conflicts_of(
    story: Story, claims: tuple[ComparedClaim, ...], utterances: tuple[Utterance, ...]
) -> tuple[Conflict, ...]:
    """Possible conflicts, the surest first; what staff rejected is left out. An article's headline against its text counts too."""
    told = told_in(story)
    kept: list[Conflict] = []
    for found in sorted(_found(told, claims, utterances), key=lambda c: (-c.score, ORDER[c.kind], c.members[0].place)):
        places = [m.place for m in found.members]
        if (
            found.score < SHOWN
            or story.decisions.rejects(About.CONFLICT, places)
            or any(_is_same(found, k) for k in kept)
        ):
            continue
        kept.append(found)
    return tuple(kept[:MOST_CONFLICTS])


def _found(told: Told, claims: tuple[ComparedClaim, ...], utterances: tuple[Utterance, ...]) -> Iterable[Conflict]:
    roles = Roles(told)
    acts = acts_of(told, roles)
    dated = dates.dated_acts(told, acts)
    yield from numbers.find(told)
    yield from dates.find(told, acts, dated)
    yield from sayings.find(told, dated, utterances)
    yield from who.find(told, acts, utterances)
    yield from where.find(told, acts)
    yield from whether.find(told, acts)
    yield from whether.disputed(told, claims)
    yield from kin.find(told)
    yield from commitment.find(told, acts, roles)


def _is_same(one: Conflict, other: Conflict) -> bool:
    """Whether two suggestions of one kind rest on the same places: two articles of one touch the other (one, where it is yes or no)."""
    if one.kind is not other.kind and not {one.kind, other.kind} <= YES_OR_NO:
        return False
    touching = {m.place.article for m in one.members if any(m.place.touches(o.place) for o in other.members)}
    enough = 1 if one.kind in YES_OR_NO else min(2, len({m.place.article for m in one.members}))
    return len(touching) >= enough
