"""What staff tell each other about a claim."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.models import Note
from claims.services.claim_facts import holder_now, lock_claim
from claims.services.move_effects import hold
from newsdesk.errors import BadInput
from newsdesk.models import User


@transaction.atomic
def add_note(*, claim_id: int, text: str, by: User, now: datetime | None = None) -> Note:
    """Write a note; a note by the holder renews their hold."""
    now = now or timezone.now()
    if not text.strip():
        raise BadInput("Write the note first.")
    claim = lock_claim(claim_id)
    holder = holder_now(claim, by=by, now=now)
    if holder is not None and holder.pk == by.pk:
        hold(claim, by, now)
        claim.save(update_fields=["holder", "held_until"])
    return Note.objects.create(claim=claim, text=text.strip().replace("\x00", ""), by=by, at=now)
