"""When: the time expressions of news copy, resolved against the day it was published where that is known. Own rules.

General parsers guess weekdays in the wrong direction; here a weekday is the last one unless the words speak of the future, and what
stays open stays open: several spans are alternatives, and without a day of publication a weekday is only a weekday.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.comparison.conflicts.time_words import COUNTS, DAYS, FINDER, FUTURE, HINT, MAY_BE_VERB, MONTHS, SEASONS

DAY = timedelta(days=1)
Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class When:
    """A time as told, at offsets start..end of its text.

    `spans`: alternatives (first and last day), () where the day of publication is needed and unknown; `weekdays` and `months`: what is
    known all the same. `open_before`, `open_after`: "until", "since". `days`: length of the longest span.
    """

    start: int
    end: int
    text: str
    kind: str
    spans: tuple[Interval, ...] = ()
    weekdays: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    since: bool = False
    until: bool = False
    month_day: tuple[int, int] | None = None

    @property
    def is_fine(self) -> bool:
        """Whether it says the day, give or take a few."""
        return bool(self.weekdays) or any((b - a).days <= 7 for a, b in self.spans)


def times_in(text: str, start: int, end: int, published: date | None) -> list[When]:
    """Every time expression between two offsets, in order, none inside another."""
    taken: list[When] = []
    window = text[start:end]
    if not HINT.search(window):
        return taken
    for kind, pattern in FINDER:
        for found in pattern.finditer(window):
            if any(found.start() + start < t.end and t.start < found.end() + start for t in taken):
                continue
            if kind in ("month", "day") and MAY_BE_VERB.fullmatch(found["month"]):
                continue  # "may", "march" without a capital
            before = window[max(0, found.start() - 60) : found.start()]
            is_future = bool(FUTURE.search(before.rsplit(". ", 1)[-1]))
            when = _resolved(kind, found, start, before, is_future, published)
            if when:
                taken.append(when)
    return sorted(taken, key=lambda t: t.start)


def differ(one: When, other: When) -> bool:
    """Whether two times cannot be one: no day in common on any reading. What cannot be compared does not differ."""
    if one.spans and other.spans:
        return not any(a <= d and c <= b for a, b in _opened(one) for c, d in _opened(other))
    if one.since or one.until or other.since or other.until:
        return False
    if one.weekdays and other.weekdays:
        return not one.weekdays & other.weekdays
    if one.years and other.years and not one.years & other.years:
        return True
    if one.month_day and other.month_day:
        return one.month_day != other.month_day
    if one.months and other.months:
        return not one.months & other.months
    return False


def _opened(when: When) -> list[Interval]:
    return [(date.min if when.until else a, date.max if when.since else b) for a, b in when.spans]


def _made(start: int, end: int, text: str, kind: str, spans: list[Interval], since: bool, until: bool) -> When:
    days = frozenset((a + n * DAY).weekday() for a, b in spans if (b - a).days <= 5 for n in range((b - a).days + 1))
    months = frozenset(m for a, b in spans if (b - a).days <= 120 for m in _months_between(a, b))
    years = frozenset(y for a, b in spans if b.year - a.year <= 2 for y in range(a.year, b.year + 1))
    return When(start, end, text, kind, tuple(spans), days, months, years, since, until)


def _months_between(a: date, b: date) -> set[int]:
    out = {a.month, b.month}
    while a < b:
        out.add(a.month)
        a += timedelta(days=27)
    return out


def _resolved(
    kind: str, found: re.Match[str], offset: int, before: str, future: bool, published: date | None
) -> When | None:
    start, end, text = found.start() + offset, found.end() + offset, found.group()
    lead = len(text) - len(text.lstrip())
    start, text = start + lead, text.strip()
    groups = {k: (v or "").lower() for k, v in found.groupdict().items()}
    preposition = groups.get("which", "") if kind in ("year", "month") else ""
    last_word = before.rstrip().rsplit(" ", 1)[-1].lower() if before.strip() else ""
    since = "since" in (preposition, last_word) or last_word in ("after",) or preposition == "after"
    until = last_word in ("until", "till", "before", "by") or preposition in ("until", "before", "by")
    weekdays: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    month_day: tuple[int, int] | None = None
    spans: list[Interval] = []
    try:
        if kind == "weekday":
            weekdays = frozenset((DAYS[groups["name"].split()[0]],))
            if last_word in ("every", "each") or text.lower().endswith("s"):
                return None
            spans = _weekday(next(iter(weekdays)), groups["which"], future, published)
        elif kind == "weekend":
            weekdays = frozenset((5, 6))
            spans = _weekend(groups["which"], future, published)
        elif kind in ("full", "day"):
            months = frozenset((_month(groups["month"]),))
            spans = _day(groups, future, published)
            month_day = (_month(groups["month"]), int(groups["day"]))
        elif kind in ("month", "month year"):
            months = frozenset((_month(groups["month"]),))
            spans = _month_spans(groups, future, published)
        elif kind == "year":
            year = int(groups["year"])
            spans = [(date(year, 1, 1), date(year, 12, 31))]
        elif kind == "range":
            spans = [(_edge(groups["a"], False), _edge(groups["b"], True))]
        elif kind == "season":
            spans = _season(groups, published)
            low, high = SEASONS[groups["name"]]
            months = frozenset(range(low, high + 1)) if low < high else frozenset((12, 1, 2, 3))
        elif published:
            spans = _near(kind, groups, published)
            if not spans:
                return None
    except ValueError:
        return None  # 31 February
    if not spans:
        return When(start, end, text, kind, (), weekdays, months, frozenset(), since, until, month_day)
    return replace(_made(start, end, text, kind, spans, since, until), month_day=month_day)


def _weekday(day: int, which: str, future: bool, published: date | None) -> list[Interval]:
    if published is None:
        return []
    back = published - timedelta(days=(published.weekday() - day) % 7)
    ahead = published + timedelta(days=(day - published.weekday()) % 7)
    chosen = [back]
    if which == "last":
        chosen = [back - 7 * DAY, back] if back != published else [back - 7 * DAY]
    elif "previous" in which:
        chosen = [back, back - 7 * DAY]
    elif which == "next":
        chosen = [ahead, ahead + 7 * DAY]
    elif which == "this" or future:
        chosen = [ahead, back]
    return [(d, d) for d in chosen]


def _weekend(which: str, future: bool, published: date | None) -> list[Interval]:
    if published is None:
        return []
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    spans = [(saturday, saturday + DAY)]
    if which == "next" or (future and which != "last") or (which == "this" and published.weekday() < 5):
        spans = [(saturday + 7 * DAY, saturday + 8 * DAY), *([] if which == "next" else spans)]
    if which == "last":
        spans.append((saturday - 7 * DAY, saturday - 6 * DAY))
    return spans


def _day(groups: dict[str, str], future: bool, published: date | None) -> list[Interval]:
    month, day = _month(groups["month"]), int(groups["day"])
    if groups.get("year"):
        on = date(int(groups["year"]), month, day)
        return [(on, on)]
    if published is None:
        date(2024, month, day)
        return []
    years = [published.year] if date(published.year, month, day) <= published else [published.year - 1, published.year]
    if future:
        years = [published.year, published.year + 1]
    return [(date(y, month, day), date(y, month, day)) for y in years]


def _month_spans(groups: dict[str, str], future: bool, published: date | None) -> list[Interval]:
    month = _month(groups["month"])
    if groups.get("year"):
        return [_whole_month(int(groups["year"]), month)]
    if published is None:
        return []
    years = [published.year if month <= published.month else published.year - 1]
    if groups.get("which") == "last" and month == published.month:
        years = [published.year - 1]
    if future or groups.get("which") == "next":
        years = [published.year, published.year + 1]
    return [_whole_month(y, month) for y in years]


def _season(groups: dict[str, str], published: date | None) -> list[Interval]:
    low, high = SEASONS[groups["name"]]
    if groups.get("year"):
        years = [int(groups["year"])]
    elif published is None:
        return []
    else:
        years = [published.year, published.year - 1] if groups.get("which") in ("last", "in the") else [published.year]
        if groups.get("which") == "next":
            years = [published.year, published.year + 1]
    spans = [(date(y, low, 1), _whole_month(y + (low > high), high)[1]) for y in years]
    if groups.get("which") in ("last", "in the") and published:
        spans = [s for s in spans if s[0] < published]
    return spans


def _near(kind: str, groups: dict[str, str], published: date) -> list[Interval]:
    if kind == "day near":
        shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(groups["name"], 0)
        on = published + shift * DAY
        return (
            [(on, on)] if shift > 0 else [(on, on), (on - DAY, on - DAY)]
        )  # what is printed tomorrow was written today
    if kind == "ago":
        return _ago(groups, published)
    if kind == "week":
        monday = published - timedelta(days=published.weekday())
        which, part = groups["which"], groups["part"]
        if which == "the" and not part.startswith(("earlier", "later")):
            return []
        shift = {"last": -7, "next": 7}.get(which, 0)
        span = (monday - DAY + shift * DAY, monday + 6 * DAY + shift * DAY)
        if part.startswith("earlier") and not shift:
            span = (span[0], published)
        return [span]
    if kind == "month near":
        shift = {"last": -1, "next": 1}.get(groups["which"], 0)
        index = published.year * 12 + published.month - 1 + shift
        return [_whole_month(index // 12, index % 12 + 1)]
    if kind == "year near":
        year = published.year + {"last": -1, "next": 1}.get(groups["which"], 0)
        return [(date(year, 1, 1), date(year, 12, 31))]
    return []


def _ago(groups: dict[str, str], published: date) -> list[Interval]:
    spelled, unit = groups["count"], groups["unit"]
    vague = spelled in ("several", "a few", "a couple of")
    if vague or groups["way"] == "earlier":
        return []
    count = int(spelled) if spelled.isdigit() else COUNTS[spelled]
    size, slack = {"day": (1, 1), "week": (7, 4), "month": (30.4, 20), "year": (365.25, 250), "decade": (3652.5, 800)}[
        unit
    ]
    if count * size > 300_000:
        return []
    middle = published - timedelta(days=count * size)
    return [(middle - timedelta(days=slack + 0.1 * count * size), middle + timedelta(days=slack + 0.1 * count * size))]


def _whole_month(year: int, month: int) -> Interval:
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), after - DAY


def _edge(spelled: str, last: bool) -> date:
    parts = spelled.split()
    year = int(parts[-1])
    if len(parts) == 1:
        return date(year, 12, 31) if last else date(year, 1, 1)
    return _whole_month(year, _month(parts[0]))[1 if last else 0]


def _month(spelled: str) -> int:
    return MONTHS[spelled.lower().rstrip(".")]
