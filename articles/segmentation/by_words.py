"""The kind that a paragraph's own words give away, wherever it stands. Pure and deterministic."""

import re

from articles.segmentation import boilerplate
from articles.segmentation.patterns import (
    ADDRESS,
    AGENCY_ALONE,
    BYLINE,
    CAPTION,
    DATE_LINE,
    DATELINE_ALONE,
    LONGEST,
    REPORTING,
    SIGNED,
    SIGNED_AND_DATED,
    SOURCE_LINE,
)
from articles.segmentation.spans import Kind

CREDITS = (BYLINE, SIGNED, SIGNED_AND_DATED, DATE_LINE, DATELINE_ALONE, SOURCE_LINE, REPORTING, ADDRESS, AGENCY_ALONE)
_STOPPED = re.compile(r"[.!?:;,…。！？：；，、।]['\"”’»)\]」』）]*$")
_LETTER = re.compile(r"[^\W\d_]")
_ITEM = re.compile(r"[-–•*·▪>]\s|\d{1,3}[.)]\s")
_SPEECH = re.compile(r"[“”\"«»]|\b(?:said|says|told|wrote|added|according to)\b", re.I)
QUOTED_WHOLE = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
_INITIALS = re.compile(r"(?:\b(?:[A-Z]\.)+|\b(?:Inc|Ltd|Co|Jr|Sr|St|No|vs|[ap]\.m)\.)$")
_SECOND_SENTENCE = re.compile(r"[a-z]{3}[.!?]['\"”’]? [A-Z\"“‘'][a-z]")  # "It opens on Monday. It closes at 11 p.m."
_SIGNED_OFF = re.compile(r"\s+(?:\([^()]{2,40}\)|[—–-]{1,2} ?[\w &/]{2,40})$")  # "... he said. (AP)"
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+\w*")


def kind_by_words(paragraph: str) -> Kind | None:
    """The kind that a paragraph's own words give away; None for body and heading, which only the neighbours tell apart."""
    if len(paragraph) > LONGEST:
        return None
    if (
        boilerplate.LINE.fullmatch(paragraph)
        or boilerplate.COMMENTS.fullmatch(paragraph)
        or boilerplate.LINKS.fullmatch(paragraph)
    ):
        short = len(paragraph) <= 40 and not _STOPPED.search(paragraph)
        if short or not _SPEECH.search(paragraph):
            return Kind.BOILERPLATE
    if _CAMEL.fullmatch(paragraph):
        return Kind.BOILERPLATE
    if CAPTION.fullmatch(paragraph) and not (_SPEECH.search(paragraph) and _STOPPED.search(paragraph)):
        return Kind.CAPTION
    if any(credit.fullmatch(paragraph) for credit in CREDITS):
        return Kind.CREDIT
    return None


def is_title(paragraph: str) -> bool:
    """Short, no final stop, begins with a capital, a figure or a quote mark, and is neither a list item nor a whole quotation."""
    if len(paragraph) > 150 or len(paragraph.split()) > 18 or not _LETTER.search(paragraph) or _ITEM.match(paragraph):
        return False
    first = _LETTER.search(paragraph)
    if first is None or (first.group().islower() and paragraph[0].isalpha()):
        return False
    if QUOTED_WHOLE.fullmatch(paragraph):
        return False
    if _STOPPED.search(_SIGNED_OFF.sub("", paragraph)):
        return bool(_INITIALS.search(paragraph)) and not _SECOND_SENTENCE.search(paragraph)
    return not _STOPPED.search(paragraph) or bool(_INITIALS.search(paragraph))
