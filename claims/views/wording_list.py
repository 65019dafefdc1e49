"""What the page of the wording lists shows: built-in entries with the desk's changes over them, a page at a time."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.text import slugify

from claims.forms.wording import OFF, OURS, WordingFilter
from claims.language.lexicon import Entry, WordingReason, folded
from claims.models import Wording, WordingEntry
from claims.services.desk_lexicon import built_in_entries

PAGE = 50
AROUND = 90
"""Code points of copy that are shown on either side of a place."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it holds now; `times` and `articles` count where it was found."""

    entry: Entry
    active: bool
    built_in: bool
    changed: bool
    times: int = 0
    articles: int = 0

    @property
    def key(self) -> tuple[str, str]:
        return self.entry.words, self.entry.reason.value

    @property
    def id(self) -> str:
        """Of its row on the page."""
        return "entry-" + hashlib.sha256(repr(self.key).encode()).hexdigest()[:12]

    @property
    def args(self) -> tuple[str, str]:
        """Of its addresses."""
        return slugify(self.entry.reason.value), self.entry.words

    @property
    def href(self) -> str:
        return reverse("wording-entry", args=self.args)

    @property
    def default(self) -> str:
        """The neutral wording of the built-in entry, "" where it has none."""
        entry = built_in_entries().get(self.key)
        return entry.neutral if entry else ""

    @property
    def origin(self) -> str:
        if not self.built_in:
            return "added by the desk"
        return "changed by the desk" if self.changed else ""


@dataclass(frozen=True, slots=True)
class Tab:
    word: str
    count: int
    query: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class WordingList:
    rows: list[Row]
    tabs: list[Tab]
    total: int
    shown: str
    next_query: str
    first_query: str


def read_wording_list(wanted: WordingFilter) -> WordingList:
    """The page that the filters show, in two queries."""
    fitting = [row for row in all_rows(WordingEntry.objects.all()) if _fits(row, wanted)]
    here = [row for row in fitting if wanted.reason in (None, row.entry.reason)]
    last_page = max((len(here) - 1) // PAGE + 1, 1)
    page = min(wanted.page, last_page)
    first = (page - 1) * PAGE
    rows = with_counts(here[first : first + PAGE])
    return WordingList(
        rows=rows,
        tabs=_tabs(fitting, wanted),
        total=len(here),
        shown=f"{first + 1} to {first + len(rows)} of {len(here)}" if rows else "No entries here",
        next_query=wanted.with_page(page + 1).query() if page < last_page else "",
        first_query=wanted.with_page(1).query() if page > 1 else "",
    )


def read_row(words: str, reason: WordingReason) -> Row | None:
    """One entry with its counts, None where the lists do not have it."""
    ours = WordingEntry.objects.filter(words=words, reason=reason.value)
    found = next((row for row in all_rows(ours) if row.key == (words, reason.value)), None)
    return with_counts([found])[0] if found else None


def all_rows(ours: Iterable[WordingEntry]) -> list[Row]:
    """Every entry in the order of the alphabet, the desk's rows over the built-in ones."""
    rows = {key: Row(entry, active=True, built_in=True, changed=False) for key, entry in built_in_entries().items()}
    for row in ours:
        below = rows.get((row.words, row.reason))
        note = below.entry.note if below else ""
        entry = Entry(row.words, WordingReason(row.reason), row.neutral, note)
        rows[row.words, row.reason] = Row(
            entry, row.active, built_in=below is not None, changed=below is None or below.entry.neutral != row.neutral
        )
    return sorted(rows.values(), key=lambda row: row.key)


def with_counts(rows: list[Row]) -> list[Row]:
    """The same with how often each was found in articles that stand: one query."""
    counts = Wording.objects.filter(entry__in={row.entry.words for row in rows}, article__withdrawn_at=None).order_by()
    found = counts.values_list("entry", "reason").annotate(n=Count("pk"), articles=Count("article", distinct=True))
    by_key = {(words, reason): (n, articles) for words, reason, n, articles in found}
    return [Row(row.entry, row.active, row.built_in, row.changed, *by_key.get(row.key, (0, 0))) for row in rows]


def _fits(row: Row, wanted: WordingFilter) -> bool:
    """Whether a row is shown under every filter but the reason."""
    words = folded(wanted.q)
    if words and words not in row.entry.words and words not in folded(row.entry.neutral):
        return False
    if wanted.show == OURS:
        return bool(row.origin) or not row.active
    return wanted.show != OFF or not row.active


def _tabs(rows: list[Row], wanted: WordingFilter) -> list[Tab]:
    tabs = [Tab("All", len(rows), wanted.with_reason(None).query(), wanted.reason is None)]
    for reason in WordingReason:
        count = sum(row.entry.reason is reason for row in rows)
        tabs.append(
            Tab(
                f"{reason.label}s" if reason is not WordingReason.LOADED else "Loaded",
                count,
                wanted.with_reason(reason).query(),
                wanted.reason is reason,
            )
        )
    return tabs


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry was found, with some of the copy before and after it."""

    wording: Wording
    before: str
    after: str


def places_of(row: Row, most: int = 20) -> list[Place]:
    """Where the entry was found last: one query."""
    found = Wording.objects.filter(entry=row.entry.words, reason=row.entry.reason.value, article__withdrawn_at=None)
    related = found.select_related("article__outlet", "paragraph")
    rows = related.defer("article__body", "article__headline_search", "paragraph__search").order_by("-pk")[:most]
    return [_place(wording) for wording in rows]


def _place(wording: Wording) -> Place:
    text, start, end = wording.paragraph.text, *_inside(wording)
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "…" + before.partition(" ")[2]
    if len(text) > end + AROUND:
        after = after.rpartition(" ")[0] + " …"
    return Place(wording, before, after)


def _inside(wording: Wording) -> tuple[int, int]:
    """The span in its own paragraph."""
    return wording.start - wording.paragraph.start, wording.end - wording.paragraph.start
