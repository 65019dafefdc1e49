"""Which stretch of one article is a copy of a stretch of another: runs of the same words, chained over small edits. Pure.

Seeds are chained as in local alignment of sequences (Smith and Waterman 1981, and the chaining of text reuse tools such as
passim): a few words changed cost little, a clause left out on one side costs little, different words on both sides cost much.
Only words outside quotation marks say that something was copied.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claims.comparison.copied.shingles import Run, Words, folded_word
from claims.comparison.keywords import VALUES
from claims.language import words as listed
from claims.language.cues import CUE_FORMS

_NEAR = 5  # words changed between two runs, on the side where fewer differ
_CLAUSE = 40  # words that one side may leave out: a clause, a sentence
_REACH = 24  # words beyond the ends of a chain that are looked at
_LOOK_BACK = 30  # runs before one that it may follow on
_LEAST = 8  # own words in common
_LEAST_WITH_SPEECH = 7  # the same beside a quotation that is common too
_WHOLE = 10  # own words from which a sentence without a change is a copy, names or not
_LONG = 20  # own words from which other numbers make no other sentence
_EDGE = 4  # words up to which a stretch is drawn out to the end of its sentence

_STOCK = frozenset(
    folded_word(word)
    for word in (
        listed.DETERMINERS
        | listed.ARTICLES
        | listed.PREPOSITIONS
        | listed.CONJUNCTIONS
        | listed.SUBORDINATORS
        | listed.PRONOUNS
        | listed.AUXILIARIES
        | listed.NEGATIONS
        | listed.TIMES
        | listed.TITLES
        | listed.ROLE_NOUNS
        | listed.MORE_ROLES
        | listed.AIDES
        | listed.CHIEFS
        | frozenset(CUE_FORMS)
        | frozenset(
            listed.listed("""
        not us mr mrs ms dr statement statements reporters news monday tuesday wednesday thursday friday saturday sunday january
        february march april may june july august september october november december spokesman spokeswoman
        margin error sampling plus minus percentage point points percent surveyed adults
        spokesperson twitter tweet post interview according press conference senior communications campaign former
        """)
        )
    )
)


@dataclass(frozen=True, slots=True)
class _Least:
    """What a copy needs. Own words in common that are no small words and no stock words of reporting (`telling`); those outside names
    (`plain`, of which `plain_telling`, and the most of them in one `run`); the share that is common of the own words of the shorter and
    the longer stretch; the share of some sentence's own words that is common, in the one article and in the other."""

    own: int
    telling: int
    plain: int
    plain_telling: int
    run: int
    shorter: float
    longer: float
    sentence: float
    other_sentence: float


_COPIES = (
    _Least(
        own=8, telling=3, plain=6, plain_telling=2, run=3, shorter=0.8, longer=0.6, sentence=0.8, other_sentence=0.2
    ),
    _Least(
        own=8, telling=4, plain=8, plain_telling=3, run=4, shorter=0.72, longer=0.5, sentence=0.7, other_sentence=0.4
    ),
    _Least(
        own=18, telling=6, plain=12, plain_telling=4, run=6, shorter=0.72, longer=0.5, sentence=0.0, other_sentence=0.0
    ),
)
"""A sentence with few words changed; one with more changed or a clause dropped; a long clause. What two reporters write alike by
chance stays below each: at most about 16 common words of one sentence, and then with other words between them."""


@dataclass(frozen=True, slots=True)
class Match:
    """A copied stretch: first word and the one after the last in each article, and how many words are common."""

    one: tuple[int, int]
    other: tuple[int, int]
    common: int
    own: int


def copied(one: Words, other: Words, runs: list[Run]) -> Iterator[Match]:
    """The copied stretches of two articles; each word stands in one at most."""
    for chain in _chains(one, other, runs):
        pairs = _filled(one, other, chain)
        match = _stretch(one, other, pairs)
        if _is_copy(one, other, pairs, match):
            yield match


def _chains(one: Words, other: Words, runs: list[Run]) -> Iterator[list[Run]]:
    """Best chains first, none using a run twice."""
    best = [float(run.length) for run in runs]
    before: list[int | None] = [None] * len(runs)
    for n, run in enumerate(runs):
        for m in range(max(0, n - _LOOK_BACK), n):
            cost = _cost(one, other, runs[m], run)
            if cost is not None and best[m] - cost + run.length > best[n]:
                best[n], before[n] = best[m] - cost + run.length, m
    used: set[int] = set()
    for n in sorted(range(len(runs)), key=lambda n: (-best[n], n)):
        chain = []
        at: int | None = n
        while at is not None and at not in used:
            chain.append(runs[at])
            used.add(at)
            at = before[at]
        if chain:
            yield chain[::-1]


def _cost(one: Words, other: Words, first: Run, second: Run) -> float | None:
    """What it costs to go on from one run to the next; None where the next does not follow."""
    gaps = second.one - first.one - first.length, second.other - first.other - first.length
    overlap = max(0, -min(gaps))
    if (
        overlap >= second.length or overlap > 2
    ):  # "the old the old": runs that share a word or two follow each other still
        return None
    low, high = sorted(max(0, gap + overlap) for gap in gaps)
    if low > _NEAR or high > _CLAUSE:
        return None
    if one.paragraph[first.one] != one.paragraph[second.one]:
        return None
    if other.paragraph[first.other] != other.paragraph[second.other]:
        return None
    return overlap + 0.7 * low + 0.12 * (high - low)


