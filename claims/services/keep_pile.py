"""Keep a pile of articles whose stories are still to be found, and wake a worker for it."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from articles.reading.files import checked_kind
from articles.services.file_article import shown_path
from articles.services.file_upload import Offered
from articles.services.given_facts import GivenFacts
from articles.services.keep_original import keep_original
from articles.services.queue_job import wake
from claims.models import Pile, PileItem
from newsdesk.errors import BadInput, DeskError
from newsdesk.models import User

GROUP_PILE = "claims.tasks.group_pile"
MOST_ITEMS = 1000


def keep_pile(*, offered: Iterable[Offered], by: User, now: datetime | None = None) -> Pile:
    """Keep what was given, each file on its own: one that is refused stops none of the others.

    Bytes that an article has already, or another file of the pile, are noted and not grouped. Raises BadInput where nothing
    is given, or more than a thousand articles.
    """
    now = now or timezone.now()
    with transaction.atomic():
        pile = Pile.objects.create(by=by, at=now)
        first_with: dict[str, int] = {}
        position = 0
        for position, one in enumerate(offered, start=1):
            if position > MOST_ITEMS:
                raise BadInput(f"A pile may hold {MOST_ITEMS:,} articles. Give fewer at once.")
            _keep_one(pile, position, one, first_with)
        if not position:
            raise BadInput("Choose the files of the articles.")
        transaction.on_commit(partial(wake, GROUP_PILE, row=pile.pk))
    return pile


def _keep_one(pile: Pile, position: int, one: Offered, first_with: dict[str, int]) -> None:
    item = PileItem(pile=pile, position=position, name=shown_path(one.name), facts=facts_as_json(one.facts))
    item.headline, item.outlet = one.facts.headline.strip()[:500], one.facts.outlet.strip()[:200]
    item.published_on = one.facts.published_on
    try:
        data = one.data()
        checked_kind(data, name=one.name)
    except DeskError as error:
        item.problem = error.sentence
    else:
        item.sha256 = hashlib.sha256(data).hexdigest()
        item.original = keep_original(data, sha256=item.sha256)
        first = first_with.setdefault(item.sha256, position)
        there = Article.objects.filter(original_sha256=item.sha256, withdrawn_at=None).select_related("story").first()
        if there:
            item.problem, item.article = f"These bytes are already here, in the story “{there.story}”.", there
        elif first != position:
            item.problem = f"The same bytes as number {first} of this pile."
    item.is_read = bool(item.problem)
    item.save()


def facts_as_json(facts: GivenFacts) -> dict[str, Any]:
    """What was given, without what was not."""
    return {
        name: value if isinstance(value, str) else value.isoformat() for name, value in asdict(facts).items() if value
    }
