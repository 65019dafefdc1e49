"""Who is meant by a span of the text, as tables of cases. People, places and outlets are invented."""

import pytest

from articles.segmentation.spans import Kind, ParagraphSpan
from claims.language.identity import Identity
from claims.language.marks import pair
from claims.language.pipeline import run
from claims.language.resolving import Resolver


def reader(text, kinds=None):
    """A resolver over a text with a paragraph a line."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line:
            number = len(paragraphs) + 1
            kind = Kind((kinds or {}).get(number, "body"))
            paragraphs.append(ParagraphSpan(number, start, start + len(line), kind, None))
        start += len(line) + 1
    doc = run(text, paragraphs, pair(text, [(p.start, p.end) for p in paragraphs]))
    return Resolver(text, doc._.units, doc._.people)


def who(marked, **more):
    """The name behind the mention that stands in square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return reader(text, **more).resolve(start, end, start).name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Vale runs the port. [Ms. Vale] said so.", "Jane Vale"),
        ("Mayor Jane Vale runs the port. [She] said so.", "Jane Vale"),
        ("[Vale] said so. The port is run by mayor Jane Vale.", "Jane Vale"),
        ("Mayor Jane Vale met Tom Orr. [The mayor, who leads the board], left.", "Jane Vale"),
        ("[Tom Orr, a lawyer], said so.", "Tom Orr"),
        ("[The mayor, Jane Vale,] said so.", "Jane Vale"),
        ("Mayor Jane Vale left. [A senior official] said so.", None),
    ],
)
def test_a_span_means_the_fullest_name_that_the_article_gives(text, name):
    assert who(text) == name


@pytest.mark.parametrize("span", [(0, 0), (-5, 3), (3, 900), (7, 2), (900, 950), (14, 15)])
def test_a_span_that_fits_nothing_is_no_error(span):
    text = "Jane Vale said “it is over.”\n\nThe end"
    resolver = reader(text)
    assert isinstance(resolver.resolve(*span, 10), Identity)
    assert reader("").resolve(*span, 10) == Identity(None)


def test_a_speaker_carries_on_into_the_next_paragraph_and_no_further():
    text = "Jane Vale said so.\n“And more.”\n“And still more.”"
    resolver = reader(text)
    vale = resolver.resolve(0, 9, 10)
    assert resolver.carried(20) is None
    resolver.note(vale, 10)
    assert resolver.carried(text.index("And more")).name == "Jane Vale"
    assert resolver.carried(text.index("And still")) is None
    assert resolver.resolve(0, 0, text.index("And more")).name == "Jane Vale"
