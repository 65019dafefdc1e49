"""Stages of a whole story: the row that comes last does the work for all, and what changes later has it done again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Job, JobStatus, Story
from articles.services.finish_job import finish_job
from articles.services.progress import progress_of
from articles.services.run_job import run_job
from articles.services.story_stages import SECONDS_TO_GATHER, NotYet, left_to_another, queue_story_again
from articles.services.take_job import take_job
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def story() -> Story:
    story = make_story()
    for outlet in ("The Harbour Post", "Oxholm Courier", "The Island Wire"):
        make_article(f"A line of {outlet}.", story=story, outlet=outlet)
    return story


def job(story: Story, article: int, stage: str, status: str = "queued", **fields: object) -> Job:
    row = list(story.articles.order_by("pk"))[article]
    return Job.objects.create(article=row, stage=stage, status=status, **{"run_after": NOW, **fields})


def left(story: Story) -> bool:
    return left_to_another(story_id=story.pk, stage="compare", now=NOW)


def test_the_last_row_of_a_story_does_the_work(story: Story) -> None:
    job(story, 0, "compare", "running")
    assert not left(story)


def test_what_another_queued_row_will_do_is_left_to_it(story: Story) -> None:
    job(story, 0, "compare", "running")
    job(story, 1, "compare", "queued")
    assert left(story)


@pytest.mark.parametrize("status", ["done", "failed", "running"])
def test_rows_that_will_not_start_any_more_are_not_relied_on(story: Story, status: str) -> None:
    job(story, 0, "compare", "running")
    job(story, 1, "compare", status)
    assert not left(story)


def test_a_row_that_was_put_off_is_no_reason_to_wait_once_all_are_read(story: Story) -> None:
    job(story, 0, "compare", "running")
    job(story, 1, "compare", "queued", run_after=NOW + timedelta(seconds=5))
    assert not left(story)


@pytest.mark.parametrize(("stage", "status"), [("read", "queued"), ("segment", "running"), ("extract", "queued")])
def test_while_others_are_read_one_row_waits_for_them(story: Story, stage: str, status: str) -> None:
    job(story, 0, "compare", "running")
    job(story, 1, stage, status)
    with pytest.raises(NotYet):
        left(story)
    job(story, 2, "compare", "queued", run_after=NOW + timedelta(seconds=5))
    assert left(story)


def test_failed_and_withdrawn_articles_are_not_waited_for(story: Story) -> None:
    job(story, 0, "compare", "running")
    job(story, 1, "extract", "failed")
    withdrawn = job(story, 2, "extract", "queued").article
    Article.objects.filter(pk=withdrawn.pk).update(withdrawn_at=NOW)
    assert not left(story)


def test_another_story_is_its_own_affair(story: Story) -> None:
    other = make_story("Another")
    make_article("A line elsewhere.", story=other)
    job(other, 0, "extract", "running")
    assert not left(story)


def test_a_row_put_off_waits_without_an_attempt(story: Story, settings, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    def waits(*, article_id: int) -> None:
        raise NotYet(5)

    monkeypatch.setattr("articles.services.read_article.read_article", waits)
    settings.ARTICLE_STAGES = {"compare": "articles.services.read_article.read_article"}
    row = job(story, 0, "compare")
    for _ in range(settings.JOB_ATTEMPTS + 1):
        run_job(job_id=row.pk, now=row.run_after)
        before = row.run_after
        row.refresh_from_db()
        assert (row.status, row.attempts, row.lease_token) == (JobStatus.QUEUED, 0, None)
        assert row.run_after == before + timedelta(seconds=5)


def test_changes_that_come_together_are_one_row(story: Story) -> None:
    for seconds in range(3):
        queue_story_again(story_id=story.pk, now=NOW + timedelta(seconds=seconds))
    row = Job.objects.get()
    assert (row.stage, row.version, row.status) == ("compare", "again 1", JobStatus.QUEUED)
    assert row.run_after == NOW + timedelta(seconds=2 + SECONDS_TO_GATHER)


def test_what_is_queued_already_reads_the_change_too(story: Story) -> None:
    queued = job(story, 0, "compare")
    queue_story_again(story_id=story.pk, now=NOW)
    assert Job.objects.get() == queued
    assert take_job(job_id=queued.pk, now=NOW + timedelta(seconds=1)) is None
    assert take_job(job_id=queued.pk, now=NOW + timedelta(seconds=SECONDS_TO_GATHER)) is not None


def test_a_change_while_the_story_is_compared_is_followed_by_another_comparison(story: Story) -> None:
    queue_story_again(story_id=story.pk, now=NOW)
    Job.objects.update(status="running")
    queue_story_again(story_id=story.pk, now=NOW)
    assert sorted(Job.objects.values_list("version", "status")) == [("again 1", "running"), ("again 2", "queued")]
    Job.objects.update(status="done", attempts=3)
    queue_story_again(story_id=story.pk, now=NOW)
    assert sorted(Job.objects.values_list("version", "status", "attempts")) == [
        ("again 1", "queued", 0), ("again 2", "done", 3),
    ]  # fmt: skip


def test_asked_for_now_a_worker_is_woken(story: Story, django_capture_on_commit_callbacks) -> None:  # type: ignore[no-untyped-def]
    with django_capture_on_commit_callbacks() as later:
        queue_story_again(story_id=story.pk, now=NOW)
    with django_capture_on_commit_callbacks() as at_once:
        queue_story_again(story_id=story.pk, now=NOW, soon=False)
    assert (len(later), len(at_once)) == (0, 1)
    assert Job.objects.get().run_after == NOW


def test_a_story_without_articles_or_a_desk_without_the_stage_has_nothing_to_do(story: Story, settings) -> None:  # type: ignore[no-untyped-def]
    queue_story_again(story_id=make_story("Empty").pk, now=NOW)
    settings.ARTICLE_STAGES = {"read": "…"}
    queue_story_again(story_id=story.pk, now=NOW)
    assert not Job.objects.exists()


def test_an_article_read_again_has_its_story_compared_again(story: Story) -> None:
    job(story, 0, "compare", "done")
    again = job(story, 0, "extract", version="2")
    taken = take_job(job_id=again.pk, now=NOW)
    assert taken is not None
    finish_job(taken, now=NOW)
    assert Job.objects.get(stage="compare", status="queued").version == "again 1"


@pytest.mark.parametrize("status", ["queued", "running", "failed"])
def test_an_article_is_ready_whatever_becomes_of_its_storys_stages(story: Story, status: str) -> None:
    rows = [job(story, 0, stage, "done") for stage in ("read", "segment", "extract")]
    rows += [job(story, 0, "compare", status), job(story, 0, "compare", status, version="again 1")]
    progress = progress_of(rows)
    assert (progress.done, progress.failed, progress.sentence) == (True, False, "Ready")
    assert [step.word for step in progress.steps] == ["received", "text", "paragraphs", "quotes and claims", "ready"]
