"""What the articles of a story state, one by one, ready to be matched: their claims, parts of claims and the outlet's own sentences. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.segmentation.spans import Kind, ParagraphSpan
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Place
from claims.comparison.keywords import SMALL
from claims.language import words
from claims.language.claims import sentences
from claims.language.cues import CUE_FORMS
from claims.language.spans import Claim, Quote, QuoteKind, Stance, Voice
from claims.language.verbs import VERB_FORMS

FIRST_PERSON = re.compile(r"(?:we|I)\b(?![’'])", re.IGNORECASE)
THIRD_PERSON = re.compile(r"(?:he|she|they|it)\b(?![’'])", re.IGNORECASE)
BREAK = re.compile(
    r"\s*[—–]+\s*(?:(?:but|and|yet|while)\b,?\s*)?|\s-+\s(?:(?:but|and|yet)\b,?\s*)?|;\s+(?:(?:but|and|yet)\b,?\s*)?"
    r"|,\s(?:but|while|although|though|whereas|however,)\s(?=\S+\s\S+\s\S+)",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"(?P<head>(?:[\w’'“”\"-]+\s){1,5}?[\w’'“”\"-]+),?\s(?:who|which|that)\s"
    r"(?P<said>(?:he|she|they|it|[A-Z]\w+)\s(?:said|says|claimed|claims|alleged|insisted|believes?)\s)?"
    r"(?=(?:is|are|was|were|has|have|had|\w{2,}ed)\s)(?P<rest>[^.;:!?]{8,160})",
)
WHOSE = re.compile(r"(?P<head>(?:[\w’'“”\"-]+\s){0,5}?[\w’'“”\"-]+),?\swhose\s(?P<rest>[^.;:!?]{8,160})")
HELD = re.compile(
    r"(?P<head>(?:[\w’'“”\"-]+\s){1,4}?[\w’'“”\"-]+)\s(?P<rest>(?:currently|already|now|still|once again)\s\w+(?:ed|en|ing)\b[^.;:!?]{0,120})"
)
ADORNED = re.compile(
    r"(?P<mark>[\"“‘'])(?P<rest>(?:\w+ly\s)?\w+(?:ed|en))[\"”’']\s(?P<head>(?:[\w’-]+\s){0,2}?(?:[A-Z][\w’-]+\s)?[a-z][\w’-]+)"
)
MARKED = re.compile(r"(?:ed|en)[\"”’']\s")
VERB_FIRST = re.compile(r"(?:is|are|was|were|has|have|had|will|would)\b", re.IGNORECASE)
LEFT_OUT = re.compile(
    r"(?P<head>(?:[\w’\"“”-]+\s){1,4}?[\w’\"“”-]+),?\s(?:who|which|that)\s(?:\w+\s){1,3}?(?:said|says|claimed|claims|alleged|insisted)\s\W?$"
)
JOINS = {RELATIVE: " ", HELD: " are ", WHOSE: "’s "}
PIVOT = {
    RELATIVE: re.compile(r"\s(?:who|which|that)\s(?:\w+\s){0,3}?(?:is|are|was|were|has|have|had|\w{2,}ed)\s"),
    WHOSE: re.compile(r"\swhose\s"),
    HELD: re.compile(r"\s(?:currently|already|now|still|once again)\s\w+(?:ed|en|ing)\b"),
}
HEAD_BREAK = re.compile(r".*\b(?:spare|save|protect|of|for|to|from|with|by|on|at|in|that|and|lives)\s", re.IGNORECASE)
LEAST_WORDS = 4
LONGEST = 400  # code points of a claim that is taken apart


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that an article states. `said` is the text with a leading pronoun resolved to the claimant where it is known.

    `whole` is the claim or sentence that a part was taken from. `own_sentence`: not found as a claim by the language engine.
    """

    article: int
    start: int
    end: int
    text: str
    said: str
    paragraph: int
    voice: Voice
    stance: Stance
    claimant: str | None
    whole: Place
    own_sentence: bool = False
    is_part: bool = False
    is_heading: bool = False

    @property
    def place(self) -> Place:
        return Place(self.article, self.start, self.end)


def statements_of(story: Story) -> list[Statement]:
    """All statements of all articles, in order of article and start."""
    return [s for number, copy in enumerate(story.copies) for s in _of_copy(story, number, copy)]


def _of_copy(story: Story, number: int, copy: Copy) -> list[Statement]:
    paragraphs = [p for p in copy.paragraphs if p.kind in (Kind.BODY, Kind.HEADING)]
    found: list[Statement] = []
    for claim in copy.claims:
        paragraph = _paragraph_at(copy.paragraphs, claim.start)
        if paragraph is not None and not (claim.voice is Voice.OUTLET and _breaks_off(claim.text)):
            found.append(_of_claim(story, number, copy, claim, paragraph))
    for reported in list(_reported(story, number, copy, found)):
        found = [s for s in found if not (reported.start <= s.start and s.end <= reported.end)]
        found.append(reported)
    found.extend(_sentences(number, copy, paragraphs, found))
    parts = [part for one in found for part in _parts(one, copy)]
    found = [one for one in found if not _halves(one)]  # one statement says one thing
    held = {(s.start, s.end) for s in found}
    return sorted(
        [*found, *(p for p in parts if (p.start, p.end) not in held)], key=lambda s: (s.start, s.end, s.voice, s.said)
    )


