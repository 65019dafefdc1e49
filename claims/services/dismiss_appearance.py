"""Dismiss one place of a claim, and bring it back. (Dismissing the claim itself is a status move.)"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.models import Appearance
from claims.services.claim_edits import check_editable, lock_appearance
from claims.services.edit_log import appearance_row, log_edit
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User


@transaction.atomic
def dismiss_appearance(*, appearance_id: int, by: User, now: datetime | None = None) -> Appearance:
    """This place does not state the claim. The last one stays: without any, the claim itself is to be dismissed."""
    now = now or timezone.now()
    appearance = lock_appearance(appearance_id)
    check_editable(appearance.claim, by=by, now=now)
    if appearance.dismissed_at is not None:
        raise NotPossibleNow("This appearance has been dismissed already.")
    if not appearance.claim.appearances.filter(dismissed_at=None).exclude(pk=appearance.pk).exists():
        raise NotPossibleNow("This is the only place where the claim stands: dismiss the claim itself, on its page.")
    return _set(appearance, "dismiss appearance", by, now, dismissed=True)


@transaction.atomic
def restore_appearance(*, appearance_id: int, by: User, now: datetime | None = None) -> Appearance:
    """Bring a dismissed appearance back to its claim."""
    now = now or timezone.now()
    appearance = lock_appearance(appearance_id)
    check_editable(appearance.claim, by=by, now=now)
    if appearance.dismissed_at is None:
        raise NotPossibleNow("This appearance is not dismissed.")
    return _set(appearance, "restore appearance", by, now, dismissed=False)


def _set(appearance: Appearance, action: str, by: User, now: datetime, *, dismissed: bool) -> Appearance:
    before = appearance_row(appearance)
    appearance.dismissed_by, appearance.dismissed_at = (by, now) if dismissed else (None, None)
    appearance.save(update_fields=["dismissed_by", "dismissed_at"])
    log_edit(
        action, by=by, now=now, article_id=appearance.article_id, claim=appearance.claim,
        before=[before], after=[appearance_row(appearance)],
    )  # fmt: skip
    return appearance
