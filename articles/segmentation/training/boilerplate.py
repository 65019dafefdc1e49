"""Train the classifier that tells an article's body from the page around it: python -m articles.segmentation.training.boilerplate.

README.md beside this file says how and on what. Needs scikit-learn, which the product does not.
"""

import argparse
import hashlib
import io
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from articles.segmentation.features import BUCKETS, own
from articles.segmentation.trees import WEIGHTS, numbers_of

SEED, FOLDS, INNER, TREES = 20261122, 5, 4, 100
NEAR, FAR_KEPT = 15, 0.3  # of lines further than NEAR from any line of the body, a share is trained on
USUAL_PAGE = 170  # lines; a page weighs as the square root of its length over this


@dataclass(frozen=True)
class Page:
    """A page's lines and which of them belong to the body [lines], 1.0 or 0.0."""

    lines: list[str]
    body: np.ndarray

    @cached_property
    def read(self) -> tuple[np.ndarray, list[list[int]]]:
        numbers, buckets = own(self.lines)
        return np.array(numbers), buckets

    @cached_property
    def weights(self) -> np.ndarray:
        """How much each line counts in training [lines]; 0 leaves it out."""
        at, inside = np.arange(len(self.body)), np.flatnonzero(self.body)
        far = np.abs(at[:, None] - inside[None]).min(axis=1) > NEAR if len(inside) else at >= 0
        kept = ~far | (np.random.default_rng(len(self.lines)).random(len(at)) < FAR_KEPT)
        return kept * (USUAL_PAGE / len(at)) ** 0.5


def pages_in(path: Path) -> list[Page]:
    """The pages of a file of JSON lines, white space as the product sees it, empty lines left out."""
    pages = []
    for row in map(json.loads, path.read_text().splitlines()):
        lines = [(" ".join(line.split()), body) for line, body in row["lines"] if line.strip()]
        pages.append(Page([line for line, _ in lines], np.array([float(body) for _, body in lines])))
    return pages


def folds_of(count: int, folds: int, seed: int) -> list[list[int]]:
    """Numbers of pages, dealt out at random."""
    dealt = np.random.default_rng(seed).permutation(count)
    return [dealt[fold::folds].tolist() for fold in range(folds)]


def word_scores(pages: list[Page]) -> LogisticRegression:
    """A score a bucket of words, by logistic regression."""
    return LogisticRegression(C=0.1, max_iter=300).fit(_buckets(pages), np.concatenate([page.body for page in pages]))


def _buckets(pages: list[Page]) -> csr_matrix:
    rows = [row for page in pages for row in page.read[1]]
    ends = np.cumsum([0] + [len(row) for row in rows])
    held = [bucket for row in rows for bucket in row]
    return csr_matrix((np.ones(len(held)), held, ends), shape=(len(rows), BUCKETS))


def crops(page: Page, random: np.random.Generator) -> Page:
    """The page as someone may paste it: with only a part of what stands above and below the body."""
    inside = np.flatnonzero(page.body)
    first, last = (int(inside[0]), int(inside[-1])) if len(inside) else (0, len(page.lines) - 1)
    start, end = int(random.integers(0, first + 1)), int(random.integers(last + 1, len(page.lines) + 1))
    return Page(page.lines[start:end], page.body[start:end])


def forest(pages: list[Page], said: list[np.ndarray]) -> HistGradientBoostingClassifier:
    """Boosted trees over what is known of each line, where its words have the score `said`."""
    kept = [page.weights > 0 for page in pages]
    numbers = [numbers_of(page.read[0], scores) for page, scores in zip(pages, said, strict=True)]
    model = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=0.1, max_leaf_nodes=15, min_samples_leaf=20, l2_regularization=5,
        max_features=0.25, max_bins=63, early_stopping=False, random_state=SEED,
    )  # fmt: skip
    return model.fit(
        np.vstack([rows[keep] for rows, keep in zip(numbers, kept, strict=True)]),
        np.concatenate([page.body[keep] for page, keep in zip(pages, kept, strict=True)]),
        sample_weight=np.concatenate([page.weights[keep] for page, keep in zip(pages, kept, strict=True)]),
    )


def train(pages: list[Page], cropped: list[Page]) -> dict[str, np.ndarray]:
    """The arrays of the weights file. Words' scores that the forest is trained on come from models that never saw the page."""
    said: dict[int, np.ndarray] = {}
    said_cropped: dict[int, np.ndarray] = {}
    for fold in folds_of(len(pages), INNER, SEED + 1):
        words = word_scores([page for number, page in enumerate(pages) if number not in fold])
        said |= {number: words.decision_function(_buckets([pages[number]])) for number in fold}
        said_cropped |= {number: words.decision_function(_buckets([cropped[number]])) for number in fold}
    order = range(len(pages))
    words = word_scores(pages)
    scale = float(np.abs(words.coef_).max()) / 32_767
    return {
        "words": np.round(words.coef_[0] / scale).astype(np.int16),
        "words_scale": np.array(scale),
        "bias": np.array(words.intercept_[0]),
        **_arrays(
            forest(pages + cropped, [said[number] for number in order] + [said_cropped[number] for number in order])
        ),
    }


def _arrays(model: HistGradientBoostingClassifier) -> dict[str, np.ndarray]:
    """The forest as arrays [trees, nodes]; see articles.segmentation.trees.Forest."""
    trees = [made[0].nodes for made in model._predictors]
    shape = (len(trees), max(map(len, trees)))
    arrays = {name: np.zeros(shape, np.uint8) for name in ("column", "left", "right")}
    arrays |= {name: np.zeros(shape, np.float32) for name in ("threshold", "value")}
    for number, nodes in enumerate(trees):
        at, leaf = np.arange(len(nodes)), nodes["is_leaf"].astype(bool)
        arrays["column"][number, at] = nodes["feature_idx"]
        arrays["threshold"][number, at] = nodes["num_threshold"]
        arrays["left"][number, at] = np.where(leaf, at, nodes["left"])
        arrays["right"][number, at] = np.where(leaf, at, nodes["right"])
        arrays["value"][number, at] = np.where(leaf, nodes["value"], 0)
    depth = max(int(nodes["depth"].max()) for nodes in trees)
    return arrays | {"depth": np.array(depth), "base": np.array(np.ravel(model._baseline_prediction)[0])}


def write(arrays: dict[str, np.ndarray], folder: Path) -> None:
    """The weights and their manifest, byte for byte the same for the same arrays."""
    kept = io.BytesIO()
    np.savez_compressed(kept, allow_pickle=False, **arrays)
    data = kept.getvalue()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "boilerplate.npz").write_bytes(data)
    manifest = {"file": "boilerplate.npz", "sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "seed": SEED}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    print(f"{folder}: {len(data):,} bytes", flush=True)


def main() -> None:
    """Train on all pages, or, with --folds, five times without a fifth of them."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("pages", type=Path)
    asked.add_argument(
        "--folds", type=Path, help="write weights here, a folder a fold, with the numbers of the pages left out"
    )
    given = asked.parse_args()
    pages = pages_in(given.pages)
    random = np.random.default_rng(SEED)
    cropped = [crops(page, random) for page in pages]
    if given.folds is None:
        write(train(pages, cropped), WEIGHTS)
        return
    for number, fold in enumerate(folds_of(len(pages), FOLDS, SEED)):
        folder, rest = given.folds / f"fold-{number}", [at for at in range(len(pages)) if at not in fold]
        write(train([pages[at] for at in rest], [cropped[at] for at in rest]), folder)
        (folder / "pages.json").write_text(json.dumps(fold))


if __name__ == "__main__":
    main()
