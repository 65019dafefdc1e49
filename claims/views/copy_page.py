"""What the article page shows, read in a bounded number of queries: numbered paragraphs, quotes, claims, versions."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404

from articles.models import Article, Job, Paragraph
from articles.segmentation import Kind
from articles.services.progress import Progress, progress_of
from articles.services.versions_of import versions_of
from claims.language.highlight import Mark, segments_of
from claims.models import Appearance, Quote, Run, Wording, WordingEntry
from claims.rules.statuses import Status
from claims.templatetags.engine import is_unsure
from claims.views.copy_labels import claim_label, quote_label, wording_label

MOST_PARAGRAPHS, MOST_LETTERS = 300, 60_000
"""Of a longer article so much stands on one page; a browser takes seconds over more."""


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


@dataclass(frozen=True, slots=True)
class SameWording:
    """The places of an article where the same words colour the telling for the same reason."""

    words: str
    reason: str
    neutral: str
    entry: str
    places: list[Wording] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """Which paragraphs stand on the page, by number: `first` to `last` of `total`; `before` and `after` begin its neighbours."""

    first: int
    last: int
    total: int
    before: int | None = None
    after: int | None = None

    @property
    def is_whole(self) -> bool:
        return self.before is None and self.after is None


@dataclass(frozen=True)
class CopyPage:
    """One article with all that was found in it, or the part of a very long one that was asked for."""

    article: Article
    paragraphs: Sequence[Paragraph]
    quotes: Sequence[Quote]
    appearances: Sequence[Appearance]
    wordings: Sequence[Wording]
    versions: Sequence[Article]
    jobs: Sequence[Job]
    runs: Sequence[Run]
    part: Part

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

    @cached_property
    def wording(self) -> list[SameWording]:
        """Coloured words in the order of the copy, the same ones together."""
        groups: dict[tuple[str, str], SameWording] = {}
        for row in self.wordings:
            key = row.text.lower(), row.reason
            group = groups.setdefault(key, SameWording(row.text, row.reason, row.neutral, row.entry))
            group.places.append(row)
        return list(groups.values())

    @cached_property
    def has_unsure(self) -> bool:
        return any(map(is_unsure, self.standing_quotes)) or any(map(is_unsure, self.standing_appearances))

    @property
    def run(self) -> Run | None:
        """The newest reading of the article by the engine."""
        return max(self.runs, key=lambda run: (run.started_at, run.pk), default=None)

    @property
    def dismissed_count(self) -> int:
        return len(self.dismissed_quotes) + len(self.dismissed_appearances)

    @property
    def latest(self) -> Article | None:
        """The newest version where this article is not it; one that was withdrawn is none."""
        newer = [row for row in self.versions if row.version > self.article.version and not row.is_withdrawn]
        return newer[-1] if newer else None

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks_of(self.paragraphs, self.standing_quotes, self.standing_appearances, self.wordings)


def read_copy_page(pk: int, *, at: int = 1) -> CopyPage:
    """The article with everything on its page, the one with paragraph `at` where it needs several. Http404: no article."""
    article = (
        Article.objects.select_related("story", "outlet", "withdrawn_by", "filed_by")
        .prefetch_related(Prefetch("jobs", to_attr="all_jobs"), Prefetch("runs", to_attr="all_runs"))
        .filter(pk=pk)
        .first()
    )
    if article is None:
        raise Http404
    rows = article.paragraphs.select_related("duplicate_of").defer(
        "search", "folded_sha256", "duplicate_of__search", "duplicate_of__text"
    )
    part, paragraphs = read_part(rows, at)
    quotes, appearances, wordings = article.quotes.all(), article.appearances.all(), wordings_of(article)
    if not part.is_whole:
        start, end = paragraphs[0].start, paragraphs[-1].end
        quotes = quotes.filter(start__lt=end, end__gt=start)
        appearances = appearances.filter(start__lt=end, end__gt=start)
        wordings = wordings.filter(start__lt=end, end__gt=start)
    return CopyPage(
        article=article,
        paragraphs=paragraphs,
        quotes=list(quotes.select_related("paragraph").defer("search", "paragraph__search").order_by("start", "id")),
        appearances=list(
            appearances.select_related("claim__published_verdict", "paragraph")
            .defer("claim__search", "paragraph__search")
            .order_by("start", "id")
        ),
        wordings=list(wordings),
        versions=versions_of(article),
        jobs=article.all_jobs,
        runs=article.all_runs,
        part=part,
    )


def wordings_of(article: Article) -> QuerySet[Wording]:
    """The coloured words of an article but those that the desk has switched off since."""
    off = WordingEntry.objects.filter(active=False, words=OuterRef("entry"), reason=OuterRef("reason"))
    rows = Wording.objects.filter(~Exists(off), article=article).select_related("paragraph")
    return rows.defer("paragraph__search", "paragraph__text").order_by("start", "id")


def read_part(rows: QuerySet[Paragraph], at: int) -> tuple[Part, list[Paragraph]]:
    """The paragraphs of an article, in one query; of a very long article the part with paragraph `at`, in three."""
    rows = rows.order_by("number")
    paragraphs = list(rows[: MOST_PARAGRAPHS + 1])
    part = part_at([(p.number, p.start, p.end) for p in paragraphs], at)
    if part.is_whole:
        return part, paragraphs
    part = part_at(list(rows.values_list("number", "start", "end")), at)
    return part, list(rows.filter(number__range=(part.first, part.last)))


def part_at(rows: Sequence[tuple[int, int, int]], at: int) -> Part:
    """The part with paragraph `at` (else the nearest) of paragraphs given as (number, start, end), cut by count and length."""
    firsts: list[int] = []
    count = letters = 0
    for number, start, end in rows:
        count, letters = count + 1, letters + end - start
        if not firsts or count > MOST_PARAGRAPHS or letters > MOST_LETTERS:
            firsts.append(number)
            count, letters = 1, end - start
    if not firsts:
        return Part(1, 0, 0)
    place = max(bisect_right(firsts, at) - 1, 0)
    following = firsts[place + 1] if place + 1 < len(firsts) else None
    last = following - 1 if following else rows[-1][0]
    return Part(firsts[place], last, rows[-1][0], firsts[place - 1] if place else None, following)


def blocks_of(
    paragraphs: Iterable[Paragraph],
    quotes: Iterable[Quote],
    appearances: Iterable[Appearance],
    wordings: Iterable[Wording] = (),
) -> list[Block]:
    """Numbered paragraphs with their spans marked, runs of boilerplate together."""
    paragraphs = list(paragraphs)
    marks = [Mark(quote.start, quote.end, quote) for quote in quotes]
    marks += [Mark(a.start, a.end, a) for a in appearances if a.claim.status != Status.DISMISSED]
    marks += [Mark(wording.start, wording.end, wording) for wording in wordings]
    blocks: list[Block] = []
    for paragraph, inside in zip(paragraphs, marks_by_paragraph(paragraphs, marks), strict=True):
        folded = paragraph.kind == Kind.BOILERPLATE
        if not blocks or blocks[-1].folded is not folded:
            blocks.append(Block(folded))
        pieces = segments_of(paragraph.text, inside, offset=paragraph.start)
        blocks[-1].paragraphs.append(
            ShownParagraph(
                paragraph.number,
                paragraph.kind,
                paragraph.duplicate_of.number if paragraph.duplicate_of else None,
                tuple(_piece(segment.text, segment.keys) for segment in pieces),
            )
        )
    return blocks


def marks_by_paragraph(paragraphs: Sequence[Paragraph], marks: Iterable[Mark]) -> list[list[Mark]]:
    """For each paragraph the marks that reach into it, so that none has to look at all of them."""
    ends = [paragraph.end for paragraph in paragraphs]
    inside: list[list[Mark]] = [[] for _ in paragraphs]
    for mark in marks:
        at = bisect_right(ends, mark.start)
        while at < len(paragraphs) and paragraphs[at].start < mark.end:
            inside[at].append(mark)
            at += 1
    return inside


def _piece(text: str, keys: tuple[object, ...]) -> Piece:
    if not keys:
        return Piece(text)
    quotes = [key for key in keys if isinstance(key, Quote)]
    claims = [key for key in keys if isinstance(key, Appearance)]
    wordings = [key for key in keys if isinstance(key, Wording)]
    classes = ["seg"] + ["seg--quote"] * bool(quotes) + ["seg--claim"] * bool(claims) + ["seg--loaded"] * bool(wordings)
    classes += ["is-repaired"] * any(quote.repaired for quote in quotes)
    labels = [wording_label(wording) for wording in wordings] + [quote_label(quote) for quote in quotes]
    labels += [claim_label(appearance) for appearance in claims]
    ids = [f"wording-{row.pk}" for row in wordings] + [f"quote-{row.pk}" for row in reversed(quotes)]
    ids += [f"appearance-{row.pk}" for row in reversed(claims)]
    return Piece(text, f"#{ids[0]}", " ".join(classes), "; ".join(labels))
