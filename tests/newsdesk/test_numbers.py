"""Numbers in addresses are read or left, never a fault."""

import pytest

from newsdesk.numbers import whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("0", 0), ("007", 7), ("9" * 17, 10**17 - 1), ("9" * 18, None), ("", None), (None, None), ("-3", None),
     ("+3", None), ("1.0", None), ("1_000", None), (" 1", None), ("²", None), ("٣", None), ("x", None)],
)  # fmt: skip
def test_a_number_is_plain_digits_and_not_too_many(text: str | None, number: int | None) -> None:
    assert whole_number(text) == number


def test_the_caller_says_how_many_digits_make_sense() -> None:
    assert whole_number("12345", digits=5) == 12345
    assert whole_number("123456", digits=5) is None
