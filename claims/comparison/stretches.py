"""The stretches of a story that may give an utterance: what stands inside marks, and what is reported without them. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.segmentation.spans import Kind, ParagraphSpan
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import About, Place
from claims.comparison.mouths import NOBODY, Mouth, mouths_of
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
    without an outlet's brackets and without marks inside the marks."""

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

    @property
    def norms(self) -> tuple[str, ...]:
        return tuple(word.norm for word in self.words)

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


def _of_copy(story: Story, number: int, copy: Copy) -> Iterator[Stretch]:
    read = [p for p in copy.paragraphs if p.kind not in _SILENT and p.duplicate_of is None and p.end > p.start]
    marks = pair(copy.text, ((p.start, p.end) for p in read))
    nested = [(m.start, m.end) for m in marks if m.depth] + list(_one_sided(copy.text, marks))
    taken: set[tuple[int, int]] = set()
    for quote in copy.quotes:
        spans = [(s.start, s.end) for s in quote.quoted]
        marked = bool(spans)
        if quote.kind is QuoteKind.INDIRECT or not spans:
            spans, marked = [(quote.start, quote.end)], False
        for start, end in spans:
            for mouth in mouths_of(story, copy, quote):
                made = _stretch(number, copy, start, end, mouth, quote, nested, marked)
                if made and (marked or len(made.words) >= FEWEST_REPORTED):
                    yield made
                    if marked:
                        taken.add((start, end))
    yield from (
        made
        for mark in marks
        if not _is_taken(mark, taken)
        and (made := _stretch(number, copy, mark.start, mark.end, NOBODY, None, nested, True))
    )
    yield from (
        made for a, b in _one_sided(copy.text, marks) if (made := _stretch(number, copy, a, b, NOBODY, None, [], True))
    )
    if copy.is_primary:
        yield from _primary(number, copy, read, taken)
    for one in (place for p in story.decisions.joined if p.about is About.UTTERANCE for place in (p.one, p.other)):
        if one.article == number and not any(one.is_near(Place(number, *span)) for span in taken):
            made = _stretch(number, copy, one.start, one.end, NOBODY, None, nested, True)
            if made:
                taken.add((one.start, one.end))
                yield made


def _one_sided(text: str, marks: Sequence[Marked]) -> Iterator[tuple[int, int]]:
    """Marks inside marks that open as they close (’so’), which pairing takes for apostrophes; two words and more."""
    for mark in marks:
        if not mark.depth:
            for found in _INNER.finditer(text, mark.start, mark.end):
                if " " in found.group(1).strip():
                    yield found.span(1)


def _primary(number: int, copy: Copy, read: list[ParagraphSpan], taken: set[tuple[int, int]]) -> Iterator[Stretch]:
    """A primary text (a transcript, the post itself) may be all words of the speaker, without any mark."""
    for paragraph in read:
        if not any(a < paragraph.end and paragraph.start < b for a, b in taken):
            made = _stretch(number, copy, paragraph.start, paragraph.end, NOBODY, None, [], True)
            if made:
                yield made


def _is_taken(mark: Marked, taken: set[tuple[int, int]]) -> bool:
    """Whether the engine took these marks for a quote; marks inside the marks may quote somebody else and are another stretch."""
    long = 0.8 * (mark.end - mark.start)
    return any(
        min(b, mark.end) - max(a, mark.start) >= long and (not mark.depth or b - a <= 1.25 * (mark.end - mark.start))
        for a, b in taken
    )


def _stretch(
    number: int,
    copy: Copy,
    start: int,
    end: int,
    mouth: Mouth,
    quote: Quote | None,
    nested: Sequence[tuple[int, int]],
    marked: bool,
) -> Stretch | None:
    words = words_in(copy.text, start, end, nested)
    paragraph = paragraph_at(copy, start)
    if not words or paragraph is None:
        return None
    if paragraph.kind in (Kind.HEADING, Kind.CAPTION):
        mouth = replace(mouth, is_sure=False)
    return Stretch(
        Place(number, start, end),
        copy.text[start:end],
        words,
        paragraph,
        mouth,
        quote,
        marked,
        _sentence(copy.text, paragraph, start, end),
        quote.utterance if quote else None,
        tuple(word for word in words if not word.nested and not word.bracketed),
    )


def paragraph_at(copy: Copy, offset: int) -> ParagraphSpan | None:
    """The paragraph in which an offset lies."""
    at = bisect_right(copy.paragraphs, offset, key=lambda p: p.start) - 1
    return copy.paragraphs[at] if at >= 0 else None


def _sentence(text: str, paragraph: ParagraphSpan, start: int, end: int) -> tuple[int, int]:
    before = [m.end() for m in _SENTENCE.finditer(text, paragraph.start, start)]
    after = _SENTENCE.search(text, end, paragraph.end)
    return (before[-1] if before else paragraph.start), (after.start() + 1 if after else max(paragraph.end, end))
