"""Matching words as pieces: marks may be anything, words are never lost."""

from hypothesis import given
from hypothesis import strategies as st

from claims.services.marked_words import START, STOP, MarkedPiece, marked_pieces


def test_marked_words_stand_apart() -> None:
    assert marked_pieces(f"the {START}bridge{STOP} shut") == [
        MarkedPiece("the ", False),
        MarkedPiece("bridge", True),
        MarkedPiece(" shut", False),
    ]


@given(st.text(alphabet=f"a<b>&{START}{STOP} ", max_size=40))
def test_whatever_the_marks_the_words_stay(words: str) -> None:
    pieces = marked_pieces(words)
    assert "".join(piece.text for piece in pieces) == words.replace(START, "").replace(STOP, "")
    assert all(piece.text for piece in pieces)
