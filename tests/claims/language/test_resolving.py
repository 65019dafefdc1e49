"""Who is meant by a span of the text, as tables of cases. People, places and outlets are invented."""

from time import perf_counter

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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[Zolensky] spoke. It was Volodar Zolenskyy who left, the mayor said.", "Volodar Zolenskyy"),
        ("[Muller] spoke. Chancellor Ida Müller left.", "Ida Müller"),
        ("Mayor Robert J. Vale left. [Bob Vale] said so.", "Robert J. Vale"),
        ("Mayor Donald Vale and Donald Vale Jr. left. [Donald Vale Jr.] said so.", "Donald Vale Jr."),
        ("Senator Mary Orr met Tom Orr. [Ms. Orr] said so.", "Mary Orr"),
        ("Special Agent Peter Vale left. [Mr. Vale] said so.", "Peter Vale"),
        ("“That is Jane Vale,” the aide said. [Ms. Vale] did not reply.", "Jane Vale"),
        ("The mayor met Jane Vale and Tom Orr, a lawyer. [Both Vale and Orr] said so.", "Jane Vale and Tom Orr"),
        ("[Secretary of the Harbour Jane Vale] said so.", "Jane Vale"),
    ],
)
def test_variants_of_a_name_are_one_person(text, name):
    assert who(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norlandic President Karl Brenn met Prime Minister Ida Quill. [The Norlandic leader] left.", "Karl Brenn"),
        ("President Karl Brenn met Vice President Ida Quill. [The president] left.", "Karl Brenn"),
        ("President Karl Brenn met Vice President Ida Quill. [The vice president] left.", "Ida Quill"),
        ("Karl Brenn and Ida Quill, Mr. Orr’s lawyer, left. [Mr. Orr’s lawyer] said so.", "Ida Quill"),
        ("[The inspector general] said so. The inspector general, Ida Quill, left.", "Ida Quill"),
        ("Rep. Ida Quill (D-Norl.) met Rep. Tom Orr (R-Norl.). [The Democrat] said so.", "Ida Quill"),
        ("Ida Quill, chairwoman of the port board, left. [The chairwoman] said so.", "Ida Quill"),
        ("Rep. Ida Quill questioned the sale on Friday.\n[The committee chairwoman] said so.", "Ida Quill"),
        ("Mayor Ida Quill left. [A lawyer] said so.", None),
        ("Mayor Ida Quill left. [The official] said so.", None),
        ("Mayor Ida Quill left. [Her lawyers] said so.", None),
        ("Mayor Ida Quill left. [The Port Authority’s director] said so.", "the Port Authority director"),
    ],
)
def test_a_title_or_a_role_means_whoever_bears_it(text, name):
    assert who(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Department of Ports (DOP) closed. [The DOP] said so.", "the Department of Ports"),
        ("The Harbour and Wildlife Service closed. [The HWS] said so.", "the Harbour and Wildlife Service"),
        ("It was Vale Marine Works that closed. [Vale Marine] said so.", "Vale Marine Works"),
        ("Karl Brenn ran. [Mr. Brenn’s campaign] said so.", "the Karl Brenn campaign"),
        ("Karl Brenn ran. [The Brenn campaign] said so.", "the Karl Brenn campaign"),
        ("The Harbour Courier’s Friday report was long. [The report] said so.", "the Harbour Courier"),
        ("Karl Brenn ran. The Brenn campaign aired an ad. [The commercial] says so.", "the Karl Brenn campaign"),
        ("The Harbour Courier published a story by Ida Quill. [The mayor] said so.", None),
    ],
)
def test_a_short_form_or_a_work_means_the_body_behind_it(text, name):
    assert who(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Vale met Tom Orr. [He] said so.", "Tom Orr"),
        ("Jane Vale met Tom Orr. [She] said so.", "Jane Vale"),
        ("Tom Orr praised Karl Brenn. “It is over,” Mr. Orr said. [He] said that it was late.", "Tom Orr"),
        ("Tom Orr spoke to Karl Brenn. [They] said so.", None),
        ("Tom Orr, [who] said so, left.", "Tom Orr"),
        ("Tom Orr left. In [his] view it is over.", "Tom Orr"),
    ],
)
def test_a_pronoun_means_whom_the_copy_speaks_of(text, name):
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


def test_a_million_characters_take_little_more_than_twice_half_of_them():
    def spent(repeats):
        text = "Rep. Jane Vale met Sen. Tom Orr, the chairman. He said that the DOP’s report was theirs.\n" * repeats
        resolver = reader(text)
        start = perf_counter()
        for at in range(0, len(text), 89):
            resolver.note(resolver.resolve(at + 48, at + 50, at + 55), at + 55)
        return perf_counter() - start

    spent(20)
    assert spent(1000) < 8 * spent(250) + 0.2
