"""What staff said of an article's words holds in the next version of the article, wherever the words stand in it."""

from typing import Any

import pytest

from articles.models import Article, Story
from claims.comparison.decisions import Place
from claims.services.carried_places import CarriedPlaces, same_words
from tests.factories import make_article, make_story

OLD = "“We will wait,” she said. The pier is closed to all ships from today on. “We will wait,” he said."


@pytest.mark.parametrize(
    ("words", "new", "found"),
    [
        ("The pier is closed", "The pier is closed.", "The pier is closed"),
        ("The pier is closed", "Corrected. The pier is closed.", "The pier is closed"),
        ("The pier is closed to all ships from today on", "So: The pier is closed to all ships from now on, sir.",
         "The pier is closed to all ships from now on, "),
        ("The pier is closed to all ships from today on", "So a pier is closed to all ships from today on.",
         "o a pier is closed to all ships from today on"),
        ("The pier is closed to all ships from today on", "The quay was shut. ", None),
        ("The pier", "The quay was shut.", None),
    ],
)  # fmt: skip
def test_words_are_found_whole_or_by_their_greater_part(words: str, new: str, found: str | None) -> None:
    start = OLD.index(words)
    span = same_words(OLD, new, start, start + len(words))
    assert (span and new[slice(*span)]) == found


def test_of_several_alike_it_is_the_same_one() -> None:
    start = OLD.rindex("We will wait")
    span = same_words(OLD, f"Put right at noon. {OLD}", start, start + 12)
    assert span == (start + 19, start + 31)


def test_blank_and_empty_stretches_are_nowhere() -> None:
    assert same_words(OLD, OLD, 3, 3) is None
    assert same_words("a  b", "a  b", 1, 3) is None


@pytest.fixture
def story(db: None) -> Story:
    return make_story()


def version(article: Article, text: str, **facts: Any) -> Article:
    return make_article(text, story=article.story, replaces=article, version=article.version + 1, **facts)


def test_a_place_moves_along_the_versions_and_back(story: Story) -> None:
    first = make_article("The pier is closed.", story=story)
    second = version(first, "Put right. The pier is closed.")
    third = version(second, "Put right again. The pier is closed.")
    other = make_article("Nothing else.", story=story)
    carried = CarriedPlaces(story.pk, [other.pk, third.pk])
    assert carried.place(first.pk, 0, 18) == Place(1, 17, 35)
    assert carried.place(second.pk, 0, 0) == Place(1, 0, 0)
    assert carried.place(third.pk, 1, 2) == Place(1, 1, 2)
    assert CarriedPlaces(story.pk, [first.pk]).place(third.pk, 17, 35) == Place(0, 0, 18)
    assert carried.place(make_article("Of another story.").pk, 0, 5) is None
    assert carried.earlier(1) == [first.pk, second.pk]
    assert carried.earlier(0) == []
    assert carried.stood_in(Place(1, 17, 35), [first.pk])
    assert not carried.stood_in(Place(1, 0, 35), [first.pk, second.pk])
    assert not carried.stood_in(Place(0, 0, 5), [])


def test_it_reads_nothing_where_every_article_is_compared(story: Story, django_assert_num_queries: Any) -> None:
    first = make_article("The pier is closed.", story=story)
    second = version(first, "The pier is closed. So it is.")
    others = [version(make_article(f"Line {n}.", story=story), f"Line {n}. More.") for n in range(4)]
    carried = CarriedPlaces(story.pk, [first.pk])
    with django_assert_num_queries(0):
        carried.read([first.pk])
        assert carried.place(first.pk, 0, 3) == Place(0, 0, 3)
    carried = CarriedPlaces(story.pk, [second.pk, *(other.pk for other in others)])
    with django_assert_num_queries(2):
        carried.read([first.pk, *(other.replaces_id or 0 for other in others)])
        assert carried.place(first.pk, 0, 3) == Place(0, 0, 3)
        assert carried.place(others[2].replaces_id or 0, 0, 4) == Place(3, 0, 4)
