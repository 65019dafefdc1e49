"""Save the draft: the rating chosen, the rationale as far as it is typed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.models import Verdict
from claims.rules.ratings import Rating
from claims.services.rationale import clean_rationale
from claims.services.working_draft import open_draft
from newsdesk.models import User


@transaction.atomic
def save_draft(
    *, claim_id: int, by: User, rating: Rating | None = None, rationale: str | None = None, now: datetime | None = None
) -> Verdict:
    """The draft after saving; None leaves a part as it is. `saved_at` is what the page may call saved.

    Takes the claim where nobody holds it; raises NotPossibleNow where somebody else does.
    """
    now = now or timezone.now()
    rationale = None if rationale is None else clean_rationale(rationale)
    _, verdict = open_draft(claim_id, by=by, now=now)
    verdict.saved_at = now
    if rating is not None:
        verdict.rating = rating.value
    if rationale is not None:
        verdict.rationale = rationale
    verdict.save(update_fields=["saved_at", "rating", "rationale"])
    return verdict
