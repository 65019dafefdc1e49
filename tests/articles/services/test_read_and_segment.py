"""The first two stages: bytes → text and facts → numbered paragraphs."""

from datetime import date, time

import pytest

from articles.models import Article, ArticleLogEntry
from articles.reading import ReadingError
from articles.segmentation import CopyFacts
from articles.services.file_article import file_article
from articles.services.given_facts import GivenFacts, published_parts
from articles.services.read_article import read_article
from articles.services.segment_article import segment_article
from newsdesk.models import User
from tests.factories import make_story

pytestmark = pytest.mark.django_db

COPY = """Ferry stops on Monday

By Ada Reed
4 March 2026

OXHOLM (Northline) — The ferry stops on Monday, the harbour said.

The pier on Tuesday. Picture: Tom Reel

The pier on Tuesday. Picture: Tom Reel

Original URL: https://harbourpost.example/ferry-stops
"""


def filed(data: bytes, name: str = "copy.txt", facts: GivenFacts = GivenFacts(), **more: object) -> Article:  # noqa: B008
    return file_article(data=data, name=name, story=make_story(), by=None, facts=facts, **more).article


def through(article: Article) -> Article:
    read_article(article_id=article.pk)
    segment_article(article_id=article.pk)
    article.refresh_from_db()
    return article


def test_the_text_is_canonical_and_the_media_type_is_what_the_bytes_are() -> None:
    article = filed(b"\xef\xbb\xbfOne.\r\nCafe\xcc\x81.", "page.pdf.txt")
    read_article(article_id=article.pk)
    article.refresh_from_db()
    assert (article.body, article.media_type) == ("One.\nCafé.", "text/plain")


def test_empty_facts_are_read_from_the_copy() -> None:
    article = through(filed(COPY.encode()))
    assert (article.headline, article.byline, article.dateline) == ("Ferry stops on Monday", "Ada Reed", "OXHOLM")
    assert article.published_on == date(2026, 3, 4)
    assert article.url == "https://harbourpost.example/ferry-stops"


def test_facts_that_an_editor_gave_are_kept() -> None:
    facts = GivenFacts(headline="Ours", byline="Ben Holt", published_on=date(2026, 3, 5), outlet="The Harbour Post")
    article = through(filed(COPY.encode(), facts=facts))
    assert (article.headline, article.byline, article.published_on) == ("Ours", "Ben Holt", date(2026, 3, 5))
    assert article.outlet is not None
    assert article.outlet.name == "The Harbour Post"
    assert article.url == "https://harbourpost.example/ferry-stops"  # left empty by the editor


def test_what_a_page_says_of_itself_is_read() -> None:
    page = """<html><head><title>Ferry stops</title><meta property="og:site_name" content="The Oxholm Bell">
    <meta property="article:published_time" content="2026-03-04T18:20:00Z"></head><body><article><h1>Ferry stops</h1>
    <p>The ferry to Oxholm stops on Monday, the harbour said, and will not run again before the summer.</p>
    <p>Nobody had told the islanders, who learnt of it from a note on the gate of the pier.</p></article></body></html>"""
    article = through(filed(page.encode(), "page.html"))
    assert article.outlet is not None
    assert article.outlet.name == "The Oxholm Bell"
    assert (article.published_on, article.published_time) == (date(2026, 3, 4), time(18, 20))
    assert "<p>" not in article.body


def test_paragraphs_are_numbered_with_offsets_and_repeats_point_back() -> None:
    article = through(filed(COPY.encode()))
    rows = list(article.paragraphs.all())
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert all(article.body[row.start : row.end] == row.text for row in rows)
    captions = [row for row in rows if row.text.startswith("The pier")]
    assert captions[0].duplicate_of is None
    assert captions[1].duplicate_of == captions[0]
    assert captions[0].kind == "caption"


def test_both_stages_done_twice_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    article = through(filed(COPY.encode()))
    monkeypatch.setattr("articles.services.read_article.read_in_child", lambda *a, **k: pytest.fail("read again"))
    before = list(article.paragraphs.values_list("pk", flat=True))
    Article.objects.filter(pk=article.pk).update(headline="Corrected since")
    through(article)
    assert list(article.paragraphs.values_list("pk", flat=True)) == before
    assert article.headline == "Corrected since"


def test_a_file_that_cannot_be_read_says_why_and_leaves_the_row_alone() -> None:
    article = filed(b"%PDF-1.4 broken", "scan.pdf")
    with pytest.raises(ReadingError, match="PDF"):
        read_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.body == ""


def test_a_copy_with_other_bytes_and_the_same_text_is_filed_and_said_to_be_so(editor: User) -> None:
    story = make_story()
    for data in (b"One.\nTwo.", b"One.\r\nTwo."):
        article = file_article(data=data, name="copy.txt", story=story, by=editor).article
        read_article(article_id=article.pk)
    assert Article.objects.count() == 2
    entry = ArticleLogEntry.objects.get()
    assert (entry.article, entry.action) == (article, "same text")
    assert "letter for letter" in entry.note


@pytest.mark.parametrize(
    ("published", "zone", "parts"),
    [
        ("2026-03-04", "UTC", (date(2026, 3, 4), None)),
        ("2026-03-04T23:30:00+00:00", "Europe/Berlin", (date(2026, 3, 5), time(0, 30))),
        ("2026-03-04T18:20", "Europe/Berlin", (date(2026, 3, 4), time(18, 20))),
        ("yesterday", "UTC", (None, None)),
        ("", "UTC", (None, None)),
        ("0001-01-01T00:00:00+14:00", "America/New_York", (None, None)),
    ],
)
def test_times_are_told_in_the_desks_time_zone(published: str, zone: str, parts: tuple, settings) -> None:  # type: ignore[no-untyped-def]
    settings.TIME_ZONE = zone
    assert published_parts(published) == parts


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://x.example/" + "a" * 3000])
def test_an_address_that_leads_nowhere_good_is_not_taken_from_the_copy(url: str) -> None:
    from articles.services.given_facts import fill_from_copy

    article = filed(b"One.")
    assert fill_from_copy(article, CopyFacts(url=url)) == []
    assert article.url == ""


def test_more_text_than_an_article_may_have_is_told_so_before_anything_is_kept(monkeypatch) -> None:
    monkeypatch.setattr("articles.reading.limits.MOST_LETTERS", 20)
    article = filed(b"The pier stays closed, the harbour said.")
    with pytest.raises(ReadingError, match="holds 40 characters of text; the limit is 20"):
        read_article(article_id=article.pk)
    article.refresh_from_db()
    assert article.body == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a1\n\n" * 50_001, "has 50,001 paragraphs; the limit is 50,000"),
        ("Short.\n\n" + "long " * 20_001, "Paragraph 2 of this text has 100,004 characters; the limit is 100,000"),
    ],
)
def test_too_many_paragraphs_and_too_long_a_one_are_told_so(text: str, sentence: str) -> None:
    article = filed(text.encode())
    read_article(article_id=article.pk)
    with pytest.raises(ReadingError, match=sentence):
        segment_article(article_id=article.pk)
    assert not article.paragraphs.exists()


def test_a_paragraph_of_the_greatest_length_fits_the_search_index() -> None:
    words = " ".join(chr(0x10330 + n % 27) * 2 + f"{n:05}é" for n in range(20_000))[:100_000]
    assert through(filed(words.encode())).paragraphs.count() == 1


def test_an_original_that_is_missing_is_told_in_words() -> None:
    article = filed(COPY.encode())
    article.original.storage.delete(article.original.name)
    with pytest.raises(ReadingError, match="missing from the desk’s storage"):
        read_article(article_id=article.pk)
