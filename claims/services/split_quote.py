"""Split one quote into two where its second part begins."""

import re
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.language.spans import QuoteKind
from claims.models import Quote
from claims.services.correct_quote import WHAT, lock_quote, set_span
from claims.services.edit_log import log_edit, quote_row
from claims.services.edited_words import Place, guess_kind
from claims.services.find_words import find_words
from newsdesk.errors import BadInput
from newsdesk.models import User

_DANGLING = re.compile(r"(?:[\s“„«‘]|(?<=\s)[\"'])+$")
"""Space and opening marks that a cut leaves at the end of the first part."""


@transaction.atomic
def split_quote(
    *, quote_id: int, words: str, by: User, occurrence: int = 1, now: datetime | None = None
) -> tuple[Quote, Quote]:
    """The words with which the second part begins end the first; both keep speaker, cue and utterance."""
    now = now or timezone.now()
    quote = lock_quote(quote_id)
    before = quote_row(quote)
    first, second = cut_before(Place(quote.paragraph, quote.start, quote.end), words, occurrence)
    later = Quote.objects.get(pk=quote.pk)
    later.pk, later._state.adding, later.run_id, later.made_by, later.made_at = None, True, None, by, now
    kinds = kind_of(first, quote), kind_of(second, quote)
    set_span(quote, first, kinds[0])
    set_span(later, second, kinds[1])
    quote.save(update_fields=WHAT)
    later.save()
    log_edit(
        "split quote", by=by, now=now, article_id=quote.article_id, quote=quote,
        before=[before], after=[quote_row(quote), quote_row(later)],
    )  # fmt: skip
    return quote, later


def cut_before(place: Place, words: str, occurrence: int) -> tuple[Place, Place]:
    """Two places, the second beginning with `words`; BadInput where they are not inside or nothing would be left."""
    start, _ = find_words(place.paragraph, words, occurrence)
    if not place.start < start < place.end:
        raise BadInput("Choose words inside it, after its first word, with which the second part begins.")
    head = place.paragraph.text[place.start - place.paragraph.start : start - place.paragraph.start]
    head = _DANGLING.sub("", head)
    if not head:
        raise BadInput("Nothing would be left of the first part.")
    return Place(place.paragraph, place.start, place.start + len(head)), Place(place.paragraph, start, place.end)


def kind_of(part: Place, whole: Quote) -> QuoteKind:
    """A part of a mixed quote may stand wholly in marks or in none; the other kinds stay."""
    return guess_kind(part) if whole.kind == QuoteKind.MIXED else QuoteKind(whole.kind)
