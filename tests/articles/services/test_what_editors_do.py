"""Facts, withdrawing, primary, another try, a new story: each logged in the same act."""

from datetime import UTC, date, datetime, timedelta

import pytest

from articles.models import Article, ArticleLogEntry, Job, JobStatus, Story
from articles.services.correct_facts import correct_facts
from articles.services.create_story import create_story
from articles.services.mark_primary import mark_primary
from articles.services.retry_article import retry_article
from articles.services.withdraw_article import withdraw_article
from newsdesk.errors import BadInput, NotAllowed, NotPossibleNow
from newsdesk.models import User
from tests.factories import make_article

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def article(db: None) -> Article:
    return make_article("A line.", headline="Before", byline="Ada Reed")


def test_corrected_facts_are_logged_with_before_and_after(article: Article, editor: User) -> None:
    facts = {"headline": "After", "byline": "", "published_on": date(2026, 3, 4), "outlet": "The Bell"}
    correct_facts(article=article, by=editor, facts=facts, note="From the paper.", now=NOW)
    assert (article.headline, article.byline, article.published_on) == ("After", "", date(2026, 3, 4))
    entry = ArticleLogEntry.objects.get()
    assert entry.changes == {
        "headline": ["Before", "After"],
        "byline": ["Ada Reed", None],
        "published_on": [None, "2026-03-04"],
        "outlet": ["The Harbour Post", "The Bell"],
    }
    assert (entry.action, entry.by, entry.at, entry.note) == ("facts corrected", editor, NOW, "From the paper.")


def test_saving_facts_without_a_change_logs_nothing(article: Article, editor: User) -> None:
    assert correct_facts(article=article, by=editor, facts={"headline": "Before", "outlet": "the harbour post"}) == {}
    assert not ArticleLogEntry.objects.exists()


@pytest.mark.parametrize("field", ["body", "story", "version", "original_sha256"])
def test_the_text_is_no_fact_to_correct(field: str, article: Article, editor: User) -> None:
    with pytest.raises(BadInput, match=field):
        correct_facts(article=article, by=editor, facts={field: "x"})


def test_a_withdrawn_article_stays_with_its_reason(article: Article, editor: User) -> None:
    withdraw_article(article=article, by=editor, reason=" Wrong story. ", now=NOW)
    article.refresh_from_db()
    assert (article.withdrawn_by, article.withdrawn_at, article.withdrawn_reason) == (editor, NOW, "Wrong story.")
    assert ArticleLogEntry.objects.get().action == "withdrawn"
    with pytest.raises(NotPossibleNow):
        withdraw_article(article=article, by=editor, reason="Again.")


def test_withdrawing_needs_an_editor_and_a_reason(article: Article, checker: User, editor: User) -> None:
    with pytest.raises(NotAllowed):
        withdraw_article(article=article, by=checker, reason="Wrong story.")
    with pytest.raises(BadInput):
        withdraw_article(article=article, by=editor, reason="  ")
    article.refresh_from_db()
    assert not article.is_withdrawn


def test_primary_is_said_and_taken_back_and_logged_once_each(article: Article, editor: User) -> None:
    for primary in (True, True, False):
        assert mark_primary(article=article, by=editor, primary=primary).is_primary is primary
    assert list(ArticleLogEntry.objects.values_list("action", flat=True)) == ["marked primary", "no longer primary"]


def test_another_try_gives_a_failed_job_all_its_tries_again(article: Article, editor: User) -> None:
    job = Job.objects.create(
        article=article, stage="read", status="failed", attempts=3, last_error="It broke.", bulk=True
    )
    retry_article(article=article, by=editor, now=NOW)
    job.refresh_from_db()
    assert (job.status, job.attempts, job.last_error, job.run_after) == (JobStatus.QUEUED, 0, "", NOW)
    entry = ArticleLogEntry.objects.get()
    assert (entry.action, entry.changes, entry.by) == ("tried again", {"stages": ["read"]}, editor)
    with pytest.raises(NotPossibleNow):
        retry_article(article=article, by=editor)


def test_the_same_new_story_sent_twice_is_one(editor: User, checker: User) -> None:
    first = create_story(title="  Ferry   stops ", by=editor, now=NOW)
    assert first.title == "Ferry stops"
    assert create_story(title="Ferry stops", by=editor, now=NOW + timedelta(seconds=5)) == first
    create_story(title="Ferry stops", by=checker, now=NOW)
    create_story(title="Ferry stops", by=editor, now=NOW + timedelta(minutes=5))
    assert Story.objects.count() == 3


@pytest.mark.parametrize("title", ["", "   ", "x" * 201])
def test_a_story_needs_a_title_that_fits(title: str, editor: User) -> None:
    with pytest.raises(BadInput):
        create_story(title=title, by=editor)
