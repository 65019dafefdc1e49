"""Dates as outlets print them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.segmentation.dates import parse_date

DAY = date(2025, 3, 14)


def at(hour: int, minute: int, off: float | None = None) -> datetime:
    return datetime(2025, 3, 14, hour, minute, tzinfo=None if off is None else timezone(timedelta(hours=off)))


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("14 March 2025", DAY),
        ("March 14, 2025", DAY),
        ("Fri., 14th of March, 2025", DAY),
        ("Mar 14 2025", DAY),
        ("14-Mar-2025", DAY),
        ("2025-03-14", DAY),
        ("2025/03/14", DAY),
        ("14/03/2025", DAY),
        ("03/14/2025", DAY),
        ("14.3.2025", DAY),
        ("Sept. 9, 2024", date(2024, 9, 9)),
        ("04/04/2025", date(2025, 4, 4)),
        ("Mar. 14, 2025 9:05 a.m. EDT", at(9, 5, -4)),
        ("March 14, 2025, 9:05 PM ET", at(21, 5)),
        ("12:10 a.m. on March 14, 2025", at(0, 10)),
        ("Published 14 March 2025 at 21.05 GMT", datetime(2025, 3, 14, 21, 5, tzinfo=UTC)),
        ("Friday 14 March 2025 09:05 CET", at(9, 5, 1)),
        ("14 March 2025 | Updated 9 pm", at(21, 0)),
        ("2025-03-14T09:05:00Z", datetime(2025, 3, 14, 9, 5, tzinfo=UTC)),
        ("2025-03-14T09:05:00+0530", at(9, 5, 5.5)),
        ("2025-03-14 09:05", at(9, 5)),
        ("2025-03-14T09:05:00.123456789Z", datetime(2025, 3, 14, 9, 5, 0, 123456, tzinfo=UTC)),
        ("03/04/2025", None),
        ("3.4.2025", None),
        ("03/04/25", None),
        ("March 14", None),
        ("Friday", None),
        ("31 February 2025", None),
        ("2025-13-45", None),
        ("99/99/2025", None),
        ("Maybe 14 2025", None),
        ("version 1.2.2025.7", None),
        ("", None),
    ],
)
def test_a_printed_date_is_read_or_left_alone(words, when):
    read = parse_date(words)
    assert (read, type(read)) == (when, type(when))
    assert getattr(read, "tzinfo", None) == getattr(when, "tzinfo", None)


@given(st.text(st.sampled_from("0123456789 /-.:,TZ+apm MarchMay")) | st.text())
def test_no_words_make_it_raise(words):
    parse_date(words)


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2099, 12, 31)))
def test_iso_8601_comes_back(when):
    assert parse_date(when.isoformat()) == when
    assert parse_date(f"{when:%B} {when.day}, {when.year}") == when.date()
