"""`manage.py reextract`: which articles are read again, through which rows of work, and what the person is told."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.models import Article, Job
from articles.services.run_job import run_job
from claims import language
from claims.models import Quote, Run
from claims.services.extract_article import extract_article
from claims.services.reextract import reextract
from newsdesk.models import User
from tests.factories import make_article, make_story
from tests.fixtures_engine import found_quote

COPY = "Mayor Ines Calder said “the bridge is safe” on Monday. “It holds,” she said."

pytestmark = pytest.mark.django_db


def finds(*words: str):
    return lambda text: (tuple(found_quote(text, each) for each in words), ())


@pytest.fixture
def read_before(engine_finds) -> list[Article]:
    """Three articles in two stories, read by an older version; the newer one finds another quote."""
    story = make_story()
    articles = [make_article(COPY + f" {n}", story=story) for n in range(2)] + [make_article(COPY)]
    engine_finds(finds("the bridge is safe"), "old")
    for article in articles:
        extract_article(article_id=article.pk)
    engine_finds(finds("It holds"), "new")
    return articles


def told(*words: str) -> str:
    out = StringIO()
    call_command("reextract", *words, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("words", "which"), [("--article {0}", [0]), ("--story {story}", [0, 1]), ("--all", [0, 1, 2])]
)
def test_articles_read_by_an_older_version_are_read_again_here(
    read_before: list[Article], words: str, which: list[int]
) -> None:
    first = read_before[0]
    said = told(*words.format(first.pk, story=first.story_id).split(), "--now")
    assert f"{len(which)} to be read again by new; 0 read by it already." in said
    assert f"{len(which)} of {len(which)} ready, 0 failed" in said
    again = [article.pk for n, article in enumerate(read_before) if n in which]
    assert sorted(Run.objects.filter(extractor="new").values_list("article", flat=True)) == again
    assert set(Quote.objects.filter(article__in=again).values_list("text", flat=True)) == {"It holds"}
    assert Quote.everything.filter(article__in=again).count() == 2 * len(again)
    jobs = Job.objects.filter(stage="extract")
    assert {(job.stage, job.version, job.status, job.bulk) for job in jobs} == {("extract", "new", "done", True)}


def test_a_second_time_there_is_nothing_to_do(read_before: list[Article]) -> None:
    told("--all", "--now")
    assert told("--all", "--now") == "0 to be read again by new; 3 read by it already.\n"
    assert Job.objects.filter(stage="extract").count() == Run.objects.filter(extractor="new").count() == 3


def test_without_now_the_workers_are_woken_after_the_rows_are_there(
    read_before: list[Article], monkeypatch, django_capture_on_commit_callbacks
) -> None:
    woken: list[tuple[int, bool]] = []
    monkeypatch.setattr(
        "articles.services.queue_job.queue_job", lambda *, job_id, bulk=False: woken.append((job_id, bulk)) or True
    )
    with django_capture_on_commit_callbacks(execute=True):
        again = reextract()
        assert not woken
    assert woken == [(job_id, True) for job_id in again.jobs]
    for job_id in again.jobs:
        run_job(job_id=job_id)
    assert Run.objects.filter(extractor="new").count() == 3


def test_withdrawn_and_unread_articles_are_left_alone(read_before: list[Article], editor: User) -> None:
    Article.objects.filter(pk=read_before[0].pk).update(withdrawn_at=editor.date_joined)
    make_article(COPY + " Never read.", story=read_before[1].story)
    said = told("--all", "--now")
    assert "2 to be read again by new; 0 read by it already; 1 not read by any version yet." in said
    assert not Run.objects.filter(article=read_before[0], extractor="new").exists()


def test_a_reading_that_failed_is_told_with_its_reason_and_tried_anew(read_before: list[Article], monkeypatch) -> None:
    whole = language.extract

    def torn(text, paragraphs, lexicon=None):
        raise RuntimeError("torn")

    monkeypatch.setattr(language, "extract", torn)
    Job.objects.create(article=read_before[0], stage="extract", version="new", attempts=2)
    with pytest.raises(CommandError, match="Not every article was read again"):
        told("--article", str(read_before[0].pk), "--now")
    assert Job.objects.get().status == "failed"
    monkeypatch.setattr(language, "extract", whole)
    assert "1 of 1 ready" in told("--article", str(read_before[0].pk), "--now")


@pytest.mark.parametrize(("words", "sentence"), [("--story 0", "no story 0"), ("--article 0", "no article 0"),
                                                 ("", "required")])  # fmt: skip
def test_what_is_not_there_is_said(words: str, sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        told(*words.split())


def test_the_story_page_shows_that_an_article_is_read_again(
    read_before: list[Article], client_of, checker: User
) -> None:
    reextract(article_ids=[read_before[0].pk], publish=False)
    page = client_of(checker).get(f"/stories/{read_before[0].story_id}/").content.decode()
    assert "Ready; read again: waiting for a worker" in page
    assert "1 of 2 ready" in page
    assert f'href="/articles/{read_before[0].pk}/"' in page, "it can be opened meanwhile"
