"""Stories that the version of the comparison at hand has not compared: for after an update, and where the work was lost."""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q

from articles.models import Story
from claims.models import StoryComparison
from claims.services.compare_story import compare_again


def stories_to_compare(*, story_id: int | None = None) -> list[int]:
    """Stories (or the one given) with at least two articles that could be compared and were not by this version."""
    from claims.comparison.compare import COMPARER  # brings the language engine with it

    read = Q(articles__withdrawn_at=None) & ~Q(articles__body="")
    current = StoryComparison.objects.filter(story=OuterRef("pk"), version=COMPARER)
    stories = Story.objects.filter(pk=story_id) if story_id is not None else Story.objects.all()
    due = stories.exclude(Exists(current)).annotate(read=Count("articles", filter=read)).filter(read__gte=2)
    return list(due.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def recompare(*, story_id: int | None = None, now: datetime | None = None) -> list[int]:
    """Queue a comparison of each of them. Safe to run twice: a story has one row of work that is due."""
    due = stories_to_compare(story_id=story_id)
    for pk in due:
        compare_again(story_id=pk, now=now, soon=False)
    return due
