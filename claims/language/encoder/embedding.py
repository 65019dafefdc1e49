"""Sentences as vectors: the nearer, the likelier they say the same. MiniLM as published (Wang et al. 2020), mean of the pieces."""

from collections.abc import Sequence

import numpy as np

from claims.language.encoder.pieces import CLS, SEP
from claims.language.encoder.weights import Weights, load

WIDTH = 384
LONGEST = 254  # pieces; the published weights were trained on no more
CHARACTERS = 4000  # of a text that are looked at at all


def embed(texts: Sequence[str]) -> np.ndarray:
    """float32 [n, 384] of length one, so that a dot product is the likeness, -1 to 1; zeros for a text without words.

    A text's vector depends on that text alone. Raises WeightsError where the trained engine cannot run.
    """
    weights = load()
    weights.session("embedding")
    known: dict[str, np.ndarray] = {}
    out = np.zeros((len(texts), WIDTH), np.float32)
    for i, text in enumerate(texts):
        if text not in known:
            known[text] = _vector(weights, text[:CHARACTERS])
        out[i] = known[text]
    return out


def _vector(weights: Weights, text: str) -> np.ndarray:
    ids = weights.tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST]
    if not ids:
        return np.zeros(WIDTH, np.float32)
    row = np.array([[CLS, *ids, SEP]])
    nothing = np.zeros_like(row)
    vector = weights.run("embedding", row, nothing, nothing, nothing + 1)[0][0]
    return vector / max(float(np.linalg.norm(vector)), 1e-12)
