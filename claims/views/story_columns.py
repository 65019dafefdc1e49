"""The outlets of a story as they stand side by side: columns, those of one origin together under a bracket."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from textwrap import shorten

from claims.comparison.found import Origin
from claims.services.story_found import ArticleShown, StoryFound, Suggestion

MANY = 9
"""From so many columns on they are narrow, and on paper only the shapes fit."""

LONGEST_NAME = 32
"""Letters of the headline that stands in for an outlet's name."""


@dataclass(frozen=True, slots=True)
class Column:
    """One article. `article` is its number in the comparison, `pk` the row's; `name` is the outlet's, or the headline's first words where the outlet is not known."""

    article: int
    pk: int
    name: str
    headline: str = ""
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Bracket:
    """Neighbouring columns: those of one origin (`key` names it), or those without one ("")."""

    columns: tuple[Column, ...]
    key: str = ""
    name: str = ""
    reason: str = ""

    @property
    def span(self) -> int:
        return len(self.columns)


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns from left to right, and the brackets over them."""

    brackets: tuple[Bracket, ...]

    @property
    def all(self) -> tuple[Column, ...]:
        return tuple(column for bracket in self.brackets for column in bracket.columns)

    @property
    def has_origins(self) -> bool:
        return any(bracket.key for bracket in self.brackets)

    @property
    def are_many(self) -> bool:
        return len(self.all) >= MANY

    def place_of(self) -> Callable[[int], int]:
        """The place from the left of an article of the comparison; those that have no column come last."""
        places = {column.article: place for place, column in enumerate(self.all)}
        return lambda article: places.get(article, len(places))

    def by_article(self) -> dict[int, Column]:
        return {column.article: column for column in self.all}


def columns_of(found: StoryFound) -> Columns:
    """The articles in the order of the comparison, but those of one origin together where the first of them stands.

    A primary article comes first.
    """
    articles = sorted(found.articles, key=lambda shown: not shown.article.is_primary)
    grouped: dict[int, list[ArticleShown]] = {}
    for shown in articles:
        if shown.group is not None:
            grouped.setdefault(shown.group, []).append(shown)
    brackets: list[Bracket] = []
    alone: list[Column] = []
    for shown in articles:
        members = grouped.get(shown.group, []) if shown.group is not None else []
        if shown.group is None or len(members) < 2:
            alone.append(_column(shown))
        elif shown is members[0]:
            if alone:
                brackets.append(Bracket(tuple(alone)))
                alone = []
            brackets.append(_bracket(found.origins[shown.group], members))
    if alone:
        brackets.append(Bracket(tuple(alone)))
    return Columns(tuple(brackets))


def _column(shown: ArticleShown) -> Column:
    article = shown.article
    name = shown.label if article.outlet_id else shorten(str(article), LONGEST_NAME, placeholder="…")
    return Column(shown.number, article.pk, name or shown.label, article.headline, article.is_primary)


def _bracket(origin: Suggestion[Origin], members: Iterable[ArticleShown]) -> Bracket:
    name = origin.found.named or "One origin"
    return Bracket(tuple(map(_column, members)), origin.key, name, origin.found.reason)


def listed(names: Iterable[str], *, most: int = 0) -> str:
    """ "A, B and C", each once; of more than `most` (0: any number) the first ones and how many others there are."""
    each = list(dict.fromkeys(names))
    if most and len(each) > most:
        each = [*each[: most - 1], f"{len(each) - most + 1} others"]
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}" if each else ""
