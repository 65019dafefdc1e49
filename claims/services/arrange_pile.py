"""Put the proposals of a pile right, file them, or throw the pile away."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles.models import Article, Story, Upload
from articles.services.create_story import create_story
from articles.services.file_upload import Offered, file_upload
from articles.services.given_facts import GivenFacts
from claims.models import Pile, PileItem, PileStory
from newsdesk.errors import BadInput
from newsdesk.models import User

NEW, OUT, DESK = "new", "out", "desk-"
MANY = 10
"""From so many files on, filing goes to the bulk queue, behind single uploads."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Titles by the number of their proposal; for an item's id where it goes: a number, `new`, `desk-<story>` or `out`."""

    titles: Mapping[int, str] = field(default_factory=dict)
    into: Mapping[int, str] = field(default_factory=dict)


@transaction.atomic
def arrange_pile(*, pile_id: int, by: User, arrangement: Arrangement) -> Pile:
    """Rename proposals and move articles; proposals that nothing is left in go. Raises BadInput for what is not in this pile."""
    pile = _open_pile(pile_id)
    stories = {story.number: story for story in pile.stories.all()}
    for number, title in arrangement.titles.items():
        _rename(stories.get(number), title)
    items = {item.pk: item for item in pile.items.filter(problem="")}
    for item_id, where in arrangement.into.items():
        if item_id not in items:
            raise BadInput("That article is not in this pile, or cannot be filed.")
        _move(pile, items[item_id], where, stories)
    PileStory.objects.filter(pile=pile, items=None).delete()
    return pile


def _rename(story: PileStory | None, title: str) -> None:
    title = " ".join(title.replace("\x00", "").split())
    if story is None or story.story_id or not title or title == story.title:
        return  # gone meanwhile, or a story of the desk, which is renamed elsewhere; an empty title changes nothing
    if len(title) > 200:
        raise BadInput(f"The title has {len(title)} characters; the limit is 200.")
    story.title = title
    story.save(update_fields=["title"])


def _move(pile: Pile, item: PileItem, where: str, stories: dict[int, PileStory]) -> None:
    goal = _goal(pile, item, where, stories)
    if item.proposed_id != (goal.pk if goal else None):
        item.proposed, item.reason = goal, ""
        item.save(update_fields=["proposed", "reason"])
        if goal and goal.reason:  # what its articles had in common is no longer known
            goal.reason, goal.score = "", None
            goal.save(update_fields=["reason", "score"])


def _goal(pile: Pile, item: PileItem, where: str, stories: dict[int, PileStory]) -> PileStory | None:
    if where == OUT:
        return None
    if where == NEW:
        return _another(pile, stories, title=str(item)[:200], story=None)
    if where.startswith(DESK):
        number = _number(where.removeprefix(DESK))
        known = Story.objects.filter(pk=number).first() if number is not None else None
        if known is None:
            raise BadInput("There is no such story.")
        there = next((row for row in stories.values() if row.story_id == known.pk), None)
        return there or _another(pile, stories, title=known.title, story=known)
    number = _number(where)
    if number in stories:
        return stories[number]
    raise BadInput("That proposal is gone. Reload the page and choose again.")


def _number(sent: str) -> int | None:
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 16 else None


def _another(pile: Pile, stories: dict[int, PileStory], *, title: str, story: Story | None) -> PileStory:
    number = (pile.stories.aggregate(last=Max("number"))["last"] or 0) + 1
    stories[number] = PileStory.objects.create(pile=pile, number=number, title=title, story=story)
    return stories[number]


@transaction.atomic
def file_pile(*, pile_id: int, by: User, now: datetime | None = None) -> list[Story]:
    """File each proposal: its story made, or found, and its articles filed into it. All of them or, if one fails, none.

    Raises BadInput where there is nothing to file, or it has been filed.
    """
    pile = _open_pile(pile_id)
    proposals = [(row, list(row.items.filter(problem=""))) for row in pile.stories.select_related("story")]
    proposals = [(row, items) for row, items in proposals if items]
    if not proposals:
        raise BadInput("Every article is left out, so there is nothing to file.")
    _check_titles(row.title for row, _ in proposals if not row.story_id)
    many = sum(len(items) for _, items in proposals) >= MANY
    filed = []
    for row, items in proposals:
        row.story = row.story or create_story(title=row.title, by=by, now=now)
        row.save(update_fields=["story"])
        _file(row.story, items, by=by, bulk=many, now=now)
        filed.append(row.story)
    pile.items.update(text="")  # the articles have it now
    pile.status, pile.filed_at = Pile.Status.FILED, now or timezone.now()
    pile.save(update_fields=["status", "filed_at"])
    return filed


def _check_titles(titles: Iterable[str]) -> None:
    twice = [title for title, count in Counter(titles).items() if count > 1]
    if twice:
        raise BadInput(f"Two new stories are called “{twice[0]}”. Give each a title of its own, or make them one.")


def _file(story: Story, items: list[PileItem], *, by: User, bulk: bool, now: datetime | None) -> None:
    root = Path(settings.MEDIA_ROOT)
    offered = [Offered(item.name, (root / item.original).read_bytes(), facts_of(item.facts)) for item in items]
    channel = Upload.Channel.BULK if bulk else Upload.Channel.BROWSER
    upload = file_upload(offered=offered, story=story, by=by, channel=channel, bulk=bulk, now=now)
    for item, outcome in zip(items, upload.items.order_by("position"), strict=True):
        item.article_id, item.reason = outcome.article_id, outcome.message
        item.save(update_fields=["article", "reason"])


def facts_of(kept: Mapping[str, Any]) -> GivenFacts:
    """What `keep_pile` kept of a CSV's row."""
    words = {name: value for name, value in kept.items() if not name.startswith("published")}
    on, at = kept.get("published_on"), kept.get("published_time")
    return GivenFacts(
        **words,
        published_on=date.fromisoformat(on) if on else None,
        published_time=time.fromisoformat(at) if at else None,
    )


@transaction.atomic
def drop_pile(*, pile_id: int, by: User) -> None:
    """Throw an unfiled pile away, and the bytes that nothing else holds."""
    pile = _open_pile(pile_id, unread=True)
    kept = {item.sha256: item.original for item in pile.items.exclude(sha256="")}
    pile.delete()
    held = set(Article.objects.filter(original_sha256__in=kept).values_list("original_sha256", flat=True))
    held |= set(PileItem.objects.filter(sha256__in=kept).values_list("sha256", flat=True))
    names = [original for sha256, original in kept.items() if sha256 not in held]
    transaction.on_commit(partial(_forget, names))


def _forget(names: Iterable[str]) -> None:
    for name in names:
        (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)


def _open_pile(pile_id: int, *, unread: bool = False) -> Pile:
    pile = Pile.objects.select_for_update().filter(pk=pile_id).first()
    if pile is None:
        raise BadInput("This pile has been thrown away.", status=404)
    if pile.status == Pile.Status.FILED:
        raise BadInput("This pile has been filed.", status=409)
    if pile.status != Pile.Status.READY and not unread:
        raise BadInput("This pile is still being read.", status=409)
    return pile
