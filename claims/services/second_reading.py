"""The blind second reading: somebody else rates, and the two ratings decide."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.models import Claim
from claims.rules.moves import check_move
from claims.rules.ratings import Rating
from claims.rules.statuses import Status
from claims.services.claim_facts import actor, claim_facts, lock_claim
from claims.services.move_claim import apply_move
from claims.services.move_effects import Moving
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User


@transaction.atomic
def second_reading(*, claim_id: int, rating: Rating, by: User, note: str = "", now: datetime | None = None) -> Claim:
    """Confirm or contest a proposal: confirm where `rating` is the first one, which `by` has not been shown, else contest.

    The rules are asked before anything is written, so that a refusal tells nothing of the first rating.
    """
    now = now or timezone.now()
    claim = lock_claim(claim_id)
    verdict = claim.working_verdict
    if claim.status != Status.PROPOSED:
        raise NotPossibleNow(f"Only a proposed verdict is read a second time; this claim is {claim.status}.")
    agree = verdict is not None and verdict.rating == rating.value
    move = "confirm" if agree else "contest"
    check_move(move, claim_facts(claim, by=by, now=now, gate="", ratings_agree=agree), actor(by))
    if verdict is not None:
        verdict.second_reader, verdict.second_rating = by, rating.value
        verdict.second_note, verdict.second_at = note.strip(), now
        verdict.save(update_fields=["second_reader", "second_rating", "second_note", "second_at"])
    return apply_move(Moving(claim=claim, by=by, now=now, note=note.strip()), move, ratings_agree=agree)
