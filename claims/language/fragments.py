"""Makes a remnant of a sentence whole: with the noun that a relative clause explains, or its subject, or not at all."""

from claims.language.items import Item
from claims.language.speakers import NOMINAL, phrase_ending
from claims.language.words import listed

RELATIVE = frozenset(("who", "which", "whose", "whom"))
# clauses that state what happened once their opening word is gone
STATED = frozenset(("as", "while", "after", "although", "though", "because", "when", "since", "before", "whereas"))
IMPERATIVES = frozenset(
    listed("""
    take call read see listen visit click sign contact send watch follow check share join register subscribe tell look
    turn keep
""")
)


def asks_the_reader(items: list[Item]) -> bool:
    """ "Take something with your address on it.": a request, which states nothing."""
    return (
        items[0].low in IMPERATIVES
        and len(items) > 1
        and items[1].cls in ("DET", "PREP", "ADV", "PRON", "WORD", "NUM")
        and not any(x.cls in ("AUX", "VERB", "CUE") for x in items[1:4])
    )


def complete(items: list[Item], first: int, last: int) -> tuple[int, int] | None:
    """The stretch [first, last) so that it can be understood alone, contiguous as it stands; None where it states nothing."""
    opening = items[first]
    verbal = opening.cls in ("VERB", "CUE")
    if first == 0 and verbal:
        return None  # "Asked whether he knew, …"
    if opening.low in RELATIVE or (
        opening.cls == "PREP" and first + 1 < last and items[first + 1].low in ("whom", "which", "whose")
    ):
        start = _antecedent(items, first)
        return (start, last) if start is not None else None
    if opening.cls == "SUB":
        follows = items[first + 1] if first + 1 < last else None
        clause = opening.low in STATED and follows and follows.cls in ("NAME", "WORD", "DET", "PRON", "NUM")
        return (first + 1, last) if clause and _finite(items, first + 1, last) else None
    if opening.cls == "AUX" or verbal:
        joined = first > 0 and items[first - 1].cls == "CONJ"
        return (0, last) if joined or opening.cls == "AUX" else None
    if opening.cls == "PREP" and first:
        return None
    if (
        first > 1
        and items[first - 1].cls == "COMMA"
        and items[first - 2].cls in NOMINAL
        and not opening.text[0].isupper()
    ):
        start = _antecedent(items, first)  # "Ann Vale, head of the board, whose …"
        return (start, last) if start is not None and _finite(items, first, last) else None
    return first, last


def _finite(items: list[Item], first: int, last: int) -> bool:
    return any(x.cls == "AUX" or (x.cls in ("VERB", "CUE") and not x.low.endswith("ing")) for x in items[first:last])


def _antecedent(items: list[Item], first: int) -> int | None:
    """Where the noun begins that the stretch from `first` explains."""
    k = first - 1
    while k >= 0 and items[k].cls in ("COMMA", "DASH", "LPAR"):
        k -= 1
    if k < 0 or items[k].cls not in NOMINAL:
        return None
    start = phrase_ending(items, k).first
    if items[start].low == "according" and start + 2 <= k:
        start += 2
    if items[first].low == "which":
        for j in range(k, start, -1):
            if items[j].cls == "PREP":
                return j + 1  # "head of the board, which has ten members": the board
        return start
    if start > 1 and items[start - 1].cls == "COMMA" and items[start - 2].cls == "NAME" and items[start].cls != "NAME":
        return phrase_ending(items, start - 2).first  # "Vale, 58, who", "Vale, head of the board, whose"
    return start
