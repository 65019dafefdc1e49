"""What kind of file the bytes are, by their content; the name only helps to tell .html from .txt. Pure."""

import re
import zipfile
from io import BytesIO

from articles.reading.answers import ReadingError

TEXT, HTML = "text/plain", "text/html"
DOCX, PDF = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf"

_TAKEN = "Newsdesk reads .txt, .html, .docx and .pdf."
_REFUSED = (
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM\x00", b"II*\x00", b"MM\x00*"),
        "This is an image, not text.",
    ),
    ((b"\xd0\xcf\x11\xe0",), "This is a file of an old Office program (.doc, .xls). Save it as .docx first."),
    ((b"{\\rtf",), "This is a rich text file (.rtf). Save it as .docx or .txt first."),
    (
        (b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ"),
        "This is a packed archive. Unpack it first, or pack the files as .zip.",
    ),
    ((b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"), "This is a program, not text."),
    ((b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3"), "This is a sound or video file, not text."),
)
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1|span|table)\b[^<>]{0,2000}>", re.I)


def media_type_of(data: bytes, *, name: str) -> str:
    """One of TEXT, HTML, DOCX and PDF. Raises ReadingError, with a sentence naming what it is, for anything else."""
    if name.lower().endswith((".csv", ".tsv")):
        raise ReadingError(f"This is a table (.csv). Use Bulk upload, which makes an article of each row. {_TAKEN}")
    head = data[:1024]
    if b"%PDF-" in head and head.lstrip()[:5] == b"%PDF-":
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _packed(data)
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise ReadingError(f"This is an image, sound or video file, not text. {_TAKEN}")
    if head[4:8] == b"ftyp":
        raise ReadingError(f"This is an image or video file, not text. {_TAKEN}")
    for marks, sentence in _REFUSED:
        if head.startswith(marks) and not _plain_words(head):
            raise ReadingError(f"{sentence} {_TAKEN}")
    return HTML if _is_html(data, name) else TEXT


def _plain_words(head: bytes) -> bool:
    """Text may begin with "MZ" or "BM" too: then no byte of it is a control character."""
    return not head.startswith(b"{\\rtf") and not re.search(rb"[\x00-\x08\x0e-\x1f]", head) and head.isascii()


def _packed(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        raise ReadingError(
            "This file is a broken .docx or .zip and cannot be opened. Save it again and send the new copy."
        ) from None
    if "word/document.xml" in names:
        return DOCX
    if "[Content_Types].xml" in names:
        raise ReadingError(f"This is an Office file but no Word document. {_TAKEN}")
    raise ReadingError("This is a zip archive. Send its files one by one, or use Bulk upload.")


def _is_html(data: bytes, name: str) -> bool:
    head = data[:65536].replace(b"\x00", b"")  # UTF-16 is recognised by its letters
    tags = len(_TAG.findall(head))
    if name.lower().endswith((".html", ".htm", ".xhtml", ".shtml")):
        return tags > 0
    start = re.sub(
        rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\s|<!--.{0,2000}?-->|<\?xml[^<>]{0,200}\?>)+",
        b"",
        head[:8192],
        flags=re.S,
    )
    return bool(re.match(rb"<(?:!doctype\s+html|html|head|body)\b", start, re.I)) or (
        tags >= 5 and start.startswith(b"<")
    )
