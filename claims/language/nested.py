"""Quotations inside quotations: an outlet quoted in marks that quotes somebody else in marks of another kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claims.language.content import attributions
from claims.language.identity import identify
from claims.language.items import Vocabulary
from claims.language.making import Found
from claims.language.marks import Marked
from claims.language.names import People
from claims.language.sentences import cut
from claims.language.spans import Cue, Quote, QuoteKind, Span, Speaker


@dataclass(frozen=True, slots=True)
class _Inside:
    """The words of a quotation read like a paragraph of its own."""

    start: int
    end: int
    kind: str = "body"


def inner_quotes(
    doc: Doc, marks: Sequence[Marked], found: list[Found], people: People, vocabulary: Vocabulary
) -> list[Found]:
    """Nested quotations that the words around them give to somebody; the outer speaker is the nearest link of the chain."""
    inner = [m for m in marks if m.depth == 1]
    if not inner:
        return []
    text = doc.text
    by_start = {span.start: f for f in found for span in f.quote.quoted}
    outers = [m for m in marks if m.depth == 0 and m.start in by_start]
    spans, i = [], 0
    for outer in outers:
        while i < len(inner) and inner[i].outer_start < outer.start:
            i += 1
        if i < len(inner) and inner[i].outer_end <= outer.end:
            spans.append(_Inside(outer.start, outer.end))
    out: list[Found] = []
    utterance = max((f.quote.utterance for f in found), default=0)
    for unit in cut(doc, spans, inner, vocabulary):
        holder = by_start[spans[unit.paragraph].start]
        for a in attributions(unit):
            if a.mention is None:
                continue
            identity = identify(unit.items, a.mention, people)
            if identity.name is None:
                continue
            first, last = unit.items[a.mention.first], unit.items[a.mention.last - 1]
            cue = unit.items[a.cue[0]].start, unit.items[a.cue[1] - 1].end
            speaker = Speaker(first.start, last.end, text[first.start : last.end], identity.name)
            utterance += 1
            outer_name = holder.quote.speaker.name if holder.quote.speaker else None
            for mark in (unit.items[k].mark for region in a.regions for k in range(*region)):
                if mark is None:
                    continue
                quote = Quote(
                    mark.start,
                    mark.end,
                    text[mark.start : mark.end],
                    QuoteKind.DIRECT,
                    (Span(mark.start, mark.end),),
                    speaker,
                    Cue(*cue, text[slice(*cue)]),
                    (outer_name,) if outer_name else (),
                    utterance,
                    bool(mark.repair),
                    0.5,
                    mark.repair,
                )
                out.append(Found(quote, holder.unit, "nested", "", region=holder.region))
    return out
