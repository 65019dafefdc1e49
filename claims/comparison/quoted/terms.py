"""Fragments that are no act of speech: terms, set phrases and titles in marks; and the words around a fragment. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.comparison.copies import Story
from claims.comparison.quoted.judging import SHORT, Link
from claims.comparison.quoted.mouths import Kinship, kinship
from claims.comparison.quoted.stretches import Stretch
from claims.comparison.words import folded, key_of, words_in
from claims.language import words as classes
from claims.language.person_names import fold
from claims.language.roles import stem

COMMON = 2
PHRASE = 5  # words up to which two of meaning may be a set phrase ("boots on the ground")
SAYING = frozenset(classes.listed("say tell call speak describ add stat president sen mr ms minister"))
USUAL = 3
"""Sentences without the speaker's name in which a fragment's words stand without marks before they are taken for a term."""
LOOKED = 500
"""Sentences with the rarest word of a phrase that are read for it."""
_HELD_UP = re.compile(
    r"\b(?:words?|terms?|phrases?|expression|label|so[ -]called|dubbed|known as|nicknamed)\s[“\"‘'’]$", re.IGNORECASE
)
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z|])|\n+")


class _Phrases:
    """Folded texts by their words, to find those that hold a phrase."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = list(texts)
        self._at: dict[str, list[int]] = defaultdict(list)
        for n, text in enumerate(self.texts):
            for word in set(text.split()):
                self._at[word].append(n)

    def holding(self, phrase: str) -> Iterator[int]:
        """The numbers of the texts in which the phrase stands, LOOKED of its rarest word's at most being read."""
        rarest = min((self._at.get(word, []) for word in phrase.split()), key=len, default=[])
        return (n for n in rarest[:LOOKED] if phrase in self.texts[n])


@dataclass(frozen=True, slots=True)
class _Around:
    """A sentence or a paragraph around a stretch: folded words, keys of its telling words, stems."""

    words: frozenset[str]
    keys: frozenset[str]
    stems: frozenset[str]


class Terms:
    """Knows the words of all the articles."""

    def __init__(self, story: Story, stretches: Sequence[Stretch]) -> None:
        self.story = story
        self._named = {f" {' '.join(s.norms)} " for s in stretches if len(s.own) <= SHORT and _is_named(story, s)}
        said = [s for s in stretches if s.marked and len(s.own) > SHORT]
        self._mouths = [s.mouth for s in said]
        self._said = _Phrases(f" {' '.join(s.norms)} " for s in said)
        self._plain = _Phrases(
            f" {' '.join(folded(part))} "
            for copy in story.copies
            for part in _END.split(_without_marks(copy.text))
            if part
        )
        self._usual = max(USUAL, round(0.3 * len(story.copies)))
        self._counts: dict[tuple[str, str], int] = {}
        self._around: dict[tuple[int, int, int], _Around] = {}
        self._common: dict[tuple[tuple[int, int, int], tuple[int, int, int]], frozenset[str]] = {}

    def forbid(self, long: Stretch, short: Stretch, link: Link, vouched: bool = False) -> bool:
        """Whether equal words are no sign of one act of speech: a title beside a title, a term that the outlets use themselves, a
        set phrase. `vouched`: something beside the words speaks for the same speaker."""
        titles = _is_title(short) + _is_title(long)
        if titles == 2 or (titles and link.kinship is not Kinship.SAME):
            return True
        phrase = f" {' '.join(word.norm for word in short.own)} "
        if len(short.own) > SHORT:
            is_set = len(short.own) <= PHRASE and link.alignment.content <= 2 and link.kinship is Kinship.UNSURE
            return is_set and not vouched and not self._told_alike(long, short)
        if len(short.own) == 1 and not self._told_alike(long, short):
            return True
        if phrase in self._named:
            return True
        used = self._used(phrase, f" {long.mouth.key.split()[-1]}" if long.mouth.key else "")
        if used >= (self._usual if len(long.own) > SHORT else self._usual - 1):
            return True
        return len(long.own) > SHORT and link.alignment.content >= 2 and self._is_in_other_mouths(phrase, long)

    def _told_alike(self, long: Stretch, short: Stretch) -> bool:
        """A word or a phrase is little: the paragraphs around must share others too, beside the speaker's name."""
        own = {*(word.key for word in short.own), *map(key_of, long.mouth.key.split()), *SAYING}
        paragraphs = [(s.place.article, s.paragraph.start, s.paragraph.end) for s in (long, short)]
        return len(self._shared(paragraphs[0], paragraphs[1]) - own) >= COMMON

    def _used(self, phrase: str, surname: str) -> int:
        """Sentences without the surname in which a phrase stands without marks."""
        if (phrase, surname) not in self._counts:
            self._counts[phrase, surname] = sum(
                not (surname and surname in self._plain.texts[n]) for n in self._plain.holding(phrase)
            )
        return self._counts[phrase, surname]

    def _is_in_other_mouths(self, phrase: str, long: Stretch) -> bool:
        """A set phrase: somebody else's longer words hold it too."""
        return any(kinship(self._mouths[n], long.mouth) is Kinship.OTHER for n in self._said.holding(phrase))

    def words_of(self, stretch: Stretch) -> frozenset[str]:
        """The folded words of the sentence around a stretch."""
        return self._read((stretch.place.article, *stretch.sentence)).words

    def stems_of(self, stretch: Stretch) -> frozenset[str]:
        """Their stems."""
        return self._read((stretch.place.article, *stretch.sentence)).stems

    def common(self, one: Stretch, other: Stretch) -> int:
        """How many telling words the sentences around two stretches (and they themselves) have in common."""
        return len(self._shared((one.place.article, *one.sentence), (other.place.article, *other.sentence)))

    def _shared(self, one: tuple[int, int, int], other: tuple[int, int, int]) -> frozenset[str]:
        if (one, other) not in self._common:
            self._common[one, other] = self._read(one).keys & self._read(other).keys
        return self._common[one, other]

    def _read(self, at: tuple[int, int, int]) -> _Around:
        if at not in self._around:
            words = words_in(self.story.copies[at[0]].text, *at[1:])
            plain = frozenset(fold(re.sub(r"[’']s$", "", word.written)) for word in words)
            keys = frozenset(word.key for word in words if word.is_content)
            self._around[at] = _Around(plain, keys, frozenset(map(stem, plain)))
        return self._around[at]


@lru_cache(maxsize=256)
def _without_marks(text: str) -> str:
    """The article without what stands in double marks (or in curly single ones)."""
    return re.sub(r"[“\"«][^“”\"«»\n]{1,600}[”\"»]|‘[^‘’\n]{1,200}’", " | ", text)


def _is_named(story: Story, stretch: Stretch) -> bool:
    """ "the words “radical Islam”", "a so-called “safe zone”": marks that hold a term up."""
    text, at = story.copies[stretch.place.article].text, stretch.place.start
    return bool(_HELD_UP.search(text[max(0, at - 40) : at]))


def _is_title(stretch: Stretch) -> bool:
    """ "Harbour at Six": capitals on every word that matters, in running text; no shouting and no sentence."""
    if stretch.in_heading or stretch.text.rstrip()[-1:] in "!?" or not 2 <= len(stretch.own) <= 8:
        return False
    telling = [word for word in stretch.own if word.is_content]
    return (
        len(telling) >= 2 and all(word.written[0].isupper() for word in telling) and not all(w.shouts for w in telling)
    )
