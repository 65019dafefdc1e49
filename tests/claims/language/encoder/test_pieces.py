"""Cutting an article into word pieces and windows."""

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from claims.language.encoder.pieces import STOP, Pieces, cut_pieces, windows
from claims.language.marks import pair

WORDS = [
    "[UNK]",
    "the",
    "mayor",
    "said",
    "harbour",
    "harb",
    "##our",
    "is",
    "safe",
    "osce",
    "mc",
    "##kay",
    ".",
    "“",
    "”",
    "x",
    "##x",
]


@pytest.fixture
def tokenizer() -> Tokenizer:
    made = Tokenizer(WordPiece({w: i for i, w in enumerate(WORDS)}, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def cut(tokenizer: Tokenizer, text: str, stops: bool = False) -> Pieces:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return cut_pieces(tokenizer, text, paragraphs, pair(text, paragraphs), stops)


def words_of(pieces: Pieces, text: str) -> list[str]:
    return [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]


def test_every_piece_stands_where_its_words_stand(tokenizer):
    text = "The mayor said.\nHarbour is safe."
    pieces = cut(tokenizer, text)
    assert words_of(pieces, text) == ["The", "mayor", "said", ".", "Harbour", "is", "safe", "."]
    assert list(pieces.paragraph) == [0, 0, 0, 0, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("the mayor", [1, 1]),
        ("The Mayor", [2, 2]),
        ("OSCE", [3]),
        ("McKay", [2, 4]),
    ],
)
def test_the_capitals_that_the_vocabulary_loses_are_kept_beside_it(tokenizer, text, cases):
    assert list(cut(tokenizer, text + " .").case) == [*cases, 0]


def test_pieces_know_whether_they_stand_inside_marks(tokenizer):
    pieces = cut(tokenizer, "The mayor said “harbour is safe”.")
    assert list(pieces.place) == [5, 0, 0, 1, 2, 2, 2, 3, 0]


def test_a_word_without_end_is_cut_and_none_of_it_lost(tokenizer):
    text = "x" * 450 + "."
    pieces = cut(tokenizer, text)
    assert pieces.starts[0] == 0
    assert pieces.ends[-1] == 451
    assert 0 not in pieces.ids  # never "unknown"


@pytest.mark.parametrize("length", [1, 381, 382, 383, 1000, 5000])
@pytest.mark.parametrize("every", [7, 90, 10_000])
def test_windows_keep_each_piece_once_and_stay_in_size(tokenizer, length, every):
    text = "\n".join(" ".join(["."] * min(every, length - at)) for at in range(0, length, every))
    pieces = cut(tokenizer, text)
    kept = []
    for window in windows(pieces):
        assert window.last - window.first <= 382
        assert window.first <= window.keep_first < window.keep_last <= window.last
        kept += range(window.keep_first, window.keep_last)
    assert kept == list(range(length))


def test_windows_end_with_a_paragraph_where_one_fits(tokenizer):
    pieces = cut(tokenizer, "\n".join(" ".join(["."] * 100) for _ in range(12)))
    assert all(window.keep_last % 100 == 0 for window in windows(pieces))


def test_a_headline_does_not_run_into_the_next_paragraph(tokenizer):
    text = "Harbour safe\nThe mayor said."
    assert words_of(cut(tokenizer, text), text) == ["Harbour", "safe", "The", "mayor", "said", "."]
    pieces = cut(tokenizer, text, stops=True)
    assert words_of(pieces, text) == ["Harbour", "safe", "", "The", "mayor", "said", "."]
    assert pieces.ids[2] == STOP
    assert (pieces.starts[2], pieces.ends[2]) == (12, 12)
    assert list(pieces.paragraph) == [0, 0, 0, 1, 1, 1, 1]


def test_an_empty_text_has_neither_pieces_nor_windows(tokenizer):
    pieces = cut(tokenizer, "")
    assert len(pieces) == 0
    assert list(windows(pieces)) == []
