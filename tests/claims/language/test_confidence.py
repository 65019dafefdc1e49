"""Which quote says how sure a claim's claimant is."""

import pytest

from claims.language.confidence import Confidences
from claims.language.spans import Quote, QuoteKind


def quote(start: int, end: int, confidence: float) -> Quote:
    return Quote(start, end, "x" * (end - start), QuoteKind.DIRECT, (), None, None, (), 1, False, confidence)


QUOTES = [quote(40, 60, 0.9), quote(0, 30, 0.5), quote(10, 20, 0.8)]


@pytest.mark.parametrize(
    ("start", "end", "confidence"),
    [
        (0, 30, 0.5),  # the quote itself
        (2, 8, 0.5),  # inside the outer one alone
        (25, 42, 0.5),  # mostly in the first
        (29, 50, 0.9),  # mostly in the second
        (30, 40, 1.0),  # between two
        (70, 80, 1.0),  # after all
    ],
)
def test_the_quote_that_shares_most_with_the_span_decides(start: int, end: int, confidence: float) -> None:
    assert Confidences(QUOTES).at(start, end) == confidence


def test_where_nothing_is_quoted_all_is_sure() -> None:
    assert Confidences([]).at(0, 10) == 1.0
