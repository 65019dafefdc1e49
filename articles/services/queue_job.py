"""The only place that speaks to the broker: wake a worker for a job, or note that the broker does not answer."""

import logging
from functools import partial
from time import monotonic

from django.db import transaction
from kombu.exceptions import OperationalError

from newsdesk.celery import app

logger = logging.getLogger(__name__)

RUN_JOB = "articles.tasks.run_job"
QUIET_SECONDS = 10.0
_quiet_until = 0.0


def queue_name(*, bulk: bool) -> str:
    """The broker's queue: single uploads do not wait behind a bulk upload."""
    return "bulk" if bulk else "single"


def queue_job(*, job_id: int, bulk: bool = False) -> bool:
    """Send the job's id to the workers; False where the broker does not answer. Never raises for that.

    The row in PostgreSQL is what counts: the beat publishes it once the broker is back. After a failure the broker is
    left alone for ten seconds, so that filing a hundred files does not wait a hundred times.
    """
    return wake(RUN_JOB, row=job_id, bulk=bulk)


def wake(task: str, *, row: int, bulk: bool = False) -> bool:
    """The same for another task that is given the id of its row."""
    global _quiet_until
    if monotonic() < _quiet_until:
        return False
    try:
        app.send_task(task, args=[row], queue=queue_name(bulk=bulk))
    except OperationalError as error:
        _quiet_until = monotonic() + QUIET_SECONDS
        logger.warning("The broker does not answer; %s of %s waits in PostgreSQL: %s", task, row, error)
        return False
    return True


def queue_on_commit(*, job_id: int, bulk: bool = False) -> list[bool]:
    """`queue_job` once the transaction is through. The list is empty until then and holds its answer afterwards."""
    answers: list[bool] = []
    transaction.on_commit(partial(_queue_and_answer, job_id, bulk, answers))
    return answers


def _queue_and_answer(job_id: int, bulk: bool, answers: list[bool]) -> None:
    answers.append(queue_job(job_id=job_id, bulk=bulk))


def messages_waiting(*, bulk: bool) -> int:
    """How many messages wait in a queue (those that a worker holds are not counted). Raises OperationalError."""
    from kombu.exceptions import ChannelError

    with app.pool.acquire(block=True) as connection:
        try:
            connection.ensure_connection(max_retries=1, interval_start=0, interval_step=0.2)
            return connection.default_channel.queue_declare(queue_name(bulk=bulk), passive=True).message_count
        except ChannelError:
            return 0  # an empty queue is none at all to a Redis-compatible broker
        except connection.connection_errors as error:
            raise OperationalError(str(error)) from error
