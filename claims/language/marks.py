"""Pairs quotation marks of every kind, mending what is broken. Pure, never raises, linear in the text.

A paragraph is read once from left to right with a stack of open marks. Straight marks take their side from their
neighbours, curly ones from their shape (and from the stack where shape and place disagree). What cannot be paired is mended
and the mending told in words: an unclosed quotation ends where the attribution or the paragraph ends, a stray closing mark
opens at its sentence's start. A paragraph that leaves a quotation open while the next one opens with a mark again is the
convention for long quotations and no fault.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from claims.language.scanning import Mark, scan, settle_singles

ATTRIBUTION_TAIL = re.compile(
    r",\s(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s)?(?:[A-Z][\w.-]{0,30}\s){0,4}(?:he|she|they|[A-Z][\w-]{1,30})\s"
    r"(?:said|says|added|told|wrote|asked|insisted|argued|noted|warned|explained|continued)\b"
    r"|,\s(?:said|says|added|wrote|asked)\s(?:[A-Z]|(?:the|an?|his|her|its|their|one)\b)"
)
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[A-Z“‘\"'(])")
FAR = 2000
MOST_SILENT = 5
INSIDE = "the paragraph stands inside a quotation that opened in an earlier one"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch inside marks: `text[start:end]` are the words, `outer_start:outer_end` take the marks in.

    `depth` 0 stands in the copy itself, 1 inside another quotation. `reopens` says that the quotation runs on from the
    paragraph before, `runs_on` that the next paragraph goes on with it.
    """

    outer_start: int
    outer_end: int
    start: int
    end: int
    depth: int = 0
    single: bool = False
    repair: str = ""
    reopens: bool = False
    runs_on: bool = False


@dataclass(slots=True)
class _Open:
    at: int
    inner: int
    mark: str
    single: bool
    repair: str = ""


def pair(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Marked]:
    """All stretches in marks of `text`, paragraph by paragraph (code points), in order of their start."""
    found: list[Marked] = []
    left_open = False
    silent: list[tuple[int, int]] = []  # paragraphs without a mark since a quotation was left open
    for start, end in paragraphs:
        here, unclosed, any_mark = _pair_paragraph(text, start, end, left_open)
        if left_open and not any_mark and len(silent) < MOST_SILENT:
            silent.append((start, end))
            continue
        here.sort(key=lambda m: (m.outer_start, m.depth))
        if here and left_open and here[0].repair.startswith("the opening"):
            _confirm_run_on(found)
            found.extend(Marked(a, b, a, b, 0, False, INSIDE, True, True) for a, b in silent if b > a)
            here[0] = replace(here[0], reopens=True, repair="")
        elif here and left_open and not silent and _starts_with_mark(text, start, end):
            here[0] = replace(here[0], reopens=True)
            _confirm_run_on(found)
        found.extend(here)
        left_open, silent = unclosed, []
    return found


def _starts_with_mark(text: str, start: int, end: int) -> bool:
    return start < end and text[start] in "“\"«„‘'`"


def _confirm_run_on(found: list[Marked]) -> None:
    """The last stretch of the paragraph before stays open by convention: nothing to mend there."""
    for i in range(len(found) - 1, -1, -1):
        if found[i].repair.startswith("the closing mark is missing") and found[i].depth == 0:
            found[i] = replace(found[i], repair="", runs_on=True)
            return
        if i < len(found) - 40:
            return


def _pair_paragraph(text: str, start: int, end: int, left_open: bool) -> tuple[list[Marked], bool, bool]:
    marks = settle_singles(scan(text, start, end))
    out: list[Marked] = []
    stack: list[_Open] = []
    closes_left = sum(1 for m in marks if not m.single and m.role != "open")
    doubles_open = 0
    last_end = start
    for m in marks:
        if m.single:
            if m.role == "open":
                stack.append(_Open(m.start, m.end, m.text, True))
            elif stack and stack[-1].single:
                last_end = _close(text, stack, m, out)
            continue
        if m.role != "open":
            closes_left -= 1
        german = m.text == "“" and any(o.mark in "„‟" for o in stack[-2:])
        if doubles_open and (m.role != "open" or german):
            while stack and stack[-1].single:
                stack.pop()  # a single mark left open inside was an apostrophe
            last_end = _close(text, stack, m, out)
            doubles_open -= 1
        elif m.role == "open" or (m.role == "either" and not doubles_open):
            if doubles_open and closes_left < doubles_open + 1:
                _end_early(text, stack, m.start, out)
                doubles_open = 0
            stack.append(_Open(m.start, m.end, m.text, False))
            doubles_open += 1
        elif m.role == "close" and stack and stack[-1].single:
            last_end = _close(text, stack, m, out)
        elif m.role == "close":
            last_end = _stray_close(text, start, last_end, m, out, left_open)
    unclosed = False
    if outer := next((o for o in stack if not o.single or o.mark == "‘"), None):
        unclosed = _close_at_end(text, outer, end, out)
    return [m for m in out if _says_something(text, m)], unclosed, bool(marks)


