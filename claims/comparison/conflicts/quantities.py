"""Numbers in copy: digits and words, ranges, percentages, money, "dozens", "twice"; and whether two of them agree. Own rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from claims.comparison.conflicts.limits import CLOSE, ROUGHLY, ROUND_FROM, YEARS_APART
from claims.comparison.conflicts.number_words import (
    CURRENCIES,
    HEDGES,
    MEASURES,
    MONTH_WORDS,
    NUMBERED,
    ONES,
    SCALES,
    TENS,
    TIMES_WORDS,
    VAGUE,
)
from claims.language.items import Item

NUMBER = re.compile(r"^([$£€]?)(\d+(?:,\d{3})*(?:\.\d+)?)(%?)(?:-([^\W\d_]+(?:-[^\W\d_]+)*))?$")
LONGEST = 1e6
YEAR = re.compile(r"^(?:1[5-9]|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as told: anything from `low` to `high` (both inclusive) of `unit` ("" for things counted, "$", "%", "times", "year" …).

    `exact` without a hedge; `written` the bare number; `first`, `last`: numbers of the items it stands in; `compound`: "21-year".
    """

    low: float
    high: float
    unit: str
    exact: bool
    written: float
    first: int
    last: int
    compound: bool = False
    vague: bool = False


def quantities(items: Sequence[Item]) -> list[Quantity]:
    """Every number of a sentence that counts or measures something; years, dates, clock times, ages in commas and ordinals are none."""
    found: list[Quantity] = []
    i = 0
    while i < len(items):
        quantity = _at(items, i)
        if quantity:
            found.append(quantity)
            i = quantity.last + 1
        else:
            i += 1
    return found


