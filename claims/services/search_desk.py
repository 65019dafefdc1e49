"""One box over articles, quotes and claims: PostgreSQL full text, ranked, matching words marked. Reads, writes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import and_
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import F, FloatField, OuterRef, Q, QuerySet, Subquery, Value, Window
from django.db.models.functions import Coalesce, RowNumber

from articles.models import Article, Paragraph
from claims.models import Claim, Quote
from claims.services.marked_words import START, STOP, MarkedPiece, marked_pieces
from claims.services.wanted_words import CONFIG, Wanted, uncommon
from newsdesk.errors import BadInput

LONGEST_QUERY = 300
PAGE = 20
FIRST = 5
"""Hits of each kind where all kinds are shown."""
MOST_PAGES = 200
_WHOLE: dict[str, Any] = {"config": CONFIG, "start_sel": START, "stop_sel": STOP, "highlight_all": True}
_PARTS: dict[str, Any] = {"config": CONFIG, "start_sel": START, "stop_sel": STOP, "max_fragments": 2, "min_words": 10, "max_words": 36,
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
    if not any(letter.isalnum() for letter in words):
        return _nothing(words, "There is no word in this search, only signs. Type a name, a number or another word.")
    if not _searchable(words):
        return _nothing(words, "These words are too common to be searched for. Add a name, a number or a rarer word.")
    wanted = Wanted.of(words)
    matching: dict[Kind, QuerySet[Any]] = {
        Kind.ARTICLES: _articles(wanted),
        Kind.QUOTES: Quote.objects.filter(search=wanted.all, dismissed_at=None),
        Kind.CLAIMS: Claim.objects.filter(search=wanted.all, joined_into=None),
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
    return bool(uncommon([words]))


def _articles(wanted: Wanted) -> QuerySet[Article]:
    """Articles with all of it in one place, or with each of its words somewhere; none with what is to be left out."""
    found = _stands_in_article(wanted.all)
    if len(wanted.each) > 1:
        found |= reduce(and_, map(_stands_in_article, wanted.each))
    rows = Article.objects.filter(found)
    for unwanted in wanted.none_of:
        rows = rows.exclude(_stands_in_article(unwanted))
    return rows


def _stands_in_article(query: SearchQuery) -> Q:
    return Q(headline_search=query) | Q(pk__in=Paragraph.objects.filter(search=query).values("article_id"))


def _article_hits(rows: QuerySet[Article], wanted: Wanted, part: slice) -> list[Hit]:
    best = Paragraph.objects.filter(article=OuterRef("pk"), search=wanted.any)
    best = best.annotate(rank=_rank("search", wanted.any))
    found = list(
        rows.select_related("outlet", "story")
        .defer("body", "headline_search")
        .annotate(
            rank=_rank("headline_search", wanted.any) * Value(2.0)
            + Coalesce(Subquery(best.order_by("-rank").values("rank")[:1]), 0.0, output_field=FloatField()),
            marked=SearchHeadline("headline", wanted.marks, **_WHOLE),
        )
        .order_by("-rank", "-filed_at", "-pk")[part]
    )
    passages = _passages([article.pk for article in found], wanted)
    return [Hit(row, marked_pieces(row.marked or str(row)), passages.get(row.pk, ())) for row in found]


def _passages(article_ids: list[int], wanted: Wanted) -> dict[int, list[Passage]]:
    """The two best paragraphs of each article; repeats and the headline itself left out."""
    place = Window(
        RowNumber(), partition_by=F("article_id"), order_by=[_rank("search", wanted.any).desc(), F("number").asc()]
    )
    rows = (
        Paragraph.objects.filter(article__in=article_ids, search=wanted.any, duplicate_of=None)
        .exclude(text=F("article__headline"))
        .annotate(place=place)
        .filter(place__lte=2)
        .annotate(marked=SearchHeadline("text", wanted.marks, **_PARTS))
        .order_by("article_id", "place")
        .values_list("article_id", "number", "marked")
    )
    found: dict[int, list[Passage]] = {}
    for article_id, number, marked in rows:
        found.setdefault(article_id, []).append(Passage(number, marked_pieces(marked)))
    return found


def _quote_hits(rows: QuerySet[Quote], wanted: Wanted, part: slice) -> list[Hit]:
    rows = rows.select_related("article__outlet", "paragraph").defer("article__body", "search", "paragraph__text")
    return _ranked_hits(rows, wanted, part)


def _claim_hits(rows: QuerySet[Claim], wanted: Wanted, part: slice) -> list[Hit]:
    return _ranked_hits(rows.select_related("story", "published_verdict").defer("search"), wanted, part)


def _ranked_hits(rows: QuerySet[Any], wanted: Wanted, part: slice) -> list[Hit]:
    found = rows.annotate(rank=_rank("search", wanted.all), marked=SearchHeadline("text", wanted.marks, **_WHOLE))
    return [Hit(row, marked_pieces(row.marked)) for row in found.order_by("-rank", "-pk")[part]]


def _rank(vector: str, wanted: SearchQuery) -> SearchRank:
    return SearchRank(F(vector), wanted)


_HITS: dict[Kind, Callable[[Any, Wanted, slice], list[Hit]]] = {
    Kind.ARTICLES: _article_hits,
    Kind.QUOTES: _quote_hits,
    Kind.CLAIMS: _claim_hits,
}
