"""Time expressions of news copy: what days they mean against the day of publication, and which of them cannot be one."""

from datetime import date

import pytest

from claims.comparison.conflicts.times import differ, times_in

WEDNESDAY = date(2026, 11, 18)
RESOLVED = [
    ("The ferry sank on Friday.", "Friday", "2026-11-13"),
    ("The ferry sank last Friday.", "last Friday", "2026-11-06 2026-11-13"),
    ("The council will meet on Friday.", "Friday", "2026-11-20 2026-11-13"),
    ("The council meets next Friday.", "next Friday", "2026-11-20 2026-11-27"),
    ("The ferry sank on Wednesday.", "Wednesday", "2026-11-18"),
    ("The ferry sank early on Tuesday morning.", "Tuesday morning", "2026-11-17"),
    ("It sank this weekend.", "this weekend", "2026-11-21..2026-11-22 2026-11-14..2026-11-15"),
    ("It sank over the weekend.", "over the weekend", "2026-11-14..2026-11-15"),
    ("It sank last weekend.", "last weekend", "2026-11-14..2026-11-15 2026-11-07..2026-11-08"),
    ("The fair opens next weekend.", "next weekend", "2026-11-21..2026-11-22"),
    ("It sank yesterday.", "yesterday", "2026-11-17 2026-11-16"),
    ("It sank today.", "today", "2026-11-18 2026-11-17"),
    ("It sails tomorrow.", "tomorrow", "2026-11-19"),
    ("It sank last night.", "last night", "2026-11-17 2026-11-16"),
    ("It sank last week.", "last week", "2026-11-08..2026-11-15"),
    ("It sank earlier this week.", "earlier this week", "2026-11-15..2026-11-18"),
    ("It sank this week.", "this week", "2026-11-15..2026-11-22"),
    ("The vote is due next week.", "next week", "2026-11-22..2026-11-29"),
    ("It sank last month.", "last month", "2026-10-01..2026-10-31"),
    ("It sank this month.", "this month", "2026-11-01..2026-11-30"),
    ("It sank last year.", "last year", "2025-01-01..2025-12-31"),
    ("It sank earlier this year.", "earlier this year", "2026-01-01..2026-12-31"),
    ("It goes next year.", "next year", "2027-01-01..2027-12-31"),
    ("It sank last summer.", "last summer", "2026-06-01..2026-09-30 2025-06-01..2025-09-30"),
    ("It sank this summer.", "this summer", "2026-06-01..2026-09-30"),
    ("It sank in the spring.", "in the spring", "2026-03-01..2026-06-30 2025-03-01..2025-06-30"),
    ("It sank in the summer of 2024.", "in the summer of 2024", "2024-06-01..2024-09-30"),
    ("It sank in winter 2024.", "winter 2024", "2024-12-01..2025-03-31"),
    ("It sank in August 2024.", "August 2024", "2024-08-01..2024-08-31"),
    ("It sank in August.", "in August", "2026-08-01..2026-08-31"),
    ("It sank last August.", "last August", "2026-08-01..2026-08-31"),
    ("It sank last November.", "last November", "2025-11-01..2025-11-30"),
    ("It sank in December.", "in December", "2025-12-01..2025-12-31"),
    ("It sank on 3 March 2025.", "3 March 2025", "2025-03-03"),
    ("It sank on March 3, 2025.", "March 3, 2025", "2025-03-03"),
    ("It sank on Sept. 4, 2026.", "Sept. 4, 2026", "2026-09-04"),
    ("It sank on March 3.", "March 3", "2026-03-03"),
    ("It sank on the 3rd of March.", "3rd of March", "2026-03-03"),
    ("It sank on 18 December.", "18 December", "2025-12-18 2026-12-18"),
    ("It sank in 2012.", "in 2012", "2012-01-01..2012-12-31"),
    ("It sank two days ago.", "two days ago", "2026-11-15..2026-11-17"),
    ("It fished from 2016 to 2018.", "from 2016 to 2018", "2016-01-01..2018-12-31"),
    (
        "It fished between January 2016 and December 2018.",
        "between January 2016 and December 2018",
        "2016-01-01..2018-12-31",
    ),
    ("It sank in mid-March 2024.", "mid-March 2024", "2024-03-01..2024-03-31"),
]
NO_TIMES = [
    "She may resign and march on.",
    "Fridays are quiet.",
    "It runs every Friday.",
    "Room 2012 was empty.",
    "It held 2019 people.",
    "It sank on 31 February.",
    "The second of two ferries sank.",
]
ONE_TIME = [
    ("last summer", "in August 2025"),
    ("last summer", "last year"),
    ("in August 2025", "last year"),
    ("on Friday", "on 13 November"),
    ("on Friday", "Nov. 13, 2026"),
    ("last Friday", "on Friday"),
    ("last week", "on Friday"),
    ("over the weekend", "on Saturday"),
    ("earlier this week", "on Tuesday"),
    ("yesterday", "on Tuesday"),
    ("from 2016 to 2018", "between January 2016 and December 2018"),
    ("last month", "in October"),
    ("since 2012", "in 2015"),
    ("two years ago", "in 2024"),
    ("last night", "on Tuesday night"),
]
TWO_TIMES = [
    ("on Friday", "on Monday"),
    ("on 3 March", "on 4 March"),
    ("in August", "last month"),
    ("in 2012", "in 2013"),
    ("last year", "in 2024"),
    ("over the weekend", "on Monday"),
    ("this summer", "last month"),
    ("yesterday", "last week"),
]


@pytest.mark.parametrize(("text", "words", "days"), RESOLVED)
def test_an_expression_means_these_days_seen_from_a_wednesday(text, words, days):
    (found,) = times_in(text, 0, len(text), WEDNESDAY)
    assert text[found.start : found.end] == found.text == words
    assert " ".join(str(a) if a == b else f"{a}..{b}" for a, b in found.spans) == days


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(text):
    assert times_in(text, 0, len(text), WEDNESDAY) == []


@pytest.mark.parametrize(("one", "other"), ONE_TIME)
def test_expressions_with_a_day_in_common_do_not_differ(one, other):
    assert not differ(_time(one), _time(other))
    assert not differ(_time(other), _time(one))


@pytest.mark.parametrize(("one", "other"), TWO_TIMES)
def test_expressions_without_a_day_in_common_differ(one, other):
    assert differ(_time(one), _time(other))
    assert differ(_time(other), _time(one))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("on Friday", "on Monday", True),
        ("on Friday", "last Friday", False),
        ("this weekend", "on Friday", True),
        ("over the weekend", "on Sunday", False),
        ("last summer", "in August 2024", False),
        ("last year", "in 2012", False),
        ("on 18 March", "March 18", False),
        ("on 18 March", "on March 29", True),
        ("in August", "in December", True),
        ("in August 2024", "in 2023", True),
        ("yesterday", "on Friday", False),
        ("last week", "on Friday", False),
    ],
)
def test_without_a_day_of_publication_only_what_is_known_is_compared(one, other, apart):
    assert differ(_time(one, None), _time(other, None)) is apart


def test_since_and_until_reach_over_all_that_comes_after_and_before():
    since, until = _time("since 2012"), _time("until 2012")
    assert since.since
    assert until.until
    assert not differ(since, _time("in 2020"))
    assert differ(until, _time("in 2020"))


def _time(words, published=WEDNESDAY):
    text = f"It sank {words}."
    (found,) = times_in(text, 0, len(text), published)
    return found
