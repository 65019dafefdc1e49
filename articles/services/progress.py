"""How far an article has come, read from its job rows. Writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from articles.models import Job, JobStatus

# stage → the word of its step, and what is going on while it runs
_WORDS = {
    "read": ("text", "Reading the text"),
    "segment": ("paragraphs", "Numbering the paragraphs"),
    "extract": ("quotes and claims", "Finding quotes and claims"),
}


@dataclass(frozen=True, slots=True)
class Step:
    word: str
    status: str  # done, now, todo or failed


@dataclass(frozen=True, slots=True)
class Progress:
    """Steps from received to ready; `sentence` says where it stands, `reason` why it failed, in words.

    An article that is read again by a newer version stays ready meanwhile: `again`.
    """

    steps: tuple[Step, ...]
    sentence: str
    reason: str = ""
    ready: bool = False
    again: bool = False

    @property
    def failed(self) -> bool:
        return bool(self.reason)

    @property
    def under_way(self) -> bool:
        return (self.again or not self.ready) and not self.failed

    @property
    def done(self) -> bool:
        return self.ready and not self.again and not self.failed


def progress_of(jobs: Iterable[Job]) -> Progress:
    """The progress of one article from all its jobs. An article without jobs was not filed by upload: it is ready.

    Stages of the story as a whole are no steps of the article: it is ready without them.
    """
    jobs = [job for job in jobs if job.stage not in settings.STORY_STAGES]
    by_stage = {job.stage: job for job in jobs if not job.version}
    stages = [stage for stage in settings.ARTICLE_STAGES if stage not in settings.STORY_STAGES]
    statuses = [by_stage[stage].status if stage in by_stage else "" for stage in stages]
    if not by_stage or all(status == JobStatus.DONE for status in statuses):
        words = ["received", *(_word(stage) for stage in stages), "ready"]
        return _ready(tuple(Step(word, "done") for word in words), [job for job in jobs if job.version])
    at = next(n for n, status in enumerate(statuses) if status != JobStatus.DONE)
    job = by_stage.get(stages[at])
    failed = job is not None and job.status == JobStatus.FAILED
    steps = [Step("received", "done")]
    for number, stage in enumerate(stages):
        now = "failed" if failed else "now"
        steps.append(Step(_word(stage), "done" if number < at else now if number == at else "todo"))
    steps.append(Step("ready", "todo"))
    reason = reason_in_words(job) if failed and job else ""
    return Progress(tuple(steps), _sentence(job, stages[at]), reason)


def _ready(steps: tuple[Step, ...], later: list[Job]) -> Progress:
    """Ready; and how far the reading by a newer version is, the newest where there are several."""
    job = max(later, key=lambda job: job.pk or 0, default=None)
    if job is None or job.status == JobStatus.DONE or job.stage not in settings.ARTICLE_STAGES:
        return Progress(steps, "Ready", ready=True)
    if job.status == JobStatus.FAILED:
        return Progress(steps, "Ready as it was; reading it again failed", reason_in_words(job), ready=True)
    sentence = _sentence(job, job.stage)
    return Progress(steps, f"Ready; read again: {sentence[0].lower()}{sentence[1:]}", ready=True, again=True)


def reason_in_words(job: Job) -> str:
    """The sentence of a failed job; what stands below it in `last_error` is for the admin."""
    return job.last_error.partition("\n\n")[0].strip() or "It failed without giving a reason."


def _word(stage: str) -> str:
    return _WORDS.get(stage, (stage, ""))[0]


def _sentence(job: Job | None, stage: str) -> str:
    word, doing = _WORDS.get(stage, (stage, f"At work on {stage}"))
    if job is None or (job.status == JobStatus.QUEUED and not job.attempts):
        before = list(settings.ARTICLE_STAGES).index(stage)
        return "Received; waiting for a worker" if not before else f"Waiting for a worker: {word} next"
    if job.status == JobStatus.FAILED:
        return f"Failed at: {word}"
    if job.status == JobStatus.QUEUED:
        return f"{word.capitalize()}: tried {job.attempts} of {settings.JOB_ATTEMPTS} times, tried again shortly"
    return doing if job.attempts < 2 else f"{doing}, attempt {job.attempts} of {settings.JOB_ATTEMPTS}"
