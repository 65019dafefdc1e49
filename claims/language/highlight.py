"""Cut a stretch of text where spans begin and end, so that overlapping and nested spans can be shown flat. Pure."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be shown: `text[start:end]` in code points of the whole text, `key` says what it is."""

    start: int
    end: int
    key: Hashable


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of the text and the keys of all marks that cover it, in the order in which the marks were given."""

    text: str
    keys: tuple[Hashable, ...]


def segments_of(text: str, marks: Iterable[Mark], *, offset: int = 0) -> list[Segment]:
    """The pieces of `text`, which starts at `offset` of the whole: joined they are `text` again.

    Marks may overlap, nest, reach over either end (they are cut) or miss the text altogether (they are left out).
    """
    inside = [
        (max(mark.start - offset, 0), min(mark.end - offset, len(text)), mark.key)
        for mark in marks
        if mark.start < mark.end and mark.start - offset < len(text) and mark.end - offset > 0
    ]
    cuts = sorted({0, len(text), *(place for start, end, _ in inside for place in (start, end))})
    return [
        Segment(text[start:end], tuple(key for left, right, key in inside if left <= start and end <= right))
        for start, end in pairwise(cuts)
    ]
