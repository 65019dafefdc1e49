"""Join claims of one story that say the same, by hand, and part them again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from claims.models import Appearance, Claim, Edit
from claims.services.claim_edits import check_editable, lock_claims
from claims.services.edit_log import log_edit
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User

JOIN, PART = "join claims", "part claims"


@transaction.atomic
def join_claims(*, kept_id: int, joined_ids: Iterable[int], by: User, now: datetime | None = None) -> Claim:
    """The appearances of the joined claims move to the kept one, which the others stand for from now on.

    Refused with a sentence where one is of another story, is joined already, is held by somebody else, or has a verdict
    that is proposed or has been published.
    """
    now = now or timezone.now()
    joined_ids = set(joined_ids) - {kept_id}
    if not joined_ids:
        raise BadInput("Choose at least one other claim to join.")
    claims = {claim.pk: claim for claim in lock_claims({kept_id, *joined_ids})}
    if kept_id not in claims or not joined_ids <= claims.keys():
        raise NotPossibleNow("One of these claims does not exist.", status=404)
    kept, others = claims[kept_id], [claims[pk] for pk in sorted(joined_ids)]
    for claim in (kept, *others):
        if claim.story_id != kept.story_id:
            raise BadInput("Only claims of the same story can be joined.")
        _check(claim, by, now)
    for other in others:
        _join(kept, other, by, now)
    kept.priority = max(claim.priority for claim in (kept, *others))
    kept.save(update_fields=["priority"])
    return kept


def _check(claim: Claim, by: User, now: datetime) -> None:
    """As for any edit; the sentence names the claim, since several are at hand."""
    try:
        check_editable(claim, by=by, now=now)
    except NotPossibleNow as refusal:
        raise NotPossibleNow(f"“{claim.text[:80]}”: {refusal.sentence}") from refusal


def _join(kept: Claim, other: Claim, by: User, now: datetime) -> None:
    moved = list(other.appearances.values_list("pk", flat=True))
    Appearance.objects.filter(pk__in=moved).update(claim=kept)
    other.joined_into, other.holder, other.held_until = kept, None, None
    other.save(update_fields=["joined_into", "holder", "held_until"])
    log_edit(JOIN, by=by, now=now, claim=other, before=[_row(other, moved)], after=[_row(kept, moved)])


@transaction.atomic
def part_claims(*, joined_id: int, by: User, now: datetime | None = None) -> Claim:
    """Undo a join: the claim stands for itself again and takes back the appearances that it brought."""
    now = now or timezone.now()
    kept_id = Claim.objects.filter(pk=joined_id).values_list("joined_into_id", flat=True).first()
    if kept_id is None:
        raise NotPossibleNow("This claim is not joined into another.")
    claims = {claim.pk: claim for claim in lock_claims({joined_id, kept_id})}
    joined, kept = claims[joined_id], claims[kept_id]
    if joined.joined_into_id != kept_id:
        raise NotPossibleNow("This claim is not joined into that one any more.")
    _check(kept, by, now)
    brought = _brought(joined)
    back = list(kept.appearances.filter(pk__in=brought).values_list("pk", flat=True))
    if not back:
        raise NotPossibleNow("None of the places that this claim brought stands with the other any more.")
    if not kept.appearances.filter(dismissed_at=None).exclude(pk__in=back).exists():
        raise NotPossibleNow("Without these places the other claim would stand nowhere.")
    Appearance.objects.filter(pk__in=back).update(claim=joined)
    joined.joined_into = None
    joined.save(update_fields=["joined_into"])
    log_edit(PART, by=by, now=now, claim=joined, before=[_row(kept, back)], after=[_row(joined, back)])
    return joined


def _brought(joined: Claim) -> list[int]:
    """The appearances that moved when the claim was joined last."""
    last = Edit.objects.filter(claim=joined, action=JOIN).order_by("-at", "-id").first()
    return list(last.before[0]["appearances"]) if last else []


def _row(claim: Claim, appearances: list[int]) -> dict[str, Any]:
    return {"id": claim.pk, "text": claim.text, "claimant": claim.claimant, "appearances": appearances}
