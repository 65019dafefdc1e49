"""Correct a quote: its words, kind, speaker or cue."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.language.confidence import CHECK_BELOW
from claims.language.spans import QuoteKind
from claims.models import Quote
from claims.services.add_quote import refuse_twice
from claims.services.edit_log import log_edit, quote_row
from claims.services.edited_words import Place, fitted, lock_article, place_of, quoted_in, speaker_and_cue
from claims.services.link_people import link_people
from claims.services.mark_confidence import be_sure_of_claims
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User

WHAT = ["start", "end", "text", "kind", "quoted"]
WHO = ["speaker_name", "speaker_text", "speaker_start", "speaker_end", "cue_text", "cue_start", "cue_end"]


def lock_quote(quote_id: int, *, standing: bool = True) -> Quote:
    """The quote with its paragraph, its article's row locked; NotPossibleNow where it has been dismissed."""
    article_id = Quote.objects.filter(pk=quote_id).values_list("article_id", flat=True).first()
    if article_id is None:
        raise NotPossibleNow("There is no such quote.", status=404)
    lock_article(article_id)
    quote = Quote.objects.select_for_update(of=("self",)).select_related("article", "paragraph").get(pk=quote_id)
    if standing and quote.dismissed_at is not None:
        raise NotPossibleNow("This quote has been dismissed: restore it first.")
    return quote


@transaction.atomic
def correct_quote(
    *,
    quote_id: int,
    words: str,
    kind: QuoteKind,
    by: User,
    occurrence: int = 1,
    speaker: str = "",
    cue: str = "",
    now: datetime | None = None,
) -> Quote:
    """Change what the quote is; the words are looked for in its own paragraph. Nothing changed is nothing logged, but where the
    engine was unsure: then a person has looked, and says that it is right as it stands.
    """
    now = now or timezone.now()
    quote = lock_quote(quote_id)
    before = quote_row(quote)
    place = place_of(quote.article, quote.paragraph.number, words, occurrence)
    if (place.start, place.end, kind) != (quote.start, quote.end, quote.kind):
        set_span(quote, place, kind)
    speaker = "" if kind is QuoteKind.SCARE else speaker
    if (speaker, cue) != (quote.speaker_name, quote.cue_text):
        for name, value in speaker_and_cue(Place(quote.paragraph, quote.start, quote.end), speaker, cue).items():
            setattr(quote, name, value)
    after = quote_row(quote)
    if after == before and quote.confidence >= CHECK_BELOW:
        return quote
    quote.confidence = 1.0
    quote.save(update_fields=[*WHAT, *WHO, "confidence"])
    be_sure_of_claims(quote)
    link_people(story_id=quote.article.story_id, now=now)
    action = "confirm quote" if after == before else "correct quote"
    log_edit(action, by=by, now=now, article_id=quote.article_id, quote=quote, before=[before], after=[after])
    return quote


def set_span(quote: Quote, place: Place, kind: QuoteKind) -> None:
    """Give the quote these words and this kind; BadInput where another quote has them."""
    place = fitted(place, kind)
    refuse_twice(quote.article, place, but=quote.pk)
    quote.start, quote.end, quote.text, quote.kind = place.start, place.end, place.text, kind.value
    quote.quoted = quoted_in(place, kind)
