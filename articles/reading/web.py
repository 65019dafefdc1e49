"""HTML → the article's paragraphs: headline, byline, copy, captions and credits, each by itself. Pure.

trafilatura (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15/) says which blocks are the main content; the
blocks themselves are taken from the page in its order, because trafilatura drops captions, credits and headlines.
"""

import re

import lxml.etree
import lxml.html

from articles.reading.answers import Reading, ReadingError
from articles.reading.page_facts import facts_of_page
from articles.reading.plain import decode, readable
from articles.reading.sniff import HTML
from articles.segmentation.kinds import kind_by_words
from articles.segmentation.spans import Kind

_SKIPPED = {
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "map",
    "button", "select", "option", "input", "textarea", "head", "nav", "form", "dialog", "menu",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "cite", "time",
}  # fmt: skip
_INLINE_IN_TEXT = {"cite", "time"}
_KEPT_WORDS = re.compile(
    r"caption|credit|byline|by-line|author|dateline|date|published|standfirst|subtitle|deck|photographer|source", re.I
)
_META_CHARSET = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^<>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.I,
)
_NO_LETTERS = re.compile(r"[\W_]+")
_NEAR = 4  # blocks beside the main content in which a byline, a date or a credit is still the article's
_DEEPEST = 400


class _Block:
    """One block-level text: its words, the tag and whether its classes speak of a caption, a byline or a date."""

    __slots__ = ("kept", "tag", "words")

    def __init__(self, words: str, tag: str, kept: bool) -> None:
        self.words, self.tag, self.kept = words, tag, kept


def read_html(data: bytes) -> Reading:
    """The article of a web page. Raises ReadingError where the page has none."""
    markup = re.sub(r"^\s*<\?xml[^<>]*\?>", "", readable(_decoded(data)))
    try:
        page = lxml.html.document_fromstring(markup)
    except (lxml.etree.LxmlError, ValueError):
        raise ReadingError(
            "This web page is broken and cannot be read. Open it in a browser and paste the article's text."
        ) from None
    facts = facts_of_page(page)
    blocks = _blocks(page)
    chosen = _article(blocks, _main_lines(markup)) or blocks
    if not any(
        len(block.words) >= 40 or (block.words.count(" ") >= 3 and block.words[-1] in '.!?”"') for block in chosen
    ):
        raise ReadingError("There is no article text on this web page. Save the article's own page, or paste its text.")
    lines = [block.words for block in chosen]
    if (
        facts.headline
        and not any(_folded(facts.headline) == _folded(line) for line in lines[:8])
        and not any(block.tag == "h1" for block in chosen)
    ):
        lines.insert(0, facts.headline)
    return Reading(text=readable("\n\n".join(lines)), media_type=HTML, facts=facts)


def _decoded(data: bytes) -> str:
    """By byte-order mark, then UTF-8 if it is, then what the page says of itself, then the guess for plain text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return decode(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if found := _META_CHARSET.search(data[:8192]):
        named = (found[1] or found[2]).decode("ascii", "replace").lower()
        named = {
            "iso-8859-1": "cp1252",
            "latin-1": "cp1252",
            "latin1": "cp1252",
            "us-ascii": "cp1252",
            "utf-8": "",
        }.get(named, named)  # as browsers do
        try:
            return data.decode(named, "replace") if named else decode(data)
        except LookupError:
            pass
    return decode(data)


def _blocks(page: lxml.html.HtmlElement) -> list[_Block]:
    """All block-level text of the page in its order, without menus, forms, scripts and what is hidden."""
    blocks: list[_Block] = []
    pieces: list[str] = []

    def flush(element: lxml.html.HtmlElement) -> None:
        for words in "".join(pieces).split("\n"):
            words = "\t".join(" ".join(cell.split()) for cell in words.split("\t")).strip()
            if words:
                blocks.append(_Block(words, str(element.tag), _speaks_of_article(element)))
        pieces.clear()

    def walk(element: lxml.html.HtmlElement, depth: int, inside: lxml.html.HtmlElement) -> None:
        if not isinstance(element.tag, str) or element.tag in _SKIPPED or _hidden(element) or depth > _DEEPEST:
            return
        block = element.tag in _BLOCKS and not (element.tag in _INLINE_IN_TEXT and _in_sentence(element))
        if block:
            flush(inside)
        pieces.append({"br": "\n", "td": "\t", "th": "\t"}.get(element.tag, ""))
        own = element if block else inside
        pieces.append(_flat(element.text))
        for child in element:
            walk(child, depth + 1, own)
            pieces.append(_flat(child.tail))
        if block:
            flush(element)

    walk(page, 0, page)
    return blocks


def _flat(words: str | None) -> str:
    return (words or "").replace("\n", " ").replace("\t", " ")


def _in_sentence(element: lxml.html.HtmlElement) -> bool:
    """<time> and <cite> stand by themselves in a header and inside a sentence in the copy."""
    parent = element.getparent()
    return parent is not None and (
        parent.tag in ("p", "span", "a", "li", "figcaption", "blockquote", "td", "em")
        or bool((element.tail or "").strip())
    )


def _hidden(element: lxml.html.HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "hidden" in element.attrib or element.get("aria-hidden") == "true" or "display:none" in style


def _speaks_of_article(element: lxml.html.HtmlElement) -> bool:
    if element.tag in ("figcaption", "caption", "h1", "time", "cite"):
        return True
    return any(
        _KEPT_WORDS.search(f"{one.get('class', '')} {one.get('itemprop', '')} {one.get('rel', '')}")
        for one in (element, *list(element)[:2])
    )


def _main_lines(markup: str) -> set[str]:
    """What trafilatura takes for the main content, line by line, folded to its letters; empty where it finds nothing."""
    from trafilatura.core import extract  # 200 ms to import

    found = extract(
        markup, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False, output_format="txt"
    )
    return {_folded(line) for line in (found or "").split("\n")} - {""}


def _folded(words: str) -> str:
    return _NO_LETTERS.sub("", words).casefold()


def _article(blocks: list[_Block], main: set[str]) -> list[_Block]:
    """The blocks of the main content with the headline above it and the bylines, dates, captions and credits beside and between."""
    inside = [
        number for number, block in enumerate(blocks) if _folded(block.words) in main and len(_folded(block.words)) > 1
    ]
    copy = [number for number in inside if len(blocks[number].words) >= 40]
    if not copy:
        return []
    first, last = copy[0], copy[-1]
    for number in inside:
        last = number if last < number <= last + 2 else last
    headline = next((number for number in range(first, -1, -1) if blocks[number].tag == "h1"), None)
    top = headline if headline is not None else max(0, first - _NEAR)
    taken = set(inside)
    chosen = []
    for number in range(top, min(len(blocks), last + 1 + _NEAR)):
        block = blocks[number]
        between = first <= number <= last
        credit = block.kept or kind_by_words(block.words) in (Kind.CAPTION, Kind.CREDIT)
        if number == headline or credit or (number in taken and (between or len(block.words) > 20)):
            chosen.append(block)
    return _without_neighbouring_repeats(chosen)


def _without_neighbouring_repeats(blocks: list[_Block]) -> list[_Block]:
    """A byline or caption that the page carries twice for phones and desks stands twice in a row: once is enough there."""
    return [
        block
        for number, block in enumerate(blocks)
        if not (number and block.kept and block.words == blocks[number - 1].words)
    ]
