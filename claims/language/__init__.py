"""The language engine: quotes, speakers, claims and wording of an article. Pure: no Django."""

from claims.language.extraction import EXTRACTOR, extract
from claims.language.spans import Claim, Cue, Extraction, Quote, QuoteKind, Span, Speaker, Stance, Voice, Wording

__all__ = [
    "EXTRACTOR",
    "Claim",
    "Cue",
    "Extraction",
    "Quote",
    "QuoteKind",
    "Span",
    "Speaker",
    "Stance",
    "Voice",
    "Wording",
    "extract",
]
