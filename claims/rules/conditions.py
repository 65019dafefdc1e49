"""The facts a move is judged by, and the named conditions on moves, each with the sentence shown when it fails."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.rules.statuses import Status
from newsdesk.errors import BadInput, DeskError, NotAllowed, NotPossibleNow
from newsdesk.roles import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Who wants to move the claim."""

    id: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFacts:
    """What the rules need to know of a claim; the service fills it from the locked row.

    - `holder_id`: who holds it under a lease that has not run out; None where nobody does
    - `proposer_id`, `second_reader_id`: of the verdict at work, None where there is none
    - `has_published_version`: whether any version was ever published
    - `second_reader_required`: the desk's setting
    - `status_before`: the status before a dismissal, for restore
    - `gate_sentence`: what the rating at hand still lacks, "" where the gates hold
    - `ratings_agree`: whether the actor's own blind rating is that of the proposal; None while the actor has not rated
    - `rating_changes`: for a correction, whether it would change the published rating
    - `holder_name`, `proposer_name`: for the sentences
    - `earlier_hand_ids`: who cannot read the proposal blind: worked on it before its proposer took the claim over, or read it
      second or settled it before it was sent back
    """

    status: Status
    holder_id: int | None = None
    proposer_id: int | None = None
    second_reader_id: int | None = None
    has_published_version: bool = False
    second_reader_required: bool = True
    status_before: Status | None = None
    gate_sentence: str = ""
    ratings_agree: bool | None = None
    rating_changes: bool = False
    holder_name: str = ""
    proposer_name: str = ""
    earlier_hand_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on a move.

    `sentence` is fixed or made from the facts; `hides` says that a move which fails it is not even listed, since it is
    no part of this claim's or this desk's life.
    """

    name: str
    holds: Callable[[ClaimFacts, Actor], bool]
    sentence: str | Callable[[ClaimFacts], str]
    error: type[DeskError]
    hides: bool = False

    def refusal(self, claim: ClaimFacts) -> DeskError:
        """The error for a claim that fails this condition, its sentence fit for the screen."""
        return self.error(self.sentence if isinstance(self.sentence, str) else self.sentence(claim))


def _holder(claim: ClaimFacts) -> str:
    return claim.holder_name or "somebody else"


def _proposer(claim: ClaimFacts) -> str:
    return claim.proposer_name or "the proposer"


def _by_the_proposer(claim: ClaimFacts, by: Actor) -> bool:
    return claim.proposer_id == by.id


CONDITIONS: dict[str, Condition] = {
    condition.name: condition
    for condition in (
        Condition(
            "not yet held by the taker",
            lambda claim, by: claim.holder_id != by.id or claim.status is Status.NEW,
            "You hold this claim already.",
            NotPossibleNow,
        ),
        Condition(
            "not held by another",
            lambda claim, by: claim.holder_id in (None, by.id),
            lambda claim: f"This claim is held by {_holder(claim)}.",
            NotPossibleNow,
        ),
        Condition(
            "held by somebody",
            lambda claim, by: claim.holder_id is not None,
            "Nobody holds this claim: take it first.",
            NotPossibleNow,
        ),
        Condition(
            "by the holder",
            lambda claim, by: claim.holder_id in (None, by.id),
            lambda claim: f"This claim is held by {_holder(claim)}: only who holds it can propose a verdict.",
            NotAllowed,
        ),
        Condition(
            "by the holder or an editor",
            lambda claim, by: claim.holder_id in (None, by.id) or by.role.includes(Role.EDITOR),
            lambda claim: f"This claim is held by {_holder(claim)}: only they or an editor can release it.",
            NotAllowed,
        ),
        Condition(
            "never published",
            lambda claim, by: not claim.has_published_version,
            "A verdict on this claim has been published, so it cannot be dismissed; it can be corrected or retracted.",
            NotPossibleNow,
        ),
        Condition(
            "has a published version",
            lambda claim, by: claim.has_published_version,
            "No verdict on this claim has been published, so there is nothing to retract.",
            NotPossibleNow,
            hides=True,
        ),
        Condition(
            "the gates hold",
            lambda claim, by: not claim.gate_sentence,
            lambda claim: claim.gate_sentence,
            BadInput,
        ),
        Condition(
            "by the proposer",
            _by_the_proposer,
            lambda claim: f"Only {_proposer(claim)}, who proposed this verdict, can do this.",
            NotAllowed,
            hides=True,
        ),
        Condition(
            "not by the proposer",
            lambda claim, by: not _by_the_proposer(claim, by),
            "You proposed this verdict: somebody else has to read it.",
            NotAllowed,
        ),
        Condition(
            "took no part in it",
            lambda claim, by: by.id not in claim.earlier_hand_ids,
            "You worked on this verdict or rated it before: somebody else has to read it.",
            NotAllowed,
        ),
        Condition(
            "neither proposer nor second reader",
            lambda claim, by: by.id not in (claim.proposer_id, claim.second_reader_id),
            "You gave one of the two ratings: an editor who gave neither has to settle this.",
            NotAllowed,
        ),
        Condition(
            "has rated",
            lambda claim, by: claim.ratings_agree is not None,
            "Rate the claim yourself first; the first rating is shown after that.",
            NotPossibleNow,
        ),
        Condition(
            "the ratings agree",
            lambda claim, by: claim.ratings_agree is True,
            "Your rating differs from the first: this can be contested, not confirmed.",
            NotPossibleNow,
        ),
        Condition(
            "the ratings differ",
            lambda claim, by: claim.ratings_agree is False,
            "Your rating is the same as the first: this can be confirmed, not contested.",
            NotPossibleNow,
        ),
        Condition(
            "the second reader is switched off",
            lambda claim, by: not claim.second_reader_required,
            "This desk requires a second reader, so nobody signs off alone.",
            NotAllowed,
            hides=True,
        ),
        Condition(
            "the rating stays",
            lambda claim, by: not claim.rating_changes,
            "A correction changes wording and citations only: for another rating, reopen the claim.",
            NotPossibleNow,
        ),
    )
}
