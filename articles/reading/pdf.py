"""PDF → text: the text layer page by page, by pypdfium2; `pdf_lines` makes paragraphs of its lines. Pure."""

import re

from articles.reading.answers import Reading, ReadingError
from articles.reading.canonical import canonical
from articles.reading.pdf_lines import Line, paragraphs_of
from articles.reading.plain import readable
from articles.reading.sniff import PDF
from articles.segmentation.spans import CopyFacts

MOST_PAGES = 300
_UNLIKELY_TITLE = re.compile(r"microsoft word.*|untitled.*|.*\.(?:docx?|indd|pdf|qxd|rtf|tex|odt)|\W*", re.I)
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)")
_FEWEST_LETTERS = 20
# PDFium writes a hyphen at a line's end as U+FFFE (older versions U+0002) and leaves out the line end after it.
_LINE = re.compile("[^\n\ufffe\x02]*[\n\ufffe\x02]?")


def read_pdf(data: bytes) -> Reading:
    """The text layer of a PDF, and its title where the copy itself has it. Raises ReadingError: locked, scanned, broken, too long."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadingError("This PDF is locked with a password. Unlock it first, or paste its text.") from None
        raise ReadingError("This PDF is broken and cannot be read.") from None
    try:
        if len(document) > MOST_PAGES:
            raise ReadingError(f"This PDF has {len(document)} pages; the limit is {MOST_PAGES}.")
        pages = [_lines(document[number]) for number in range(len(document))]
        title = document.get_metadata_value("Title")
    except pypdfium2.PdfiumError:
        raise ReadingError("This PDF is broken and cannot be read.") from None
    finally:
        document.close()
    letters = "".join(line.words for page in pages for line in page)
    if len(letters.replace(" ", "")) < _FEWEST_LETTERS:
        raise ReadingError(
            "This PDF has no text in it: its pages are pictures, as from a scanner. Paste the article's text instead."
        )
    if len(_UNREADABLE.findall(letters)) * 5 > len(letters):
        raise ReadingError("The letters of this PDF cannot be told from its fonts. Paste the article's text instead.")
    text = readable("\n\n".join(paragraphs_of(pages)))
    return Reading(text=text, media_type=PDF, facts=CopyFacts(headline=_plausible(title, text)))


def _lines(page) -> list[Line]:
    """The lines of a page in the order of its text layer, with their boxes in points."""
    layer = page.get_textpage()
    try:
        # Each UTF-16 unit is one index in PDFium; letters outside the basic plane shift the boxes of a page a little.
        boxed = (_boxed(layer, found.group(), found.start()) for found in _LINE.finditer(layer.get_text_range()))
        return [line for line in boxed if line]
    finally:
        layer.close()


def _boxed(layer, words: str, start: int) -> Line | None:
    shown = words.rstrip("\r\n \t\ufffe\x02")
    inner = shown.lstrip()
    if not inner:
        return None
    most = layer.count_chars() - 1
    first, last = start + len(shown) - len(inner), start + len(shown) - 1
    left, bottom, _, top = layer.get_charbox(min(first, most), loose=True)
    _, low, right, high = layer.get_charbox(min(last, most), loose=True)
    hyphen = "\u00ad" if words[-1:] in "\ufffe\x02" else ""
    return Line(inner + hyphen, left, right, max(top, high), min(bottom, low))


def _plausible(title: str, text: str) -> str:
    title = " ".join(canonical(title or "")[:300].split())
    if (
        _UNLIKELY_TITLE.fullmatch(title)
        or " " not in title
        or title.casefold() not in " ".join(text.casefold().split())
    ):
        return ""
    return title
