"""What the article page shows, read in a bounded number of queries: numbered paragraphs, quotes, claims, versions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Prefetch
from django.http import Http404

from articles.models import Article, Job, Paragraph
from articles.segmentation import Kind
from articles.services.progress import Progress, progress_of
from claims.language.highlight import Mark, segments_of
from claims.models import Appearance, Quote
from claims.rules.statuses import Status

CHECK_BELOW = 0.6
"""Quotes of a lower confidence carry the word “check”."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A flat piece of a paragraph: its words, and where it leads when a quote or claim covers it."""

    text: str
    href: str = ""
    classes: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    number: int
    kind: str
    repeats: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that stand together: copy, or a run of boilerplate that is folded."""

    folded: bool
    paragraphs: list[ShownParagraph] = field(default_factory=list)


@dataclass(frozen=True)
class CopyPage:
    """One article with all that was found in it."""

    article: Article
    paragraphs: Sequence[Paragraph]
    quotes: Sequence[Quote]
    appearances: Sequence[Appearance]
    versions: Sequence[Article]
    jobs: Sequence[Job]

    @cached_property
    def progress(self) -> Progress:
        return progress_of(self.jobs)

    @cached_property
    def standing_quotes(self) -> list[Quote]:
        return [quote for quote in self.quotes if quote.dismissed_at is None]

    @cached_property
    def dismissed_quotes(self) -> list[Quote]:
        return [quote for quote in self.quotes if quote.dismissed_at is not None]

    @cached_property
    def standing_appearances(self) -> list[Appearance]:
        return [appearance for appearance in self.appearances if appearance.dismissed_at is None]

    @cached_property
    def dismissed_appearances(self) -> list[Appearance]:
        return [appearance for appearance in self.appearances if appearance.dismissed_at is not None]

    @property
    def dismissed_count(self) -> int:
        return len(self.dismissed_quotes) + len(self.dismissed_appearances)

    @property
    def latest(self) -> Article | None:
        """The newest version where this article is not it."""
        newest = self.versions[-1] if self.versions else self.article
        return newest if newest.pk != self.article.pk else None

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks_of(self.paragraphs, self.standing_quotes, self.standing_appearances)


def read_copy_page(pk: int) -> CopyPage:
    """The article with everything on its page; Http404 where there is none."""
    article = (
        Article.objects.select_related("story", "outlet", "withdrawn_by", "filed_by")
        .prefetch_related(Prefetch("jobs", to_attr="all_jobs"))
        .filter(pk=pk)
        .first()
    )
    if article is None:
        raise Http404
    return CopyPage(
        article=article,
        paragraphs=list(article.paragraphs.order_by("number").defer("search", "folded_sha256")),
        quotes=list(
            article.quotes.select_related("paragraph").defer("search", "paragraph__search").order_by("start", "id")
        ),
        appearances=list(
            article.appearances.select_related("claim__published_verdict", "paragraph")
            .defer("claim__search", "paragraph__search")
            .order_by("start", "id")
        ),
        versions=versions_of(article),
        jobs=article.all_jobs,
    )


def versions_of(article: Article) -> list[Article]:
    """All versions of the article's copy, oldest first, itself among them: the chain of `replaces` within its story."""
    rows = {
        row.pk: row for row in Article.objects.filter(story_id=article.story_id).only("replaces", "version", "story")
    }
    next_of = {row.replaces_id: row for row in rows.values() if row.replaces_id}
    first = rows.get(article.pk, article)
    while first.replaces_id in rows:
        first = rows[first.replaces_id]
    chain = [first]
    while chain[-1].pk in next_of:
        chain.append(next_of[chain[-1].pk])
    return chain


def blocks_of(
    paragraphs: Iterable[Paragraph], quotes: Iterable[Quote], appearances: Iterable[Appearance]
) -> list[Block]:
    """Numbered paragraphs with their spans marked, runs of boilerplate together."""
    paragraphs = list(paragraphs)
    numbers = {paragraph.pk: paragraph.number for paragraph in paragraphs}
    marks = [Mark(quote.start, quote.end, quote) for quote in quotes]
    marks += [Mark(a.start, a.end, a) for a in appearances if a.claim.status != Status.DISMISSED]
    blocks: list[Block] = []
    for paragraph in paragraphs:
        folded = paragraph.kind == Kind.BOILERPLATE
        if not blocks or blocks[-1].folded is not folded:
            blocks.append(Block(folded))
        pieces = segments_of(paragraph.text, marks, offset=paragraph.start)
        blocks[-1].paragraphs.append(
            ShownParagraph(
                paragraph.number,
                paragraph.kind,
                numbers.get(paragraph.duplicate_of_id or 0),
                tuple(_piece(segment.text, segment.keys) for segment in pieces),
            )
        )
    return blocks


def _piece(text: str, keys: tuple[object, ...]) -> Piece:
    if not keys:
        return Piece(text)
    quotes = [key for key in keys if isinstance(key, Quote)]
    claims = [key for key in keys if isinstance(key, Appearance)]
    classes = ["seg"] + ["seg--quote"] * bool(quotes) + ["seg--claim"] * bool(claims)
    classes += ["is-repaired"] * any(quote.repaired for quote in quotes)
    labels = [f"Quote: {quote.speaker_name or quote.speaker_text or 'speaker unknown'}" for quote in quotes]
    labels += [f"Claim by {appearance.claim.claimant_label}" for appearance in claims]
    href = f"#quote-{quotes[-1].pk}" if quotes else f"#appearance-{claims[-1].pk}"
    return Piece(text, href, " ".join(classes), "; ".join(labels))
