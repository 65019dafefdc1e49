"""What the copy's own header and footer say of it: headline, byline, dateline, date, address, wire credit, outlet. Pure."""

import re
from dataclasses import dataclass

from articles.segmentation.dates import parse_date
from articles.segmentation.patterns import (
    ADDRESS,
    AGENCIES,
    AGENCY_ALONE,
    BYLINE,
    DATE_LINE,
    DATELINE,
    DATELINE_ALONE,
    NAME_ALONE,
    OUTLET,
    REPORTING,
    SIGNED,
    SIGNED_AND_DATED,
    SOURCE_LINE,
)
from articles.segmentation.spans import CopyFacts, Kind, ParagraphSpan

_JOB = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|bureau|staff|chief|columnist|analyst|contributor|desk|newsroom|agencies)\b",
    re.I,
)
_WIRE_WORD = re.compile(r"\b(?:wire|agency|agence|agentur|press|news|newswire|service)\b", re.I)
_SIGNED = re.compile(r"(?:\((?P<bracket>[^()]{2,40})\)|\s[—–-]{1,2}\s?(?P<dash>[^—–]{2,40}))\.?$")
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d\d)?[\s,–-]*(?:by )?(?P<outlet>{OUTLET.pattern})\b", re.I
)
_UPDATED = re.compile(r"\s*(?:last )?(?:updated|modified|update)\b", re.I)
_HEAD_OF_BODY = 3


@dataclass(frozen=True, slots=True)
class _Copy:
    """The paragraphs sorted by what they can tell: credits in order, boilerplate, and the body."""

    headline: str
    credits: list[str]
    outlet_on_top: str
    boilerplate: list[str]
    body: list[str]


def copy_facts(text: str, paragraphs: list[ParagraphSpan]) -> CopyFacts:
    """Facts that the text itself gives; an empty string where it says nothing, never a guess.

    `wire_credit` has one name an agency ("The Associated Press" → "AP"); an outlet's name by itself under the copy is a
    credit too, since it says where the copy comes from. `dateline` is the place as printed.
    """
    copy = _sorted_out(text, paragraphs)
    place, agency = _dateline(copy)
    return CopyFacts(
        headline=copy.headline,
        byline=_byline(copy.credits),
        dateline=place,
        published=_published(copy.credits),
        url=_url(copy.credits),
        outlet=copy.outlet_on_top or _outlet(copy),
        wire_credit=_wire_credit(copy, agency),
    )


def _sorted_out(text: str, paragraphs: list[ParagraphSpan]) -> _Copy:
    words = {kind: [text[span.start : span.end] for span in paragraphs if span.kind == kind] for kind in Kind}
    first_body = next((span.number for span in paragraphs if span.kind == Kind.BODY), len(paragraphs) + 1)
    top = [(span.kind, text[span.start : span.end]) for span in paragraphs if span.number < first_body]
    return _Copy(
        headline=next((" ".join(words.split()) for kind, words in top if kind == Kind.HEADING), ""),
        credits=words[Kind.CREDIT],
        outlet_on_top=next((words for kind, words in top if kind == Kind.CREDIT and _is_outlet(words)), ""),
        boilerplate=words[Kind.BOILERPLATE],
        body=words[Kind.BODY],
    )


def _is_outlet(words: str) -> bool:
    return bool(OUTLET.fullmatch(words)) and not AGENCY_ALONE.fullmatch(words) and not BYLINE.fullmatch(words)


def _byline(credits: list[str]) -> str:
    for credit in credits:
        if found := BYLINE.fullmatch(credit):
            people = [
                person
                for person in re.split(r", (?:and )?", found["who"])
                if not _JOB.search(person) and not OUTLET.fullmatch(person)
            ]
            if people and not AGENCY_ALONE.fullmatch(found["who"]):
                return _names(", ".join(people))
        elif found := SIGNED.fullmatch(credit):
            return _names(found["who"] or found["title"])
        elif NAME_ALONE.fullmatch(credit) and not OUTLET.fullmatch(credit) and not AGENCY_ALONE.fullmatch(credit):
            return _names(credit)
    for credit in credits:
        if (
            (found := REPORTING.fullmatch(credit))
            and (who := _first_of(found["who"]))
            and not _known_agency(who)
            and not _WIRE_WORD.search(who)
        ):
            return _names(who)
    return ""


