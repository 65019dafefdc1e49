"""Two statements side by side: do they agree, contradict each other, or neither? Read together by one encoder.

The features say of every piece what counts most: whether the other statement has it too, and whether it belongs to a number
that the other lacks or is a word of denial.
"""

import re
from collections.abc import Sequence

import numpy as np

from claims.language.encoder.pieces import CLS, SEP, Pieces, cut_pieces
from claims.language.encoder.weights import load

AGREES, CONTRADICTS, NEITHER = 0, 1, 2
LONGEST = 120  # pieces of either statement
CHARACTERS = 2000
# the feature `place` of a piece; 1 is added in the second statement
SHARED, ALONE, SIGNAL = 0, 2, 4

NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
VALUES = {word: str(n) for n, word in enumerate(NUMBERS, 1)}
NUMBER = re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
DENIAL = re.compile(
    r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied)|refus(?:e|es|ed)|fail(?:s|ed)?)\b|n['’]t\b",
    re.IGNORECASE,
)


def judge_pairs(pairs: Sequence[tuple[str, str]]) -> np.ndarray:
    """Probabilities float32 [n, 3]: agrees, contradicts, neither. A pair's row depends on that pair alone.

    Raises WeightsError where the trained engine cannot run.
    """
    weights = load()
    weights.session("pair")
    out = np.zeros((len(pairs), 3), np.float32)
    for i, (one, other) in enumerate(pairs):
        ids, case, place = pair_input(weights.tokenizer, one, other)
        logits = weights.run("pair", ids[None], case[None], place[None], np.ones_like(ids)[None])[0][0]
        spread = np.exp(logits - logits.max())
        out[i] = spread / spread.sum()
    return out


def pair_input(tokenizer, one: str, other: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ids, case and place of [CLS] one [SEP] other [SEP], int64 [n]."""
    one, other = one[:CHARACTERS], other[:CHARACTERS]
    first, second = (cut_pieces(tokenizer, text, [(0, len(text))], []) for text in (one, other))
    ids = [np.array([CLS]), first.ids[:LONGEST], np.array([SEP]), second.ids[:LONGEST], np.array([SEP])]
    zero = np.array([0])
    case = [zero, first.case[:LONGEST], zero, second.case[:LONGEST], zero]
    place = [zero, _place(one, first, other, second), zero, 1 + _place(other, second, one, first), zero]
    joined = [np.concatenate(x).astype(np.int64) for x in (ids, case, place)]
    return joined[0], joined[1], joined[2]


def _place(text: str, own: Pieces, other_text: str, other: Pieces) -> np.ndarray:
    place = np.where(np.isin(own.ids[:LONGEST], other.ids), SHARED, ALONE)
    elsewhere = {_value(m.group()) for m in NUMBER.finditer(other_text)}
    signals = [m.span() for m in NUMBER.finditer(text) if _value(m.group()) not in elsewhere]
    signals += [m.span() for m in DENIAL.finditer(text)]
    starts, ends = own.starts[:LONGEST], own.ends[:LONGEST]
    for start, end in signals:
        place[np.searchsorted(ends, start, "right") : np.searchsorted(starts, end, "left")] = SIGNAL
    return place


def _value(number: str) -> str:
    return VALUES.get(number.lower(), number.replace(",", "").lower())
