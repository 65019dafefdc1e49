"""What editors do to one article, its kept original and its versions."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Job
from articles.services.file_article import file_article
from articles.services.link_version import file_as_next_version_of
from articles.services.withdraw_article import withdraw_article
from newsdesk.models import User
from tests.factories import make_article, make_story


@pytest.fixture
def desk(client_of: Callable, editor: User) -> Client:
    return client_of(editor)


@pytest.fixture
def article(db: None) -> Article:
    return make_article("The ferry stops.", headline="Before", byline="Ada Reed")


def to(name: str, article: Article) -> str:
    return reverse(name, args=[article.pk])


def test_the_facts_of_a_story_are_gone_through_one_after_another(desk: Client, article: Article) -> None:
    withdrawn = make_article("The ferry stops early.", story=article.story, outlet="The Bell")
    Article.objects.filter(pk=withdrawn.pk).update(withdrawn_at=article.filed_at)
    last = make_article("The ferry stops late.", story=article.story, outlet="Quay Radio")
    assert "Save and open the next article" in desk.get(to("article-facts", article)).content.decode()
    sent = {"headline": "After", "outlet": "The Bell", "then": "next"}
    assert desk.post(to("article-facts", article), sent)["Location"] == to("article-facts", last)
    assert "Save and open the next article" not in desk.get(to("article-facts", last)).content.decode()
    assert desk.post(to("article-facts", last), sent)["Location"] == reverse("story-articles", args=[article.story_id])


def test_the_facts_form_shows_what_is_known_and_saves_what_is_changed(desk: Client, article: Article) -> None:
    page = desk.get(to("article-facts", article)).content.decode()
    assert 'value="Before"' in page
    assert 'value="The Harbour Post"' in page
    sent = {
        "headline": "After",
        "outlet": "The Bell",
        "initial-byline": "Ada Reed",
        "byline": "",
        "published_on": "2026-03-04",
        "published_time": "18:20",
        "why": "Seen",
    }
    assert desk.post(to("article-facts", article), sent).status_code == 303
    article.refresh_from_db()
    assert (article.headline, article.byline, str(article.published_time)) == ("After", "", "18:20:00")
    log = desk.get(to("article-facts", article)).content.decode()
    assert "Before → After" in log
    assert "Seen" in log


def test_a_fact_left_alone_on_the_page_stays_as_it_was_filled_meanwhile(desk: Client, article: Article) -> None:
    page = desk.get(to("article-facts", article)).content.decode()
    assert 'name="initial-headline" value="Before"' in page
    assert 'name="initial-dateline"' in page
    Article.objects.filter(pk=article.pk).update(dateline="OXHOLM", headline="Filled by the worker")
    sent = {
        "initial-headline": "Before",
        "headline": "Before",
        "initial-dateline": "",
        "dateline": "",
        "byline": "Ben Reed",
    }
    assert desk.post(to("article-facts", article), sent).status_code == 303
    article.refresh_from_db()
    assert (article.headline, article.dateline, article.byline) == ("Filled by the worker", "OXHOLM", "Ben Reed")


def test_a_wrong_date_loses_nothing_that_was_typed(desk: Client, article: Article) -> None:
    answer = desk.post(to("article-facts", article), {"headline": "Half typed", "published_on": "soon"})
    assert answer.status_code == 422
    assert 'value="Half typed"' in answer.content.decode()
    article.refresh_from_db()
    assert article.headline == "Before"


def test_retry_queues_what_failed(desk: Client, article: Article) -> None:
    job = Job.objects.create(article=article, stage="read", status="failed", attempts=3)
    assert desk.post(to("article-retry", article)).status_code == 303
    job.refresh_from_db()
    assert job.status == "queued"
    assert desk.post(to("article-retry", article)).status_code == 409


def test_withdrawing_asks_for_a_reason_and_shows_it_on_the_story(desk: Client, article: Article) -> None:
    assert desk.post(to("article-withdraw", article), {"reason": " "}).status_code == 422
    assert desk.post(to("article-withdraw", article), {"reason": "Wrong story."}).status_code == 303
    page = desk.get(article.story.get_absolute_url()).content.decode()
    assert "Wrong story." in page
    assert "Withdrawn" in page


def test_primary_is_switched_on_and_off(desk: Client, article: Article) -> None:
    for word, primary in (("yes", True), ("no", False)):
        desk.post(to("article-primary", article), {"primary": word})
        article.refresh_from_db()
        assert article.is_primary is primary


def test_the_original_comes_as_a_download_that_runs_nothing(client_of: Callable, checker: User) -> None:
    data = b"<html><script>alert(1)</script><p>The ferry stops.</p></html>"
    filed = file_article(data=data, name='a"b\u00e9.html', story=make_story(), by=None).article
    answer = client_of(checker).get(to("article-original", filed))
    assert b"".join(answer.streaming_content) == data
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")


def test_a_missing_original_is_a_page_that_is_not_there_and_says_why(desk: Client, article: Article) -> None:
    article.original.storage.delete(article.original.name)
    answer = desk.get(to("article-original", article))
    assert answer.status_code == 404
    assert "missing from the desk’s storage" in answer.text


def test_the_difference_between_versions_is_shown_word_by_word(desk: Client, article: Article, editor: User) -> None:
    after = make_article("The ferry sails.", story=article.story, headline="After")
    file_as_next_version_of(article=after, previous=article, by=editor)
    for one in (article, after):  # from either end of the pair
        page = desk.get(to("article-versions", one)).content.decode()
        assert "<del>stops</del><ins>sails</ins>" in page
        assert f"/articles/{article.pk}/versions/" in page
        assert f"/articles/{after.pk}/versions/" in page


def test_an_editor_names_the_version_by_hand_and_a_checker_may_not(
    desk: Client, client_of: Callable, checker: User, article: Article
) -> None:
    after = make_article("Other words.", story=article.story)
    sent = {"previous": article.pk}
    refused = client_of(checker).post(to("article-versions", after), sent)
    after.refresh_from_db()
    assert (refused.status_code, after.replaces) == (403, None)
    assert desk.post(to("article-versions", after), sent).status_code == 303
    after.refresh_from_db()
    assert after.replaces == article


def test_an_article_of_another_story_is_not_offered_as_earlier_version(desk: Client, article: Article) -> None:
    elsewhere = make_article("Other words.", story=make_story("Elsewhere"))
    answer = desk.post(to("article-versions", article), {"previous": elsewhere.pk})
    assert answer.status_code == 422
    article.refresh_from_db()
    assert article.replaces is None


@pytest.mark.parametrize("name", ["article-facts", "article-retry", "article-withdraw", "article-primary"])
def test_a_checker_changes_no_article(name: str, client_of: Callable, checker: User, article: Article) -> None:
    client = client_of(checker)
    assert client.post(to(name, article), {"reason": "x", "headline": "x"}).status_code == 403
    article.refresh_from_db()
    assert (article.headline, article.is_withdrawn, article.is_primary) == ("Before", False, False)


@pytest.mark.parametrize("name", ["article-retry", "article-withdraw", "article-primary"])
def test_a_link_changes_nothing(name: str, desk: Client, article: Article) -> None:
    assert desk.get(to(name, article)).status_code == 405


def test_a_version_that_was_withdrawn_replaces_nothing(desk: Client, article: Article, editor: User) -> None:
    second = make_article("The ferry stops for good.", story=article.story)
    file_as_next_version_of(article=second, previous=article, by=editor)
    story_page = article.story.get_absolute_url()
    assert "version 1, replaced" in desk.get(story_page).content.decode()
    withdraw_article(article=second, by=editor, reason="Misfiled.")
    assert "version 1, replaced" not in desk.get(story_page).content.decode()
    assert "The outlet has changed its copy" not in desk.get(article.get_absolute_url()).content.decode()
    third = make_article("The ferry goes again.", story=article.story)
    assert f'value="{article.pk}"' in desk.get(to("article-versions", third)).content.decode()
    file_as_next_version_of(article=third, previous=article, by=editor)
    assert Article.objects.get(pk=article.pk).newer == third
