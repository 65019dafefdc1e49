"""Which statements deny or doubt what others state, where their words are too different to be matched as equals. Pure.

"No encirclement in Kursk" denies "troops are surrounded"; "the army denied these claims" denies what stands just before it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims.comparison.decisions import About
from claims.comparison.matching import Matching
from claims.comparison.polarity import FALSE
from claims.language.spans import Stance

OUTRIGHT, PLAIN, IMPLIED = 0.55, 0.6, 0.66
"""Cosine of a denial and what it denies: "called it false"; all that "no ..." negates is in the other; some of it is."""
FIRST = 4  # words on which a denial turns
MAIN = 0.4  # share of a statement's words, by weight, that its negation must reach
RARE = 0.12  # share of the statements that may have the word on which a denial turns
MOST_ASKED = 8  # statements that one denial is held against
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
    """Denials and doubts with the one statement that each is about, the surest first."""
    found = [*_pointing_back(matching), *_by_word(matching)]
    best: dict[int, Denial] = {}
    for denial in sorted(found, key=lambda d: (-d.score, d.denial, d.denied)):
        best.setdefault(denial.denial, denial)
    decisions, statements = matching.story.decisions, matching.statements
    return [
        d
        for d in best.values()
        if not decisions.part(About.CLAIM, statements[d.denial].place, statements[d.denied].place)
    ]


def _pointing_back(matching: Matching) -> Iterator[Denial]:
    """ "denied these claims": about the nearest thing before it that somebody else claims."""
    statements = matching.statements
    for n, denial in enumerate(statements):
        if not POINTING.fullmatch(denial.text) or not (
            denial.stance is not Stance.ASSERTS or FALSE.search(denial.text)
        ):
            continue
        before = [
            m
            for m, s in enumerate(statements)
            if s.article == denial.article
            and s.end <= denial.start
            and denial.paragraph - s.paragraph <= BACK
            and s.claimant is not None
            and s.claimant != denial.claimant
            and s.stance is Stance.ASSERTS
            and len(matching.likeness.keys[m]) > 1
            and matching.whole[m]
        ]
        if before:
            nearest = max(before, key=lambda m: (statements[m].end, -statements[m].start))
            yield Denial(n, nearest, denial.stance, 0.8, "it denies what stands just before it")


def _by_word(matching: Matching) -> Iterator[Denial]:
    """Denials and doubts that share the rare word on which they turn with somebody's statement."""
    statements, likeness = matching.statements, matching.likeness
    asserting: dict[str, list[int]] = defaultdict(list)
    for n, polarity in enumerate(matching.polarity):
        if not polarity.doubts and not polarity.called_false and not polarity.negated and matching.whole[n]:
            for key in sorted(likeness.keys[n] - polarity.names - ABOUT_SPEECH):
                asserting[key].append(n)
    most = max(6, RARE * len(statements))
    for n, polarity in enumerate(matching.polarity):
        focus = _focus(matching, n)
        turning = [key for key in focus if 0 < len(asserting.get(key, ())) <= most]
        if not turning:
            continue
        near = {m for key in turning for m in asserting[key] if not _is_own(matching, n, m)}
        asked = sorted(near, key=lambda m: (-likeness.words_alike(n, m), m))[:MOST_ASKED]
        outright = polarity.called_false or polarity.doubts
        for m in asked:
            shared = sum(key in likeness.keys[m] and key in turning for key in focus) / len(focus)
            if shared < (0.25 if outright else 0.5):
                continue
            score = likeness.alike(n, m) if likeness.trained else 0.4 + 0.5 * likeness.contained(n, m)
            least = OUTRIGHT if outright and len(focus) > 1 else PLAIN if shared == 1.0 else IMPLIED
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
