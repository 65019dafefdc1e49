"""One search box over articles, quotes and claims."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from claims.models import Claim, Quote
from claims.services.search_desk import LONGEST_QUERY, PAGE
from newsdesk.models import User
from tests.factories import make_article, make_claim, make_story

pytestmark = pytest.mark.django_db

COPY = """Mayor Ines Calder said “the bridges are safe” on Monday.

The crack is 12 metres long, engineers found."""


@pytest.fixture
def article() -> Article:
    article = make_article(COPY, headline="Harrow bridge shut", story=make_story("The bridge"))
    start = article.body.index("the bridges are safe")
    Quote.objects.create(
        article=article, paragraph=article.paragraphs.get(number=1), start=start, end=start + 20,
        text="the bridges are safe", kind="direct", speaker_name="Ines Calder",
    )  # fmt: skip
    make_claim(article, "The crack is 12 metres long", claimant="engineers")
    return article


@pytest.fixture
def desk(client_of, checker: User) -> Client:
    return client_of(checker)


def ask(desk: Client, **values: object) -> str:
    response = desk.get(f"{reverse('search')}?{urlencode(values)}")
    assert response.status_code == 200
    return response.content.decode()


def counts(html: str) -> dict[str, int]:
    found = re.findall(r'>(All|Articles|Quotes|Claims) <span class="count">(\d+)</span>', html)
    return {word: int(number) for word, number in found}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bridge", {"All": 2, "Articles": 1, "Quotes": 1, "Claims": 0}),
        ("crack", {"All": 2, "Articles": 1, "Quotes": 0, "Claims": 1}),
        ("engineer", {"All": 2, "Articles": 1, "Quotes": 0, "Claims": 1}),
        ("Calder", {"All": 2, "Articles": 1, "Quotes": 1, "Claims": 0}),
        ('"bridges are safe"', {"All": 2, "Articles": 1, "Quotes": 1, "Claims": 0}),
        ("crack -safe", {"All": 1, "Articles": 0, "Quotes": 0, "Claims": 1}),  # the article has “safe” elsewhere
        ("crack -ferry", {"All": 2, "Articles": 1, "Quotes": 0, "Claims": 1}),
        ("the Calder crack", {"All": 1, "Articles": 1, "Quotes": 0, "Claims": 0}),  # words of two paragraphs
        ("Harrow crack -ferry", {"All": 1, "Articles": 1, "Quotes": 0, "Claims": 0}),  # headline and copy
        ("ferry or crack", {"All": 2, "Articles": 1, "Quotes": 0, "Claims": 1}),
    ],
)
def test_words_are_found_in_each_kind_and_counted(desk: Client, article: Article, query: str, expected: dict) -> None:
    assert counts(ask(desk, q=query)) == expected


def test_words_of_several_paragraphs_are_marked_where_they_stand_but_none_that_is_to_be_left_out(
    desk: Client, article: Article
) -> None:
    html = ask(desk, q="Harrow Calder crack -ferry")
    assert [f"<mark>{word}</mark>" in html for word in ("Harrow", "Calder", "crack")] == [True] * 3
    html = ask(desk, q='crack -"long long"')
    assert ("<mark>crack</mark>" in html, "<mark>long</mark>" in html) == (True, False)


def test_matching_words_are_marked_and_lead_to_their_paragraph(desk: Client, article: Article) -> None:
    html = ask(desk, q="crack")
    assert html.count("<mark>crack</mark>") == 2
    assert f'href="{reverse("article", args=[article.pk])}?at=2#p2"' in html
    quote = article.quotes.get()
    assert f'?at=1#quote-{quote.pk}"' in ask(desk, q="safe", kind="quotes")


def test_one_kind_can_be_asked_for(desk: Client, article: Article) -> None:
    html = ask(desk, q="crack", kind="claims")
    assert 'id="hits-claims"' in html
    assert 'id="hits-articles"' not in html
    assert counts(html)["Articles"] == 1, "the other kinds are still counted"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "Type words to search for"),
        ("   ", "Type words to search for"),
        ("zeppelin", "Nothing has these words"),
        ("the of and", "too common"),
        ("!!! ???", "There is no word in this search"),
        ('"""', "There is no word in this search"),
        ("-", "There is no word in this search"),
        ('-"the"', "too common"),
        ("橋", "Nothing has these words"),
    ],
)
def test_a_search_without_hits_says_why(desk: Client, article: Article, query: str, sentence: str) -> None:
    assert sentence in ask(desk, q=query)


