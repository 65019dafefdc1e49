"""Acts: verbs and the nouns made of them, with who does them, to whom, whether denied, and in which mood. No parser: clauses and order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claims.comparison.conflicts.parties import Party, Roles, complements, phrase_at, subject_of
from claims.comparison.conflicts.senses import base_of, sense_of, stem
from claims.comparison.conflicts.told import Sentence, Told, names_among, stems_among
from claims.language import words as tables
from claims.language.items import Item

NEGATIVE = frozenset(("not", "n't", "n’t", "never", "no", "without", "neither", "nor", "none", "nobody"))
DENYING = frozenset(("deny", "dispute", "refute", "rebut", "disprove", "contradict"))
DISMISSING = frozenset(("dismissed", "rejected", "denounced", "called", "described", "calling"))
FALSE = frozenset(("false", "untrue", "fabricated", "baseless", "wrong", "lie", "lies", "fake"))
DENIAL_REACH = 22  # items
NOUN_REACH = 7
WANTING = frozenset(
    ("demand", "urge", "want", "call", "insist", "order", "request", "ask", "tell", "recommend", "propose")
)
TRYING = frozenset(("try", "attempt", "plan", "threaten", "intend", "seek", "aim", "consider", "hope", "promise", "vow", "want", "refuse", "decline", "fail", "expect", "prepare"))  # fmt: skip
MAYBE = frozenset(("would", "could", "might", "may", "will", "can", "ca", "shall", "'ll", "’ll", "'d", "’d", "wo"))
SHOULD = frozenset(("should", "must", "ought"))
EVENT_NOUNS = frozenset(
    tables.listed(
        "conversation discussion talk talks meeting call encirclement death killing massacre murder dismissal firing resignation"
        " confrontation scuffle tussle altercation brawl shooting crash collision explosion attack arrest announcement wedding"
        " closure"
    )
)
HOPED = frozenset(
    tables.listed(
        "wish wishes plan plans planned hope hopes possible potential future proposed prospect seek seeks want wants for if"
    )
)
""" "Talks" behind these words have not been held."""


class Mood(StrEnum):
    TOLD = "told"
    ASKED = "asked"  # whether it is so
    WANTED = "wanted"  # that it should be so
    MAYBE = "maybe"  # would, could, plans to, if


@dataclass(slots=True)
class Act:
    """One verb, or a noun that means an act, at item `at` of its sentence; the clause is items low..high-1."""

    sentence: Sentence
    at: int
    sense: str
    low: int
    high: int
    is_noun: bool = False
    passive: bool = False
    negated: bool = False
    mood: Mood = Mood.TOLD
    subject: Party | None = None
    object: Party | None = None
    agent: Party | None = None
    others: tuple[tuple[str, Party], ...] = ()
    excluded: Party | None = None  # "rather than B": who did not
    reporters: Mapping[int, Party] = field(
        default_factory=dict
    )  # item of a reporting verb of the sentence → who reports

    @property
    def names(self) -> frozenset[str]:
        """Everybody and everything named in the clause."""
        return frozenset(names_among(self.sentence.items[self.low : self.high]))

    @property
    def stems(self) -> frozenset[str]:
        """Stems of the clause's content words, with its names, without the act itself."""
        items = self.sentence.items[self.low : self.high]
        rest = [i for n, i in enumerate(items, self.low) if n != self.at]
        return (stems_among(rest) | frozenset(names_among(rest))) - {stem(self.sense)}

    def span(self) -> tuple[int, int]:
        """Offsets of the clause."""
        return self.sentence.span(self.low, self.high)


def acts_of(told: Told, roles: Roles) -> list[Act]:
    """Every act of the story, in order of the copy."""
    return [act for sentence in told.sentences for act in _acts(sentence, roles)]