def _of_claim(story: Story, number: int, copy: Copy, claim: Claim, paragraph: ParagraphSpan) -> Statement:
    claimant = story.person(claim.claimant)
    direct = _inside_marks(copy, claim.start, claim.start + 1)
    return Statement(
        number,
        claim.start,
        claim.end,
        claim.text,
        _resolved(_headed(copy.text, claim), claimant, direct),
        paragraph.number,
        claim.voice,
        claim.stance,
        claimant,
        Place(number, claim.start, claim.end),
        is_heading=paragraph.kind is Kind.HEADING,
    )


def _breaks_off(text: str) -> bool:
    """ "A decision of 1898 held": what follows is reported and stands as a claim of its own."""
    last = text.split()[-1:] or [""]
    return last[0].lower() in CUE_FORMS or last[0].lower() in words.ABBREVIATIONS - words.MAY_END


def _headed(text: str, claim: Claim) -> str:
    """ "troops, who he claimed *were surrounded*": the claim with what it is about."""
    if not VERB_FIRST.match(claim.text):
        return claim.text
    head = LEFT_OUT.search(text, max(0, claim.start - NEARBY), claim.start)
    return f"{HEAD_BREAK.sub('', head['head'])} {claim.text}" if head else claim.text


def _resolved(text: str, claimant: str | None, direct: bool = False) -> str:
    """ "he supports a deal", as Karl Orr is reported to say: "Orr supports a deal"; in his own marks that is "I"."""
    pronoun = (FIRST_PERSON if direct else THIRD_PERSON).match(text)
    return claimant.split()[-1] + text[pronoun.end() :] if claimant and pronoun else text


def _reported(story: Story, number: int, copy: Copy, found: list[Statement]) -> Iterator[Statement]:
    """What somebody is reported to say, know or not to know and no claim takes in: "analysts haven’t noted a breach"."""
    for quote in copy.quotes:
        paragraph = _paragraph_at(copy.paragraphs, quote.start)
        if quote.cue is None or quote.kind is QuoteKind.SCARE or paragraph is None or paragraph.kind is not Kind.BODY:
            continue
        if paragraph.duplicate_of is not None or len(quote.text.split()) < LEAST_WORDS:
            continue
        covered = sum(max(0, _common(quote.start, quote.end, s.start, s.end)) for s in found)
        unknown = UNKNOWN.search(quote.cue.text) is not None
        if covered > 0.5 * (quote.end - quote.start) or (NEGATED.search(quote.cue.text) and not unknown):
            continue
        claimant = story.person(quote.speaker.name or quote.speaker.text) if quote.speaker else None
        start, end = quote.start, quote.end
        if unknown:  # who does not know what belongs to it
            around = sentences(copy.text, paragraph.start, paragraph.end)
            start, end = next(((a, b) for a, b in around if a <= start < b), (start, end))
        text = copy.text[start:end]
        place = Place(number, start, end)
        yield Statement(
            number,
            start,
            end,
            text,
            _resolved(text, claimant),
            paragraph.number,
            Voice.ATTRIBUTED,
            Stance.DOUBTS if unknown else Stance.ASSERTS,
            claimant,
            place,
            own_sentence=True,
        )


def _sentences(number: int, copy: Copy, paragraphs: list[ParagraphSpan], found: list[Statement]) -> Iterator[Statement]:
    """Sentences in the outlet's own words of which no claim takes in the better part."""
    for paragraph in paragraphs:
        if paragraph.duplicate_of is not None:
            continue
        claims = [s for s in found if s.start < paragraph.end and paragraph.start < s.end]
        quotes = [q for q in copy.quotes if q.start < paragraph.end and paragraph.start < q.end and _is_speech(q)]
        for start, end in sentences(copy.text, paragraph.start, paragraph.end):
            text = copy.text[start:end]
            if len(text.split()) < LEAST_WORDS or end - start > 2 * LONGEST or not has_verb(text):
                continue
            if any(_common(start, end, s.start, s.end) > 0.75 * (end - start) for s in claims):
                continue
            if any(_common(start, end, q.start, q.end) > 0 for q in quotes):
                continue
            place = Place(number, start, end)
            yield Statement(
                number,
                start,
                end,
                text,
                text,
                paragraph.number,
                Voice.OUTLET,
                Stance.ASSERTS,
                None,
                place,
                own_sentence=True,
                is_heading=paragraph.kind is Kind.HEADING,
            )


