"""Speaking to the real broker: what is sent waits there, in the queue meant."""

import pytest
from kombu import Connection

from articles.services import queue_job as module
from articles.services.queue_job import messages_waiting, queue_job
from newsdesk.celery import app


@pytest.fixture(autouse=True)
def empty_queues(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_quiet_until", 0.0)
    app.control.purge()


@pytest.mark.parametrize("bulk", [False, True])
def test_a_message_carries_the_id_alone_and_waits_in_its_queue(bulk: bool) -> None:
    assert messages_waiting(bulk=bulk) == 0
    assert queue_job(job_id=7, bulk=bulk)
    assert messages_waiting(bulk=bulk) == 1
    assert messages_waiting(bulk=not bulk) == 0
    with Connection(app.conf.broker_url) as connection:
        message = connection.default_channel.basic_get("bulk" if bulk else "single", no_ack=True)
    args, kwargs, _ = message.payload
    assert (message.headers["task"], args, kwargs) == ("articles.tasks.run_job", [7], {})


def test_messages_still_go_through_after_the_broker_was_emptied() -> None:
    assert queue_job(job_id=1)
    with Connection(app.conf.broker_url) as connection:
        connection.default_channel.client.flushdb()
    assert messages_waiting(bulk=False) == 0
    assert queue_job(job_id=2)
    assert messages_waiting(bulk=False) == 1


@pytest.mark.django_db  # Celery runs the system checks, and they ask the database its version
def test_the_task_that_is_named_exists() -> None:
    app.loader.import_default_modules()
    assert module.RUN_JOB in app.tasks
