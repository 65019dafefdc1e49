"""Tasks hold nothing: an id in, one service call, on the queues that workers take from."""

import inspect

import pytest

from articles import tasks
from newsdesk.celery import app


@pytest.mark.django_db
def test_a_message_for_a_job_that_is_gone_is_dropped() -> None:
    tasks.run_job.apply(args=[987_654_321], throw=True)


@pytest.mark.django_db
def test_the_beat_publishes_what_is_due_every_15_seconds() -> None:
    (entry,) = (e for e in app.conf.beat_schedule.values() if e["task"] == tasks.republish_due_jobs.name)
    assert entry["schedule"] <= 15
    tasks.republish_due_jobs.apply(throw=True)


def test_tasks_are_one_line() -> None:
    for task in (tasks.run_job, tasks.republish_due_jobs):
        lines = inspect.getsource(inspect.unwrap(task.run)).splitlines()
        body = lines[[line.startswith("def ") for line in lines].index(True) + 1 :]
        assert len(body) == 1


def test_a_worker_takes_from_both_queues_and_one_message_at_a_time() -> None:
    assert set(app.amqp.queues) == {"single", "bulk"}
    assert app.conf.worker_prefetch_multiplier == 1
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost


def test_a_stage_that_hangs_is_stopped_before_its_lease_is_over(settings) -> None:  # type: ignore[no-untyped-def]
    assert tasks.run_job.soft_time_limit < tasks.run_job.time_limit < settings.JOB_LEASE_SECONDS
