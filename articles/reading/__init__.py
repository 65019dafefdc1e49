"""File bytes → canonical text. Pure: no Django."""

from articles.reading.answers import MAX_FILE_BYTES, Reading, ReadingError
from articles.reading.canonical import canonical
from articles.reading.files import read_file
from articles.reading.in_child import read_in_child
from articles.segmentation.dates import parse_date

__all__ = ["MAX_FILE_BYTES", "Reading", "ReadingError", "canonical", "parse_date", "read_file", "read_in_child"]
