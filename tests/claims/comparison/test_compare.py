"""The one call over anything at all: hostile copy, nothing, one article alone; the same again gives the same."""

from time import process_time

import pytest

from articles.segmentation import segment
from claims.comparison.compare import compare
from claims.comparison.copies import Copy, Story
from claims.comparison.found import Comparison
from claims.comparison.reading import copy_of, story_of
from claims.comparison.stored import from_json, to_json
from tests.benchmarks.made_stories import articles
from tests.benchmarks.made_texts import KINDS

SECONDS = 5  # of processor; what grows with the square takes minutes


def unread(kind: str, size: int) -> Story:
    """Three articles of hostile copy of which the language engine found nothing."""
    texts = [KINDS[kind](size + n) for n in range(3)]
    return Story(tuple(Copy(str(n), text, tuple(segment(text))) for n, text in enumerate(texts)))


@pytest.mark.parametrize("kind", KINDS)
def test_any_copy_is_compared_without_an_error_and_in_little_time(kind):
    began = process_time()
    found = compare(unread(kind, 5_000))
    assert isinstance(found, Comparison)
    assert process_time() - began < SECONDS


@pytest.mark.parametrize(
    "kind",
    ["ordinary text", "a mark too many in each paragraph", "short quotations: “a” “a”", "nested marks: “‘“‘ … ’”’”"],
)
def test_hostile_copy_that_was_read_is_compared_too(kind):
    story = story_of(tuple(copy_of(str(n), KINDS[kind](1_200 + n)) for n in range(3)))
    began = process_time()
    found = compare(story)
    assert from_json(to_json(found)) == found
    assert process_time() - began < SECONDS


def test_an_article_alone_and_no_article_have_nothing_to_compare():
    (text,) = articles(1)
    for story in (Story(()), story_of((copy_of("one", text),))):
        found = compare(story)
        parts = (found.passages, found.origins, found.utterances, found.conflicts, found.names)
        assert not any(parts)


def test_an_empty_article_beside_others_changes_nothing_about_them():
    texts = articles(2)
    pair = story_of(tuple(copy_of(str(n), text) for n, text in enumerate(texts)))
    with_empty = story_of((*pair.copies, copy_of("empty", "")))
    assert compare(with_empty) == compare(pair)


def test_comparing_again_gives_the_same():
    story = story_of(tuple(copy_of(str(n), text) for n, text in enumerate(articles(3))))
    assert compare(story) == compare(story)
