"""What a sentence states in its parts: around a dash or a "but", and inside "troops who are surrounded". Text in, offsets out. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.comparison.keywords import SMALL
from claims.language import words
from claims.language.cues import CUE_FORMS
from claims.language.person_names import PersonKind, name_of
from claims.language.verbs import VERB_FORMS

BEFORE_NOUNS = frozenset(words.listed("a an the another any every no these those such its his her their my our your"))
LEAST_WORDS = 4  # of a part
_SHORTENED = r"\b(?:[’'](?P<verb>m|re|ve|ll|d|s)\b|(?![’']))"
FIRST_PERSON = re.compile(rf"(?:we|I){_SHORTENED}", re.IGNORECASE)
THIRD_PERSON = re.compile(rf"(?:he|she|they){_SHORTENED}|it\b(?![’'])", re.IGNORECASE)
_FULL = {"m": " am", "re": " are", "ve": " have", "ll": " will", "d": " would", "s": " is"}
BREAK = re.compile(
    r"\s*[—–]+\s*(?:(?:but|and|yet|while)\b,?\s*)?|\s-+\s(?:(?:but|and|yet)\b,?\s*)?|;\s+(?:(?:but|and|yet)\b,?\s*)?"
    r"|,\s(?:but|while|although|though|whereas|however,)\s(?=\S+\s\S+\s\S+)",
    re.IGNORECASE,
)
_WORD = r"[\w’'“”\"-]{1,40}"
RELATIVE = re.compile(
    rf"(?P<head>(?:{_WORD}\s){{1,5}}?{_WORD}),?\s(?:who|which|that)\s"
    r"(?P<said>(?:he|she|they|it|[A-Z]\w+)\s(?:said|says|claimed|claims|alleged|insisted|believes?)\s)?"
    r"(?=(?:is|are|was|were|has|have|had|\w{2,30}ed)\s)(?P<rest>[^.;:!?]{8,160})",
)
WHOSE = re.compile(rf"(?P<head>(?:{_WORD}\s){{0,5}}?{_WORD}),?\swhose\s(?P<rest>[^.;:!?]{{8,160}})")
HELD = re.compile(
    rf"(?P<head>(?:{_WORD}\s){{1,4}}?{_WORD})\s(?P<rest>(?:currently|already|now|still|once again)\s\w+(?:ed|en|ing)\b[^.;:!?]{{0,120}})"
)
JOINS = {RELATIVE: " ", WHOSE: "’s ", HELD: " are "}
PIVOTS = {
    RELATIVE: re.compile(r"\s(?:who|which|that)\s(?:\w+\s){0,3}?(?:is|are|was|were|has|have|had|\w{2,30}ed)\s"),
    WHOSE: re.compile(r"\swhose\s"),
    HELD: re.compile(r"\s(?:currently|already|now|still|once again)\s\w+(?:ed|en|ing)\b"),
}
ADORNED = re.compile(
    r"[\"“‘'](?P<rest>(?:\w+ly\s)?\w+(?:ed|en))[\"”’']\s(?P<head>(?:[\w’-]+\s){0,2}?(?:[A-Z][\w’-]+\s)?[a-z][\w’-]+)"
)
HEAD_BREAK = re.compile(r".*\b(?:spare|save|protect|of|for|to|from|with|by|on|at|in|that|and|lives)\s", re.IGNORECASE)
VERB_FIRST = re.compile(r"(?:is|are|was|were|has|have|had|will|would)\b", re.IGNORECASE)
LEFT_OUT = re.compile(
    rf"(?P<head>(?:{_WORD}\s){{1,4}}?{_WORD}),?\s(?:who|which|that)\s(?:\w+\s){{1,3}}?(?:said|says|claimed|claims|alleged|insisted)\s\W?$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text, what it states as a sentence of its own, and whether it names itself who says so ("who he said were ...")."""

    start: int
    end: int
    said: str
    is_attributed: bool = False


