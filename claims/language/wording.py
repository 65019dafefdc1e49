"""Words that colour the telling, outside quotations, as the wording lists have them: see `lexicon.py`."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.language.cues import CUE_FORMS
from claims.language.items import UNREAD, Item, Unit
from claims.language.lexicon import Form, Lexicon, WordingReason, atoms_of, default
from claims.language.marks import Marked
from claims.language.spans import Wording

WALL = "\x00"
"""Stands for a stretch in marks, which no wording reaches into."""
SAYS_NOTHING = {
    "claim": ("responsibility", "victory", "credit", "life", "lives", "asylum", "benefits", "title", "seat", "compensation"),
    "admit": ("patient", "patients", "students", "hospital", "migrants", "refugees"),
    "confirm": ("case", "cases", "death", "deaths", "nominee", "nomination"),
    "note": (),
}  # fmt: skip
"""After a reporting verb, a word from which it reports nothing: “claimed 12 lives”. A number before it is passed over."""


@dataclass(slots=True)
class Strip:
    """A sentence as the lexicon reads it: its atoms, and where items begin and end among them."""

    atoms: list[str] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)  # item → its first atom
    ends: dict[int, int] = field(default_factory=dict)  # the atom after an item → the item


def wording_of(
    text: str, units: list[Unit], marks: list[Marked], folded: frozenset[int], lexicon: Lexicon | None = None
) -> list[Wording]:
    """Every coloured word outside quotations, in body, headings and captions that are not repeats. Linear in the text."""
    lexicon = lexicon or default()
    starts = [m.outer_start for m in marks]
    out: list[Wording] = []
    for unit in units:
        if unit.paragraph not in folded and unit.kind not in UNREAD:
            out.extend(_in_unit(text, unit, _strip(unit, marks, starts), lexicon))
    return out


def _strip(unit: Unit, marks: list[Marked], starts: list[int]) -> Strip:
    strip = Strip()
    for k, item in enumerate(unit.items):
        at = bisect_right(starts, item.start) - 1
        quoted = item.cls == "Q" or (at >= 0 and marks[at].outer_end >= item.end)
        strip.begins.append(len(strip.atoms))
        strip.atoms.extend((WALL,) if quoted else (item.low,) if item.low.isalnum() else atoms_of(item.low) or (WALL,))
        strip.ends[len(strip.atoms)] = k
    return strip


def _in_unit(text: str, unit: Unit, strip: Strip, lexicon: Lexicon) -> Iterator[Wording]:
    items, k = unit.items, 0
    while k < len(items):
        found = _at(items, strip, k, lexicon) if lexicon.begins(strip.atoms[strip.begins[k]]) else None
        if found is None:
            k += 1
            continue
        form, last = found
        start, end = items[k].start, items[last].end
        yield Wording(
            start, end, text[start:end], form.entry.reason.value, _neutral(form, text[start:end]), form.entry.strength
        )
        k = last + 1


def _at(items: list[Item], strip: Strip, k: int, lexicon: Lexicon) -> tuple[Form, int] | None:
    """The longest form that begins at item `k`, ends where an item ends and counts here, with its last item."""
    begin = strip.begins[k]
    for form in lexicon.at(strip.atoms, begin):
        last = strip.ends.get(begin + len(form.atoms))
        if last is not None and _counts(form, items, k, last):
            return form, last
    return None


def _counts(form: Form, items: list[Item], k: int, last: int) -> bool:
    """Does the form colour at this place? A verb has to be one here, and a name is no intensifier."""
    item, entry = items[k], form.entry
    if entry.reason is WordingReason.REPORTING_VERB:
        return _is_verb(item, single=last == k, reporting_only=entry.reporting_only) and not _says_nothing(
            form, items, last
        )
    if entry.reason is WordingReason.EPITHET:
        return True
    return last > k or item.cls != "NAME"


def _is_verb(item: Item, *, single: bool, reporting_only: bool) -> bool:
    if item.cue is not None or item.cls == "VERB":
        return True
    if item.cls == "NAME" or item.low in CUE_FORMS:
        return False
    return not single or not reporting_only


def _says_nothing(form: Form, items: list[Item], last: int) -> bool:
    after = [x for x in items[last + 1 : last + 6] if x.cls not in ("NUM", "DET", "POSS") and x.low != "to"][:2]
    return any(x.low in SAYS_NOTHING.get(form.entry.words, ()) for x in after)


def _neutral(form: Form, words: str) -> str | None:
    """The neutral wording with the capitals of the words it stands for."""
    if not form.neutral:
        return None
    if words.isupper() and len(words) > 2:
        return form.neutral.upper()
    return form.neutral[0].upper() + form.neutral[1:] if words[0].isupper() else form.neutral
