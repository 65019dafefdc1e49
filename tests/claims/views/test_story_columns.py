"""Outlets as columns: those of one origin stand together under a bracket."""

import pytest

from claims.comparison.found import Origin
from claims.views.story_columns import MANY, Bracket, Column, Columns, columns_of, listed
from tests.claims.views.laid_out import story_found

WIRE = Origin((0, 2), "both credit the wire", "Island Wire")


def order(columns: Columns) -> list[list[int]]:
    return [[column.article for column in bracket.columns] for bracket in columns.brackets]


def test_outlets_of_one_origin_stand_together_where_the_first_of_them_stands() -> None:
    columns = columns_of(story_found(0, None, 0, None, origins=(WIRE,)))
    assert order(columns) == [[0, 2], [1, 3]]
    assert (columns.brackets[0].name, columns.brackets[0].reason) == ("Island Wire", "both credit the wire")
    assert columns.has_origins


def test_an_origin_of_one_article_alone_brackets_nothing() -> None:
    columns = columns_of(story_found(0, None, origins=(WIRE,)))
    assert order(columns) == [[0, 1]]
    assert not columns.has_origins


def test_a_primary_article_comes_first() -> None:
    assert order(columns_of(story_found(None, None, None, primary=2))) == [[2, 0, 1]]


def test_an_article_whose_outlet_is_not_known_is_named_by_its_headline() -> None:
    found = story_found(None, None)
    found.articles[0].article.outlet_id = 7
    found.articles[1].article.headline = "The ferry will sail again, but not before June"
    assert [column.name for column in columns_of(found).all] == ["The Harbour Post", "The ferry will sail again, but…"]


def test_an_origin_without_a_name_is_called_one_origin() -> None:
    columns = columns_of(story_found(0, 0, origins=(Origin((0, 1), "three paragraphs in common"),)))
    assert columns.brackets[0].name == "One origin"


def test_the_place_of_an_article_that_has_no_column_is_the_last() -> None:
    columns = columns_of(story_found(0, None, 0, origins=(WIRE,)))
    assert [columns.place_of()(article) for article in (0, 1, 2, 7)] == [0, 2, 1, 3]


def test_many_outlets_are_known_to_be_many() -> None:
    for count in (MANY - 1, MANY):
        columns = Columns((Bracket(tuple(Column(n, n, str(n)) for n in range(count))),))
        assert columns.are_many is (count == MANY)


@pytest.mark.parametrize(
    ("names", "most", "words"),
    [
        ([], 0, ""),
        (["A"], 0, "A"),
        (["A", "B", "A"], 0, "A and B"),
        (["A", "B", "C"], 3, "A, B and C"),
        (["A", "B", "C", "D"], 3, "A, B and 2 others"),
    ],
)
def test_names_are_listed_in_words(names: list[str], most: int, words: str) -> None:
    assert listed(names, most=most) == words