def _names(words: str) -> str:
    return words.title().replace(" And ", " and ") if words.isupper() else words


def _first_of(words: str | None) -> str:
    """ "Jane Doe in Harrowgate; Editing by John Roe" → "Jane Doe"."""
    return re.split(r"[;.|)]\s|[;.|)]$| in | at | for ", words or "", maxsplit=1)[0].strip()


def _dateline(copy: _Copy) -> tuple[str, str]:
    """Place and agency of "HARROWGATE, March 3 (Reuters) —", or empty."""
    for paragraph in copy.body[:_HEAD_OF_BODY]:
        found = DATELINE.match(paragraph[:200])
        if not found:
            continue
        rest = paragraph[found.end() : found.end() + 2].strip()
        if found["date"] or found["agency"] or (rest[:1].isupper() or not rest[:1].isalpha()):
            return found["place"], found["agency"] or ""
    for credit in copy.credits:
        if DATELINE_ALONE.fullmatch(credit) and (place := re.match(r"[^,(—–:]+", credit)):
            agency = re.search(r"\(([^()]+)\)", credit)
            return place.group().strip(), agency[1] if agency else ""
    return "", ""


def _published(credits: list[str]) -> str:
    """ISO 8601 of the first date line that does not speak of an update, else of one that does."""
    lines = [credit for credit in credits if DATE_LINE.fullmatch(credit)] + [
        found["rest"]
        for credit in credits
        if (found := BYLINE.fullmatch(credit) or SIGNED_AND_DATED.fullmatch(credit)) and found["rest"]
    ]
    for line in sorted(lines, key=lambda line: bool(_UPDATED.match(line))):
        if when := parse_date(re.split(r"\b(?:last )?updated\b", line, flags=re.I)[0] or line):
            return when.isoformat()
        if _UPDATED.match(line) and (when := parse_date(line)):
            return when.isoformat()
    return ""


def _url(credits: list[str]) -> str:
    addresses = [found for credit in credits if (found := ADDRESS.fullmatch(credit))]
    addresses.sort(key=lambda found: not found["label"])
    return addresses[0]["url"] if addresses else ""


def _outlet(copy: _Copy) -> str:
    for line in copy.boilerplate + copy.credits:
        if found := _COPYRIGHT.match(line[:200]):
            return found["outlet"]
    for credit in copy.credits:
        if (found := BYLINE.fullmatch(credit)) and (
            name := (found["who"].split(", ") + re.split(r"[,|] ?| for ", found["rest"] or ""))[1:]
        ):
            for part in name:
                if _is_outlet(part.strip()):
                    return part.strip()
    return ""


def _known_agency(words: str) -> str:
    """ "AFP/The Associated Press" → "AFP, AP"; empty where one of them is not a known agency."""
    parts = [part.strip(" ()—–-*.") for part in re.split(r"[/,&]| and ", words)]
    known = [AGENCIES.get(part.lower(), "") for part in parts if part]
    return ", ".join(dict.fromkeys(known)) if known and all(known) else ""


def _wire_credit(copy: _Copy, agency_in_dateline: str) -> str:
    for credit in copy.credits:
        if (found := SOURCE_LINE.fullmatch(credit)) and "://" not in credit and len(found["who"].split()) <= 6:
            return _known_agency(found["who"]) or found["who"].strip(" .()")
    if agency_in_dateline:
        return _known_agency(agency_in_dateline) or agency_in_dateline
    for credit in copy.credits:
        found = BYLINE.fullmatch(credit) or REPORTING.fullmatch(credit)
        groups = found.groupdict() if found else {}
        who = _first_of(groups.get("who")) or _first_of((groups.get("with") or "").removesuffix(")"))
        for name in (credit if AGENCY_ALONE.fullmatch(credit) else "", who):
            if known := _known_agency(name):
                return known
        if found and "rest" not in groups and _WIRE_WORD.search(who) and len(who.split()) <= 5:
            return who
    if (
        copy.body
        and (signed := _SIGNED.search(copy.body[-1][-60:]))
        and (known := _known_agency(signed["bracket"] or signed["dash"]))
    ):
        return known
    return next((credit for credit in copy.credits if _is_outlet(credit) and credit != copy.outlet_on_top), "")
