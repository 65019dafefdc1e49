"""The stretches of a story that may give an utterance: what stands inside marks, and what is reported without them. Pure."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from articles.segmentation.spans import Kind, ParagraphSpan
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import About, Place
from claims.comparison.quoted.mouths import NOBODY, Mouth, mouths_of
from claims.comparison.words import Word, words_in
from claims.language.marks import Marked, pair
from claims.language.spans import Quote, QuoteKind

_SILENT = (Kind.CREDIT, Kind.BOILERPLATE)
_SENTENCE = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[A-Z“‘\"'(])")
_INNER = re.compile(r"(?<![\w.,])’(\w[^‘’“”\n]{2,80}?[\w.,!?])’(?!\w)")
FEWEST_REPORTED = 5
"""Words of a report without marks below which it is taken for no variant."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch in one article, with who says it. `sentence`: the sentences around it, as offsets; `same_breath`: a number
    that stretches of one quote share (one cue), None where the engine took no quote there; `own`: the speaker's own words,
    without an outlet's brackets and without marks inside the marks; `norms`: all its words folded."""

    place: Place
    text: str
    words: tuple[Word, ...]
    paragraph: ParagraphSpan
    mouth: Mouth
    quote: Quote | None
    marked: bool
    sentence: tuple[int, int]
    same_breath: int | None
    own: tuple[Word, ...]
    norms: tuple[str, ...]

    @property
    def in_heading(self) -> bool:
        return self.paragraph.kind in (Kind.HEADING, Kind.CAPTION)


def stretches_of(story: Story) -> list[Stretch]:
    """Every stretch of every article, in order of article and offset; two for a stretch that two people say together."""
    found: list[Stretch] = []
    for number, copy in enumerate(story.copies):
        here = list(_of_copy(story, number, copy))
        found += sorted(here, key=lambda s: (s.place, s.mouth.person or ""))
    return found


class _Taken:
    """The spans that the engine took for quotes."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(set(spans))
        self.ends = list(accumulate((end for _, end in self.spans), max))  # the farthest end up to each span

    def holds(self, mark: Marked) -> bool:
        """Whether the engine took these marks for a quote; marks inside the marks may quote somebody else and are another stretch."""
        size = mark.end - mark.start
        until = bisect_right(self.spans, (mark.start, sys.maxsize))
        if not mark.depth and until and self.ends[until - 1] >= mark.start + 0.8 * size:
            return True
        first = bisect_left(self.spans, (mark.start - size, 0)) if mark.depth else until
        last = bisect_right(self.spans, (int(mark.start + 0.2 * size), sys.maxsize))
        return any(
            min(b, mark.end) - max(a, mark.start) >= 0.8 * size and (not mark.depth or b - a <= 1.25 * size)
            for a, b in self.spans[first:last]
        )

    def touches(self, start: int, end: int) -> bool:
        """Whether one of them has a character in common with the stretch."""
        until = bisect_left(self.spans, (end, 0))
        return until > 0 and self.ends[until - 1] > start


class _Reader:
    """Makes stretches of one article. Sentences and marks inside marks are looked up, so that it takes time by the copy's length."""

    def __init__(self, number: int, copy: Copy) -> None:
        self.number, self.copy = number, copy
        self.read = [p for p in copy.paragraphs if p.kind not in _SILENT and p.duplicate_of is None and p.end > p.start]
        self.marks = pair(copy.text, ((p.start, p.end) for p in self.read))
        self.one_sided = list(_one_sided(copy.text, self.marks))
        self.nested = sorted([(m.start, m.end) for m in self.marks if m.depth] + self.one_sided)
        self.ends: dict[
            int, tuple[list[int], list[int]]
        ] = {}  # paragraph's start → where its sentences' ends start, end

    def stretch(
        self,
        start: int,
        end: int,
        mouth: Mouth = NOBODY,
        quote: Quote | None = None,
        *,
        marked: bool = True,
        whole: bool = False,
    ) -> Stretch | None:
        """None where there is no word. `whole`: marks inside the marks are the speaker's words too."""
        inside = self.nested[bisect_left(self.nested, (start, 0)) : bisect_left(self.nested, (end, 0))]
        words = words_in(self.copy.text, start, end, [] if whole else inside)
        paragraph = paragraph_at(self.copy, start)
        if not words or paragraph is None:
            return None
        if paragraph.kind in (Kind.HEADING, Kind.CAPTION):
            mouth = replace(mouth, is_sure=False)
        return Stretch(
            Place(self.number, start, end),
            self.copy.text[start:end],
            words,
            paragraph,
            mouth,
            quote,
            marked,
            self._sentence(paragraph, start, end),
            quote.utterance if quote else None,
            tuple(word for word in words if not word.nested and not word.bracketed),
            tuple(word.norm for word in words),
        )

    def _sentence(self, paragraph: ParagraphSpan, start: int, end: int) -> tuple[int, int]:
        if paragraph.start not in self.ends:
            found = list(_SENTENCE.finditer(self.copy.text, paragraph.start, paragraph.end))
            self.ends[paragraph.start] = [m.start() for m in found], [m.end() for m in found]
        starts, ends = self.ends[paragraph.start]
        before, after = bisect_left(ends, start), bisect_left(starts, end)
        return (
            ends[before - 1] if before else paragraph.start,
            starts[after] + 1 if after < len(starts) else max(paragraph.end, end),
        )


def _of_copy(story: Story, number: int, copy: Copy) -> Iterator[Stretch]:
    reader = _Reader(number, copy)
    spans: set[tuple[int, int]] = set()
    for quote in copy.quotes:
        quoted = [(s.start, s.end) for s in quote.quoted]
        marked = bool(quoted) and quote.kind is not QuoteKind.INDIRECT
        for start, end in quoted if marked else [(quote.start, quote.end)]:
            for mouth in mouths_of(story, copy, quote):
                made = reader.stretch(start, end, mouth, quote, marked=marked)
                if made and (marked or len(made.words) >= FEWEST_REPORTED):
                    yield made
                    if marked:
                        spans.add((start, end))
    taken = _Taken(spans)
    yield from (made for m in reader.marks if not taken.holds(m) and (made := reader.stretch(m.start, m.end)))
    yield from (made for a, b in reader.one_sided if (made := reader.stretch(a, b, whole=True)))
    if copy.is_primary:  # a transcript, the post itself: it may be all words of the speaker, without any mark
        yield from (
            made
            for p in reader.read
            if not taken.touches(p.start, p.end) and (made := reader.stretch(p.start, p.end, whole=True))
        )
    for one in (place for p in story.decisions.joined if p.about is About.UTTERANCE for place in (p.one, p.other)):
        if one.article == number and not any(one.is_near(Place(number, *span)) for span in spans):
            made = reader.stretch(one.start, one.end)
            if made:
                spans.add((one.start, one.end))
                yield made


def _one_sided(text: str, marks: Sequence[Marked]) -> Iterator[tuple[int, int]]:
    """Marks inside marks that open as they close (’so’), which pairing takes for apostrophes; two words and more."""
    for mark in marks:
        if not mark.depth:
            for found in _INNER.finditer(text, mark.start, mark.end):
                if " " in found.group(1).strip():
                    yield found.span(1)


def paragraph_at(copy: Copy, offset: int) -> ParagraphSpan | None:
    """The paragraph in which an offset lies."""
    at = bisect_right(copy.paragraphs, offset, key=lambda p: p.start) - 1
    return copy.paragraphs[at] if at >= 0 else None
