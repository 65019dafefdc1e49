"""Taking a job: one statement decides who works on it."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from articles.models import Job, JobStatus
from articles.services.take_job import TakenJob, take_job
from tests.factories import make_article

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def make_job(**fields: object) -> Job:
    return Job.objects.create(article=make_article("A line."), stage="read", **{"run_after": NOW, **fields})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "taken"),
    [
        ({}, True),
        ({"run_after": NOW + SECOND}, False),
        ({"status": "running", "lease_until": NOW + SECOND, "attempts": 1}, False),
        ({"status": "running", "lease_until": NOW - SECOND, "attempts": 1}, True),
        ({"status": "done"}, False),
        ({"status": "failed"}, False),
    ],
    ids=["queued and due", "not due yet", "another has it", "lease over", "done", "failed"],
)
def test_only_a_job_that_is_due_or_abandoned_is_taken(fields: dict, taken: bool) -> None:
    job = make_job(**fields)
    assert (take_job(job_id=job.pk, now=NOW) is not None) is taken


@pytest.mark.django_db
def test_taking_counts_the_attempt_and_begins_a_lease(settings) -> None:  # type: ignore[no-untyped-def]
    settings.JOB_LEASE_SECONDS = 30
    job = make_job(attempts=1)
    taken = take_job(job_id=job.pk, now=NOW)
    job.refresh_from_db()
    assert isinstance(taken, TakenJob)
    assert (job.status, job.attempts, job.lease_until) == (JobStatus.RUNNING, 2, NOW + 30 * SECOND)
    assert (taken.token, taken.attempt, taken.stage) == (job.lease_token, 2, "read")


@pytest.mark.django_db
def test_a_job_whose_worker_died_three_times_is_failed_and_handed_to_nobody() -> None:
    job = make_job(status="running", lease_until=NOW - SECOND, attempts=3)
    assert take_job(job_id=job.pk, now=NOW) is None
    job.refresh_from_db()
    assert (job.status, job.attempts) == (JobStatus.FAILED, 3)
    assert job.last_error.startswith("The worker stopped each time")


@pytest.mark.django_db
def test_a_message_for_no_row_is_dropped_quietly() -> None:
    assert take_job(job_id=987_654_321, now=NOW) is None


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_with_the_same_message_one_gets_the_job() -> None:
    job = make_job()
    got: list[bool] = []
    together = threading.Barrier(6)

    def work() -> None:
        together.wait(10)
        got.append(take_job(job_id=job.pk, now=NOW) is not None)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(got) == [False] * 5 + [True]
    job.refresh_from_db()
    assert job.attempts == 1
