"""The peer textacy: its `direct_quotations` over a spaCy parser, as the extract contract's JSON lines.

    ENVIRONMENT/bin/python textacy_quotes.py PARSER FILE...

Runs in the peers' own environment (README.md). Each paragraph is a Doc of its own: textacy raises on an odd number of
quotation marks (textacy#379), and a paragraph is the least that can be given up; how many were is told on standard error.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

PARAGRAPH = re.compile(r"[^\n]+")


def span_of(tokens: list[Any], at: int) -> dict[str, int] | None:
    """The first of the tokens and those that stand side by side with it."""
    if not tokens:
        return None
    numbers = sorted(t.i for t in tokens)
    run = [numbers[0]]
    for number in numbers[1:]:
        if number == run[-1] + 1:
            run.append(number)
        else:
            break
    doc = tokens[0].doc
    return {"start": at + doc[run[0]].idx, "end": at + doc[run[-1]].idx + len(doc[run[-1]])}


def main(parser: str, files: list[str]) -> None:
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load(parser)
    given_up = all_paragraphs = with_marks = 0
    for file in files:
        text = Path(file).read_text(encoding="utf8")
        quotes: list[dict[str, Any]] = []
        places = [m for m in PARAGRAPH.finditer(text) if m.group().strip()]
        for place, doc in zip(places, nlp.pipe(m.group() for m in places), strict=True):
            all_paragraphs += 1
            with_marks += any(t.is_quote for t in doc)
            try:
                triples = list(direct_quotations(doc))
            except ValueError:
                given_up += 1
                continue
            for speaker, cue, content in triples:
                quotes.append(
                    {
                        "start": place.start() + content.start_char,
                        "end": place.start() + content.end_char,
                        "kind": "direct",
                        "speaker": span_of(speaker, place.start()),
                        "cue": span_of(cue, place.start()),
                    }
                )
        print(json.dumps({"file": file, "text": text, "extractor": "textacy", "quotes": quotes}))
    if all_paragraphs:
        print(
            f"note: textacy raised on {given_up} of {with_marks} paragraphs with quotation marks "
            f"({all_paragraphs} paragraphs in all): an odd number of marks",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
