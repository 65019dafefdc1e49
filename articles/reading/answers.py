"""What reading hands out, and the one error it raises."""

import math
from dataclasses import dataclass, field

from articles.segmentation.spans import CopyFacts
from newsdesk.errors import BadInput

MAX_FILE_BYTES = 25 * 1024 * 1024
MAX_FILE_WORDS = "25 MB"


def in_megabytes(size: int) -> str:
    """ "25.1 MB", rounded up, so that a byte too many does not read "25.0 MB"."""
    return f"{math.ceil(size * 10 / 1024**2) / 10:.1f} MB"


class ReadingError(BadInput):
    """The file cannot be read; the sentence names the fault or the limit."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One file read: canonical `text`, the `media_type` its content has, and the facts that the container gives."""

    text: str
    media_type: str
    facts: CopyFacts = field(default_factory=CopyFacts)
