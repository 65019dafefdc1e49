from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article, ArticleLogEntry, Job, JobStatus
from articles.services.queue_job import queue_on_commit
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User


@transaction.atomic
def retry_article(*, article: Article, by: User | None, now: datetime | None = None) -> list[Job]:
    """Queue what failed of this article anew, with all its tries. Raises NotPossibleNow where nothing has failed."""
    now = now or timezone.now()
    failed = list(Job.objects.select_for_update().filter(article=article, status=JobStatus.FAILED))
    if not failed:
        raise NotPossibleNow("Nothing of this article has failed.")
    for job in failed:
        job.status, job.attempts, job.run_after = JobStatus.QUEUED, 0, now
        job.bulk, job.last_error, job.finished_at = False, "", None
        job.save(update_fields=["status", "attempts", "run_after", "bulk", "last_error", "finished_at"])
        queue_on_commit(job_id=job.pk)
    ArticleLogEntry.objects.create(
        article=article, action="tried again", changes={"stages": [job.stage for job in failed]}, by=by, at=now
    )
    return failed
