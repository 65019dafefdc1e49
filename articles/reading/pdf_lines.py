"""Lines of PDF pages → paragraphs: repeated heads and feet dropped, line-end hyphens undone, lines joined. Pure."""

import re
import statistics
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

_PAGE_NUMBER = re.compile(r"[\s–—-]*(?:(?:page|p\.|seite)\s*)?\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?[\s–—-]*", re.I)
# What browsers print above and below a page: "14/03/2025, 09:05  Title" and "https://courier.example/bridge  1/2".
_PRINTED = re.compile(r"(?:https?|file)://\S+\s+\d+/\d+|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d.*")
_STOP = re.compile(r"[.!?:…]['\"”’»)\]]*$")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENATED = re.compile(r"([^\W\d_]+)[\u00ad‐-]$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.I)
_OPENING = re.compile(r"^['\"“‘«„(\[–—-]+")
_NEAR = 4  # lines before and after one that show how wide its column is there
_EDGE = 2  # lines at the top and at the bottom of a page that may be its running head and foot


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; the box in points from the page's lower left corner."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def paragraphs_of(pages: list[list[Line]]) -> list[str]:
    """Paragraphs of all pages; one that runs over the foot of a page goes on at the top of the next."""
    pages = _without_heads_and_feet(pages)
    known = Counter(word.casefold() for page in pages for line in page for word in _WORD.findall(line.words))
    paragraphs: list[str] = []
    for page in pages:
        for number, group in enumerate(_grouped(page)):
            words = _joined([line.words for line in group], known)
            if number == 0 and paragraphs and words[:1].islower() and not _STOP.search(paragraphs[-1]):
                paragraphs[-1] = _joined([paragraphs[-1], words], known)
            else:
                paragraphs.append(words)
    return paragraphs


def _without_heads_and_feet(pages: list[list[Line]]) -> list[list[Line]]:
    """Drop page numbers, and edge lines that stand at one height on at least three pages and half of them, figures aside, and browsers' own."""
    seen = Counter(place for page in pages for place in {_place(line) for line in _edges(page)})
    repeated = {place for place, count in seen.items() if count >= 3 and count * 2 >= len(pages)}
    kept = []
    for page in pages:
        dropped = {id(line) for line in _edges(page) if _place(line) in repeated or _PRINTED.fullmatch(line.words)}
        dropped |= {id(line) for line in (page[:1] + page[-1:]) if len(page) > 1 and _PAGE_NUMBER.fullmatch(line.words)}
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def _place(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.words), round(line.bottom / 4)


def _edges(page: list[Line]) -> list[Line]:
    return page if len(page) <= 2 * _EDGE else page[:_EDGE] + page[-_EDGE:]


def _grouped(page: list[Line]) -> list[list[Line]]:
    """Lines of one page by paragraph: a gap, an indent, another size of letters or a short line ends one."""
    if not page:
        return []
    pitch = _pitch(page)
    usual = statistics.median_low(line.height for line in page)
    groups = [[page[0]]]
    for at, (above, below) in enumerate(pairwise(page)):
        group = groups[-1]
        step = pitch
        if above.height > 1.2 * usual:  # the lines of a headline stand further apart
            step = max(pitch, min(_pitch([line for line in page if _of_one_size(line, above)]), 1.2 * above.height))
        if _ends(above, below, step, max(line.right for line in group)) or _stops_short(group, page[at + 1 :]):
            groups.append([below])
        else:
            group.append(below)
    return groups


def _pitch(lines: list[Line]) -> float:
    """How far apart lines of one paragraph stand, in points; 0 where it cannot be told."""
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    steps = [step for step, above in zip(steps, lines, strict=False) if 0 < step < 4 * above.height]
    return statistics.median_low(steps) if steps else 0.0


def _ends(above: Line, below: Line, pitch: float, right: float) -> bool:
    step = above.bottom - below.bottom
    if step < 0 or below.left > above.right:  # the next column: the same paragraph may go on there
        return bool(_STOP.search(above.words)) or not below.words[:1].islower()
    if not _of_one_size(above, below):
        return True
    if pitch and step > 1.35 * pitch:
        return True
    if below.left - above.left > 0.6 * below.height and step > 0.5 * below.height:
        return True
    room = right - above.right
    return bool(_STOP.search(above.words)) and room > 2.5 * above.height


def _stops_short(group: list[Line], rest: list[Line]) -> bool:
    """Whether a line was left where the next one's first word had room, as a byline or a date is, and a capital follows.

    The room is measured by the lines around, its paragraph's and those to come: copy beside a picture is not short.
    """
    above, below = group[-1], rest[0]
    first = below.words.split()[0]
    if above.words.endswith((",", "\u00ad", "-")) or _OPENING.sub("", first)[:1].islower():
        return False
    rights = [
        max((line.right for line in near if _set_alike(line, above)), default=0.0)
        for near in (group[-1 - _NEAR : -1], rest[:_NEAR])
    ]
    edge = min((right for right in rights if right), default=0.0)
    letter = (above.right - above.left) / len(above.words)
    room = edge - above.right
    return room > 0.25 * (edge - above.left) and room > 1.2 * letter * (len(first) + 1)


def _set_alike(line: Line, other: Line) -> bool:
    """In letters of one size and in one column, indented or not."""
    return _of_one_size(line, other) and abs(line.left - other.left) < 3 * other.height


def _of_one_size(line: Line, other: Line) -> bool:
    return abs(line.height - other.height) <= 0.2 * max(line.height, other.height)


def _joined(lines: list[str], known: Counter[str]) -> str:
    """Lines as one paragraph. A hyphen at a line's end goes, unless the copy writes the word with it elsewhere."""
    words = lines[0]
    for line in lines[1:]:
        hyphenated = _HYPHENATED.search(words)
        following = _WORD.match(line)
        if hyphenated and _ADDRESS.search(words):
            words = words[:-1] + "-" + line  # never part of a word in an address
        elif hyphenated and following and following.group()[:1].islower():
            together = (hyphenated[1] + following.group()).casefold()
            apart = (hyphenated[1] + "-" + following.group()).casefold()
            words = words[:-1] + ("-" if known[apart] > known[together] else "") + line
        elif hyphenated and following:
            words = words[:-1] + "-" + line  # "Anglo-" before "Norlandish": a hyphen that was there
        else:
            words += " " + line
    return words.replace("\u00ad", "-")
