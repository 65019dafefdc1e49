"""The words of a text as comparison sees them."""

import pytest

from claims.comparison.keywords import terms_of


def keys(text):
    return [term.key for term in terms_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the soldiers were encircled", "Troops are surrounded"),
        ("a 30-day cease-fire", "30-day ceasefire"),
        ("UKRAINIAN TROOPS ARE SURROUNDED", "Ukraine’s troops, surrounded"),
        ("in the U.S. and in Kiev", "in America and in Kyiv"),
        ("it killed 1,200 people", "killing 1200 people"),
        ("they have two boats", "they have 2 boats"),
        ("Orven’s voters", "the Orven voter"),
    ],
)
def test_what_says_the_same_gives_the_same_terms(one, other):
    assert keys(one) == keys(other)


def test_terms_stand_where_their_offsets_say():
    text = "Mayor Calder closed the Orven Bridge, a 90-year-old crossing."
    assert {text[term.start : term.end] for term in terms_of(text)} >= {"Calder", "Orven", "Bridge", "crossing."}


def test_a_name_and_a_number_are_known_as_such():
    calder, people = (
        list(terms_of("On Friday Calder met twelve neighbours"))[1],
        list(terms_of("he met twelve of them"))[-1],
    )
    assert calder.name
    assert people.number == 12


def test_small_words_count_nothing():
    assert keys("And so they have it, and he said that it is his own.") == []
