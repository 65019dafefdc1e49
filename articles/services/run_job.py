import logging
import traceback
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from articles.services.finish_job import LeaseLost, fail_job, finish_job, put_back_job, put_off_job
from articles.services.story_stages import NotYet
from articles.services.take_job import TakenJob, take_job
from newsdesk.errors import DeskError

logger = logging.getLogger(__name__)


def run_job(*, job_id: int, now: datetime | None = None) -> None:
    """Do the work of one job row, if it is due: what the message of a worker comes down to.

    The stage's writes, the job's end and the next stage's row are one transaction, so a worker that comes late (its lease
    has run out and another took over) keeps nothing. A DeskError is the file's fault and fails the job with its sentence;
    a stage that is to wait for others (NotYet) is put off; anything else is tried again later.
    """
    job = take_job(job_id=job_id, now=now)
    if job is None:
        logger.info("Job %s is not due: a duplicate message.", job_id)
        return
    try:
        _do(job, now=now)
    except LeaseLost:
        logger.warning("Job %s (%s) was taken over; nothing of this attempt is kept.", job.id, job.stage)
    except NotYet as wait:
        put_off_job(job, seconds=wait.seconds, now=now or timezone.now())
    except DeskError as error:
        logger.info("Job %s (%s) failed: %s", job.id, job.stage, error.sentence)
        fail_job(job, reason=error.sentence, now=now or timezone.now())
    except Exception as error:
        logger.exception("Job %s (%s), attempt %s", job.id, job.stage, job.attempt)
        put_back_job(job, technical=_technical(error), now=now or timezone.now())


def _do(job: TakenJob, *, now: datetime | None) -> None:
    service = import_string(settings.ARTICLE_STAGES[job.stage])
    with transaction.atomic():
        service(article_id=job.article_id)
        finish_job(job, now=now or timezone.now())


def _technical(error: Exception) -> str:
    """The error and where it happened, for the admin."""
    return "".join(traceback.format_exception(error, limit=-4))[-3000:]
