"""What the language engine hands out: frozen dataclasses with offsets into the canonical text, as in docs/machine-readable-output.md.

All offsets are code points; `text[x.start:x.end] == x.text` always.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class QuoteKind(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    SCARE = "scare"


class Voice(StrEnum):
    ATTRIBUTED = "attributed"
    OUTLET = "outlet"


class Stance(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


def union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order that cover the same as those given, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


@dataclass(frozen=True, slots=True)
class Speaker:
    """The mention beside the quote (offsets None where it is carried on from before) and the fullest name in the article."""

    start: int | None
    end: int | None
    text: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Cue:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One contiguous reported span; `quoted` are the stretches inside marks, `repair` says in words what was mended in the marks."""

    start: int
    end: int
    text: str
    kind: QuoteKind
    quoted: tuple[Span, ...]
    speaker: Speaker | None
    cue: Cue | None
    via: tuple[str, ...]
    utterance: int
    repaired: bool
    confidence: float
    repair: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition; `claimant` None with voice outlet means the outlet itself. `priority` in 0..1 sorts and never hides."""

    start: int
    end: int
    text: str
    claimant: str | None
    voice: Voice
    stance: Stance
    priority: float


@dataclass(frozen=True, slots=True)
class Wording:
    start: int
    end: int
    text: str
    reason: str
    neutral: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article by one version of the extractor."""

    extractor: str
    quotes: tuple[Quote, ...] = field(default=())
    claims: tuple[Claim, ...] = field(default=())
    wording: tuple[Wording, ...] = field(default=())
