"""From answers that differ to a `Conflict` with its question, its members in order and a reason in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.comparison.conflicts.told import Sentence
from claims.comparison.decisions import Place
from claims.comparison.found import Answer, Conflict, ConflictKind


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: where it stands and what it says."""

    sentence: Sentence
    start: int
    end: int
    value: str


def conflict(kind: ConflictKind, question: str, answers: Iterable[Given], score: float, reason: str) -> Conflict | None:
    """The conflict with one member for each article and value; None where fewer than two places remain."""
    members: dict[tuple[int, str, bool], Answer] = {}
    for a in answers:
        key = (a.sentence.article, a.value.lower(), a.sentence.headline)
        members.setdefault(key, Answer(Place(a.sentence.article, a.start, a.end), a.sentence.paragraph, a.value))
    listed = tuple(sorted(members.values(), key=lambda m: m.place))
    if len(listed) < 2 or len({m.value.lower() for m in listed}) < 2:
        return None
    return Conflict(kind, question, listed, round(min(score, 0.99), 3), reason)
