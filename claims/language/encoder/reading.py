"""Reads an article window by window: what the attribution encoder says of every piece, gathered for the whole article."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from claims.language.encoder.pieces import CLS, SEP, Pieces, Window, windows

CONTENT, SOURCE, CUE = 0, 1, 2
SPANS, POINTERS, SIZE = 3, 2, 64
FLOOR = (-3.0, -2.0, -2.0)  # whole-span scores below these are not kept as candidates
Graph = Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray, np.ndarray]]
MOST = 1000  # whole spans kept of one window and role; a page of news has a tenth of it


@dataclass(frozen=True, slots=True)
class Link:
    """What a window's pieces point to. Half floats, since a long article has many windows: `query` of its kept pieces
    [kept, 2, 64], `key` of all behind "none" [1 + length, 2, 64]."""

    window: Window
    query: np.ndarray
    key: np.ndarray

    def pointers(self, which: int) -> np.ndarray:
        """Log-probabilities of the kept pieces' cue (0) or source (1): float32 [kept, 1 + length], column 0 is "none"."""
        query, key = self.query[:, which].astype(np.float32), self.key[:, which].astype(np.float32)
        return log_softmax(query @ key.T / SIZE**0.5)


@dataclass(slots=True)
class Reading:
    """Of n pieces: `tags` log-probabilities float32 [n, 7]; `spans`, one dict a role from (first, last) piece to its score;
    `links`, what the pieces of each window point to, in order."""

    tags: np.ndarray
    spans: tuple[dict[tuple[int, int], float], ...] = field(default_factory=lambda: ({}, {}, {}))
    links: list[Link] = field(default_factory=list)


def read(pieces: Pieces, graph: Graph) -> Reading:
    """The whole article. `graph(ids, case, place)`, each [n], gives tag logits [n, 7], queries and keys [n, 5, 64]."""
    reading = Reading(np.zeros((len(pieces), 7), np.float32))
    for window in windows(pieces):
        _add(reading, pieces, window, *graph(*inputs(pieces, window)))
    return reading


def inputs(pieces: Pieces, window: Window) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ids, case and place of the window between [CLS] and [SEP], int64 [n + 2]."""
    ids = np.concatenate(([CLS], pieces.ids[window.first : window.last], [SEP])).astype(np.int64)
    case = np.concatenate(([0], pieces.case[window.first : window.last], [0])).astype(np.int64)
    place = np.concatenate(([0], pieces.place[window.first : window.last], [0])).astype(np.int64)
    return ids, case, place


def _add(
    reading: Reading, pieces: Pieces, window: Window, tags: np.ndarray, query: np.ndarray, key: np.ndarray
) -> None:
    low, high = window.keep_first - window.first + 1, window.keep_last - window.first + 1
    reading.tags[window.keep_first : window.keep_last] = log_softmax(tags[low:high])
    paragraph = pieces.paragraph[window.first : window.last]
    same = paragraph[low - 1 : high - 1, None] == paragraph[None, :]
    same &= np.arange(low - 1, high - 1)[:, None] <= np.arange(len(paragraph))[None, :]
    for role in range(SPANS):
        scores = query[low:high, role] @ key[1:-1, role].T / SIZE**0.5
        rows, columns = np.nonzero(same & (scores > FLOOR[role]))
        if len(rows) > MOST:
            best = np.argpartition(-scores[rows, columns], MOST)[:MOST]
            rows, columns = rows[best], columns[best]
        for i, j in zip(rows.tolist(), columns.tolist(), strict=True):
            reading.spans[role][(window.keep_first + i, window.first + j)] = float(scores[i, j])
    reading.links.append(Link(window, query[low:high, SPANS:].astype(np.float16), key[:-1, SPANS:].astype(np.float16)))


def log_softmax(x: np.ndarray) -> np.ndarray:
    """Over the last axis, in float32."""
    x = x - x.max(-1, keepdims=True)
    return (x - np.log(np.exp(x).sum(-1, keepdims=True))).astype(np.float32)
