"""Which of two is the older: "the younger sister of X" against "X's older sister"."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims.comparison.conflicts.suggest import Given, conflict
from claims.comparison.conflicts.told import Sentence, Told, name_key
from claims.comparison.found import Conflict, ConflictKind
from claims.language.firstnames import same_first
from claims.language.items import Item

COMPARED = {"older": "older", "elder": "older", "big": "older", "eldest": "older", "oldest": "older"}
COMPARED |= {"younger": "younger", "youngest": "younger", "kid": "younger", "little": "younger", "baby": "younger"}
KIN = {"sister": "sibling", "brother": "sibling", "sibling": "sibling"}
TURNED = {"older": "younger", "younger": "older"}


@dataclass(frozen=True, slots=True)
class Related:
    """Somebody (`whose`, a first name as written) has a sibling who is `age`, and is the other of the two."""

    sentence: Sentence
    low: int
    high: int
    age: str
    relation: str
    whose: str
    surname: str


def find(told: Told) -> Iterator[Conflict]:
    """Conflicts over which of two siblings is older; a headline against its own article too."""
    found = [r for sentence in told.sentences for r in _related(sentence)]
    by_owner: dict[str, list[Related]] = defaultdict(list)
    for r in found:
        by_owner[r.surname].append(r)
    for group in by_owner.values():
        for n, one in enumerate(group):
            others = [o for o in group[n + 1 :] if o.age != one.age and same_first(o.whose, one.whose)]
            if not others:
                continue
            same = [o for o in group[n + 1 :] if o.age == one.age and same_first(o.whose, one.whose)]
            made = conflict(
                ConflictKind.WHETHER,
                f"Is {one.whose} {one.surname.title()} the older or the younger {one.relation}?",
                [Given(r.sentence, *r.sentence.span(r.low, r.high), TURNED[r.age]) for r in (one, *others, *same)],
                0.85,
                "one place says older, another younger",
            )
            if made:
                yield made
                break


def _related(sentence: Sentence) -> Iterator[Related]:
    items = sentence.items
    for n, item in enumerate(items[:-1]):
        age, kin = COMPARED.get(item.low), KIN.get(items[n + 1].low)
        if age is None or kin is None:
            continue
        owner = _behind(items, n + 2) if n + 2 < len(items) and items[n + 2].low == "of" else _before(items, n)
        other = _apposed(items, n + 2)
        subject = _first_run(items[:n])
        if owner is None and subject is not None and items[n - 1].low in ("her", "his", "by", "with", "from"):
            owner = subject
        if owner is None:
            continue
        low, high = (min(n, owner[0]) if owner[0] < n else n), n + 2
        if n - low > 10:
            low = n - 2
        if owner[0] > n:
            high = owner[1]
        surname = name_key(items[owner[1] - 1].text)
        yield Related(sentence, low, high, age, kin, items[owner[0]].text, items[owner[1] - 1].low if surname else "")
        if other is not None and owner[1] - owner[0] > 1:
            yield Related(sentence, low, other[1], TURNED[age], kin, items[other[0]].text, items[owner[1] - 1].low)


def _behind(items: list[Item], at: int) -> tuple[int, int] | None:
    return _run(items, at + 1)


def _apposed(items: list[Item], at: int) -> tuple[int, int] | None:
    """The name in "her older sister, Ada,"."""
    return _run(items, at + 1) if at < len(items) and items[at].cls == "COMMA" else None


def _before(items: list[Item], n: int) -> tuple[int, int] | None:
    """The name in "Ada Brandt's older sister"."""
    if n < 2 or items[n - 1].low not in ("'s", "’s", "'", "’"):
        return None
    low = n - 1
    while low and items[low - 1].cls == "NAME":
        low -= 1
    return (low, n - 1) if low < n - 1 else None


def _run(items: list[Item], at: int) -> tuple[int, int] | None:
    end = at
    while end < len(items) and items[end].cls == "NAME":
        end += 1
    return (at, end) if end > at else None


def _first_run(items: list[Item]) -> tuple[int, int] | None:
    at = next((k for k, i in enumerate(items) if i.cls == "NAME"), None)
    return _run(items, at) if at is not None else None
