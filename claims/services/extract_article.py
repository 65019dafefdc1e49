"""The stage after segmenting: find the quotes and claims of an article and keep them as suggestions."""

from datetime import datetime
from time import perf_counter

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Story
from claims import language
from claims.models import Run
from claims.services.decided import Decided
from claims.services.desk_lexicon import desk_lexicon
from claims.services.keep_claims import UNNAMED, keep_claims
from claims.services.keep_quotes import keep_quotes
from claims.services.keep_wording import keep_wording
from claims.services.link_people import link_people
from claims.services.mark_confidence import mark_confidence
from claims.services.note_engine import note_engine, problem_here
from claims.services.places import Places
from newsdesk.errors import NotPossibleNow

__all__ = ["UNNAMED", "extract_article"]
FELL_BACK = (
    "The worker could read this article by the plain rules alone, and an earlier version has read it already: nothing was"
    " changed. Put the engine’s weight files in order and read it again."
)


@transaction.atomic
def extract_article(*, article_id: int, now: datetime | None = None) -> None:
    """Read the article and store its run, quotes, claims and appearances, linked to the people of the desk.

    Safe to run twice: a version of the extractor reads an article once. A newer version adds suggestions, keeps the rows
    whose spans it finds again, retires undecided ones that it no longer finds, and leaves alone whatever staff decided
    about (claims.services.decided). Claims with the same words and claimant in one story are one claim with several
    appearances; the story's row is locked meanwhile, so that two articles cannot both make it.
    """
    if _has_run(article_id, language.EXTRACTOR):
        return
    now = now or timezone.now()
    article = Article.objects.get(pk=article_id)
    places = Places(article)
    lexicon = desk_lexicon()
    clock = perf_counter()
    found = language.extract(article.body, places.spans(), lexicon)
    milliseconds = round((perf_counter() - clock) * 1000)

    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)
    Article.objects.select_for_update(no_key=True).get(pk=article_id)  # quotes are edited under this lock
    if _has_run(article_id, found.extractor):
        return
    _refuse_fallback(article_id, found.extractor)
    run = Run.objects.create(
        article=article,
        extractor=found.extractor,
        started_at=now,
        milliseconds=max(milliseconds, 1),
        lexicon=lexicon.version,
    )
    decided = Decided(article)
    keep_quotes(run, places, found.quotes, decided, now)
    keep_claims(run, places, found.claims, decided, now)
    mark_confidence(run, found.quotes)
    keep_wording(run, places, found.wording, lexicon)
    link_people(story_id=article.story_id, now=now)
    note_engine(extractor=found.extractor, problem=problem_here())


def _has_run(article_id: int, extractor: str) -> bool:
    return Run.objects.filter(article_id=article_id, extractor=extractor).exists()


def _refuse_fallback(article_id: int, extractor: str) -> None:
    """What the engine falls back to reads an article rather than nothing, but never over what a version found before."""
    if extractor != language.EXTRACTOR and Run.objects.filter(article_id=article_id).exists():
        raise NotPossibleNow(FELL_BACK)
