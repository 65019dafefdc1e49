"""What a number counts: the thing, under a key that counts of the same thing share, and the words around that say more of it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.comparison.conflicts.quantities import YEAR, Quantity, quantities
from claims.comparison.conflicts.senses import GROUPS, SPEECH, base_of, sense_of, stem
from claims.comparison.conflicts.told import HONORIFICS, Sentence, Told, name_key, names_among, stems_among
from claims.language.items import Item
from claims.language.words import ROLE_NOUNS, TITLES

PEOPLE = frozenset(
    [
        "people",
        "person",
        "persons",
        "man",
        "woman",
        "men",
        "women",
        "child",
        "children",
        "others",
        "other",
        "victims",
        "victim",
        "civilians",
        "lives",
        "life",
        "adults",
        "dead",
        "passengers",
        "officers",
        "students",
        "soldiers",
        "troops",
        "workers",
    ]
)
WINDOW = 12  # items on either side of a number that say what it counts
HARM = ("kill", "injure")
OLD = re.compile(r"^(\d{1,3})-years?-old$")
RATES = frozenset(["a", "an", "per", "every", "each"])
SPANS = frozenset(["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"])
AGE_LIMIT = 115
ATTRIBUTES = frozenset(
    [
        "limit",
        "limits",
        "cap",
        "target",
        "goal",
        "record",
        "average",
        "mean",
        "median",
        "maximum",
        "minimum",
        "threshold",
        "level",
        "budget",
        "deposit",
        "bail",
        "fine",
        "bonus",
        "fee",
        "forecast",
        "quota",
        "ceiling",
    ]
)
SURVEYED = frozenset(("margin", "sampling", "surveyed", "polled", "respondents", "interviewed"))
"""Words of a sentence that tells how a poll was made: each poll has numbers of its own."""
AHEAD = frozenset(("will", "'ll", "’ll", "would", "could", "may", "might", "should", "must"))
MORE = frozenset(("other", "others", "another", "additional", "more", "remaining"))


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts, in items low..high-1 of its sentence.

    `thing`: the key under which counts are compared; `own`: what is said of the things themselves ("steel" plates); `near`: stems of
    the words around; `total`: the eight in "two of the eight plates".
    """

    sentence: Sentence
    quantity: Quantity
    thing: tuple[str, ...]
    label: str
    own: frozenset[str]
    near: frozenset[str]
    low: int
    high: int
    total: bool = False
    by: frozenset[str] = frozenset()  # who is the subject, where named
    years: frozenset[str] = frozenset()
    others: bool = False  # "three others", "66 more"
    ahead: bool = False  # of what is still to come: "will select 23"
    attribute: str = ""  # "limit", "record": which number of the thing it is

    @property
    def leads(self) -> bool:
        """Whether it stands at the top of its article, where the main event is told."""
        return self.sentence.headline or self.sentence.number <= 6


def counts_in(sentence: Sentence) -> Iterator[Count]:
    """Every number of the sentence with what it counts, ages of people among them."""
    items = sentence.items
    found = [] if any(i.low in SURVEYED for i in items) else quantities(items)
    ages = list(_ages(sentence))
    taken = {a.quantity.first for a in ages}
    for n, quantity in enumerate(found):
        if quantity.first in taken:
            continue
        after = found[n + 1].first if n + 1 < len(found) else len(items)
        count = _counted(sentence, quantity, min(after, quantity.last + WINDOW))
        if count is not None:
            before = found[n - 1] if n else None
            is_total = before is not None and _is_total(items, before, quantity)
            yield replace(count, total=True) if is_total else count
    yield from ages


def by_thing(told: Told) -> dict[tuple[str, ...], list[Count]]:
    """Counts of the story by the thing counted."""
    table: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for sentence in told.sentences:
        for count in counts_in(sentence):
            table[count.thing].append(count)
    return table


def _is_total(items: list[Item], before: Quantity, quantity: Quantity) -> bool:
    between = [i.low for i in items[before.last + 1 : quantity.first]]
    return bool(between) and between[0] == "of" and len(between) <= 3


