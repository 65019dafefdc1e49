"""Plain text: which encoding the bytes are in. Pure and safe to run in the caller's process."""

import re

from articles.reading.answers import ReadingError
from articles.reading.canonical import canonical

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_NOT_IN_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f\ufffd]")
# In Windows-1252 read wrongly (a Mac file, Cyrillic, Greek) capitals with accents follow small letters: "itÕs".
_ODD_CAPITAL = re.compile("[a-zß-öø-ÿ][À-ÖØ-Þ]")
_ACCENTED = re.compile("[À-ÖØ-öø-ÿ]")


def text_of(data: bytes) -> str:
    """Canonical text of plain-text bytes. Raises ReadingError where they are not text."""
    return readable(decode(data))


def readable(text: str) -> str:
    """Canonical form of decoded text; raises ReadingError where there are no words in it, or mostly control characters."""
    faults = len(_CONTROL.findall(text))
    if (faults > 20 and faults * 10 > len(text)) or faults * 2 > len(text):
        raise ReadingError(
            "This does not look like text: it is mostly control characters. Save the article as .txt, .html, .docx or .pdf."
        )
    text = canonical(text)
    if not text.strip():
        raise ReadingError("This file has no text in it.")
    return text


def decode(data: bytes) -> str:
    """Bytes as a string: byte-order mark, UTF-8, UTF-16 without a mark, Windows-1252, and only then charset-normalizer's guess.

    The guess comes last because it takes short Windows-1252 for Mac Roman. Never raises UnicodeDecodeError.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if utf_16 := _utf_16_without_mark(data):
        return data.decode(utf_16, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    if broken * 5 < len(re.findall("[^\x00-\x7f\ufffd]", damaged)):
        return damaged  # UTF-8 with a few broken bytes, or cut in the middle of a letter
    if not _NOT_IN_1252.search(data):
        text = data.decode("cp1252")
        accented = len(_ACCENTED.findall(text))
        if len(_ODD_CAPITAL.findall(text)) * 4 <= accented and accented * 4 <= len(text):
            return text
    return _guessed(data)


def _utf_16_without_mark(data: bytes) -> str | None:
    """UTF-16 text in a Latin script has a zero in every other byte; UTF-8 text has none at all."""
    head = data[:4096]
    if len(head) < 4 or head.count(0) * 3 < len(head):
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # 60 ms to import, and hardly ever needed

    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
