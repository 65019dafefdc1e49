"""Finds quotation marks in a paragraph and their sides: opening, closing, or an apostrophe after all."""

import re
from dataclasses import dataclass, replace

OPENING = frozenset("“«„‟〝〟")
CLOSING = frozenset("”»")
BEFORE_OPEN = frozenset(" \t\n\u00a0([{—–-/:…")
AFTER_CLOSE = frozenset(" \t\n\u00a0.,;:!?)]}—–-/…")
ELISIONS = re.compile(
    r"[’‘'](?:tis|twas|twere|til|till|em|n|cause|bout|round|cos|coz|cuz|nuff|neath|kay|scuse|s|er|im|ere|\d0s|\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    text: str
    role: str  # "open", "close" or "either"
    single: bool


def scan(text: str, start: int, end: int) -> list[Mark]:
    """Every mark of the paragraph with the side that its shape or its neighbours give it."""
    marks: list[Mark] = []
    i = start
    while i < end:
        c = text[i]
        pairable = c in "`'‘’´" and i + 1 < end and (text[i + 1] == c or (c == "´" and text[i + 1] == "´"))
        if c not in "\"“”„‟«»〝〟'‘’‚‛‹›`´＂" or (c in "`´" and not pairable):
            i += 1
            continue
        before = text[i - 1] if i > start else " "
        size = 2 if pairable else 1
        after = text[i + size] if i + size < end else " "
        opens = (before in BEFORE_OPEN or before in "“‘\"'«„‚") and not after.isspace()
        closes = not before.isspace() and (after in AFTER_CLOSE or after in "”’\"'»")
        if pairable:
            role = (
                "open"
                if c in "`‘"
                else "close"
                if c == "´" or (closes and not opens)
                else "open"
                if opens and not closes
                else "either"
            )
            marks.append(Mark(i, i + 2, c + c, role, False))
        elif c in '"＂':
            inches = before.isdigit() and not marks
            role = "open" if opens and not closes else "close" if closes and not opens else "either"
            if not inches:
                marks.append(Mark(i, i + 1, c, role, False))
        elif c in OPENING or c in CLOSING:
            marks.append(Mark(i, i + 1, c, "open" if c in OPENING else "close", False))
        elif c in "'’" and text[i + 1 : i + 3] in ("n'", "n’", "N'", "N’"):
            size = 3  # rock 'n' roll
        elif single := _single(text, i, before, after, opens, closes):
            marks.append(Mark(i, i + 1, c, single, True))
        i += size
    return marks


def _single(text: str, i: int, before: str, after: str, opens: bool, closes: bool) -> str:
    """The side of a single mark, or "" for an apostrophe."""
    c = text[i]
    if c in "‹‚":
        return "open"
    if c == "›":
        return "close"
    if before.isalnum() and after.isalnum():
        return ""
    if opens and not before.isalnum() and c != "’":
        return "" if ELISIONS.match(text, i) else "open"
    if c in "’'" and closes and (before.isalnum() or before in '.,!?…)]%"”*'):
        return "possessive" if before in "sS" and after == " " else "close"
    return ""


def settle_singles(marks: list[Mark]) -> list[Mark]:
    """Decides which single marks are quotation marks: an opener needs a closer, a possessive closes only as a last resort."""
    settled: list[Mark] = []
    next_close = [False] * (len(marks) + 1)  # a sure single closer stands at or after this mark, before the next opener
    for i in range(len(marks) - 1, -1, -1):
        m = marks[i]
        next_close[i] = next_close[i + 1]
        if m.single:
            next_close[i] = m.role == "close" or (m.role != "open" and next_close[i + 1])
    is_open = False
    for i, m in enumerate(marks):
        if not m.single:
            settled.append(m)
        elif m.role == "open":
            nested = not is_open or m.text != "'"
            followed = any(marks[j].single and marks[j].role != "open" for j in range(i + 1, min(i + 8, len(marks))))
            if nested and (followed or m.text != "'"):
                settled.append(m)
                is_open = True
        elif m.role == "possessive":
            if is_open and not next_close[i + 1]:
                settled.append(replace(m, role="close"))
                is_open = False
        else:
            settled.append(m)
            is_open = False
    return settled
