"""The outlets of a story as they stand side by side: columns, those of one origin together under a bracket. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from claims.comparison.found import Origin

MANY = 9
"""From so many columns on they are narrow, and on paper only the shapes fit."""


@dataclass(frozen=True, slots=True)
class Suggested[T]:
    """One thing the comparison found, with what staff decided on it. `key` names it in addresses; `status`: "", confirmed, rejected."""

    key: str
    found: T
    status: str = ""
    by: str = ""

    @property
    def is_rejected(self) -> bool:
        return self.status == "rejected"


@dataclass(frozen=True, slots=True)
class Column:
    """One article. `article` is its number in the comparison, `pk` the row's; `name` is the outlet's, told apart where two are alike."""

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


def columns_of(articles: Sequence[Column], origins: Iterable[Suggested[Origin]]) -> Columns:
    """Columns in the order given, but those of one origin stand together where the first of them stands.

    A primary article comes first. An article of two origins stands with the first of them; rejected origins bracket nothing.
    """
    origin_of: dict[int, Suggested[Origin]] = {}
    for suggested in origins:
        if not suggested.is_rejected:
            for article in suggested.found.articles:
                origin_of.setdefault(article, suggested)
    brackets: list[Bracket] = []
    alone: list[Column] = []
    seen: set[str] = set()
    for column in sorted(articles, key=lambda column: not column.is_primary):
        origin = origin_of.get(column.article)
        members = [] if origin is None else [c for c in articles if origin_of.get(c.article) is origin]
        if origin is None or len(members) < 2:
            alone.append(column)
            continue
        if origin.key in seen:
            continue
        seen.add(origin.key)
        if alone:
            brackets.append(Bracket(tuple(alone)))
            alone = []
        name = origin.found.named or "One origin"
        brackets.append(Bracket(tuple(members), origin.key, name, origin.found.reason))
    if alone:
        brackets.append(Bracket(tuple(alone)))
    return Columns(tuple(brackets))


def told_apart(columns: Iterable[Column]) -> list[Column]:
    """The same columns, where two have one name with a number behind it: “The Bell (2)”."""
    seen: dict[str, int] = {}
    apart = []
    for column in columns:
        count = seen[column.name] = seen.get(column.name, 0) + 1
        name = column.name if count == 1 else f"{column.name} ({count})"
        apart.append(Column(column.article, column.pk, name, column.headline, column.is_primary))
    return apart


def listed(names: Iterable[str]) -> str:
    """ "A, B and C", each once."""
    each = list(dict.fromkeys(names))
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}" if each else ""
