"""Datelines: "NORHAVEN (Coast Wire) — " opens a paragraph and belongs to no sentence."""

import re

PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}"
WORD = r"(?:[A-ZÀ-Þ][\w.'’-]*|\d{1,4}|de|of|and)"
AGENCY = r"\s*\([^()\n]{2,40}\)"
DASH = r"\s*(?:—|–|--)\s*|\s+-\s+"
DATELINE = re.compile(
    rf"(?:{PLACE}(?:,(?:\s{WORD},?){{1,5}})?(?:{AGENCY})?"  # NORHAVEN, May 3 (Coast Wire)
    rf"|{WORD}(?:\s{WORD}){{0,3}}(?:,(?:\s{WORD},?){{1,5}})?{AGENCY})"  # Norhaven (Coast Wire)
    rf"(?:{DASH})(?=[A-ZÀ-Þ\d“\"‘'\[])"
)
LONGEST = 120


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the copy of a paragraph begins: behind its dateline, or `start` where it has none (code points)."""
    found = DATELINE.match(text, start, min(end, start + LONGEST))
    return found.end() if found else start
