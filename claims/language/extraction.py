"""The one call of the language engine: text and paragraphs in, everything found out."""

from collections.abc import Sequence

from articles.segmentation.spans import ParagraphSpan
from claims.language.encoder.weights import problem
from claims.language.lexicon import Lexicon
from claims.language.marks import pair
from claims.language.pipeline import run
from claims.language.spans import Extraction

EXTRACTOR = "newsdesk-2"  # the trained engine with its rules
FALLBACK = "rules-2"  # the rules alone, where the weights are missing or damaged


def extract(text: str, paragraphs: Sequence[ParagraphSpan], lexicon: Lexicon | None = None) -> Extraction:
    """Quotes, claims and wording of one article. Deterministic, never raises, linear in the text.

    `text` is canonical; `paragraphs` come from `articles.segmentation.segment`. Boilerplate, credits and repeated paragraphs
    carry nothing; headings and captions may hold quotes, told apart by their paragraph's kind. `lexicon`: the wording
    lists as the desk has them, else those that come with Newsdesk. The extraction says which extractor read: EXTRACTOR, or
    FALLBACK where the trained weights are missing or damaged.
    """
    if not text.strip() or not paragraphs:
        return Extraction(FALLBACK if problem() else EXTRACTOR)
    marks = pair(text, ((p.start, p.end) for p in paragraphs))
    doc = run(text, paragraphs, marks, lexicon)
    return Extraction(
        EXTRACTOR if doc._.trained else FALLBACK,
        tuple(found.quote for found in doc._.quotes),
        tuple(doc._.claims),
        tuple(doc._.wording),
    )
