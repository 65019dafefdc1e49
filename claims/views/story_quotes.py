"""The quotes of a story: each utterance as aligned lines, with its flags in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.comparison.found import Flag, Utterance, Variant
from claims.services.story_found import Judgement, Suggestion
from claims.views.aligned_lines import Line, Piece, lines_of
from claims.views.story_columns import Column, Columns, listed

MOST_NAMES = 6
"""Of more outlets than these some are counted."""
WORDS_OF_MISSING = 14
"""So many words of what was cut away stand in a flag."""


@dataclass(frozen=True, slots=True)
class Giver:
    """One outlet that gives a line: where, by which verb, through whom. `member`: its number in the utterance; `speaker` only of another mouth."""

    column: Column
    paragraph: int
    cue: str
    via: tuple[str, ...]
    member: int
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class ShownLine:
    givers: tuple[Giver, ...]
    pieces: tuple[Piece, ...]
    kinds: str
    flags: tuple[str, ...]
    is_reference: bool
    is_verbatim: bool
    is_marked: bool


@dataclass(frozen=True, slots=True)
class ShownUtterance:
    """One act of speech. `flags`: sentences on the utterance as a whole; `outlets`: how many outlets give it;
    `is_named`: an editor named the reference."""

    key: str
    speaker: str
    lines: tuple[ShownLine, ...]
    flags: tuple[str, ...]
    reason: str
    judgement: Judgement
    outlets: int
    not_found_in: str
    anchor: str
    title: str
    is_named: bool


def utterances_shown(utterances: Iterable[Suggestion[Utterance]], columns: Columns) -> list[ShownUtterance]:
    """Each utterance that an outlet of the story gives, in the order given."""
    by_article = columns.by_article()
    return [shown for u in utterances if (shown := _shown(u, columns, by_article)).lines]


def in_reading_order(utterances: Iterable[Suggestion[Utterance]]) -> list[Suggestion[Utterance]]:
    """What wants a look first: cuts before a contrast and other mouths, then what differs, then the most outlets."""
    weighty = {Flag.CUT_BEFORE_CONTRAST, Flag.ANOTHER_MOUTH, Flag.STOP_INSIDE_MARKS}

    def weight(utterance: Suggestion[Utterance]) -> tuple[bool, bool, int]:
        flags = _flags_of(utterance.found)
        outlets = len({variant.place.article for variant in utterance.found.members})
        return not flags & weighty, not flags, -outlets

    return sorted(utterances, key=weight)


def _flags_of(utterance: Utterance) -> set[Flag]:
    return {*utterance.flags, *(flag for variant in utterance.members for flag in variant.flags)}


def _shown(utterance: Suggestion[Utterance], columns: Columns, by_article: dict[int, Column]) -> ShownUtterance:
    found, order = utterance.found, columns.place_of()
    speaker = found.speaker or "Speaker not known"
    lines = [
        shown
        for line in lines_of(found, order=lambda variant: order(variant.place.article))
        if (shown := _line(line, by_article, found)).givers
    ]
    given = {giver.column.article for line in lines for giver in line.givers}
    words = lines[0].pieces[0].text.split() if lines else []
    return ShownUtterance(
        utterance.key,
        speaker,
        tuple(lines),
        tuple(_mouths(found, by_article)),
        found.reason,
        utterance.judgement,
        len(given),
        listed((column.name for column in columns.all if column.article not in given), most=MOST_NAMES),
        f"utterance-{utterance.key}",
        " ".join(words[:12]) + ("…" if len(words) > 12 else ""),
        utterance.primary is not None,
    )


def _line(line: Line, by_article: dict[int, Column], found: Utterance) -> ShownLine:
    members = list(found.members)
    givers = [
        Giver(
            by_article[variant.place.article],
            variant.paragraph,
            variant.cue or "",
            variant.via,
            members.index(variant),
            variant.speaker or "nobody"
            if Flag.ANOTHER_MOUTH in variant.flags and variant.speaker != found.speaker
            else "",
        )
        for variant in line.variants
        if variant.place.article in by_article
    ]
    flags = [sentence for variant in line.variants for sentence in variant_flags(variant)]
    return ShownLine(
        tuple(givers),
        line.pieces,
        line.kinds,
        tuple(dict.fromkeys(flags)),
        line.is_reference,
        line.is_verbatim,
        line.variants[0].marked,
    )


def variant_flags(variant: Variant) -> Iterable[str]:
    """The flags of one variant as sentences; "not found", never "omitted"."""
    if Flag.CUT_BEFORE_CONTRAST in variant.flags:
        words = variant.missing.split()
        turn = words[0].strip(" ,;:—-") if words else "the contrast"
        rest = " ".join(words[:WORDS_OF_MISSING]) + ("…" if len(words) > WORDS_OF_MISSING else "")
        begun = f"Cut before “{turn}”" if words else "Cut before the contrast"
        gives = f": “{rest}”" if words else ""
        if variant.continued_in is not None:
            yield f"{begun}{gives} is continued in ¶{variant.continued_in}"
        else:
            yield f"{begun}{gives}{' is' if words else ': it is'} not found in this outlet"
    elif variant.continued_in is not None:
        yield f"Continued in ¶{variant.continued_in}"
    if Flag.STOP_INSIDE_MARKS in variant.flags:
        yield "A full stop was put inside the marks where the sentence goes on"
    if Flag.ANOTHER_MOUTH in variant.flags:
        yield f"Another mouth: said by {variant.speaker or 'nobody named'} here"
    for difference in variant.differences:
        if Flag.ALTERED in variant.flags and difference.words and difference.start < difference.end:
            given = variant.text[difference.start - variant.place.start : difference.end - variant.place.start]
            yield f"{str(difference.kind).capitalize()}: ‘{difference.words}’ → ‘{given}’"
    if Flag.TRANSLATION in variant.flags:
        yield "Another translation of the same words"


def _mouths(found: Utterance, by_article: dict[int, Column]) -> Iterable[str]:
    """Where the same words are in several mouths: who says them where."""
    if Flag.ANOTHER_MOUTH in _flags_of(found):
        said: dict[str, list[str]] = {}
        for variant in found.members:
            if variant.place.article in by_article:
                said.setdefault(variant.speaker or "nobody named", []).append(by_article[variant.place.article].name)
        if len(said) > 1:
            yield "Another mouth: said by " + "; by ".join(
                f"{who} in {listed(where, most=MOST_NAMES)}" for who, where in said.items()
            )
