"""Files named on a command line, as canonical text: what the commands without a database have in common."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.errors import DeskError

if TYPE_CHECKING:
    from articles.reading import Reading


def reading_of(name: str) -> "Reading":
    """One file read: canonical text, and the facts that a page or a document states of itself. Raises DeskError with a sentence where it cannot be read."""
    from articles.reading import read_file

    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise DeskError(f"This file cannot be opened: {error.strerror or error}.") from error
    except ValueError as error:  # a NUL in the name
        raise DeskError("This is not a file name.") from error
    return read_file(data, name=name)


def read_text(name: str) -> str:
    """The canonical text of one file. Raises DeskError with a sentence where it cannot be read."""
    return reading_of(name).text


def read_texts(names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """(name, text, "") of each file, or (name, "", the sentence why it cannot be read)."""
    for name in names:
        try:
            yield name, read_text(name), ""
        except DeskError as error:
            yield name, "", error.sentence


def unreadable(name: str, sentence: str) -> dict[str, str]:
    """What stands in a file's place (docs/contracts.md) where it cannot be read."""
    return {"file": name, "error": sentence}
