"""How likely two articles tell of one event: from their words, their first parts as vectors, their length, and their days.

The weights are a logistic regression over pairs of articles in piles of 4 to 600: events told by several outlets (24 + 10
pairs), 23 pairs of PolNeAR's 2015-16 campaign coverage found to be one event by reading them, its long articles dealt out
paragraph by paragraph as if two or three outlets told them, and as pairs that are not one event its articles eight days
and more apart (one topic, other events: the trap). On those dealt out (229 to 329 articles a pile; trained on other piles)
B-cubed F1 is 0.95, of tf-idf alone, tuned, 0.93. Tried without gain: names by themselves, rare pairs of words, what is
quoted in both (long-running affairs are quoted again and again), vectors of more than the first 260 words.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from claims.language import words
from claims.language.encoder.embedding import embed
from claims.language.encoder.weights import WeightsError

LEAD_WORDS, NEXT_WORDS = 110, 150
BODY_WORDS = 900
UNSEEN = 30  # articles that hold nothing of this pile, counted in so that a small pile has rare words too
WORDS, MEANING, LENGTH, BIAS = 42.0, 18.0, -2.07, -7.8
WORDS_ALONE, LENGTH_ALONE, BIAS_ALONE = 68.0, -2.06, 0.0  # where there are no weights for vectors
SHORTEST = 60  # words that tell something; no article was shorter when the weights were fitted
NOTHING_COMMON = -8.0
DAYS_FREE, PER_DAY, FAR = 3, -0.5, -8.0
WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?|\$?\d[\d,.]*\d|\d")
_SENTENCE = re.compile(r"(?<=[.!?:”\"])\s+")
_COMMON = (
    words.DETERMINERS
    | words.PREPOSITIONS
    | words.CONJUNCTIONS
    | words.SUBORDINATORS
    | words.PRONOUNS
    | words.AUXILIARIES
    | words.NEGATIONS
    | words.ADVERBS
    | words.TIMES
    | frozenset(words.listed("said says say saying told tells tell according added new people mr mrs ms dr mr. mrs."))
)


@dataclass(frozen=True, slots=True)
class Piled:
    """One article of a pile. `key` names it towards the caller; `text` is its body, without headline and boilerplate."""

    key: str
    text: str
    headline: str = ""
    published: date | None = None
    outlet: str = ""


def event_likeness(pile: Sequence[Piled]) -> np.ndarray:
    """float [n, n], log odds that two articles tell of one event; above nothing it is likelier than not. Symmetric."""
    said = [words_of(piled) for piled in pile]
    alike = _cosines(said)
    length = np.log([max(SHORTEST, sum(words.values())) for words in said])
    shorter = np.minimum(length[:, None], length[None, :])  # the shorter the copy, the less it can have in common
    try:
        vectors = _vectors(pile)
        odds = WORDS * alike + MEANING * (vectors @ vectors.T) + LENGTH * shorter + BIAS
    except WeightsError:
        odds = WORDS_ALONE * alike + LENGTH_ALONE * shorter + BIAS_ALONE
    return np.where(alike > 0, odds, NOTHING_COMMON) + _days_apart(pile)


def _vectors(pile: Sequence[Piled]) -> np.ndarray:
    """[n, 384] of length one: headline and opening, and what follows it, half each."""
    opening = [f"{piled.headline}. {first_words(piled.text, LEAD_WORDS)}" for piled in pile]
    rest = [first_words(after(piled.text, LEAD_WORDS), NEXT_WORDS) or piled.headline for piled in pile]
    both = embed(opening) + embed(rest)
    return both / np.maximum(np.linalg.norm(both, axis=1, keepdims=True), 1e-9)


def words_of(piled: Piled) -> Counter[str]:
    """The words that tell something, bent forms under one, each with how often it stands."""
    found = WORD.findall(f"{piled.headline} . {first_words(piled.text, BODY_WORDS)}")
    return Counter(stem(word.lower()) for word in found if word.lower() not in _COMMON)


def names_of_article(piled: Piled) -> Counter[str]:
    """Words with a capital inside a sentence: names of people, places and bodies."""
    found: Counter[str] = Counter()
    for sentence in _SENTENCE.split(first_words(piled.text, BODY_WORDS)):
        for word in WORD.findall(sentence)[1:]:
            if word[0].isupper() and word.lower() not in _COMMON:
                found[stem(word.lower())] += 1
    return found


def first_words(text: str, count: int) -> str:
    return " ".join(text.split(None, count)[:count])


def after(text: str, count: int) -> str:
    """What follows the first words."""
    parts = text.split(None, count)
    return parts[count] if len(parts) > count else ""


def stem(word: str) -> str:
    """A word without possessive, plural and the commonest endings of verbs; crude, and alike for all."""
    word = re.sub(r"['’]s?$", "", word)
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ss"):
        return word
    if len(word) > 5:
        return next((word[: -len(end)] for end in ("ing", "ed", "es", "s") if word.endswith(end)), word)
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def rarity(counts: Sequence[Counter[str]]) -> dict[str, float]:
    """How much a word tells: the logarithm of one over the share of articles that hold it."""
    held = Counter(word for each in counts for word in each)
    return {word: math.log((len(counts) + UNSEEN) / (n + 0.02 * UNSEEN)) for word, n in held.items()}


def _cosines(counts: Sequence[Counter[str]]) -> np.ndarray:
    """[n, n] cosines of tf-idf vectors, over an index of words, so that articles without a common word cost nothing."""
    rare = rarity(counts)
    index: dict[str, list[tuple[int, float]]] = {}
    for i, each in enumerate(counts):
        weighed = {word: (1 + math.log(n)) * rare[word] for word, n in each.items()}
        length = math.sqrt(sum(x * x for x in weighed.values())) or 1.0
        for word, x in weighed.items():
            index.setdefault(word, []).append((i, x / length))
    out = np.zeros((len(counts), len(counts)))
    for places in index.values():
        if len(places) > 1:
            at = np.array([i for i, _ in places])
            held = np.array([value for _, value in places])
            out[np.ix_(at, at)] += np.outer(held, held)
    return out


def _days_apart(pile: Sequence[Piled]) -> np.ndarray:
    """Nothing within a few days or where a date is unknown; less and less likely after."""
    day = np.array([piled.published.toordinal() if piled.published else np.nan for piled in pile], float)
    apart = np.abs(day[:, None] - day[None, :])
    return np.nan_to_num(np.clip((apart - DAYS_FREE) * PER_DAY, FAR, 0.0), nan=0.0)