def _acts(sentence: Sentence, roles: Roles) -> Iterator[Act]:
    items = sentence.items
    reporters: dict[int, Party] = {}
    for at, item in enumerate(items):
        is_verb = item.cls in ("VERB", "CUE")
        is_noun = item.cls == "WORD" and (item.low in EVENT_NOUNS or base_of(item.low) in EVENT_NOUNS)
        if not is_verb and not is_noun and item.low not in ("dead",):
            continue
        low, high = sentence.clause_range(at)
        act = Act(sentence, at, sense_of(item.low), low, high, is_noun=not is_verb, reporters=reporters)
        act.negated = _negated(sentence, at, low, is_noun)
        act.mood = _mood(sentence, at, low)
        if not is_verb and any(i.low in HOPED for i in items[max(low, at - 4) : at]):
            act.mood = Mood.MAYBE
        if is_verb:
            act.passive = _passive(items, at)
            act.subject, act.excluded = subject_of(sentence, at, roles)
            if item.cls == "CUE" and act.subject is not None:
                reporters[at] = act.subject
            act.object = phrase_at(sentence, at + 1, roles) if not act.passive else None
        act.others = tuple(complements(sentence, at + 1, high, roles))
        if act.passive:
            act.agent = next((p for prep, p in act.others if prep == "by"), None)
        yield act


def _passive(items: list[Item], at: int) -> bool:
    low = items[at].low
    if low.endswith("ing") or base_of(low) == low:
        return False
    i = at - 1
    while i >= 0 and items[i].cls in ("ADV", "AUX"):
        if items[i].low in tables.BE_FORMS:
            return True
        i -= 1
    after = items[at + 1].low if at + 1 < len(items) else ""
    bare = i < 0 or items[i].cls in ("COMMA", "WORD", "NAME", "LPAR", "PUNCT")
    return bare and after == "by"


def _negated(sentence: Sentence, at: int, low: int, is_noun: bool) -> bool:
    """Whether the copy says that it was not so: "did not …", "no …", "haven't noted a …", "denied that …", "dismissed as false"."""
    items = sentence.items
    n = at - 1
    while n >= low and items[n].cls in ("ADV", "AUX", "WORD", "DET", "NUM") and at - n <= 4:
        if items[n].low in NEGATIVE:
            return not (items[n].low == "not" and items[n + 1].low in ("only", "just", "merely"))
        if not is_noun and items[n].cls in ("WORD", "DET", "NUM"):
            break
        n -= 1
    if (
        is_noun
        and any(i.low in NEGATIVE for i in items[max(low, n - 3) : n + 1])
        and n >= low
        and items[n].cls in ("VERB", "CUE")
    ):
        return True
    if not is_noun and at + 1 < len(items) and items[at + 1].low == "no":
        return True
    for n in range(at - 1, max(-1, at - (NOUN_REACH if is_noun else DENIAL_REACH)), -1):
        if is_noun and items[n].cls == "VERB":
            break
        is_noun_here = n and items[n - 1].cls in ("DET", "POSS")
        if (
            items[n].cls == "CUE"
            and not is_noun_here
            and base_of(items[n].low) in DENYING
            and sentence.clause[at] - sentence.clause[n] <= 3
        ):
            return True
        if items[n].low in DISMISSING and any(i.low in FALSE for i in items[at : at + 8]):
            return True
    return False


def _mood(sentence: Sentence, at: int, low: int) -> Mood:
    items = sentence.items
    near = [i.low for i in items[max(low, at - 5) : at]]
    opening = items[low].low
    if (
        opening in ("whether", "if", "unless")
        or (sentence.items[-1].text == "?")
        or (sentence.items[-2:] and items[-2].text == "?")
    ):
        return Mood.ASKED if opening != "unless" else Mood.MAYBE
    if any(w in SHOULD for w in near):
        return Mood.WANTED
    if any(w in MAYBE for w in near):
        return Mood.MAYBE
    if "to" in near:
        to = at - 1 - near[::-1].index("to")
        governor = next(
            (items[n] for n in range(to - 1, max(low - 1, to - 7), -1) if items[n].cls in ("VERB", "CUE")), None
        )
        if governor is not None:
            base = base_of(governor.low)
            if base in WANTING:
                return Mood.WANTED
            if base in TRYING:
                return Mood.MAYBE
        return Mood.MAYBE
    governor = items[at - 1] if at else None
    if governor is not None and governor.cls in ("VERB", "CUE") and base_of(governor.low) in TRYING:
        return Mood.MAYBE
    return Mood.TOLD
