from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article, ArticleLogEntry, Story
from articles.segmentation.fold import fold_paragraph
from articles.segmentation.versions import SAME_ARTICLE, normalised_url, overlap
from articles.services.story_stages import story_has_changed
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User

SEEN = "Seen as a changed copy by its address, headline or words."


@transaction.atomic
def link_version(*, article_id: int, by: User | None = None, now: datetime | None = None) -> Article | None:
    """Make the article the next version of the one that it changes, if the story holds one. Returns that one.

    Same story and outlet, and the same address, headline or largely the same words. Of articles whose outlet nobody
    knows only the address counts: two outlets may run the same agency copy. Versions stand in the order of filing; but
    one that was withdrawn and is filed again, word for word, stands where it stood and is no newer for it.
    """
    article = Article.objects.get(pk=article_id)
    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)
    article.refresh_from_db(fields=["replaces", "version", "withdrawn_at"])
    if article.replaces_id or article.is_withdrawn or not article.body:
        return None
    others = (
        Article.objects.filter(story_id=article.story_id, outlet=article.outlet, withdrawn_at=None)
        .exclude(pk=article.pk)
        .exclude(body="")
        .only("pk", "url", "headline", "body", "outlet_id", "replaces_id", "version")
        .order_by("pk")
    )
    same = [other for other in others if is_version_of(other, article)]
    if not same or hasattr(article, "replaced_by"):
        return None
    chain = _chain(same[0])
    earlier = [number for number, version in enumerate(chain, 1) if version.pk < article.pk]
    refiled = [
        number for number in earlier if chain[number - 1].is_withdrawn and _same_words(chain[number - 1], article)
    ]
    before = chain[: max(refiled or earlier, default=0)]
    after = chain[len(before) :]
    if after:  # filed again, or read later though filed earlier: the article goes in between
        Article.objects.filter(pk=after[0].pk).update(replaces=None)
    if before:
        _link(article, before[-1], by=by, now=now, why=SEEN + _words_of(before, article))
    if after:
        article.refresh_from_db(fields=["version"])
        _link(after[0], article, by=by, now=now, why=SEEN)
    return before[-1] if before else None


@transaction.atomic
def file_as_next_version_of(*, article: Article, previous: Article, by: User, now: datetime | None = None) -> Article:
    """Say by hand that `article` is the changed copy of `previous` (or of that one's latest version)."""
    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)
    article.refresh_from_db(fields=["replaces", "version", "story", "withdrawn_at"])
    if article.is_withdrawn:
        raise NotPossibleNow("This article has been withdrawn: it is no version of another.")
    if article.replaces_id:
        raise NotPossibleNow("This article is a later version already.")
    if previous.story_id != article.story_id:
        raise BadInput("Both articles have to be in the same story.")
    chain = _chain(previous)
    if article.pk in {version.pk for version in chain}:  # a ring of versions would have no end
        raise BadInput("An article cannot be a later version of itself, nor of what replaces it.")
    _link(article, chain[-1], by=by, now=now, why="Said by hand." + _words_of(chain, article))
    story_has_changed(article.story_id, now=now)
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


def _same_words(one: Article, other: Article) -> bool:
    return bool(one.body) and one.body == other.body


def _words_of(before: list[Article], article: Article) -> str:
    """A sentence for the log where the canonical text is that of an earlier version; else nothing."""
    same = next((version for version in reversed(before) if _same_words(version, article)), None)
    if same is None:
        return ""
    return f" Its words are those of version {same.version}{', which was withdrawn' if same.is_withdrawn else ''}."


def _chain(article: Article) -> list[Article]:
    """All versions, first to last."""
    while article.replaces is not None:
        article = article.replaces
    chain = [article]
    while (following := Article.objects.filter(replaces_id=chain[-1].pk).first()) is not None:
        chain.append(following)
    return chain


def _link(article: Article, previous: Article, *, by: User | None, now: datetime | None, why: str) -> None:
    article.replaces = previous
    number = previous.version + 1
    row: Article | None = article
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
