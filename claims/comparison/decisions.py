"""What staff decided about earlier suggestions: the comparison takes it as given. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class About(StrEnum):
    """What a decision is about."""

    ORIGIN = "origin"  # two whole articles: spans are (0, 0)
    PASSAGE = "passage"
    UTTERANCE = "utterance"
    CLAIM = "claim"
    CONFLICT = "conflict"
    COUNTER_CLAIM = "counter-claim"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one article: `article` is its number in `Story.copies` (from 0), offsets are code points of its text."""

    article: int
    start: int
    end: int

    def touches(self, other: "Place") -> bool:
        """Whether both have a character in common."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def is_near(self, other: "Place") -> bool:
        """Whether both mean the same stretch: half of the shorter and three tenths of the longer are common."""
        if self.article != other.article:
            return False
        common = min(self.end, other.end) - max(self.start, other.start)
        lengths = sorted((self.end - self.start, other.end - other.start))
        return common >= 0.5 * lengths[0] and common >= 0.3 * lengths[1]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that staff joined or parted. A rejected suggestion of many members is one pair for every two of them."""

    about: About
    one: Place
    other: Place

    def means(self, about: About, one: Place, other: Place) -> bool:
        if self.about is not about:
            return False
        return (self.one.is_near(one) and self.other.is_near(other)) or (
            self.one.is_near(other) and self.other.is_near(one)
        )


type _Key = tuple[About, int, int]
type _Between = dict[_Key, list[Pair]]
"""Pairs by what they are about and the two articles, the lower number first: a rejected claim of 60 articles is 1,770 pairs."""


def _key(about: About, one: Place, other: Place) -> _Key:
    return about, min(one.article, other.article), max(one.article, other.article)


def _between(pairs: Iterable[Pair]) -> _Between:
    by_articles: _Between = {}
    for pair in pairs:
        by_articles.setdefault(_key(pair.about, pair.one, pair.other), []).append(pair)
    return by_articles


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs joined and parted by staff, and the variants that an editor named as primary (reference) for their utterance."""

    joined: tuple[Pair, ...] = ()
    parted: tuple[Pair, ...] = ()
    references: tuple[Place, ...] = field(default=())
    _joined: _Between = field(init=False, repr=False, compare=False)
    _parted: _Between = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_joined", _between(self.joined))
        object.__setattr__(self, "_parted", _between(self.parted))

    def join(self, about: About, one: Place, other: Place) -> bool:
        return any(pair.means(about, one, other) for pair in self._joined.get(_key(about, one, other), ()))

    def part(self, about: About, one: Place, other: Place) -> bool:
        return any(pair.means(about, one, other) for pair in self._parted.get(_key(about, one, other), ()))

    def rejects(self, about: About, places: Iterable[Place]) -> bool:
        """Whether a suggestion that rests on these places was rejected: each two of them in different articles were parted."""
        held = sorted(places)
        pairs = [(a, b) for i, a in enumerate(held) for b in held[i + 1 :] if a.article != b.article]
        return bool(pairs) and all(self.part(about, a, b) for a, b in pairs)


NOTHING_DECIDED = Decisions()
