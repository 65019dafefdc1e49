"""File one article: its bytes kept, its row and first job made."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Job, Story, UploadItem
from articles.reading.files import checked_kind
from articles.services.given_facts import GivenFacts
from articles.services.keep_original import keep_original
from articles.services.outlet_named import outlet_named
from articles.services.queue_job import queue_on_commit
from newsdesk.models import User

Outcome = UploadItem.Outcome
RECEIVED = "Received."
QUEUE_IS_DOWN = "Queued, starts when the queue is back."


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one file. `outcome` is filed or already here; `message` is the sentence for the person."""

    article: Article
    outcome: Outcome
    message: str


def file_article(
    *,
    data: bytes,
    name: str,
    story: Story,
    by: User | None,
    facts: GivenFacts = GivenFacts(),  # noqa: B008  frozen
    bulk: bool = False,
    now: datetime | None = None,
) -> Filed:
    """Keep the original, make the article and its first job in one transaction, and wake a worker.

    The same bytes again create nothing: the article that is there comes back. Raises BadInput with a sentence where the
    bytes are too many, none at all or plainly no copy. A broker that is down delays the work and loses nothing.
    """
    media_type = checked_kind(data, name=name)
    sha256 = hashlib.sha256(data).hexdigest()
    original = keep_original(data, sha256=sha256)  # where it is there already, this mends one that was lost
    if there := _standing(sha256):
        return _already_here(there, story)
    first_stage = next(iter(settings.ARTICLE_STAGES))
    try:
        with transaction.atomic():
            article = Article.objects.create(
                story=story,
                outlet=outlet_named(facts.outlet),
                headline=facts.headline.strip()[:500],
                byline=facts.byline.strip()[:300],
                published_on=facts.published_on,
                published_time=facts.published_time,
                url=facts.url,
                original=original,
                original_name=shown_name(name),
                original_sha256=sha256,
                original_bytes=len(data),
                media_type=media_type,
                filed_by=by,
                filed_at=now or timezone.now(),
            )
            job = Job.objects.create(
                article=article, stage=first_stage, bulk=bulk, run_after=article.filed_at, created_at=article.filed_at
            )
            queued = queue_on_commit(job_id=job.pk, bulk=bulk)
    except IntegrityError:
        if there := _standing(sha256):  # somebody filed the same bytes a moment earlier
            return _already_here(there, story)
        raise
    waits = queued == [False]
    return Filed(article, Outcome.FILED, QUEUE_IS_DOWN if waits else RECEIVED)


def shown_name(name: str) -> str:
    """The file's own name as the person knows it: no folders, no control characters, at most 300 characters."""
    return shown_path(name.replace("\\", "/").rstrip("/").rpartition("/")[2])


def shown_path(path: str) -> str:
    """The same with its folders: where in an archive it lies."""
    return "".join(letter for letter in path if letter.isprintable()).strip()[-300:] or "untitled"


def _standing(sha256: str) -> Article | None:
    return Article.objects.filter(original_sha256=sha256, withdrawn_at=None).select_related("story", "outlet").first()


def _already_here(article: Article, story: Story) -> Filed:
    where = "" if article.story_id == story.pk else f", in the story “{article.story}”"
    return Filed(article, Outcome.ALREADY_HERE, f"These bytes are already here{where}; nothing was filed again.")
