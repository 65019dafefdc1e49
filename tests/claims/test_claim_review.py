"""ClaimReview as schema.org and its readers want it."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim_review import Review, ReviewedAppearance, as_script_data, claim_review, cut_at_word


def review(**changes: object) -> Review:
    values = {
        "address": "https://desk.example/c/abc/the-crack",
        "claim": "The crack is 12 metres long",
        "claimant": "Ines Calder",
        "rating": "Disputed",
        "published": date(2026, 3, 2),
        "updated": date(2026, 3, 4),
        "desk": "The Harrow Desk",
        "desk_homepage": "https://desk.example/about",
        "appearances": [
            ReviewedAppearance("The Harbour Post", "Bridge shuts", "https://post.example/1", date(2026, 3, 1)),
            ReviewedAppearance("The Fell Courier", "Crack found", "", None),
        ],
    }
    return Review(**{**values, **changes})  # type: ignore[arg-type]


def test_the_review_says_who_claimed_what_where_and_what_was_found() -> None:
    assert claim_review(review()) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://desk.example/c/abc/the-crack",
        "datePublished": "2026-03-02",
        "dateModified": "2026-03-04",
        "claimReviewed": "The crack is 12 metres long",
        "author": {"@type": "Organization", "name": "The Harrow Desk", "url": "https://desk.example/about"},
        "reviewRating": {"@type": "Rating", "alternateName": "Disputed"},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Ines Calder"},
            "datePublished": "2026-03-01",
            "appearance": [
                {
                    "@type": "NewsArticle",
                    "url": "https://post.example/1",
                    "headline": "Bridge shuts",
                    "datePublished": "2026-03-01",
                    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
                }
            ],
        },
    }


def test_a_claim_in_the_outlets_own_voice_has_the_outlets_as_its_authors() -> None:
    authors = claim_review(review(claimant=""))["itemReviewed"]["author"]
    assert [author["name"] for author in authors] == ["The Harbour Post", "The Fell Courier"]


def test_what_is_not_known_is_left_out() -> None:
    bare = claim_review(review(appearances=[], claimant="", desk_homepage=""))
    assert bare["itemReviewed"] == {"@type": "Claim"}
    assert "url" not in bare["author"]


def test_a_claim_that_nobody_is_on_record_as_making_has_no_author() -> None:
    assert "author" not in claim_review(review(claimant=None))["itemReviewed"]


@pytest.mark.parametrize(
    ("claimant", "kind"),
    [
        ("Ines Calder", "Person"),
        ("Harrow County Council", "Organization"),
        ("the bridge engineers", "Organization"),
        ("police", "Organization"),
        ("Northern Wire", "Organization"),
    ],
)
def test_people_and_bodies_are_told_apart(claimant: str, kind: str) -> None:
    assert claim_review(review(claimant=claimant))["itemReviewed"]["author"]["@type"] == kind


@pytest.mark.parametrize(
    ("text", "longest", "cut"),
    [
        ("short", 75, "short"),
        ("one two three", 9, "one two…"),
        ("one, two three", 6, "one…"),
        ("unbroken-word-of-some-length", 10, "unbroken-…"),
        ("one\n two", 75, "one two"),
    ],
)
def test_a_long_claim_is_cut_at_a_word(text: str, longest: int, cut: str) -> None:
    assert cut_at_word(text, longest) == cut


@given(st.text(max_size=200))
def test_a_cut_claim_is_never_longer_than_allowed(text: str) -> None:
    assert len(cut_at_word(text, 75)) <= 75


@given(st.text(max_size=80))
def test_nothing_in_the_data_can_end_the_script_element(text: str) -> None:
    data = as_script_data({"words": text})
    assert not set(data) & set("<>&\u2028\u2029")
    assert json.loads(data) == {"words": text}
