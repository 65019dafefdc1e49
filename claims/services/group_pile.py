"""Read the files of a pile and propose its stories: what a worker is asked to do with it."""

import logging
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from articles.models import Article, Story
from articles.reading import ReadingError, read_in_child
from articles.reading.limits import check_letters
from articles.services.given_facts import published_parts
from articles.services.queue_job import wake
from claims.models import Pile, PileItem, PileStory
from claims.services.keep_pile import GROUP_PILE

if TYPE_CHECKING:  # brings the language engine with it
    from claims.comparison.piled.grouping import Piled, PiledStory

logger = logging.getLogger(__name__)

LEASE_SECONDS = 300
SECONDS_A_RUN = 60.0
"""Reading goes on in another run of the task after this long, so that no pile comes near its lease."""
RECENT = timedelta(days=30)
MOST_OF_THE_DESK = 200
"""Articles that the desk has already, of the last weeks, lie in the pile too, so that new ones find their story."""
MISSING = "The file as it came is missing from the desk’s storage. Drop it once more."
SPENT = "The worker stopped each time it read this; something in the file may be more than it can take."
FAILED = "The stories could not be proposed. Put each article where it belongs by hand."


def group_pile(*, pile_id: int, now: datetime | None = None) -> None:
    """Read what is not read yet, then group; safe to run twice, and by two workers at once (one finds nothing to take).

    Where grouping fails for good the pile is ready all the same, each article a story of its own.
    """
    if not _take(pile_id, now or timezone.now()):
        return
    pile = Pile.objects.get(pk=pile_id)
    if pile.attempts > settings.JOB_ATTEMPTS and not _pass_over(pile):
        return _each_its_own(pile)
    if not _read(pile):
        Pile.objects.filter(pk=pile_id, status=Pile.Status.RUNNING).update(status=Pile.Status.WAITING, attempts=0)
        wake(GROUP_PILE, row=pile_id)
        return
    try:
        _propose(pile)
    except Exception:
        logger.exception("Pile %s, attempt %s", pile_id, pile.attempts)
        if pile.attempts < settings.JOB_ATTEMPTS:
            Pile.objects.filter(pk=pile_id, status=Pile.Status.RUNNING).update(status=Pile.Status.WAITING)
            return
        _each_its_own(pile)


def wake_piles(*, now: datetime | None = None) -> None:
    """Send again what may have no message: the broker lost it, or a worker died."""
    for pile_id in Pile.objects.filter(_due(now or timezone.now())).values_list("pk", flat=True):
        wake(GROUP_PILE, row=pile_id)


def _due(now: datetime) -> Q:
    return Q(status=Pile.Status.WAITING) | Q(status=Pile.Status.RUNNING, lease_until__lt=now)


def _take(pile_id: int, now: datetime) -> bool:
    """One statement, so that of two workers one finds nothing."""
    due = Pile.objects.filter(_due(now), pk=pile_id)
    lease = now + timedelta(seconds=LEASE_SECONDS)
    return bool(due.update(status=Pile.Status.RUNNING, attempts=F("attempts") + 1, lease_until=lease))


def _pass_over(pile: Pile) -> bool:
    """Leave out the file at which the worker stopped each time; False where all were read and grouping stopped it."""
    item = pile.items.filter(is_read=False).first()
    if item is None:
        return False
    item.problem, item.is_read = SPENT, True
    item.save(update_fields=["problem", "is_read"])
    return True


def _read(pile: Pile) -> bool:
    """Read files for about a minute; whether all are read. Each is kept at once, so that the page can say how far it is."""
    begun = monotonic()
    for item in pile.items.filter(is_read=False):
        _read_one(item)
        if monotonic() - begun > SECONDS_A_RUN:
            return not pile.items.filter(is_read=False).exists()
    return True


