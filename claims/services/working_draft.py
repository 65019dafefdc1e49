"""The draft at work, in the hands of whoever changes it: every service that changes a draft comes through here."""

from datetime import datetime

from claims.models import Claim, Verdict
from claims.rules.statuses import Status
from claims.services.claim_facts import holder_now, lock_claim
from claims.services.move_claim import apply_move
from claims.services.move_effects import Moving, hold
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User

_OPEN = (Status.NEW, Status.IN_CHECK)


def open_draft(claim_id: int, *, by: User, now: datetime) -> tuple[Claim, Verdict]:
    """Lock the claim and hand out its draft, the hold renewed; call inside a transaction.

    A claim that nobody holds is taken by this, as by the Take button. Raises NotPossibleNow, naming the holder, where
    somebody else holds it or the draft has left its author's hands.
    """
    claim = lock_claim(claim_id)
    check_open_to(claim, by=by, now=now)
    holder = holder_now(claim, by=by, now=now)
    if claim.status == Status.NEW or holder is None or claim.working_verdict is None:
        claim = apply_move(Moving(claim=claim, by=by, now=now), "take")
    else:
        hold(claim, by, now)
        claim.save(update_fields=["holder", "held_until"])
    verdict = claim.working_verdict
    if verdict is None:
        raise NotPossibleNow("This claim has no draft: take it first.")
    return claim, verdict


def check_open_to(claim: Claim, *, by: User, now: datetime) -> None:
    """Raises NotPossibleNow where the draft is not at work any more, or in somebody else's hands."""
    if claim.status not in _OPEN:
        raise NotPossibleNow(f"This claim is {claim.status}: its verdict cannot be changed now.")
    holder = holder_now(claim, by=by, now=now)
    if holder is not None and holder.pk != by.pk and claim.working_verdict is not None:
        raise NotPossibleNow(f"This claim is held by {holder}.")
