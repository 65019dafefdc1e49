"""PDF files, written by hand."""

import pytest

from articles.reading import ReadingError, read_file

SHUT = [
    "The council of Harrowgate closed the bridge on Monday after an engin-",
    "eer found a crack in its second arch. A long-term repair will take",
    "months, the mayor said, and the long-",
    "term cost is not yet known.",
]
WAIT = [
    "“We will not wait,” said Jane Doe, who leads the council and who ran",
    "for it on the promise of a new bridge.",
]
SHUT_JOINED = "The council of Harrowgate closed the bridge on Monday after an engineer found a crack in its second arch. A long-term repair will take months, the mayor said, and the long-term cost is not yet known."
WAIT_JOINED = (
    "“We will not wait,” said Jane Doe, who leads the council and who ran for it on the promise of a new bridge."
)


def drawn(*paragraphs, start=760, gap=10, indent=0):
    lines, y = [], start
    for paragraph in paragraphs:
        for number, words in enumerate(paragraph):
            lines.append((72 + (indent if number == 0 else 0), y, 11, words))
            y -= 14
        y -= gap
    return lines


@pytest.mark.parametrize(("gap", "indent"), [(10, 0), (0, 12)])
def test_lines_are_joined_and_hyphens_at_line_ends_undone(pdf, gap, indent):
    text = read_file(pdf([drawn(SHUT, WAIT, SHUT, gap=gap, indent=indent)]), name="a.pdf").text
    assert text.split("\n\n") == [SHUT_JOINED, WAIT_JOINED, SHUT_JOINED]


def test_running_heads_and_page_numbers_are_dropped_and_a_paragraph_goes_on_over_the_page(pdf):
    pages = [drawn(SHUT, WAIT), drawn(WAIT, SHUT[:2]), drawn(SHUT[2:], WAIT, start=748)]
    for number, page in enumerate(pages, start=1):
        page.insert(0, (72, 810, 9, f"The Harrowgate Courier, page {number}"))
        page.append((290, 30, 9, f"{number}"))
    assert read_file(pdf(pages), name="a.pdf").text.split("\n\n") == [
        SHUT_JOINED,
        WAIT_JOINED,
        WAIT_JOINED,
        SHUT_JOINED,
        WAIT_JOINED,
    ]


def test_what_a_browser_prints_around_a_page_is_dropped(pdf):
    page = [
        (30, 820, 8, "3/14/25, 9:05 AM Bridge at Harrowgate shut"),
        *drawn(SHUT),
        (30, 20, 8, "https://courier.example/bridge 1/1"),
    ]
    assert read_file(pdf([page]), name="a.pdf").text == SHUT_JOINED


def test_the_headline_stands_by_itself_and_the_title_counts_only_where_the_copy_has_it(pdf):
    page = [(72, 800, 20, "Bridge at Harrowgate shut"), *drawn(SHUT)]
    reading = read_file(pdf([page], title="Bridge at Harrowgate shut"), name="a.pdf")
    assert reading.text.split("\n\n") == ["Bridge at Harrowgate shut", SHUT_JOINED]
    assert reading.facts.headline == "Bridge at Harrowgate shut"
    for title in ("Microsoft Word - bridge.doc", "Layout of page four", "Bridge"):
        assert read_file(pdf([page], title=title), name="a.pdf").facts.headline == ""


BYLINES = [["By Percival Noake"], ["Friday 13 November"], ["13 November 2026"], ["Last changed on Saturday"]]


@pytest.mark.parametrize("head", [BYLINES[:1], BYLINES[:2], BYLINES[1:3], BYLINES])
def test_short_lines_above_the_copy_are_paragraphs_without_a_gap(pdf, head):
    page = drawn(*head, SHUT, WAIT, gap=0)
    page[len(head) + len(SHUT) :] = drawn(WAIT, start=page[len(head) + len(SHUT)][1] - 10)
    text = read_file(pdf([page]), name="a.pdf").text
    assert text.split("\n\n") == [*(line for (line,) in head), SHUT_JOINED, WAIT_JOINED]


def test_lines_beside_a_picture_and_lines_of_a_headline_stay_together(pdf):
    narrow = ["The council of Harrowgate", "Bridge, as Mayor Jane", "Doe of the town has it,", "Harrowgate being where", "Doe lives, met at noon"]  # fmt: skip
    wide = ["and decided to close it, which no council of the town before it had done,", "not once in eighty years."]
    headline = [(72, 800, 20, "Bridge at Harrowgate Is Shut"), (72, 776, 20, "After Crack")]
    text = read_file(pdf([[*headline, *drawn([*narrow, *wide], start=740)]]), name="a.pdf").text
    assert text.split("\n\n") == ["Bridge at Harrowgate Is Shut After Crack", " ".join(narrow + wide)]


def test_paragraphs_of_a_larger_size_than_the_page_are_told_apart_by_their_gap(pdf):
    words = ["The bridge is not safe, said", "its builder, who left today."] * 2
    large = [(72, y, 18, line) for y, line in zip((780, 760, 731, 711), words, strict=True)]
    text = read_file(pdf([[*large, *drawn(SHUT, WAIT, start=670)]]), name="a.pdf").text
    assert text.split("\n\n") == [" ".join(words[:2]), " ".join(words[2:]), SHUT_JOINED, WAIT_JOINED]


def test_a_hyphen_at_a_line_end_within_an_address_stays(pdf):
    lines = ["First published at https://courier.example/council-closes-", "bridge in March, and changed twice since."]
    text = read_file(pdf([drawn(lines)]), name="a.pdf").text
    assert "https://courier.example/council-closes-bridge in March" in text


def test_a_pdf_without_a_text_layer_is_refused(pdf):
    with pytest.raises(ReadingError, match="pictures, as from a scanner"):
        read_file(pdf([[], []]), name="a.pdf")


def test_a_pdf_of_too_many_pages_is_refused(pdf):
    with pytest.raises(ReadingError, match="the limit is 300"):
        read_file(pdf([[]] * 301), name="a.pdf")


def test_a_locked_pdf_is_refused(pdf):
    locked = pdf([drawn(SHUT)]).replace(
        b"/Info",
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /O ("
        + b"o" * 32
        + b") /U ("
        + b"u" * 32
        + b") /P -4 >> /ID [(a) (a)] /Info",
    )
    with pytest.raises(ReadingError, match="password"):
        read_file(locked, name="a.pdf")


def test_a_broken_pdf_is_refused():
    with pytest.raises(ReadingError, match="broken"):
        read_file(b"%PDF-1.7\n1 0 obj << /Type /Catalog", name="a.pdf")
