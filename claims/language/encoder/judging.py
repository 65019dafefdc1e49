"""What the judge says of sentences: how worth checking, how loaded and where, how subjective, and who is mentioned.

One pass of the encoder serves every head. Each head scores pieces, and a stretch's score is the pieces' weighted vote (a
softmax of `pull` over the stretch, times `vote`): a clause is judged in its sentence's light without another pass.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from claims.language.encoder.pieces import CLS, PAD, SEP, Pieces, cut_pieces
from claims.language.marks import Marked, pair

CHECK, LOADED, SUBJECTIVE = 0, 1, 2
MENTION_KINDS = ("person", "organisation", "role")
ROOM = 512  # pieces in a batch, padding counted
STRETCH = 1.2  # a row is at most so much longer than the shortest of its batch
LONGEST = 190  # pieces of a sentence that are read together
KNOWS_WORD = 0.2  # words scored below this are not reported
Graph = Callable[[np.ndarray, np.ndarray, np.ndarray, np.ndarray], Sequence[np.ndarray]]
Scored = tuple[int, int, float]
Mention = tuple[int, int, str, float]


@dataclass(frozen=True, slots=True)
class Judgement:
    """An article's sentences, judged. `spans` are their offsets; of all n pieces `pull` and `vote` float32 [n, 3] (one column
    a question), `words` [n] the probability that the piece is a loaded word, `mentions` [n, 7] tag probabilities."""

    text: str
    spans: tuple[tuple[int, int], ...]
    pieces: Pieces
    pull: np.ndarray
    vote: np.ndarray
    words: np.ndarray
    mentions: np.ndarray

    def _pieces_of(self, start: int, end: int) -> slice:
        return slice(bisect_right(self.pieces.ends, start), bisect_left(self.pieces.starts, end))

    def score(self, question: int, start: int, end: int) -> float | None:
        """The probability for CHECK, LOADED or SUBJECTIVE over the stretch; None where no piece of it was read."""
        inside = self._pieces_of(start, end)
        pull, vote = self.pull[inside, question], self.vote[inside, question]
        if not len(pull):
            return None
        weight = np.exp(pull - pull.max())
        return float(1 / (1 + np.exp(-(weight * vote).sum() / weight.sum())))

    def loaded_words(self, start: int, end: int, least: float = KNOWS_WORD) -> list[Scored]:
        """Words of the stretch of three letters or more that score at least `least`, neighbours joined, with their highest score."""
        inside = self._pieces_of(start, end)
        out: list[Scored] = []
        first, at = inside.start, inside.start
        while first < inside.stop:
            at = first + 1
            while at < inside.stop and self._goes_on(at):
                at += 1
            low, high = int(self.pieces.starts[first]), int(self.pieces.ends[at - 1])
            score = float(self.words[first:at].max())
            if score >= least and high - low > 2 and any(c.isalpha() for c in self.text[low:high]):
                if out and self.text[out[-1][1] : low] in (" ", "-") and out[-1][1] <= low:
                    low, score = out[-1][0], max(out.pop()[2], score)
                out.append((low, high, score))
            first = at
        return out

    def _goes_on(self, at: int) -> bool:
        start = int(self.pieces.starts[at])
        if start == self.pieces.ends[at]:
            return False  # a stop that the copy leaves out
        joined = start == self.pieces.ends[at - 1] and self.pieces.paragraph[at] == self.pieces.paragraph[at - 1]
        return bool(joined) and self.text[start].isalnum() and self.text[start - 1].isalnum()

    def mentioned(self, start: int, end: int) -> list[Mention]:
        """People, organisations and roles named in the stretch: start, end, kind, score."""
        inside = self._pieces_of(start, end)
        tags = self.mentions[inside].argmax(1)
        out: list[Mention] = []
        k = 0
        while k < len(tags):
            if not tags[k]:
                k += 1
                continue
            kind, first = (int(tags[k]) - 1) // 2, k
            k += 1
            while k < len(tags) and (tags[k] == 2 + 2 * kind or self._goes_on(inside.start + k)):
                k += 1
            low, high = inside.start + first, inside.start + k
            score = float(self.mentions[low:high, [1 + 2 * kind, 2 + 2 * kind]].sum(1).mean())
            out.append((int(self.pieces.starts[low]), int(self.pieces.ends[high - 1]), MENTION_KINDS[kind], score))
        return out


def judge(
    text: str, spans: Sequence[tuple[int, int]], marks: Sequence[Marked] | None = None, *, weights: Any = None
) -> Judgement:
    """The sentences `text[start:end]` in one go. `marks` are the article's; None pairs them sentence by sentence.

    Raises WeightsError where the judge's weights are missing or damaged.
    """
    if weights is None:
        from claims.language.encoder.weights import load

        weights = load()
    weights.session("judge")  # a graph that cannot be opened is found out before anything is cut
    return judged(text, spans, cut(weights.tokenizer, text, spans, marks), partial(weights.run, "judge"))


def cut(tokenizer: Any, text: str, spans: Sequence[tuple[int, int]], marks: Sequence[Marked] | None = None) -> Pieces:
    """The pieces of the sentences; each opens afresh, as in training."""
    if marks is None:
        marks = [m for span in spans for m in pair(text, [span])]
    return cut_pieces(tokenizer, text, spans, marks)


def judged(text: str, spans: Sequence[tuple[int, int]], pieces: Pieces, graph: Graph) -> Judgement:
    """Runs the graph over rows of like length. `graph(ids, case, place, mask)`, each int64 [b, m], gives pull and vote [b, m, 3],
    words [b, m] and mentions [b, m, 7] as logits."""
    n = len(pieces)
    pull, vote = np.zeros((n, 3), np.float32), np.zeros((n, 3), np.float32)
    words, mentions = np.zeros(n, np.float32), np.zeros((n, 7), np.float32)
    for rows in _batches(pieces):
        size = max(last - first for first, last in rows) + 2
        grid = np.zeros((4, len(rows), size), np.int64)
        grid[0] = PAD
        for i, (first, last) in enumerate(rows):
            end = last - first + 1
            grid[0, i, 0], grid[0, i, end] = CLS, SEP
            for k, column in enumerate((pieces.ids, pieces.case, pieces.place)):
                grid[k, i, 1:end] = column[first:last]
            grid[3, i, : end + 1] = 1
        out = graph(grid[0], grid[1], grid[2], grid[3])
        for i, (first, last) in enumerate(rows):
            inside = slice(1, last - first + 1)
            pull[first:last], vote[first:last] = out[0][i, inside], out[1][i, inside]
            words[first:last] = 1 / (1 + np.exp(-out[2][i, inside]))
            tags = np.exp(out[3][i, inside] - out[3][i, inside].max(1, keepdims=True))
            mentions[first:last] = tags / tags.sum(1, keepdims=True)
    return Judgement(text, tuple(spans), pieces, pull, vote, words, mentions)


def _batches(pieces: Pieces) -> list[list[tuple[int, int]]]:
    """Rows (first, last) of at most LONGEST pieces of one sentence, gathered by length."""
    edges = np.flatnonzero(np.diff(pieces.paragraph)) + 1
    cuts = [0, *edges.tolist(), len(pieces)] if len(pieces) else []
    rows = [(at, min(at + LONGEST, last)) for first, last in pairwise(cuts) for at in range(first, last, LONGEST)]
    rows.sort(key=lambda r: (r[1] - r[0], r[0]))
    out: list[list[tuple[int, int]]] = []
    for row in rows:
        size = row[1] - row[0] + 2
        shortest = out[-1][0][1] - out[-1][0][0] + 2 if out else 0
        if size <= max(STRETCH * shortest, shortest + 2) and out and (len(out[-1]) + 1) * size <= ROOM:
            out[-1].append(row)
        else:
            out.append([row])
    return out


def joined(sentences: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The sentences as lines of one text, with their offsets."""
    spans, at = [], 0
    for s in sentences:
        spans.append((at, at + len(s)))
        at += len(s) + 1
    return "\n".join(sentences), spans


