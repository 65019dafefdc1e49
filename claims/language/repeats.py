"""Claims of a paragraph that stands twice: its repeat states them too, in the same words at another place.

The engine reads a repeated paragraph once. What the first one claims is an appearance there as well, so that a reader of the
machine's output finds it at either place; the desk keeps one of them, since it takes nothing from a repeat.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from articles.segmentation.spans import ParagraphSpan
from claims.language.spans import Claim


def with_repeats(text: str, paragraphs: Sequence[ParagraphSpan], claims: Sequence[Claim]) -> list[Claim]:
    """The claims and their appearances in repeated body paragraphs, in order of start.

    A repeat may differ from the first paragraph in glyphs and spaces; a claim whose words then lie elsewhere is looked for by
    its words, and left out where they are not found.
    """
    starts = [c.start for c in claims]
    first = {p.number: p for p in paragraphs if p.duplicate_of is None}
    out = list(claims)
    there = {(c.start, c.end, c.claimant) for c in claims}
    for p in paragraphs:
        original = first.get(p.duplicate_of) if p.duplicate_of is not None else None
        if original is None or p.kind != "body" or original.kind != "body":
            continue
        for c in claims[bisect_left(starts, original.start) : bisect_left(starts, original.end)]:
            moved = c.start - original.start + p.start
            if text[moved : moved + len(c.text)] != c.text:
                moved = text.find(c.text, p.start, p.end)
            end = moved + len(c.text)
            if moved >= p.start and end <= p.end and (moved, end, c.claimant) not in there:
                out.append(replace(c, start=moved, end=end))
    return sorted(out, key=lambda c: (c.start, c.end))
