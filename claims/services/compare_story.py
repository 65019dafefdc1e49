"""The last stage of an article: compare the story that it belongs to, once for all articles that have come."""

from datetime import datetime
from time import perf_counter

from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article
from articles.services.story_stages import NotYet, left_to_another, queue_story_again
from claims.comparison.stored import to_json
from claims.models import StoryComparison
from claims.services.call_up import call_up_claims
from claims.services.read_story import digest_of, newest_runs, story_for_comparison

STAGE = "compare"
"""As settings.ARTICLE_STAGES names it."""
LOCK = 0x434F_4D50  # "COMP": one comparison of a story at a time
SECONDS_TO_WAIT = 5


@transaction.atomic
def compare_story(*, article_id: int, now: datetime | None = None) -> None:
    """Compare the story of this article and keep what is found, unless another row of work will do it or nothing has changed.

    Safe to run twice. Raises NotYet while articles of the story are still being read, or another worker is comparing it.
    """
    now = now or timezone.now()
    story_id = Article.objects.values_list("story_id", flat=True).get(pk=article_id)
    if left_to_another(story_id=story_id, stage=STAGE, now=now):
        return
    if not _alone(story_id):
        raise NotYet(SECONDS_TO_WAIT)
    compare_now(story_id=story_id, now=now)


@transaction.atomic
def compare_now(*, story_id: int, now: datetime | None = None) -> bool:
    """Compare the story as its rows stand; False where it was compared by this version from the same rows already.

    Decided claims that the articles which are new to it touch are called up for another look.
    """
    from claims.comparison.compare import COMPARER, compare  # brings the language engine with it

    now = now or timezone.now()
    story, ids = story_for_comparison(story_id)
    runs = newest_runs(ids)
    digest = digest_of(story, runs, COMPARER)
    if StoryComparison.objects.filter(story=story_id, digest=digest).exists():
        return False
    clock = perf_counter()
    comparison = compare(story)
    seconds = round(perf_counter() - clock, 3)
    values = {"version": comparison.version, "found": to_json(comparison), "articles": runs, "digest": digest}
    StoryComparison.objects.update_or_create(story_id=story_id, defaults=values | {"made_at": now, "seconds": seconds})
    call_up_claims(story_id=story_id, story=story, article_ids=ids, comparison=comparison, now=now)
    return True


def compare_again(*, story_id: int, now: datetime | None = None, soon: bool = True) -> None:
    """Have the story compared again, because what the comparison takes as given has changed. Durable; many calls are one."""
    queue_story_again(story_id=story_id, now=now, soon=soon)


def _alone(story_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, story_id & 0x7FFF_FFFF])
        return bool(cursor.fetchone()[0])
