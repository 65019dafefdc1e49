from datetime import datetime

from django.db import transaction

from articles.models import Article, Paragraph, Story
from articles.reading.limits import check_paragraphs
from articles.segmentation import ParagraphSpan, copy_facts, paragraph_hash, segment
from articles.services.given_facts import fill_from_copy
from articles.services.link_version import link_version


@transaction.atomic
def segment_article(*, article_id: int, now: datetime | None = None) -> None:
    """Number the paragraphs, read the facts in the copy's header and footer, and link a changed copy to what it replaces.

    Does nothing where it has been done. Raises ReadingError where the text has too many paragraphs or too long a one.
    """
    article = Article.objects.get(pk=article_id)
    spans = segment(article.body)
    check_paragraphs(span.end - span.start for span in spans)
    # The story first, then the article: linking versions takes them in this order too, and so nobody waits in a circle.
    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)
    article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    if article.paragraphs.exists():
        return
    keep_paragraphs(article, spans)
    changed = fill_from_copy(article, copy_facts(article.body, spans))
    if changed:
        article.save(update_fields=changed)
    link_version(article_id=article_id, now=now)


def keep_paragraphs(article: Article, spans: list[ParagraphSpan]) -> None:
    """The rows of the spans. Originals first: a repeat's row names the one it repeats, and no row is ever changed."""
    made: dict[int, Paragraph] = {}
    for repeats in (False, True):
        rows = [_row(article, span, made) for span in spans if bool(span.duplicate_of) is repeats]
        Paragraph.objects.bulk_create(rows, batch_size=1_000)
        made |= {row.number: row for row in rows}


def _row(article: Article, span: ParagraphSpan, made: dict[int, Paragraph]) -> Paragraph:
    text = article.body[span.start : span.end]
    return Paragraph(
        article=article,
        number=span.number,
        start=span.start,
        end=span.end,
        text=text,
        kind=span.kind,
        duplicate_of=made[span.duplicate_of] if span.duplicate_of else None,
        folded_sha256=paragraph_hash(text),
    )
