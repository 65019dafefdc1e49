"""Text → numbered paragraphs with their kinds. Pure and deterministic."""

from articles.segmentation.fold import fold_paragraph
from articles.segmentation.kinds import kinds_of
from articles.segmentation.lines import stretches_of
from articles.segmentation.spans import ParagraphSpan


def segment(text: str) -> list[ParagraphSpan]:
    """Paragraphs of canonical text, numbered from 1, in order and without overlap; the text itself is never altered.

    `duplicate_of` is the number of the first paragraph with the same words (see `fold_paragraph`). Never raises; takes
    time linear in the length of the text.
    """
    stretches = stretches_of(text)
    words = [text[start:end] for start, end in stretches]
    first_with: dict[str, int] = {}
    spans = []
    for number, ((start, end), kind) in enumerate(zip(stretches, kinds_of(words), strict=True), start=1):
        first = first_with.setdefault(fold_paragraph(words[number - 1]), number)
        spans.append(ParagraphSpan(number, start, end, kind, first if first != number else None))
    return spans
