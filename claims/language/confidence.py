"""How sure the engine is of who said something, and from where on a person should look. Pure."""

from bisect import bisect_right
from collections.abc import Sequence

from claims.language.spans import Quote

CHECK_BELOW = 0.6
"""Quotes and claims of a lower confidence carry the word “check”."""
UNSURE = "The engine is unsure who said this."
_BACK = 8
"""Quotes nest a few deep at most, so that one which holds a claim begins among the last few before it."""


class Confidences:
    """Asks the quotes of one article how sure their links are: `at(start, end)` for a claim's span in code points."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = sorted(quotes, key=lambda quote: (quote.start, -quote.end))
        self._starts = [quote.start for quote in self._quotes]

    def at(self, start: int, end: int) -> float:
        """The confidence of the quote that shares most with the span; 1.0 where none touches it."""
        last = bisect_right(self._starts, end - 1)
        near = self._quotes[max(0, last - _BACK) : last]
        shared = [(min(end, q.end) - max(start, q.start), q.confidence) for q in near if q.end > start]
        return max(shared, default=(0, 1.0))[1]
