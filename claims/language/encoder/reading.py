"""Reads an article window by window: what the attribution encoder says of every piece, gathered for the whole article."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from claims.language.encoder.pieces import CLS, SEP, Pieces, Window, windows

CONTENT, SOURCE, CUE = 0, 1, 2
SPANS, POINTERS, SIZE = 3, 2, 64
FLOOR = (-3.0, -2.0, -2.0)  # whole-span scores below these are not kept as candidates
Graph = Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray, np.ndarray]]
Link = tuple[Window, np.ndarray, np.ndarray]


@dataclass(slots=True)
class Reading:
    """Of n pieces: `tags` log-probabilities float32 [n, 7]; `spans`, one dict a role from (first, last) piece to its score;
    `links`, a window's pointer log-probabilities from its kept pieces: to cue and to source, [kept, 1 + length], 0 is "none"."""

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
        for i, j in zip(*np.nonzero(same & (scores > FLOOR[role])), strict=True):
            reading.spans[role][(window.keep_first + int(i), window.first + int(j))] = float(scores[i, j])
    to_cue, to_source = (log_softmax(query[low:high, i] @ key[:-1, i].T / SIZE**0.5) for i in (SPANS, SPANS + 1))
    reading.links.append((window, to_cue, to_source))


def log_softmax(x: np.ndarray) -> np.ndarray:
    """Over the last axis, in float32."""
    x = x - x.max(-1, keepdims=True)
    return (x - np.log(np.exp(x).sum(-1, keepdims=True))).astype(np.float32)
