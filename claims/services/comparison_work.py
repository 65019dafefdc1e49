"""How far the comparison of a story is, read from rows of work. Writes nothing."""

from collections.abc import Sequence

from django.conf import settings

from articles.models import Job, JobStatus
from articles.services.progress import reason_in_words
from articles.services.story_stages import jobs_that_tell
from claims.models import StoryComparison
from claims.services.story_found import Work, WorkStatus

ALONE = "There is nothing to compare yet: a comparison takes two articles."
NOT_YET = "These articles have not been compared yet."


def work_of(story_id: int, kept: StoryComparison | None, standing: int) -> Work:
    """Where the comparison of the story stands; `standing`: how many articles could be compared. One query."""
    jobs = jobs_that_tell(story_id)
    ours = [job for job in jobs if job.stage in settings.STORY_STAGES]
    reading = {job.article_id for job in jobs if job.stage not in settings.STORY_STAGES}
    status, sentence, reason = _status(ours, len(reading), standing, kept)
    return Work(status, sentence, reason, kept.made_at if kept else None, kept.seconds if kept else 0.0)


def _status(
    ours: Sequence[Job], reading: int, standing: int, kept: StoryComparison | None
) -> tuple[WorkStatus, str, str]:
    under_way = {job.status for job in ours if job.status in (JobStatus.QUEUED, JobStatus.RUNNING)}
    again = " again" if kept else ""
    if standing + reading < 2:
        return WorkStatus.NOTHING, ALONE, ""
    if reading:
        what = "one article is" if reading == 1 else f"{reading} articles are"
        return WorkStatus.WAITING, f"Compared{again} as soon as {what} read.", ""
    if JobStatus.RUNNING in under_way:
        return WorkStatus.COMPARING, f"Comparing {standing} articles{again}.", ""
    if under_way:
        return WorkStatus.WAITING, f"Waiting for a worker to compare {standing} articles{again}.", ""
    over = [job for job in ours if job.finished_at is not None]
    last = max(over, key=lambda job: (job.finished_at, job.pk), default=None)
    if last is not None and last.status == JobStatus.FAILED:
        return WorkStatus.FAILED, f"Comparing the articles{again} failed.", _reason(last)
    if kept is None:
        return WorkStatus.NOTHING, NOT_YET, ""
    return WorkStatus.READY, f"{len(kept.articles)} articles compared.", ""


def _reason(job: Job) -> str:
    """The job's own sentence, which speaks of one file, said of the articles."""
    return reason_in_words(job).replace("in the file", "in the articles").replace("the file’s", "the articles’")
