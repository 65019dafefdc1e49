"""Add a bias finding to the draft."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Paragraph
from claims.models import Appearance, Claim, Finding
from claims.rules.ratings import FindingReason
from claims.services.find_words import find_words, paragraph_of_story
from claims.services.working_draft import open_draft
from newsdesk.errors import BadInput
from newsdesk.models import User


@transaction.atomic
def add_finding(
    *,
    claim_id: int,
    reason: FindingReason,
    by: User,
    appearance_id: int | None = None,
    paragraph_id: int | None = None,
    words: str = "",
    occurrence: int = 1,
    neutral: str = "",
    note: str = "",
    now: datetime | None = None,
) -> Finding:
    """The finding: words of a paragraph of the story, or an appearance of this claim (as a whole where no words are given).

    Raises BadInput where the words are not there, or the reason needs a note.
    """
    now = now or timezone.now()
    if reason.needs_note and not note.strip():
        raise BadInput("The reason “other” says nothing alone: write a note.")
    if len(neutral.strip()) > 500:
        raise BadInput("A neutral wording has at most 500 characters.")
    claim, verdict = open_draft(claim_id, by=by, now=now)
    appearance = _appearance(claim, appearance_id)
    paragraph, start, end = _place(claim, appearance, paragraph_id, words, occurrence)
    return Finding.objects.create(
        verdict=verdict,
        appearance=appearance,
        paragraph=paragraph,
        start=start,
        end=end,
        text=paragraph.text[start - paragraph.start : end - paragraph.start],
        reason=reason.value,
        neutral=neutral.strip(),
        note=note.strip(),
        by=by,
        at=now,
    )


def _appearance(claim: Claim, appearance_id: int | None) -> Appearance | None:
    if appearance_id is None:
        return None
    found = claim.appearances.filter(pk=appearance_id, dismissed_at=None).first()
    if found is None:
        raise BadInput("This claim does not appear there.")
    return found


def _place(
    claim: Claim, appearance: Appearance | None, paragraph_id: int | None, words: str, occurrence: int
) -> tuple[Paragraph, int, int]:
    if paragraph_id is None and appearance is None:
        raise BadInput("Say which words: select them, or choose where the claim appears.")
    paragraph = paragraph_of_story(claim, paragraph_id or (appearance.paragraph_id if appearance else 0))
    if words.strip():
        return paragraph, *find_words(paragraph, words, occurrence)
    if appearance is None or appearance.paragraph_id != paragraph.pk:
        raise BadInput("Select or paste the words first.")
    return paragraph, max(appearance.start, paragraph.start), min(appearance.end, paragraph.end)
