"""Words that a person selected, found again in the copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language.locating import locate_words, occurrence_at


@pytest.mark.parametrize(
    ("text", "words", "occurrence", "found"),
    [
        ("the bridge is safe", "bridge", 1, (4, 10)),
        ("no no no", "no", 3, (6, 8)),
        ("no no no", "no", 4, None),
        ("aaa", "aa", 2, (1, 3)),
        ("the bridge is safe", "  bridge\n", 1, (4, 10)),
        ("one\ntwo", "one\r\ntwo", 1, (0, 7)),
        ("one  two", "one two", 1, (0, 8)),
        ("one\ntwo", "one two", 1, (0, 7)),
        ("caf\u00e9 opens", "cafe\u0301", 1, (0, 4)),
        ("the bridge", "tunnel", 1, None),
        ("the bridge", "", 1, None),
        ("the bridge", "   ", 1, None),
        ("the bridge", "bridge", 0, None),
        ("a.b", "a+b", 1, None),
    ],
)
def test_words_are_found_by_occurrence(text: str, words: str, occurrence: int, found: tuple[int, int] | None) -> None:
    assert locate_words(text, words, occurrence) == found


@given(st.text("ab \n“é", min_size=1, max_size=30), st.data())
def test_what_a_browser_would_send_for_a_selection_comes_back_to_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end].strip()
    if words:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        assert locate_words(text, words, occurrence_at(text, words, start)) == (start, start + len(words))
