"""Which wordings a stretch is compared with: those that share its rarest words, some of its speaker's and some of others'. Pure."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from heapq import nsmallest

from claims.comparison.quoted.stretches import Stretch

ASKED = 8
"""Wordings of each kinship that a stretch is compared with."""
READ = 600
"""Places of its words that are read for a stretch, the rarest words first; a story of fifty articles has some hundred of a word."""
LOOKED = 100
"""Wordings with the most words in common whose speakers are looked at."""
MOST_ALIKE = 5
"""Times that one article's same words of the same speaker are held to compare others with."""


class Candidates:
    """Holds wordings by their words. `speakers`: a number for each stretch, equal for equal speakers."""

    def __init__(
        self, stretches: Sequence[Stretch], speakers: Sequence[int], is_same: Callable[[int, int], bool]
    ) -> None:
        self.stretches, self.speakers, self.is_same = stretches, speakers, is_same
        self.index: dict[str, list[int]] = defaultdict(list)  # word key → wordings that hold it
        self.frequency = Counter(key for s in stretches for key in {w.key for w in s.own})
        self.alike: Counter[tuple[int, int, tuple[str, ...]]] = Counter()

    def add(self, n: int) -> None:
        """Hold a stretch as a wording."""
        stretch = self.stretches[n]
        same = stretch.place.article, self.speakers[n], stretch.norms
        self.alike[same] += 1
        if self.alike[same] > MOST_ALIKE:
            return
        for key in {*_keys(stretch), *_threes(stretch)}:
            self.index[key].append(n)

    def of(self, n: int) -> list[int]:
        """Wordings that share words with a stretch, most telling first."""
        stretch = self.stretches[n]
        weights: dict[int, int] = defaultdict(int)
        read = self._weigh(weights, _keys(stretch))
        if read >= READ:  # words that everybody uses: three that follow each other tell more
            self._weigh(weights, _threes(stretch))
        person = stretch.mouth.person

        def rank(item: tuple[int, int]) -> tuple[int, bool, int]:
            return -item[1], self.stretches[item[0]].mouth.person != person, item[0]

        asked: Counter[bool] = Counter()
        out = []
        for m, _ in nsmallest(LOOKED, weights.items(), key=rank):
            same = self.is_same(m, n)
            if asked[same] < ASKED:
                asked[same] += 1
                out.append(m)
            elif asked[not same] >= ASKED:
                break
        return out

    def _weigh(self, weights: dict[int, int], keys: Sequence[str]) -> int:
        """Adds to the weights of the wordings that hold the keys, the rarest first; how many places were read."""
        read = 0
        for key in sorted(keys, key=lambda k: (len(self.index.get(k, ())), k)):
            held = self.index.get(key, ())[: READ - read]
            value = int(1000 * math.log(1 + len(self.stretches) / max(1, self.frequency.get(key, len(held)))))
            for m in held:
                weights[m] += value
            read += len(held)
            if read >= READ:
                break
        return read


def _keys(stretch: Stretch) -> list[str]:
    """What a stretch is looked up by: its telling words, or all of it where it has none ("Who are you?")."""
    return sorted({word.key for word in stretch.own if word.is_content}) or _threes(stretch)


def _threes(stretch: Stretch) -> list[str]:
    """Every three words that follow each other; all of them where there are fewer."""
    norms = stretch.norms
    return sorted({" ".join(norms[n : n + 3]) for n in range(max(1, len(norms) - 2))})
