"""Filing one article: original, row and first job in one transaction."""

import hashlib
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import close_old_connections, connection
from kombu.exceptions import OperationalError

from articles.models import Article, Job, JobStatus, Outlet
from articles.services import queue_job
from articles.services.file_article import Filed, file_article, shown_name
from articles.services.given_facts import GivenFacts
from articles.services.withdraw_article import withdraw_article
from newsdesk.celery import app
from newsdesk.errors import BadInput
from newsdesk.models import User
from tests.factories import make_story

COPY = b"Ferry stops\n\nThe ferry to Oxholm stops on Monday, the harbour said."


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[int], str]]:
    """The messages that would have gone to the broker."""
    messages: list[tuple[str, list[int], str]] = []
    monkeypatch.setattr(app, "send_task", lambda name, args, queue: messages.append((name, args, queue)))
    return messages


def test_filing_keeps_the_original_and_makes_the_first_job(editor: User, settings) -> None:  # type: ignore[no-untyped-def]
    story = make_story()
    filed = file_article(data=COPY, name="ferry.txt", story=story, by=editor)
    article = Article.objects.get()
    assert filed == Filed(article, "filed", "Received.")
    assert (article.story, article.filed_by, article.original_name) == (story, editor, "ferry.txt")
    assert article.body == ""
    sha256 = hashlib.sha256(COPY).hexdigest()
    assert article.original_sha256 == sha256
    assert (Path(settings.MEDIA_ROOT) / "originals" / sha256[:2] / sha256).read_bytes() == COPY
    job = Job.objects.get()
    assert (job.article, job.stage, job.status, job.attempts, job.bulk) == (article, "read", JobStatus.QUEUED, 0, False)


@pytest.mark.parametrize(("bulk", "queue"), [(False, "single"), (True, "bulk")])
def test_a_worker_is_woken_only_once_the_rows_are_there(
    bulk: bool, queue: str, editor: User, sent: list, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        file_article(data=COPY, name="ferry.txt", story=make_story(), by=editor, bulk=bulk)
        assert sent == []
    for callback in callbacks:
        callback()
    assert sent == [("articles.tasks.run_job", [Job.objects.get().pk], queue)]


def test_the_same_bytes_again_create_nothing_and_lead_to_the_article(editor: User) -> None:
    first = file_article(data=COPY, name="ferry.txt", story=make_story("Ferry"), by=editor)
    again = file_article(data=COPY, name="other-name.txt", story=make_story("Elsewhere"), by=editor)
    assert (again.article, again.outcome) == (first.article, "already here")
    assert "“Ferry”" in again.message
    assert Article.objects.count() == Job.objects.count() == 1


def test_bytes_of_a_withdrawn_article_may_be_filed_again(editor: User) -> None:
    first = file_article(data=COPY, name="ferry.txt", story=make_story(), by=editor)
    withdraw_article(article=first.article, by=editor, reason="Wrong story.")
    again = file_article(data=COPY, name="ferry.txt", story=make_story(), by=editor)
    assert again.outcome == "filed"
    assert again.article != first.article
    assert again.article.original.name == first.article.original.name


def test_facts_given_are_kept_and_an_outlet_is_the_same_in_any_case(editor: User) -> None:
    Outlet.objects.create(name="The Harbour Post")
    facts = GivenFacts(
        outlet="the  harbour POST", headline="Ferry stops", byline="Ada Reed", published_on=date(2026, 3, 4),
        url="https://harbourpost.example/ferry",
    )  # fmt: skip
    article = file_article(data=COPY, name="ferry.txt", story=make_story(), by=editor, facts=facts).article
    assert article.outlet == Outlet.objects.get()
    assert (article.headline, article.byline, article.published_on) == ("Ferry stops", "Ada Reed", date(2026, 3, 4))
    assert article.url == "https://harbourpost.example/ferry"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"x" * (25 * 1024 * 1024 + 1), "25 MB"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image"),
    ],
    ids=["nothing", "blanks", "too large", "an image"],
)
def test_what_is_no_copy_is_refused_with_a_sentence(data: bytes, words: str, editor: User) -> None:
    with pytest.raises(BadInput, match=words):
        file_article(data=data, name="x.txt", story=make_story(), by=editor)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("C:\\copy\\ferry.txt", "ferry.txt"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\n.txt", "ab.txt"),
        ("", "untitled"),
        ("x" * 400 + ".txt", "x" * 296 + ".txt"),
    ],
)
def test_a_file_is_called_by_its_own_name_alone(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@pytest.mark.django_db(transaction=True)
def test_filing_goes_through_while_the_broker_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        calls.append(1)
        raise OperationalError("connection refused")

    calls: list[int] = []
    monkeypatch.setattr(app, "send_task", refuse)
    monkeypatch.setattr(queue_job, "_quiet_until", 0.0)
    story = make_story()
    for number in range(5):
        filed = file_article(data=COPY + bytes([48 + number]), name="ferry.txt", story=story, by=None)
        assert filed.message == "Queued, starts when the queue is back."
    assert Job.objects.filter(status=JobStatus.QUEUED).count() == 5
    assert len(calls) == 1  # the broker is left alone for a while after it failed


@pytest.mark.django_db(transaction=True)
def test_two_people_filing_the_same_bytes_at_once_make_one_article(sent: list) -> None:
    story = make_story()
    outcomes: list[str] = []
    together = threading.Barrier(4)

    def file() -> None:
        try:
            together.wait(10)
            outcomes.append(file_article(data=COPY, name="ferry.txt", story=story, by=None).outcome)
        finally:
            close_old_connections()
            connection.close()

    threads = [threading.Thread(target=file) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(outcomes) == ["already here"] * 3 + ["filed"]
    assert Article.objects.count() == Job.objects.count() == len(sent) == 1


def test_the_same_bytes_again_mend_an_original_that_was_lost(editor: User) -> None:
    article = file_article(data=COPY, name="ferry.txt", story=make_story(), by=editor).article
    article.original.storage.delete(article.original.name)
    again = file_article(data=COPY, name="ferry.txt", story=article.story, by=editor)
    assert again.outcome == "already here"
    assert Path(article.original.path).read_bytes() == COPY