def halves_of(text: str) -> tuple[Part, ...]:
    """Both halves around one dash or "but", where each can stand alone; what stands between two dashes is no claim of its own."""
    breaks = list(BREAK.finditer(text))
    if len(breaks) != 1:
        return ()
    sides = [(0, breaks[0].start()), (breaks[0].end(), len(text))]
    parts = tuple(Part(low, high, text[low:high]) for low, high in sides)
    return parts if all(len(p.said.split()) >= LEAST_WORDS and has_verb(p.said) for p in parts) else ()


def clauses_in(text: str) -> Iterator[Part]:
    """What is told by the way: "soldiers who are surrounded in Kell", "the union, whose drivers carried cement"."""
    for pattern, pivot in PIVOTS.items():
        for match in pattern.finditer(text) if pivot.search(text) else ():
            head = HEAD_BREAK.sub("", match["head"].strip())
            low = match.start() + match["head"].rfind(head)
            rest = re.split(r",\s", match["rest"])[0]
            if len(f"{head} {rest}".split()) > LEAST_WORDS:
                said = f"{head}{JOINS[pattern]}{rest}"
                yield Part(low, match.start("rest") + len(rest), said, bool(match.groupdict().get("said")))


def adorned_in(text: str) -> Iterator[Part]:
    """A word in marks before its noun: 'the "completely surrounded" soldiers'."""
    for match in ADORNED.finditer(text):
        if match["head"].split()[0] not in SMALL:
            yield Part(match.start(), match.end(), f"{match['head']} are {match['rest']}", True)


def headed(text: str, start: int, end: int, back: int) -> str:
    """ "troops, who he claimed *were surrounded*": the stretch with what it is about, if that stands at most `back` before it."""
    stretch = text[start:end]
    head = LEFT_OUT.search(text, max(0, start - back), start) if VERB_FIRST.match(stretch) else None
    return f"{HEAD_BREAK.sub('', head['head'])} {stretch}" if head else stretch


def resolved(text: str, claimant: str | None, direct: bool = False) -> str:
    """ "he supports a deal", as Karl Orr is reported to say: "Orr supports a deal"; in his own marks (`direct`) that is "I" or "I'm"."""
    pronoun = (FIRST_PERSON if direct else THIRD_PERSON).match(text)
    name = claimant.split()[-1:] if claimant else []
    if pronoun and claimant and pronoun[0].lower() == "it" and not _may_be_it(claimant):
        return text
    if not name or not pronoun:
        return text
    verb = _FULL.get((pronoun["verb"] or "").lower(), "")
    if verb == " is" and re.match(r"\s(?:been|got|had|\w+ly\sbeen)\b", text[pronoun.end() :]):
        verb = " has"
    return name[0] + verb + text[pronoun.end() :]


def _may_be_it(claimant: str) -> bool:
    """Whether "it" may mean whoever says so: a body ("the company"), no person and no group ("many scholars")."""
    name = name_of(claimant)
    if name is None:
        return claimant.lower().startswith(("the ", "a ", "an "))
    return name.kind is PersonKind.BODY or not name.is_full


def breaks_off(text: str) -> bool:
    """ "A decision of 1898 held": what follows is reported and stands as a claim of its own."""
    last = (text.split()[-1:] or [""])[0].lower()
    return last in CUE_FORMS or last in VERB_FORMS or (last in words.ABBREVIATIONS - words.MAY_END) or last == "v."


def has_verb(text: str) -> bool:
    """Whether the text has a finite verb, as far as a table of verbs can tell; "the issue" is none."""
    before = ""
    for written in text.split():
        word = written.strip("“”\"'‘’.,;:!?()[]").lower().replace("’", "'")
        if word in words.AUXILIARIES or "'" in word[1:-2] or (word in VERB_FORMS and before not in BEFORE_NOUNS):
            return True
        before = word
    return False