@pytest.mark.parametrize(
    "query",
    [
        "%",
        "100%",
        "'",
        '"',
        '"unclosed',
        "\\",
        "a & | ! ( ) :*",
        "crack\x00",
        "\x00",
        "💥 bridge",
        "<script>",
        "-",
        "a:b",
        "\u202e",
    ],
)
def test_no_query_breaks_the_search(desk: Client, article: Article, query: str) -> None:
    for kind in ("", "articles", "quotes", "claims", "nonsense"):
        ask(desk, q=query, kind=kind)


def test_a_query_that_is_too_long_gets_a_sentence_with_the_limit(desk: Client) -> None:
    response = desk.get(reverse("search"), {"q": "crack " * 2000})
    assert response.status_code == 422
    assert f"{LONGEST_QUERY} characters" in response.content.decode()


@pytest.mark.parametrize("page", ["2", "0", "-1", "999999999", "x", "２"])
def test_any_page_number_shows_a_page(desk: Client, article: Article, page: str) -> None:
    assert "12 metres" in ask(desk, q="crack", kind="claims", page=page)


def test_pages_bring_every_hit_once(desk: Client, article: Article) -> None:
    for number in range(PAGE + 5):
        Claim.objects.create(story=article.story, text=f"zeppelin {number}")
    first, second = (ask(desk, q="zeppelin", kind="claims", page=page) for page in (1, 2))
    seen = re.findall(r"</mark> (\d+)</a>", first + second)
    assert sorted(map(int, seen)) == list(range(PAGE + 5))
    assert 'rel="next"' in first
    assert 'rel="next"' not in second


def test_what_was_dismissed_or_joined_is_not_found(desk: Client, article: Article) -> None:
    Quote.objects.update(dismissed_at=article.filed_at)
    Claim.objects.update(joined_into=Claim.objects.create(story=article.story, text="something else"))
    html = ask(desk, q="crack bridge or safe")
    assert counts(ask(desk, q="crack"))["Claims"] == 0
    assert counts(ask(desk, q="safe"))["Quotes"] == 0
    assert html


def test_a_headline_counts_for_more_than_the_copy(desk: Client) -> None:
    story = make_story()
    make_article("A ferry was seen near the quay.", headline="Quay news", story=story)
    make_article("Nothing else happened at all.", headline="Ferry sinks", story=story)
    html = re.sub(r"</?mark>", "", ask(desk, q="ferry", kind="articles"))
    assert html.index("Ferry sinks") < html.index("Quay news")


def test_hostile_copy_never_becomes_markup(desk: Client) -> None:
    hostile = '<script>alert(1)</script> crack <img src=x onerror=alert(2)> "quoted" & \ue0f1more'
    article = make_article(hostile, headline=f"crack {hostile}")
    make_claim(article, hostile, claimant=hostile)
    html = ask(desk, q="crack")
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<mark>crack</mark>" in html
    hostile_query = ask(desk, q='"><script>alert(3)</script>')
    assert "<script>alert" not in hostile_query


def test_the_number_of_queries_does_not_grow_with_the_hits(
    desk: Client, article: Article, django_assert_max_num_queries
) -> None:
    for number in range(10):
        other = make_article(f"The crack grew by {number} metres.", story=article.story, headline=f"Crack {number}")
        make_claim(other, f"The crack grew by {number} metres.")
    with django_assert_max_num_queries(11):
        ask(desk, q="crack")
