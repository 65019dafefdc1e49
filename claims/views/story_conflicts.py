"""The possible conflicts of a story: questions, each with the outlets' answers, the equal ones together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.comparison.decisions import Place
from claims.comparison.found import Answer, Conflict
from claims.services.story_found import Judgement, Suggestion
from claims.views.story_columns import Column, Columns, listed
from claims.views.story_texts import MarkedText, ParagraphText, StoryTexts, marked

SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9À-Þ])")
LONGEST_SENTENCE = 420
"""Letters; of a longer sentence a stretch around the answer is shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """One outlet's sentence with the answering words marked."""

    column: Column
    paragraph: int
    pieces: tuple[MarkedText, ...]


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """One answer and who gives it."""

    value: str
    told: tuple[Told, ...]

    @property
    def outlets(self) -> str:
        return listed(told.column.name for told in self.told)


@dataclass(frozen=True, slots=True)
class ShownConflict:
    key: str
    kind: str
    question: str
    reason: str
    judgement: Judgement
    answers: tuple[AnswerGroup, ...]
    silent: str
    anchor: str

    @property
    def why(self) -> str:
        """The reason as a sentence."""
        reason = self.reason.strip()
        return reason[:1].upper() + reason[1:] + ("" if reason.endswith((".", "?", "!", "”")) or not reason else ".")


def conflicts_shown(
    conflicts: Iterable[Suggestion[Conflict]], columns: Columns, texts: StoryTexts
) -> list[ShownConflict]:
    """Each conflict with its answers, the most outlets first."""
    by_article, order = columns.by_article(), columns.place_of()
    shown = []
    for conflict in conflicts:
        groups: dict[str, list[Answer]] = {}
        for answer in sorted(conflict.found.members, key=lambda a: (order(a.place.article), a.place.start)):
            if answer.place.article in by_article:
                groups.setdefault(" ".join(answer.value.casefold().split()), []).append(answer)
        answers = [
            AnswerGroup(
                same[0].value,
                tuple(
                    Told(
                        by_article[a.place.article],
                        a.paragraph,
                        sentence_of(texts.at(a.place), a.place),
                    )
                    for a in same
                ),
            )
            for same in groups.values()
        ]
        given = {answer.place.article for answer in conflict.found.members}
        shown.append(
            ShownConflict(
                conflict.key,
                str(conflict.found.kind),
                conflict.found.question,
                conflict.found.reason,
                conflict.judgement,
                tuple(sorted(answers, key=lambda group: -len({told.column.article for told in group.told}))),
                listed(column.name for column in columns.all if column.article not in given),
                f"conflict-{conflict.key}",
            )
        )
    return shown


def sentence_of(paragraph: ParagraphText | None, place: Place) -> tuple[MarkedText, ...]:
    """The sentence (or sentences) of the paragraph in which the place stands, the place marked; () without a paragraph.

    Sentences are cut at stops before a capital, which is near enough for reading; offsets stay those of the copy.
    """
    if paragraph is None:
        return ()
    start, end = place.start - paragraph.start, place.end - paragraph.start
    cuts = [0, *(m.end() for m in SENTENCE_END.finditer(paragraph.text)), len(paragraph.text)]
    first = max(cut for cut in cuts if cut <= max(start, 0))
    last = min((cut for cut in cuts if cut >= end), default=len(paragraph.text))
    if last - first > LONGEST_SENTENCE:
        first, last = max(first, start - LONGEST_SENTENCE // 2), min(last, end + LONGEST_SENTENCE // 2)
    words = paragraph.text[first:last]
    pieces = marked(ParagraphText(paragraph.number, paragraph.start + first, words.rstrip()), [place])
    lead = (MarkedText("… ", False),) if first not in cuts else ()
    tail = (MarkedText(" …", False),) if last not in cuts else ()
    return (*lead, *pieces, *tail)
