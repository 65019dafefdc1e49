"""Which words of one stretch are which words of another: containment for fragments, not likeness of wholes. Pure.

The alignment rests on the longest common runs of word keys (Ratcliff and Obershelp, as in difflib); runs of small words that
stand alone are dropped, since "of the" is common to everything.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claims.comparison.words import Word

LONGEST = 600
"""Words of a piece; a stretch is rarely a tenth of it."""
PIECE = LONGEST * 3 // 4
POPULAR = 60
NEAR = 3


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs (number of a word in `long`, number in `short`), rising in both. `short` is the one whose words are looked for."""

    long: tuple[Word, ...]
    short: tuple[Word, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def content(self) -> int:
        """Words with a meaning of their own that both have, marks inside the marks left out (those quote somebody else)."""
        return sum(self._counts(i, j) for i, j in self.pairs)

    def _counts(self, i: int, j: int) -> bool:
        return self.short[j].is_content and not self.short[j].nested and not self.long[i].nested

    @property
    def exact(self) -> int:
        return sum(self.long[i].norm == self.short[j].norm for i, j in self.pairs)

    @property
    def containment(self) -> float:
        """The share of the shorter stretch's words that the longer has, small words counting a third."""
        total = sum(map(_weight, self.short))
        return sum(_weight(self.short[j]) for i, j in self.pairs if not self.long[i].nested) / total if total else 0.0

    @property
    def longest_run(self) -> tuple[int, int]:
        """Words, and words of meaning, in the longest run of both, where one word more or less here and there breaks nothing."""
        best, run = (0, 0), (0, 0)
        before = (-9, -9)
        for i, j in self.pairs:
            on = i - before[0] <= 2 and j - before[1] <= 2
            run = ((run[0] if on else 0) + 1, (run[1] if on else 0) + self._counts(i, j))
            best = max(best, run)
            before = (i, j)
        return best

    @property
    def spread(self) -> int:
        """How many words of the longer stretch lie between the first and the last common word, both counted."""
        return self.pairs[-1][0] - self.pairs[0][0] + 1 if self.pairs else 0


def align(long: Sequence[Word], short: Sequence[Word]) -> Alignment:
    """Align two stretches; words inserted in brackets by an outlet are left unaligned unless they stand there in both.

    Stretches of more than LONGEST words are aligned piece by piece from their beginnings, so that time grows with their length;
    a short one is looked for where the long one has most of its words.
    """
    long, short = tuple(long), tuple(short)
    if len(long) == len(short) and all(one.norm == other.norm for one, other in zip(long, short, strict=True)):
        return Alignment(long, short, tuple((n, n) for n in range(len(long))))
    pairs: list[tuple[int, int]] = []
    i, j = (_densest(long, short), 0) if len(long) > LONGEST >= len(short) else (0, 0)
    while i < len(long) and j < len(short):
        found = _aligned(long[i : i + LONGEST], short[j : j + LONGEST])
        ends = i + LONGEST >= len(long), j + LONGEST >= len(short)
        if not all(ends):  # near the end of a piece its other half may be missing
            found = [(a, b) for a, b in found if (ends[0] or a < PIECE) and (ends[1] or b < PIECE)]
        pairs += [(i + a, j + b) for a, b in found]
        if any(ends):
            break
        i, j = (pairs[-1][0] + 1, pairs[-1][1] + 1) if found else (i + PIECE, j + PIECE)
    return Alignment(long, short, tuple(_exact_preferred(pairs, long, short)))


def _densest(long: Sequence[Word], short: Sequence[Word]) -> int:
    """Where the LONGEST words begin that hold most of a short stretch's telling words."""
    asked = {word.key for word in short if word.is_content} or {word.key for word in short}
    at = [n for n, word in enumerate(long) if word.key in asked]
    most = max(range(len(at)), key=lambda n: bisect_left(at, at[n] + LONGEST // 2) - n, default=None)
    return 0 if most is None else max(0, min(at[most] - LONGEST // 4, len(long) - LONGEST))


def _aligned(long: Sequence[Word], short: Sequence[Word]) -> list[tuple[int, int]]:
    """The pairs of two pieces. A word that stands POPULAR times in the shorter is followed and not looked for."""
    matcher = SequenceMatcher(None, [w.key for w in long], [w.key for w in short], autojunk=False)
    if len(short) > POPULAR:
        matcher.b2j = {key: at for key, at in matcher.b2j.items() if len(at) <= POPULAR}  # type: ignore[attr-defined]
    blocks = [(b.a, b.b, b.size) for b in matcher.get_matching_blocks() if b.size]
    if len(short) > NEAR:
        blocks = _without_strays(blocks, long, short)
    return [(a + n, b + n) for a, b, size in blocks for n in range(size)]


def _exact_preferred(
    pairs: list[tuple[int, int]], long: tuple[Word, ...], short: tuple[Word, ...]
) -> Iterator[tuple[int, int]]:
    """Of two neighbouring forms of a word the equal one: "being" is left out of "are being put", not "are"."""
    taken = {i for i, _ in pairs}
    for i, j in pairs:
        if long[i].norm != short[j].norm:
            for k in (i - 1, i + 1):
                if 0 <= k < len(long) and k not in taken and long[k].norm == short[j].norm:
                    i = k
                    taken.add(k)
                    break
        yield i, j


def _without_strays(
    blocks: list[tuple[int, int, int]], long: Sequence[Word], short: Sequence[Word]
) -> list[tuple[int, int, int]]:
    """Without blocks of one or two words that match by chance: far from every other block, or small words of another form."""
    strong = max((size for _, _, size in blocks), default=0) > NEAR
    while True:
        kept = []
        for n, (a, b, size) in enumerate(blocks):
            small = not any(short[b + k].is_content for k in range(size))
            exact = all(long[a + k].norm == short[b + k].norm for k in range(size))
            around = [blocks[n - 1 : n + 1]] * (n > 0) + [blocks[n : n + 2]] * (n + 1 < len(blocks))
            near = any(_touches(two[0], two[1], both=small) for two in around)
            if size <= 2 and (small or strong) and (not near or (small and not exact and not _is_pressed(blocks, n))):
                continue
            kept.append((a, b, size))
        if len(kept) == len(blocks):
            return kept
        blocks = kept


def _is_pressed(blocks: list[tuple[int, int, int]], n: int) -> bool:
    """Whether a block follows another or is followed by one without a word between on either side."""
    a, b, size = blocks[n]
    before = n > 0 and blocks[n - 1][0] + blocks[n - 1][2] == a and blocks[n - 1][1] + blocks[n - 1][2] == b
    after = n + 1 < len(blocks) and (a + size, b + size) == blocks[n + 1][:2]
    return before or after


def _touches(one: tuple[int, int, int], other: tuple[int, int, int], both: bool) -> bool:
    """Whether two blocks stand near each other, in both stretches or at least in one of them."""
    near = (other[0] - one[0] - one[2] <= NEAR, other[1] - one[1] - one[2] <= NEAR)
    return all(near) if both else any(near)


def _weight(word: Word) -> float:
    return 0.0 if word.nested or word.bracketed else 1.0 if word.is_content else 1 / 3
