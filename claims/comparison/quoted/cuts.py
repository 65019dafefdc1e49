"""Cut before the "but": a variant that stops where the speaker went on with a contrast, a condition or a negation. Pure.

Where the same article gives the continuation after all, in marks or in its own words, that is said instead ("continued in").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.comparison.found import Change, Difference, Flag
from claims.comparison.quoted.aligning import align
from claims.comparison.quoted.giving import SENTENCE, Given
from claims.comparison.quoted.stretches import Stretch
from claims.comparison.words import Word
from claims.language.words import listed

_OPENERS = frozenset(listed("but however yet nevertheless nonetheless still unless"))
"""Words that turn against the sentence before, too."""
_CONTRAST = frozenset(
    listed("if except although though not until provided providing whereas nor otherwise without despite lest")
)
_NO_CONTRAST = frozenset(
    (("yet", "another"), ("yet", "again"), ("not", "only"), ("not", "just"), ("but", "also"), ("still", "more"))
)
_PHRASES = (
    ("only", "if"), ("and", "not"), ("and", "yet"), ("as", "long", "as"), ("so", "long", "as"), ("that", "said"),
    ("on", "the", "condition"), ("on", "condition"), ("even", "if"), ("even", "though"), ("at", "the", "same", "time"),
    ("on", "the", "other", "hand"), ("and", "only", "if"), ("in", "case"), ("or", "else"),
)  # fmt: skip
FEWEST = 3  # words of a variant of which a cut can be told
ENOUGH = 0.65  # share of the continuation's telling words that a passage must give
TELLING = 3  # telling words by which a continuation is looked for
NEGLIGIBLE = frozenset(listed("moment time way thing"))


@dataclass(frozen=True, slots=True)
class Cut:
    """What follows in the reference after the cut, where the variant's article gives it after all, and the flags."""

    missing: str = ""
    continued_in: int | None = None
    flags: tuple[Flag, ...] = ()


NO_CUT = Cut()


def cut_before_contrast(
    reference: Stretch,
    variant: Stretch,
    found: Sequence[Difference],
    given: Given,
    following: Stretch | None,
    beside: Sequence[Stretch] = (),
) -> Cut:
    """Whether the variant stops before a contrast of the reference. `following`: the next stretch of the same speaker's
    speech in the reference's article, where a cue stands between ("We agree," he said. "But only if …"). `beside`: the other
    variants of the utterance in the variant's article, which may give what this one leaves out. `given`: what the articles give."""
    if not variant.marked or variant.place.article == reference.place.article or len(variant.own) < FEWEST:
        return NO_CUT
    if not any(word.is_content for word in variant.own):
        return NO_CUT
    last = next((d for d in reversed(found) if d.kind is Change.TAIL_CUT), None)
    text = given.copies[reference.place.article].text
    if last is not None:
        at = _tail(reference, text, last.words)
        went_on = (
            [word for word in reference.words if word.start >= at and not word.bracketed] if at is not None else []
        )
    elif following is not None and not any(d.kind is Change.INDIRECT for d in found):
        went_on = list(following.words)
    else:
        return NO_CUT
    if not went_on or not _is_contrast(text, went_on):
        return NO_CUT
    went_on = _clause(text, went_on)
    missing = text[went_on[0].start : went_on[-1].end]
    paragraph = _given_beside(went_on, beside) or _given_elsewhere(went_on, variant, given)
    flags = [] if paragraph is not None else [Flag.CUT_BEFORE_CONTRAST]
    stopped = variant.text.rstrip("”’\"' ").endswith(".") and not variant.text.rstrip().endswith(("...", ". ."))
    before = [word for word in reference.words if word.end <= went_on[0].start]
    if stopped and before and not re.match(r"[”’\"')\]]*[.!?]", text[before[-1].end : before[-1].end + 3]):
        flags.append(Flag.STOP_INSIDE_MARKS)
    return Cut(missing, paragraph, tuple(flags))


def _tail(reference: Stretch, text: str, words: str) -> int | None:
    at = text.rfind(words, reference.place.start, reference.place.end)
    return at if at >= 0 else None


def _is_contrast(text: str, words: Sequence[Word]) -> bool:
    norms = tuple(word.norm for word in words[:6])
    if norms[0] in ("and", "then") and len(norms) > 1 and norms[1] in _CONTRAST | _OPENERS:
        norms = norms[1:]
    first, second = norms[0], norms[1] if len(norms) > 1 else ""
    if (
        words[0].written[:1].isupper() and not words[0].shouts
    ):  # a sentence of its own: "If …" is no condition of the one before
        return (
            first in _OPENERS - {"however"}
            or (first == "however" and _comma_after(text, words[0]))
            or norms[:2] in _PHRASES
        )
    if first == "however":  # "however long it takes" is none
        return _comma_after(text, words[0])
    if first == "only":
        return second in ("if", "when", "after", "once")
    if (first, second) in _NO_CONTRAST:
        return False
    return first in _CONTRAST | _OPENERS or any(norms[: len(phrase)] == phrase for phrase in _PHRASES)


def _comma_after(text: str, word: Word) -> bool:
    return text[word.end : word.end + 1] == ","


def _given_beside(went_on: Sequence[Word], beside: Sequence[Stretch]) -> int | None:
    """The paragraph of another variant in the article that gives half of the continuation's words in order, be they translated."""
    for other in beside:
        if len(align(went_on, other.words).pairs) >= max(2, 0.5 * len(went_on)):
            return other.paragraph.number
    return None


def _clause(text: str, words: list[Word]) -> list[Word]:
    """The continuation up to its sentence's end, or the next one's where the first says little ("But I’ll tell you what.")."""
    telling = 0
    for n, word in enumerate(words[:-1]):
        telling += word.is_content
        if n >= 2 and telling >= TELLING and SENTENCE.match(text, word.end):
            return words[: n + 1]
    return words


def _given_elsewhere(went_on: Sequence[Word], variant: Stretch, given: Given) -> int | None:
    """The number of the paragraph of the variant's article that gives the continuation, in marks or not; None where none does."""
    asked = {word.key for word in went_on if word.is_content and word.norm not in NEGLIGIBLE}
    return given.paragraph_with(asked or {word.key for word in went_on}, variant.place, ENOUGH)