def _read_one(item: PileItem) -> None:
    from claims.comparison.piled.grouping import piled_of

    try:
        reading = read_in_child(_bytes_of(item), name=item.name)
        check_letters(reading.text)
    except ReadingError as error:
        item.problem = error.sentence
    else:
        piled = piled_of("", reading.text)
        item.text = reading.text
        item.headline = (item.headline or reading.facts.headline or piled.headline).strip()[:500]
        item.outlet = (item.outlet or reading.facts.outlet or piled.outlet).strip()[:200]
        item.published_on = item.published_on or _day(reading.facts.published) or piled.published
    item.is_read = True
    item.save(update_fields=["text", "headline", "outlet", "published_on", "problem", "is_read"])


def _bytes_of(item: PileItem) -> bytes:
    try:
        return (Path(settings.MEDIA_ROOT) / item.original).read_bytes()
    except FileNotFoundError:
        raise ReadingError(MISSING) from None


def _day(published: str) -> date | None:
    return published_parts(published)[0] if published else None


def _propose(pile: Pile) -> None:
    from claims.comparison.piled.grouping import stories_from_pile

    items = {str(item.pk): item for item in pile.items.filter(problem="")}
    desk = {f"desk {article.pk}": article for article in _of_the_desk()}
    pile_and_desk = [_piled(key, item.text, item) for key, item in items.items()]
    pile_and_desk += [_piled(key, article.body, article) for key, article in desk.items()]
    _keep(pile, stories_from_pile(pile_and_desk), items, desk)


def _of_the_desk() -> Sequence[Article]:
    rows = Article.objects.filter(withdrawn_at=None, filed_at__gt=timezone.now() - RECENT).exclude(body="")
    return list(rows.select_related("story").order_by("-filed_at", "-pk")[:MOST_OF_THE_DESK])


def _piled(key: str, text: str, row: PileItem | Article) -> "Piled":
    from dataclasses import replace

    from claims.comparison.piled.grouping import piled_of

    piled = piled_of(key, text)
    return replace(piled, headline=row.headline or piled.headline, published=row.published_on or piled.published)


@transaction.atomic
def _keep(pile: Pile, proposed: "Sequence[PiledStory]", items: dict[str, PileItem], desk: dict[str, Article]) -> None:
    if not Pile.objects.select_for_update().filter(pk=pile.pk, status=Pile.Status.RUNNING).exists():
        return  # another worker was quicker, or the pile is gone
    PileStory.objects.filter(pile=pile).delete()
    into: dict[int, PileStory] = {}
    number = 0
    for told in proposed:
        here = [(key, why) for key, why in zip(told.keys, told.reasons, strict=True) if key in items]
        if not here:
            continue
        known = _story_of(told.keys, desk)
        row = into.get(known.pk) if known else None
        if row is None:
            number += 1
            row = PileStory.objects.create(
                pile=pile,
                number=number,
                title=(known.title if known else told.title)[:200],
                reason="" if known else told.reason,
                score=told.score,
                story=known,
            )
        if known:
            into[known.pk] = row
        for key, why in here:
            items[key].proposed, items[key].reason = row, why
    PileItem.objects.bulk_update(items.values(), ["proposed", "reason"])
    Pile.objects.filter(pk=pile.pk).update(status=Pile.Status.READY, problem="")


def _story_of(keys: Sequence[str], desk: dict[str, Article]) -> Story | None:
    """The story of the desk that most of a group's filed articles belong to."""
    stories = Counter(desk[key].story for key in keys if key in desk)
    return stories.most_common(1)[0][0] if stories else None


@transaction.atomic
def _each_its_own(pile: Pile) -> None:
    items = list(pile.items.filter(problem=""))
    PileStory.objects.filter(pile=pile).delete()
    for number, item in enumerate(items, start=1):
        item.proposed = PileStory.objects.create(pile=pile, number=number, title=str(item)[:200])
    PileItem.objects.bulk_update(items, ["proposed"])
    Pile.objects.filter(pk=pile.pk).update(status=Pile.Status.READY, problem=FAILED)
