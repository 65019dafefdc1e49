"""Overlapping and nested spans as flat pieces of text."""

from hypothesis import given
from hypothesis import strategies as st

from claims.language.highlight import Mark, Segment, segments_of

marks = st.lists(st.builds(Mark, st.integers(-5, 60), st.integers(-5, 60), st.integers(0, 9)), max_size=8)


@given(st.text(max_size=50), marks, st.integers(0, 20))
def test_joined_pieces_are_the_text_and_each_letter_knows_its_marks(text: str, marks: list[Mark], offset: int) -> None:
    pieces = segments_of(text, marks, offset=offset)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    covered = [piece.keys for piece in pieces for _ in piece.text]
    for place, keys in enumerate(covered, start=offset):
        assert list(keys) == [mark.key for mark in marks if mark.start <= place < mark.end]


def test_nested_and_overlapping_marks_are_cut_where_they_begin_and_end() -> None:
    assert segments_of("abcdef", [Mark(10, 14, "q"), Mark(12, 16, "c")], offset=10) == [
        Segment("ab", ("q",)),
        Segment("cd", ("q", "c")),
        Segment("ef", ("c",)),
    ]


def test_a_mark_that_begins_before_the_paragraph_covers_its_beginning() -> None:
    assert segments_of("abc", [Mark(0, 12, "q")], offset=10) == [Segment("ab", ("q",)), Segment("c", ())]


def test_no_text_has_no_pieces() -> None:
    assert segments_of("", [Mark(0, 5, "q")]) == []
