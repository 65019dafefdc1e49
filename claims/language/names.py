"""Who is who in one article: the people it names, and the fullest name behind a surname, a pronoun or "the northern leader"."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from claims.language import words
from claims.language.items import Item, Unit

ANCHORS = words.TITLES - words.MODIFIER_TITLES
GENERALS = frozenset(("attorney", "solicitor", "surgeon", "inspector", "secretary", "major", "brigadier", "lieutenant"))
SUFFIXES = frozenset(("jr.", "sr.", "jr", "sr", "ii", "iii", "iv"))
ORIGIN = re.compile(r"(?:[a-z]+(?:ian|ish|ese|can|crat|cratic|ech|reek|rench|utch|wiss|elsh|raqi|raeli|stani))$")
INNER_RUN = re.compile(
    r"(?<![\w.])[A-ZÀ-Þ][a-zà-þ]+(?:[-’'][A-Z][a-z]+)?(?:\s[A-Z]\.)?(?:\s[A-ZÀ-Þ][\wà-þ’'-]*[a-zà-þ])+"
)


@dataclass(slots=True)
class Person:
    """Somebody the article names in full: tokens of the name, what it calls them, and where."""

    tokens: tuple[str, ...]
    descriptors: set[str] = field(default_factory=set)
    gender: str = ""
    places: list[int] = field(default_factory=list)
    sure: bool = False

    @property
    def name(self) -> str:
        return " ".join(self.tokens)

    @property
    def surname(self) -> str:
        core = [t for t in self.tokens if t.lower() not in SUFFIXES]
        return core[-1] if core else self.tokens[-1]


@dataclass(slots=True)
class People:
    """All people of an article and the places where they are named."""

    persons: list[Person] = field(default_factory=list)
    by_surname: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    by_role: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    mentions: list[tuple[int, Person]] = field(default_factory=list)
    bodies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # by their first word
    the_names: set[str] = field(
        default_factory=set
    )  # "The Moscow Times": names with a capital article inside a sentence

    def named(self, tokens: list[str], title: str = "") -> Person | None:
        """The person meant by a name, in full or by surname or (last) by first name."""
        if not tokens:
            return None
        core = [t for t in tokens if t.lower() not in SUFFIXES] or tokens
        candidates = self.by_surname.get(core[-1], [])
        if len(core) > 1:
            candidates = [p for p in candidates if set(core[:-1]) & set(p.tokens[:-1]) or core[0] == p.tokens[0]]
            return max(candidates, key=lambda p: len(p.tokens), default=None)
        if not candidates:
            candidates = self.by_first.get(core[0], [])
            return candidates[0] if len(candidates) == 1 and candidates[0].sure else None
        want = "m" if title in words.MALE_TITLES else "f" if title in words.FEMALE_TITLES else ""
        fitting = [p for p in candidates if not want or p.gender in ("", want)] or candidates
        return max(fitting, key=lambda p: (p.sure, len(p.places)))

    def described(self, described_as: list[str], before: int, owned: bool = False) -> Person | None:
        """The person meant by "the northern leader": a role noun, with the words before it as far as they fit.

        `owned` says that the words before are an owner ("Smith’s lawyer"), who then has to fit.
        """
        head = described_as[-1].lower()
        same = words.SAME_ROLE.get(head, frozenset((head,))) | {head}
        fitting = {id(p): p for role in same for p in self.by_role.get(role, ()) if p.sure}
        qualifiers = {w.lower() for w in described_as[:-1]} - words.DETERMINERS - words.TITLES
        scored: list[tuple[int, bool, int, Person]] = []
        for p in fitting.values():
            score = len(qualifiers & p.descriptors)
            if not score and (owned or any(q[0].isalpha() and ORIGIN.match(q) for q in qualifiers)):
                continue
            earlier = bisect_left(p.places, before)
            scored.append((score, bool(earlier), p.places[earlier - 1] if earlier else -p.places[0], p))
        if not scored:
            return None
        best = max(scored, key=lambda s: s[:3])
        return best[3] if best[1] or best[0] else None

    def body(self, short: str) -> str | None:
        """The one body whose name begins with a word: "Vale" for "Vale Marine Works"."""
        full = self.bodies.get(short, ())
        return next(iter(full)) if len(full) == 1 else None

    def nearest(self, low: int, high: int, gender: str = "") -> Person | None:
        """The first sure person named between two offsets who may be he (m) or she (f)."""
        i = bisect_left(self.mentions, low, key=lambda m: m[0])
        while i < len(self.mentions) and self.mentions[i][0] < high:
            person = self.mentions[i][1]
            if person.sure and (not gender or person.gender in ("", gender)):
                return person
            i += 1
        return None


def split_title(run: list[str]) -> tuple[list[str], list[str]]:
    """A run of names with capitals as what describes ("Norlandic President") and the name itself ("Karl Brenn")."""
    last = -1
    for i, word in enumerate(run[:-1]):
        low = word.lower()
        if low in ANCHORS or (low == "general" and i and run[i - 1].lower() in GENERALS):
            last = i
    while last + 1 < len(run) - 1 and run[last + 1].lower() in ("emeritus", "general", "elect", "designate"):
        last += 1
    described, name = run[: last + 1], run[last + 1 :]
    if len(name) >= 3 and ORIGIN.match(name[0].lower()):
        described, name = [*described, name[0]], name[1:]
    return described, name


def is_body(name: list[str]) -> bool:
    """Does a name read as an organisation's?"""
    return any(t.lower() in words.ORGANISATION_WORDS for t in name) or (
        len(name) == 1 and name[0].isupper() and len(name[0]) <= 5
    )


