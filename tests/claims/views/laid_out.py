"""Suggestions and columns for the tests of what the story page shows, without a database."""

from typing import Any

from articles.models import Article
from claims.comparison.decisions import About
from claims.comparison.found import Origin
from claims.services.story_found import ArticleShown, StoryFound, Suggestion, Work, WorkStatus
from claims.views.story_columns import Bracket, Column, Columns

NAMES = ("The Harbour Post", "Oxholm Courier", "The Island Wire", "Quay Radio")


def columns(count: int = 4) -> Columns:
    """So many outlets without a common origin."""
    return Columns((Bracket(tuple(Column(n, 10 + n, NAMES[n]) for n in range(count))),))


def suggested(
    found: Any, *, number: int = 0, key: str = "k", about: About = About.CLAIM, **facts: Any
) -> Suggestion[Any]:
    return Suggestion(key, about, found, number, (), **facts)


def story_found(
    *groups: int | None, primary: int | None = None, origins: tuple[Origin, ...] = (), **facts: Any
) -> StoryFound:
    """Articles of which the n-th is in the origin `groups[n]`."""
    articles = tuple(
        ArticleShown(n, Article(pk=10 + n, headline=f"Headline {n}", is_primary=n == primary), NAMES[n], "", group)
        for n, group in enumerate(groups)
    )
    shown = tuple(suggested(origin, number=n, key=f"o{n}", about=About.ORIGIN) for n, origin in enumerate(origins))
    return StoryFound(1, Work(WorkStatus.READY, ""), articles, origins=shown, **facts)
