"""An utterance as a proof-reader would mark it: the reference on top, below it each variant with what was lost, added, changed.

Pure: from what the comparison found to lines of marked pieces; no text is read again, a variant carries its own words.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.comparison.found import Change, Difference, Flag, Utterance, Variant

LOSSES = frozenset({Change.HEAD_CUT, Change.TAIL_CUT, Change.INNER_CUT, Change.ELLIPSIS})
WHOLE_LINE = frozenset({Change.INDIRECT, Change.REORDERED, Change.JOINED, Change.TRANSLATION})
"""Kinds that, where they cover the variant as a whole or nothing of it, are said beside the line and not marked in it."""

LONGEST_LOSS, KEPT_OF_LOSS = 40, 12
"""Of more lost words than these only so many at either end are shown."""
LONGEST_END, KEPT_OF_END = 12, 7
"""The same before the first and after the last word given, where only those beside it tell something."""

MORE = "more than the reference"

NO_SPACE_BEFORE, NO_SPACE_AFTER = frozenset(".,;:!?…)]’”'\"—-"), frozenset("([‘“—-")


@dataclass(frozen=True, slots=True)
class Piece:
    """A flat piece of a line. `kind`: same, lost, added, changed, noted. `was`: the reference's words; `label`: what it is."""

    kind: str
    text: str = ""
    was: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One way in which the utterance was given, by all variants that give it so. The first variant's `pieces` stand for all.

    `kinds`: the kinds of difference in words, in their order in the line, "" for none.
    """

    variants: tuple[Variant, ...]
    pieces: tuple[Piece, ...]
    kinds: str
    is_reference: bool = False
    is_verbatim: bool = False


def lines_of(
    utterance: Utterance, *, order: Callable[[Variant], int] = lambda variant: variant.place.article
) -> list[Line]:
    """The reference, then what others gave word for word, then each other giving; the same ones together.

    `order` sorts variants by the outlet's place on the page. A reference out of range counts as the first.
    """
    if not utterance.members:
        return []
    at = utterance.reference if 0 <= utterance.reference < len(utterance.members) else 0
    reference = utterance.members[at]
    others = sorted(
        (variant for number, variant in enumerate(utterance.members) if number != at),
        key=lambda variant: (order(variant), variant.place.start),
    )
    groups: dict[tuple[object, ...], list[Variant]] = {}
    for variant in others:
        groups.setdefault(_signature(variant), []).append(variant)
    lines = [_line(group, reference) for group in groups.values()]
    first = Line((reference,), (Piece("same", reference.text),), "", is_reference=True)
    return [first, *sorted(lines, key=lambda line: not line.is_verbatim)]


def pieces_of(variant: Variant) -> tuple[Piece, ...]:
    """The variant's words with the reference's lost and changed words in between, in reading order.

    Differences that reach out of the variant or over one another are cut to what is left of it.
    """
    text, offset = variant.text, variant.place.start
    whole = Flag.CUT_BEFORE_CONTRAST in variant.flags
    pieces: list[Piece] = []
    at = 0
    for difference in sorted(variant.differences, key=lambda d: (d.start, d.end)):
        if difference.kind is Change.SAME or is_said_beside(difference, variant):
            continue
        start = min(max(difference.start - offset, at), len(text))
        end = min(max(difference.end - offset, start), len(text))
        if start > at:
            pieces.append(Piece("same", text[at:start]))
        pieces += _pieces(difference, text[start:end], whole=whole)
        at = end
    if at < len(text) or not pieces:
        pieces.append(Piece("same", text[at:]))
    return tuple(_spaced(pieces))


def is_said_beside(difference: Difference, variant: Variant) -> bool:
    """Whether a difference concerns the whole variant, so that marking its words would mark them all."""
    covers = difference.start <= variant.place.start and difference.end >= variant.place.end
    return difference.kind in WHOLE_LINE and (covers or difference.start >= difference.end) and not difference.words


def is_more(difference: Difference) -> bool:
    """Whether this end stands here alone: it is the reference that is cut, since the longest need not hold every word."""
    return (
        difference.kind in (Change.HEAD_CUT, Change.TAIL_CUT)
        and difference.end > difference.start
        and not difference.words
    )


def shortened(words: str, kind: Change = Change.INNER_CUT, *, whole: bool = False) -> str:
    """Lost words as they are shown: very many are cut, and the count says so. `whole`: what was cut off is what matters."""
    parts = words.split()
    at_end = kind in (Change.HEAD_CUT, Change.TAIL_CUT) and not whole
    if len(parts) <= (LONGEST_END if at_end else LONGEST_LOSS):
        return words
    head = 0 if at_end and kind is Change.HEAD_CUT else KEPT_OF_END if at_end else KEPT_OF_LOSS
    tail = 0 if at_end and kind is Change.TAIL_CUT else KEPT_OF_END if at_end else KEPT_OF_LOSS
    hidden = f"[{len(parts) - head - tail} more words]"
    return " ".join([*parts[:head], hidden, *parts[len(parts) - tail :]])


def _pieces(difference: Difference, given: str, *, whole: bool) -> Iterator[Piece]:
    """What one difference shows: the words given here, the reference's words, or both."""
    kind, was = difference.kind, difference.words
    if given and is_more(difference):
        yield Piece("added", given, label=MORE)
    elif kind in LOSSES:
        if given:
            yield Piece("noted", given, label=str(kind))
        if was:
            yield Piece("lost", was=shortened(was, kind, whole=whole), label=str(kind))
    elif given and was and given != was:
        yield Piece("changed", given, was, str(kind))
    elif given and kind is Change.WORD_CHANGED:
        yield Piece("added", given, label="added")
    elif given:
        yield Piece("added" if kind is Change.INSERTION else "noted", given, label=str(kind))
    elif was:
        yield Piece("lost", was=shortened(was), label="lost" if kind is Change.WORD_CHANGED else str(kind))


