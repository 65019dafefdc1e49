"""Take a job under a lease, in one statement."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

WORKER_DIED = (
    "The worker stopped each time it worked on this; something in the file may be more than it can take.\n\n"
    "The lease ran out {tries} times."
)

# One statement, so that of two workers with the same message one finds the row and the other finds nothing. A row whose
# tries are spent (its worker died each time) is failed by the same statement and handed to nobody.
_TAKE = """
UPDATE articles_job SET
    status = CASE WHEN attempts < %(tries)s THEN 'running' ELSE 'failed' END,
    attempts = LEAST(attempts + 1, %(tries)s),
    lease_token = CASE WHEN attempts < %(tries)s THEN %(token)s::uuid END,
    lease_until = CASE WHEN attempts < %(tries)s THEN %(lease_until)s::timestamptz END,
    started_at = CASE WHEN attempts < %(tries)s THEN %(now)s ELSE started_at END,
    finished_at = CASE WHEN attempts < %(tries)s THEN NULL ELSE %(now)s::timestamptz END,
    last_error = CASE WHEN attempts < %(tries)s THEN last_error ELSE %(died)s END
WHERE id = %(id)s
  AND ((status = 'queued' AND run_after <= %(now)s) OR (status = 'running' AND lease_until < %(now)s))
RETURNING status, article_id, stage, bulk, attempts
"""


@dataclass(frozen=True, slots=True)
class TakenJob:
    """A job under this worker's lease: only who holds `token` may finish it."""

    id: int
    article_id: int
    stage: str
    bulk: bool
    attempt: int
    token: uuid.UUID


def take_job(*, job_id: int, now: datetime | None = None) -> TakenJob | None:
    """The job, if it is queued and due or its lease is over; None otherwise (a duplicate message, or its tries are spent)."""
    now = now or timezone.now()
    token = uuid.uuid4()
    values: dict[str, Any] = {
        "id": job_id,
        "now": now,
        "token": token,
        "lease_until": now + timedelta(seconds=settings.JOB_LEASE_SECONDS),
        "tries": settings.JOB_ATTEMPTS,
        "died": WORKER_DIED.format(tries=settings.JOB_ATTEMPTS),
    }
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, values)
        row = cursor.fetchone()
    if row is None or row[0] != "running":
        return None
    _, article_id, stage, bulk, attempt = row
    return TakenJob(id=job_id, article_id=article_id, stage=stage, bulk=bulk, attempt=attempt, token=token)
