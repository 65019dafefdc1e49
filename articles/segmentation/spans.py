"""What segmentation hands out: paragraphs as offsets into the canonical text. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class ParagraphSpan:
    """One paragraph: `text[start:end]` in code points, `number` from 1, `duplicate_of` the number of the paragraph it repeats."""

    number: int
    start: int
    end: int
    kind: Kind
    duplicate_of: int | None = None


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What the copy's own header and footer say of it. Empty strings where it says nothing; `published` is ISO 8601 as far as known."""

    headline: str = ""
    byline: str = ""
    dateline: str = ""
    published: str = ""
    url: str = ""
    outlet: str = ""
    wire_credit: str = ""
