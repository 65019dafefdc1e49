"""The last stage: a story is compared once for all its articles, and again only when something changed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Job
from articles.services.file_article import file_article
from articles.services.run_job import run_job
from articles.services.story_stages import NotYet
from claims.comparison import compare as comparing
from claims.comparison.copies import Story
from claims.comparison.found import Comparison
from claims.models import StoryComparison
from claims.services.compare_story import LOCK, compare_again, compare_now, compare_story
from claims.services.suggestions import suggestions_of
from tests.factories import make_article, make_story
from tests.fixtures_comparison import TEXTS, Compared

pytestmark = pytest.mark.django_db


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, compared: Compared) -> list[Story]:
    """Stories handed to a comparison that finds what the fixture has; the fixture's own is forgotten."""
    StoryComparison.objects.all().delete()
    seen: list[Story] = []

    def compare(story: Story) -> Comparison:
        seen.append(story)
        return compared.everything

    monkeypatch.setattr(comparing, "compare", compare)
    return seen


def test_what_is_found_is_kept_with_what_it_covers(compared: Compared, calls: list[Story]) -> None:
    compare_story(article_id=compared.articles[0].pk)
    kept = StoryComparison.objects.get()
    assert (kept.version, kept.articles) == ("compare-1", [[article.pk, None] for article in compared.articles])
    assert suggestions_of(compared.story.pk).comparison == compared.everything


def test_nothing_changed_is_nothing_done(compared: Compared, calls: list[Story]) -> None:
    assert compare_now(story_id=compared.story.pk)
    assert not compare_now(story_id=compared.story.pk)
    assert len(calls) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda compared: make_article("More.", story=compared.story, outlet="The Late Edition"),
        lambda compared: type(compared.articles[0]).objects.filter(pk=compared.articles[0].pk).update(is_primary=True),
        lambda compared: (
            type(compared.articles[0]).objects.filter(pk=compared.articles[0].pk).update(withdrawn_at=timezone.now())
        ),
    ],
    ids=["article", "fact", "withdrawal"],
)
def test_what_changed_is_compared_again(
    compared: Compared, calls: list[Story], change: Callable[[Compared], Any]
) -> None:
    compare_now(story_id=compared.story.pk)
    change(compared)
    assert compare_now(story_id=compared.story.pk)
    assert len(calls) == 2
    assert StoryComparison.objects.count() == 1


def test_while_an_article_is_read_the_comparison_waits(compared: Compared, calls: list[Story]) -> None:
    Job.objects.create(article=compared.articles[1], stage="extract", status="running")
    with pytest.raises(NotYet):
        compare_story(article_id=compared.articles[0].pk)
    assert not calls


@pytest.mark.django_db(transaction=True)
def test_while_another_worker_compares_the_story_this_one_waits(compared: Compared, calls: list[Story]) -> None:
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [LOCK, compared.story.pk])
            with pytest.raises(NotYet):
                compare_story(article_id=compared.articles[0].pk)
            cursor.execute("SELECT pg_advisory_unlock_all()")
        compare_story(article_id=compared.articles[0].pk)
    finally:
        other.close()
    assert len(calls) == 1


def test_filed_articles_are_compared_once_however_many_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Through the real stages, in the order in which a queue hands them out."""
    seen: list[int] = []
    real = comparing.compare

    def compare(story: Story) -> Comparison:
        seen.append(len(story.copies))
        return real(story)

    monkeypatch.setattr(comparing, "compare", compare)
    story = make_story()
    for n, text in enumerate(TEXTS.values()):
        file_article(data=f"{text}\n\nNumber {n}.".encode(), name=f"{n}.txt", story=story, by=None)
    while due := list(Job.objects.filter(status="queued").order_by("pk")):
        for job in due:
            run_job(job_id=job.pk)
    assert seen == [3]
    assert Job.objects.filter(stage="compare", status="done").count() == 3
    assert {shown.article for shown in suggestions_of(story.pk).articles} == set(story.articles.all())


def test_a_comparison_that_fails_leaves_articles_ready_and_says_so(
    compared: Compared, calls: list[Story], monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    def broken(story: Story) -> Comparison:
        raise RuntimeError("the shelf fell over")

    monkeypatch.setattr(comparing, "compare", broken)
    compare_again(story_id=compared.story.pk)
    job = Job.objects.get()
    for _ in range(settings.JOB_ATTEMPTS):
        run_job(job_id=job.pk, now=job.run_after)
        job.refresh_from_db()
    assert job.status == "failed"
    work = suggestions_of(compared.story.pk).work
    assert (work.status, work.reason.startswith("Newsdesk failed 3 times")) == ("failed", True)


def test_queries_do_not_grow_with_articles(calls: list[Story]) -> None:
    def queries(articles: int) -> int:
        story = make_story()
        for n in range(articles):
            made = make_article(f"Line {n}.", story=story, outlet=f"Outlet {n}")
        with CaptureQueriesContext(connection) as captured:
            compare_story(article_id=made.pk)
        return len(captured)

    assert queries(3) == queries(12) <= 24
