"""How alike the short texts of one story are: by meaning where the trained weights are there, else by their rarer words. Pure.

Every text is found through an inverted index of its rarest terms, so that only texts with a candidate are ever embedded.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from claims.comparison.keywords import terms_in
from claims.language.encoder.embedding import embed
from claims.language.encoder.weights import WeightsError, load, problem

RAREST = 14  # terms of a text that the index is asked for
CROWDED = 400  # texts with a term; commoner terms find nobody
LONGEST = 600  # code points of a text that are looked at


class Likeness:
    """The texts of one story, numbered as given. Every figure is symmetric and in 0..1; equal texts have 1."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = tuple(text[:LONGEST] for text in texts)
        self.keys = tuple(frozenset(term.key for term in terms_in(text)) for text in self.texts)
        spread = Counter(key for keys in set(self.keys) for key in keys)
        many = 1 + len(set(self.keys))
        self.weight = {key: math.log(many / count) ** 2 + 0.05 for key, count in spread.items()}
        self._norms = [math.sqrt(math.fsum(self.weight[key] for key in keys)) or 1.0 for keys in self.keys]
        self.trained = problem() is None

    def alike(self, one: int, other: int) -> float:
        """The cosine of both embeddings; of their words where the trained weights are missing."""
        if self.texts[one] == self.texts[other]:
            return 1.0
        if self.trained:
            try:
                return max(0.0, float(vector_of(self.texts[one]) @ vector_of(self.texts[other])))
            except WeightsError:
                self.trained = False
        return self.words_alike(one, other)

    def words_alike(self, one: int, other: int) -> float:
        """The cosine of both texts' terms, the rarer the weightier."""
        shared = self._shared(one, other)
        return min(1.0, shared / (self._norms[one] * self._norms[other]))

    def contained(self, one: int, other: int) -> float:
        """The share of the lighter text's terms, by weight, that the other has too."""
        lighter = min(self._norms[one], self._norms[other]) ** 2
        return min(1.0, self._shared(one, other) / lighter)

    def covered(self, one: int, other: int) -> float:
        """The share of the terms of `one`, by weight, that `other` has too; not symmetric."""
        return min(1.0, self._shared(one, other) / self._norms[one] ** 2)

    def candidates(self, least: float = 0.12, most: int = 15) -> list[tuple[int, int, float]]:
        """Pairs (one < other) that share rare terms with the cosine of their words, the likeliest first.

        At most `most` for each text (another text may choose it as well), none below `least`.
        """
        numbers: dict[str, list[int]] = {}
        for n, keys in enumerate(self.keys):
            for key in keys:
                numbers.setdefault(key, []).append(n)
        lists = {key: np.array(held) for key, held in numbers.items() if 1 < len(held) <= CROWDED}
        norms = np.array(self._norms)
        found: dict[tuple[int, int], float] = {}
        for n, keys in enumerate(self.keys):
            rarest = sorted((k for k in keys if k in lists), key=lambda k: (-self.weight[k], k))[:RAREST]
            if not rarest:
                continue
            near = np.concatenate([lists[key] for key in rarest])
            shares = np.repeat([self.weight[key] for key in rarest], [len(lists[key]) for key in rarest])
            scores = np.bincount(near, shares, minlength=len(self.texts)) / (norms * norms[n])
            scores[n] = 0.0
            enough = np.flatnonzero(scores >= least)
            for other in enough[np.argsort(-scores[enough], kind="stable")[:most]]:
                pair = (n, int(other)) if n < other else (int(other), n)
                found[pair] = max(found.get(pair, 0.0), min(1.0, float(scores[other])))
        return sorted(((one, other, score) for (one, other), score in found.items()), key=lambda c: (-c[2], c[:2]))

    def _shared(self, one: int, other: int) -> float:
        return math.fsum(self.weight[key] for key in self.keys[one] & self.keys[other])


def vector_of(text: str) -> np.ndarray:
    """The text's embedding, float32 [384] of length one; kept for the next who asks. Raises WeightsError."""
    return _vector(text, str(load().folder), load().version)


@lru_cache(maxsize=8192)
def _vector(text: str, folder: str, version: str) -> np.ndarray:
    vector: np.ndarray = embed([text])[0]
    vector.setflags(write=False)
    return vector