def _is_speech(quote: Quote) -> bool:
    return quote.kind is not QuoteKind.SCARE and quote.cue is not None


def _common(start: int, end: int, other_start: int, other_end: int) -> int:
    return min(end, other_end) - max(start, other_start)


def _paragraph_at(paragraphs: tuple[ParagraphSpan, ...], start: int) -> ParagraphSpan | None:
    return next((p for p in paragraphs if p.start <= start < p.end), None)


def _parts(one: Statement, copy: Copy) -> Iterator[Statement]:
    """What a long statement says in its parts: around a dash or a "but", and in "troops who are surrounded"."""
    if one.end - one.start > LONGEST:
        return
    yield from _halves(one)
    for pattern in (RELATIVE, WHOSE, HELD):
        if not PIVOT[pattern].search(one.text):
            continue
        for match in pattern.finditer(one.text):
            head = HEAD_BREAK.sub("", match["head"].strip())
            low = match.start() + match["head"].rfind(head) if head else match.start()
            rest = re.split(r",\s", match["rest"])[0]
            high = match.start("rest") + len(rest)
            if len(f"{head} {rest}".split()) <= LEAST_WORDS:
                continue
            own = not match.groupdict().get("said") and not _inside_marks(copy, one.start + low, one.start + high)
            own = own and _presumed(one, copy, one.start + low)
            said = f"{head}{JOINS[pattern]}{rest}"
            yield _part(one, low, high, said, None if own else one.claimant, Voice.OUTLET if own else one.voice)
    if one.voice is Voice.ATTRIBUTED:
        for match in ADORNED.finditer(one.text) if MARKED.search(one.text) else ():
            if match["head"].split()[0] in SMALL:
                continue
            said = f"{match['head']} are {match['rest']}"
            yield _part(one, match.start(), match.end(), said, one.claimant, one.voice)


def _halves(one: Statement) -> list[Statement]:
    """Both halves around one dash or "but", where each can stand alone; what stands between two dashes is no claim of its own."""
    breaks = list(BREAK.finditer(one.text))
    if len(breaks) != 1:
        return []
    sides = [(0, breaks[0].start()), (breaks[0].end(), len(one.text))]
    texts = [one.text[low:high] for low, high in sides]
    if not all(len(text.split()) >= LEAST_WORDS and has_verb(text) for text in texts):
        return []
    return [_part(one, low, high, one.text[low:high], one.claimant, one.voice) for low, high in sides]


def has_verb(text: str) -> bool:
    """Whether the text has a finite verb, as far as a table of verbs can tell."""
    spelled = {w.strip("“”\"'‘’.,;:!?()[]").lower().replace("’", "'") for w in text.split()}
    return any(w in words.AUXILIARIES or w in VERB_FORMS or "'" in w[1:-2] for w in spelled)


def _part(one: Statement, low: int, high: int, said: str, claimant: str | None, voice: Voice) -> Statement:
    start, end = one.start + low, one.start + high
    text = one.text[low:high]
    return replace(
        one,
        start=start,
        end=end,
        text=text,
        said=_resolved(said, claimant),
        voice=voice,
        claimant=claimant,
        stance=Stance.ASSERTS if voice is Voice.OUTLET else one.stance,
        is_part=True,
    )


def _inside_marks(copy: Copy, start: int, end: int) -> bool:
    """Whether the words, or some of them, stand inside quotation marks."""
    return any(
        stretch.start < end and start < stretch.end
        for quote in copy.quotes
        if quote.start < end and start < quote.end
        for stretch in quote.quoted
    )


def _presumed(one: Statement, copy: Copy, start: int) -> bool:
    """Does the outlet itself take the part for granted? "urged them to spare the soldiers who are surrounded"."""
    if one.voice is Voice.OUTLET:
        return True
    before = copy.text[max(0, start - NEARBY) : start]
    before = re.split(r"[.!?;]\s", before)[-1]
    asked = max((m.start() for m in REQUEST.finditer(before)), default=-1)
    return asked > max((m.start() for m in TOLD.finditer(before)), default=-1)


NEARBY = 100  # code points before a part that say how it is introduced
UNKNOWN = re.compile(
    r"(?:n[’']t|not|never|no)\s(?:\w+\s)?(?:noted?|seen?|found|find|know|knew|confirm\w*|believed?|thinks?|thought|observed?|verif\w+)",
    re.IGNORECASE,
)
NEGATED = re.compile(r"n[’']t\b|\b(?:not|never|no|refus\w+|declin\w+)\b", re.IGNORECASE)
TOLD = re.compile(r"\b(?:said|says|saying|that|claim\w+|added|believ\w+|told)\b", re.IGNORECASE)
REQUEST = re.compile(
    r"\b(?:urg|ask|call|appeal|demand|request|plead|beg|press|order|instruct|advis|warn|push|want|hop|plan|vow|promis|offer)",
    re.IGNORECASE,
)
