"""Collects the people and bodies that an article names, and what it calls them, in one pass over its sentences."""

import re
from collections import Counter

from claims.language import words
from claims.language.bodies import Bodies
from claims.language.firstnames import gender_of, is_first
from claims.language.items import Item, Unit
from claims.language.names import (
    ANCHORS,
    COMPARED,
    PLACES,
    People,
    Person,
    is_body,
    runs_of,
    same_name,
    spelling,
    split_title,
)
from claims.language.roles import LONGEST, Role, is_role, role_of, stem

INNER_RUN = re.compile(
    r"(?<![\w.])[A-ZÀ-Þ][a-zà-þ]+(?:[-’'][A-Z][a-z]+)?(?:\s[A-Z]\.)?(?:\s[A-ZÀ-Þ][\wà-þ’'-]*[a-zà-þ])+"
)
SEAT = re.compile(r"[RDI]-[A-Z]")
STANDS = frozenset(("COMMA", "LPAR", "DASH"))
APPOSED = frozenset(("DET", "WORD", "NAME", "POSS", "NUM", "PREP", "CONJ", "ADV", "TIME"))


def gather(units: list[Unit], text: str) -> People:
    """The people of an article: from every sentence outside boilerplate and titled headings, and from inside quotations."""
    return _Gathering(text).of(units)


