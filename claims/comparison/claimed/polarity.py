"""Which way a statement goes: what it denies, what it doubts, and whether two statements say the opposite of each other. Pure.

A negation reaches forward over its own clause only, so that "he resigned and did not comment" still says that he resigned.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from claims.comparison.keywords import Term, key_of, terms_in
from claims.language.spans import Stance

REACH = 6  # terms that a negation reaches over at most
LONGEST = 600  # code points of a statement that are looked at
OPPOSED = 0.5  # share of the common words, by weight, that must go the other way
NEGATION = re.compile(
    r"\b(?:not(?!\s(?:only|just|merely|simply|least|later|more|less|fewer|until|false|untrue|fabricated|wrong|true|accurate|correct|so\b))|never|nobody|none|neither|nor|cannot|without|yet\sto|far\sfrom|no\slonger|rather\sthan"
    r"|instead\sof|fail(?:s|ed)?\sto|unable\sto|unlikely\sto|no(?!\s(?:matter|doubt|secret|longer|sooner|wonder|later|more\sthan|less\sthan|fewer)\b))\b|n[’']t\b(?!\s(?:only|just|merely|simply)\b)",
    re.IGNORECASE,
)
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|disput(?:e|es|ed|ing)"
    r"|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)\sto|oppos(?:e|es|ed|ing)|rul(?:e|es|ed|ing)\sout|contradict(?:s|ed|ing)?|debunk(?:s|ed|ing)?"
    r"|disavow(?:s|ed|ing)?|repudiat(?:e|es|ed|ing)|disagree[sd]?\swith|deni(?:al|als)\s(?:of|that))\b",
    re.IGNORECASE,
)
FALSE = re.compile(
    r"\b(?:is|are|was|were|be|being|as|(?:call|describ|brand|label|dismiss)\w*\s[^.;:]{0,80}?)\s?(?:\w+ly\s|all\s|as\s)?"
    r"[\"“‘']?(?:false|untrue|fabricated|baseless|unfounded|fake|bogus|incorrect|inaccurate|nonsense|fiction|a\slie|a\shoax|not\s(?:true|accurate|correct|so))\b",
    re.IGNORECASE,
)
UNKNOWN = re.compile(
    r"\b(?:no\s(?:\w+\s)?(?:evidence|indication|proof|sign|signs|confirmation)|unclear|unconfirmed|unverified|uncertain|(?:in)?conclusive"
    r"|doubt(?:s|ed|ful|ing)?|question(?:s|ed|ing)?\s(?:whether|if|the)|sceptical|skeptical|(?:n[’']t|not|never)\s(?:\w+\s){0,2}?(?:noted?|seen?|found"
    r"|find|know|knew|confirm\w*|observed?|verif\w+|clear|proven|certain|sure|prove|established?|corroborat\w+|substantiat\w+))\b"
    r"|n[’']t\s(?:\w+\s)?(?:noted?|seen?|found|find|know|confirm\w*|observed?|verif\w+|prove)\b",
    re.IGNORECASE,
)
STOP = re.compile(
    r"[.;:!?]\s|\s[—–-]+\s|[—–]|,\s(?:but|and|while|although|which|who|as|because|saying|with)\b|\b(?:but|because|although|while)\b"
)
COMMA = re.compile(r",")
OPPOSITES = """
    rise fall
    accept reject
    support oppose
    support opposition
    allow ban
    allow prohibit
    permit ban
    open close
    win lose
    victory defeat
    guilty innocent
    safe dangerous
    safe unsafe
    alive die
    preserve end
    keep scrap
    approve veto
    true false
    accurate inaccurate
    correct incorrect
    legal illegal
    lawful unlawful
    possible impossible
    strengthen weaken
    success failure
    succeed fail
    confirm deny
    agree disagree
    include exclude
    join leave
    hire fire
    acquit convict
    arrive leave
    likely unlikely
    more less
    hot cold
    advance retreat
    praise criticise
    praise criticize
    enter leave
    profit loss
