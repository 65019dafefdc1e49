"""The trained classifier's numbers, read from its file and checked, and what they say of a page's lines. Pure: numpy only.

A forest is a sum of small regression trees over columns of numbers; its sum is the log odds that a line belongs to the
article's body. A classifier is a score a hashed word, and a forest that reads it, the line and its neighbourhood.
"""

import hashlib
import io
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from articles.segmentation.context import around
from articles.segmentation.features import own

WEIGHTS = Path(__file__).parent / "weights"
_ROWS = 512  # lines read at once: bounds the memory


class WeightsError(Exception):
    """The classifier's file is missing or not the one that its manifest names; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees [trees, nodes]: at each node the column asked, its threshold, where to go on; a leaf goes on to itself."""

    column: np.ndarray
    threshold: np.ndarray
    left: np.ndarray
    right: np.ndarray
    value: np.ndarray
    base: float
    depth: int

    def scores(self, numbers: np.ndarray) -> np.ndarray:
        """Log odds [lines] for numbers [lines, columns]."""
        parts = [self._some(numbers[at : at + _ROWS]) for at in range(0, len(numbers), _ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _some(self, numbers: np.ndarray) -> np.ndarray:
        rows, trees = np.arange(len(numbers))[:, None], np.arange(len(self.column))[None, :]
        node = np.zeros((len(numbers), len(self.column)), dtype=np.int64)
        for _ in range(self.depth):
            goes_left = numbers[rows, self.column[trees, node]] <= self.threshold[trees, node]
            node = np.where(goes_left, self.left[trees, node], self.right[trees, node])
        return self.base + self.value[trees, node].sum(axis=1)


@dataclass(frozen=True, slots=True)
class Classifier:
    """A score a bucket of words, the score of no words, and the forest."""

    words: np.ndarray
    bias: float
    forest: Forest

    def body_scores(self, lines: list[str]) -> np.ndarray:
        """The log odds [lines] that each line of a page belongs to the article's body."""
        if not lines:
            return np.zeros(0)
        alone, buckets = own(lines)
        said = np.array([self.bias + self.words[line].sum() for line in buckets])
        return self.forest.scores(numbers_of(np.array(alone), said))


def numbers_of(alone: np.ndarray, said: np.ndarray) -> np.ndarray:
    """What the forest reads [lines, columns]: each line's own numbers, its words' score, and what stands around it."""
    return np.hstack([alone, said[:, None], around(alone, said)]).astype(np.float32)


@cache
def load(folder: Path = WEIGHTS) -> Classifier:
    """The classifier in `folder`. Raises WeightsError where a file is missing or its sha256 is not the manifest's."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text())
        data = (folder / manifest["file"]).read_bytes()
        if hashlib.sha256(data).hexdigest() != manifest["sha256"]:
            raise WeightsError("The boilerplate classifier's file is damaged.")
        with np.load(io.BytesIO(data), allow_pickle=False) as kept:
            return _classifier(kept)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WeightsError("The boilerplate classifier's file is missing or cannot be read.") from error


def _classifier(kept: "np.lib.npyio.NpzFile") -> Classifier:
    forest = Forest(
        column=kept["column"].astype(np.int64),
        threshold=kept["threshold"],
        left=kept["left"].astype(np.int64),
        right=kept["right"].astype(np.int64),
        value=kept["value"].astype(np.float64),
        base=float(kept["base"]),
        depth=int(kept["depth"]),
    )
    return Classifier(kept["words"] * float(kept["words_scale"]), float(kept["bias"]), forest)
