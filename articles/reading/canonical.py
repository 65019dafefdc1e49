"""The one canonical form of text in which every offset is counted. Pure."""

import re
import unicodedata

# Everything that other programs use to end a line: CR LF, CR, vertical tab, form feed, NEL, LINE and PARAGRAPH SEPARATOR.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters (Cc) but line feed and tab, and the byte-order mark wherever it stands: joined files carry it inside.
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Normalising takes time quadratic in a run of accents on one letter (20,000 took 1.2 s); no writing needs more than
# the 30 of "stream-safe text" in UAX #15.
_MOST_ACCENTS = 59
_MARKS = re.compile(r"[^\w\x00-\u02ff]{60,}")


def canonical(text: str) -> str:
    """Text as Newsdesk keeps it: NFC, LF line ends, no control characters but \\n and \\t, no BOM, no lone surrogates.

    A form feed, a vertical tab, NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR end a line, so each becomes one \\n. Surrogate
    pairs are joined and lone halves become U+FFFD, since PostgreSQL and UTF-8 take neither. Of a run of accents on one
    letter the first 59 stay. Nothing else changes, and text already so comes back unchanged.
    """
    text = _LINE_END.sub("\n", text)
    text = _DROPPED.sub("", text)
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _MARKS.sub(_cut_accents, text)
    if unicodedata.is_normalized("NFC", text):
        return text
    return _MARKS.sub(_cut_accents, unicodedata.normalize("NFC", text))


def _cut_accents(marks: re.Match[str]) -> str:
    kept, run = [], 0
    for mark in marks.group():
        run = run + 1 if unicodedata.combining(mark) else 0
        if run <= _MOST_ACCENTS:
            kept.append(mark)
    return "".join(kept)
