"""Add a claim that the machine did not find."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from claims.language.spans import Stance, Voice
from claims.models import Appearance
from claims.services.claim_edits import claim_for, claimant_of, lock_stories, new_appearance
from claims.services.edit_log import appearance_row, log_edit
from claims.services.edited_words import lock_article, place_of
from claims.services.link_people import link_people
from newsdesk.models import User

BY_HAND = 0.9
"""Priority of a claim that a person found worth adding."""


@transaction.atomic
def add_claim(
    *,
    article_id: int,
    paragraph_number: int,
    words: str,
    voice: Voice,
    by: User,
    occurrence: int = 1,
    text: str = "",
    claimant: str = "",
    stance: Stance = Stance.ASSERTS,
    now: datetime | None = None,
) -> Appearance:
    """Mark the words as a claim; `text` is the proposition where the words alone do not say it.

    Where the story has a claim with the same words and claimant, this is another appearance of it.
    """
    now = now or timezone.now()
    lock_stories(Article.objects.filter(pk=article_id).values_list("story_id", flat=True))
    article = lock_article(article_id)
    place = place_of(article, paragraph_number, words, occurrence)
    who = claimant_of(voice, claimant)
    claim = claim_for(article.story_id, text.strip() or place.text, who, by=by, now=now, priority=BY_HAND)
    appearance = new_appearance(claim, place, claimant=who, voice=voice, stance=stance, by=by, now=now)
    link_people(story_id=article.story_id, now=now)
    log_edit(
        "add claim", by=by, now=now, article_id=article.pk, claim=claim, before=[], after=[appearance_row(appearance)]
    )
    return appearance
