"""`manage.py recompare`: which stories are compared again, by whom, and what the person is told."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from articles.models import Article, Job
from claims.comparison.compare import COMPARER
from claims.models import StoryComparison
from tests.factories import make_article, make_story
from tests.fixtures_comparison import Compared, uncompared_story

pytestmark = pytest.mark.django_db


def told(*words: str) -> str:
    out = StringIO()
    call_command("recompare", *words, stdout=out)
    return out.getvalue()


def test_stories_of_an_older_version_and_those_never_compared_are_queued(
    compared: Compared, django_capture_on_commit_callbacks
) -> None:
    never = uncompared_story()
    make_article("Alone.", story=make_story("Nothing to compare with"))
    StoryComparison.objects.filter(story=compared.story).update(version="compare-0")
    with django_capture_on_commit_callbacks() as woken:
        assert "2 to be compared by the workers." in told("--all")
    stories = Job.objects.filter(stage="compare", status="queued").values_list("article__story", flat=True)
    assert sorted(stories) == [compared.story.pk, never.story.pk]
    assert len(woken) == 2


def test_a_story_compared_by_this_version_is_left(compared: Compared) -> None:
    StoryComparison.objects.update(version=COMPARER)
    assert "0 to be compared" in told("--story", str(compared.story.pk))


def test_withdrawn_articles_do_not_make_a_comparison(uncompared: Compared) -> None:
    Article.objects.filter(pk__in=[article.pk for article in uncompared.articles[1:]]).update(
        withdrawn_at=timezone.now()
    )
    assert "0 to be compared" in told("--all")


def test_asked_for_now_they_are_compared_here(uncompared: Compared) -> None:
    assert "1 compared." in told("--all", "--now")
    kept = StoryComparison.objects.get()
    assert (kept.story, kept.version, len(kept.articles)) == (uncompared.story, COMPARER, 3)
    assert not Job.objects.exists()


def test_a_story_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError, match="no story 9"):
        told("--story", "9")