def _filled(one: Words, other: Words, chain: list[Run]) -> list[tuple[int, int]]:
    """Word by word what the chain pairs, with single words that agree between its runs and beyond its ends."""
    pairs: list[tuple[int, int]] = []
    for run in chain:
        a, b = (pairs[-1][0] + 1, pairs[-1][1] + 1) if pairs else (run.one, run.other)
        skip = max(0, a - run.one, b - run.other)
        if skip < run.length:
            pairs += _agreeing(one, other, (a, run.one + skip), (b, run.other + skip))
            pairs += [(run.one + k, run.other + k) for k in range(skip, run.length)]
    a, b = pairs[0]
    lows = one.sentences[one.sentence[a]][0], other.sentences[other.sentence[b]][0]
    head = _agreeing(one, other, (max(lows[0], a - _REACH), a), (max(lows[1], b - _REACH), b))
    a, b = pairs[-1][0] + 1, pairs[-1][1] + 1
    highs = one.sentences[one.sentence[a - 1]][1], other.sentences[other.sentence[b - 1]][1]
    tail = _agreeing(one, other, (a, min(highs[0], a + _REACH)), (b, min(highs[1], b + _REACH)))
    return head + pairs + tail


def _agreeing(one: Words, other: Words, a: tuple[int, int], b: tuple[int, int]) -> list[tuple[int, int]]:
    if a[0] >= a[1] or b[0] >= b[1]:
        return []
    matcher = SequenceMatcher(None, one.folded[a[0] : a[1]], other.folded[b[0] : b[1]], autojunk=False)
    return [
        (a[0] + block.a + k, b[0] + block.b + k) for block in matcher.get_matching_blocks() for k in range(block.size)
    ]


def _stretch(one: Words, other: Words, pairs: list[tuple[int, int]]) -> Match:
    """From the first to the last common word, loose words at the ends let go, drawn out to a sentence's end where that is near."""
    kept = _without_loose_ends(pairs)
    own = sum(one.own[a] and other.own[b] for a, b in kept)
    return Match(
        _drawn_out(one, kept[0][0], kept[-1][0] + 1), _drawn_out(other, kept[0][1], kept[-1][1] + 1), len(kept), own
    )


def _without_loose_ends(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ends at which a word agrees only after a gap larger than what agrees are chance."""
    low, high = 0, len(pairs)
    while (size := _edge_run(pairs[low:high])) < high - low and size < _gap(pairs, low + size - 1):
        low += size
    while (size := _edge_run(pairs[low:high][::-1])) < high - low and size < _gap(pairs, high - size - 1):
        high -= size
    return pairs[low:high]


def _edge_run(pairs: list[tuple[int, int]]) -> int:
    size = 1
    while size < len(pairs) and all(abs(x - y) == 1 for x, y in zip(pairs[size], pairs[size - 1], strict=True)):
        size += 1
    return size


def _gap(pairs: list[tuple[int, int]], at: int) -> int:
    return max(pairs[at + 1][0] - pairs[at][0], pairs[at + 1][1] - pairs[at][1]) - 1


def _drawn_out(words: Words, first: int, after: int) -> tuple[int, int]:
    low, high = words.sentences[words.sentence[first]][0], words.sentences[words.sentence[after - 1]][1]
    return low if first - low <= _EDGE else first, high if high - after <= _EDGE else after


def _is_copy(one: Words, other: Words, pairs: list[tuple[int, int]], match: Match) -> bool:
    own = [(a, b) for a, b in pairs if one.own[a] and other.own[b]]
    speech = match.common - match.own
    if match.own < (_LEAST if speech < _LEAST else _LEAST_WITH_SPEECH):
        return False
    if match.own < _LONG and _other_numbers(one.folded[slice(*match.one)], other.folded[slice(*match.other)]):
        return False
    plain = [(a, b) for a, b in own if not (one.name[a] and other.name[b])]
    telling = len({one.folded[a] for a, _ in own} - _STOCK)
    plain_telling = len({one.folded[a] for a, _ in plain} - _STOCK)
    low, high = sorted((sum(one.own[slice(*match.one)]), sum(other.own[slice(*match.other)])))
    run = _longest_plain_run(own, plain)
    shares = sorted(max(_shares(words, [pair[side] for pair in own])) for side, words in enumerate((one, other)))
    unchanged = match.own == high and shares[1] == 1.0 and shares[0] >= 0.4  # all of a sentence
    if match.own >= _WHOLE and unchanged and telling >= 4:
        return True
    return any(
        match.own >= (least.own if speech < _LEAST else min(least.own, _LEAST_WITH_SPEECH))
        and telling >= least.telling
        and len(plain) >= least.plain
        and plain_telling >= least.plain_telling
        and run >= least.run
        and match.own >= least.shorter * low
        and match.own >= least.longer * high
        and shares[1] >= least.sentence
        and shares[0] >= least.other_sentence
        for least in _COPIES
    )


def _other_numbers(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each has numbers and none in common: one form of words filled in twice ("plus or minus six percentage points")."""
    numbers = [{word for word in words if word in VALUES or word[:1].isdigit()} for words in (one, other)]
    return all(numbers) and not numbers[0] & numbers[1]


def _longest_plain_run(own: list[tuple[int, int]], plain: list[tuple[int, int]]) -> int:
    """The most words outside names that stand in one run of common words."""
    outside_names = set(plain)
    best = size = 0
    last = (-2, -2)
    for a, b in own:
        if (a - 1, b - 1) != last:
            size = 0
        size += (a, b) in outside_names
        best, last = max(best, size), (a, b)
    return best


def _shares(words: Words, ats: list[int]) -> list[float]:
    counts = Counter(words.sentence[at] for at in ats)
    return [count / max(1, sum(words.own[slice(*words.sentences[s])])) for s, count in counts.items()]
