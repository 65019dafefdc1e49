"""Decisions as rows: those of one act, what an act contradicts of earlier ones, and what of these goes on standing. Writes nothing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from claims.comparison.decisions import About, Place
from claims.models import Decision
from claims.models.comparison import JOINED, PARTED
from claims.services.read_story import places_of, standing_decisions

type Pairs = Sequence[tuple[Place, Place | None]]
"""Two places that are joined or parted; the second None for a primary variant."""


def act_that_says(
    standing: Sequence[Decision], about: About, relation: str, pairs: Pairs, articles: Sequence[int]
) -> UUID | None:
    """The last act in force that says all of this already."""
    rows = [row for row in standing if row.about == about.value and row.relation == relation]
    for act in dict.fromkeys(row.act for row in reversed(rows)):
        same = [row for row in rows if row.act == act]
        if all(other and any(_means(row, articles, one, other) for row in same) for one, other in pairs):
            return act
    return None


def contradicted_by(
    story_id: int, about: About, relation: str, pairs: Pairs, articles: Sequence[int]
) -> list[Decision]:
    """What stands of the opposite about the same two places, with all of its act (what is not contradicted is kept anew)."""
    opposite = {JOINED: PARTED, PARTED: JOINED}.get(relation)
    standing = standing_decisions(story_id, articles)
    rows = [row for row in standing if row.about == about.value and row.relation == opposite]
    acts = {
        row.act
        for row in rows
        for one, other in pairs
        if other and (_means(row, articles, one, other) or _means(row, articles, other, one))
    }
    return [row for row in rows if row.act in acts]


def rests_of(
    undone: Sequence[Decision], pairs: Pairs, articles: Sequence[int], alone: Place | None
) -> list[list[Decision]]:
    """What of each act that was undone is not contradicted, as rows of an act of its own, by whom and when it was decided."""
    acts: dict[UUID, list[Decision]] = {}
    for row in undone:
        acts.setdefault(row.act, []).append(row)
    rests = []
    for rows in acts.values():
        first = rows[0]
        what = {"story_id": first.story_id, "about": first.about, "relation": first.relation, "said": first.said}
        stand = (
            _joined_without(rows, articles, alone) if first.relation == JOINED else _parted_but(rows, articles, pairs)
        )
        if stand:
            rests.append(rows_of(stand, articles, **what, note=first.note, act=uuid4(), by=first.by, at=first.at))
    return rests


def _joined_without(rows: Sequence[Decision], articles: Sequence[int], alone: Place | None) -> Pairs:
    """The others stay one when one place is taken out; where all are parted from each other nothing is left."""
    if alone is None:
        return []
    places = [place for pair in _places(rows, articles) for place in pair if place and not place.is_near(alone)]
    first, *others = dict.fromkeys(places) or [alone]
    return [(first, other) for other in others]


def _parted_but(rows: Sequence[Decision], articles: Sequence[int], pairs: Pairs) -> Pairs:
    """What was parted and is not among those that are joined now stays parted."""
    joined = [(one, other) for one, other in pairs if other]
    return [
        (one, other)
        for one, other in _places(rows, articles)
        if other
        and not any((one.is_near(a) and other.is_near(b)) or (one.is_near(b) and other.is_near(a)) for a, b in joined)
    ]


def _places(rows: Sequence[Decision], articles: Sequence[int]) -> Pairs:
    numbers = {pk: number for number, pk in enumerate(articles)}
    return [places for row in rows if (places := places_of(row, numbers))]


def rows_of(pairs: Pairs, articles: Sequence[int], **what: Any) -> list[Decision]:
    """Decisions on these places, all of one act."""
    return [
        Decision(
            **what, one_article_id=articles[one.article], one_start=one.start, one_end=one.end,
            other_article_id=articles[other.article] if other else None,
            other_start=other.start if other else 0, other_end=other.end if other else 0,
        )
        for one, other in pairs
    ]  # fmt: skip


def _means(row: Decision, articles: Sequence[int], one: Place, other: Place) -> bool:
    return is_about(row, articles, one) and (
        row.other_article_id == articles[other.article]
        and Place(other.article, row.other_start, row.other_end).is_near(other)
    )


def is_about(row: Decision, articles: Sequence[int], place: Place) -> bool:
    mine = row.one_article_id == articles[place.article]
    return mine and Place(place.article, row.one_start, row.one_end).is_near(place)
