"""A very long article stands beside a claim in parts, the one where the claim was found first."""

import re

import pytest

from articles.services.link_version import file_as_next_version_of
from articles.services.withdraw_article import withdraw_article
from claims.views import copy_page
from claims.views.opened import Opened
from tests.factories import make_article, make_claim


@pytest.fixture
def long_claim(db, monkeypatch):
    """A claim in paragraph 8 of 12, where five paragraphs make a part."""
    monkeypatch.setattr(copy_page, "MOST_PARAGRAPHS", 5)
    article = make_article("\n".join(f"Ferry number {n} left the pier at {n} in the morning." for n in range(1, 13)))
    return make_claim(article, "Ferry number 8 left the pier")


def shown(html: str) -> list[int]:
    return [int(number) for number in re.findall(r'data-number="(\d+)"', html)]


def test_the_part_with_the_claim_is_open(client_of, checker, long_claim):
    html = client_of(checker).get(f"/claims/{long_claim.public_id}/").content.decode()
    assert shown(html) == [6, 7, 8, 9, 10]
    assert "paragraphs 6 to 10 of 12" in html


def test_the_neighbouring_parts_can_be_opened_and_cited_from(client_of, checker, long_claim):
    client = client_of(checker)
    address = f"/claims/{long_claim.public_id}/"
    after = re.search(r'rel="next" href="([^"]+)"', client.get(address).content.decode())
    html = client.get(address + after[1]).content.decode()
    assert shown(html) == [11, 12]
    place = re.search(r'name="article" value="([^"]+)"', html)[1]
    paragraph = re.search(r'data-paragraph="(\d+)" data-number="12"', html)[1]
    sent = {"paragraph": paragraph, "words": "Ferry number 12", "occurrence": 1, "stance": "context", "article": place}
    answer = client.post(f"{address}cite/", sent, follow=True)
    assert shown(answer.content.decode()) == [11, 12]
    assert "“Ferry number 12”" in answer.content.decode()


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("12", Opened(12)),
        ("12-301", Opened(12, 301)),
        ("", Opened()),
        ("x", Opened()),
        ("-3", Opened()),
        ("12-", Opened()),
        ("²", Opened()),
        ("9" * 30, Opened()),
    ],
)
def test_what_an_address_carries_is_read_or_left(text, opened):
    assert Opened.read(text) == opened
    assert Opened.read(str(opened)) == opened


def test_an_article_whose_next_version_was_withdrawn_is_at_hand_again(client_of, checker, editor):
    first = make_article("Ferry number 1 left the pier.", outlet="The Bell")
    second = make_article("Ferry number 2 left the pier.", outlet="The Bell", story=first.story)
    claim = make_claim(
        make_article("Ferry number 3 left.", outlet="The Post", story=first.story), "Ferry number 3 left"
    )
    file_as_next_version_of(article=second, previous=first, by=editor)
    address = f"/claims/{claim.public_id}/"
    assert f"article={first.pk}" not in client_of(checker).get(address).content.decode()
    withdraw_article(article=second, by=editor, reason="Misfiled.")
    html = client_of(checker).get(address).content.decode()
    assert f"article={first.pk}" in html
    assert f"article={second.pk}" not in html
