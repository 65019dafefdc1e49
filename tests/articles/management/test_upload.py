"""`manage.py upload` and `load_samples`: the way in from the shell."""

import io
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper
from django.db import connection

from articles.management.watching import watch
from articles.models import Article, Job, Story, Upload
from articles.services.file_article import file_article
from newsdesk.models import User
from tests.factories import make_article, make_story

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Ferry copy"
    place.mkdir()
    (place / "a.txt").write_text("The ferry stops.")
    (place / "b.txt").write_text("The ferry sails.")
    return place


def upload(*arguments: object) -> str:
    out = io.StringIO()
    call_command("upload", *[str(argument) for argument in arguments], stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_files_go_into_the_story_named_and_the_same_story_again(folder: Path, editor: User) -> None:
    told = upload(folder / "a.txt", "--story", "Ferry stops", "--by", "Edith")
    upload(folder / "b.txt", "--story", "Ferry stops")
    story = Story.objects.get()
    assert story.title == "Ferry stops"
    assert story.articles.count() == 2
    assert Article.objects.get(original_name="a.txt").filed_by == editor
    assert "filed" in told
    assert "a.txt" in told


@pytest.mark.django_db
def test_without_a_title_the_story_is_called_after_the_folder(folder: Path) -> None:
    upload(*folder.iterdir())
    assert Story.objects.get().title == "Ferry copy"
    assert Upload.objects.get().channel == "shell"


@pytest.mark.django_db
def test_the_same_file_again_is_no_failure(folder: Path) -> None:
    upload(folder / "a.txt")
    assert "already here" in upload(folder / "a.txt")
    assert Article.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data"), [("empty.txt", b""), ("photo.png", b"\x89PNG\r\n\x1a\n\x00"), ("absent.txt", None)]
)
def test_a_refused_file_makes_the_exit_status_1_and_stops_no_other(name: str, data: bytes | None, folder: Path) -> None:
    bad = folder / name
    if data is not None:
        bad.write_bytes(data)
    with pytest.raises(CommandError) as stopped:
        upload(bad, folder / "a.txt")
    assert stopped.value.returncode == 1
    assert Article.objects.count() == 1


@pytest.mark.django_db
def test_a_name_that_nobody_has_is_said(folder: Path) -> None:
    with pytest.raises(CommandError, match="Nobody here is called zoe"):
        upload(folder / "a.txt", "--by", "zoe")
    assert not Article.objects.exists()


def jobs_of(article: Article, status: str, last_error: str = "") -> None:
    for stage in ("read", "segment", "extract"):
        Job.objects.create(article=article, stage=stage, status=status, last_error=last_error)


@pytest.mark.django_db
def test_watching_ends_when_all_is_ready_or_failed_and_names_the_reason() -> None:
    good, bad = make_article("One.", headline="Good"), make_article("Two.", headline="Bad")
    jobs_of(good, "done")
    out = OutputWrapper(io.StringIO())
    assert watch([good.pk], out=out, seconds=5)
    jobs_of(bad, "failed", "Torn.\n\nline 7")
    assert not watch([good.pk, bad.pk], out=out, seconds=5)
    assert "Bad  Torn." in out.getvalue()
    assert "line 7" not in out.getvalue()
    assert "1 of 2 ready, 1 failed" in out.getvalue()


@pytest.mark.django_db
def test_on_a_terminal_the_line_is_written_over() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    article = make_article("One.")
    jobs_of(article, "done")
    out = OutputWrapper(Terminal())
    assert watch([article.pk], out=out, seconds=5)
    assert out._out.getvalue().startswith("\r  1 of 1 ready, 0 failed\n  Done")


@pytest.mark.django_db
def test_watching_gives_up_in_time() -> None:
    article = file_article(data=b"One.", name="a.txt", story=make_story(), by=None).article
    out = OutputWrapper(io.StringIO())
    assert not watch([article.pk], out=out, seconds=0)
    assert "1 still under way" in out.getvalue()


@pytest.mark.django_db(transaction=True)
def test_watching_follows_articles_until_they_are_ready() -> None:
    article = file_article(data=b"One.", name="a.txt", story=make_story(), by=None).article

    def finish() -> None:
        Job.objects.update(status="done")
        jobs = [Job(article=article, stage=stage, status="done") for stage in ("segment", "extract")]
        Job.objects.bulk_create(jobs)
        connection.close()

    out = OutputWrapper(io.StringIO())
    later = threading.Timer(0.7, finish)
    later.start()
    assert watch([article.pk], out=out, seconds=20)
    later.join()
    assert "0 of 1 ready" in out.getvalue()
    assert "1 of 1 ready" in out.getvalue()


def test_filing_is_quick_and_loses_nothing_while_the_broker_is_down(
    outside_environment: dict[str, str], folder: Path
) -> None:
    """A real process with the address of a broker that does not answer."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "manage.py", "upload", *map(str, sorted(folder.iterdir()))],
        env=outside_environment | {"REDIS_URL": "redis://127.0.0.1:1/0", "NEWSDESK_VAR": str(folder / "var")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Queued, starts when the queue is back.") == 2
    assert time.monotonic() - begun < 20
    assert Job.objects.filter(status="queued").count() == Article.objects.count() == 2


@pytest.mark.django_db
def test_the_samples_are_filed_once() -> None:
    for _ in range(2):
        out = io.StringIO()
        call_command("load_samples", stdout=out)
    assert Story.objects.count() == 2
    assert Article.objects.count() == 10
    assert out.getvalue().count("\n  already here ") == 10
    assert all(story.articles.values("outlet").distinct().count() == 5 for story in Story.objects.all())
