"""Loaded words that no list knows, as the trained judge marks them: outside quotations, and only where it is sure.

The judge learnt from sentences whose loaded words experts named (BABE, Spinde et al. 2021). A word is shown where it and its
sentence are both judged loaded, so that a plain sentence with one strong word keeps it.
"""

from bisect import bisect_right
from collections.abc import Sequence

from claims.language.encoder.judging import LOADED, Judgement
from claims.language.items import Unit
from claims.language.making import Found
from claims.language.marks import Marked
from claims.language.spans import QuoteKind, Wording, union

LEAST_WORD, LEAST_SENTENCE = 0.88, 0.6  # nothing new on claims_dev that its reader would not mark
KINDS = ("body", "heading", "caption")
REASON = "loaded"
COMMON = 3  # words in a row: a longer run is a stretch of text and no loaded word


def loaded_words(
    text: str,
    units: Sequence[Unit],
    marks: Sequence[Marked],
    found: Sequence[Found],
    known: Sequence[Wording],
    judgement: Judgement | None,
    folded: frozenset[int] = frozenset(),
) -> list[Wording]:
    """The judge's findings beside those of the lists (`known`), in order of start; none without a judgement.

    Left out: what stands inside marks or inside reported words (`found`), what a list found, names, and repeated paragraphs.
    """
    if judgement is None:
        return []
    taken = union(
        [(m.outer_start, m.outer_end) for m in marks]
        + [(f.quote.start, f.quote.end) for f in found if f.quote.kind is not QuoteKind.SCARE]
        + [(w.start, w.end) for w in known]
    )
    starts = [start for start, _ in taken]
    out: list[Wording] = []
    for unit in units:
        if unit.paragraph in folded or unit.kind not in KINDS:
            continue
        sentence = judgement.score(LOADED, unit.start, unit.end)
        if sentence is None or sentence < LEAST_SENTENCE:
            continue
        begins = [x.start for x in unit.items]
        names = {x.start for x in unit.items if x.cls in ("NAME", "NUM", "POSS")}
        for low, high, score in judgement.loaded_words(unit.start, unit.end, LEAST_WORD):
            start = begins[max(0, bisect_right(begins, low) - 1)]
            end = unit.items[max(0, bisect_right(begins, high - 1) - 1)].end
            at = bisect_right(starts, end - 1) - 1
            if out and out[-1].end > start:
                continue
            if (at >= 0 and taken[at][1] > start) or start in names or len(text[start:end].split()) > COMMON:
                continue
            out.append(Wording(start, end, text[start:end], REASON, None, round(score, 2)))
    return sorted(out, key=lambda w: (w.start, w.end))
