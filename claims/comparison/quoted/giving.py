"""What else an article gives: the same speaker's words beside an utterance, and passages that give certain words. Pure."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from claims.comparison.copies import Copy
from claims.comparison.decisions import Place
from claims.comparison.quoted.aligning import LONGEST
from claims.comparison.quoted.mouths import Kinship, Mouth, kinship
from claims.comparison.quoted.stretches import Stretch
from claims.comparison.words import Word, words_in

SENTENCE = re.compile(r"[.!?…][”’\"')\]]*(?:\s+|$)")
LOOKED = 60  # sentences with a telling word that are looked at for a passage
_SILENT = ("boilerplate", "credit")


class Speeches:
    """All that each speaker says inside marks, by article."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._of: dict[int, list[Stretch]] = defaultdict(list)
        for stretch in stretches:
            if stretch.marked:
                self._of[stretch.place.article].append(stretch)
        self._same: dict[tuple[int, Mouth], list[Stretch]] = {}

    def beside(self, reference: Stretch) -> list[Word]:
        """The words of the reference's speaker in its article outside the reference's marks, as many as are ever aligned."""
        at = reference.place.article, reference.mouth
        if at not in self._same:
            self._same[at] = [s for s in self._of[at[0]] if kinship(s.mouth, reference.mouth) is Kinship.SAME]
        found: list[Word] = []
        for stretch in self._same[at]:
            if not stretch.place.touches(reference.place):
                found += stretch.words
            if len(found) >= LONGEST:
                break
        return found


@dataclass(frozen=True, slots=True)
class _Sentence:
    """`goes_on`: the next one stands in the same paragraph."""

    start: int
    end: int
    words: tuple[Word, ...]
    keys: frozenset[str]
    paragraph: int
    goes_on: bool

    def keys_outside(self, place: Place) -> AbstractSet[str]:
        """Its keys without the words of a stretch of its article."""
        if self.end <= place.start or place.end <= self.start:
            return self.keys
        return {word.key for word in self.words if word.end <= place.start or word.start >= place.end}


class Given:
    """The sentences of the articles by their words, each article read when it is first asked for."""

    def __init__(self, copies: Sequence[Copy]) -> None:
        self.copies = copies
        self._read: dict[int, tuple[list[_Sentence], dict[str, list[int]]]] = {}

    def paragraph_with(self, asked: AbstractSet[str], place: Place, enough: float) -> int | None:
        """The number of the paragraph of the place's article in which two sentences that follow each other hold the largest share
        of the keys, `enough` at least, the place's own words left out; None where none does."""
        sentences, index = self._sentences(place.article)
        need = max(enough * len(asked), min(2, len(asked)))
        rare = sorted(asked, key=lambda key: (len(index.get(key, ())), key))
        seen: set[int] = set()
        for key in rare[: len(asked) - int(-(-need // 1)) + 1]:  # what holds enough of them holds one of these
            for n in index.get(key, ()):
                seen.update((n - 1, n))
                if len(seen) >= LOOKED:
                    break
        best: tuple[float, int] | None = None
        for n in sorted(seen):
            if n < 0:
                continue
            held = set(asked & sentences[n].keys_outside(place))
            if sentences[n].goes_on:
                held |= asked & sentences[n + 1].keys_outside(place)
            if len(held) >= need and (best is None or len(held) > best[0]):
                best = len(held), sentences[n].paragraph
        return best[1] if best else None

    def _sentences(self, article: int) -> tuple[list[_Sentence], dict[str, list[int]]]:
        if article not in self._read:
            found = list(_sentences(self.copies[article]))
            index: dict[str, list[int]] = defaultdict(list)
            for n, sentence in enumerate(found):
                for key in sentence.keys:
                    index[key].append(n)
            self._read[article] = found, index
        return self._read[article]


def _sentences(copy: Copy) -> Iterator[_Sentence]:
    for paragraph in copy.paragraphs:
        if paragraph.kind.value in _SILENT or paragraph.duplicate_of is not None:
            continue
        words = words_in(copy.text, paragraph.start, paragraph.end)
        starts = [word.start for word in words]
        ends = [m.end() for m in SENTENCE.finditer(copy.text, paragraph.start, paragraph.end)]
        edges = sorted({paragraph.start, *ends, paragraph.end})
        cuts = [bisect_right(starts, edge - 1) for edge in edges]
        for n in range(len(edges) - 1):
            held = words[cuts[n] : cuts[n + 1]]
            keys = frozenset(word.key for word in held)
            yield _Sentence(edges[n], edges[n + 1], held, keys, paragraph.number, n + 2 < len(edges))
