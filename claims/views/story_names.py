"""What each outlet calls each person, and how it reports that person's words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from claims.comparison.found import NameUsed, Scale, Utterance, VerbUsed
from claims.services.story_found import StoryFound
from claims.views.story_columns import Column, Columns, listed

PLAIN = str.maketrans("‘’“”", "''\"\"")
"""Names that differ in the form of their apostrophes are one name."""
MOST_NAMES = 8
"""Of more outlets than these behind a verb some are counted."""


@dataclass(frozen=True, slots=True)
class NameCell:
    """How often an outlet uses the name (0: never), and the paragraph's place of the first use."""

    column: Column
    count: int = 0
    start: int | None = None


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name across the outlets. `is_odd`: one outlet alone uses it, where others name the person too."""

    text: str
    cells: tuple[NameCell, ...]
    is_odd: bool

    @property
    def outlets(self) -> int:
        return sum(bool(cell.count) for cell in self.cells)

    @property
    def only_in(self) -> str:
        return next((cell.column.name for cell in self.cells if cell.count), "")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One verb and the outlets that chose it, in words."""

    text: str
    outlets: str


@dataclass(frozen=True, slots=True)
class VerbRow:
    """The verbs for one utterance (`title`: its first words), or for all that belongs to none (""), by scale."""

    title: str
    factive: tuple[Chosen, ...]
    neutral: tuple[Chosen, ...]
    doubting: tuple[Chosen, ...]
    anchor: str = ""

    @property
    def is_split(self) -> bool:
        """Whether outlets stand at different points of the scale."""
        return sum(bool(point) for point in (self.factive, self.neutral, self.doubting)) > 1

    @property
    def points(self) -> tuple[tuple[str, tuple[Chosen, ...]], ...]:
        return ("factive", self.factive), ("neutral", self.neutral), ("doubting", self.doubting)


@dataclass(frozen=True, slots=True)
class PersonNamed:
    person: str
    rows: tuple[NameRow, ...]
    verbs: tuple[VerbRow, ...]

    @property
    def odd(self) -> int:
        return sum(row.is_odd for row in self.rows)

    @property
    def split(self) -> int:
        return sum(row.is_split for row in self.verbs)


def people_named(found: StoryFound, columns: Columns) -> list[PersonNamed]:
    """Each person, those first whom outlets name or report differently."""
    titles = {utterance.number: (_title(utterance.found), utterance.key) for utterance in found.utterances}
    people = [PersonNamed(n.person, _rows(n.used, columns), _verbs(n.verbs, columns, titles)) for n in found.names]
    return sorted(
        (person for person in people if person.rows or person.verbs),
        key=lambda person: (-person.odd, -person.split, -len(person.rows)),
    )


def _rows(used: Iterable[NameUsed], columns: Columns) -> tuple[NameRow, ...]:
    by_text: dict[str, dict[int, NameUsed]] = {}
    for name in used:
        text = name.text.translate(PLAIN)
        same = by_text.setdefault(text, {})
        before = same.get(name.article)
        same[name.article] = name if before is None else replace(before, count=before.count + name.count)
    naming = {article for names in by_text.values() for article in names}
    rows = []
    for text, names in by_text.items():
        cells = tuple(
            NameCell(column, names[column.article].count, names[column.article].place.start)
            if column.article in names
            else NameCell(column)
            for column in columns.all
        )
        rows.append(NameRow(text, cells, len(names) == 1 and len(naming) > 2))
    return tuple(sorted(rows, key=lambda row: (not row.is_odd, row.outlets, row.text)))


def _verbs(verbs: Iterable[VerbUsed], columns: Columns, titles: Mapping[int, tuple[str, str]]) -> tuple[VerbRow, ...]:
    """The verbs by utterance; those of none, or of one that staff rejected, together."""
    by_article, order = columns.by_article(), columns.place_of()
    groups: dict[int | None, list[VerbUsed]] = {}
    for verb in verbs:
        if verb.article in by_article:
            groups.setdefault(verb.utterance if verb.utterance in titles else None, []).append(verb)
    rows = []
    for number, same in groups.items():
        same.sort(key=lambda verb: (order(verb.article), verb.place.start))
        points = {scale: _chosen((verb for verb in same if verb.scale is scale), by_article) for scale in Scale}
        title, anchor = titles[number] if number is not None else ("", "")
        rows.append(VerbRow(title, points[Scale.FACTIVE], points[Scale.NEUTRAL], points[Scale.DOUBTING], anchor))
    return tuple(sorted(rows, key=lambda row: (not row.title, not row.is_split)))


def _chosen(verbs: Iterable[VerbUsed], by_article: Mapping[int, Column]) -> tuple[Chosen, ...]:
    """Each verb once, the one of the most outlets first."""
    outlets: dict[str, dict[str, None]] = {}
    for verb in verbs:
        text = verb.text[:1].lower() + verb.text[1:]
        outlets.setdefault(text, {})[by_article[verb.article].name] = None
    most = sorted(outlets.items(), key=lambda item: -len(item[1]))
    return tuple(Chosen(text, listed(names, most=MOST_NAMES)) for text, names in most)


def _title(found: Utterance) -> str:
    at = found.reference if 0 <= found.reference < len(found.members) else 0
    words = found.members[at].text.split() if found.members else []
    return " ".join(words[:10]) + ("…" if len(words) > 10 else "")
