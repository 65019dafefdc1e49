"""Running a job: stage, end and next stage in one transaction, and what becomes of each kind of failure."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Job, JobStatus
from articles.services.file_article import file_article
from articles.services.run_job import run_job
from newsdesk.errors import BadInput
from tests.factories import make_story

pytestmark = pytest.mark.django_db
COPY = b"Ferry stops\n\nThe ferry to Oxholm stops on Monday, the harbour said."


@pytest.fixture(autouse=True)
def stages(settings) -> None:  # type: ignore[no-untyped-def]
    settings.ARTICLE_STAGES = {
        "read": "articles.services.read_article.read_article",
        "segment": "articles.services.segment_article.segment_article",
    }


def filed(data: bytes = COPY) -> Job:
    article = file_article(data=data, name="ferry.txt", story=make_story(), by=None, bulk=True).article
    return article.jobs.get()


def only(settings, monkeypatch: pytest.MonkeyPatch, stage: object) -> None:  # type: ignore[no-untyped-def]
    """Make `stage` the only stage there is."""
    monkeypatch.setattr("articles.services.read_article.read_article", stage)
    settings.ARTICLE_STAGES = {"read": "articles.services.read_article.read_article"}


def test_the_end_of_a_stage_queues_the_next_and_the_last_queues_none() -> None:
    job = filed()
    run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.lease_token, job.attempts) == (JobStatus.DONE, None, 1)
    following = Job.objects.get(stage="segment")
    assert (following.status, following.bulk) == (JobStatus.QUEUED, True)
    run_job(job_id=following.pk)
    article = Article.objects.get()
    assert article.body == COPY.decode()
    assert article.paragraphs.count() == 2
    assert not Job.objects.exclude(status=JobStatus.DONE).exists()


def test_a_second_message_for_a_done_job_does_nothing() -> None:
    job = filed()
    run_job(job_id=job.pk)
    run_job(job_id=job.pk)
    assert Job.objects.get(pk=job.pk).attempts == 1
    assert Job.objects.count() == 2


def test_a_file_that_cannot_be_read_fails_at_once_with_its_sentence() -> None:
    job = filed(b"%PDF-1.4 and then nothing")
    run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.attempts) == (JobStatus.FAILED, 1)
    assert "PDF" in job.last_error
    assert not Job.objects.filter(stage="segment").exists()


def test_a_fault_of_ours_is_tried_three_times_with_growing_pauses(settings, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def broken(*, article_id: int) -> None:
        Article.objects.filter(pk=article_id).update(headline="half done")
        raise RuntimeError("the shelf fell over")

    only(settings, monkeypatch, broken)
    job = filed()
    now, pauses = timezone.now(), []
    for _ in range(2):
        run_job(job_id=job.pk, now=now)
        job.refresh_from_db()
        assert job.status == JobStatus.QUEUED
        assert job.last_error
        pauses.append((job.run_after - now).total_seconds())
        run_job(job_id=job.pk, now=now)  # too early: not due
        now = job.run_after
    assert pauses == [3, 12]
    run_job(job_id=job.pk, now=now)
    job.refresh_from_db()
    assert (job.status, job.attempts) == (JobStatus.FAILED, 3)
    sentence, _, technical = job.last_error.partition("\n\n")
    assert sentence.startswith("Newsdesk failed 3 times")
    assert "the shelf fell over" in technical
    assert Article.objects.get().headline == ""  # nothing of a failed attempt is kept


def test_a_worker_that_comes_late_keeps_nothing(settings, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """Its lease runs out while it works; another worker takes the job, and this one's writes are rolled back."""

    def slow(*, article_id: int) -> None:
        Article.objects.filter(pk=article_id).update(headline="from the late worker")
        Job.objects.filter(article_id=article_id).update(lease_token="00000000-0000-4000-8000-000000000001")

    only(settings, monkeypatch, slow)
    job = filed()
    run_job(job_id=job.pk)
    assert Article.objects.get().headline == ""
    assert Job.objects.get(pk=job.pk).status == JobStatus.RUNNING


def test_a_desk_error_of_a_worker_without_lease_does_not_fail_the_job(settings, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    job = filed()

    def slow(*, article_id: int) -> None:
        raise BadInput("No good.")

    only(settings, monkeypatch, slow)
    real = "articles.services.run_job.take_job"

    def take_and_lose(*, job_id: int, now: object) -> object:
        from articles.services.take_job import take_job

        taken = take_job(job_id=job_id)
        Job.objects.filter(pk=job_id).update(lease_token="00000000-0000-4000-8000-000000000001")
        return taken

    monkeypatch.setattr(real, take_and_lose)
    run_job(job_id=job.pk)
    assert Job.objects.get(pk=job.pk).status == JobStatus.RUNNING


def test_a_job_abandoned_by_a_dead_worker_is_finished_by_the_next() -> None:
    job = filed()
    Job.objects.update(
        status="running", attempts=1, lease_until=timezone.now() - timedelta(seconds=1),
        lease_token="00000000-0000-4000-8000-000000000001",
    )  # fmt: skip
    run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.attempts) == (JobStatus.DONE, 2)