def _spaced(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces set apart by a space where the reference's words stand between words of the copy."""
    before: Piece | None = None
    for piece in pieces:
        if (
            before
            and "lost" in (before.kind, piece.kind)
            and _apart(before.text or before.was, piece.was or piece.text)
        ):
            yield Piece("same", " ")
        yield piece
        before = piece


def _apart(before: str, after: str) -> bool:
    """Whether a space belongs between the two."""
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return False
    return before[-1] not in NO_SPACE_AFTER and after[0] not in NO_SPACE_BEFORE


def _folded(text: str) -> str:
    """Words as they count for being the same: marks of quotation made one, the stop or comma at the end left out."""
    return text.translate(str.maketrans("‘’“”", "''\"\"")).strip().rstrip(".,;")


def _signature(variant: Variant) -> tuple[object, ...]:
    """What two variants must share to stand in one line. Of another mouth: the speaker too."""
    offset = variant.place.start
    marks = tuple(
        (d.kind, _folded(variant.text[max(d.start - offset, 0) : max(d.end - offset, 0)]), _folded(d.words))
        for d in variant.differences
        if d.kind is not Change.SAME
    )
    speaker = variant.speaker if Flag.ANOTHER_MOUTH in variant.flags else None
    return (_folded(variant.text), marks, frozenset(variant.flags), variant.marked, variant.missing, speaker)


def _line(variants: Sequence[Variant], reference: Variant) -> Line:
    first = variants[0]
    differences = [d for d in first.differences if d.kind is not Change.SAME]
    kinds = dict.fromkeys(MORE if is_more(d) else str(d.kind) for d in differences)
    return Line(
        tuple(variants),
        pieces_of(first),
        ", ".join(kinds),
        is_verbatim=not kinds and _folded(first.text).casefold() == _folded(reference.text).casefold(),
    )
