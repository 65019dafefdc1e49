"""Words that PostgreSQL marked as matching, as pieces that a template escapes: no HTML is ever made of them here."""

from dataclasses import dataclass

START, STOP = "\ue0f1", "\ue0f2"
"""Private-use characters around matching words; no font has them and no copy means anything by them."""


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    text: str
    marked: bool


def marked_pieces(words: str) -> list[MarkedPiece]:
    """Cut at the marks. Marks that do not pair (a copy that has such characters) change what is marked, never the words."""
    pieces: list[MarkedPiece] = []
    marked, piece = False, ""
    for char in words:
        if char in (START, STOP):
            if piece:
                pieces.append(MarkedPiece(piece, marked))
            marked, piece = char == START, ""
        else:
            piece += char
    if piece:
        pieces.append(MarkedPiece(piece, marked))
    return pieces
