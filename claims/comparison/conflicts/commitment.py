"""How far somebody went: rejected, is open to it, agreed in principle, supports, accepted. Steps far apart make a question.

The ladder is `claims.comparison.claimed.commitment`'s; the acts add what it does not see, a pronoun's "he agreed in principle" among them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims.comparison.claimed.commitment import Ladder, Rung, ladders_of
from claims.comparison.conflicts.acts import Act, Mood
from claims.comparison.conflicts.events import doer
from claims.comparison.conflicts.limits import MOST_ANSWERS, STEPS_APART
from claims.comparison.conflicts.parties import Roles
from claims.comparison.conflicts.senses import base_of, sense_of, stem
from claims.comparison.conflicts.suggest import Given, conflict
from claims.comparison.conflicts.told import Sentence, Told
from claims.comparison.found import Conflict, ConflictKind
from claims.language.items import Item

YES = {"accept": Rung.ACCEPTED, "approve": Rung.ACCEPTED, "agree": Rung.ACCEPTED}
YES |= dict.fromkeys(("support", "back", "endorse", "favor", "favour"), Rung.SUPPORTS)
NO = frozenset(("reject", "oppose", "rebuff"))
HALF = frozenset(("principle", "theory", "conditionally", "tentatively"))
NO_TOPIC = frozenset(
    stem(w)
    for w in [
        "deal",
        "offer",
        "plan",
        "proposal",
        "agreement",
        "terms",
        "idea",
        "request",
        "call",
        "wish",
        "claim",
        "report",
    ]
)


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """Where somebody stands towards something, at offsets start..end."""

    sentence: Sentence
    start: int
    end: int
    rung: Rung

    def touches(self, other: "Stand") -> bool:
        same = self.sentence.article == other.sentence.article
        return same and self.start < other.end and other.start < self.end


def find(told: Told, acts: list[Act], roles: Roles) -> Iterator[Conflict]:
    """Conflicts over how far somebody committed themselves, one for each actor and object."""
    groups: dict[tuple[str, str], list[tuple[Act, Stand]]] = defaultdict(list)
    for act in acts:
        for who, topic, stand in _stands(act, roles):
            groups[who, topic].append((act, stand))
    ladders: list[list[Stand]] = []
    taken: list[Stand] = []
    for (_, topic), group in groups.items():
        stands = [s for _, s in group[:MOST_ANSWERS]]
        if not _apart(stands) or any(s.touches(t) for s in stands for t in taken):
            continue
        ladders = ladders or [_steps(told, ladder) for ladder in ladders_of(told.story)]
        for steps in ladders:
            if any(s.touches(t) for s in stands for t in steps):
                stands.extend(t for t in steps if not any(s.touches(t) for s in stands))
        made = _made(f"Did {_name(group)} accept the {_word(group[0][0], topic)}?", stands)
        if made:
            taken.extend(stands)
            yield made


def _steps(told: Told, ladder: Ladder) -> list[Stand]:
    return [
        Stand(sentence, *_cut(told, step.place.article, step.place.start, step.place.end), step.rung)
        for step in ladder.steps
        if (sentence := told.at(step.place.article, step.place.start)) is not None
    ]


def _ends(stands: list[Stand]) -> dict[int, tuple[Stand, Stand]]:
    """Of each article its lowest and its highest step."""
    here: dict[int, list[Stand]] = defaultdict(list)
    for s in stands:
        here[s.sentence.article].append(s)
    return {a: (min(v, key=lambda s: s.rung), max(v, key=lambda s: s.rung)) for a, v in here.items()}


def _apart(stands: list[Stand]) -> tuple[Stand, Stand] | None:
    """The steps of two articles that lie furthest apart; None where that is not far."""
    ends = _ends(stands)
    pairs = [
        (low, high)
        for a, (low, _) in ends.items()
        for b, (_, high) in ends.items()
        if a != b and high.rung - low.rung >= STEPS_APART
    ]
    return max(pairs, key=lambda p: p[1].rung - p[0].rung) if pairs else None


def _made(question: str, stands: list[Stand]) -> Conflict | None:
    """The question, with the lowest and the highest step of each article."""
    apart = _apart(stands)
    if not apart:
        return None
    low, high = apart
    ends = _ends(stands)
    return conflict(
        ConflictKind.COMMITMENT,
        question,
        [Given(s.sentence, s.start, s.end, s.rung.words) for a in sorted(ends) for s in dict.fromkeys(ends[a])],
        0.6 + 0.05 * min(6, len(ends)),
        f"from “{low.rung.words}” to “{high.rung.words}” are {high.rung - low.rung} steps of one ladder",
    )


def _stands(act: Act, roles: Roles) -> Iterator[tuple[str, str, Stand]]:
    """Who stands where towards what, for one act."""
    items = act.sentence.items
    base = base_of(items[act.at].low)
    if act.is_noun or act.mood is not Mood.TOLD or (base not in YES and base not in NO):
        return
    by = doer(act)
    behind = items[act.at + 1 : min(act.high, act.at + 14)]
    is_vow = len(behind) > 1 and (
        behind[0].low == "that" or (behind[0].low == "to" and behind[1].cls in ("VERB", "CUE"))
    )
    if by is None or not by.names or is_vow:
        return
    rung = Rung.REJECTED if base in NO else Rung.NOT_AGREED if act.negated else YES[base]
    if rung > Rung.IN_PRINCIPLE and HALF & {i.low for i in items[max(act.low, act.at - 3) : act.at + 6]}:
        rung = Rung.IN_PRINCIPLE
    name = min(by.names)
    who = roles.country_of(name) or name
    start, end = act.span()
    if act.subject is not None:
        start = min(start, items[act.subject.low].start)
    for topic in dict.fromkeys(_topics([*_antecedent(act), *behind])):
        yield who, topic, Stand(act.sentence, start, end, rung)


def _antecedent(act: Act) -> list[Item]:
    """ "a deal which they did not agree to": the words before the relative clause."""
    items = act.sentence.items
    if items[act.low].low not in ("which", "that") or not act.low:
        return []
    low = act.low - 1
    while low and items[low - 1].cls in ("WORD", "DET", "NUM", "NAME"):
        low -= 1
    return items[low : act.low]


def _topics(items: list[Item]) -> Iterator[str]:
    for item in items:
        key = stem(sense_of(item.low))
        if item.cls == "WORD" and len(item.low) > 3 and key not in NO_TOPIC and item.low not in HALF:
            yield key


def _cut(told: Told, article: int, start: int, end: int) -> tuple[int, int]:
    """Offsets without white space at the edges."""
    text = told.story.copies[article].text[start:end]
    return start + len(text) - len(text.lstrip(" ,\n")), end - (len(text) - len(text.rstrip(" ,\n")))


def _name(group: list[tuple[Act, Stand]]) -> str:
    parties = [p for act, _ in group if (p := doer(act)) is not None]
    named = [p.text for p in parties if p.text[:1].isupper() and p.text.lower() not in ("he", "she", "they", "it")]
    return named[0] if named else parties[0].text


def _word(act: Act, topic: str) -> str:
    items = [*_antecedent(act), *act.sentence.items[act.at :]]
    return next((i.low for i in items if i.cls == "WORD" and stem(sense_of(i.low)) == topic), topic)
