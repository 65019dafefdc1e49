"""From what the encoder says of every piece to attributions: whole contents first, then the cue and source of each."""

import bisect
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from claims.language.encoder.pieces import Pieces, Window
from claims.language.encoder.reading import CONTENT, CUE, SOURCE, Reading

Range = tuple[int, int]  # first and last piece, both included
FEATURES = 16
LEAST_CONTENT, LEAST_MENTION = -2.5, -2.0  # whole-span scores from which a range is considered
NOT_WHOLE = -4.0  # stands for the score of a range that only the tags gave
NO = -1e4
ALLOWED = np.full((7, 7), NO, np.float32)  # from tag to tag: I only behind B or I of its own role
for _tag in range(7):
    ALLOWED[:, _tag] = 0 if _tag in (0, 1, 3, 5) else NO
for _b in (1, 3, 5):
    ALLOWED[_b, _b + 1] = ALLOWED[_b + 1, _b + 1] = 0


@dataclass(frozen=True, slots=True)
class Report:
    """One reported stretch with the mention of who says it and the cue, as offsets; `sure` and `sure_who` are probabilities."""

    start: int
    end: int
    source: Range | None
    cue: Range | None
    sure: float
    sure_who: float


def tagged(pieces: Pieces, reading: Reading) -> tuple[list[Range], list[Range], list[Range]]:
    """Contents, sources and cues by the best legal path of tags, paragraph by paragraph."""
    out: tuple[list[Range], list[Range], list[Range]] = ([], [], [])
    edges = np.flatnonzero(np.diff(pieces.paragraph, prepend=-1, append=-1))
    for low, high in pairwise(edges):
        path = best_path(reading.tags[low:high])
        for role in (CONTENT, SOURCE, CUE):
            for first in np.flatnonzero(path == 1 + 2 * role):
                last = first
                while last + 1 < len(path) and path[last + 1] == 2 + 2 * role:
                    last += 1
                out[role].append((int(low + first), int(low + last)))
    return out


