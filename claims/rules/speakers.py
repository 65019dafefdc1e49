"""Whether two names are one speaker's, as far as names alone can tell.

Errs towards *one*: two names taken for one speaker make a claim look less corroborated, never more.
"""

import re

_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "president",
        "vice",
        "prime",
        "minister",
        "chancellor",
        "mayor",
        "mayoress",
        "councillor",
        "cllr",
        "senator",
        "governor",
        "secretary",
        "general",
        "chief",
        "captain",
        "judge",
        "justice",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "former",
        "acting",
        "deputy",
        "the",
        "a",
        "an",
    ]
)


def folded_speaker(name: str) -> str:
    """The name for comparing and for naming an origin: spaces tidied, a leading "the" and a possessive left out."""
    tidy = re.sub(r"[’']s$", "", " ".join(name.split()).strip(" ,.;:"))
    return re.sub(r"^the\s+", "", tidy, flags=re.IGNORECASE)


def same_speaker(one: str, other: str) -> bool:
    """True where the names fold alike or, titles left out, one is the last part of the other ("Brandt", "Ada Brandt")."""
    if folded_speaker(one).casefold() == folded_speaker(other).casefold():
        return bool(one.strip())
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and long[-len(short) :] == short


def _words(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", folded_speaker(name).casefold())
    return [word for word in words if word not in _TITLES] or words
