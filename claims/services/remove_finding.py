"""Take a finding out of the draft."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.services.working_draft import open_draft
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User


@transaction.atomic
def remove_finding(*, claim_id: int, finding_id: int, by: User, now: datetime | None = None) -> None:
    """Remove the finding; NotPossibleNow where the draft has no such finding any more."""
    _, verdict = open_draft(claim_id, by=by, now=now or timezone.now())
    finding = verdict.findings.filter(pk=finding_id).first()
    if finding is None:
        raise NotPossibleNow("That finding is not in the draft any more.")
    finding.delete()
