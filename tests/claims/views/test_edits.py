"""The forms by which staff edit quotes: with and without selected words, and what is typed is never lost."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from claims.models import Quote
from newsdesk.models import User
from tests.factories import make_article

COPY = """Mayor Ines Calder said “the bridge is safe. It has stood for years,” and “no no no” when asked.

A second paragraph with nothing said in it."""

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client_of, checker: User) -> Client:
    return client_of(checker)


@pytest.fixture
def article() -> Article:
    return make_article(COPY)


@pytest.fixture
def quote(article: Article) -> Quote:
    words = "the bridge is safe. It has stood for years,"
    start = article.body.index(words)
    return Quote.objects.create(
        article=article, paragraph=article.paragraphs.get(number=1), start=start, end=start + len(words), text=words,
        kind="direct", speaker_name="Ines Calder",
    )  # fmt: skip


def begun(html: str, name: str) -> str:
    """The value that a field of the first form starts with."""
    found = re.search(rf'<textarea name="{name}"[^>]*>\s*(.*?)</textarea>', html, re.S) or re.search(
        rf'<input[^>]*name="{name}" value="([^"]*)"', html
    )
    return found[1].strip() if found else ""


def test_selected_words_open_the_form_filled_in_and_nothing_is_made_yet(desk: Client, article: Article) -> None:
    answer = desk.post(
        reverse("quote-add", args=[article.pk]), {"paragraph": "1", "words": "no no no", "occurrence": "1"}
    )
    html = answer.content.decode()
    assert begun(html, "words") == "no no no"
    assert '<option value="1" selected>' in html
    assert '<option value="direct" selected>' in html
    assert not Quote.objects.exists()


def test_a_quote_is_added_and_the_article_opens_at_it(desk: Client, article: Article) -> None:
    answer = desk.post(
        reverse("quote-add", args=[article.pk]),
        {"paragraph": "1", "words": "no", "occurrence": "2", "kind": "direct", "speaker": "Ines Calder", "cue": "said"},
    )
    quote = Quote.objects.get()
    assert answer.status_code == 303
    assert answer["Location"] == f"{reverse('article', args=[article.pk])}?at=1#quote-{quote.pk}"
    assert (quote.start, quote.speaker_name) == (article.body.index("no no no") + 3, "Ines Calder")
    assert "Quote added." in desk.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"words": "never said"}, "not in paragraph 1"),
        ({"words": ""}, "Select or paste the words first."),
        ({"paragraph": "77"}, "Select a valid choice"),
        ({"cue": "thundered"}, "“thundered” is not in paragraph 1"),
        ({"kind": "shouted"}, "Select a valid choice"),
        ({"occurrence": "-3"}, "greater than or equal to 1"),
        ({"words": "no\x00"}, "Null characters"),
    ],
)
def test_a_refused_form_says_why_and_keeps_what_was_typed(
    desk: Client, article: Article, changes: dict, sentence: str
) -> None:
    sent = {"paragraph": "1", "words": "no no no", "kind": "direct", "speaker": "Somebody typed this", **changes}
    answer = desk.post(reverse("quote-add", args=[article.pk]), sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert 'value="Somebody typed this"' in html
    assert not Quote.objects.exists()


def test_the_page_of_a_quote_starts_from_what_it_is_and_corrects_it(desk: Client, quote: Quote) -> None:
    html = desk.get(reverse("quote", args=[quote.pk])).content.decode()
    assert begun(html, "words") == quote.text
    assert 'value="Ines Calder"' in html
    assert '<span class="seg seg--open">the bridge is safe. It has stood for years,</span>' in html
    answer = desk.post(
        reverse("quote", args=[quote.pk]), {"words": "the bridge is safe.", "kind": "direct", "speaker": "The mayor"}
    )
    assert answer.status_code == 303
    quote.refresh_from_db()
    assert (quote.text, quote.speaker_name) == ("the bridge is safe.", "The mayor")


def test_words_pasted_with_a_line_break_are_found(desk: Client, article: Article) -> None:
    words = {"paragraph": "1", "words": "the bridge\r\nis  safe", "kind": "direct"}
    desk.post(reverse("quote-add", args=[article.pk]), words)
    assert Quote.objects.get().text == "the bridge is safe"


def test_a_quote_is_split_merged_dismissed_and_restored_by_forms(desk: Client, quote: Quote) -> None:
    def send(name: str, pk: int, **sent: object) -> int:
        return desk.post(reverse(name, args=[pk]), sent).status_code

    assert send("quote-split", quote.pk, words="It has") == 303
    second = Quote.objects.exclude(pk=quote.pk).get()
    assert send("quote-merge", quote.pk, other=second.pk) == 303
    assert send("quote-merge", quote.pk, other=second.pk) == 409
    assert send("quote-dismiss", quote.pk) == 303
    page = desk.get(reverse("article", args=[quote.article_id])).content.decode()
    assert "Dismissed" in page
    assert reverse("quote-restore", args=[quote.pk]) in page
    assert "Restore it" in desk.get(reverse("quote", args=[quote.pk])).content.decode()
    assert send("quote-restore", quote.pk) == 303
    quote.refresh_from_db()
    assert (quote.text, quote.dismissed_at) == ("the bridge is safe. It has stood for years,", None)


def test_words_for_a_split_that_do_not_fit_stay_in_the_form(desk: Client, quote: Quote) -> None:
    answer = desk.post(reverse("quote-split", args=[quote.pk]), {"words": "nowhere at all"})
    assert answer.status_code == 422
    assert "nowhere at all</textarea>" in answer.content.decode()


def test_nobody_edits_by_following_a_link(desk: Client, quote: Quote) -> None:
    for name in ("quote-split", "quote-merge", "quote-dismiss", "quote-restore"):
        assert desk.get(reverse(name, args=[quote.pk])).status_code == 405


def test_what_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.get(reverse("quote", args=[987654])).status_code == 404
    assert desk.post(reverse("quote-dismiss", args=[987654])).status_code == 404
    assert desk.get(reverse("quote-add", args=[987654])).status_code == 404


def test_hostile_words_stay_words_in_every_form(desk: Client) -> None:
    hostile = '</textarea><script>alert(1)</script>"><img src=x>'
    article = make_article(f"{hostile} he said.")
    desk.post(
        reverse("quote-add", args=[article.pk]),
        {"paragraph": "1", "words": hostile, "kind": "indirect", "speaker": hostile, "cue": ""},
    )
    pages = [
        reverse("quote", args=[Quote.objects.get().pk]),
        reverse("quote-add", args=[article.pk]),
        reverse("article", args=[article.pk]),
    ]
    for page in pages:
        html = desk.get(page).content.decode()
        assert "<script>alert" not in html
        assert "<img" not in html


def test_what_is_done_to_a_quote_far_down_comes_back_to_its_part_of_the_article(desk: Client) -> None:
    """Without JavaScript too: the address alone opens the part."""
    article = make_article("\n\n".join(f"“Pier {number} is safe,” said Ines Calder." for number in range(1, 321)))
    words = {"paragraph": "310", "words": "Pier 310 is safe,", "occurrence": "1", "kind": "direct"}
    added = desk.post(reverse("quote-add", args=[article.pk]), words)
    quote = Quote.objects.get()
    moved = desk.post(reverse("quote", args=[quote.pk]), {"words": "Pier 310", "occurrence": "1", "kind": "direct"})
    dismissed = desk.post(reverse("quote-dismiss", args=[quote.pk]))
    restored = desk.post(reverse("quote-restore", args=[quote.pk]))
    for answer in (added, moved, restored):
        address, _, anchor = answer["Location"].partition("#")
        assert f'id="{anchor}"' in desk.get(address).content.decode()
    assert dismissed["Location"].endswith("?at=310")
    assert f'{reverse("article", args=[article.pk])}?at=310#quote-{quote.pk}"' in desk.get(reverse("quote", args=[quote.pk])).content.decode()  # fmt: skip
