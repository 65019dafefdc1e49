"""Many articles at once: the members of a zip and the rows of a CSV. Pure."""

import csv
import io
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from articles.reading.answers import MAX_FILE_BYTES, MAX_FILE_WORDS, ReadingError, in_megabytes
from articles.reading.archives import BROKEN, MOST_UNPACKED, unpacked
from articles.reading.canonical import canonical
from articles.reading.plain import decode
from articles.segmentation.dates import parse_date

MOST_MEMBERS = 500
MOST_ROWS = 5000
_COLUMNS = {
    "outlet": "outlet publisher publication newspaper paper site website medium media source sourcename",
    "headline": "headline title heading head name",
    "date": "date published publishedat publicationdate datepublished pubdate day publishdate",
    "url": "url link address webaddress href permalink originalurl articleurl",
    "text": "text body content article articletext copy fulltext articlebody story",
    "byline": "byline author authors writer reporter journalist by",
}
_COLUMN_OF = {synonym: column for column, synonyms in _COLUMNS.items() for synonym in synonyms.split()}
_ADDRESS = re.compile(r"https?://\S+", re.I)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a zip: its path inside the archive and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: the line of the file where it begins, its canonical fields, `date` in ISO 8601, and in words why it cannot be filed."""

    line: int
    outlet: str = ""
    headline: str = ""
    date: str = ""
    url: str = ""
    text: str = ""
    byline: str = ""
    problem: str = ""


def members_of_zip(data: bytes) -> Iterator[Member]:
    """The files of a zip, in its order; folders, dot files and macOS's __MACOSX are passed over.

    Raises ReadingError, naming the member or the limit: 200 MB unpacked, 500 members, 25 MB a member, 200 : 1, no path
    out of the archive, no archive inside, no password. Names and numbers are checked before the first member is given
    out; sizes are counted while unpacking, because headers lie.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise ReadingError("This zip archive is broken and cannot be opened.") from None
    with archive:
        wanted = [member for member in archive.infolist() if not _passed_over(member)]
        if len(wanted) > MOST_MEMBERS:
            raise ReadingError(f"This zip archive holds {len(wanted)} files; the limit is {MOST_MEMBERS}.")
        if not wanted:
            raise ReadingError("This zip archive holds no files.")
        for member in wanted:
            _check_member(member)
        left = MOST_UNPACKED
        for member in wanted:
            content = unpacked(archive, member, most=MAX_FILE_BYTES)
            left -= len(content)
            if left < 0:
                raise ReadingError(
                    f"This zip archive unpacks to more than {MOST_UNPACKED // 1024**2} MB, which is the limit."
                )
            if content.startswith(b"PK\x03\x04") and not _office(content):
                raise ReadingError(f"“{member.filename}” is an archive inside the archive. Unpack it first.")
            yield Member(name=canonical(member.filename).replace("\n", " "), data=content)


def _passed_over(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.replace("\\", "/").split("/")
    return member.is_dir() or "__MACOSX" in parts or (parts[-1].startswith(".") and parts[-1] != "..")


def _check_member(member: zipfile.ZipInfo) -> None:
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        raise ReadingError(f"“{member.filename}” has a path that leads out of the archive; such archives are refused.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise ReadingError(f"“{member.filename}” is a link and not a file; such archives are refused.")
    if member.flag_bits & 0x1:
        raise ReadingError(f"“{member.filename}” is locked with a password. Unlock it first.")
    if name.lower().endswith((".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar")):
        raise ReadingError(f"“{member.filename}” is an archive inside the archive. Unpack it first.")


def _office(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as inner:
            return "[Content_Types].xml" in inner.namelist()
    except BROKEN:
        return True  # a damaged .docx: reading it says so


def rows_of_csv(data: bytes) -> Iterator[CsvRow]:
    """The rows of a CSV with commas, semicolons or tabs; the first line names the columns, in any order and case.

    What is wrong with one row stands in its `problem`. Raises ReadingError, before the first row is given out, where the
    file as a whole cannot be used: empty, over 25 MB or 5,000 rows, or without a text column.
    """
    if len(data) > MAX_FILE_BYTES:
        raise ReadingError(f"This CSV has {in_megabytes(len(data))}; the limit is {MAX_FILE_WORDS} a file.")
    text = decode(data).replace("\x00", "").lstrip("\ufeff\r\n")
    if not text.strip():
        raise ReadingError("This CSV is empty.")
    csv.field_size_limit(MAX_FILE_BYTES)  # the module's own limit of 128 KB is shorter than some articles
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = _columns(next(reader))
    rows = sum(1 for cells in _cells(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) if cells) - 1
    if rows > MOST_ROWS:
        raise ReadingError(f"This CSV has {rows:,} rows; the limit is {MOST_ROWS:,}.")
    return _rows(reader, columns)


def _delimiter(text: str) -> str:
    """The one that makes most known column names of the first line."""
    head = text[: 64 * 1024].splitlines()[0]

    def known(delimiter: str) -> int:
        return len([name for name in next(csv.reader([head], delimiter=delimiter), []) if _column_named(name)])

    return max(",;\t", key=known)


def _column_named(name: str) -> str | None:
    return _COLUMN_OF.get(re.sub(r"[^a-z]", "", name.lower()))


def _columns(names: list[str]) -> list[str | None]:
    columns = [_column_named(name) for name in names]
    if "text" not in columns:
        shown = ", ".join(f"“{name.strip()[:40]}”" for name in names[:10])
        raise ReadingError(
            f"This CSV has no text column. Its first line must name the columns: text, and if known outlet, headline, date, url, byline. It has {shown}."
        )
    twice = next((column for column in columns if column and columns.count(column) > 1), None)
    if twice:
        raise ReadingError(f"Two columns of this CSV could be the {twice}. Name one of them otherwise.")
    return columns


def _cells(reader) -> Iterator[list[str] | csv.Error]:
    """What stands in each row that is not blank, or why it cannot be read."""
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield error
            continue
        yield cells if any(cell.strip() for cell in cells) else []


def _rows(reader, columns: list[str | None]) -> Iterator[CsvRow]:
    line = reader.line_num + 1
    for cells in _cells(reader):
        if isinstance(cells, csv.Error):
            yield CsvRow(line=line, problem=f"This row cannot be read: {cells}.")
        elif cells:
            yield _row(line, cells, columns)
        line = reader.line_num + 1


def _row(line: int, cells: list[str], columns: list[str | None]) -> CsvRow:
    fields = {column: canonical(cell).strip() for column, cell in zip(columns, cells, strict=False) if column}
    text = fields.pop("text", "")
    problems = []
    if broken := next((column for column, words in fields.items() if "\n" in words), None):
        problems.append(f"Its {broken} runs over several lines: a quote mark may be missing.")
    fields = {column: " ".join(words.split()) for column, words in fields.items()}
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        problems.append(
            f"It has {len(cells)} columns, but the first line names {len(columns)}: a quote mark may be missing."
        )
    if not text:
        problems.append("It has no text.")
    if printed := fields.get("date"):
        when = parse_date(printed)
        fields["date"] = when.isoformat() if isinstance(when, date) else ""
        if when is None:
            problems.append(f"The date “{printed[:40]}” is not clear: write it as 2025-03-14.")
    if (url := fields.get("url")) and not _ADDRESS.fullmatch(url):
        problems.append(f"The address “{url[:60]}” does not begin with http:// or https://.")
    return CsvRow(line=line, text=text, problem=" ".join(problems), **fields)
