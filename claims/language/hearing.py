"""What the trained encoder hears in an article; nothing at all where its weights are missing."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import numpy as np

from claims.language.encoder.decoding import Report, decode, likelihood
from claims.language.encoder.pieces import cut_pieces
from claims.language.encoder.reading import Graph, read
from claims.language.encoder.weights import Weights, WeightsError, load
from claims.language.items import UNREAD
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
    spans = [(p.start, p.end) for p in paragraphs if str(p.kind) not in UNREAD and p.duplicate_of is None]
    pieces = cut_pieces(weights.tokenizer, text, spans, marks, stops=True)
    reading = read(pieces, graph)
    return Heard(decode(pieces, reading, scores, least), partial(likelihood, pieces, reading))


def _graph(weights: Weights) -> Graph:
    weights.session("attribution")  # a graph that cannot be opened is found out before anything is read

    def run(ids: np.ndarray, case: np.ndarray, place: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        tags, query, key = weights.run("attribution", ids[None], case[None], place[None], np.ones_like(ids)[None])
        return tags[0], query[0], key[0]

    return run


@lru_cache(maxsize=2)
def _calibration(weights: Weights) -> tuple[np.ndarray, float]:
    found = json.loads((weights.folder / CALIBRATION).read_text(encoding="utf8"))
    return np.asarray(found["weights"], np.float64), float(found["least"])
