"""What stands around each line of a page, for the classifier of features.py: neighbours, prose near by, the longest block.

Pure: numpy only, linear in the number of lines. The block is the run of lines with the largest sum of scores (Pasternack
and Roth 2009, "Extracting article text from the web with maximum subsequence segmentation").
"""

import numpy as np

# Columns of features.own that neighbours are asked for.
LENGTH, WORDS, CAPITALS, STOPS, FULL_STOP, BOILERPLATE, TITLE = 0, 1, 7, 10, 11, 37, 47
_ASKED = (LENGTH, CAPITALS, STOPS, FULL_STOP, BOILERPLATE, TITLE)
_NEAR = (-3, -2, -1, 1, 2, 3)
_FADING = (0.5, 0.8, 0.95)


def around(own: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Numbers [lines, AROUND] for lines with `own` numbers [lines, OWN] and the score of their words [lines]."""
    count = len(own)
    prose = _prose(own)
    mass = prose * np.expm1(own[:, LENGTH])
    columns = [shifted(own[:, column], by) for column in _ASKED for by in _NEAR]
    columns += [shifted(words, by) for by in _NEAR]
    for signal in (prose, np.log1p(mass), own[:, BOILERPLATE], own[:, TITLE], words):
        columns += [side for fade in _FADING for side in fading(signal, fade)]
    for cost in (30.0, 120.0):
        columns += in_block(np.where(prose > 0, mass, -cost))
    columns += in_block(np.clip(words, -6, 6) + 1.0)
    at = np.arange(count)
    whole = np.ones(count)
    total = max(1.0, float(np.expm1(own[:, LENGTH]).sum()))
    columns += [
        at / max(1, count - 1),
        np.log1p(at),
        np.log1p(count - 1 - at),
        whole * np.log1p(count),
        whole * prose.mean(),
        whole * mass.sum() / total,
        whole * own[:, BOILERPLATE].mean(),
        whole * own[:, TITLE].mean(),
        np.cumsum(mass) / max(1.0, mass.sum()),
    ]
    return np.stack(columns, axis=1)


def _prose(own: np.ndarray) -> np.ndarray:
    """1 for lines that read like sentences: ten words or more, some of them stop words, or a final stop."""
    return ((own[:, WORDS] >= np.log1p(10)) & ((own[:, STOPS] >= np.log1p(2)) | (own[:, FULL_STOP] > 0))).astype(float)


def shifted(signal: np.ndarray, by: int) -> np.ndarray:
    """The signal of the line `by` places on; -9 beyond the page's edges."""
    moved = np.full(len(signal), -9.0)
    if by > 0:
        moved[:-by] = signal[by:]
    else:
        moved[-by:] = signal[:by]
    return moved


def fading(signal: np.ndarray, fade: float) -> list[np.ndarray]:
    """Means of the lines before and of those after each line, each line weighing `fade` of its nearer neighbour."""
    return [_before(signal, fade), _before(signal[::-1], fade)[::-1]]


def _before(signal: np.ndarray, fade: float) -> np.ndarray:
    mean, means = 0.0, []
    for value in signal.tolist():
        means.append(mean)
        mean = fade * mean + (1 - fade) * value
    return np.array(means)


def in_block(scores: np.ndarray) -> list[np.ndarray]:
    """Where each line stands to the run with the largest sum: in it, lines before it, lines after it, its share of the page."""
    best, best_run, total, start = -np.inf, (0, 0), 0.0, 0
    for at, score in enumerate(scores.tolist()):
        if total <= 0:
            total, start = 0.0, at
        total += score
        if total > best:
            best, best_run = total, (start, at)
    first, last = best_run
    lines = np.arange(len(scores))
    inside = np.where((lines >= first) & (lines <= last), 1.0, 0.0)
    return [
        inside,
        np.sign(lines - first) * np.log1p(np.abs(lines - first)),
        np.sign(lines - last) * np.log1p(np.abs(lines - last)),
        np.full(len(scores), (last - first + 1) / max(1, len(scores))),
    ]
