"""Merge a quote with the one that follows it in its paragraph."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.language.spans import QuoteKind
from claims.models import Quote
from claims.services.correct_quote import WHAT, lock_quote, set_span
from claims.services.edit_log import log_edit, quote_row
from claims.services.edited_words import Place
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User


def following_quote(quote: Quote) -> Quote | None:
    """The next standing quote of the same paragraph."""
    later = Quote.objects.filter(paragraph=quote.paragraph_id, dismissed_at=None, start__gte=quote.start)
    return later.exclude(pk=quote.pk).order_by("start", "id").first()


@transaction.atomic
def merge_quotes(*, quote_id: int, with_id: int, by: User, now: datetime | None = None) -> Quote:
    """The first reaches to the end of the second, which is dismissed. `with_id` names the second, so that sending twice
    merges once; NotPossibleNow where it is not the next any more."""
    now = now or timezone.now()
    quote = lock_quote(quote_id)
    other = following_quote(quote)
    if other is None or other.pk != with_id:
        raise NotPossibleNow("That is not the next quote of the paragraph any more. Look at the article again.")
    before = [quote_row(quote), quote_row(other)]
    kind = QuoteKind(quote.kind) if other.kind == quote.kind == QuoteKind.INDIRECT else QuoteKind.MIXED
    between = quote.paragraph.text[
        quote.end - quote.paragraph.start : max(other.start, quote.end) - quote.paragraph.start
    ]
    if quote.kind == other.kind and not any(char.isalnum() for char in between):
        kind = QuoteKind(quote.kind)
    other.dismissed_by, other.dismissed_at = by, now
    other.save(update_fields=["dismissed_by", "dismissed_at"])
    set_span(quote, Place(quote.paragraph, quote.start, max(quote.end, other.end)), kind)
    quote.save(update_fields=WHAT)
    log_edit(
        "merge quotes", by=by, now=now, article_id=quote.article_id, quote=quote,
        before=before, after=[quote_row(quote), quote_row(other)],
    )  # fmt: skip
    return quote
