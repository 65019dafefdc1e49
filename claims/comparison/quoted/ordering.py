"""A story in an order of its own, so that what is found does not hang on the order in which its articles came. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Pair, Place
from claims.comparison.found import Utterance


def own_order(story: Story) -> tuple[Story, tuple[int, ...]]:
    """The story with its articles (and the places of what staff decided) in an order of their own, primary texts and early
    ones first; and for each of them the number that it has in `story`."""
    order = tuple(sorted(range(len(story.copies)), key=lambda n: _rank(story.copies[n])))
    at = {old: new for new, old in enumerate(order)}

    def place(one: Place) -> Place:
        return replace(one, article=at.get(one.article, one.article))

    def pairs(decided: Sequence[Pair]) -> tuple[Pair, ...]:
        moved = [replace(pair, one=place(pair.one), other=place(pair.other)) for pair in decided]
        return tuple(sorted(moved, key=lambda pair: (pair.about, pair.one, pair.other)))

    was = story.decisions
    decisions = replace(
        was, joined=pairs(was.joined), parted=pairs(was.parted), references=tuple(sorted(map(place, was.references)))
    )
    return replace(story, copies=tuple(story.copies[n] for n in order), decisions=decisions), order


def in_order_of(order: Sequence[int], found: Utterance) -> Utterance:
    """An utterance of the story in its own order, with the articles' numbers as they were, its members sorted by place."""
    members = [replace(m, place=replace(m.place, article=order[m.place.article])) for m in found.members]
    sorted_ = sorted(range(len(members)), key=lambda n: (members[n].place, n))
    return replace(found, members=tuple(members[n] for n in sorted_), reference=sorted_.index(found.reference))


def _rank(copy: Copy) -> tuple[bool, date, str, str, str]:
    return not copy.is_primary, copy.published or date.max, copy.text, copy.outlet, copy.key