def runs_of(items: list[Item]) -> list[tuple[int, int]]:
    """[start, end) of every stretch of names among items; a nickname in marks inside a name belongs to it."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(items):
        if items[i].cls != "NAME":
            i += 1
            continue
        j = i + 1
        while j < len(items):
            if items[j].cls == "NAME" and not (items[j - 1].text[-1] == "." and len(items[j - 1].text) > 12):
                j += 1
            elif (
                items[j].low in words.NAME_LINKS
                and j + 1 < len(items)
                and items[j + 1].cls == "NAME"
                and items[j].low != "&"
            ):
                j += 2
            else:
                break
        runs.append((i, j))
        i = j
    return runs


def gather(units: list[Unit], text: str) -> People:
    """The people of an article: from every sentence outside boilerplate and titled headings, and from inside quotations."""
    people = People()
    found: dict[tuple[str, ...], Person] = {}
    things: set[tuple[str, ...]] = set()  # "Vale Marine, which …"
    singles: set[str] = set()
    later: list[tuple[int, list[str], str]] = []
    for unit in units:
        items = unit.items
        if unit.kind == "boilerplate" or _titled(unit):
            continue
        for start, end in runs_of(items):
            run = [x.text for x in items[start:end]]
            described, name = split_title(run)
            if start and items[start - 1].text == "The" and start > 1:
                people.the_names.add("The " + " ".join(run))
            at = items[end - len(name)].start
            if len(name) > 1 and not described and is_body(name):
                people.bodies[name[0]].add(" ".join(name))
            if len(name) == 1:
                singles.add(name[0])
                later.append((at, name, described[-1].lower() if described else ""))
            elif start and items[start - 1].low == "the" and not described:
                continue  # "the Harbour Courier": a body, not a person
            elif not is_body(name) and 2 <= len(name) <= 5:
                if end + 1 < len(items) and items[end].cls == "COMMA" and items[end + 1].low == "which":
                    things.add(tuple(name))
                person = found.setdefault(tuple(name), Person(tuple(name)))
                person.places.append(at)
                people.mentions.append((at, person))
                _describe(person, items, start, end, described)
        for item in items:
            if item.cls == "Q" and item.mark:
                _inside(item, text, found, people)
    for thing in things:
        found.pop(thing, None)
    people.mentions = [(at, p) for at, p in people.mentions if p.tokens not in things]
    for person in found.values():
        people.persons.append(person)
        people.by_surname[person.surname].append(person)
        people.by_first[person.tokens[0]].append(person)
        person.sure = person.sure or (
            person.surname in singles
            and person.tokens[0] not in ("New", "North", "South", "West", "East", "United", "Saudi")
        )
        first = person.tokens[0].lower()
        if not person.gender and first in words.FEMALE_NAMES:
            person.gender = "f"
        elif not person.gender and first in words.MALE_NAMES:
            person.gender = "m"
    _surnames_alone(people, later)
    for at, name, title in later:
        if meant := people.named(name, title):
            meant.places.append(at)
            people.mentions.append((at, meant))
            if title:
                meant.descriptors.add(title)
                meant.gender = meant.gender or (
                    "m" if title in words.MALE_TITLES else "f" if title in words.FEMALE_TITLES else ""
                )
    for person in people.persons:
        person.places.sort()
        for role in person.descriptors:
            people.by_role[role].append(person)
    people.mentions.sort(key=lambda m: m[0])
    return people


def _surnames_alone(people: People, later: list[tuple[int, list[str], str]]) -> None:
    """People whom the article never names in full ("Mr. Vale", "President Vale") are people all the same."""
    for _, name, title in later:
        surname = name[0]
        if title in ANCHORS and surname not in people.by_surname and not is_body(name) and surname[0].isupper():
            person = Person((surname,), sure=True)
            people.persons.append(person)
            people.by_surname[surname].append(person)


def _inside(item: Item, text: str, found: dict, people: People) -> None:
    """Full names inside a quotation count for the fullest name, not as mentions of a subject."""
    assert item.mark is not None
    if item.text.isupper():
        return
    for run in INNER_RUN.finditer(text, item.mark.start, item.mark.end):
        described, name = split_title(run.group().split())
        if 2 <= len(name) <= 4 and not is_body(name) and described:
            person = found.setdefault(tuple(name), Person(tuple(name)))
            person.places.append(run.start())
            person.descriptors.update(w.lower() for w in described)
            person.sure = True


def _titled(unit: Unit) -> bool:
    """A heading in Title Case tells nothing about names."""
    if unit.kind != "heading":
        return False
    letters = [x for x in unit.items if x.text[0].isalpha()]
    return sum(x.text[0].isupper() for x in letters) > 0.6 * len(letters)


def _describe(person: Person, items: list[Item], start: int, end: int, described: list[str]) -> None:
    """What stands beside a name tells who it is: titles, roles before it, an apposition after it."""
    for word in described:
        person.descriptors.add(word.lower())
        person.sure = True
        if word.lower() in words.MALE_TITLES:
            person.gender = "m"
        elif word.lower() in words.FEMALE_TITLES:
            person.gender = "f"
    i = start - 1
    if i >= 0 and items[i].cls == "COMMA":  # "Brenn’s policy adviser, Ida Quill"
        i -= 1
        if i < 0 or items[i].cls != "WORD" or items[i].low not in words.ROLE_NOUNS:
            i = -1
    role = (
        i >= 0
        and items[i].cls in ("WORD", "NAME")
        and (items[i].low in words.ROLE_NOUNS or items[i].low in words.TITLES)
    )
    if role:
        person.sure = True
        while i >= 0 and items[i].cls in ("WORD", "NAME") and start - i < 8:
            person.descriptors.add(items[i].low)
            i -= 1
        if i >= 0 and items[i].cls == "POSS" and i:
            person.descriptors.add(items[i - 1].low)
    if end < len(items):
        after = items[end]
        if after.cls == "CUE" or after.low in ("who", "who's"):
            person.sure = True
        elif after.cls == "LPAR" and end + 1 < len(items) and items[end + 1].text[:2] in ("R-", "D-", "I-"):
            person.sure = True
            person.descriptors.update(("lawmaker", "member"))
        elif after.cls == "COMMA" and end + 1 < len(items):
            k = end + 1
            seen = []
            while k < len(items) and items[k].cls in ("DET", "WORD", "NAME", "POSS", "NUM") and k - end < 9:
                seen.append(items[k].low)
                k += 1
            if any(w in words.ROLE_NOUNS for w in seen):
                person.sure = True
                person.descriptors.update(w for w in seen if w in words.ROLE_NOUNS or ORIGIN.match(w))
    for gender, table in (("m", words.MALE_TITLES), ("f", words.FEMALE_TITLES)):
        if not person.gender and person.descriptors & table:
            person.gender = gender
