"""The beat: what is due and may have lost its message is sent again."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from articles.models import Job
from articles.services import republish_due_jobs as module
from articles.services.republish_due_jobs import LOCK, republish_due_jobs
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db
NOW = timezone.now()
AGO, SOON = NOW - timedelta(seconds=1), NOW + timedelta(seconds=60)


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> dict[bool, list[int]]:
    """Messages in the queues: {bulk: [job ids]}."""
    queues: dict[bool, list[int]] = {False: [], True: []}

    def send(*, job_id: int, bulk: bool) -> bool:
        queues[bulk].append(job_id)
        return True

    monkeypatch.setattr(module, "queue_job", send)
    monkeypatch.setattr(module, "messages_waiting", lambda *, bulk: len(queues[bulk]))
    return queues


def jobs(*rows: dict) -> list[int]:
    story = make_story()
    return [
        Job.objects.create(article=make_article("A line.", story=story), stage="read", **{"run_after": AGO, **row}).pk
        for row in rows
    ]


def test_what_is_due_goes_to_its_queue_and_nothing_else_does(broker: dict) -> None:
    due, bulk, over, again, *_ = jobs(
        {},
        {"bulk": True},
        {"status": "running", "lease_until": AGO, "attempts": 1},
        {"attempts": 1},
        {"run_after": SOON},
        {"status": "running", "lease_until": SOON, "attempts": 1},
        {"status": "done"},
        {"status": "failed", "attempts": 3},
    )
    assert republish_due_jobs(now=NOW) == 4
    assert sorted(broker[False]) == [due, over, again]
    assert broker[True] == [bulk]


def test_a_long_queue_does_not_grow_with_each_beat(broker: dict) -> None:
    fresh = jobs({}, {}, {})
    broker[False][:] = fresh
    assert republish_due_jobs(now=NOW) == 0
    broker[False].clear()  # FLUSHALL
    assert republish_due_jobs(now=NOW) == 3
    assert republish_due_jobs(now=NOW) == 0


def test_an_abandoned_job_is_sent_however_long_the_queue(broker: dict) -> None:
    *_, over = jobs({}, {}, {"status": "running", "lease_until": AGO, "attempts": 1})
    broker[False][:] = [1, 2, 3, 4]
    assert republish_due_jobs(now=NOW) == 1
    assert broker[False][-1] == over


def test_a_broker_that_is_down_is_not_asked_a_hundred_times(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def refuse(**_: object) -> int:
        calls.append(1)
        raise OperationalError("connection refused")

    monkeypatch.setattr(module, "messages_waiting", refuse)
    monkeypatch.setattr(module, "queue_job", lambda **_: bool(calls.append(1)))
    jobs(*[{"attempts": 1}] * 5, {})
    assert republish_due_jobs(now=NOW) == 0
    assert len(calls) <= 3


@pytest.mark.django_db(transaction=True)
def test_two_beats_at_once_publish_once(broker: dict) -> None:
    jobs({})
    locked, free = threading.Event(), threading.Event()

    def other_beat() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            locked.set()
            free.wait(20)
        connection.close()

    thread = threading.Thread(target=other_beat)
    thread.start()
    assert locked.wait(20)
    assert republish_due_jobs(now=NOW) == 0
    free.set()
    thread.join(20)
    assert republish_due_jobs(now=NOW) == 1
