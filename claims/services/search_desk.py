"""One box over articles, quotes and claims: PostgreSQL full text, ranked, matching words marked. Reads, writes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db import connection
from django.db.models import F, FloatField, OuterRef, Q, QuerySet, Subquery, Value, Window
from django.db.models.functions import Coalesce, RowNumber

from articles.models import Article, Paragraph
from claims.models import Claim, Quote
from claims.services.marked_words import START, STOP, MarkedPiece, marked_pieces
from newsdesk.errors import BadInput

LONGEST_QUERY = 300
PAGE = 20
FIRST = 5
"""Hits of each kind where all kinds are shown."""
MOST_PAGES = 200
_CONFIG = "english"
_WHOLE: dict[str, Any] = {"config": _CONFIG, "start_sel": START, "stop_sel": STOP, "highlight_all": True}
_PARTS: dict[str, Any] = {"config": _CONFIG, "start_sel": START, "stop_sel": STOP, "max_fragments": 2, "min_words": 10, "max_words": 36,
          "fragment_delimiter": " … "}  # fmt: skip


class Kind(StrEnum):
    ARTICLES = "articles"
    QUOTES = "quotes"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an article with matching words."""

    number: int
    pieces: Sequence[MarkedPiece]


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of one kind with its words marked; `passages` are an article's best paragraphs."""

    row: Any
    pieces: Sequence[MarkedPiece]
    passages: Sequence[Passage] = ()


@dataclass(frozen=True, slots=True)
class SearchResults:
    """`counts` of all kinds whatever is shown; `sentence` where nothing can be found, and why."""

    query: str
    counts: dict[Kind, int]
    hits: dict[Kind, list[Hit]]
    sentence: str = ""
    page: int = 1
    pages: int = 1

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def search_desk(*, query: str, kind: Kind | None = None, page: int = 1) -> SearchResults:
    """The hits of every kind, or a page of one kind. BadInput where the query is too long."""
    words = clean_query(query)
    if not words:
        return _nothing("", "Type words to search for; “a phrase” in quotation marks, -word to leave a word out.")
    if not _searchable(words):
        return _nothing(words, "These words are too common to be searched for. Add a name, a number or a rarer word.")
    wanted = SearchQuery(words, config=_CONFIG, search_type="websearch")
    matching: dict[Kind, QuerySet[Any]] = {
        Kind.ARTICLES: _articles(wanted),
        Kind.QUOTES: Quote.objects.filter(search=wanted, dismissed_at=None),
        Kind.CLAIMS: Claim.objects.filter(search=wanted, joined_into=None),
    }
    counts = {each: rows.count() for each, rows in matching.items()}
    pages = max(1, min(MOST_PAGES, -(-counts[kind] // PAGE))) if kind else 1
    page = max(1, min(page, pages))
    start, size = ((page - 1) * PAGE, PAGE) if kind else (0, FIRST)
    hits = {
        each: _HITS[each](matching[each], wanted, slice(start, start + size))
        for each in Kind
        if kind in (None, each) and counts[each]
    }
    sentence = "" if sum(counts.values()) else "Nothing has these words: no article, no quote and no claim."
    return SearchResults(words, counts, hits, sentence, page, pages)


def clean_query(query: str) -> str:
    """The words as PostgreSQL can take them; BadInput where there are too many."""
    words = " ".join(query.replace("\x00", " ").encode("utf-8", "ignore").decode().split())
    if len(words) > LONGEST_QUERY:
        raise BadInput(f"A search may be {LONGEST_QUERY} characters long; this one has {len(words):,}.")
    return words


def _nothing(query: str, sentence: str) -> SearchResults:
    return SearchResults(query, dict.fromkeys(Kind, 0), {}, sentence)


def _searchable(words: str) -> bool:
    """Whether anything is left of the words once common ones are taken out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT numnode(websearch_to_tsquery('english', %s))", [words])
        return cursor.fetchone()[0] > 0


def _articles(wanted: SearchQuery) -> QuerySet[Article]:
    in_copy = Paragraph.objects.filter(search=wanted).values("article_id")
    return Article.objects.filter(Q(headline_search=wanted) | Q(pk__in=in_copy))


def _article_hits(rows: QuerySet[Article], wanted: SearchQuery, part: slice) -> list[Hit]:
    best = Paragraph.objects.filter(article=OuterRef("pk"), search=wanted).annotate(rank=_rank("search", wanted))
    found = list(
        rows.select_related("outlet", "story")
        .defer("body", "headline_search")
        .annotate(
            rank=_rank("headline_search", wanted) * Value(2.0)
            + Coalesce(Subquery(best.order_by("-rank").values("rank")[:1]), 0.0, output_field=FloatField()),
            marked=SearchHeadline("headline", wanted, **_WHOLE),
        )
        .order_by("-rank", "-filed_at", "-pk")[part]
    )
    passages = _passages([article.pk for article in found], wanted)
    return [Hit(row, marked_pieces(row.marked or str(row)), passages.get(row.pk, ())) for row in found]


def _passages(article_ids: list[int], wanted: SearchQuery) -> dict[int, list[Passage]]:
    """The two best paragraphs of each article; repeats and the headline itself left out."""
    place = Window(
        RowNumber(), partition_by=F("article_id"), order_by=[_rank("search", wanted).desc(), F("number").asc()]
    )
    rows = (
        Paragraph.objects.filter(article__in=article_ids, search=wanted, duplicate_of=None)
        .exclude(text=F("article__headline"))
        .annotate(place=place)
        .filter(place__lte=2)
        .annotate(marked=SearchHeadline("text", wanted, **_PARTS))
        .order_by("article_id", "place")
        .values_list("article_id", "number", "marked")
    )
    found: dict[int, list[Passage]] = {}
    for article_id, number, marked in rows:
        found.setdefault(article_id, []).append(Passage(number, marked_pieces(marked)))
    return found


def _quote_hits(rows: QuerySet[Quote], wanted: SearchQuery, part: slice) -> list[Hit]:
    rows = rows.select_related("article__outlet", "paragraph").defer("article__body", "search", "paragraph__text")
    return _ranked_hits(rows, wanted, part)


def _claim_hits(rows: QuerySet[Claim], wanted: SearchQuery, part: slice) -> list[Hit]:
    return _ranked_hits(rows.select_related("story", "published_verdict").defer("search"), wanted, part)


def _ranked_hits(rows: QuerySet[Any], wanted: SearchQuery, part: slice) -> list[Hit]:
    found = rows.annotate(rank=_rank("search", wanted), marked=SearchHeadline("text", wanted, **_WHOLE))
    return [Hit(row, marked_pieces(row.marked)) for row in found.order_by("-rank", "-pk")[part]]


def _rank(vector: str, wanted: SearchQuery) -> SearchRank:
    return SearchRank(F(vector), wanted)


_HITS: dict[Kind, Callable[[Any, SearchQuery, slice], list[Hit]]] = {
    Kind.ARTICLES: _article_hits,
    Kind.QUOTES: _quote_hits,
    Kind.CLAIMS: _claim_hits,
}
