"""One way to read a text in the tests of the language engine."""

import pytest

from articles.segmentation.spans import Kind, ParagraphSpan
from claims.language import extract


def spans(text, kinds=None, repeats=None):
    """A paragraph a line, body unless told otherwise by number."""
    found, start = [], 0
    for line in text.split("\n"):
        if line:
            number = len(found) + 1
            kind = Kind((kinds or {}).get(number, "body"))
            found.append(ParagraphSpan(number, start, start + len(line), kind, (repeats or {}).get(number)))
        start += len(line) + 1
    return found


@pytest.fixture
def read():
    """`read(text, kinds={2: "caption"}, repeats={3: 1})` → Extraction, a paragraph a line."""
    return lambda text, kinds=None, repeats=None: extract(text, spans(text, kinds, repeats))
