"""Who "he" or "she" is: the people named shortly before, weighed by how near, how central and how fitting each one is.

The weights were learnt by `claims.language.training.antecedents` on GUM (documents whose texts allow commercial use: news,
interviews, biographies, court and academic texts; annotations CC BY 4.0, Georgetown University Multilayer corpus).
"""

import math
from bisect import bisect_left, insort
from dataclasses import dataclass

from claims.language.items import Item, Unit
from claims.language.names import People, Person

WINDOW = 24  # namings looked back at
SENTENCES = 8  # how far back a naming may stand
FEATURES = {
    "same sentence": 1.01,
    "sentence before": 0.18,
    "two sentences before": -0.69,
    "farther back": -0.20,
    "same paragraph": 0.54,
    "first in its sentence": -0.01,
    "possessive": -0.11,
    "after a preposition or verb": -1.07,
    "speaks there": 0.11,
    "spoke last": 0.39,
    "spoke last, and the pronoun speaks": 2.0,  # by hand: GUM has 33 such places, too few to learn from
    "first in its sentence, and the pronoun is a subject": 0.53,
    "first in the sentence before, and the pronoun speaks": 2.5,  # by hand too
    "share of the namings": 0.34,
    "namings in the window": 1.44,
    "order of nearness": -1.56,
    "gender known": 0.29,
    "sure to be a person": 0.51,
}
WEIGHTS = tuple(FEATURES.values())


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a person is named: what the choice of an antecedent needs of it."""

    at: int
    unit: int
    person: Person
    first: bool
    possessive: bool
    governed: bool
    speaks: bool


class Antecedents:
    """The namings of one text in order. `add` tells of pronouns that were settled, so that a chain of them goes on."""

    def __init__(self, units: list[Unit], people: People) -> None:
        self.units = units
        self.namings: list[Naming] = []
        self.shares: dict[int, int] = {}
        self.settled: set[int] = set()
        starts = [u.start for u in units]
        seen = -1
        for at, person in people.mentions:
            number = max(0, bisect_left(starts, at + 1) - 1)
            if not units or units[number].kind == "boilerplate":
                continue
            self.namings.append(_naming(at, units[number], person, number != seen))
            self.shares[id(person)] = self.shares.get(id(person), 0) + 1
            seen = number

    def add(self, at: int, until: int, unit: Unit, person: Person) -> None:
        """The words between two offsets mean a person, named in them or not."""
        known = bisect_left(self.namings, at, key=lambda n: n.at)
        named = known < len(self.namings) and self.namings[known].person is person and self.namings[known].at < until
        if at not in self.settled and not named:
            self.settled.add(at)
            subject, speaks = _part(unit.items, at)
            insort(self.namings, Naming(at, unit.number, person, subject, False, False, speaks), key=lambda n: n.at)

    def spoke_before(self, unit: Unit, at: int) -> Person | None:
        """Whoever is named beside a reporting verb last before an offset, in this paragraph or the one before."""
        end = bisect_left(self.namings, at, key=lambda n: n.at)
        for naming in reversed(self.namings[max(0, end - WINDOW) : end]):
            if unit.paragraph - self.units[naming.unit].paragraph > 1:
                return None
            if naming.speaks:
                return naming.person
        return None

    def of(
        self,
        unit: Unit,
        at: int,
        gender: str,
        spoke: Person | None = None,
        within: int = SENTENCES,
        speaks: bool = False,
    ) -> Person | None:
        """The person that a pronoun at an offset most likely means; None where nobody named `within` some sentences fits.

        `gender` is m, f, or "" where the words do not tell; `spoke` is who was reported to speak last; `speaks` says that the
        words at the offset speak, where it is no pronoun.
        """
        best, person = -math.inf, None
        for candidate, features in self.candidates(unit, at, gender, spoke, within, speaks):
            score = sum(w * f for w, f in zip(WEIGHTS, features, strict=True))
            if score > best:
                best, person = score, candidate
        return person

    def taken_over(self, spoke: Person, since: int, unit: Unit, at: int) -> bool:
        """Has the copy turned to somebody else after the sentence numbered `since`, in which a person spoke?"""
        end = bisect_left(self.namings, at, key=lambda n: n.at)
        return any(
            n.first and n.person is not spoke and n.person.sure and since < n.unit <= unit.number
            for n in self.namings[max(0, end - WINDOW) : end]
        )

    def candidates(
        self, unit: Unit, at: int, gender: str, spoke: Person | None, within: int = SENTENCES, speaks: bool = False
    ) -> list[tuple[Person, list[float]]]:
        """People named shortly before an offset who may be he (m) or she (f), each with its features, nearest first."""
        subject, again = _part(unit.items, at)
        if speaks:
            subject = again = True
        end = bisect_left(self.namings, at, key=lambda n: n.at)
        latest: dict[int, list[Naming]] = {}
        for naming in reversed(self.namings[max(0, end - WINDOW) : end]):
            if unit.number - naming.unit > within:
                break
            if not gender or naming.person.gender in ("", gender):
                latest.setdefault(id(naming.person), []).append(naming)
        if spoke is not None and id(spoke) not in latest and (not gender or spoke.gender in ("", gender)):
            latest[id(spoke)] = [Naming(at, max(0, unit.number - 1), spoke, True, False, False, True)]
        out = []
        total = max(1, len(self.namings))
        for order, (key, namings) in enumerate(latest.items()):
            near = namings[0]
            away = unit.number - near.unit
            features = [
                float(away == 0),
                float(away == 1),
                float(away == 2),
                float(away) if away > 2 else 0.0,
                float(self.units[near.unit].paragraph == unit.paragraph),
                float(near.first),
                float(near.possessive),
                float(near.governed),
                float(near.speaks),
                float(near.person is spoke),
                float(near.person is spoke and again),
                float(near.first and subject),
                float(near.first and again and away == 1),
                self.shares.get(key, 0) / total,
                math.log(1 + len(namings)),
                math.log(1 + order),
                float(near.person.gender == gender),
                float(near.person.sure),
            ]
            out.append((near.person, features))
        return out


def _part(items: list[Item], at: int) -> tuple[bool, bool]:
    """Is the word at an offset a subject, and does it speak?"""
    k = bisect_left(items, at, key=lambda x: x.start)
    if k >= len(items):
        return False, False
    behind = k + 1
    while behind < len(items) and items[behind].cls in ("AUX", "ADV", "TIME"):
        behind += 1
    cue = behind < len(items) and items[behind].cls == "CUE"
    inverted = k > 0 and items[k - 1].cls == "CUE" and _quoted(items, k - 1)
    return items[k].low not in ("him", "his", "her"), cue or inverted


def _naming(at: int, unit: Unit, person: Person, first: bool) -> Naming:
    items = unit.items
    k = bisect_left(items, at, key=lambda x: x.start)
    last = k
    while last < len(items) and last - k < 6 and items[last].cls == "NAME":
        last += 1
    start = k
    while (
        start > 0
        and k - start < 9
        and (items[start - 1].cls in ("NAME", "WORD", "DET") or items[start - 1].low == "and")
    ):
        start -= 1
    possessive = last < len(items) and items[last].cls == "POSS"
    while last < len(items) and last - k < 9 and items[last].cls in ("AUX", "ADV", "TIME"):
        last += 1
    behind: Item | None = items[last] if last < len(items) else None
    before: Item | None = items[start - 1] if start else None
    governed = before is not None and before.cls in ("PREP", "VERB", "CUE")
    speaks = not possessive and (
        (behind is not None and behind.cls == "CUE")
        or (before is not None and before.cls == "CUE" and _quoted(items, start))
    )
    acts = behind is not None and behind.cls in ("CUE", "VERB") and not governed and not possessive
    return Naming(at, unit.number, person, (first or acts) and not possessive, possessive, governed, speaks)


def _quoted(items: list[Item], k: int) -> bool:
    """Does the cue before item k stand behind a quotation?"""
    return any(x.cls == "Q" for x in items[max(0, k - 3) : k])
