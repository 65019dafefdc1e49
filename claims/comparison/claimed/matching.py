"""Which statements of a story state one claim: pairs found by rare words, weighed by meaning, then gathered. Pure.

A statement and its denial are one claim with two stances; `polarity` tells them apart. Weights were fitted by hand on 201
pairs read one by one (see docs/comparison.md); precision comes before recall.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.comparison.claimed.parts import has_verb
from claims.comparison.claimed.polarity import LONGEST, OPPOSED, Polarity, opposed, polarity_of
from claims.comparison.claimed.statements import Statement
from claims.comparison.copies import Story
from claims.comparison.decisions import About
from claims.comparison.found import Utterance
from claims.comparison.keywords import terms_in
from claims.comparison.likeness import Likeness

SURE = 0.6  # from here on two statements are one claim
SURE_DENIAL = 0.8  # a pair that goes against each other is shown only when surer
LEAST_KEYS = 2
FIRST = 2  # terms among which a statement's subject stands
ALIKE_ENOUGH = 0.9  # cosine of words above which meaning need not be asked
EMBEDDED_BASE, EMBEDDED_EACH = 100, 8  # texts that are embedded in all: so many, and so many more for each article
ITSELF = re.compile(r"(?:I|we|he|she)\b|[^,.]{1,60},\s(?:I|we)\b", re.IGNORECASE)
UNSEEN = 0.3  # likelihood taken for a pair that no rare word brought together


@dataclass(frozen=True, slots=True)
class Match:
    """Two statements by number (one < other), how likely they are one claim, and whether they go against each other."""

    one: int
    other: int
    score: float
    against: bool


class Matching:
    """The statements of a story with all that is known of each, and their pairs."""

    def __init__(self, story: Story, statements: Sequence[Statement]) -> None:
        self.story = story
        self.statements = tuple(statements)
        self.likeness = Likeness([s.said for s in statements])
        self.polarity: tuple[Polarity, ...] = tuple(polarity_of(s.said[:LONGEST], s.stance) for s in statements)
        terms = [terms_in(s.said[:LONGEST]) for s in statements]
        self.names = tuple(frozenset(t.key for t in found if t.name) for found in terms)
        self.numbers = tuple(frozenset(t.number for t in found if t.number is not None) for found in terms)
        self.subjects = tuple(next((t.key for t in found[:FIRST] if t.name), None) for found in terms)
        self.whole = tuple(has_verb(s.said) for s in statements)

    def matches(self, utterances: Iterable[Utterance] = ()) -> list[Match]:
        """Pairs that are likely one claim, the likeliest first."""
        room = EMBEDDED_BASE + EMBEDDED_EACH * len(self.story.copies)
        embedded: set[str] = set()
        found = []
        spoken = self._spoken(utterances)
        for one, other, in_words in self.likeness.candidates():
            if not self._comparable(one, other, in_words):
                continue
            texts = {self.statements[one].said, self.statements[other].said}
            if in_words < ALIKE_ENOUGH and len(embedded | texts) > room:
                continue
            meaning = in_words if in_words >= ALIKE_ENOUGH else self._meaning(one, other)
            embedded |= texts if in_words < ALIKE_ENOUGH else set()
            match = self.match(one, other, meaning)
            apart = self.statements[one].article != self.statements[other].article
            if apart and not match.against and spoken[one] & spoken[other] and in_words >= 0.4:
                match = Match(one, other, max(match.score, 0.9), False)
            if match.score >= (SURE_DENIAL if match.against else SURE):
                found.append(match)
        return sorted(found, key=lambda m: (-m.score, m.one, m.other))

    def match(self, one: int, other: int, meaning: float) -> Match:
        """How likely both are one claim; `meaning` is the cosine of their embeddings."""
        likeness = self.likeness
        covered = min(likeness.covered(one, other), likeness.covered(other, one))
        against = opposed(self.polarity[one], self.polarity[other], likeness.weight) >= OPPOSED
        claimants = self.statements[one].claimant, self.statements[other].claimant
        names = self.names[one], self.names[other]
        numbers = self.numbers[one], self.numbers[other]
        logit = 18 * (meaning - 0.7) + 2 * likeness.words_alike(one, other) + 4.5 * covered - 0.6
        themselves = self._of_themselves(one) and self._of_themselves(other)
        if claimants[0] is not None and claimants[0] == claimants[1]:
            logit += 0.6 if themselves else 1.6  # who speaks is then in their words already
        logit -= 2.5 * (bool(numbers[0] and numbers[1]) and not numbers[0] & numbers[1])
        logit -= 2.5 * (not (self.whole[one] and self.whole[other]))
        logit -= 0.8 * against
        logit -= 5.0 * (themselves and len(set(claimants)) > 1)
        if against and claimants[0] is not None and claimants[0] == claimants[1]:
            return Match(
                one, other, 0.0, True
            )  # nobody denies their own claim; a change of mind is commitment's business
        subjects = self.subjects[one], self.subjects[other]
        if subjects[0] and subjects[1] and subjects[0] not in names[1] and subjects[1] not in names[0]:
            logit -= 1.5  # somebody else does it
        if names[0] and names[1]:
            shared = len(names[0] & names[1]) / min(len(names[0]), len(names[1]))
            logit -= 1.5 * shared if shared else 1.2
        else:
            logit -= 0.75
        return Match(one, other, 1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), against)

    def goes_against(self, n: int) -> bool:
        """Whether a statement by itself reads as a denial or a doubt."""
        polarity = self.polarity[n]
        own = [key for key in polarity.signs if key not in polarity.names]
        return polarity.called_false or polarity.doubts or 2 * len(polarity.negated.intersection(own)) > len(own)

    def _of_themselves(self, n: int) -> bool:
        """Whether somebody says it of themselves: "I am not ready", "she will run"."""
        statement = self.statements[n]
        return statement.claimant is not None and ITSELF.match(statement.text) is not None

    def _meaning(self, one: int, other: int) -> float:
        if self.likeness.trained:
            return self.likeness.alike(one, other)
        return 0.5 + 0.45 * self.likeness.words_alike(one, other)

    def _comparable(self, one: int, other: int, in_words: float) -> bool:
        a, b = self.statements[one], self.statements[other]
        if a.article == b.article and (in_words < 0.6 or a.whole.touches(b.whole)):
            return False
        keys = self.likeness.keys
        if not (a.is_heading or b.is_heading) and (keys[one] & keys[other]) <= self.names[one] | self.names[other]:
            return False  # they speak of the same people, and of nothing else in common
        if any(not self.whole[n] and keys[n] <= self.names[n] for n in (one, other)):
            return False  # a name states nothing
        whole = self.whole[one] and self.whole[other]
        least = LEAST_KEYS if whole or in_words >= ALIKE_ENOUGH else LEAST_KEYS + 1
        if min(len(keys[one]), len(keys[other])) < least:
            return False
        return not (a.text.rstrip("”\"’'").endswith("?") or b.text.rstrip("”\"’'").endswith("?"))

    def _spoken(self, utterances: Iterable[Utterance]) -> list[set[int]]:
        """For each statement the numbers of the utterances in whose variants it stands."""
        by_article: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for number, utterance in enumerate(utterances):
            for variant in utterance.members:
                by_article[variant.place.article].append((variant.place.start, variant.place.end, number))
        return [
            {
                number
                for start, end, number in by_article.get(s.article, ())
                if min(end, s.end) - max(start, s.start) >= 0.6 * min(end - start, s.end - s.start)
            }
            for s in self.statements
        ]


def gathered(story: Story, matching: Matching, matches: Sequence[Match]) -> list[list[int]]:
    """Statements by claim: pairs joined from the likeliest on while the groups agree on average. What staff decided holds."""
    statements, decisions = matching.statements, story.decisions
    group = list(range(len(statements)))
    members: dict[int, list[int]] = {n: [n] for n in group}
    scores: dict[tuple[int, int], float] = {(m.one, m.other): m.score for m in matches}

    def join(one: int, other: int) -> None:
        low, high = sorted((group[one], group[other]))
        for n in members[high]:
            group[n] = low
        members[low] = sorted(members[low] + members.pop(high))

    def apart(one: list[int], other: list[int]) -> bool:
        return any(decisions.part(About.CLAIM, statements[a].place, statements[b].place) for a in one for b in other)

    for one, other in _joined_by_staff(story, statements):
        if group[one] != group[other]:
            join(one, other)
    for match in matches:
        mine, theirs = group[match.one], group[match.other]
        if mine == theirs:
            continue
        held, wanted = members[mine], members[theirs]
        between = [scores.get((min(a, b), max(a, b)), UNSEEN) for a in held for b in wanted]
        if sum(between) / len(between) < SURE - 0.1 and max(len(held), len(wanted)) > 1:
            continue
        if decisions.parted and apart(held, wanted):
            continue
        join(match.one, match.other)
    return [sorted(held) for held in members.values() if len(held) > 1]


def _joined_by_staff(story: Story, statements: Sequence[Statement]) -> list[tuple[int, int]]:
    pairs = []
    for pair in story.decisions.joined:
        if pair.about is About.CLAIM:
            ends = [
                next((n for n, s in enumerate(statements) if place.is_near(s.place)), None)
                for place in (pair.one, pair.other)
            ]
            if ends[0] is not None and ends[1] is not None:
                pairs.append((ends[0], ends[1]))
    return pairs
