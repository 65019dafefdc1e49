"""Asking a comparison of real copy for places, by article and a few of its words."""

from claims.comparison.compare import compare
from claims.comparison.copies import Story
from claims.comparison.decisions import Place
from claims.comparison.found import ComparedClaim, Conflict, Utterance, Variant

# (article: number or end of its key, paragraph's number or None for the first that has the words, words in it)
type Stretch = tuple[int | str, int | None, str]


class Asking:
    """The comparison of one story, and questions about it by stretch."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.found = compare(story)

    def article(self, which: int | str) -> int:
        if isinstance(which, int):
            return which
        return next(n for n, copy in enumerate(self.story.copies) if copy.key.endswith(which))

    def place(self, stretch: Stretch) -> Place:
        which, paragraph, words = stretch
        number = self.article(which)
        text = self.story.copies[number].text
        spans = [p for p in self.story.copies[number].paragraphs if paragraph in (None, p.number)]
        start = next(at for p in spans if (at := text.find(words, p.start, p.end)) >= 0)
        return Place(number, start, start + len(words))

    def words(self, place: Place) -> str:
        return self.story.copies[place.article].text[place.start : place.end]

    def variant(self, stretch: Stretch, *among: Utterance) -> Variant | None:
        """The shortest variant of the utterances (of all, where none is given) that holds the stretch's words."""
        at = self.place(stretch)
        holding = [
            member
            for utterance in among or self.found.utterances
            for member in utterance.members
            if member.place.article == at.article and member.place.start <= at.start and at.end <= member.place.end
        ]
        return min(holding, key=lambda m: m.place.end - m.place.start, default=None)

    def together(self, *stretches: Stretch) -> list[Utterance]:
        """The utterances that hold every one of these stretches."""
        return [u for u in self.found.utterances if all(self.variant(s, u) for s in stretches)]

    def utterances_at(self, stretch: Stretch) -> list[Utterance]:
        """The utterances that have a member with any word of the stretch."""
        at = self.place(stretch)
        return [u for u in self.found.utterances if any(m.place.touches(at) for m in u.members)]

    def conflicts(self, *stretches: Stretch) -> list[Conflict]:
        """The conflicts that have an answer at every one of these stretches."""
        return [c for c in self.found.conflicts if self._all_touched(c, stretches)]

    def claims(self, *stretches: Stretch) -> list[ComparedClaim]:
        """The claims that have a member at every one of these stretches."""
        return [c for c in self.found.claims if self._all_touched(c, stretches)]

    def _all_touched(self, of: Conflict | ComparedClaim, stretches: tuple[Stretch, ...]) -> bool:
        return all(any(m.place.touches(self.place(s)) for m in of.members) for s in stretches)


def kinds(variant: Variant | None) -> set[str]:
    """The kinds of difference that a variant has."""
    assert variant is not None
    return {str(difference.kind) for difference in variant.differences}


def last_words_cut(variant: Variant | None) -> list[str]:
    """The last word of each head that a variant leaves out."""
    assert variant is not None
    return [d.words.split()[-1].lower() for d in variant.differences if d.kind == "head cut"]
