"""When two paragraphs have the same words: the folded form and its hash. Pure; the one place that decides it."""

import hashlib
import re
import unicodedata

_GLYPHS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»＂〝〞", '"'),
        **dict.fromkeys("‘’‚‛‹›`´′ʼ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACE = re.compile(r"\s+")


def fold_paragraph(text: str) -> str:
    """The words of a paragraph for comparison: case, white space, quote glyphs, dashes and invisible characters folded."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_GLYPHS)
    return _SPACE.sub(" ", text.casefold()).strip()


def paragraph_hash(text: str) -> str:
    """SHA-256, in hex, of the folded paragraph. Lone surrogates, which canonical text has none of, do not make it raise."""
    return hashlib.sha256(fold_paragraph(text).encode("utf-8", "surrogatepass")).hexdigest()
