"""Split one claim into two where its second part begins."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.language.spans import Stance, Voice
from claims.models import Appearance, Claim
from claims.services.claim_edits import (
    check_alone,
    check_editable,
    check_standing,
    claim_for,
    lock_appearance,
    new_appearance,
)
from claims.services.edit_log import appearance_row, log_edit
from claims.services.edited_words import Place
from claims.services.link_people import link_people
from claims.services.same_claim import claim_key
from claims.services.split_quote import cut_before
from newsdesk.models import User


@transaction.atomic
def split_claim(
    *, appearance_id: int, words: str, by: User, occurrence: int = 1, now: datetime | None = None
) -> tuple[Appearance, Appearance]:
    """`words` begin the second part. The claim keeps the first; the second becomes a claim of its own, or an appearance of
    the one that has its words. Only a claim with a single appearance can be split."""
    now = now or timezone.now()
    appearance = lock_appearance(appearance_id)
    check_standing(appearance)
    claim = appearance.claim
    check_editable(claim, by=by, now=now)
    check_alone(appearance)
    before = appearance_row(appearance)
    whole = Place(appearance.paragraph, appearance.start, appearance.end)
    first, second = cut_before(whole, words, occurrence)
    appearance.end, appearance.text = first.end, first.text
    appearance.save(update_fields=["end", "text"])
    claim.text = " ".join(first.text.split())
    claim.save(update_fields=["text"])
    new = claim_for(claim.story_id, second.text, appearance.claimant, by=by, now=now, priority=claim.priority)
    if new.pk == claim.pk:  # both parts say the same, or the second was a claim once and has been merged into this one
        new = _freed(claim, second.text) or claim
    later = new_appearance(
        new, second, claimant=appearance.claimant, voice=Voice(appearance.voice), stance=Stance(appearance.stance),
        by=by, now=now,
    )  # fmt: skip
    link_people(story_id=claim.story_id, now=now)
    log_edit(
        "split claim", by=by, now=now, article_id=appearance.article_id, claim=claim,
        before=[before], after=[appearance_row(appearance), appearance_row(later)],
    )  # fmt: skip
    return appearance, later


def _freed(claim: Claim, text: str) -> Claim | None:
    """The claim with these words that stands joined into `claim`, standing for itself again; None where there is none."""
    key = claim_key(text, claim.claimant)
    joined = next((one for one in claim.joined.order_by("pk") if claim_key(one.text, one.claimant) == key), None)
    if joined is not None:
        joined.joined_into = None
        joined.save(update_fields=["joined_into"])
    return joined
