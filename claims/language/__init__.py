"""The language engine: quotes, speakers, claims and wording of an article. Pure: no Django.

`extract` and `EXTRACTOR` bring spaCy with them (about a second), so they are imported when first asked for: the web server
and most commands need the dataclasses alone.
"""

from typing import TYPE_CHECKING, Any

from claims.language.spans import Claim, Cue, Extraction, Quote, QuoteKind, Span, Speaker, Stance, Voice, Wording

if TYPE_CHECKING:
    from claims.language.extraction import EXTRACTOR, extract

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


def __getattr__(name: str) -> Any:
    if name in {"EXTRACTOR", "extract"}:
        from claims.language import extraction

        return getattr(extraction, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
