"""Stretches of articles that have one origin though the articles have not: shared passages, sentences that cite an outlet of the story."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.comparison.copied.credits import credit_of
from claims.comparison.copied.ties import paragraphs_in
from claims.comparison.copies import Story
from claims.comparison.decisions import About, Place
from claims.comparison.found import Chain, Origin, SharedPassage
from claims.rules.origins import OriginGroup, folded_name


def part_origins(
    story: Story, passages: Iterable[SharedPassage], chains: Sequence[Chain], groups: Mapping[int, OriginGroup]
) -> list[Origin]:
    """Origins with `places`, those of the same articles and the same name as one; `groups`: article → the group that it is in."""
    return _merged([*_by_passage(story, passages, chains, groups), *_by_citing(story, chains, groups)])


def is_nameless(group: OriginGroup) -> bool:
    """Whether the group has no name but its first article's number."""
    return group.name == f"article {group.ids[0]}"


def _by_passage(
    story: Story, passages: Iterable[SharedPassage], chains: Sequence[Chain], groups: Mapping[int, OriginGroup]
) -> list[Origin]:
    """Passages shared by articles that are not one origin: those between the same articles, of the same name, together."""
    held: dict[tuple[tuple[int, ...], str], list[SharedPassage]] = defaultdict(list)
    for passage in passages:
        numbers = tuple(sorted({m.place.article for m in passage.members}))
        if len({groups[n].ids for n in numbers}) > 1:
            held[numbers, passage_name(story, passage, chains, groups)].append(passage)
    return [
        Origin(
            numbers,
            paragraphs_in(found),
            named,
            round(min(p.containment for p in found), 3),
            tuple(m.place for p in found for m in p.members),
        )
        for (numbers, named), found in held.items()
    ]


def _by_citing(story: Story, chains: Iterable[Chain], groups: Mapping[int, OriginGroup]) -> list[Origin]:
    """Sentences that name an outlet or agency whose own article is in the story."""
    held: dict[tuple[int, int], list[Chain]] = defaultdict(list)
    for chain in chains:
        theirs = article_of(story, chain.through)
        if theirs is None or groups[theirs].ids == groups[chain.article].ids:
            continue
        if not story.decisions.part(About.ORIGIN, Place(theirs, 0, 0), Place(chain.article, 0, 0)):
            held[chain.article, theirs].append(chain)
    return [
        Origin(
            tuple(sorted((number, theirs))),
            f"cites {found[0].through} (“{found[0].reason}”), whose own article is in the story",
            groups[theirs].name,
            1.0,
            tuple(chain.place for chain in found),
        )
        for (number, theirs), found in sorted(held.items())
    ]


def _merged(origins: Iterable[Origin]) -> list[Origin]:
    """Stretches of the same articles and of the same name as one origin, with both reasons."""
    held: dict[tuple[tuple[int, ...], str], Origin] = {}
    for origin in origins:
        key = origin.articles, folded_name(origin.named)
        if (known := held.get(key)) is not None:
            origin = Origin(
                origin.articles,
                f"{known.reason}; {origin.reason}",
                known.named,
                min(known.score, origin.score),
                tuple(sorted({*known.places, *origin.places})),
            )
        held[key] = origin
    return list(held.values())


def article_of(story: Story, through: str) -> int | None:
    """The article of that outlet, or that bears that credit alone."""
    key = folded_name(through)
    own = [n for n, copy in enumerate(story.copies) if copy.outlet and folded_name(copy.outlet) == key]
    credited = [n for n, copy in enumerate(story.copies) if folded_name(credit_of(copy)) == key]
    return next(iter(own + credited), None)


def passage_name(
    story: Story, passage: SharedPassage, chains: Iterable[Chain], groups: Mapping[int, OriginGroup]
) -> str:
    """The agency or outlet that a copied passage comes from, as far as its articles say; "" where they do not, or differ."""
    numbers = {m.place.article for m in passage.members}
    credits = {groups[n].name for n in numbers if credit_of(story.copies[n])}
    if len(credits) == 1:
        return next(iter(credits))
    said = {chain.through for chain in chains for m in passage.members if chain.place.touches(m.place)}
    return next(iter(said)) if len(said) == 1 else ""
