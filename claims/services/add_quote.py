"""Add a quote that the machine did not find."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles.models import Article
from claims.language.spans import QuoteKind
from claims.models import Quote
from claims.services.edit_log import log_edit, quote_row
from claims.services.edited_words import Place, fitted, lock_article, place_of, quoted_in, speaker_and_cue
from claims.services.link_people import link_people
from newsdesk.errors import BadInput
from newsdesk.models import User


@transaction.atomic
def add_quote(
    *,
    article_id: int,
    paragraph_number: int,
    words: str,
    kind: QuoteKind,
    by: User,
    occurrence: int = 1,
    speaker: str = "",
    cue: str = "",
    now: datetime | None = None,
) -> Quote:
    """Mark the words as a quote. BadInput where they are not there or are marked already."""
    now = now or timezone.now()
    article = lock_article(article_id)
    place = fitted(place_of(article, paragraph_number, words, occurrence), kind)
    refuse_twice(article, place)
    quote = Quote.objects.create(
        article=article,
        paragraph=place.paragraph,
        start=place.start,
        end=place.end,
        text=place.text,
        kind=kind.value,
        quoted=quoted_in(place, kind),
        utterance=next_utterance(article),
        made_by=by,
        made_at=now,
        **speaker_and_cue(place, "" if kind is QuoteKind.SCARE else speaker, cue),
    )
    link_people(story_id=article.story_id, now=now)
    log_edit("add quote", by=by, now=now, article_id=article.pk, quote=quote, before=[], after=[quote_row(quote)])
    return quote


def refuse_twice(article: Article, place: Place, but: int | None = None) -> None:
    """BadInput where another standing quote has the same span."""
    same = article.quotes.filter(start=place.start, end=place.end, dismissed_at=None).exclude(pk=but or 0)
    if same.exists():
        raise BadInput("These words are marked as a quote already.")


def next_utterance(article: Article) -> int:
    """A number that no utterance of the article has."""
    return (article.quotes.aggregate(last=Max("utterance"))["last"] or 0) + 1