def pieces_of(tokenizer: Any, sentences: Sequence[str]) -> list[Pieces]:
    """The pieces of each sentence by itself, with offsets into it."""
    text, spans = joined(sentences)
    cut_all = cut(tokenizer, text, spans)
    edges = np.searchsorted(cut_all.paragraph, np.arange(len(spans) + 1))
    out = []
    for (start, _), (low, high) in zip(spans, pairwise(edges), strict=True):
        p, inside = cut_all, slice(low, high)
        at = np.zeros(high - low, np.int32)
        out.append(
            Pieces(p.ids[inside], p.starts[inside] - start, p.ends[inside] - start, at, p.case[inside], p.place[inside])
        )
    return out


def _scores(question: int, sentences: Sequence[str]) -> np.ndarray:
    text, spans = joined(sentences)
    found = judge(text, spans)
    return np.asarray([found.score(question, *span) or 0.0 for span in spans], np.float32)


def check_worthiness(sentences: Sequence[str]) -> np.ndarray:
    """The probability, float32 [n], that a sentence is worth checking. Raises WeightsError."""
    return _scores(CHECK, sentences)


def subjectivity(sentences: Sequence[str]) -> np.ndarray:
    """The probability, float32 [n], that a sentence is subjective. Raises WeightsError."""
    return _scores(SUBJECTIVE, sentences)


def loaded(sentences: Sequence[str]) -> tuple[np.ndarray, list[list[Scored]]]:
    """The probability, float32 [n], that a sentence is loaded, and its loaded words (offsets into it). Raises WeightsError."""
    text, spans = joined(sentences)
    found = judge(text, spans)
    scores = np.asarray([found.score(LOADED, *span) or 0.0 for span in spans], np.float32)
    words = [[(a - s, b - s, x) for a, b, x in found.loaded_words(s, e)] for s, e in spans]
    return scores, words


def mentions(sentences: Sequence[str]) -> list[list[Mention]]:
    """People, organisations and roles of each sentence (offsets into it). Raises WeightsError."""
    text, spans = joined(sentences)
    found = judge(text, spans)
    return [[(a - s, b - s, kind, x) for a, b, kind, x in found.mentioned(s, e)] for s, e in spans]
