"""The simplest peer: every stretch in quotation marks is a quote, and the nearest capitalised name beside it its speaker.

    python nearest_name.py FILE...

Prints the extract contract's JSON lines (docs/machine-readable-output.md). Needs nothing but Python.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

QUOTED = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"|‘‘([^\n]+?)’’|``([^\n]+?)''")
NAME = re.compile(r"[A-Z][\w’'.-]*[\w](?: (?:(?:de|van|von|bin|al) )?[A-Z][\w’'.-]*[\w])*")
NO_NAME = re.compile(
    "(?:The|An?|He|She|It|They|We|I|You|In|On|At|But|And|Or|If|As|By|For|From|To|Of|With|When|While|After|Before|Th(?:is|at|ese|ose)|There"
    "|Then|His|Her|Their|Our|My|Its|Not?|So|Wh(?:at|o|y|ere)|How|M(?:r|rs|s)|Dr|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
    "|January|February|March|April|May|June|July|August|September|October|November|December)"
)


def names_in(paragraph: str, quoted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of capitalised words outside the marks, without a leading word such as "The" and never that word alone."""
    found = []
    for name in NAME.finditer(paragraph):
        start, end = name.span()
        words = name.group().split(" ")
        while words and NO_NAME.fullmatch(words[0]):
            start += len(words.pop(0)) + 1
        if words and not any(a <= start < b for a, b in quoted):
            found.append((start, end))
    return found


def quotes_of(text: str) -> list[dict[str, Any]]:
    """Every stretch in marks with the nearest name of its paragraph, or the last name before it."""
    found: list[dict[str, Any]] = []
    latest: tuple[int, int] | None = None
    at = 0
    for line in text.split("\n"):
        stretches = [m.span(m.lastindex or 0) for m in QUOTED.finditer(line)]
        names = names_in(line, stretches)
        for start, end in stretches:
            near = min(names, key=lambda n: start - n[1] if n[1] <= start else n[0] - end, default=None)
            speaker = (near[0] + at, near[1] + at) if near else latest
            found.append(
                {
                    "start": at + start,
                    "end": at + end,
                    "kind": "direct",
                    "speaker": speaker
                    and {"start": speaker[0], "end": speaker[1], "name": text[speaker[0] : speaker[1]]},
                    "cue": None,
                }
            )
        if names:
            latest = (names[-1][0] + at, names[-1][1] + at)
        at += len(line) + 1
    return found


def main(files: list[str]) -> None:
    for file in files:
        text = Path(file).read_text(encoding="utf8")
        print(json.dumps({"file": file, "text": text, "extractor": "nearest-name", "quotes": quotes_of(text)}))


if __name__ == "__main__":
    main(sys.argv[1:])
