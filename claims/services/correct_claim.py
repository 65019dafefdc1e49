"""Correct a claim at one of its appearances: its words in the copy, its proposition, claimant, voice and stance."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.language.confidence import CHECK_BELOW
from claims.language.spans import Stance, Voice
from claims.models import Appearance
from claims.services.claim_edits import (
    check_editable,
    check_standing,
    claimant_of,
    lock_appearance,
    same_claim_in_story,
)
from claims.services.edit_log import appearance_row, log_edit
from claims.services.edited_words import place_of
from claims.services.link_people import link_people
from newsdesk.errors import BadInput
from newsdesk.models import User


@transaction.atomic
def correct_claim(
    *,
    appearance_id: int,
    words: str,
    text: str,
    voice: Voice,
    stance: Stance,
    by: User,
    occurrence: int = 1,
    claimant: str = "",
    now: datetime | None = None,
) -> Appearance:
    """Text and claimant change the claim, wherever it stands; words, voice and stance this appearance alone.

    Where the engine was unsure who said it, saving it as it stands says that it is right.
    """
    now = now or timezone.now()
    appearance = lock_appearance(appearance_id)
    check_standing(appearance)
    claim = appearance.claim
    check_editable(claim, by=by, now=now)
    before = appearance_row(appearance)
    place = place_of(appearance.article, appearance.paragraph.number, words, occurrence)
    appearance.start, appearance.end, appearance.text = place.start, place.end, place.text
    appearance.voice, appearance.stance = voice.value, stance.value
    appearance.claimant = claimant_of(voice, claimant)
    claim.text, claim.claimant = " ".join(text.split()) or place.text, appearance.claimant
    if same_claim_in_story(claim.story_id, claim.text, claim.claimant, but=claim.pk) is not None:
        raise BadInput("Another claim of this story has these words and this claimant: join the two instead.")
    after = appearance_row(appearance)
    if after == before and appearance.confidence >= CHECK_BELOW:
        return appearance
    appearance.confidence = 1.0
    appearance.save(update_fields=["start", "end", "text", "voice", "stance", "claimant", "confidence"])
    claim.save(update_fields=["text", "claimant"])
    link_people(story_id=claim.story_id, now=now)
    action = "confirm claim" if after == before else "correct claim"
    log_edit(action, by=by, now=now, article_id=appearance.article_id, claim=claim, before=[before], after=[after])
    return appearance
