"""Shared passages as they stand once staff have had their say, before the next comparison too. Pure, and without the texts."""

from collections.abc import Iterable
from itertools import combinations

from claims.comparison.copies import Story
from claims.comparison.decisions import About, Decisions, Pair, Place
from claims.comparison.found import PassagePlace, SharedPassage
from claims.rules.origins import Groups


def standing_passages(story: Story, passages: Iterable[SharedPassage]) -> tuple[SharedPassage, ...]:
    """The passages without what staff parted (the passage itself, or the origin of its two articles), with what they joined.

    Members that were parted stand in different passages; a member without company is left out. A joined pair that no passage
    holds is a passage of its own.
    """
    decided = story.decisions
    parted = any(pair.about in (About.PASSAGE, About.ORIGIN) for pair in decided.parted)
    standing: list[SharedPassage] = []
    for passage in passages:
        standing += _parted(passage, decided) if parted else [passage]
    for pair in decided.joined:
        articles = {pair.one.article, pair.other.article}
        if pair.about is not About.PASSAGE or len(articles) < 2 or max(articles) >= len(story.copies):
            continue
        if not any(_holds(passage, pair.one) and _holds(passage, pair.other) for passage in standing):
            standing.append(_joined(story, pair))
    return tuple(sorted(standing, key=lambda passage: [m.place for m in passage.members]))


def _parted(passage: SharedPassage, decided: Decisions) -> list[SharedPassage]:
    members = passage.members
    apart = [
        (a, b)
        for (a, member), (b, other) in combinations(enumerate(members), 2)
        if _are_parted(decided, member.place, other.place)
    ]
    if not apart:
        return [passage]
    groups = Groups(apart)
    for a in range(len(members)):
        groups.add(a)
    for a in range(len(members)):
        for b in range(a):
            groups.join(b, a)
    kept = [tuple(members[n] for n in group) for group in groups.all()]
    return [
        SharedPassage(several, passage.containment, passage.reason)
        for several in kept
        if len({m.place.article for m in several}) > 1
    ]


def _are_parted(decided: Decisions, one: Place, other: Place) -> bool:
    whole = Place(one.article, 0, 0), Place(other.article, 0, 0)
    return decided.part(About.PASSAGE, one, other) or decided.part(About.ORIGIN, *whole)


def _holds(passage: SharedPassage, place: Place) -> bool:
    return any(member.place.is_near(place) for member in passage.members)


def _joined(story: Story, pair: Pair) -> SharedPassage:
    places = sorted((pair.one, pair.other))
    return SharedPassage(tuple(PassagePlace(p, _paragraph(story, p)) for p in places), 0.0, "joined by the desk")


def _paragraph(story: Story, place: Place) -> int:
    paragraphs = story.copies[place.article].paragraphs
    return next((p.number for p in paragraphs if p.start <= place.start < p.end), 1)