def _counted(sentence: Sentence, quantity: Quantity, limit: int) -> Count | None:
    items = sentence.items
    head, last, own = _head(items, quantity)
    low, high = max(0, quantity.first - WINDOW), min(len(items), quantity.last + WINDOW + 1)
    around = [i for n, i in enumerate(items[low:high], low) if not quantity.first <= n <= quantity.last]
    near = (stems_among(around) | names_among(around)) - ({stem(head.low)} if head is not None else set())
    clause_low, clause_high = sentence.clause_range(quantity.first)
    shown_low = max(clause_low, quantity.first - 10)
    shown_high = min(max(clause_high, last + 1), last + 12)
    rate = _rate(items, last if head is not None else quantity.last)

    def made(thing: tuple[str, ...], label: str) -> Count:
        return Count(
            sentence,
            quantity,
            (*thing, rate) if rate else thing,
            label,
            own,
            near,
            shown_low,
            shown_high,
            by=_by(items, quantity.first, clause_low),
            years=frozenset(i.text for i in items[clause_low:clause_high] if YEAR.match(i.text)),
            ahead=any(i.low in AHEAD for i in items[clause_low : quantity.first]),
            attribute=next((i.low for i in items[clause_low : quantity.first] if i.low in ATTRIBUTES), ""),
            others=any(
                i.low in MORE
                for i in (*items[max(0, quantity.first - 1) : quantity.first], *items[quantity.last + 1 : last + 1])
            ),
        )

    if quantity.unit == "votes":
        return made(("votes",), "votes")
    if quantity.unit == "times":
        verb = _verb_near(items, quantity, clause_low, clause_high)
        sense = sense_of(items[verb].low) if verb is not None else ""
        if verb is None or (sense in SPEECH and sense not in GROUPS):
            return None
        return made(("times", sense), items[verb].low)
    if quantity.unit == "":
        harm = _harm(items, quantity, last, limit)
        if harm and (head is None or head.low in PEOPLE or harm[1]):
            return made((harm[0],), {"kill": "killed", "injure": "injured"}[harm[0]])
        if head is None or head.cls == "NAME" or not head.low[0].isalpha():
            return None
        return made(("", stem(head.low)), head.low)
    if quantity.compound:
        if head is not None and (head.low in PEOPLE or head.low in ROLE_NOUNS) and "old" in items[quantity.first].low:
            return None  # somebody's age, and nobody says whose
        return made((quantity.unit, stem(head.low)), head.low) if head is not None else None
    return made((quantity.unit,), head.low if head is not None else "")


def _by(items: list[Item], first: int, low: int) -> frozenset[str]:
    """The name that is the subject of the number's clause: the last before its first verb, "of" and the like passed over."""
    verb = next((n for n in range(low, first) if items[n].cls in ("VERB", "CUE")), None)
    if verb is None:
        return frozenset()
    name = next((n for n in range(verb - 1, max(low - 1, verb - 4), -1) if items[n].cls == "NAME"), None)
    if name is None or items[name + 1].cls in ("POSS", "WORD"):
        return frozenset()
    return frozenset((name_key(items[name].text),))


def _rate(items: list[Item], last: int) -> str:
    """ "a day", "per litre", behind the thing counted."""
    if last + 2 < len(items) and items[last + 1].low in RATES:
        unit = base_of(items[last + 2].low)
        if unit in SPANS or items[last + 1].low in ("per", "every", "each"):
            return f"a {unit}"
    return ""


