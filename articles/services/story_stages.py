"""Stages that are done for a story as a whole (settings.STORY_STAGES), though each is a row of work of one of its articles.

Every article of a story gets such a row when it is read; the row that comes last does the work for all. `articles` knows
their names only.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from articles.models import Article, Job, JobStatus
from articles.services.queue_job import queue_on_commit

AGAIN = "again"
"""How the versions of rows begin that do a story's stage another time; while one is under way, another may be due."""
SECONDS_TO_GATHER = 4
"""Changes that come close together (a person confirming one suggestion after another) are taken up at once."""
SECONDS_TO_WAIT = 5
UNDER_WAY = (JobStatus.QUEUED, JobStatus.RUNNING)


class NotYet(Exception):
    """A stage cannot be done before others have got further: its row is put off, and that counts as no attempt."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"in {seconds} s")
        self.seconds = seconds


def left_to_another(*, story_id: int, stage: str, now: datetime) -> bool:
    """Whether another row of the story will do the stage, so that this article's has nothing to do.

    Raises NotYet where articles of the story are still being read and no other row waits for them: one always does, since
    an article whose reading fails for good queues none.
    """
    jobs = Job.objects.filter(article__story=story_id, status__in=UNDER_WAY)
    others = jobs.filter(stage=stage, status=JobStatus.QUEUED)  # this one is running
    if jobs.filter(stage__in=_stages_before(stage), article__withdrawn_at=None).exists():
        if others.exists():
            return True
        raise NotYet(SECONDS_TO_WAIT)
    return others.filter(run_after__lte=now).exists()


def queue_story_again(*, story_id: int, now: datetime | None = None, soon: bool = True) -> None:
    """Have the story's stages done again, in a moment and once for all changes until then. Call inside a transaction.

    What is queued already is put off for that moment, so that it reads what this transaction writes; what is running may
    have read before it, so that another row follows. Without `soon` a worker is woken at once.
    """
    now = now or timezone.now()
    due = now + timedelta(seconds=SECONDS_TO_GATHER if soon else 0)
    for stage in settings.STORY_STAGES:
        if stage not in settings.ARTICLE_STAGES:
            continue
        jobs = Job.objects.filter(article__story=story_id, stage=stage)
        queued = jobs.filter(status=JobStatus.QUEUED).order_by("-pk").first()
        if queued and Job.objects.filter(pk=queued.pk, status=JobStatus.QUEUED).update(run_after=due):
            job_id: int | None = queued.pk
        else:
            job_id = _row_again(story_id, stage, due)
        if job_id and not soon:
            queue_on_commit(job_id=job_id)


def story_has_changed(*story_ids: int, now: datetime | None = None) -> None:
    """What the stories' stages take as given has changed: those that have come so far are done again, in a moment."""
    come = Job.objects.filter(article__story__in=story_ids, stage__in=settings.STORY_STAGES).order_by("article__story")
    for story_id in come.values_list("article__story", flat=True).distinct():
        queue_story_again(story_id=story_id, now=now)


def _row_again(story_id: int, stage: str, due: datetime) -> int | None:
    """A row that is over, queued anew, else a new one; None where the story has no article to do it for."""
    rows = Job.objects.filter(article__story=story_id, stage=stage, version__startswith=AGAIN)
    over = rows.filter(status__in=[JobStatus.DONE, JobStatus.FAILED]).order_by("pk").first()
    fresh = {"status": JobStatus.QUEUED, "attempts": 0, "run_after": due, "last_error": "", "finished_at": None}
    if over and Job.objects.filter(pk=over.pk).exclude(status__in=UNDER_WAY).update(**fresh):
        return over.pk
    article = Article.objects.filter(story=story_id).exclude(body="").order_by("pk").only("pk").first()
    if article is None:
        return None
    version = f"{AGAIN} {rows.count() + 1}"
    row, made = Job.objects.get_or_create(
        article=article, stage=stage, version=version, defaults={"run_after": due, "created_at": due}
    )
    if not made:  # somebody else's, of this moment: whatever it has read, it is to read again
        Job.objects.filter(pk=row.pk, status=JobStatus.QUEUED).update(run_after=due)
    return row.pk


def _stages_before(stage: str) -> list[str]:
    stages = list(settings.ARTICLE_STAGES)
    return stages[: stages.index(stage)]


def jobs_that_tell(story_id: int) -> list[Job]:
    """What tells how far the story's stages are: what is under way for its standing articles, and every row of those stages."""
    told = Q(status__in=UNDER_WAY, article__withdrawn_at=None) | Q(stage__in=settings.STORY_STAGES)
    return list(Job.objects.filter(told, article__story=story_id).order_by("pk"))
