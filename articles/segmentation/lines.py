"""Text → stretches [start, end) of paragraphs, hard-wrapped lines joined. Pure."""

import re
from itertools import pairwise

Stretch = tuple[int, int]

# White space, and what looks like it: zero-width spaces and joiners, direction marks, soft hyphens, byte-order marks.
EDGE = (
    "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace())
    + "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?:…]['\"”’»)\]]*$")
_ITEM = re.compile(r"[-–•*·▪>]\s|\d{1,3}[.)]\s")
_NARROWEST, _WIDEST, _FEWEST_BREAKS = 45, 100, 4


def stretches_of(text: str) -> list[Stretch]:
    """Where paragraphs stand: each non-empty line, or several where the text plainly is hard-wrapped. Trimmed, in order."""
    lines = _trimmed_lines(text)
    width = _wrapped_at(text, lines)
    if width is None:
        return lines
    paragraphs = lines[:1]
    for line, following in pairwise(lines):
        if _runs_on(text, line, following, width):
            paragraphs[-1] = (paragraphs[-1][0], following[1])
        else:
            paragraphs.append(following)
    return paragraphs


def _trimmed_lines(text: str) -> list[Stretch]:
    stretches = []
    for line in _LINE.finditer(text):
        words = line.group()
        start = line.end() - len(words.lstrip(EDGE))
        end = line.start() + len(words.rstrip(EDGE))
        if start < end:
            stretches.append((start, end))
    return stretches


def _wrapped_at(text: str, lines: list[Stretch]) -> int | None:
    """The column at which the text is plainly hard-wrapped, or None.

    A wrapped line ends where the next word would not have fitted; copy with one paragraph a line does not keep to that,
    and its lines end in stops. Lines without a space (addresses) are left out of the reckoning.
    """
    lengths = [end - start for start, end in lines if " " in text[start : min(end, start + _WIDEST)]]
    width = max(lengths, default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = [pair for pair in pairwise(lines) if _runs_on(text, *pair, width)]
    open_ended = [pair for pair in full if not _STOP.search(text[max(pair[0][0], pair[0][1] - 5) : pair[0][1]])]
    goes_on = [pair for pair in full if text[pair[1][0]].islower()]
    enough = len(full) >= _FEWEST_BREAKS and len(full) * 2 >= len(lines)
    return width if enough and len(open_ended) * 10 >= len(full) * 6 and len(goes_on) * 3 >= len(full) else None


def _runs_on(text: str, line: Stretch, following: Stretch, width: int) -> bool:
    """Whether the next line goes on with this one: no blank line between, no list item, and its first word had no room."""
    start, end = following
    if text.count("\n", line[1], start) != 1 or _ITEM.match(text, start, end):
        return False
    space = text.find(" ", start, min(end, start + width))
    first_word = (space if space >= 0 else end) - start
    return line[1] - line[0] + 1 + first_word > width - 3
