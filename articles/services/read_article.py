from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article, ArticleLogEntry
from articles.reading import ReadingError, read_in_child
from articles.reading.limits import check_letters
from articles.services.given_facts import fill_from_copy

ORIGINAL_IS_MISSING = (
    "The file as it came is missing from the desk’s storage. File the same file once more, or have it put back from a copy, "
    "and press Retry."
)


@transaction.atomic
def read_article(*, article_id: int, now: datetime | None = None) -> None:
    """Original bytes → canonical text and the facts that the container gives. Does nothing where it has been done.

    Raises ReadingError, whose sentence the person sees, where the file cannot be read or holds too much.
    """
    article = Article.objects.get(pk=article_id)
    if article.body:
        return
    reading = read_in_child(_original_of(article), name=article.original_name)
    check_letters(reading.text)
    article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    if article.body:
        return
    article.body, article.media_type = reading.text, reading.media_type
    changed = fill_from_copy(article, reading.facts)
    article.save(update_fields=["body", "media_type", *changed])
    twin = _same_text(article)
    if twin:
        ArticleLogEntry.objects.create(
            article=article,
            action="same text",
            changes={"article": twin.pk},
            note=f"The text is the same, letter for letter, as that of “{twin}”, filed before.",
            at=now or timezone.now(),
        )


def _original_of(article: Article) -> bytes:
    try:
        with article.original.open("rb") as file:
            return file.read()
    except FileNotFoundError:
        raise ReadingError(ORIGINAL_IS_MISSING) from None


def _same_text(article: Article) -> Article | None:
    """An article of the same story and outlet with this very text: other bytes, no other words."""
    return (
        Article.objects.filter(story_id=article.story_id, outlet=article.outlet, body=article.body, withdrawn_at=None)
        .exclude(pk=article.pk)
        .only("headline", "original_name")
        .first()
    )
