"""Cite exact words of a paragraph."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from claims.models import Citation, Verdict
from claims.rules.ratings import CitationStance, EvidenceKind
from claims.services.find_words import find_words, paragraph_of_story
from claims.services.working_draft import open_draft
from newsdesk.errors import BadInput
from newsdesk.models import User

MOST_CITATIONS = 100


@transaction.atomic
def cite_words(
    *,
    claim_id: int,
    paragraph_id: int,
    words: str,
    stance: CitationStance,
    by: User,
    occurrence: int = 1,
    now: datetime | None = None,
) -> Citation:
    """Pin the words by offsets and hash as the draft's next citation; words cited already change their stance.

    `occurrence` says which place of the words in the paragraph is meant, from 1. Raises BadInput where they are not
    there, or are cited with this stance already.
    """
    now = now or timezone.now()
    claim, verdict = open_draft(claim_id, by=by, now=now)
    paragraph = paragraph_of_story(claim, paragraph_id)
    start, end = find_words(paragraph, words, occurrence)
    before = verdict.citations.filter(paragraph=paragraph, start=start, end=end).first()
    if before is not None:
        return _with_stance(before, stance)
    exact = paragraph.text[start - paragraph.start : end - paragraph.start]
    if not any(char.isalnum() for char in exact):
        raise BadInput("Cite at least one word.")
    return Citation.objects.create(
        verdict=verdict,
        number=next_number(verdict),
        kind=EvidenceKind.PARAGRAPH.value,
        stance=stance.value,
        paragraph=paragraph,
        start=start,
        end=end,
        words=exact,
        words_sha256=hashlib.sha256(exact.encode()).hexdigest(),
        by=by,
        at=now,
    )


def next_number(verdict: Verdict) -> int:
    """The number of the draft's next citation, after the highest; BadInput where it has as many as a verdict may have.

    A number stays with its citation whatever is removed before it, since rationales and links name citations by number.
    """
    if verdict.citations.count() >= MOST_CITATIONS:
        raise BadInput(f"A verdict has at most {MOST_CITATIONS} citations.")
    return (verdict.citations.aggregate(last=Max("number"))["last"] or 0) + 1


def _with_stance(citation: Citation, stance: CitationStance) -> Citation:
    if citation.stance == stance:
        raise BadInput(f"These words are cited already, as [{citation.number}].")
    citation.stance = stance.value
    citation.save(update_fields=["stance"])
    return citation
