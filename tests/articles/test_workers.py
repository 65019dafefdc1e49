"""Real Celery workers, killed in the middle of their work: nothing lost, nothing doubled."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from django.db.models import Count

from articles.models import Article, Job, JobStatus, Paragraph
from articles.services.file_article import file_article
from articles.services.queue_job import messages_waiting
from articles.services.republish_due_jobs import republish_due_jobs
from claims.models import Appearance, Quote, Run, StoryComparison
from newsdesk.celery import app
from tests.factories import make_story

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 20
COPY = """Ferry {n} stops

The ferry to Oxholm will stop for {n} weeks, Mayor Ilse Tarn said on Monday.

“We had no choice about boat {n},” she said. The council denied that {n} people had been told.
"""


@pytest.fixture
def settled(outside_environment: dict[str, str], tmp_path: Path, settings) -> dict[str, str]:  # type: ignore[no-untyped-def]
    """The environment of a worker that shares this test's database, broker and files; the broker is empty."""
    settings.MEDIA_ROOT = tmp_path / "files"
    app.control.purge()
    return outside_environment | {"NEWSDESK_VAR": str(tmp_path), "LOG_LEVEL": "WARNING"}


@contextmanager
def worker(environment: dict[str, str], folder: Path) -> Iterator[subprocess.Popen]:
    """A worker of two processes in a group of its own; none of them outlives the block."""
    quietly = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    command = [sys.executable, "-m", "celery", "-A", "newsdesk", "worker", "-c", "2", "-l", "WARNING", *quietly]
    with (folder / "worker.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            yield process
        finally:
            kill(process)


def kill(process: subprocess.Popen) -> None:
    """kill -9 for the worker and all its processes."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def empty_the_broker() -> None:
    with app.pool.acquire(block=True) as connection:
        connection.default_channel.client.flushdb()


def until(happened: Callable[[], bool], *, seconds: float, folder: Path, pause: float = 0.05) -> None:
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            log = (folder / "worker.log").read_text(errors="replace")[-3000:]
            raise AssertionError(f"not within {seconds} s: {list(Job.objects.values_list('stage', 'status'))}\n{log}")
        time.sleep(pause)


def all_ready() -> bool:
    republish_due_jobs()  # what the beat does
    return Job.objects.filter(stage="compare", status=JobStatus.DONE).count() == ARTICLES


def in_the_middle() -> bool:
    done = Job.objects.filter(status=JobStatus.DONE).count()
    return done >= 5 and Job.objects.filter(status=JobStatus.RUNNING).exists()


def test_a_killed_worker_and_an_emptied_broker_lose_and_double_nothing(settled: dict[str, str], tmp_path: Path) -> None:
    environment = settled | {"JOB_LEASE_SECONDS": "8"}
    story = make_story()
    for number in range(ARTICLES):
        file_article(data=COPY.format(n=number).encode(), name=f"{number}.txt", story=story, by=None)
    with worker(environment, tmp_path) as first:
        until(in_the_middle, seconds=20, folder=tmp_path, pause=0.005)
        kill(first)
    empty_the_broker()
    assert messages_waiting(bulk=False) == 0
    unfinished = Job.objects.exclude(status=JobStatus.DONE).count()
    assert unfinished
    with worker(environment, tmp_path):
        until(all_ready, seconds=60, folder=tmp_path, pause=0.5)

    assert Article.objects.exclude(body="").count() == ARTICLES
    assert set(Job.objects.values_list("status", flat=True)) == {JobStatus.DONE}
    assert Job.objects.count() == 4 * ARTICLES
    assert {n for (n,) in Article.objects.annotate(n=Count("paragraphs")).values_list("n")} == {3}
    assert Run.objects.count() == Run.objects.values("article").distinct().count() == ARTICLES
    assert len(StoryComparison.objects.get().articles) == ARTICLES
    for model in (Paragraph, Quote, Appearance):
        spans = list(model.objects.values_list("article_id", "start", "end"))
        assert len(spans) == len(set(spans)), model
    quotes = Article.objects.annotate(n=Count("quotes")).values_list("n", flat=True)
    assert len(set(quotes)) == 1
    assert quotes[0] >= 1


def test_a_task_that_kills_its_process_is_tried_three_times_and_fails_with_a_reason(
    settled: dict[str, str], tmp_path: Path
) -> None:
    poison = {"JOB_LEASE_SECONDS": "1", "DJANGO_SETTINGS_MODULE": "tests.articles.settings_of_poison"}
    file_article(data=b"The ferry stops.", name="a.txt", story=make_story(), by=None)

    def failed() -> bool:
        republish_due_jobs()
        return Job.objects.filter(status=JobStatus.FAILED).exists()

    with worker(settled | poison, tmp_path):
        until(failed, seconds=30, folder=tmp_path, pause=0.3)
    job = Job.objects.get()
    assert job.attempts == 3
    assert (tmp_path / "starts").read_text().count("\n") == 3
    assert job.last_error.startswith("The worker stopped each time it worked on this")