"""


@dataclass(frozen=True, slots=True)
class Polarity:
    """Per term of a statement which way it goes, 1 or -1 (0 where it stands both ways), opposites under one key; `negated`: terms
    that a negation reaches; `names`: names and numbers among them; `doubts`: it is left open; `called_false`: it is denied,
    or says of something in its own words that it is not so."""

    signs: Mapping[str, int]
    negated: frozenset[str]
    names: frozenset[str]
    doubts: bool
    called_false: bool


@lru_cache(maxsize=16384)
def polarity_of(text: str, stance: Stance = Stance.ASSERTS) -> Polarity:
    """Which way the statement's words go. `stance` is that of whoever states it: denied words go the other way."""
    text = text[:LONGEST]
    terms = terms_in(text)
    unknown = [m.span() for m in UNKNOWN.finditer(text)]
    false = [m.span() for m in FALSE.finditer(text)]
    denied = stance is Stance.DENIES
    negations = [m.span() for m in NEGATION.finditer(text)]
    if not denied:
        negations += [m.span() for m in DENIAL.finditer(text)]
    signs: dict[str, int] = {}
    negated: set[str] = set()
    scopes = [_scope(text, terms, end) for _, end in sorted(negations)]
    flipped = -1 if denied or (false and not _is_negated(text, false[0][0])) else 1
    for n, term in enumerate(terms):
        sign = flipped
        for low, high in scopes:
            sign = -sign if low <= n < high else sign
        if sign < 0:
            negated.add(term.key)
        key, turn = OPPOSITE.get(term.key, (term.key, 1))
        sign *= turn
        signs[key] = sign if signs.get(key, sign) == sign else 0
    names = frozenset(term.key for term in terms if term.name or term.number is not None)
    return Polarity(signs, frozenset(negated), names, bool(unknown) or stance is Stance.DOUBTS, denied or bool(false))


def opposed(one: Polarity, other: Polarity, weight: Mapping[str, float]) -> float:
    """The share of the common words, names and numbers left out, that go the other way in the other; 0..1."""
    total = against = 0.0
    for key in one.signs:
        if key not in other.signs:
            continue
        if key in one.names or key in other.names:
            continue
        product = one.signs[key] * other.signs[key]
        worth = weight.get(key, 1.0) * (2 if key in TURNING else 1)
        total += worth * abs(product)
        against += worth * (product < 0)
    return against / total if total else 0.0


def stance_towards(statement: Polarity, claim: Polarity, weight: Mapping[str, float]) -> Stance:
    """Where a statement about a claim stands towards it, when both speak of the same."""
    goes_against = opposed(statement, claim, weight) >= OPPOSED
    if statement.doubts and not claim.doubts:
        return Stance.DOUBTS
    return Stance.DENIES if goes_against else Stance.ASSERTS


def _scope(text: str, terms: tuple[Term, ...], end: int) -> tuple[int, int]:
    """Numbers of the terms that a negation ending at `end` reaches."""
    stop = (COMMA if text[:end].lower().endswith("without") else STOP).search(text, end)
    limit = stop.start() if stop else len(text)
    low = next((n for n, term in enumerate(terms) if term.start >= end), len(terms))
    high = next((n for n in range(low, len(terms)) if terms[n].start >= limit), len(terms))
    return low, min(high, low + REACH)


def _is_negated(text: str, start: int) -> bool:
    """ "is not false"."""
    return NEGATION.search(text, max(0, start - 12), start) is not None


def _opposites() -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for line in OPPOSITES.strip().splitlines():
        one, other = (key_of(word, False) for word in line.split())
        base, sign = table.get(one, (one, 1))
        table.setdefault(one, (base, sign))
        table.setdefault(other, (base, -sign))
    return table


OPPOSITE = _opposites()
TURNING = frozenset(key for key, _ in OPPOSITE.values())
