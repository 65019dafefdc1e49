"""Zips and CSVs for bulk upload."""

import struct
import zipfile
from io import BytesIO

import pytest

from articles.reading import ReadingError
from articles.reading.bulk import CsvRow, Member, members_of_zip, rows_of_csv

WORDS = "The bridge at Harrowgate was closed."


def zipped(members: dict[str, bytes], *, change=lambda info: None) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            change(info)
            archive.writestr(info, data)
    return buffer.getvalue()


def test_files_come_out_in_order_without_folders_and_hidden_files(docx):
    document = docx(lambda document: document.add_paragraph(WORDS))
    members = {
        "b/": b"",
        "b/two.txt": b"two",
        "one.docx": document,
        "__MACOSX/._one.docx": b"x",
        ".DS_Store": b"x",
        "b/.hidden": b"x",
        "Größe.html": b"<p>",
    }
    assert list(members_of_zip(zipped(members))) == [
        Member("b/two.txt", b"two"),
        Member("one.docx", document),
        Member("Größe.html", b"<p>"),
    ]


def locked(info: zipfile.ZipInfo) -> None:
    info.flag_bits |= 1


def link(info: zipfile.ZipInfo) -> None:
    info.external_attr = 0o120777 << 16


def with_flag(data: bytes) -> bytes:
    """Set the "encrypted" bit of the first member in both headers, which zipfile does not do when it writes."""
    central = data.index(b"PK\x01\x02") + 8
    flagged = bytearray(data)
    flagged[6] |= 1
    flagged[central] |= 1
    return bytes(flagged)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"not a zip", "broken"),
        (zipped({}), "no files"),
        (zipped({f"{number}.txt": b"x" for number in range(501)}), "501 files; the limit is 500"),
        (zipped({"../a.txt": b"x"}), "“../a.txt” has a path"),
        (zipped({"a/../../b.txt": b"x"}), "path"),
        (zipped({"/etc/a.txt": b"x"}), "“/etc/a.txt” has a path"),
        (zipped({"C:\\a.txt": b"x"}), "has a path"),
        (zipped({"good.txt": b"x", "inner.zip": b"x"}), "“inner.zip” is an archive inside"),
        (zipped({"inner.txt": zipped({"a.txt": b"x"})}), "“inner.txt” is an archive inside"),
        (zipped({"a.txt": b"x"}, change=link), "“a.txt” is a link"),
        (with_flag(zipped({"a.txt": b"x"})), "“a.txt” is locked"),
        (zipped({"big.txt": bytes(26 * 1024**2)}), "“big.txt”.* 200 times"),
        (zipped({"a.txt": b"x" * 100}).replace(b"PK\x03\x04\x14", b"PK\x03\x04\x14", 1)[:-40], "broken"),
    ],
)
def test_a_zip_that_could_do_harm_is_refused_by_name(data, says):
    with pytest.raises(ReadingError, match=says):
        list(members_of_zip(data))


def test_a_header_that_lies_about_the_size_does_not_help_a_bomb():
    data = zipped({"big.txt": bytes(26 * 1024**2)})
    size = struct.pack("<L", 26 * 1024**2)
    with pytest.raises(ReadingError, match=r"big\.txt"):
        list(members_of_zip(data.replace(size, struct.pack("<L", 10))))


def test_a_member_over_25_mb_and_an_archive_over_200_mb_are_refused(monkeypatch):
    stored = zipped({"a.txt": b"x" * 3000, "b.txt": b"y" * 3000})
    monkeypatch.setattr("articles.reading.bulk.MAX_FILE_BYTES", 2999)
    with pytest.raises(ReadingError, match=r"“a.txt”.*limit"):
        list(members_of_zip(stored))
    monkeypatch.undo()
    monkeypatch.setattr("articles.reading.bulk.MOST_UNPACKED", 5999)
    members = members_of_zip(stored)
    assert next(members).name == "a.txt"
    with pytest.raises(ReadingError, match="unpacks to more than"):
        next(members)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_rows_are_read_with_any_delimiter_and_encoding(delimiter, encoding):
    lines = [
        delimiter.join(["Publisher", "TITLE", "Published at", "Link", "Body", "Author", "Remarks"]),
        delimiter.join(
            [
                "The Courier",
                "“Crack”",
                "14 March 2025",
                "https://courier.example/a",
                '"One, two; three.\r\nFour\tfive ""six""."',
                "Jané Doe",
                "x",
            ]
        ),
        "",
        delimiter.join(["The Tribune", "", "", "", "Seven.", "", ""]),
    ]
    assert list(rows_of_csv("\r\n".join(lines).encode(encoding))) == [
        CsvRow(
            2,
            "The Courier",
            "“Crack”",
            "2025-03-14",
            "https://courier.example/a",
            'One, two; three.\nFour\tfive "six".',
            "Jané Doe",
        ),
        CsvRow(5, "The Tribune", text="Seven."),
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("c,2025-03-14,https://a.example,", "It has no text."),
        ("c,03/04/2025,https://a.example,words", "The date “03/04/2025” is not clear: write it as 2025-03-14."),
        ("c,,ftp://a.example,words", "The address “ftp://a.example” does not begin with http:// or https://."),
        ("c,,,words,more", "It has 5 columns, but the first line names 4: a quote mark may be missing."),
        ("c", "It has no text."),
    ],
)
def test_what_is_wrong_with_a_row_is_told_and_the_others_are_read(row, problem):
    rows = list(rows_of_csv(f"outlet,date,url,text\n{row}\nc,,,good\n".encode()))
    assert [(found.line, found.problem) for found in rows] == [(2, problem), (3, "")]


def test_a_text_longer_than_the_csv_modules_own_limit_is_read():
    assert len(next(rows_of_csv(b"text\n" + b"x" * 300_000)).text) == 300_000


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"outlet,headline\na,b", "no text column.*“outlet”, “headline”"),
        (b"text,body\na,b", "Two columns"),
        (b"text\n" + b"x\n\n" * 5001, "5,001 rows; the limit is 5,000"),
        (b"x" * (25 * 1024**2 + 1), "25 MB"),
    ],
)
def test_a_csv_that_cannot_be_used_is_refused(data, says):
    with pytest.raises(ReadingError, match=says):
        list(rows_of_csv(data))


def test_a_missing_quote_mark_that_swallows_rows_is_a_problem_and_files_none_of_them():
    copy = (
        'outlet,headline,text\nThe Courier,"Crack,The pier is shut.\nThe Tribune,Second,More.\nThe Bell,"Third",Last.\n'
    )
    [row] = rows_of_csv(copy.encode())
    assert "Its headline runs over several lines: a quote mark may be missing." in row.problem
