"""The paragraphs of a story's articles by place, each cut where marked words begin and end."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.models import Paragraph
from claims.comparison.decisions import Place
from claims.language.highlight import Mark, segments_of
from claims.services.story_found import StoryFound


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """A paragraph's words and where they begin in their article."""

    number: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A piece of a paragraph; `is_marked`: the words in question."""

    text: str
    is_marked: bool


class StoryTexts:
    """Finds the paragraph of a place. `spans`: of each article, by its number in the comparison, (number, start, end) in order."""

    def __init__(self, bodies: Sequence[str], spans: Sequence[Sequence[tuple[int, int, int]]]) -> None:
        self._bodies = bodies
        self._spans = spans
        self._starts = [[start for _, start, _ in several] for several in spans]

    def at(self, place: Place) -> ParagraphText | None:
        """The paragraph in which the place begins; None where the article or the paragraph is not there."""
        if not 0 <= place.article < len(self._bodies):
            return None
        at = bisect_right(self._starts[place.article], place.start) - 1
        if at < 0:
            return None
        number, start, end = self._spans[place.article][at]
        return ParagraphText(number, start, self._bodies[place.article][start:end]) if place.start < end else None


def texts_of(found: StoryFound) -> StoryTexts:
    """One query: the words are in the articles already."""
    numbers = {shown.article.pk: shown.number for shown in found.articles}
    spans: list[list[tuple[int, int, int]]] = [[] for _ in found.articles]
    rows = Paragraph.objects.filter(article__in=numbers).order_by("article", "number")
    for article, number, start, end in rows.values_list("article", "number", "start", "end"):
        spans[numbers[article]].append((number, start, end))
    return StoryTexts([shown.article.body for shown in found.articles], spans)


def marked(text: ParagraphText, places: Iterable[Place]) -> tuple[MarkedText, ...]:
    """A paragraph cut where the places begin and end."""
    marks = [Mark(place.start, place.end, True) for place in places]
    return tuple(MarkedText(piece.text, bool(piece.keys)) for piece in segments_of(text.text, marks, offset=text.start))
