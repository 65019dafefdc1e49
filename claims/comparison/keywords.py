"""The words of a text as comparison sees them: without small words, endings and spellings, near-synonyms of the news as one. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.language import words
from claims.language.person_names import fold

WORD = re.compile(r"\d[\d.,]*\d|\w+(?:[’'\-‑.](?=\w)\w+)*\.?")
CAPITAL = re.compile(r"[^\W\d_a-z]")
VALUES = {
    word: n
    for n, word in enumerate(
        words.listed("""
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty
    """)
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SMALL = (
    words.DETERMINERS - VALUES.keys()
    | words.PREPOSITIONS
    | words.CONJUNCTIONS
    | words.SUBORDINATORS
    | words.PRONOUNS
    | words.AUXILIARIES
    | words.ADVERBS
    | words.TITLES
    | {
        "mr",
        "mrs",
        "ms",
        "dr",
        "s",
        "t",
        "if",
        "as",
        "own",
        "say",
        "says",
        "said",
        "saying",
        "told",
        "tell",
        "add",
        "added",
    }
    | {
        "according",
        "there's",
        "it's",
        "that's",
        "i'm",
        "we're",
        "they're",
        "he's",
        "she's",
        "don",
        "didn",
        "doesn",
        "well",
    }
)
ALIKE = """
    surround encircle encirclement besiege
    soldier troop serviceman servicemen
    kill slay
    die dead death deadly fatal fatality perish
    injure injury wound hurt
    ceasefire truce armistice
    arrest detain detention
    resign resignation
    fire dismiss dismissal sack oust
    flee evacuate evacuation
    buy purchase acquire acquisition
    begin start launch
    end finish conclude
    talk discuss discussion negotiate negotiation
    meet meeting
    attack assault strike
    claim allege allegation
    false untrue fabricate baseless bogus hoax
    police officer cop
    child kid children
    lawyer attorney
    rise increase grow jump
    fall drop decline decrease
    vote ballot
    law legislation bill
    plan proposal propose
    demand urge
    agree agreement deal accord
    accept acceptance
    reject rejection refuse refusal
    deny denial
    approve approval
    withdraw withdrawal
    invade invasion incursion
    destroy destruction demolish
    shoot shooting gunfire
    gun firearm weapon
    storm hurricane
    blaze wildfire
    plane aircraft jet
    ship vessel
    car vehicle
    worker employee staff
    company firm
    house home
    jail prison imprison
    charge indict indictment
    guilty convict conviction
    sue lawsuit
    close closure shut
    open reopen
    help aid assist assistance
    near close
    poor poverty
    money fund funds funding
"""
CAPITALS = """
    russia moscow kremlin
    ukraine kyiv kiev
    america us u.s usa washington
    china beijing
    iran tehran
    israel jerusalem
    britain uk u.k london british
    france paris french
    germany berlin german
    syria damascus
    turkey ankara turk turkish
    spain madrid spanish
    poland warsaw polish
"""
PLURAL = re.compile(r"(?:(?<=ss)es|(?<=sh)es|(?<=ch)es|(?<=x)es|(?<=[a-z]{2}[^su])s)$")
ENDINGS = re.compile(r"(?<=[a-z]{3})(?:ing|ed|er|ly|ment|ness|ion)$")
DEMONYM = re.compile(r"(?<=[a-z]{4})(?:ians?|ia|ans?|ese|is?|a|e)$")


@dataclass(frozen=True, slots=True)
class Term:
    """One word that counts. `key` is equal for what comparison takes as one word; `name` says that it is written with a
    capital inside a sentence or is known as a place's; `number` is its value, None for other words."""

    start: int
    end: int
    key: str
    name: bool = False
    number: float | None = None


def terms_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
    """The terms of a stretch in order, offsets into `text`."""
    first = True
    stretch = text if (start, end) == (0, None) else text[start:end]
    shouted = len(CAPITAL.findall(stretch)) > len(stretch) / 3
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        spelled = match.group()
        if spelled[0].isdigit():
            key, value = _number(spelled)
            yield Term(*match.span(), key, False, value)
            first = False
            continue
        low = re.sub(r"[’']s?$", "", spelled.rstrip(".").lower())
        if low in VALUES and not first:
            yield Term(*match.span(), f"#{VALUES[low]}", False, float(VALUES[low]))
        elif low not in SMALL and low and not re.search(r"n[’']t$", low):
            capital = spelled[0].isupper() and not shouted
            for part in re.split(r"[-‑]", low) if _is_loose(low) else [low]:
                if part and part not in SMALL:
                    key = key_of(part, capital or part in PLACES or DEMONYM.sub("", part) in PLACES)
                    yield Term(*match.span(), key, capital and not (first and key_of(part, False) in COMMON))
        first = False


@lru_cache(maxsize=16384)
def terms_in(text: str) -> tuple[Term, ...]:
    """The terms of a whole short text, kept for whoever asks again."""
    return tuple(terms_of(text))


@lru_cache(maxsize=65536)
def key_of(word: str, capital: bool) -> str:
    """A word in small letters as its key: folded, near-synonyms as one, endings off."""
    word = fold(word.replace("-", "").replace("‑", ""))
    if word in PLACES:
        return PLACES[word]
    stem = stem_of(word)
    if capital and stem not in MEANING:
        short = DEMONYM.sub("", word)
        return PLACES.get(short) or stem_of(short)
    return MEANING.get(stem, stem)


def stem_of(word: str) -> str:
    """The word without the commonest endings; for comparing only."""
    if len(word) < 4:
        return word
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    word = ENDINGS.sub("", PLURAL.sub("", word))
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsze":
        word = word[:-1]
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] + "y" if len(word) > 4 and word[-1] == "i" else word


def _is_loose(word: str) -> bool:
    """ "US-proposed", "30-day": two words; "cease-fire" is one."""
    if "-" not in word and "‑" not in word:
        return False
    return key_of(word, False) not in MEANING.values()


def _number(spelled: str) -> tuple[str, float | None]:
    plain = spelled.rstrip(".").replace(",", "")
    match = re.match(r"\d{1,18}(?:\.\d+)?", plain)
    return (f"#{float(match.group()):g}", float(match.group())) if match else (f"#{plain}", None)


def _table(spelled: str, shorten: bool) -> dict[str, str]:
    lines = [line.split() for line in spelled.strip().splitlines()]
    return {(stem_of(word) if shorten else word): f"{line[0]}~" for line in reversed(lines) for word in line}


MEANING = _table(ALIKE, True)
PLACES = {
    **{DEMONYM.sub("", word): key for word, key in _table(CAPITALS, False).items()},
    **_table(CAPITALS, False),
}
COMMON = frozenset(MEANING.values())
