import logging
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from kombu.exceptions import OperationalError

from articles.models import Job, JobStatus
from articles.services.queue_job import messages_waiting, queue_job

logger = logging.getLogger(__name__)

LOCK = 0x4E45_5753  # "NEWS": one desk, one re-publisher at a time
MOST_AT_ONCE = 2_000


def republish_due_jobs(*, now: datetime | None = None) -> int:
    """Send the ids of jobs that are due and may have no message: the broker lost it, or a worker died. Returns how many.

    A job whose lease is over, or whose turn comes again after a failure, has no message and is always sent. Of those never
    tried, as many messages as jobs may wait already: they are sent only where fewer wait, so that a long queue does not
    grow with each beat. A message too many finds nothing to take.
    """
    now = now or timezone.now()
    queued = Q(status=JobStatus.QUEUED, run_after__lte=now)
    lease_over = Q(status=JobStatus.RUNNING, lease_until__lt=now)
    with transaction.atomic():
        if not _alone():
            return 0
        due = Job.objects.filter(queued | lease_over).order_by("run_after", "id")
        rows = list(due.values_list("pk", "bulk", "status", "attempts")[:MOST_AT_ONCE])
        sent = 0
        for bulk in (False, True):
            mine = [row for row in rows if row[1] is bulk]
            without = [row[0] for row in mine if row[2] == JobStatus.RUNNING or row[3]]
            fresh = [row[0] for row in mine if row[2] == JobStatus.QUEUED and not row[3]]
            if fresh and not _all_wait(len(fresh), bulk=bulk):
                without += fresh
            for job_id in without:
                if not queue_job(job_id=job_id, bulk=bulk):
                    return sent
                sent += 1
    if sent:
        logger.info("Published %s due jobs again.", sent)
    return sent


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def _all_wait(jobs: int, *, bulk: bool) -> bool:
    try:
        return messages_waiting(bulk=bulk) >= jobs
    except OperationalError as error:
        logger.warning("The broker does not answer: %s", error)
        return True
