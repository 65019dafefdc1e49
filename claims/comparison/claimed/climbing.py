"""Ladders of commitment as claims across outlets: one claim whose members stand on different steps. Pure."""

from collections import Counter
from collections.abc import Sequence

from claims.comparison.claimed.commitment import Ladder, Rung, Step
from claims.comparison.claimed.matching import Matching
from claims.comparison.claimed.parts import has_verb
from claims.comparison.claimed.statements import Statement
from claims.comparison.copied.origins import OriginIndex
from claims.comparison.found import ClaimPlace, ComparedClaim, Flag
from claims.language.spans import Stance, Voice

STANCE_OF = {
    Rung.REJECTED: Stance.DENIES,
    Rung.NOT_AGREED: Stance.DENIES,
    Rung.OPEN: Stance.DOUBTS,
    Rung.IN_PRINCIPLE: Stance.ASSERTS,
    Rung.SUPPORTS: Stance.ASSERTS,
    Rung.ACCEPTED: Stance.ASSERTS,
}
LADDER_SCORE = 0.8


def climbing_of(matching: Matching, ladders: Sequence[Ladder]) -> set[int]:
    """The statements in which the steps of ladders stand: what they deny of each other, the ladder says."""
    steps = {(step.place.article, step.at) for ladder in ladders for step in ladder.steps}
    return {
        n
        for n, s in enumerate(matching.statements)
        if any(article == s.article and s.start <= at < s.end for article, at in steps)
    }


def ladder_claim(index: OriginIndex, ladder: Ladder, statements: Sequence[Statement]) -> ComparedClaim:
    """The ladder as one claim: its highest step is the text, rejecting is denying, being open to it is doubting."""
    places = tuple(_rung_place(step, statements) for step in ladder.steps)
    highest = max(ladder.steps, key=lambda s: (s.rung, has_verb(s.text), -s.place.article))
    asserting = [m.place for m in places if m.stance is Stance.ASSERTS] or [m.place for m in places]
    claimant = _claimant_of_places(places)
    count, say = index.independent(asserting, claimant)
    return ComparedClaim(
        " ".join(highest.text.split()),
        claimant,
        places,
        count,
        say,
        (Flag.COMMITMENT,),
        LADDER_SCORE,
        f"Put differently: {ladder.say}.",
    )


def _rung_place(step: Step, statements: Sequence[Statement]) -> ClaimPlace:
    around = [s for s in statements if s.article == step.place.article and s.start <= step.at < s.end]
    near = min(around, key=lambda s: (s.voice is Voice.OUTLET, s.end - s.start, s.start), default=None)
    voice = near.voice if near else Voice.OUTLET
    claimant = near.claimant if near else None
    return ClaimPlace(step.place, step.paragraph, voice, STANCE_OF[step.rung], claimant, LADDER_SCORE)


def _claimant_of_places(places: Sequence[ClaimPlace]) -> str | None:
    spread = Counter(p.claimant for p in places if p.claimant)
    return min(spread, key=lambda name: (-spread[name], name)) if spread else None
