"""What the tabs of a story show, read once a page: the suggestions, the outlets as columns, the tabs with their counts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from articles.models import Story
from claims.comparison.found import ComparedClaim
from claims.services.story_found import Act, StoryFound, Suggestion
from claims.services.suggestions import suggestions_of
from claims.views.story_columns import Columns, columns_of, listed
from claims.views.story_coverage import wants_a_look
from claims.views.story_texts import StoryTexts, texts_of

A_PAGE = 40
"""So many claims or utterances stand on one page."""


@dataclass(frozen=True, slots=True)
class Tab:
    name: str
    word: str
    count: int | None
    href: str


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a list that stands on the page; `now` is the place (from 1) of the one at hand, of `total`."""

    now: int
    first: int
    last: int
    total: int
    query: dict[str, str] = field(default_factory=dict)

    def base(self, path: str) -> str:
        """The address of the list up to its `n`, to be followed by "n=3"."""
        return f"{path}?" + (urlencode(self.query) + "&" if self.query else "")

    def _to(self, n: int) -> str:
        return "?" + urlencode(self.query | {"n": n})

    @property
    def previous_url(self) -> str:
        return self._to(self.now - 1) if self.now > 1 else ""

    @property
    def next_url(self) -> str:
        return self._to(self.now + 1) if self.now < self.total else ""

    @property
    def page_before(self) -> str:
        return self._to(max(self.first - A_PAGE, 1)) if self.first > 1 else ""

    @property
    def page_after(self) -> str:
        return self._to(self.last + 1) if self.last < self.total else ""

    @property
    def shown(self) -> str:
        return f"{self.first} to {self.last} of {self.total}" if self.total else "0 of 0"


@dataclass(frozen=True)
class StoryPage:
    """One story with everything its tabs need."""

    story: Story
    found: StoryFound

    @cached_property
    def columns(self) -> Columns:
        return columns_of(self.found)

    @cached_property
    def texts(self) -> StoryTexts:
        return texts_of(self.found)

    @cached_property
    def differing(self) -> int:
        """How many claims want a look."""
        return sum(wants_a_look(claim.found) for claim in self.found.claims)

    @cached_property
    def tabs(self) -> list[Tab]:
        return tabs_of(self.story.pk, self.found)

    @property
    def is_compared(self) -> bool:
        """Whether there is a comparison to show, be it an old one."""
        return self.found.work.made_at is not None

    @property
    def is_empty(self) -> bool:
        return not (self.found.claims or self.found.utterances or self.found.conflicts or self.found.names)

    @property
    def uncovered(self) -> str:
        """The outlets whose articles the comparison does not cover yet."""
        return listed(article.outlet_name for article in self.found.unread)

    def lacking(self, claim: Suggestion[ComparedClaim]) -> list[Suggestion[ComparedClaim]]:
        """The suggestions that an outlet gives this claim without the denial."""
        return [one for one in self.found.counter_claims if one.number == claim.number]

    def rejected(self, *about: str) -> Sequence[Act]:
        return [act for act in self.found.rejected if act.about in about]


def read_story_page(pk: int) -> StoryPage:
    """Raises Http404 where there is no such story."""
    story = Story.objects.filter(pk=pk).first()
    if story is None:
        raise Http404
    return StoryPage(story, suggestions_of(pk))


def tabs_of(story_id: int, found: StoryFound) -> list[Tab]:
    """The tabs from left to right. What is not compared yet has no count."""
    has = found.work.made_at is not None
    people = [naming for naming in found.names if naming.used or naming.verbs]
    rows = (
        ("story-coverage", "Coverage", len(found.claims) if has else None),
        ("story-quotes", "Quotes", len(found.utterances) if has else None),
        ("story-conflicts", "Conflicts", len(found.conflicts) if has else None),
        ("story-names", "Names and verbs", len(people) if has else None),
        ("story-articles", "Articles", len(found.articles) + len(found.unread)),
    )
    return [Tab(name, word, count, reverse(name, args=[story_id])) for name, word, count in rows]


def best_tab(found: StoryFound) -> str:
    """The tab on which a story opens: where there is something to see; Articles while some are not compared yet."""
    if found.work.made_at is None or found.unread:
        return "story-articles"
    several = (
        (found.claims, "story-coverage"),
        (found.utterances, "story-quotes"),
        (found.conflicts, "story-conflicts"),
    )
    return next((name for rows, name in several if rows), "story-coverage")


def window_of(total: int, now: int, query: dict[str, str] | None = None) -> Window:
    """The page of a list of `total` on which `now` (from 1, cut to what there is) stands."""
    now = max(1, min(now, total))
    first = (now - 1) // A_PAGE * A_PAGE + 1
    return Window(now, first, min(first + A_PAGE - 1, total), total, query or {})
