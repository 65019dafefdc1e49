"""Who is meant by a name across the articles of one story, by name alone: for comparing without the desk's table of people.

One person where surnames fold alike and first names go together: a middle initial more or less ("Ada B. Brandt"), a short
form ("Bob", "Robert"), one name in two languages ("Volodymyr", "Vladimir"). Where a name could be two people's, it stays itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from claims.comparison.copies import Copy
from claims.language import words
from claims.language.firstnames import same_first
from claims.language.person_names import Name, PersonKind, fold, name_of

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_ONE_NAME = [
    frozenset(names.split())
    for names in (
        "vladimir volodymyr uladzimir wladimir",
        "alexander oleksandr aleksandr alyaksandr alexandr aleksander",
        "dmitry dmytro dmitri dmitriy",
        "sergei serhii sergey serhiy siarhei",
        "nikolai mykola nikolay",
        "andrei andriy andrii andrey",
        "michael mikhail mykhailo",
        "paul pavlo pavel",
        "peter petro pyotr",
        "george georgy yuri yury yurii",
        "anton antony anthony",
        "joseph josef yosef yusuf",
        "catherine kateryna ekaterina yekaterina",
        "helen olena elena yelena",
        "natalia nataliya natalya",
        "maxim maksym maksim",
        "vitaly vitali vitaliy vitalii",
        "evgeny yevgeny yevhen evgeni",
        "igor ihor",
        "oleg oleh",
        "konstantin kostyantyn",
        "benjamin binyamin",
        "mohammed muhammad mohamed mohammad",
    )
]


def people_across(copies: Iterable[Copy]) -> Mapping[str, str]:
    """Name as written → the commonest, then longest spelling of whoever it means.

    Spellings of one full name meet by their folded key; a surname alone means the one person of the story who bears it
    (the father where only the son bears a "Jr."), and where two bear it nobody but itself.
    """
    written = Counter(name for copy in copies for name in _names_in(copy))
    names = {text: name for text in sorted(written) if (name := _read(text))}
    one = _meeting({name.key for name in names.values() if name.is_full and name.kind is PersonKind.PERSON})
    bearers: dict[str, set[str]] = defaultdict(set)
    for key in set(one.values()):
        bearers[_parts(key)[-1]].add(key)
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    meant = {text: _meant(name, one, bearers) for text, name in names.items()}
    for text, name in names.items():
        if name.is_full or meant[text] == name.key:
            shown[meant[text]][name.shown] += written[text]
    best = {key: min(spellings, key=lambda s: (-spellings[s], -len(s), s)) for key, spellings in shown.items()}
    return {text: best[key] for text, key in meant.items()}


def _read(text: str) -> Name | None:
    """The name in a mention, with a role before it left out: "Harbour Board spokesman Karl Orr" → Karl Orr."""
    plain = text.split(",")[0].strip()
    tokens = plain.split()
    if tokens and tokens[0].casefold() in words.DETERMINERS - {"the"}:
        return None  # "Some Republicans"
    for n in range(len(tokens) - 2, -1, -1):
        role = tokens[n].casefold().rstrip(".")
        rest = [token for token in tokens[n + 1 :] if fold(token) not in _SUFFIXES]
        if (role in words.ROLE_NOUNS or role in words.SPOKES) and rest and all(t[:1].isupper() for t in rest):
            name = name_of(" ".join(tokens[n + 1 :]))
            if name and name.kind is PersonKind.PERSON and (len(rest) > 1 or n == 0):
                return name
    return name_of(text)


def _meeting(keys: set[str]) -> dict[str, str]:
    """Full key → the key that stands for the person: keys that may be one person's meet where none of them excludes another."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        by_surname[_parts(key)[-1]].append(key)
    one = {key: key for key in keys}
    for bearers in by_surname.values():
        for key in bearers:
            like = [other for other in bearers if may_be_one(key, other)]
            if all(may_be_one(a, b) for a, b in combinations(like, 2)):
                one[key] = like[0]
    return {key: one[target] for key, target in one.items()}


def may_be_one(one: str, other: str) -> bool:
    """Whether two full keys ("ada b brandt", "ada brandt") may be one person's."""
    if one == other:
        return True
    a, b = _parts(one), _parts(other)
    if a[-1] != b[-1] or set(one.split()) & _SUFFIXES != set(other.split()) & _SUFFIXES:
        return False
    first = same_first(a[0], b[0]) or any({a[0], b[0]} <= names for names in _ONE_NAME)
    middles = list(zip(a[1:-1], b[1:-1], strict=False))
    return first and all(x[0] == y[0] and (x == y or 1 in (len(x), len(y))) for x, y in middles)


def _parts(key: str) -> list[str]:
    return [word for word in key.split() if word not in _SUFFIXES] or key.split()


def _meant(name: Name, one: Mapping[str, str], bearers: Mapping[str, set[str]]) -> str:
    if name.is_full or name.kind is PersonKind.BODY:
        return one.get(name.key, name.key)
    here = sorted(key for key in bearers.get(name.surname, ()) if key.startswith(name.initials[:1]))
    elders = [key for key in here if not set(key.split()) & _SUFFIXES]
    if len(here) == 1:
        return here[0]
    return elders[0] if len(elders) == 1 else name.key


def _names_in(copy: Copy) -> Iterable[str]:
    for quote in copy.quotes:
        if quote.speaker and (name := quote.speaker.name or quote.speaker.text):
            yield name
            yield from _each(name)
    for claim in copy.claims:
        if claim.claimant:
            yield claim.claimant


def _each(name: str) -> list[str]:
    """The two of "both Ada Brandt and Karl Orr"."""
    parts = re.split(r"\s(?:and|&)\s", re.sub(r"^both\s", "", name))
    return parts if len(parts) == 2 else []
