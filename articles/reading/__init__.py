"""File bytes → canonical text. Pure: no Django."""

from articles.reading.answers import MAX_FILE_BYTES, Reading, ReadingError
from articles.reading.canonical import canonical
from articles.reading.files import read_file

__all__ = ["MAX_FILE_BYTES", "Reading", "ReadingError", "canonical", "read_file"]
