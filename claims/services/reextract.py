"""Read articles again that an older version of the extractor has read: rows of work like any other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from articles.models import Article, Job, JobStatus
from articles.services.queue_job import queue_on_commit
from claims import language
from claims.models import Run

STAGE = "extract"
"""As settings.ARTICLE_STAGES names it."""


@dataclass(frozen=True, slots=True)
class Again:
    """What is to be read again (job and article ids, in step), and how many articles are left as they are."""

    extractor: str
    jobs: list[int]
    articles: list[int]
    current: int
    unread: int


@transaction.atomic
def reextract(
    *,
    article_ids: Iterable[int] | None = None,
    story_id: int | None = None,
    publish: bool = True,
    now: datetime | None = None,
) -> Again:
    """Queue a reading by the version at hand, behind single uploads, for each article that an older one has read.

    Safe to run twice: an article has one row of work a version; one that failed is tried anew. Withdrawn articles stay as
    they are, and articles that nothing has read yet (`unread`) have their own row of work. Without `publish` no worker is
    woken: whoever asked does the work.
    """
    now, version = now or timezone.now(), language.EXTRACTOR
    articles = _wanted(article_ids, story_id)
    read = Exists(Run.objects.filter(article=OuterRef("pk")))
    by_this = Exists(Run.objects.filter(article=OuterRef("pk"), extractor=version))
    due = list(articles.filter(read).exclude(by_this).order_by("pk").values_list("pk", flat=True))
    rows = [Job(article_id=pk, stage=STAGE, version=version, bulk=True, run_after=now, created_at=now) for pk in due]
    Job.objects.bulk_create(rows, batch_size=1_000, ignore_conflicts=True)
    mine = Job.objects.filter(article__in=due, stage=STAGE, version=version)
    mine.filter(status__in=[JobStatus.FAILED, JobStatus.DONE]).update(
        status=JobStatus.QUEUED, attempts=0, run_after=now, last_error="", finished_at=None
    )
    jobs = list(mine.order_by("article").values_list("pk", flat=True))
    if publish:
        for job_id in jobs:
            queue_on_commit(job_id=job_id, bulk=True)
    return Again(
        extractor=version,
        jobs=jobs,
        articles=due,
        current=articles.filter(by_this).count(),
        unread=articles.exclude(read).count(),
    )


def _wanted(article_ids: Iterable[int] | None, story_id: int | None) -> QuerySet[Article]:
    articles = Article.objects.filter(withdrawn_at=None)
    if article_ids is not None:
        articles = articles.filter(pk__in=list(article_ids))
    return articles.filter(story=story_id) if story_id is not None else articles
