"""Merge a claim with the one that follows it in its paragraph."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.models import Appearance, Claim
from claims.services.claim_edits import check_alone, check_editable, check_standing, lock_appearance, lock_claims
from claims.services.edit_log import appearance_row, log_edit
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User


def following_appearance(appearance: Appearance) -> Appearance | None:
    """The next standing appearance of another claim in the same paragraph."""
    later = Appearance.objects.filter(
        paragraph=appearance.paragraph_id, dismissed_at=None, start__gte=appearance.start
    ).exclude(claim=appearance.claim_id)
    return later.select_related("claim__holder", "paragraph").order_by("start", "id").first()


@transaction.atomic
def merge_claims(*, appearance_id: int, with_id: int, by: User, now: datetime | None = None) -> Appearance:
    """The first claim reaches to the end of the second, which is joined into it. Both stand in one place only and have one
    claimant. `with_id` names the second appearance, so that sending twice merges once."""
    now = now or timezone.now()
    appearance = lock_appearance(appearance_id)
    other = following_appearance(appearance)
    if other is None or other.pk != with_id:
        raise NotPossibleNow("That is not the next claim of the paragraph any more. Look at the article again.")
    appearance.claim, other.claim = _locked(appearance.claim_id, other.claim_id)
    for each in (appearance, other):
        check_standing(each)
        check_editable(each.claim, by=by, now=now)
        check_alone(each)
    if appearance.claimant != other.claimant:
        raise NotPossibleNow("These two claims are made by different claimants, so they stay two.")
    before = [appearance_row(appearance), appearance_row(other)]
    end = max(appearance.end, other.end)
    paragraph = appearance.paragraph
    appearance.end = end
    appearance.text = paragraph.text[appearance.start - paragraph.start : end - paragraph.start]
    appearance.save(update_fields=["end", "text"])
    claim = appearance.claim
    claim.text, claim.priority = " ".join(appearance.text.split()), max(claim.priority, other.claim.priority)
    claim.save(update_fields=["text", "priority"])
    other.dismissed_by, other.dismissed_at = by, now
    other.save(update_fields=["dismissed_by", "dismissed_at"])
    other.claim.joined_into, other.claim.holder, other.claim.held_until = claim, None, None
    other.claim.save(update_fields=["joined_into", "holder", "held_until"])
    log_edit(
        "merge claims", by=by, now=now, article_id=appearance.article_id, claim=claim,
        before=before, after=[appearance_row(appearance), appearance_row(other)],
    )  # fmt: skip
    return appearance


def _locked(first_id: int, second_id: int) -> tuple[Claim, Claim]:
    """Both claims, locked and as they are now."""
    claims = {claim.pk: claim for claim in lock_claims([first_id, second_id])}
    return claims[first_id], claims[second_id]
