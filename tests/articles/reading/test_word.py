"""Word documents."""

import zipfile
from io import BytesIO

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from articles.reading import ReadingError, read_file
from articles.segmentation.spans import CopyFacts

BOX = """<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>Boats run until ten.</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>
<mc:Fallback><w:txbxContent><w:p><w:r><w:t>Boats run until ten.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"""


def repacked(data: bytes, replace: dict[str, bytes]) -> bytes:
    """The same archive with some members replaced or added."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *replace]):
            new.writestr(name, replace[name] if name in replace else old.read(name))
    return buffer.getvalue()


def test_headings_paragraphs_tables_and_text_boxes_come_in_their_order(docx):
    def fill(document):
        document.add_heading("Bridge at Harrowgate shut", 0)
        document.add_paragraph("By Jane Doe")
        paragraph = document.add_paragraph("The council closed it")
        paragraph.add_run(" on Monday.")
        paragraph._p.append(parse_xml(BOX.format(ns=nsdecls("w"))))
        table = document.add_table(2, 2)
        for cell, words in zip(
            (cell for row in table.rows for cell in row.cells), ("Year", "Cost", "2024", "£3m"), strict=True
        ):
            cell.text = words
        layout = document.add_table(1, 1).cell(0, 0)
        layout.text = "A whole article can stand in a cell."
        layout.add_paragraph("Then its paragraphs stay paragraphs.")
        document.add_paragraph("")
        document.add_paragraph("Source: Northern Wire")

    assert read_file(docx(fill), name="bridge.docx").text.split("\n\n") == [
        "Bridge at Harrowgate shut",
        "By Jane Doe",
        "The council closed it on Monday.",
        "Boats run until ten.",
        "Year\tCost",
        "2024\t£3m",
        "A whole article can stand in a cell.",
        "Then its paragraphs stay paragraphs.",
        "Source: Northern Wire",
    ]


def test_inserted_words_are_read_and_deleted_ones_are_not(docx):
    def fill(document):
        paragraph = document.add_paragraph("The bridge is ")
        for xml in (
            "<w:del {}><w:r><w:delText>open</w:delText></w:r></w:del>",
            "<w:ins {}><w:r><w:t>shut</w:t></w:r></w:ins>",
        ):
            paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))

    assert read_file(docx(fill), name="a.docx").text == "The bridge is shut"


@pytest.mark.parametrize(
    ("title", "author", "facts"),
    [
        ("Bridge at Harrowgate shut", "Jane Doe", CopyFacts("Bridge at Harrowgate shut", "Jane Doe")),
        ("Microsoft Word - bridge.docx", "python-docx", CopyFacts()),
        ("Document 1", "Microsoft Office User", CopyFacts()),
        ("bridge final.docx", "admin", CopyFacts()),
    ],
)
def test_title_and_author_are_taken_where_they_are_plausible(docx, title, author, facts):
    def fill(document):
        document.add_paragraph("The bridge at Harrowgate was closed.")
        document.core_properties.title, document.core_properties.author = title, author

    assert read_file(docx(fill), name="a.docx").facts == facts


def test_a_broken_document_is_refused(docx):
    data = docx(lambda document: document.add_paragraph("The bridge."))
    for broken in (
        repacked(data, {"word/document.xml": b"<w:document"}),
        repacked(data, {"[Content_Types].xml": b"<x/>"}),
        data[: len(data) // 2],
        repacked(
            data,
            {
                "word/document.xml": b'<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
            },
        ),
    ):
        with pytest.raises(ReadingError, match="broken"):
            read_file(broken, name="a.docx")


def test_a_document_without_words_is_refused(docx):
    with pytest.raises(ReadingError, match="no text"):
        read_file(docx(lambda document: document.add_paragraph(" ")), name="a.docx")


def test_a_zip_bomb_in_the_dress_of_a_document_is_refused_before_it_is_parsed(docx, monkeypatch):
    data = repacked(
        docx(lambda document: document.add_paragraph("The bridge.")), {"word/media/bomb.bin": bytes(30 * 1024**2)}
    )
    monkeypatch.setattr("docx.Document", None)  # a call would raise TypeError, and that would say "broken"
    with pytest.raises(ReadingError, match="200 times its size"):
        read_file(data, name="a.docx")


@pytest.mark.parametrize(("member", "says"), [("xl/workbook.xml", "no Word document"), ("bridge.txt", "zip archive")])
def test_other_zips_are_refused(member, says):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, "x")
        if "/" in member:
            archive.writestr("[Content_Types].xml", "x")
    with pytest.raises(ReadingError, match=says):
        read_file(buffer.getvalue(), name="a.docx")