def same(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are surely one and the same, hedges aside."""
    close = abs(one.written - other.written) <= CLOSE * max(one.written, other.written)
    return agree(one, other) and (close or not (one.exact or other.exact) or _rounds(one.written, other.written))


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether both may be told of the same count: their ranges meet, or one is the other rounded."""
    if one.low <= other.high and other.low <= one.high:
        return True
    if one.unit == "year" and abs(one.written - other.written) <= max(YEARS_APART, 0.06 * one.written):
        return True
    if one.unit == "%" and abs(one.written - other.written) <= 1 and _rounds(one.written, other.written):
        return True
    big = max(one.written, other.written) >= ROUND_FROM
    fine = one.written != int(one.written) or other.written != int(other.written)
    return (big or fine) and _rounds(one.written, other.written)


def _rounds(one: float, other: float) -> bool:
    """Whether the rounder of two numbers is the other one rounded (up, down or to the nearest)."""
    step = max(_step(one), _step(other))
    return step > 0 and abs(one - other) < step


def _step(number: float) -> float:
    """The value of the last digit that is not 0: 700 → 100, 716 → 1, 2.4 → 0.1."""
    if not number or number == inf:
        return 0.0
    for power in range(12, -4, -1):
        unit = 10.0**power
        if unit <= number * 1.000001 and abs(number / unit - round(number / unit)) < 1e-6:
            return unit
    return 0.0


def _at(items: Sequence[Item], i: int) -> Quantity | None:
    low = items[i].low
    if low in TIMES_WORDS and not (low == "once" and _is_when(items, i)):
        return _quantity(items, i, i, *TIMES_WORDS[low], "times", TIMES_WORDS[low][0])
    if vague := _vague(items, i):
        return vague
    if vote := _vote(items, i):
        return vote
    read = _number(items, i)
    if read is None:
        return None
    value, unit, last, compound = read
    if value >= LONGEST and last == i and "," not in items[i].text:
        return None  # the number of a post or an account
    if _is_date(items, i, last, value, unit):
        return None
    if (
        last + 2 < len(items)
        and items[last + 1].low in ("to", "-", "–", "and")
        and (items[last + 1].low != "and" or _word(items, i - 1) == "between")
    ):
        upper = _number(items, last + 2)
        if upper and upper[0] > value and not _is_date(items, last + 2, upper[2], upper[0], upper[1]):
            high, upper_unit, end, _ = upper
            scale = next((SCALES[_word(items, k)] for k in (end, end + 1) if _word(items, k) in SCALES), 1)
            if scale > 1 and value * scale < high:
                value *= scale  # "2 to 3 million"
            unit = unit or upper_unit
            unit, end = _unit_after(items, end, unit)
            return _quantity(items, i, end, value, high, unit, value)
    if last + 2 < len(items) and items[last + 1].low in ("in", "out") and not unit and value <= 20:
        k = last + 2 + (items[last + 1].low == "out" and _word(items, last + 2) == "of")
        whole = _number(items, k)
        if whole and value < whole[0] <= 1000 and not whole[1] and not YEAR.match(items[k].text) and not whole[3]:
            share = 100 * value / whole[0]
            return _quantity(items, i, whole[2], share - 3, share + 3, "%", share)
    if not compound:
        unit, last = _unit_after(items, last, unit)
    low_end, high_end, hedge, first = _hedged(items, i, value)
    exact = hedge == ""
    return Quantity(low_end, high_end, unit, exact, value, first, last, compound)


def _quantity(
    items: Sequence[Item], first: int, last: int, low: float, high: float, unit: str, written: float
) -> Quantity:
    return Quantity(low, high, unit, low == high, written, first, last)


def _vote(items: Sequence[Item], i: int) -> Quantity | None:
    """ "228 to 191", "51-49" where somebody votes: both numbers in one, the losing side behind the point."""
    if not items[i].low[0].isdigit():
        return None
    found = re.fullmatch(r"(\d{1,4})[-–](\d{1,4})", items[i].low)
    last = i
    if not found and i + 2 < len(items) and items[i + 1].low in ("to", "-", "–"):
        found = re.fullmatch(r"(\d{1,4})\D+(\d{1,4})", f"{items[i].low} {items[i + 1].low} {items[i + 2].low}")
        last = i + 2
    near = " ".join(x.low for x in items[max(0, i - 8) : last + 5])
    if not found or not re.search(
        r"\b(?:vote[ds]?|voting|approved|passed|ruled|ruling|decision|confirmed|rejected)\b", near
    ):
        return None
    value = float(found[1]) + float(found[2]) / 1e4
    return Quantity(value, value, "votes", True, value, i, last)


def _vague(items: Sequence[Item], i: int) -> Quantity | None:
    for size in (3, 2, 1):
        phrase = " ".join(x.low for x in items[i : i + size])
        if len(items) - i >= size and phrase in VAGUE:
            low, high = VAGUE[phrase]
            last = i + size - 1
            if phrase == "several" and _word(items, last + 1) == "times":
                return Quantity(3, inf, "times", False, 3, i, last + 1)
            if _word(items, last + 1) == "dozen":
                return Quantity(24, 100, "", False, 36, i, last + 1, vague=True)
            unit, last = _unit_after(items, last, "")
            first = i
            if _word(items, i - 1) in ("many", "more", "several"):
                return None
            return Quantity(low, high, unit, False, low, first, last, vague=True)
    return None


def _number(items: Sequence[Item], i: int) -> tuple[float, str, int, bool] | None:
    """Value, unit, number of the last item and whether it is a compound ("21-year")."""
    if i >= len(items):
        return None
    text = items[i].low
    found = NUMBER.match(text)
    if found:
        value = float(found[2].replace(",", ""))
        unit = found[1] or ("%" if found[3] else "")
        last = i
        if found[4]:
            return _compound(value, found[4], i, unit)
        return _scaled(items, value, unit, last)
    words = text.split("-")
    value, used = _spelled(words)
    if used == 0:
        return None
    if used < len(words):
        return _compound(value, "-".join(words[used:]), i, "")
    last = i
    if value in TENS.values() and _word(items, i + 1) in ONES and 0 < ONES[_word(items, i + 1)] < 10:
        value, last = value + ONES[_word(items, i + 1)], i + 1
    if text in ("one",) and _word(items, i + 1) not in SCALES:
        return None if not _counts_one(items, i) else (1.0, "", i, False)
    return _scaled(items, value, "", last)


def _counts_one(items: Sequence[Item], i: int) -> bool:
    """ "one in four", "one of the 30", "one person was killed": a count, not a pronoun."""
    return _word(items, i + 1) in ("in", "out", "person", "man", "woman", "child", "death", "vote")


def _compound(value: float, rest: str, i: int, unit: str) -> tuple[float, str, int, bool] | None:
    part = rest.split("-")[0]
    if part in SCALES:
        return value * SCALES[part], unit, i, True
    if part in MEASURES:
        return value, MEASURES[part], i, True
    if part in ("percent", "per"):
        return value, "%", i, True
    return None  # "10-2", "two-thirds", "five-minute" has a measure, "one-on-one" none


def _spelled(words: list[str]) -> tuple[float, int]:
    if words[0] in ONES:
        return float(ONES[words[0]]), 1
    if words[0] in TENS:
        if len(words) > 1 and words[1] in ONES and ONES[words[1]] < 10:
            return float(TENS[words[0]] + ONES[words[1]]), 2
        return float(TENS[words[0]]), 1
    return 0.0, 0


def _scaled(items: Sequence[Item], value: float, unit: str, last: int) -> tuple[float, str, int, bool]:
    while _word(items, last + 1) in SCALES and (len(items[last + 1].low) > 2 or unit):
        value *= SCALES[items[last + 1].low]
        last += 1
        small = _number(items, last + 2) if _word(items, last + 1) == "and" else None
        if small and value >= 100 and small[0] < 100 and not small[1] and items[last + 2].low.isalpha():
            value, last = value + small[0], small[2]
    if _word(items, last + 1) == "dozen":
        value, last = value * 12, last + 1
    return value, unit, last, False


def _unit_after(items: Sequence[Item], last: int, unit: str) -> tuple[str, int]:
    """The unit that stands behind a number: percent, a currency, a measure, "times"."""
    after = _word(items, last + 1)
    if after in ("percent", "%") or (after == "per" and _word(items, last + 2) == "cent"):
        last += 2 if after == "per" else 1
        if _word(items, last + 1).startswith("percentage"):
            last += 1
        return "%", last
    if after == "percentage" and _word(items, last + 2).startswith("point"):
        return "points", last + 2
    if unit:
        return unit, last
    if after in CURRENCIES:
        return CURRENCIES[after], last + 1
    if after == "times":
        return "times", last + 1
    measure = MEASURES.get(after) or MEASURES.get(after.rstrip("s")) if after else None
    return (measure, last + 1) if measure else ("", last)


def _hedged(items: Sequence[Item], i: int, value: float) -> tuple[float, float, str, int]:
    """Range of a number by the words before it (and "or more" behind is left alone), the hedge, and where it begins."""
    for size in (3, 2, 1):
        if i < size:
            continue
        phrase = " ".join(x.low for x in items[i - size : i])
        hedge = HEDGES.get(phrase)
        if hedge == "about" and phrase == "some" and i > size and items[i - size - 1].cls == "DET":
            hedge = None
        if hedge:
            first = i - size
            ends = {
                "least": (value, inf),
                "more": (value, inf),
                "most": (0.0, value),
                "less": (0.0, value),
                "nearly": (value * (1 - ROUGHLY), value),
                "about": (value * (1 - ROUGHLY), value * (1 + ROUGHLY)),
            }[hedge]
            return *ends, hedge, first
    return value, value, "", i


def _is_date(items: Sequence[Item], i: int, last: int, value: float, unit: str) -> bool:
    """Years, days of a month, clock times, scores of laws, and numbers that only name ("No. 10", "Route 9")."""
    if unit:
        return False
    before, after = _word(items, i - 1), _word(items, last + 1)
    text = items[i].text
    if YEAR.match(text) and last == i and after not in ("people", "votes", "homes", "jobs", "troops", "soldiers"):
        return True
    if before.rstrip(".") in MONTH_WORDS or after.rstrip(".,") in MONTH_WORDS:
        return value <= 31 or value >= 1500
    if after in ("a.m.", "p.m.", "am", "pm", "o'clock", "o’clock", "th", "st") or ":" in text:
        return True
    if before in NUMBERED:
        return True
    return bool(last == i and items[i].spaced is False and i and items[i - 1].text in "/-.:")


def _is_when(items: Sequence[Item], i: int) -> bool:
    """ "once" as a conjunction or "at once"."""
    after = items[i + 1] if i + 1 < len(items) else None
    return _word(items, i - 1) == "at" or after is None or after.cls not in ("STOP", "COMMA", "PREP")


def _word(items: Sequence[Item], i: int) -> str:
    return items[i].low if 0 <= i < len(items) else ""
