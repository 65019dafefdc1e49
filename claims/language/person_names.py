"""Names of people and bodies, folded so that spellings of one name meet, and taken apart. Pure.

Careful on purpose: what is folded away are case, marks on letters, titles, and endings on which transliterations of one
name differ (Zelensky, Zelenskyy, Zelenskiy). Two different first names stay two people whatever their surname is.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from claims.language import words


class PersonKind(StrEnum):
    PERSON = "person"
    BODY = "body"


LONGEST = 300
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("'’‘ʼ`´.", "")
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_PARTICLES = frozenset(words.listed("al el von van der den de di da do dos du del della la le bin ibn ter ten zu zur"))
_TITLES = frozenset(title.replace(".", "") for title in words.TITLES) - {"party"} | {"late", "us", "uk"}
_VARIANTS = [
    (re.compile(r"^m[ou]hamm?[ae]d$"), "mohammed"),
    (re.compile(r"^hus+[ae]i?n$"), "hussein"),
    (re.compile(r"^ahm[ae]d$"), "ahmed"),
    (re.compile(r"^ye(?=[kglv])"), "e"),  # Yelena, Elena
    (re.compile(r"(?<=[sc]k)(?:yy|yi|iy|ij|yj|yi|ii|i)$"), "y"),  # Zelenskiy; Kowalski
    (re.compile(r"(?:yy|iy|ij|ii)$"), "y"),  # Yevgeniy
    (re.compile(r"(?<=[aeo])[ij]$"), "y"),  # Andrei, Nikolai
]
"""Endings and names on which spellings of one name differ; for words of five letters and more."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written, taken apart.

    `shown` is without titles; `key` is equal for spellings of one name; `is_full` says that the key may be looked up in
    every story, else it is a surname (`surname`, perhaps with `initials` before it), which means somebody only in a story.
    """

    text: str
    shown: str
    key: str
    kind: PersonKind
    is_full: bool
    surname: str
    initials: str = ""


def name_of(text: str) -> Name | None:
    """The name in what a quote or claim calls its speaker; None where that names nobody, or two people.

    "officials", "the mayor", "Ada Brandt and Karl Orr" are None.
    """
    text = text[:LONGEST]
    spoken = re.sub(r"[’']s?$", "", " ".join(text.split()).strip(" ,;:–—-“”\"'"))
    tokens = spoken.split()
    the = bool(tokens) and tokens[0].casefold() == "the"
    tokens = tokens[the:]
    if not tokens or not _is_capital(tokens[-1]) or _are_two(tokens):
        return None
    if not _is_capital(tokens[0]) and tokens[0] not in _PARTICLES:
        return None  # "shopkeepers on Anchor Street"
    if the or is_body(tokens):
        return _body(text, tokens)
    tokens = _without_titles(tokens)
    core = [token for token in tokens if fold(token) not in _SUFFIXES]
    if not core or (len(core) == 1 and core[0].casefold().rstrip(".") in words.ROLE_NOUNS | words.TITLES):
        return None
    folded = [word for token in tokens for word in _folded_words(token)]
    names = [word for word in folded if word not in _SUFFIXES]
    while len(names) > 1 and names[0] in _PARTICLES:
        names = names[1:]
    if not names or not names[-1]:
        return None
    before = names[:-1]
    initials = "".join(before) if all(len(word) == 1 for word in before) else ""
    return Name(
        text,
        " ".join(tokens),
        " ".join(folded)[:LONGEST],
        PersonKind.PERSON,
        is_full=bool(before) and not initials,
        surname=names[-1],
        initials=initials,
    )


def surname_of(key: str) -> str:
    """The surname in a full person's key."""
    return next((word for word in reversed(key.split()) if word not in _SUFFIXES), "")


def fold(word: str) -> str:
    """Without case, marks on letters, stops and apostrophes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.casefold().translate(_LETTERS)


def key_part(typed: str) -> str:
    """What somebody typed into a search box, folded as keys are."""
    return " ".join(word for token in typed.split() for word in _folded_words(token))


def is_body(tokens: list[str]) -> bool:
    """Does the name read as an organisation's?"""
    if any(token.casefold().rstrip(".,") in words.ORGANISATION_WORDS for token in tokens):
        return True
    return len(tokens) == 1 and tokens[0].isupper() and 1 < len(tokens[0].replace(".", "")) <= 5


def _body(text: str, tokens: list[str]) -> Name:
    key = " ".join(filter(None, (fold(part) for token in tokens for part in re.split(r"[-–/]", token))))[:LONGEST]
    return Name(text, " ".join(tokens), key, PersonKind.BODY, is_full=True, surname=key if " " not in key else "")


def _is_capital(token: str) -> bool:
    """A capital or a digit in it; or letters of a script that has no capitals."""
    return any(c.isupper() or c.isdigit() or (c.isalpha() and c.lower() == c.upper()) for c in token)


def _are_two(tokens: list[str]) -> bool:
    """ "Ada Brandt and Karl Orr"; "the Ministry of Trade and Industry" is one."""
    if "and" not in tokens and "&" not in tokens:
        return False
    return not is_body(tokens)


def _without_titles(tokens: list[str]) -> list[str]:
    """ "Mayor Ines Calder" → Ines Calder. A title after which no name stands stays."""
    last = -1
    for n, token in enumerate(tokens[:-1]):
        low = token.casefold().rstrip(",.")
        if low in _TITLES and (n == last + 1 or _joins(tokens[last + 1 : n])):
            last = n
    return tokens[last + 1 :]


def _joins(between: list[str]) -> bool:
    """ "Secretary *of* State Karl Orr", "Vice-President *and* Treasurer …": small words between two titles."""
    return bool(between) and all(token.islower() for token in between)


def _folded_words(token: str) -> list[str]:
    """ "Jong-un" → jong, un; "al-Assad" → assad; spelling variants folded."""
    token = re.sub(r"^(?:al|el)-(?=\w)", "", token)
    return [_variant(part) for part in map(fold, re.split(r"[-–/]", token)) if part]


def _variant(word: str) -> str:
    if len(word) < 5:
        return word
    for pattern, instead in _VARIANTS:
        word = pattern.sub(instead, word)
    return word