def _says_something(text: str, m: Marked) -> bool:
    """Marks around nothing, or around nothing but more marks, quote nothing."""
    return any(c.isalnum() for c in text[m.start : min(m.end, m.start + 200)])


def _close(text: str, stack: list[_Open], m: Mark, out: list[Marked]) -> int:
    o = stack.pop()
    repair = o.repair
    if not repair and not _match(o.mark, m.text):
        repair = f"opens with {o.mark} and closes with {m.text}"
    start, end = _trim(text, o.inner, m.start)
    out.append(Marked(o.at, m.end, start, end, len(stack), o.single, repair))
    return m.end


def _match(opening: str, closing: str) -> bool:
    pairs = {
        "``": ("''",),
        "‘‘": ("’’",),
        "''": ("''",),
        "«": ("»",),
        "„": ("“", "”", "‟"),
        "“": ("”",),
        "‘": ("’",),
        "‚": ("‘", "’"),
        "‹": ("›",),
    }
    return closing in pairs.get(opening, (opening,))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends: « so » gives the words alone."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _end_early(text: str, stack: list[_Open], before: int, out: list[Marked]) -> None:
    """A quotation that was never closed before the next one opens: it ends at its last full sentence, or right there."""
    outer = next(o for o in stack if not o.single)
    stack.clear()
    low = max(outer.inner, before - FAR)
    window = text[low:before]
    tail = ATTRIBUTION_TAIL.search(window)
    if tail:
        stop = low + tail.start() + 1
    else:
        ends = [e.end() for e in SENTENCE_END.finditer(window)]
        stop = low + ends[0] if ends and low == outer.inner else before
    start, end = _trim(text, outer.inner, stop)
    if end > start:
        out.append(
            Marked(outer.at, end, start, end, 0, False, "the closing mark is missing; ended before the next quotation")
        )


def _close_at_end(text: str, outer: _Open, end: int, out: list[Marked]) -> bool:
    """An unclosed quotation runs to the paragraph's end, or to an attribution that stands outside it."""
    if outer.single:
        ends = SENTENCE_END.search(text, outer.inner, min(end, outer.inner + FAR))
        stop, why = (ends.end(), "sentence") if ends else (end, "paragraph")
    else:
        tail = ATTRIBUTION_TAIL.search(text, outer.inner, min(end, outer.inner + FAR))
        stop, why = (tail.start() + 1, "attribution") if tail else (end, "paragraph")
    start, stop = _trim(text, outer.inner, stop)
    if stop > start:
        words = {"sentence": "the sentence's end", "paragraph": "the paragraph's end", "attribution": "the attribution"}
        out.append(
            Marked(outer.at, stop, start, stop, 0, outer.single, f"the closing mark is missing; ended at {words[why]}")
        )
    return why == "paragraph"


def _stray_close(text: str, start: int, last_end: int, m: Mark, out: list[Marked], left_open: bool) -> int:
    """A closing mark with nothing open: the quotation began where the sentence did, or runs on from the paragraph before."""
    low = max(start, last_end, m.start - FAR)
    if text[m.start - 1 : m.start] not in (".", ",", "!", "?", "…") and not (left_open and last_end == start):
        return last_end
    begin = low
    if not (left_open and last_end == start):
        for e in SENTENCE_END.finditer(text, low, m.start - 1):
            begin = e.end()
    begin, end = _trim(text, begin, m.start)
    why = "taken from the paragraph's start" if begin == start else "taken from the sentence's start"
    if end > begin:
        out.append(Marked(begin, m.end, begin, end, 0, False, f"the opening mark is missing; {why}"))
    return m.end
