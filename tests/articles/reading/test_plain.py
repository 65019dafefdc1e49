"""Plain text files: encodings, and what is refused."""

import pytest

from articles.reading import MAX_FILE_BYTES, ReadingError, read_file
from newsdesk.errors import BadInput

COPY = "“The bridge is safe,” said Zoë Müller – the mayor’s aide – of Harrowgate.\nIt cost £3 million.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_copy_comes_out_the_same_from_every_encoding(encoding):
    reading = read_file(COPY.encode(encoding), name="bridge.txt")
    assert (reading.text, reading.media_type) == (COPY, "text/plain")


@pytest.mark.parametrize("words", ["“Yes.”", "It’s a café.", "£3m", "Müller said no – twice"])
def test_short_windows_1252_is_not_taken_for_mac(words):
    assert read_file(words.encode("cp1252"), name="a.txt").text == words


def test_mac_and_cyrillic_files_are_not_taken_for_windows_1252():
    english = "It’s the mayor’s bridge, isn’t it? “It’s ours,” she’d said, and they’d agreed. " * 5
    assert read_file(english.encode("mac_roman"), name="a.txt").text == english
    russian = "Мост в городе закрыли в понедельник, сообщил совет. Инженер нашёл трещину во второй арке. " * 5
    assert read_file(russian.encode("cp1251"), name="a.txt").text == russian


def test_utf_8_with_a_broken_end_stays_utf_8():
    assert read_file(COPY.encode() + "é".encode()[:1], name="a.txt").text == COPY + "\ufffd"


def test_line_ends_and_control_characters_are_made_canonical():
    assert read_file(b"one\r\ntwo\x0cthree\x00\r", name="a.txt").text == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "no text"),
        (b"a" * (MAX_FILE_BYTES + 1), "the limit is 25 MB"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "an image"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "an image"),
        (b"RIFF\x00\x00\x00\x00WEBP", "image"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 50, "image or video"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50, ".docx first"),
        (b"{\\rtf1\\ansi Hello}", "rich text"),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 50, "program"),
        (b"\x1f\x8b\x08\x00" + b"\x00" * 50, "archive"),
        (bytes(range(1, 9)) * 100, "control characters"),
        (b"\x01" * 30 + b" mayor", "control characters"),
        (b"PK\x03\x04 not a zip at all", "broken"),
        (b"%PDF-1.7\nnot a pdf at all", "broken"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data, says):
    with pytest.raises(ReadingError, match=says) as refusal:
        read_file(data, name="bridge.txt")
    assert isinstance(refusal.value, BadInput)
    assert refusal.value.status == 422
    assert refusal.value.sentence.endswith(".")


@pytest.mark.parametrize(
    "words",
    [
        "MZ is how some programs begin, said Jane Doe.",
        "BMW opened a plant.",
        "GIF89a is a format.",
        "ID3 tags name songs.",
        "RIFF raff",
    ],
)
def test_text_that_begins_like_another_kind_of_file_is_text(words):
    assert read_file(words.encode(), name="a.txt").text == words


def test_the_kind_goes_by_content_and_not_by_name(docx, pdf):
    words = "The bridge at Harrowgate was closed on Monday, the council said."
    assert read_file(words.encode(), name="bridge.pdf").media_type == "text/plain"
    assert read_file(pdf([[(72, 700, 11, words)]]), name="bridge.txt").media_type == "application/pdf"
    assert read_file(docx(lambda document: document.add_paragraph(words)), name="bridge.html").media_type.endswith(
        "wordprocessingml.document"
    )
    assert read_file(f"<html><body><p>{words}</p></body></html>".encode(), name="bridge.txt").media_type == "text/html"
    assert (
        read_file(b"He wrote <p> and <div> in the margin, Jane Doe said.", name="bridge.txt").media_type == "text/plain"
    )


@pytest.mark.parametrize("name", ["rows.csv", "ROWS.TSV"])
def test_a_table_is_no_article_and_is_sent_to_bulk_upload(name: str) -> None:
    with pytest.raises(ReadingError, match="Use Bulk upload, which makes an article of each row"):
        read_file(b"headline,text\nFerry stops,The ferry stops on Monday.\n", name=name)


def test_a_byte_too_many_does_not_read_as_the_limit_itself() -> None:
    with pytest.raises(ReadingError, match=r"This file has 25\.1 MB; the limit is 25 MB a file"):
        read_file(b"x" * (MAX_FILE_BYTES + 1), name="long.txt")
