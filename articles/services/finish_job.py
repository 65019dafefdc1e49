"""How a job under lease ends: done with its successor queued, failed for good, or put back for another try."""

from datetime import datetime, timedelta
from itertools import pairwise

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from articles.models import Job, JobStatus
from articles.services.queue_job import queue_on_commit
from articles.services.story_stages import queue_story_again
from articles.services.take_job import TakenJob

BACK_OFF_SECONDS = 3  # then four times as long


class LeaseLost(Exception):
    """The lease ran out and the job was taken by another worker: what this one did is not to be kept."""


def finish_job(job: TakenJob, *, now: datetime) -> None:
    """Mark the job done and queue the next stage. Call it inside the transaction that holds the stage's writes.

    Raises LeaseLost, which rolls those writes back, where the lease is no longer this worker's. Where the article was done
    before and is done again by a later version, the story's stages follow again.
    """
    if not _held(job).update(status=JobStatus.DONE, finished_at=now, last_error="", **_NO_LEASE):
        raise LeaseLost(f"job {job.id}")
    if stage := stage_after(job.stage):
        following, made = Job.objects.get_or_create(
            article_id=job.article_id,
            stage=stage,
            version="",
            defaults={"bulk": job.bulk, "run_after": now, "created_at": now},
        )
        if made:
            queue_on_commit(job_id=following.pk, bulk=job.bulk)
        elif stage in settings.STORY_STAGES:
            queue_story_again(story_id=following.article.story_id, now=now)


def fail_job(job: TakenJob, *, reason: str, now: datetime) -> None:
    """The file will not get better: no further try unless a person asks for one."""
    _held(job).update(status=JobStatus.FAILED, finished_at=now, last_error=_storable(reason), **_NO_LEASE)


def put_back_job(job: TakenJob, *, technical: str, now: datetime) -> None:
    """Queue the job again for a little later; after the last try it has failed. The technical reason is kept."""
    if job.attempt >= settings.JOB_ATTEMPTS:
        sentence = f"Newsdesk failed {job.attempt} times at this. The fault is ours, not the file’s; try again later."
        return fail_job(job, reason=f"{sentence}\n\n{technical}", now=now)
    wait = BACK_OFF_SECONDS * 4 ** (job.attempt - 1)
    with transaction.atomic():
        _held(job).update(
            status=JobStatus.QUEUED,
            run_after=now + timedelta(seconds=wait),
            last_error=_storable(technical),
            **_NO_LEASE,
        )
    return None


def put_off_job(job: TakenJob, *, seconds: int, now: datetime) -> None:
    """Queue the job again for a little later, as if it had not been taken. The beat publishes it then."""
    due = now + timedelta(seconds=seconds)
    _held(job).update(status=JobStatus.QUEUED, attempts=job.attempt - 1, run_after=due, **_NO_LEASE)


def stage_after(stage: str) -> str | None:
    """The stage that follows in settings.ARTICLE_STAGES; None after the last, or where `stage` is no longer one."""
    stages = list(settings.ARTICLE_STAGES)
    return dict(pairwise(stages)).get(stage)


_NO_LEASE = {"lease_token": None, "lease_until": None}


def _held(job: TakenJob) -> "QuerySet[Job]":
    return Job.objects.filter(pk=job.id, lease_token=job.token, status=JobStatus.RUNNING)


def _storable(text: str) -> str:
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")[:4000]
