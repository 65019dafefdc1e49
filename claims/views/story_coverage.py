"""The coverage of a story: claims down, outlets across; and the paragraphs of one claim side by side. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.comparison.decisions import Place
from claims.comparison.found import ClaimPlace, ComparedClaim, Flag
from claims.language.highlight import Mark, segments_of
from claims.language.spans import Stance, Voice
from claims.views.story_columns import Column, Columns, Suggested, listed

OPPOSED = frozenset({Stance.DENIES, Stance.DOUBTS})


@dataclass(frozen=True, slots=True)
class Giving:
    """How often an outlet gives the claim with one stance in one voice; `leaks`: attributed elsewhere, told as fact here."""

    stance: Stance
    voice: Voice
    count: int
    leaks: bool

    @property
    def voice_word(self) -> str:
        return "own voice" if self.voice is Voice.OUTLET else "attributed"

    @property
    def shape(self) -> str:
        return f"{self.stance}-{'own' if self.voice is Voice.OUTLET else 'attributed'}"


@dataclass(frozen=True, slots=True)
class Cell:
    """One outlet on one claim. Without givings the claim is not found there; `lacks_denial`: others deny it, this one does not say so."""

    column: Column
    givings: tuple[Giving, ...] = ()
    lacks_denial: bool = False

    @property
    def words(self) -> str:
        """The cell as a sentence, for those who hear it."""
        if not self.givings:
            return "not found"
        parts = [f"{g.stance}, {g.voice_word}{', voice leak' if g.leaks else ''}" for g in self.givings]
        return "; ".join(parts) + ("; denial not found in this outlet" if self.lacks_denial else "")


@dataclass(frozen=True, slots=True)
class DeskClaim:
    """A claim of the desk that stands where the comparison found this one."""

    public_id: str
    status: str


@dataclass(frozen=True, slots=True)
class Row:
    """One claim across the outlets. `flags`: sentences."""

    key: str
    text: str
    claimant: str
    says: str
    reason: str
    status: str
    cells: tuple[Cell, ...]
    flags: tuple[str, ...]
    desk_claims: tuple[DeskClaim, ...] = ()
    anchor: str = ""

    @property
    def not_found_in(self) -> str:
        return listed(cell.column.name for cell in self.cells if not cell.givings)

    @property
    def found_in(self) -> int:
        return sum(bool(cell.givings) for cell in self.cells)


def rows_of(
    claims: Iterable[Suggested[ComparedClaim]],
    columns: Columns,
    desk_claims: Mapping[str, Sequence[DeskClaim]] | None = None,
) -> list[Row]:
    """A row a claim, in the order given."""
    return [_row(claim, columns, tuple((desk_claims or {}).get(claim.key, ()))) for claim in claims]


def in_reading_order(claims: Iterable[Suggested[ComparedClaim]]) -> list[Suggested[ComparedClaim]]:
    """What wants a look first: claims on which outlets differ, then those of the most outlets; rejected ones last."""

    def weight(claim: Suggested[ComparedClaim]) -> tuple[bool, bool, int]:
        found = claim.found
        differs = bool(found.flags) or len({place.stance for place in found.members}) > 1
        return claim.is_rejected, not differs, -len({place.place.article for place in found.members})

    return sorted(claims, key=weight)


def _row(claim: Suggested[ComparedClaim], columns: Columns, desk_claims: tuple[DeskClaim, ...]) -> Row:
    found = claim.found
    by_article: dict[int, list[ClaimPlace]] = {}
    for place in found.members:
        by_article.setdefault(place.place.article, []).append(place)
    cells = tuple(
        Cell(column, _givings(by_article.get(column.article, [])), column.article in found.missing)
        for column in columns.all
    )
    return Row(
        claim.key,
        found.text,
        found.claimant or "The outlets themselves",
        found.origins_say,
        found.reason,
        claim.status,
        cells,
        tuple(_flags(found, columns)),
        desk_claims,
        f"claim-{claim.key}",
    )


def _givings(places: Sequence[ClaimPlace]) -> tuple[Giving, ...]:
    """The places of one outlet, the same stance and voice once; what opposes the claim and what leaks first."""
    kinds: dict[tuple[Stance, Voice], list[ClaimPlace]] = {}
    for place in places:
        kinds.setdefault((place.stance, place.voice), []).append(place)
    givings = [
        Giving(stance, voice, len(same), any(place.leaks for place in same)) for (stance, voice), same in kinds.items()
    ]
    return tuple(sorted(givings, key=lambda g: (not g.leaks, g.stance not in OPPOSED, g.voice is not Voice.OUTLET)))


def _flags(found: ComparedClaim, columns: Columns) -> Iterable[str]:
    names = {column.article: column.name for column in columns.all}
    leaking = {place.place.article for place in found.members if place.leaks}
    if leaking:
        yield f"Voice leak: attributed elsewhere, told as fact by {listed(names[a] for a in names if a in leaking)}"
    elif Flag.VOICE_LEAK in found.flags:
        yield "Voice leak: attributed in one place, told as fact in another"
    if found.missing:
        yield f"Denial not found in {listed(names[a] for a in names if a in found.missing)}"
    elif Flag.MISSING_COUNTER_CLAIM in found.flags:
        yield "A denial that others carry is not found in every outlet"
    opposed = {place.place.article for place in found.members if place.stance in OPPOSED}
    asserted = {place.place.article for place in found.members if place.stance is Stance.ASSERTS}
    if opposed and asserted:
        yield f"Denied or doubted in {listed(names[a] for a in names if a in opposed)}"
    if Flag.COMMITMENT in found.flags:
        yield "Outlets differ in how firmly it is committed to"


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


@dataclass(frozen=True, slots=True)
class Beside:
    """One outlet's paragraph beside the others'. `note`: how it gives the claim, in words; `giving` its shape."""

    column: Column
    paragraph: int
    pieces: tuple[MarkedText, ...]
    note: str = ""
    giving: Giving | None = None
    is_denial: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What a cell opens: the paragraphs of one claim in all outlets, the asked one's outlet first in view."""

    row: Row
    paragraphs: tuple[Beside, ...]
    asked: int | None = None
    shown: int = field(default=0)


