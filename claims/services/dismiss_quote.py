"""Dismiss a quote that is none, and bring one back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.models import Quote
from claims.services.add_quote import refuse_twice
from claims.services.correct_quote import lock_quote
from claims.services.edit_log import log_edit, quote_row
from claims.services.edited_words import Place
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User


@transaction.atomic
def dismiss_quote(*, quote_id: int, by: User, now: datetime | None = None) -> Quote:
    """Take the quote out of the copy; it stays on record."""
    now = now or timezone.now()
    quote = lock_quote(quote_id, standing=False)
    if quote.dismissed_at is not None:
        raise NotPossibleNow("This quote has been dismissed already.")
    return _set(quote, "dismiss quote", by, now, dismissed=True)


@transaction.atomic
def restore_quote(*, quote_id: int, by: User, now: datetime | None = None) -> Quote:
    """Bring a dismissed quote back; BadInput where another has its words meanwhile."""
    now = now or timezone.now()
    quote = lock_quote(quote_id, standing=False)
    if quote.dismissed_at is None:
        raise NotPossibleNow("This quote is not dismissed.")
    refuse_twice(quote.article, Place(quote.paragraph, quote.start, quote.end), but=quote.pk)
    return _set(quote, "restore quote", by, now, dismissed=False)


def _set(quote: Quote, action: str, by: User, now: datetime, *, dismissed: bool) -> Quote:
    before = quote_row(quote)
    quote.dismissed_by, quote.dismissed_at = (by, now) if dismissed else (None, None)
    quote.save(update_fields=["dismissed_by", "dismissed_at"])
    log_edit(
        action, by=by, now=now, article_id=quote.article_id, quote=quote, before=[before], after=[quote_row(quote)]
    )
    return quote
