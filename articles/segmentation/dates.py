"""Dates as outlets print them. Pure; never guesses: 03/04/2025 stays None."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
# Hours from UTC. CST, IST and BST have other meanings elsewhere, but not in English-language newsrooms' time lines,
# where IST is left out: it is India's, Ireland's and Israel's.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "est": -5, "edt": -4, "cst": -6,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "et": None, "pt": None, "aest": 10, "aedt": 11,
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_ISO = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?",
    re.I,
)
_WORDS = (
    re.compile(rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}\b", re.I),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.I),
)
_SLASHED = re.compile(r"\b(?P<first>\d{1,4})[/.](?P<second>\d{1,2})[/.](?P<third>\d{2,4})\b")
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s?\(?(?P<zone>UTC|GMT|BST|[A-Z]{2,4}T|MSK)?(?P<offset>[+-]\d{1,2}(?::?\d\d)?)?\)?)(?![\w:/-])",
    re.I,
)


def parse_date(words: str) -> datetime | date | None:
    """What a printed date says: a datetime where a time of day stands with it (aware where its zone does), else a date.

    None where there is no date, no year, or an ambiguous one: 03/04/2025 is March in one country and April in another,
    while 25/03/2025 and 2025/03/04 are taken.
    """
    words = " ".join(words[:300].split())
    if iso := _ISO.search(words):
        return _iso(iso)
    for pattern in _WORDS:
        if found := pattern.search(words):
            month = _MONTHS[found["month"].lower()]
            return _with_clock(
                int(found["year"]), month, int(found["day"]), words[: found.start()], words[found.end() :]
            )
    if found := _SLASHED.search(words):
        return _slashed(found, words)
    return None


def _iso(found: re.Match[str]) -> datetime | date | None:
    try:
        if not found["time"]:
            return date.fromisoformat(found["date"])
        zone = (found["zone"] or "").upper()
        return datetime.fromisoformat(f"{found['date']}T{found['time'].replace(',', '.')}{zone}")
    except ValueError:
        return None


def _slashed(found: re.Match[str], words: str) -> datetime | date | None:
    first, second, third = (int(found[part]) for part in ("first", "second", "third"))
    rest = (words[: found.start()], words[found.end() :])
    if len(found["first"]) == 4 and len(found["third"]) <= 2:
        return _with_clock(first, second, third, *rest)
    if len(found["third"]) != 4 or len(found["first"]) > 2:
        return None
    if first == second or second > 12 >= first:
        return _with_clock(third, first, second, *rest)
    return _with_clock(third, second, first, *rest) if first > 12 >= second else None


def _with_clock(year: int, month: int, day: int, before: str, after: str) -> datetime | date | None:
    try:
        when = date(year, month, day)
    except ValueError:
        return None
    for text in (after, before):
        for clock in _CLOCK.finditer(text):
            if (moment := _moment(when, clock)) is not None:
                return moment
    return when


def _moment(when: date, clock: re.Match[str]) -> datetime | None:
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    half = (clock["half"] or "").lower()[:1]
    if (not half and clock["minute"] is None) or hour > (12 if half else 23) or (half and not hour):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return datetime(when.year, when.month, when.day, hour, minute, tzinfo=_zone(clock["zone"], clock["offset"]))


def _zone(name: str | None, offset: str | None) -> timezone | None:
    if offset:
        sign = -1 if offset[0] == "-" else 1
        digits = offset[1:].replace(":", "")
        hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours < 24 and minutes < 60 else None
    hours_off = _ZONES.get((name or "").lower())
    if hours_off is None:
        return None
    return UTC if hours_off == 0 else timezone(timedelta(hours=hours_off))
