"""The coverage of a story: claims down, outlets across; and the paragraphs of one claim side by side."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from claims.comparison.decisions import Place
from claims.comparison.found import ClaimPlace, ComparedClaim, Flag
from claims.language.spans import Stance, Voice
from claims.services.story_found import DeskClaim, Judgement, Suggestion
from claims.views.story_columns import Column, Columns, listed
from claims.views.story_texts import MarkedText, ParagraphText, StoryTexts, marked

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
class Row:
    """One claim across the outlets. `flags`: sentences with names; `brief`: the same in a word or two with counts."""

    key: str
    text: str
    claimant: str
    says: str
    reason: str
    judgement: Judgement
    cells: tuple[Cell, ...]
    flags: tuple[str, ...]
    brief: tuple[str, ...]
    desk_claims: tuple[DeskClaim, ...] = ()
    anchor: str = ""

    @property
    def not_found_in(self) -> str:
        return listed(cell.column.name for cell in self.cells if not cell.givings)

    @property
    def found_in(self) -> int:
        return sum(bool(cell.givings) for cell in self.cells)


def in_reading_order(claims: Iterable[Suggestion[ComparedClaim]]) -> list[Suggestion[ComparedClaim]]:
    """What wants a look first: claims on which outlets differ, then those of the most outlets."""

    def weight(claim: Suggestion[ComparedClaim]) -> tuple[bool, int]:
        return not wants_a_look(claim.found), -len({place.place.article for place in claim.found.members})

    return sorted(claims, key=weight)


def wants_a_look(found: ComparedClaim) -> bool:
    """Whether outlets differ on the claim, or one of them lacks what the others carry."""
    return bool(found.flags) or len({place.stance for place in found.members}) > 1


def row_of(
    claim: Suggestion[ComparedClaim], columns: Columns, lacking: Iterable[Suggestion[ComparedClaim]] = ()
) -> Row:
    """The claim across the outlets. `lacking`: the standing suggestions that an outlet gives it without the denial."""
    found, missing = claim.found, {one.article for one in lacking}
    by_article: dict[int, list[ClaimPlace]] = {}
    for place in found.members:
        by_article.setdefault(place.place.article, []).append(place)
    cells = tuple(
        Cell(column, _givings(by_article.get(column.article, [])), column.article in missing) for column in columns.all
    )
    flags = _flags(found, columns, missing)
    return Row(
        claim.key,
        found.text,
        found.claimant or "The outlets themselves",
        found.origins_say,
        found.reason,
        claim.judgement,
        cells,
        tuple(sentence for sentence, _ in flags),
        tuple(brief for _, brief in flags),
        claim.desk,
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


def _flags(found: ComparedClaim, columns: Columns, missing: Container[int | None]) -> list[tuple[str, str]]:
    """Each flag as a sentence and in brief."""
    names = {column.article: column.name for column in columns.all}
    leaking = _names(names, {place.place.article for place in found.members if place.leaks})
    opposed = {place.place.article for place in found.members if place.stance in OPPOSED}
    asserted = {place.place.article for place in found.members if place.stance is Stance.ASSERTS}
    lacks, against = _names(names, missing), _names(names, opposed)
    flags = []
    if leaking:
        sentence = f"Voice leak: attributed elsewhere, told as fact by {listed(leaking)}"
        flags.append((sentence, f"told as fact by {len(leaking)}"))
    elif Flag.VOICE_LEAK in found.flags:
        flags.append(("Voice leak: attributed in one place, told as fact in another", "voice leak"))
    if lacks:
        flags.append((f"Denial not found in {listed(lacks)}", f"denial not found in {len(lacks)}"))
    if against and asserted:
        flags.append((f"Denied or doubted in {listed(against)}", f"denied or doubted in {len(against)}"))
    if Flag.COMMITMENT in found.flags:
        flags.append(("Outlets differ in how firmly it is committed to", "commitment differs"))
    return flags


def _names(names: dict[int, str], articles: Container[int | None]) -> list[str]:
    return [name for article, name in names.items() if article in articles]


@dataclass(frozen=True, slots=True)
class Said:
    """One place in a paragraph: how it gives the claim. `giving` None: it denies what others give. `member`: its number in the claim."""

    giving: Giving | None
    note: str = ""
    member: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """One outlet's paragraph beside the others', with all its places marked."""

    column: Column
    paragraph: int
    pieces: tuple[MarkedText, ...]
    said: tuple[Said, ...]

    @property
    def is_denial(self) -> bool:
        return all(said.giving is None for said in self.said)


@dataclass(frozen=True, slots=True)
class Lacking:
    """An outlet that gives the claim without the denial that others carry."""

    key: str
    sentence: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What a cell opens: the paragraphs of one claim in all outlets. `asked`: the number of the article whose cell it was."""

    row: Row
    paragraphs: tuple[Beside, ...]
    lacking: tuple[Lacking, ...] = ()
    asked: int | None = None


def side_by_side(
    claim: Suggestion[ComparedClaim],
    columns: Columns,
    texts: StoryTexts,
    lacking: Iterable[Suggestion[ComparedClaim]] = (),
    asked: int | None = None,
) -> SideBySide:
    """The paragraphs of a claim in the order of the columns, then those that only deny it."""
    found, by_article, order = claim.found, columns.by_article(), columns.place_of()
    places = [(place.place, Said(_giving(place), _said_by(place), n)) for n, place in enumerate(found.members)]
    places.sort(key=lambda item: (order(item[0].article), item[0].start))
    members = [place for place, _ in places]
    denials = sorted(found.denied_by, key=lambda p: (order(p.article), p.start))
    places += [(p, Said(None, "denies it")) for p in denials if not any(p.touches(member) for member in members)]
    paragraphs: dict[tuple[int, int], tuple[ParagraphText, list[Place], list[Said]]] = {}
    for place, said in places:
        text = texts.at(place)
        if text and place.article in by_article:
            same = paragraphs.setdefault((place.article, text.number), (text, [], []))
            same[1].append(place)
            same[2].append(said)
    beside = [
        Beside(by_article[article], number, marked(text, marks), tuple(said))
        for (article, number), (text, marks, said) in paragraphs.items()
    ]
    without = tuple(
        Lacking(
            one.key, f"{by_article[one.article].name} gives it; the denial is not found in this outlet", one.judgement
        )
        for one in lacking
        if one.article in by_article
    )
    return SideBySide(row_of(claim, columns, lacking), tuple(beside), without, asked)


def _giving(place: ClaimPlace) -> Giving:
    return Giving(place.stance, place.voice, 1, place.leaks)


def _said_by(place: ClaimPlace) -> str:
    return f"attributed to {place.claimant}" if place.voice is Voice.ATTRIBUTED and place.claimant else ""
