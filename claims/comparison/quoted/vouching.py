"""What speaks for the same speaker beside the words, where nobody is named there or "he" was taken for another. Pure."""

from collections import defaultdict
from collections.abc import Sequence

from claims.comparison.copies import Story
from claims.comparison.quoted.stretches import Stretch
from claims.comparison.quoted.terms import Terms
from claims.language import words
from claims.language.roles import stem

LIKE = 2
"""Telling words that two sentences share beside the same fragment."""
ROLES = frozenset(map(stem, words.ROLE_NOUNS | words.MORE_ROLES))


class Vouching:
    """Knows by which words the articles call each person."""

    def __init__(self, story: Story, stretches: Sequence[Stretch], terms: Terms) -> None:
        self.story, self.terms = story, terms
        self.stems: dict[str | None, set[str]] = {}
        self.about: dict[str | None, set[str]] = defaultdict(set)
        for stretch in stretches:
            self.about[stretch.mouth.person] |= stretch.mouth.about

    def vouches(self, long: Stretch, short: Stretch) -> bool:
        """Whether the sentence around a fragment without a named person names the other's speaker, or gives their role ("the
        inspector general"); or both are unnamed people who speak, or the longer is the primary text."""
        if long.mouth.kind == short.mouth.kind == "unnamed" or self._is_primary(long):
            return True
        for one, other in ((long, short), (short, long)):
            if one.mouth.kind not in ("person", "short") or other.mouth.kind not in ("", "body", "unnamed"):
                continue
            around = self.terms.words_of(other)
            about = self._stems(one.mouth.person) & self.terms.stems_of(other)
            if one.mouth.key.split()[-1] in around or (len(about) > 1 and about & ROLES):
                return True
        return False

    def may_be_mistaken(self, long: Stretch, short: Stretch) -> bool:
        """Whether "he" may have been taken for somebody else: the same two telling words and more, and a like sentence around."""
        if not (long.mouth.by_pronoun or short.mouth.by_pronoun) or long.norms != short.norms:
            return False
        own = len({word.key for word in short.own if word.is_content})
        return own > 1 and self.terms.common(long, short) >= own + LIKE

    def _is_primary(self, stretch: Stretch) -> bool:
        """A paragraph of the transcript or the post itself, whose speaker nobody need name."""
        return not stretch.mouth.kind and self.story.copies[stretch.place.article].is_primary

    def _stems(self, person: str | None) -> set[str]:
        """Stems of the words by which the articles call a person."""
        if person not in self.stems:
            self.stems[person] = {stem(word) for word in self.about[person]}
        return self.stems[person]
