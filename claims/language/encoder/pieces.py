"""Word pieces of an article with what an uncased vocabulary loses: case, marks and fresh words; and the windows to read them in.

Training and run time both cut here, so that the encoder meets at work what it was taught on. All offsets are code points.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from claims.language.marks import Marked

CLS, SEP, PAD, STOP = 101, 102, 0, 1012
CASES, PLACES = 5, 6  # sizes of the two feature vocabularies
ENDING = ".!?:;,…—–-”’\"'»"  # a paragraph that ends so needs no full stop
LONG_WORD = re.compile(r"\S{101,}")
CHUNK = 100


@dataclass(frozen=True, slots=True)
class Pieces:
    """One article in n pieces: `ids`, `starts`, `ends`, `paragraph` (index), `case` (0..4) and `place` (0..5), all int32 [n]."""

    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    paragraph: np.ndarray
    case: np.ndarray
    place: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces first..last (exclusive) are read together; what is found in keep_first..keep_last counts."""

    first: int
    last: int
    keep_first: int
    keep_last: int


def cut_pieces(
    tokenizer, text: str, paragraphs: Sequence[tuple[int, int]], marks: Sequence[Marked], stops: bool = False
) -> Pieces:
    """The pieces of the paragraphs' text. `tokenizer` is a `tokenizers.Tokenizer` without truncation and padding.

    With `stops` a paragraph that ends in a word is given a full stop of no width, so that a headline or a credit does not
    run into what stands under it.
    """
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    number: list[int] = []
    for n, (first, last) in enumerate(paragraphs):
        for low, high in _chunks(text, first, last):
            coded = tokenizer.encode(text[low:high], add_special_tokens=False)
            ids += coded.ids
            starts += [low + a for a, _ in coded.offsets]
            ends += [low + b for _, b in coded.offsets]
            number += [n] * len(coded.ids)
        if stops and ids and number[-1] == n and text[ends[-1] - 1] not in ENDING:
            ids.append(STOP)
            starts.append(ends[-1])
            ends.append(ends[-1])
            number.append(n)
    inside = _inside(len(text), marks)
    case = [_case(text[a:b], text[a - 1 : a]) for a, b in zip(starts, ends, strict=True)]
    place = np.zeros(len(ids), np.int32)
    at = np.asarray(starts, np.int64)
    if len(ids):
        place = inside[at].astype(np.int32)
        fresh = np.ones(len(ids), bool)
        fresh[1:] = np.asarray(number[1:]) != np.asarray(number[:-1])
        place[fresh & (place == 0)] = 5
    columns = [np.asarray(x, np.int32) for x in (ids, starts, ends, number, case)]
    return Pieces(columns[0], columns[1], columns[2], columns[3], columns[4], place)


def _chunks(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretch cut so that no word is longer than the tokenizer takes at once."""
    low = first
    for run in LONG_WORD.finditer(text, first, last):
        for at in range(run.start() + CHUNK, run.end(), CHUNK):
            yield low, at
            low = at
    if low < last:
        yield low, last


def _case(piece: str, before: str) -> int:
    """0 no letters, 1 lower, 2 an upper-case initial, 3 all upper, 4 goes on within a word that has upper-case letters."""
    if not any(c.isalpha() for c in piece):
        return 0
    if piece.isupper() and len(piece) > 1:
        return 3
    if piece[0].isupper():
        return 4 if before.isalpha() else 2
    return 4 if any(c.isupper() for c in piece) else 1


def _inside(length: int, marks: Sequence[Marked]) -> np.ndarray:
    """For each code point: 0 outside, 1 opening mark, 2 inside, 3 closing mark, 4 inside marks within marks."""
    places = np.zeros(length + 1, np.int8)
    for m in sorted(marks, key=lambda x: x.depth):
        places[m.start : m.end] = 4 if m.depth else 2
        places[m.outer_start : m.start] = 1
        places[m.end : m.outer_end] = 3
    return places


def windows(pieces: Pieces, size: int = 382, before: int = 64, after: int = 32) -> Iterator[Window]:
    """Windows of at most `size` pieces whose kept parts end with a paragraph wherever one fits."""
    total, start = len(pieces), 0
    while start < total:
        first = max(0, start - before)
        room = min(total, first + size)
        stop = room
        if room < total:
            stop = room - after
            breaks = np.flatnonzero(pieces.paragraph[start + 1 : stop + 1] != pieces.paragraph[start:stop])
            if len(breaks) and breaks[-1] + 1 >= (stop - start) // 3:
                stop = start + int(breaks[-1]) + 1
        yield Window(first, room, start, stop)
        start = stop
