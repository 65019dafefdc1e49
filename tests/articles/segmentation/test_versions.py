"""Differences between two versions: nothing lost, nothing invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.segmentation.versions import SAME_ARTICLE, normalised_url, overlap, word_differences

TEXTS = st.lists(st.text(alphabet="ab c.,’-\n", min_size=1, max_size=40), max_size=6)


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_off_the_differences(before: list[str], after: list[str]) -> None:
    changes = word_differences(before, after)
    old = ["".join(w.text for w in c.words if w.how != "added") for c in changes if c.before is not None]
    new = ["".join(w.text for w in c.words if w.how != "removed") for c in changes if c.after is not None]
    assert old == before
    assert new == after
    assert [c.before for c in changes if c.before] == list(range(1, len(before) + 1))
    assert [c.after for c in changes if c.after] == list(range(1, len(after) + 1))


def test_a_changed_word_is_shown_inside_its_paragraph() -> None:
    (same, changed, added) = word_differences(
        ["The ferry stops.", "It runs again in May, the harbour said."],
        ["The ferry stops.", "It runs again in June, the harbour said.", "Nobody was told."],
    )
    assert same.how == "same"
    assert [(w.how, w.text) for w in changed.words] == [
        ("same", "It runs again in "),
        ("removed", "May"),
        ("added", "June"),
        ("same", ", the harbour said."),
    ]
    assert (added.how, added.before, added.after) == ("added", None, 3)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.bell.example/a/?utm_source=x&id=3#top", "http://m.bell.example/a?id=3", True),
        ("https://bell.example/a/index.html", "https://bell.example/a", True),
        ("https://bell.example/a?id=3", "https://bell.example/a?id=4", False),
        ("https://bell.example/a", "https://post.example/a", False),
    ],
)
def test_addresses_are_the_same_but_for_what_means_nothing(one: str, other: str, same: bool) -> None:
    assert (normalised_url(one) == normalised_url(other)) is same


@pytest.mark.parametrize("url", ["", "no address", "https://[broken", "mailto:x@y.example"])
def test_what_is_no_address_is_the_same_as_nothing(url: str) -> None:
    assert normalised_url(url) == ""


WORDS = " ".join(f"word{n}" for n in range(60))


@pytest.mark.parametrize(
    ("other", "alike"),
    [(WORDS, True), (WORDS.replace("word30", "other"), True), (" ".join(reversed(WORDS.split())), False), ("", False)],
)
def test_overlap_tells_a_changed_copy_from_another_article(other: str, alike: bool) -> None:
    assert (overlap(WORDS, other) >= SAME_ARTICLE) is alike
