"""Fragments that are no act of speech: terms, set phrases and titles in marks; and the words around a fragment. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from claims.comparison.copies import Story
from claims.comparison.judging import SHORT, Link
from claims.comparison.mouths import Kinship, kinship
from claims.comparison.stretches import Stretch
from claims.comparison.words import folded, key_of, words_in
from claims.language import words as classes
from claims.language.person_names import fold

COMMON = 2
SAYING = frozenset(classes.listed("say tell call speak describ add stat president sen mr ms minister"))
USUAL = 3
"""Sentences without the speaker's name in which a fragment's words stand without marks before they are taken for a term."""
_HELD_UP = re.compile(
    r"\b(?:words?|terms?|phrases?|expression|label|so[ -]called|dubbed|known as|nicknamed)\s[“\"‘'’]$", re.IGNORECASE
)
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z|])|\n+")


class Terms:
    """Knows the words of all the articles."""

    def __init__(self, story: Story, stretches: Sequence[Stretch]) -> None:
        self.story = story
        self._named = {f" {' '.join(s.norms)} " for s in stretches if len(s.own) <= SHORT and _is_named(story, s)}
        self._said = [(s.mouth, f" {' '.join(s.norms)} ") for s in stretches if s.marked and len(s.own) > SHORT]
        self._plain = [
            f" {' '.join(folded(part))} "
            for copy in story.copies
            for part in _END.split(_without_marks(copy.text))
            if part
        ]
        self._usual = max(USUAL, round(0.3 * len(story.copies)))
        self._counts: dict[tuple[str, str], int] = {}
        self._contexts: dict[tuple[int, int, int], tuple[set[str], set[str]]] = {}

    def forbid(self, long: Stretch, short: Stretch, link: Link) -> bool:
        """Whether equal words are no sign of one act of speech: a title beside a title, a term that the outlets use themselves."""
        if _is_title(short) and (_is_title(long) or link.kinship is not Kinship.SAME):
            return True
        if len(short.own) > SHORT:
            return False
        if len(short.own) == 1 and not self._told_alike(long, short):
            return True
        phrase = f" {' '.join(word.norm for word in short.own)} "
        if phrase in self._named:
            return True
        used = self._used(phrase, f" {long.mouth.key.split()[-1]}" if long.mouth.key else "")
        if used >= (self._usual if len(long.own) > SHORT else self._usual - 1):
            return True
        return len(long.own) > SHORT and link.alignment.content >= 2 and self._is_in_other_mouths(phrase, long)

    def _told_alike(self, long: Stretch, short: Stretch) -> bool:
        """One word is little: the paragraphs around must share others too, beside the speaker's name."""
        own = {short.own[0].key, *map(key_of, long.mouth.key.split()), *SAYING}
        return len((self._paragraph_keys(long) & self._paragraph_keys(short)) - own) >= COMMON

    def _paragraph_keys(self, stretch: Stretch) -> set[str]:
        at = (stretch.place.article, stretch.paragraph.start, stretch.paragraph.end)
        if at not in self._contexts:
            words = words_in(self.story.copies[at[0]].text, *at[1:])
            self._contexts[at] = set(), {word.key for word in words if word.is_content}
        return self._contexts[at][1]

    def _used(self, phrase: str, surname: str) -> int:
        """Sentences without the surname in which a phrase stands without marks."""
        if (phrase, surname) not in self._counts:
            self._counts[phrase, surname] = sum(
                phrase in plain and not (surname and surname in plain) for plain in self._plain
            )
        return self._counts[phrase, surname]

    def _is_in_other_mouths(self, phrase: str, long: Stretch) -> bool:
        """A set phrase: somebody else's longer words hold it too."""
        return any(phrase in said and kinship(mouth, long.mouth) is Kinship.OTHER for mouth, said in self._said)

    def words_of(self, stretch: Stretch) -> set[str]:
        """The folded words of the sentence around a stretch."""
        return self._context(stretch)[0]

    def context_keys(self, stretch: Stretch) -> set[str]:
        """Keys of the telling words around and in a stretch."""
        return self._context(stretch)[1]

    def _context(self, stretch: Stretch) -> tuple[set[str], set[str]]:
        at = (stretch.place.article, *stretch.sentence)
        if at not in self._contexts:
            text = self.story.copies[stretch.place.article].text
            words = words_in(text, *stretch.sentence)
            plain = {fold(re.sub(r"[’']s$", "", word.written)) for word in words}
            self._contexts[at] = plain, {word.key for word in words if word.is_content}
        return self._contexts[at]


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
