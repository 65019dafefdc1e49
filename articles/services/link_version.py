from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article, ArticleLogEntry, Story
from articles.segmentation.fold import fold_paragraph
from articles.segmentation.versions import SAME_ARTICLE, normalised_url, overlap
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User


@transaction.atomic
def link_version(*, article_id: int, by: User | None = None, now: datetime | None = None) -> Article | None:
    """Make the article the next version of the one that it changes, if the story holds one. Returns that one.

    Same story and outlet, and the same address, headline or largely the same words. Of articles whose outlet nobody
    knows only the address counts: two outlets may run the same agency copy. Versions stand in the order of filing.
    """
    article = Article.objects.get(pk=article_id)
    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)
    article.refresh_from_db(fields=["replaces", "version", "withdrawn_at"])
    if article.replaces_id or article.is_withdrawn or not article.body:
        return None
    others = (
        Article.objects.filter(story_id=article.story_id, outlet_id=article.outlet_id, withdrawn_at=None)
        .exclude(pk=article.pk)
        .exclude(body="")
        .only("pk", "url", "headline", "body", "outlet_id", "replaces_id", "version")
        .order_by("pk")
    )
    same = [other for other in others if is_version_of(other, article)]
    earlier = [other for other in same if other.pk < article.pk]
    later = [other for other in same if other.pk > article.pk and not other.replaces_id]
    if earlier and not hasattr(article, "replaced_by"):
        previous = last_version(earlier[-1])
        _link(article, previous, by=by, now=now, why="Seen as a changed copy by its address, headline or words.")
        return previous
    if later and not earlier:
        _link(later[0], last_version(article), by=by, now=now, why="Seen as a changed copy of one that was read later.")
    return None


@transaction.atomic
def file_as_next_version_of(*, article: Article, previous: Article, by: User, now: datetime | None = None) -> Article:
    """Say by hand that `article` is the changed copy of `previous` (or of that one's latest version)."""
    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)
    article.refresh_from_db(fields=["replaces", "version", "story"])
    if article.replaces_id:
        raise NotPossibleNow("This article is a later version already.")
    if previous.story_id != article.story_id:
        raise BadInput("Both articles have to be in the same story.")
    end = last_version(previous)
    if end.pk == article.pk or previous.pk == article.pk:
        raise BadInput("An article cannot be a later version of itself.")
    _link(article, end, by=by, now=now, why="Said by hand.")
    article.refresh_from_db()
    return article


def is_version_of(one: Article, other: Article) -> bool:
    """Whether two articles of one story and outlet are the same article in two states."""
    url = normalised_url(one.url)
    if url and url == normalised_url(other.url):
        return True
    if not one.outlet_id:
        return False
    headline = fold_paragraph(one.headline)
    if headline and headline == fold_paragraph(other.headline):
        return True
    return overlap(one.body, other.body) >= SAME_ARTICLE


def last_version(article: Article) -> Article:
    """The end of the chain of versions that the article stands in."""
    while (following := Article.objects.filter(replaces_id=article.pk).first()) is not None:
        article = following
    return article


def _link(article: Article, previous: Article, *, by: User | None, now: datetime | None, why: str) -> None:
    article.replaces = previous
    number, row = previous.version + 1, article
    while row is not None:  # what already followed the article moves along
        row.version = number
        row.save(update_fields=["replaces", "version"])
        row, number = Article.objects.filter(replaces_id=row.pk).first(), number + 1
    ArticleLogEntry.objects.create(
        article=article,
        action="next version",
        changes={"replaces": [None, previous.pk], "version": [1, previous.version + 1]},
        note=why,
        by=by,
        at=now or timezone.now(),
    )
