"""Which statements deny or doubt what others state, where their words are too different to be matched as equals. Pure.

"No encirclement in Kursk" denies "troops are surrounded"; "the army denied these claims" denies what stands just before it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims.comparison.claimed.matching import Matching
from claims.comparison.claimed.polarity import FALSE
from claims.comparison.decisions import About
from claims.comparison.likeness import CROWDED
from claims.language.spans import Stance

OUTRIGHT, PLAIN, IMPLIED = 0.55, 0.6, 0.66
"""Cosine of a denial and what it denies: "called it false"; all that "no ..." negates is in the other; some of it is."""
FIRST = 4  # words on which a denial turns
MAIN = 0.4  # share of a statement's words, by weight, that its negation must reach
RARE = 0.12  # share of the statements that may have the word on which a denial turns
MOST_ASKED = 8  # statements that one denial is held against
BACK_SCORE, AT_ONCE_SCORE = (
    0.8,
    0.7,
)  # how sure "these claims", and a denial that follows at once, mean the nearest claim
NEAR = 80  # code points
NO_SUCH = re.compile(r"\b(?:no|not|never|n[’']t|any|denied)\s(?:\w+\s){0,3}?such\b", re.IGNORECASE)
BACK = 2  # paragraphs that "these claims" reaches back
POINTING = re.compile(
    r"(?:(?:the|these|those|this|that|such|his|her|their|its|any|all|both)\s)*(?:claims?|allegations?|accusations?|comments?|reports?|suggestions?"
    r"|assertions?|statements?|charges?|remarks?|it|this|that|them|so|account|story|stories|rumou?rs?)\b(?:\sas\s.*)?\W*",
    re.IGNORECASE,
)
ABOUT_SPEECH = frozenset(
    [
        "claim~",
        "comment",
        "report",
        "statement",
        "suggest",
        "suggestion",
        "false~",
        "true",
        "fabricat",
        "call",
        "such",
        "threat",
        "remark",
    ]
)


@dataclass(frozen=True, slots=True)
class Denial:
    """Statement `denial` stands so towards statement `denied`, with the likelihood of that and why, in words."""

    denial: int
    denied: int
    stance: Stance
    score: float
    reason: str


def denials_of(matching: Matching) -> list[Denial]:
    """Denials and doubts with what each may be about, the surest first; what staff parted is left out."""
    decisions, statements = matching.story.decisions, matching.statements
    found = [*_pointing_back(matching), *_by_word(matching)]
    found += _going_on(matching, found)
    return [
        d
        for d in sorted(found, key=lambda d: (-d.score, d.denial, d.denied))
        if not decisions.part(About.CLAIM, statements[d.denial].place, statements[d.denied].place)
    ]


def _pointing_back(matching: Matching) -> Iterator[Denial]:
    """ "denied these claims", "no such letter came": about the nearest thing before it that somebody else claims.

    So is, less surely, a plain denial that follows at once: "Orr said the report was late. The mayor denied that it had come."
    """
    statements = matching.statements
    for n, denial in enumerate(statements):
        points = _points_back(matching, n)
        if not points and denial.stance is not Stance.DENIES:
            continue
        before = [m for m in range(_first_near(matching, n), n) if _may_be_meant(matching, m, n)]
        if not before:
            continue
        nearest = max(before, key=lambda m: (statements[m].end, -statements[m].start))
        at_once = statements[nearest].paragraph == denial.paragraph and denial.start - statements[nearest].end < NEAR
        if points or at_once:
            stance = Stance.DOUBTS if denial.stance is Stance.DOUBTS else Stance.DENIES
            score = BACK_SCORE if points else AT_ONCE_SCORE
            yield Denial(n, nearest, stance, score, "it denies what stands just before it")


def _going_on(matching: Matching, found: list[Denial]) -> list[Denial]:
    """ "The council denied it was warned. No such letter came": the second is about whatever the first is about."""
    about: dict[int, list[Denial]] = defaultdict(list)
    for denial in found:
        about[denial.denial].append(denial)
    return [
        Denial(n, denial.denied, denial.stance, denial.score, denial.reason)
        for n, statement in enumerate(matching.statements)
        if NO_SUCH.search(statement.text)
        for earlier in [_earlier_denial(matching, n)]
        if earlier is not None
        for denial in about[earlier]
    ]


def _first_near(matching: Matching, n: int) -> int:
    """The first statement of the same article that is near enough to be pointed at."""
    statements, first = matching.statements, n
    while first and statements[first - 1].article == statements[n].article:
        if statements[n].paragraph - statements[first - 1].paragraph > BACK:
            break
        first -= 1
    return first


def _points_back(matching: Matching, n: int) -> bool:
    denial = matching.statements[n]
    if POINTING.fullmatch(denial.text):
        return denial.stance is not Stance.ASSERTS or FALSE.search(denial.text) is not None
    return NO_SUCH.search(denial.text) is not None and _earlier_denial(matching, n) is None


def _earlier_denial(matching: Matching, n: int) -> int | None:
    """The denial that stands at once before this statement."""
    statements = matching.statements
    for m in range(n - 1, max(-1, n - 4), -1):
        gap = statements[n].start - statements[m].end
        if statements[m].article == statements[n].article and 0 <= gap < NEAR and matching.goes_against(m):
            return m
    return None


def _may_be_meant(matching: Matching, m: int, n: int) -> bool:
    """Whether statement `m` can be what the denial `n` points back to."""
    meant, denial = matching.statements[m], matching.statements[n]
    return (
        meant.article == denial.article
        and meant.end <= denial.start
        and denial.paragraph - meant.paragraph <= BACK
        and meant.claimant is not None
        and meant.claimant != denial.claimant
        and meant.stance is Stance.ASSERTS
        and len(matching.likeness.keys[m]) > 1
        and matching.whole[m]
        and not matching.goes_against(m)
    )


def _by_word(matching: Matching) -> Iterator[Denial]:
    """Denials and doubts that share the rare word on which they turn with somebody's statement."""
    statements, likeness = matching.statements, matching.likeness
    asserting: dict[str, list[int]] = defaultdict(list)
    for n, polarity in enumerate(matching.polarity):
        if not polarity.doubts and not polarity.called_false and not polarity.negated and matching.whole[n]:
            for key in sorted(likeness.keys[n] - polarity.names - ABOUT_SPEECH):
                asserting[key].append(n)
    most = min(max(6, RARE * len(statements)), CROWDED)
    for n, polarity in enumerate(matching.polarity):
        focus = _focus(matching, n)
        turning = [key for key in focus if 0 < len(asserting.get(key, ())) <= most]
        if not turning:
            continue
        near = {m for key in turning for m in asserting[key] if not _is_own(matching, n, m)}
        asked = sorted(near, key=lambda m: (-likeness.words_alike(n, m), m))[:MOST_ASKED]
        outright = polarity.called_false or polarity.doubts
        for m in asked:
            common = sum(key in likeness.keys[m] and key in turning for key in focus)
            share = common / len(focus)
            if not outright and focus[0] not in likeness.keys[m]:
                continue  # "was not the originator of secret emails" leaves the emails as they are
            if share < (0.25 if outright else 0.5):
                continue
            score = likeness.alike(n, m) if likeness.trained else 0.4 + 0.5 * likeness.contained(n, m)
            least = OUTRIGHT if outright and common > 1 else PLAIN if share == 1.0 else IMPLIED
            if score >= least:
                stance = Stance.DOUBTS if polarity.doubts else Stance.DENIES
                yield Denial(n, m, stance, score, "it says the opposite of the same thing")


def _focus(matching: Matching, n: int) -> list[str]:
    """The words that a statement negates or leaves open, where they are what it is about."""
    polarity, weight = matching.polarity[n], matching.likeness.weight
    own = [key for key in polarity.signs if key not in polarity.names and key not in ABOUT_SPEECH and key in weight]
    focus = [key for key in own if key in polarity.negated]
    if not polarity.doubts and sum(weight[k] for k in focus) < MAIN * sum(weight[k] for k in own):
        return []
    return (focus or own if polarity.doubts else focus)[:FIRST]


def _is_own(matching: Matching, one: int, other: int) -> bool:
    """Whether it cannot be another's denial: it is one claimant's, or its words are part of the denial's."""
    a, b = matching.statements[one], matching.statements[other]
    if a.claimant is not None and a.claimant == b.claimant:
        return True
    return (a.article == b.article and a.whole.touches(b.whole)) or b.said in a.said
