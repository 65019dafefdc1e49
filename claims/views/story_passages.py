"""Origins and shared passages of a story: which paragraphs are word for word the same in whom, and who shares an origin."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.comparison.found import Origin, SharedPassage
from claims.services.story_found import Judgement, StoryFound, Suggestion
from claims.views.story_columns import Column, Columns
from claims.views.story_texts import MarkedText, StoryTexts, marked


@dataclass(frozen=True, slots=True)
class PassageIn:
    """Where one outlet carries the passage: its paragraph, the passage marked."""

    column: Column
    paragraph: int
    pieces: tuple[MarkedText, ...]


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """One passage. `says`: how much of it is the same."""

    key: str
    members: tuple[PassageIn, ...]
    says: str
    reason: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class ShownOrigin:
    """Outlets whose report comes from one origin."""

    key: str
    name: str
    reason: str
    columns: tuple[Column, ...]
    judgement: Judgement
    is_whole: bool


@dataclass(frozen=True, slots=True)
class ShownChain:
    """A place that says itself through whom it came: this outlet ← `links`."""

    column: Column
    paragraph: int
    links: tuple[str, ...]
    reason: str


def chains_shown(found: StoryFound, columns: Columns) -> list[ShownChain]:
    """Chains in the order of the columns."""
    by_article, order = columns.by_article(), columns.place_of()
    return [
        ShownChain(
            by_article[chain.article],
            chain.paragraph,
            tuple(link for link in (chain.through, chain.speaker) if link),
            chain.reason,
        )
        for chain in sorted(found.comparison.chains, key=lambda c: (order(c.article), c.place.start))
        if chain.article in by_article
    ]


def passages_shown(
    passages: Iterable[Suggestion[SharedPassage]], columns: Columns, texts: StoryTexts
) -> list[ShownPassage]:
    """Passages, those of the most outlets first."""
    by_article, order = columns.by_article(), columns.place_of()
    shown = []
    for passage in passages:
        members = tuple(
            PassageIn(by_article[member.place.article], text.number, marked(text, [member.place]))
            for member in sorted(passage.found.members, key=lambda m: order(m.place.article))
            if member.place.article in by_article and (text := texts.at(member.place))
        )
        shown.append(
            ShownPassage(passage.key, members, how_same(passage.found), passage.found.reason, passage.judgement)
        )
    return sorted(shown, key=lambda passage: -len(passage.members))


def how_same(passage: SharedPassage) -> str:
    if passage.containment >= 0.995:
        return "Word for word the same"
    return f"{passage.containment:.0%} of the words are the same"


def origins_shown(found: StoryFound, columns: Columns) -> list[ShownOrigin]:
    by_article = columns.by_article()
    return [_origin(origin, by_article) for origin in found.origins]


def _origin(origin: Suggestion[Origin], by_article: dict[int, Column]) -> ShownOrigin:
    columns = tuple(by_article[article] for article in origin.found.articles if article in by_article)
    return ShownOrigin(
        origin.key, origin.found.named, origin.found.reason, columns, origin.judgement, origin.found.is_whole
    )