class _Gathering:
    """One pass over the units, then the forms of each person are put together."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.people = People()
        self.bodies = Bodies(self.people)
        self.found: dict[tuple[str, ...], Person] = {}
        self.things: set[tuple[str, ...]] = set()  # "Vale Marine, which …"
        self.placed: Counter = Counter()  # how often a name stands behind "in" or "at"
        self.singles: Counter = Counter()
        self.later: list[tuple[int, list[str], str, list[Role]]] = []
        self.inner: list[tuple[int, list[str]]] = []

    def of(self, units: list[Unit]) -> People:
        for unit in units:
            if unit.kind == "boilerplate":
                continue
            if _titled(unit):
                self._heading(unit)
                continue
            self.bodies.read(unit.items)
            for start, end in runs_of(unit.items):
                self._run(unit.items, start, end)
            for item in unit.items:
                if item.cls == "Q" and item.mark:
                    self._inside(item)
        self.bodies.settle()
        self._settle()
        return self.people

    def _run(self, items: list[Item], start: int, end: int) -> None:
        people = self.people
        run = [x.text for x in items[start:end]]
        described, name = split_title(run)
        if start > 1 and items[start - 1].text == "The":
            people.the_names.add("The " + " ".join(run))
        at = items[end - len(name)].start
        roles = _roles(items, start, end, described)
        if len(name) == 1:
            self.singles[name[0]] += 1
            self.later.append((at, name, described[-1].lower() if described else "", roles))
            return
        if self.bodies.holds(items[start]) or is_body(name) or not 2 <= len(name) <= 5:
            return
        if start and items[start - 1].low == "the" and not described and not is_first(name[0]):
            return  # "the Harbour Courier": a body, not a person
        if end + 1 < len(items) and items[end].cls == "COMMA" and items[end + 1].low == "which":
            self.things.add(tuple(name))
        if start and items[start - 1].low in ("in", "at", "near", "outside", "across") and not described:
            self.placed[tuple(name)] += 1
        person = self._person(name, at)
        people.mentions.append((at, person))
        _describe(person, items, start, end, described, roles)

    def _person(self, name: list[str], at: int) -> Person:
        person = self.found.setdefault(tuple(name), Person(tuple(name)))
        person.places.append(at)
        person.full.append(at)
        person.forms[tuple(name)] += 1
        return person

    def _inside(self, item: Item) -> None:
        """Full names inside a quotation count for the fullest name, not as mentions of a subject."""
        assert item.mark is not None
        if item.text.isupper():
            return
        for run in INNER_RUN.finditer(self.text, item.mark.start, item.mark.end):
            described, name = split_title(run.group().split())
            while len(name) > 2 and not described and not is_first(name[0]):
                name = name[1:]  # "If Jane Vale cannot": a sentence's first word
            if not 2 <= len(name) <= 4 or is_body(name):
                continue
            if described:
                person = self._person(name, run.start())
                person.titles.update(w.lower() for w in described)
                person.sure = True
            elif is_first(name[0]):
                self.inner.append((run.start(), name))

    def _heading(self, unit: Unit) -> None:
        """A heading in Title Case tells only full names that begin with a first name."""
        texts = [x.text for x in unit.items]
        for k in range(len(texts) - 1):
            if (
                is_first(texts[k])
                and unit.items[k].text[0].isupper()
                and texts[k + 1][:1].isupper()
                and len(texts[k + 1]) > 2
            ):
                self.inner.append((unit.items[k].start, texts[k : k + 2]))

    def _settle(self) -> None:
        people, found = self.people, self.found
        short = [t for t, p in found.items() if t in people.longer and not (p.roles or p.titles or is_first(t[0]))]
        for thing in (*self.things, *short):
            found.pop(thing, None)
        for person in found.values():
            first = person.tokens[0]
            person.sure = person.sure or is_first(first) or (person.surname in self.singles and first not in PLACES)
            if first in PLACES and not person.titles:
                person.sure = False
            if (
                self.placed[person.tokens]
                and not is_first(first)
                and 2 * self.placed[person.tokens] >= len(person.full)
            ):
                person.sure = False
            person.gender = person.gender or gender_of(first)
        surnames = {p.surname for p in found.values() if p.sure}
        for at, name in self.inner:  # names that the copy elsewhere gives by surname only
            if name[-1] in self.singles and name[-1] not in surnames and tuple(name) not in found:
                person = self._person(name, at)
                person.places.clear()
                person.full.clear()
                person.sure, person.gender = True, gender_of(name[0])
        for tokens in [t for t, p in found.items() if t[0] in PLACES and not p.sure]:
            del found[tokens]
        merged = _merged(found)
        for person in {id(p): p for p in merged.values()}.values():
            people.persons.append(person)
            people.by_surname[person.surname].append(person)
            for first in {f[0] for f in person.forms}:
                people.by_first[first].append(person)
        people.mentions = [(at, merged[p.tokens]) for at, p in people.mentions if p.tokens in merged]
        self._alone()
        self._index()

    def _alone(self) -> None:
        """Surnames alone: of people named in full elsewhere, or with a title ("Mr. Vale") of people never named in full."""
        people = self.people
        for person in people.persons:
            people.by_spelling[spelling(person.surname)].append(person)
        for _, name, title, _ in self.later:
            surname = name[0]
            known = surname in people.by_surname or spelling(surname) in people.by_spelling
            if title in ANCHORS and not known and not is_body(name) and surname[0].isupper():
                person = Person((surname,), sure=True)
                person.forms[(surname,)] += 1
                people.persons.append(person)
                people.by_surname[surname].append(person)
        for at, name, title, roles in self.later:
            meant = people.named(name, title, at)
            if meant is None:
                continue
            meant.places.append(at)
            people.mentions.append((at, meant))
            meant.roles += roles
            if title:
                meant.titles.add(title)
                meant.gender = meant.gender or _gender({title})

    def _index(self) -> None:
        people = self.people
        for person in people.persons:
            person.places.sort()
            person.full.sort()
            person.gender = person.gender or _gender(person.titles)
        for person in sorted(people.persons, key=lambda p: p.places[:1]):
            if not person.sure or not person.places:
                continue
            for role in dict.fromkeys(person.roles):
                people.by_role[role.head].append((role, person))
                for party in role.around & {"republican", "democrat"}:
                    people.by_role[party].append((Role(party, role.around), person))
        people.mentions.sort(key=lambda m: m[0])


def _merged(found: dict[tuple[str, ...], Person]) -> dict[tuple[str, ...], Person]:
    """Each form of a name with its person: "Bob Vale", "Robert J. Vale" and "Robert Vale" are one."""
    groups: dict[str, list[Person]] = {}
    out: dict[tuple[str, ...], Person] = {}
    for person in found.values():
        group = groups.setdefault(spelling(person.surname), [])
        other = next((p for p in group[:COMPARED] if _one(p, person)), None)
        if other is None:
            group.append(person)
            out[person.tokens] = person
            continue
        other.forms += person.forms
        other.places += person.places
        other.full += person.full
        other.roles += person.roles
        other.titles |= person.titles
        other.gender = other.gender or person.gender
        other.sure = other.sure or person.sure
        out[person.tokens] = other
    for person in {id(p): p for p in out.values()}.values():
        first: Counter = Counter()
        longest: dict[str, tuple[str, ...]] = {}
        for form, count in person.forms.items():
            first[form[0]] += count
            longest[form[0]] = max(longest.get(form[0], ()), form, key=len)
        # the first name it mostly goes by; of two as frequent, that of the fuller name, then the short one ("Liz")
        most = max(first, key=lambda f: (first[f], len(longest[f]), -len(f)))
        person.tokens = longest[most]
    return out


def _one(one: Person, other: Person) -> bool:
    return bool(not one.gender or not other.gender or one.gender == other.gender) and same_name(
        one.tokens, other.tokens
    )


def _gender(titles: set[str]) -> str:
    return "m" if titles & words.MALE_TITLES else "f" if titles & words.FEMALE_TITLES else ""


def _titled(unit: Unit) -> bool:
    """Is it a heading in Title Case?"""
    if unit.kind != "heading":
        return False
    letters = [x for x in unit.items if x.text[0].isalpha()]
    return sum(x.text[0].isupper() for x in letters) > 0.6 * len(letters)


def _roles(items: list[Item], start: int, end: int, described: list[str]) -> list[Role]:
    """What stands beside a name tells who it is: titles and roles before it, an apposition before or after it."""
    found: list[Role | None] = []
    i = start + len(described)
    first = i
    while (
        first > 0
        and items[first - 1].cls in ("WORD", "NAME", "POSS")
        and i - first < 9
        and items[first - 1].cls != "DET"
    ):
        first -= 1
    if first < i and is_role(items[i - 1]):
        found.append(role_of(items[first:i]))
    elif first == i and i > 1 and items[i - 1].cls == "COMMA":  # "Brenn’s policy adviser, Ida Quill"
        k = i - 1
        while k > 0 and items[k - 1].cls in ("WORD", "NAME", "POSS", "DET", "PREP") and i - k < 12:
            k -= 1
        while k < i - 1 and items[k].cls in ("PREP", "POSS"):
            k += 1
        closed = end >= len(items) or items[end].cls in ("COMMA", "STOP", "CUE", "DASH", "AUX")
        if k < i - 1 and closed and any(is_role(x) for x in items[k : i - 1]):
            found.append(role_of(items[k : i - 1]))
    if end + 1 < len(items):
        after = items[end]
        if after.cls == "LPAR" and SEAT.match(items[end + 1].text):
            found.append(_seat(items[end + 1].text))
        elif after.cls in STANDS or after.low in ("is", "was"):
            k = end + 1
            if after.cls == "COMMA" and SEAT.match(items[k].text):
                found.append(_seat(items[k].text))
            elif items[k].cls in ("DET", "WORD", "NAME", "POSS", "NUM") and (
                after.cls in STANDS or items[k].low in ("the", "a", "an")
            ):
                last = k
                while last < len(items) and last - k < LONGEST and items[last].cls in APPOSED:
                    last += 1
                found.append(role_of(items[k:last]))
    return [role for role in found if role]


def _seat(text: str) -> Role:
    """ "R-Fla." makes a lawmaker of that party."""
    party = {"R": "republican", "D": "democrat"}.get(text[0], "independent")
    return Role("member", frozenset((party, stem(text[2:]))))


def _describe(person: Person, items: list[Item], start: int, end: int, described: list[str], roles: list[Role]) -> None:
    person.titles.update(w.lower() for w in described)
    person.titles.update(r.head for r in roles)
    person.roles += roles
    after = items[end] if end < len(items) else None
    if described or roles or (after and (after.cls == "CUE" or after.low in ("who", "who's"))):
        person.sure = True
