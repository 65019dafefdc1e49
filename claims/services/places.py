"""Where spans lie: which paragraph holds an offset, and which spans meet what staff have decided already."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from articles.models import Article, Paragraph
from articles.segmentation import Kind, ParagraphSpan

SILENT_KINDS = frozenset({Kind.BOILERPLATE, Kind.CREDIT})
"""Paragraphs of these kinds carry no quote and no claim."""


class Places:
    """The paragraphs of one article in order, for looking up by offset."""

    def __init__(self, article: Article) -> None:
        self.paragraphs: list[Paragraph] = list(article.paragraphs.order_by("number"))
        self._starts = [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that the code point at `offset` lies in; None between paragraphs and outside the text."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.paragraphs[index].end:
            return None
        return self.paragraphs[index]

    def speaking_paragraph_at(self, offset: int) -> Paragraph | None:
        """As `paragraph_at`, but None too where the paragraph may carry no quote and no claim."""
        paragraph = self.paragraph_at(offset)
        return paragraph if paragraph and speaks(paragraph) else None

    def spans(self) -> list[ParagraphSpan]:
        """The paragraphs as the language engine takes them."""
        numbers = {paragraph.pk: paragraph.number for paragraph in self.paragraphs}
        return [
            ParagraphSpan(
                p.number, p.start, p.end, Kind(p.kind), numbers.get(p.duplicate_of_id) if p.duplicate_of_id else None
            )
            for p in self.paragraphs
        ]


def speaks(paragraph: Paragraph) -> bool:
    """Whether quotes and claims may stand in this paragraph: no boilerplate, no credit, no repeat of another."""
    return paragraph.kind not in SILENT_KINDS and paragraph.duplicate_of_id is None


class Taken:
    """Spans of an article that a new run leaves alone: those there already, and whatever meets a person's decision."""

    def __init__(self, present: Iterable[tuple[int, int]], decided: Sequence[tuple[int, int]]) -> None:
        self._present = set(present)
        self._decided = decided

    def __contains__(self, span: tuple[int, int]) -> bool:
        start, end = span
        return span in self._present or any(start < other_end and other < end for other, other_end in self._decided)