type Texts = Mapping[tuple[int, int], ParagraphText]
"""(number of the article in the comparison, number of the paragraph) → its words."""


def side_by_side(
    claim: Suggested[ComparedClaim],
    row: Row,
    columns: Columns,
    texts: Texts,
    numbers: Mapping[Place, int],
    asked: int | None,
) -> SideBySide:
    """The paragraphs of a claim, in the order of the columns, and those that deny it. `numbers`: the paragraph of each denial."""
    found, by_article = claim.found, columns.by_article()
    order = columns.place_of()
    beside: list[Beside] = []
    for place in sorted(found.members, key=lambda p: (order(p.place.article), p.place.start)):
        column, text = by_article.get(place.place.article), texts.get((place.place.article, place.paragraph))
        if column and text:
            giving = Giving(place.stance, place.voice, 1, place.leaks)
            beside.append(Beside(column, text.number, marked(text, [place.place]), _said_by(place), giving))
    shown = {(b.column.article, b.paragraph) for b in beside}
    for denial in sorted(found.denied_by, key=lambda p: (order(p.article), p.start)):
        column, text = by_article.get(denial.article), texts.get((denial.article, numbers.get(denial, 0)))
        if column and text and (denial.article, text.number) not in shown:
            beside.append(Beside(column, text.number, marked(text, [denial]), "denies it", is_denial=True))
    return SideBySide(row, tuple(beside), asked, len({b.column.article for b in beside}))


def marked(text: ParagraphText, places: Iterable[Place]) -> tuple[MarkedText, ...]:
    """A paragraph cut where the places begin and end."""
    marks = [Mark(place.start, place.end, True) for place in places]
    return tuple(MarkedText(s.text, bool(s.keys)) for s in segments_of(text.text, marks, offset=text.start))


def _said_by(place: ClaimPlace) -> str:
    return f"attributed to {place.claimant}" if place.voice is Voice.ATTRIBUTED and place.claimant else ""
