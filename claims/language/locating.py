"""Find the words that a person selected or pasted in the text they come from. Pure.

Browsers send words and which occurrence of them is meant, never offsets; occurrences are counted from 1 and may overlap,
as newsdesk.js counts them.
"""

import re
import unicodedata

_BREAKS = re.compile(r"\r\n?")


def locate_words(text: str, words: str, occurrence: int = 1) -> tuple[int, int] | None:
    """The span of the n-th occurrence of `words` in `text`, or None where there is none.

    Exact words first; failing that, words that differ in nothing but white space (a pasted line break). Line ends and
    composed letters are brought to the text's canonical form; space around the words does not count.
    """
    wanted = unicodedata.normalize("NFC", _BREAKS.sub("\n", words)).strip()
    if not wanted or occurrence < 1:
        return None
    exact = _starts(text, wanted)
    if exact:
        return (exact[occurrence - 1], exact[occurrence - 1] + len(wanted)) if occurrence <= len(exact) else None
    loose = re.compile(r"\s+".join(re.escape(word) for word in wanted.split()))
    found = list(loose.finditer(text))
    return found[occurrence - 1].span() if occurrence <= len(found) else None


def occurrence_at(text: str, words: str, start: int) -> int:
    """Which occurrence of `words` (from 1) begins at `start`; 1 where none does."""
    starts = _starts(text, words)
    return starts.index(start) + 1 if start in starts else 1


def _starts(text: str, words: str) -> list[int]:
    starts, at = [], text.find(words)
    while at != -1:
        starts.append(at)
        at = text.find(words, at + 1)
    return starts
