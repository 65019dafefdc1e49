"""Word documents (.docx) → text: paragraphs, headings, tables and text boxes in their order. Pure."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from articles.reading.answers import Reading, ReadingError
from articles.reading.archives import BROKEN, DamagedError, check_unpacks_within
from articles.reading.canonical import canonical
from articles.reading.plain import readable
from articles.reading.sniff import DOCX
from articles.segmentation.spans import CopyFacts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_LEFT_OUT = {_W + "del", _W + "moveFrom", _W + "instrText", _W + "delText", _FALLBACK}
_ROOMY = 100  # a cell with more characters than this, or several paragraphs, is layout and not a table of figures
_MOST_UNPACKED, _MOST_PARTS = 100 * 1024 * 1024, 5000
_NOBODY = re.compile(
    r"(?:python-docx|microsoft|office|windows).*|user|admin|administrator|owner|unknown|author|test|\W*", re.I
)
_NO_TITLE = re.compile(
    r"(?:microsoft )?word\b.*|document ?\d*|untitled.*|title|.*\.(?:docx?|rtf|odt|txt|pdf)|\W*", re.I
)


def read_docx(data: bytes) -> Reading:
    """The text of a Word document with its title and author. Deleted (tracked) words are left out.

    The day the document was made is no fact about the article, so `published` stays empty. Raises ReadingError.
    """
    import lxml.etree
    from docx import Document
    from docx.opc.exceptions import OpcError

    broken = ReadingError(
        "This Word document is broken and cannot be read. Save it again in Word and send the new copy."
    )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            check_unpacks_within(archive, most=_MOST_UNPACKED, members=_MOST_PARTS)
            if b"<!DOCTYPE" in archive.read("word/document.xml")[:4096]:  # Word writes none; entities come with it
                raise broken
        document = Document(BytesIO(data))
        paragraphs = list(_lines(document.element.body))
        properties = document.core_properties
        title, author = properties.title or "", properties.author or ""
    except (OpcError, KeyError, AttributeError, TypeError, DamagedError, lxml.etree.LxmlError, *BROKEN):
        raise broken from None
    facts = CopyFacts(headline=_plausible(title, _NO_TITLE), byline=_plausible(author, _NOBODY))
    return Reading(text=readable("\n\n".join(paragraphs)), media_type=DOCX, facts=facts)


def _plausible(words: str, unlikely: re.Pattern[str]) -> str:
    words = " ".join(canonical(words[:500]).split())
    return "" if unlikely.fullmatch(words) or " " not in words else words


def _lines(container) -> Iterator[str]:
    """Paragraphs and table rows below an element, in order; the text boxes of a paragraph come after it."""
    for child in container:
        if child.tag == _W + "p":
            boxes: list = []
            yield from filter(None, [_words(child, boxes).strip()])
            for box in boxes:
                yield from _lines(box)
        elif child.tag == _W + "tbl":
            yield from _rows(child)
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _lines(child)  # content controls and inserted blocks


def _rows(table) -> Iterator[str]:
    for row in table.iter(_W + "tr"):
        if next(row.iterancestors(_W + "tbl")) is not table:
            continue  # the row of a table inside a cell comes with its cell
        cells = [list(_lines(cell)) for cell in row.iterchildren(_W + "tc", _W + "sdt")]
        if all(len(cell) <= 1 and len("".join(cell)) <= _ROOMY for cell in cells):
            yield from filter(None, ["\t".join(" ".join("".join(cell).split()) for cell in cells).strip()])
        else:
            for cell in cells:
                yield from cell


def _words(paragraph, boxes: list) -> str:
    pieces, waiting = [], [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag in _LEFT_OUT or not isinstance(element.tag, str):
            continue
        if element.tag == _W + "txbxContent":
            boxes.append(element)
            continue
        if element.tag == _W + "t":
            pieces.append(element.text or "")
        pieces.append(
            _SIGNS.get(element.tag, "")
            if element.getparent() is not None and element.getparent().tag == _W + "r"
            else ""
        )
        waiting.extend(reversed(element))
    return "".join(pieces)
