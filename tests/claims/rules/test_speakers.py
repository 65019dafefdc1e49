"""Names of speakers, compared."""

import pytest

from claims.rules.speakers import folded_speaker, same_speaker


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Joren Pell", "joren  pell", True),
        ("Pell", "Joren Pell", True),
        ("Mayor Pell", "Joren Pell", True),
        ("the mayor, Joren Pell", "Joren Pell", True),
        ("The county council", "county council", True),
        ("Joren Pell’s", "Joren Pell", True),
        ("Ann Pell", "Joren Pell", False),
        ("Joren", "Joren Pell", False),
        ("Pell", "Pellow", False),
        ("", "Joren Pell", False),
        ("", "", False),
        ("the mayor", "Joren Pell", False),
    ],
)
def test_names_are_one_speakers_where_one_ends_in_the_other(one, other, same):
    assert same_speaker(one, other) is same
    assert same_speaker(other, one) is same


def test_an_origin_is_named_without_a_leading_the():
    assert folded_speaker(" The  county council, ") == "county council"
