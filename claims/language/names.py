"""Who is who in one article: the people and bodies it names, and the fullest name behind a short one."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from claims.language import words
from claims.language.firstnames import is_first, same_first
from claims.language.items import Item
from claims.language.roles import Role, fit, told

ANCHORS = words.TITLES - words.MODIFIER_TITLES
GENERALS = frozenset(("attorney", "solicitor", "surgeon", "inspector", "secretary", "major", "brigadier", "lieutenant"))
PARTIES = frozenset(("republican", "democrat", "democratic", "gop", "rival"))
# first words of places' names
PLACES = frozenset(
    words.listed("New North South West East United Saudi San Los Las Fort Port Mount Lake Grand Great St. El Rio")
)
SUFFIXES = frozenset(("jr.", "sr.", "jr", "sr", "ii", "iii", "iv"))
ORIGIN = re.compile(r"(?:[a-z]+(?:ian|ish|ese|can|crat|cratic|ech|reek|rench|utch|wiss|elsh|raqi|raeli|stani))$")
LONGEST_BODY = 8  # words of a body's name that tell it from others
COMPARED = (
    40  # people of one surname or role that a mention is compared with, so that all mentions together stay linear
)
RECENT = 1200  # characters over which a full name just given settles a shared surname
DOMINANT = 3  # how many times as often a namesake has to be named to be meant all the same


@dataclass(slots=True)
class Person:
    """Somebody the article names: the forms of the name and how often, what it calls them, and where."""

    tokens: tuple[str, ...]
    forms: Counter = field(default_factory=Counter)
    roles: list[Role] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    gender: str = ""
    places: list[int] = field(default_factory=list)
    full: list[int] = field(default_factory=list)  # where named in full
    sure: bool = False

    @property
    def name(self) -> str:
        return " ".join(self.tokens)

    @property
    def surname(self) -> str:
        return surname_of(self.tokens)


@dataclass(slots=True)
class People:
    """All people and bodies of an article and the places where people are named."""

    persons: list[Person] = field(default_factory=list)
    by_surname: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    by_spelling: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    by_role: dict[str, list[tuple[Role, Person]]] = field(default_factory=lambda: defaultdict(list))
    mentions: list[tuple[int, Person]] = field(default_factory=list)
    longer: dict[tuple[str, ...], set[str]] = field(default_factory=dict)  # first words of a body → its whole names
    endings: dict[str, set[str]] = field(default_factory=dict)  # last word of a body → its whole names
    acronyms: dict[str, str] = field(default_factory=dict)
    the_names: set[str] = field(default_factory=set)  # "The Moscow Times": with a capital article inside a sentence

    def named(self, tokens: list[str], title: str = "", at: int | None = None) -> Person | None:
        """The person meant by a name, in full or by surname or (last) by first name; `at` is where it stands."""
        if not tokens:
            return None
        core = [t for t in tokens if t.lower() not in SUFFIXES] or tokens
        candidates = (self.by_surname.get(core[-1]) or self.by_spelling.get(spelling(core[-1]), []))[:COMPARED]
        if len(core) > 1:
            fitting = [p for p in candidates if any(same_name(f, tuple(tokens)) for f in p.forms)]
            if not fitting and len(candidates) == 1 and len(core[0]) > 2 and core[0].lower() in words.TITLES:
                fitting = candidates
            return max(fitting, key=lambda p: len(p.places), default=None)
        if not candidates:
            candidates = self.by_first.get(core[0], [])
            return candidates[0] if len(candidates) == 1 and candidates[0].sure else None
        want = "m" if title in words.MALE_TITLES else "f" if title in words.FEMALE_TITLES else ""
        fitting = [p for p in candidates if not want or p.gender in ("", want)] or candidates
        if title and len(fitting) > 1:
            fitting = [p for p in fitting if title in p.titles] or fitting
        return fitting[0] if len(fitting) == 1 else _namesake(fitting, at)

    def described(self, phrase: list[Item], asked: Role, before: int) -> Person | None:
        """The person meant by "the northern leader", as `roles.role_of` reads it: named before, or the only one it fits."""
        must = told(phrase, asked)
        heads = words.SAME_ROLE.get(asked.head, frozenset()) | {asked.head}
        best: dict[int, tuple[int, Person]] = {}
        for head in sorted(heads):
            for role, person in self._near(self.by_role.get(head, []), before):
                score = fit(role, asked, must)
                if score > best.get(id(person), (0, person))[0]:
                    best[id(person)] = (score, person)
        ranked = []
        for score, person in best.values():
            earlier = bisect_left(person.places, before)
            near = person.places[earlier - 1] if earlier else -person.places[0] if person.places else -before
            ranked.append((score + (2 if earlier else 0), near, person))
        if not ranked:
            return None
        return max(ranked, key=lambda r: r[:2])[2]

    def _near(self, known: list[tuple[Role, Person]], before: int) -> list[tuple[Role, Person]]:
        if len(known) <= COMPARED:
            return known
        i = bisect_left(known, before, key=lambda k: k[1].places[0])
        return known[max(0, i - COMPARED // 2) : i + COMPARED // 2]

    def body(self, tokens: list[str]) -> str | None:
        """The one longer name of a body of which a mention is the beginning or the acronym."""
        if len(tokens) == 1 and (full := self.acronyms.get(tokens[0].replace(".", ""))):
            return full
        longer = self.longer.get(tuple(tokens[:LONGEST_BODY]), set())
        if not longer and len(tokens) == 1:
            longer = self.endings.get(tokens[0].lower(), set())
        return next(iter(longer)) if len(longer) == 1 else None

    def nearest(self, low: int, high: int, gender: str = "") -> Person | None:
        """The first sure person named between two offsets who may be he (m) or she (f)."""
        i = bisect_left(self.mentions, low, key=lambda m: m[0])
        while i < len(self.mentions) and self.mentions[i][0] < high:
            person = self.mentions[i][1]
            if person.sure and (not gender or person.gender in ("", gender)):
                return person
            i += 1
        return None


def surname_of(tokens: tuple[str, ...]) -> str:
    """The last token that is no "Jr."."""
    core = [t for t in tokens if t.lower() not in SUFFIXES]
    return core[-1] if core else tokens[-1]


UNMARKED = str.maketrans("łøđıßæ", "lodisa")
DOUBLED = re.compile(r"(.)\1+")
LAST_VOWELS = re.compile(r"(?:[iyj])+$")


def spelling(surname: str) -> str:
    """One key for the ways in which a name is transliterated: "Zelensky", "Zelenskyy", "Zelenskiy"."""
    low = "".join(c for c in unicodedata.normalize("NFKD", surname.lower()[:40]).translate(UNMARKED) if c.isalpha())
    low = LAST_VOWELS.sub("y", low) if len(low) > 4 else low
    return DOUBLED.sub(r"\1", low.replace("kh", "h").replace("ou", "u").replace("ph", "f").replace("sch", "sh"))


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """May two full names with the same surname be one person's?"""
    suffixed = [{t.lower().rstrip(".") for t in n if t.lower() in SUFFIXES} for n in (one, other)]
    if suffixed[0] != suffixed[1]:
        return False
    a, b = ([t for t in n if t.lower() not in SUFFIXES][:-1] for n in (one, other))
    if not a or not b:
        return False
    middle = [{t[0] for t in n[1:] if len(t) <= 2} for n in (a, b)]
    if middle[0] and middle[1] and not middle[0] & middle[1]:
        return False  # George H. and George W.
    return same_first(a[0], b[0]) or bool({t for t in a if len(t) > 2} & {t for t in b if len(t) > 2})


def _namesake(candidates: list[Person], at: int | None) -> Person:
    """Which of several people with one surname: the one named in full just before, unless another rules the article."""
    ruling = max(candidates, key=lambda p: (p.sure, len(p.places)))
    if at is None:
        return ruling
    recent = []
    for p in candidates:
        i = bisect_left(p.full, at)
        if i and at - p.full[i - 1] < RECENT:
            recent.append((p.full[i - 1], p))
    if not recent:
        return ruling
    last = max(recent, key=lambda r: r[0])[1]
    return ruling if len(ruling.places) >= DOMINANT * max(1, len(last.places)) else last


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
    while len(name) >= 2 and name[0].lower() in PARTIES:
        described, name = [*described, name[0]], name[1:]
    if len(name) >= 3 and ORIGIN.match(name[0].lower()):
        described, name = [*described, name[0]], name[1:]
    if len(name) >= 3 and not is_first(name[0]) and len(name[0]) > 2:  # "Special Agent Peter Vale"
        cut = next((i for i in range(1, len(name) - 1) if is_first(name[i])), 0)
        described, name = [*described, *name[:cut]], name[cut:]
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