def best_path(scores: np.ndarray) -> np.ndarray:
    """The most probable legal sequence of tags [n] for log-probabilities [n, 7] (Viterbi)."""
    n = len(scores)
    if n == 0:
        return np.zeros(0, np.int64)
    best = scores[0] + np.where(np.isin(np.arange(7), (2, 4, 6)), NO, 0)
    back = np.zeros((n, 7), np.int64)
    for t in range(1, n):
        both = best[:, None] + ALLOWED
        back[t] = both.argmax(0)
        best = both[back[t], np.arange(7)] + scores[t]
    path = np.empty(n, np.int64)
    path[-1] = best.argmax()
    for t in range(n - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def compatible(candidates: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """The set of ranges without overlap whose scores (all positive) sum highest: weighted interval scheduling."""
    candidates = sorted(candidates, key=lambda c: (c[1], c[0]))
    lasts = [c[1] for c in candidates]
    best, before = [0.0], []
    for n, (first, _, score) in enumerate(candidates):
        k = bisect.bisect_left(lasts, first, 0, n)
        before.append(k)
        best.append(max(best[-1], best[k] + score))
    chosen, n = [], len(candidates)
    while n:
        if best[n] > best[n - 1]:
            chosen.append(candidates[n - 1])
            n = before[n - 1]
        else:
            n -= 1
    return chosen[::-1]


def candidates(pieces: Pieces, reading: Reading, tags: Sequence[Range]) -> tuple[list[Range], np.ndarray]:
    """Ranges that may be a content, and what speaks for each: float64 [candidates, FEATURES]."""
    said = np.exp(reading.tags)
    inside = said[:, 1] + said[:, 2]
    total = np.concatenate(([0.0], np.cumsum(inside)))
    logs = np.concatenate(([0.0], np.cumsum(np.log(np.maximum(inside, 1e-4)))))
    by_tags = set(tags)
    whole = reading.spans[CONTENT]
    ranges = sorted(by_tags | {r for r, score in whole.items() if score >= LEAST_CONTENT})
    paragraph, pointers = pieces.paragraph, (Pointers(reading, 0), Pointers(reading, 1))
    rows = []
    for first, last in ranges:
        size = last - first + 1
        before = first > 0 and paragraph[first - 1] == paragraph[first]
        behind = last + 1 < len(paragraph) and paragraph[last + 1] == paragraph[first]
        to_cue, to_source = (p.of((first, last))[1] for p in pointers)
        rows.append(
            (
                whole.get((first, last), NOT_WHOLE),
                math.log(max(said[first, 1], 1e-4)),
                math.log(max(1 - said[last + 1, 2], 1e-4)) if behind else 0.0,
                inside[first - 1] if before else 0.0,
                inside[last + 1] if behind else 0.0,
                said[first + 1 : last + 1, 1].max() if size > 1 else 0.0,
                (total[last + 1] - total[first]) / size,
                inside[first : last + 1].min(),
                (logs[last + 1] - logs[first]) / size,
                (first, last) in by_tags,
                to_cue.max(),
                to_source[0],
                to_source[1:].max(initial=-9.0),
                math.log(size),
                size == 1,
                size < 4,
            )
        )
    return ranges, np.asarray(rows, np.float64).reshape(-1, FEATURES)


def decode(pieces: Pieces, reading: Reading, weights: np.ndarray, least: float) -> list[Report]:
    """The attributions of an article, contents in order. `weights` [1 + FEATURES] (bias first) make a content's probability
    from its features; those under `least` are left out. Both are fitted by `training/calibrate.py`."""
    contents, sources, cues = tagged(pieces, reading)
    ranges, features = candidates(pieces, reading, contents)
    if not ranges:
        return []
    sure = 1 / (1 + np.exp(-(weights[0] + features @ weights[1:])))
    chosen = compatible([(*r, float(p) - least) for r, p in zip(ranges, sure, strict=True) if p > least])
    sources, cues = (_more(found, reading.spans[role]) for role, found in ((SOURCE, sources), (CUE, cues)))
    to_cue, to_source, reports = Pointers(reading, 0), Pointers(reading, 1), []
    for first, last, score in chosen:
        cue, _ = _pointed(to_cue, (first, last), cues)
        source, sure_who = _pointed(to_source, (first, last), sources)
        start, end = _offsets(pieces, (first, last))
        reports.append(
            Report(
                start,
                end,
                _offsets(pieces, source) if source else None,
                _offsets(pieces, cue) if cue else None,
                score + least,
                sure_who,
            )
        )
    return reports


def likelihood(pieces: Pieces, reading: Reading, start: int, end: int) -> float:
    """Mean probability that the pieces of `text[start:end]` are reported."""
    first, last = np.searchsorted(pieces.ends, start, "right"), np.searchsorted(pieces.starts, end, "left")
    return float(np.exp(reading.tags[first:last, 1:3]).sum(-1).mean()) if first < last else 0.0


def _more(found: Sequence[Range], whole: dict[Range, float]) -> list[Range]:
    """Ranges by tags, and whole ones that the tags missed."""
    kept = sorted(found)
    lasts = [r[1] for r in kept]
    for first, last, _ in compatible([(*r, s - LEAST_MENTION) for r, s in whole.items() if s > LEAST_MENTION]):
        k = bisect.bisect_left(lasts, first)
        if k == len(kept) or kept[k][0] > last:
            kept.insert(k, (first, last))
            lasts.insert(k, last)
    return kept


class Pointers:
    """Where the pieces of a range point, on the mean. Ranges should be asked for in order: one window is held at a time."""

    def __init__(self, reading: Reading, which: int) -> None:
        self.links, self.which = reading.links, which
        self.held: tuple[int, np.ndarray] | None = None

    def of(self, at: Range) -> tuple[Window, np.ndarray]:
        """The window of the range's first piece and log-probabilities [1 + length of the window], 0 is "none"."""
        number = bisect.bisect_right(self.links, at[0], key=lambda link: link.window.keep_first) - 1
        if self.held is None or self.held[0] != number:
            self.held = number, self.links[number].pointers(self.which)
        window = self.links[number].window
        low, high = at[0] - window.keep_first, min(at[1], window.keep_last - 1) + 1 - window.keep_first
        return window, self.held[1][low:high].mean(0)


def _pointed(pointers: Pointers, at: Range, mentions: Sequence[Range]) -> tuple[Range | None, float]:
    """The mention that a content points to (None: to none) and how surely, 0..1."""
    window, to = pointers.of(at)
    best, score = None, float(to[0])
    every = [score]
    for k in range(bisect.bisect_left(mentions, (window.first, 0)), len(mentions)):
        first, last = mentions[k]
        if first >= window.last:
            break
        here = float(np.logaddexp.reduce(to[1 + first - window.first : 2 + last - window.first]))
        every.append(here)
        if here > score:
            best, score = (first, last), here
    return best, math.exp(score - float(np.logaddexp.reduce(every)))


def _offsets(pieces: Pieces, at: Range) -> Range:
    return int(pieces.starts[at[0]]), int(pieces.ends[at[1]])
