"""What workers are asked to do: ids in, one service call, safe to run twice."""

from celery import shared_task
from django.conf import settings

from articles.services import republish_due_jobs as republishing
from articles.services import run_job as running

# A stage that hangs is stopped before its lease runs out, and counts as an attempt.
_LIMITS = {"soft_time_limit": settings.JOB_LEASE_SECONDS * 0.75, "time_limit": settings.JOB_LEASE_SECONDS * 0.9}


@shared_task(**_LIMITS)
def run_job(job_id: int) -> None:
    running.run_job(job_id=job_id)


@shared_task
def republish_due_jobs() -> None:
    republishing.republish_due_jobs()