def _head(items: list[Item], quantity: Quantity) -> tuple[Item | None, int, frozenset[str]]:
    """The noun that a number counts ("of its", "of the eight" passed over), the item where it ends, and its attributes."""
    n = quantity.last + 1
    if n < len(items) and items[n].low in ("of", "more"):
        n += 1
        while n < len(items) and items[n].cls in ("DET", "NUM", "POSS") and n - quantity.last < 5:
            n += 1
    elif quantity.unit and not quantity.compound:
        if n < len(items) and items[n].low in ("of", "in"):
            n += 1
        else:
            return None, quantity.last, frozenset()
    run: list[Item] = []
    while n < len(items) and len(run) < 6:
        item = items[n]
        if (
            item.cls in ("WORD", "NAME")
            or item.low in ("other", "others", "more", "additional", "active-duty")
            or (item.cls == "VERB" and item.low.endswith("s") and not run and n + 1 < len(items))
        ):
            run.append(item)
        elif not (item.cls == "POSS" or (item.cls == "DET" and not run) or item.text in "“\"‘’'"):
            break
        n += 1
    if not run:
        return None, quantity.last, frozenset()
    return run[-1], n - 1, stems_among(run[:-1]) | names_among(run[:-1])


def _harm(items: list[Item], quantity: Quantity, last: int, limit: int) -> tuple[str, bool] | None:
    """Whether the number is of the killed or the injured; and whether the word stands right beside it."""
    for n in range(quantity.last + 1, min(limit, last + 6)):
        if items[n].cls in ("COMMA", "STOP", "COLON", "SUB") or (items[n].cls == "CONJ" and n > last + 1):
            break
        if items[n].cls in ("VERB", "CUE", "WORD") and sense_of(items[n].low) in HARM:
            return sense_of(items[n].low), n <= quantity.last + 1
    for n in range(quantity.first - 1, max(-1, quantity.first - 4), -1):
        if items[n].cls in ("COMMA", "STOP", "COLON"):
            break
        is_harm = items[n].cls in ("VERB", "CUE") and sense_of(items[n].low) in HARM
        if is_harm and base_of(items[n].low) not in ("dead", "die"):
            return sense_of(items[n].low), False
    return None


def _verb_near(items: list[Item], quantity: Quantity, low: int, high: int) -> int | None:
    verbs = [n for n in range(low, high) if items[n].cls in ("VERB", "CUE")]

    def distance(n: int) -> float:
        return n - quantity.last if n > quantity.last else quantity.first - n + 0.5

    return min(verbs, key=distance, default=None)


def _ages(sentence: Sentence) -> Iterator[Count]:
    """ "Ada Brandt, 48, a graduate", "the 68-year-old Brandt", "Brandt, aged 48"."""
    items = sentence.items
    for n, item in enumerate(items):
        old = OLD.match(item.low)
        value = int(old[1]) if old else int(item.text) if item.text.isdecimal() and len(item.text) <= 3 else 0
        if not 0 < value < AGE_LIMIT:
            continue
        bearer = _named_behind(items, n) if old else _named_before(items, n)
        if bearer is not None:
            quantity = Quantity(value, value, "age", True, value, n, n)
            low, high = sorted((bearer, n))
            yield Count(
                sentence,
                quantity,
                ("age", name_key(items[bearer].text)),
                _full_name(items, bearer),
                frozenset(),
                frozenset(),
                low,
                high + 1,
            )


def _full_name(items: list[Item], last: int) -> str:
    """The name that ends at an item, without title; the surname alone where no first name stands before it."""
    low = last
    while low and items[low - 1].cls == "NAME" and items[low - 1].low.rstrip(".") not in TITLES:
        low -= 1
    return " ".join(i.text for i in items[low : last + 1])


def _named_before(items: list[Item], n: int) -> int | None:
    """The name in "Brandt, 48," or "Brandt (48)"; a score ("Norhaven, 3, Corve, 1") and a date are none."""
    back = n - 1 if n and items[n - 1].low == "aged" else n
    closed = n + 1 < len(items) and items[n + 1].text in (",", ")", ".")
    if back < 2 or not closed or items[back - 1].text not in (",", "(") or items[back - 2].cls != "NAME":
        return None
    name = items[back - 2]
    is_full = back >= 3 and items[back - 3].cls == "NAME"
    return back - 2 if is_full and name.low not in HONORIFICS else None


def _named_behind(items: list[Item], n: int) -> int | None:
    """The name right behind "68-year-old"."""
    end = n + 1
    while end < len(items) and items[end].cls == "NAME":
        end += 1
    return end - 1 if end > n + 1 and items[end - 1].low not in HONORIFICS else None
