"""What the trained encoder hears in an article; nothing at all where its weights are missing."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from claims.language.encoder.decoding import Report, decode, likelihood
from claims.language.encoder.pieces import Pieces, cut_pieces
from claims.language.encoder.reading import Graph, Reading, read
from claims.language.encoder.weights import Weights, WeightsError, load
from claims.language.marks import Marked

CALIBRATION = "attribution.json"


@dataclass(frozen=True, slots=True)
class Heard:
    """The encoder's reports of one text, in order, and how likely it is that any words are reported."""

    reports: list[Report]
    likely: Callable[[int, int], float]


def hear(text: str, paragraphs: Sequence[Any], marks: Sequence[Marked]) -> Heard | None:
    """The reports of a text by its paragraphs (boilerplate, credits and repeats unread); None without weights."""
    try:
        weights = load()
        if CALIBRATION not in weights.files:
            return None
        graph = _graph(weights)
        scores, least = _calibration(weights)
    except WeightsError:
        return None
    spans = [
        (p.start, p.end) for p in paragraphs if str(p.kind) not in ("boilerplate", "credit") and p.duplicate_of is None
    ]
    pieces = cut_pieces(weights.tokenizer, text, spans, marks, stops=True)
    return understood(pieces, read(pieces, graph), scores, least)


def understood(pieces: Pieces, reading: Reading, scores: np.ndarray, least: float) -> Heard:
    """What a reading says."""
    return Heard(decode(pieces, reading, scores, least), lambda start, end: likelihood(pieces, reading, start, end))


def _graph(weights: Weights) -> Graph:
    session = weights.session("attribution")

    def run(ids: np.ndarray, case: np.ndarray, place: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        given = {
            "words": weights.vectors(ids)[None],
            "case": case[None],
            "place": place[None],
            "mask": np.ones((1, len(ids)), np.int64),
        }
        tags, query, key = session.run(None, given)
        return tags[0], query[0], key[0]

    return run


@lru_cache(maxsize=2)
def _calibration(weights: Weights) -> tuple[np.ndarray, float]:
    found = json.loads((weights.folder / CALIBRATION).read_text(encoding="utf8"))
    return np.asarray(found["weights"], np.float64), float(found["least"])
