"""Progress is read from job rows alone."""

import pytest

from articles.models import Job
from articles.services.progress import progress_of

STAGES = ("read", "segment", "extract")
WORDS = ["received", "text", "paragraphs", "quotes and claims", "ready"]


def jobs(*statuses: str, attempts: int = 0, last_error: str = "") -> list[Job]:
    """Jobs of the stages in order; attempts and error are the last one's."""
    rows = [Job(stage=stage, status=status, attempts=1) for stage, status in zip(STAGES, statuses, strict=False)]
    if rows:
        rows[-1].attempts, rows[-1].last_error = attempts, last_error
    return rows


@pytest.mark.parametrize(
    ("rows", "statuses", "sentence"),
    [
        (jobs("queued"), "done now todo todo todo", "Received; waiting for a worker"),
        (jobs("running", attempts=1), "done now todo todo todo", "Reading the text"),
        (jobs("running", attempts=2), "done now todo todo todo", "Reading the text, attempt 2 of 3"),
        (jobs("queued", attempts=1), "done now todo todo todo", "Text: tried 1 of 3 times, tried again shortly"),
        (jobs("done", "queued"), "done done now todo todo", "Waiting for a worker: paragraphs next"),
        (jobs("done"), "done done now todo todo", "Waiting for a worker: paragraphs next"),
        (jobs("done", "done", "running", attempts=1), "done done done now todo", "Finding quotes and claims"),
        (jobs("failed", attempts=1, last_error="Torn."), "done failed todo todo todo", "Failed at: text"),
        (jobs("done", "done", "done"), "done done done done done", "Ready"),
        ([], "done done done done done", "Ready"),
    ],
)
def test_each_step_says_where_the_article_stands(rows: list[Job], statuses: str, sentence: str) -> None:
    progress = progress_of(rows)
    assert [step.word for step in progress.steps] == WORDS
    assert " ".join(step.status for step in progress.steps) == statuses
    assert progress.sentence == sentence
    assert progress.ready is (sentence == "Ready")
    assert progress.under_way is ("now" in statuses)


def test_the_reason_is_the_sentence_without_what_is_for_the_admin() -> None:
    progress = progress_of(jobs("failed", last_error="This PDF is broken.\n\nTraceback: line 7"))
    assert progress.failed
    assert progress.reason == "This PDF is broken."


@pytest.mark.parametrize(
    ("status", "attempts", "sentence", "under_way", "failed"),
    [
        ("queued", 0, "Ready; read again: waiting for a worker: quotes and claims next", True, False),
        ("running", 1, "Ready; read again: finding quotes and claims", True, False),
        ("failed", 3, "Ready as it was; reading it again failed", False, True),
        ("done", 1, "Ready", False, False),
    ],
)
def test_an_article_read_again_by_a_later_version_stays_ready_and_says_how_far_that_is(
    status: str, attempts: int, sentence: str, under_way: bool, failed: bool
) -> None:
    earlier = Job(pk=4, stage="extract", status="failed", version="1", last_error="Torn.")
    again = Job(pk=5, stage="extract", status=status, version="2", attempts=attempts, last_error="Worn.")
    progress = progress_of([*jobs("done", "done", "done"), again, earlier])
    assert progress.ready
    assert (progress.sentence, progress.under_way, progress.failed) == (sentence, under_way, failed)
    assert progress.reason == ("Worn." if failed else "")
    assert progress.done is (status == "done")


def test_fewer_stages_make_fewer_steps(settings) -> None:  # type: ignore[no-untyped-def]
    settings.ARTICLE_STAGES = {"read": "…"}
    assert [step.word for step in progress_of(jobs("running")).steps] == ["received", "text", "ready"]
