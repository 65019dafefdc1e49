"""Story pages: the list, a new one, filing, live progress, and who may do what."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, Job, Story, Upload
from newsdesk.models import User
from tests.factories import make_article, make_story

HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client_of: Callable, editor: User) -> Client:
    return client_of(editor)


def file(name: str, words: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words.encode())


def post_files(client: Client, story: Story, *files: SimpleUploadedFile, **data: str):  # type: ignore[no-untyped-def]
    return client.post(reverse("story-file", args=[story.pk]), {"files": list(files), **data})


def test_the_list_shows_each_story_with_its_counts_in_two_queries(desk: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for title in ("Ferry", "Bread", "Flood"):
        story = make_story(title)
        make_article("One.", story=story, outlet="The Bell")
        make_article("Two.", story=story, outlet="The Post")
        make_article("Three.", story=story, outlet="The Post")
    with django_assert_max_num_queries(4):  # session, person, engine, stories
        page = desk.get(reverse("story-list")).content.decode()
    assert page.count("3 from 2 outlets") == 3
    assert page.index("Flood") < page.index("Bread") < page.index("Ferry")


def test_the_list_is_paged_by_the_last_story_shown(desk: Client) -> None:
    made = [make_story(f"Story number {n}.") for n in range(52)]
    first = desk.get(reverse("story-list")).content.decode()
    assert "Story number 51." in first
    assert "Story number 1." not in first
    assert f"?before={made[2].pk}" in first
    second = desk.get(reverse("story-list"), {"before": made[2].pk}).content.decode()
    assert "Story number 1." in second
    assert "Story number 2." not in second


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "１２"])
def test_a_page_that_is_none_shows_the_first(before: str, desk: Client) -> None:
    make_story("Ferry")
    assert "Ferry" in desk.get(reverse("story-list"), {"before": before}).content.decode()


def test_a_new_story_with_files_and_pasted_text_leads_to_their_outcomes(desk: Client, editor: User) -> None:
    answer = desk.post(
        reverse("story-new"),
        {"title": "Ferry stops", "files": [file("a.txt", "One."), file("b.txt", "Two.")], "text": "Three.\r\nFour."},
    )
    story, upload = Story.objects.get(), Upload.objects.get()
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/stories/{story.pk}/articles/?upload={upload.pk}#outcomes"
    assert list(upload.items.values_list("name", "outcome")) == [
        ("a.txt", "filed"), ("b.txt", "filed"), ("pasted text.txt", "filed"),
    ]  # fmt: skip
    assert story.created_by == editor
    with Article.objects.get(original_name="pasted text.txt").original.open("rb") as original:
        assert original.read() == b"Three.\nFour."


def test_a_story_may_be_begun_without_articles(desk: Client) -> None:
    assert (
        desk.post(reverse("story-new"), {"title": "Ferry"}).headers["Location"]
        == f"/stories/{Story.objects.get().pk}/articles/"
    )


def test_what_was_typed_is_there_again_after_a_mistake(desk: Client) -> None:
    answer = desk.post(
        reverse("story-new"), {"title": "", "note": "Who knew?", "text": "The ferry stops.", "url": "bell"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Who knew?" in page
    assert "The ferry stops." in page
    assert not Story.objects.exists()


def test_filing_reports_each_file_and_links_to_what_is_there(desk: Client) -> None:
    story = make_story()
    post_files(desk, story, file("a.txt", "One."))
    answer = post_files(desk, story, file("b.txt", "One."), file("c.txt", ""), file("d.txt", "Two."))
    page = desk.get(answer.headers["Location"].partition("#")[0]).content.decode()
    article = Article.objects.get(original_name="a.txt")
    assert "Already here" in page
    assert "Refused" in page
    assert "This file is empty." in page
    assert f'href="/articles/{article.pk}/"' in page
    assert Article.objects.count() == 2


def test_facts_typed_with_a_file_go_to_its_article(desk: Client) -> None:
    facts = {"outlet": "The Bell", "headline": "Ferry stops", "published_on": "2026-03-04", "url": "bell.example/ferry"}
    post_files(desk, make_story(), file("a.txt", "One."), **facts)
    article = Article.objects.get()
    assert article.outlet is not None
    assert (article.outlet.name, article.headline, str(article.published_on)) == (
        "The Bell",
        "Ferry stops",
        "2026-03-04",
    )
    assert article.url == "https://bell.example/ferry"


def test_a_headline_is_refused_for_two_articles_at_once(desk: Client) -> None:
    answer = post_files(desk, make_story(), file("a.txt", "One."), file("b.txt", "Two."), headline="Ferry stops")
    assert answer.status_code == 422
    assert "belong to one article" in answer.content.decode()
    assert not Article.objects.exists()


def test_filing_nothing_says_what_is_needed(desk: Client) -> None:
    answer = desk.post(reverse("story-file", args=[make_story().pk]), {"text": "   "})
    assert answer.status_code == 422
    assert "Choose files or paste the text" in answer.content.decode()


def test_more_than_a_hundred_files_go_through_and_beyond_the_limit_a_sentence_names_it(desk: Client, settings) -> None:  # type: ignore[no-untyped-def]
    story = make_story()
    assert post_files(desk, story, *[file(f"{n}.txt", f"Article {n}.") for n in range(120)]).status_code == 303
    assert story.articles.count() == 120
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 5
    answer = post_files(desk, story, *[file(f"{n}.txt", f"Other {n}.") for n in range(6)])
    assert answer.status_code == 400
    assert "more than 5 files" in answer.content.decode()
    assert story.articles.count() == 120


def story_with_jobs(*statuses: str) -> Story:
    story = make_story()
    for number, status in enumerate(statuses):
        article = make_article(f"Line {number}.", story=story)
        for stage in ("read", "segment", "extract"):
            Job.objects.create(article=article, stage=stage, status=status, last_error="Torn.\n\nline 7")
    return story


@pytest.mark.parametrize(
    ("statuses", "polls"),
    [(("done", "done"), False), (("done", "running"), True), (("done", "failed"), False), ((), False)],
)
def test_the_articles_are_polled_only_while_something_is_under_way(statuses: tuple, polls: bool, desk: Client) -> None:
    address = reverse("story-articles", args=[story_with_jobs(*statuses).pk])
    page = desk.get(address).content.decode()
    fragment = desk.get(address, headers=HTMX).content.decode()
    assert fragment.strip().startswith('<section id="articles"')
    assert "<html" not in fragment
    for text in (page, fragment):
        assert ("hx-trigger" in text) is polls
    assert ('http-equiv="refresh"' in page) is polls


def test_a_story_of_many_articles_takes_few_queries(desk: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    address = reverse("story-articles", args=[story_with_jobs(*["running"] * 12).pk])
    with django_assert_max_num_queries(5):  # session, person, story, articles, jobs
        desk.get(address, headers=HTMX)
    with django_assert_max_num_queries(
        11
    ):  # and the engine, the outlets that the form offers, and how far the comparison is
        desk.get(address)


def test_a_failed_article_shows_its_reason_and_a_retry(desk: Client, client_of: Callable, checker: User) -> None:
    address = reverse("story-articles", args=[story_with_jobs("failed").pk])
    page = desk.get(address).content.decode()
    assert "Torn." in page
    assert "line 7" not in page
    assert "/retry/" in page
    looked_at = client_of(checker).get(address).content.decode()
    assert "Torn." in looked_at
    assert "/retry/" not in looked_at


def test_a_checker_looks_and_files_nothing(client_of: Callable, checker: User) -> None:
    story, client = make_story(), client_of(checker)
    page = client.get(reverse("story-articles", args=[story.pk]))
    assert page.status_code == 200
    assert 'type="file"' not in page.content.decode()
    assert post_files(client, story, file("a.txt", "One.")).status_code == 403
    assert client.post(reverse("story-new"), {"title": "Mine"}).status_code == 403
    assert client.get(reverse("story-new")).status_code == 403
    assert not Article.objects.exists()


def test_an_upload_of_another_story_is_not_shown_here(desk: Client) -> None:
    post_files(desk, make_story("Elsewhere"), file("secret.txt", "One."))
    upload = Upload.objects.get()
    here = reverse("story-articles", args=[make_story().pk])
    for number in (upload.pk, "x", "9" * 30):
        assert "secret.txt" not in desk.get(here, {"upload": number}).content.decode()


def test_words_of_files_are_escaped(desk: Client) -> None:
    story = make_story("<b>Ferry</b>")
    make_article("One.", story=story, headline="<script>alert(1)</script>", outlet="<i>Bell</i>")
    page = desk.get(reverse("story-articles", args=[story.pk])).content.decode()
    for words in ("<b>Ferry", "<script>alert", "<i>Bell"):
        assert words not in page


def test_a_page_that_the_browser_brings_back_has_its_form(desk: Client) -> None:
    back = {**HTMX, "HX-History-Restore-Request": "true"}
    page = desk.get(make_story().get_absolute_url(), headers=back).content.decode()
    assert 'name="files"' in page
