"""File bytes → canonical text and what the container says of it. Pure."""

from articles.reading.answers import MAX_FILE_BYTES, MAX_FILE_WORDS, Reading, ReadingError, in_megabytes
from articles.reading.plain import text_of
from articles.reading.sniff import DOCX, HTML, PDF, TEXT, media_type_of


def checked_kind(data: bytes, *, name: str) -> str:
    """The media type of bytes that are neither empty nor too many. Raises ReadingError."""
    if not data.strip(b" \t\r\n\x00"):
        raise ReadingError("This file is empty.")
    if len(data) > MAX_FILE_BYTES:
        raise ReadingError(f"This file has {in_megabytes(len(data))}; the limit is {MAX_FILE_WORDS} a file.")
    return media_type_of(data, name=name)


def read_file(data: bytes, *, name: str) -> Reading:
    """Read one file in this process. `name` helps only where the content leaves it open.

    Hostile files can hang or crash a parser: in a server use `read_in_child`. Raises ReadingError with a sentence.
    """
    kind = checked_kind(data, name=name)
    if kind == TEXT:
        return Reading(text=text_of(data), media_type=TEXT)
    # Each parser is imported where it is needed: together they cost half a second.
    if kind == HTML:
        from articles.reading.web import read_html

        return read_html(data)
    if kind == DOCX:
        from articles.reading.word import read_docx

        return read_docx(data)
    assert kind == PDF, kind
    from articles.reading.pdf import read_pdf

    return read_pdf(data)
