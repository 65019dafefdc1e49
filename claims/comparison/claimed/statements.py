"""What the articles of a story state, one by one, ready to be matched: their claims, parts of claims and the outlet's own sentences. Pure."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.segmentation.spans import Kind, ParagraphSpan
from claims.comparison.claimed.parts import (
    LEAST_WORDS,
    Part,
    adorned_in,
    breaks_off,
    clauses_in,
    halves_of,
    has_verb,
    headed,
    resolved,
)
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Place
from claims.language.claims import sentences
from claims.language.spans import Claim, Quote, QuoteKind, Stance, Voice

LONGEST = 400  # code points of a claim that is taken apart; a sentence may be twice as long
NEARBY = 100  # code points before a part that say how it is introduced
TAKEN_IN = 0.75  # share of a sentence in one claim from which the sentence says no more
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
    return [s for number in range(len(story.copies)) for s in _Article(story, number).statements()]


class _Article:
    """One copy, its claims and quotes sorted into their paragraphs."""

    def __init__(self, story: Story, number: int) -> None:
        self.story = story
        self.number = number
        self.copy: Copy = story.copies[number]
        self.text = self.copy.text
        self._starts = [p.start for p in self.copy.paragraphs]
        self.claims: dict[int, list[Claim]] = defaultdict(list)
        self.quotes: dict[int, list[Quote]] = defaultdict(list)
        for claim in self.copy.claims:
            self.claims[self._paragraph_at(claim.start)].append(claim)
        for quote in self.copy.quotes:
            self.quotes[self._paragraph_at(quote.start)].append(quote)

    def statements(self) -> Iterator[Statement]:
        """Those of all paragraphs; captions, credits and boilerplate state nothing."""
        for at, paragraph in enumerate(self.copy.paragraphs):
            if paragraph.kind in (Kind.BODY, Kind.HEADING):
                yield from self._in_paragraph(at, paragraph)

    def _paragraph_at(self, start: int) -> int:
        """The paragraph, by its place in the list, in which something starts; -1 before the first."""
        return bisect_right(self._starts, start) - 1

    def _in_paragraph(self, at: int, paragraph: ParagraphSpan) -> list[Statement]:
        quotes = self.quotes.get(at, [])
        found = [
            self._of_claim(claim, paragraph, quotes)
            for claim in self.claims.get(at, ())
            if not (claim.voice is Voice.OUTLET and breaks_off(claim.text))
        ]
        if paragraph.duplicate_of is None:
            around = sentences(self.text, paragraph.start, paragraph.end)
            for reported in list(self._reported(paragraph, quotes, around, found)):
                found = [s for s in found if not (reported.start <= s.start and s.end <= reported.end)]
                found.append(reported)
            found.extend(self._own(paragraph, quotes, around, found))
        parts = [part for one in found for part in self._parts(one, quotes)]
        kept = [one for one in found if not (_is_short(one) and halves_of(one.text))]  # one statement says one thing
        held = {(s.start, s.end) for s in kept}
        kept += [part for part in parts if (part.start, part.end) not in held]
        return sorted(kept, key=lambda s: (s.start, s.end, s.voice, s.said))

    def _of_claim(self, claim: Claim, paragraph: ParagraphSpan, quotes: list[Quote]) -> Statement:
        claimant = self.story.person(claim.claimant)
        direct = _inside_marks(quotes, claim.start, claim.start + 1)
        said = resolved(headed(self.text, claim.start, claim.end, NEARBY), claimant, direct)
        return replace(
            self._statement(paragraph, claim.start, claim.end, claim.voice, claim.stance, claimant),
            said=said,
            own_sentence=False,
        )

    def _statement(
        self, paragraph: ParagraphSpan, start: int, end: int, voice: Voice, stance: Stance, claimant: str | None
    ) -> Statement:
        return Statement(
            self.number,
            start,
            end,
            self.text[start:end],
            resolved(self.text[start:end], claimant),
            paragraph.number,
            voice,
            stance,
            claimant,
            Place(self.number, start, end),
            own_sentence=True,
            is_heading=paragraph.kind is Kind.HEADING,
        )

    def _reported(
        self, paragraph: ParagraphSpan, quotes: list[Quote], around: list[tuple[int, int]], found: list[Statement]
    ) -> Iterator[Statement]:
        """What somebody is reported to say, know or not to know and no claim takes in: "analysts haven’t noted a breach"."""
        for quote in quotes:
            if quote.cue is None or quote.kind is QuoteKind.SCARE or paragraph.kind is not Kind.BODY:
                continue
            unknown = UNKNOWN.search(quote.cue.text) is not None
            covered = sum(max(0, _common(quote.start, quote.end, s.start, s.end)) for s in found)
            if covered > 0.5 * (quote.end - quote.start) or (NEGATED.search(quote.cue.text) and not unknown):
                continue
            if len(quote.text.split()) < LEAST_WORDS:
                continue
            claimant = self.story.person(quote.speaker.name or quote.speaker.text) if quote.speaker else None
            start, end = quote.start, quote.end
            if unknown:  # who does not know what belongs to it
                start, end = next(((a, b) for a, b in around if a <= start < b), (start, end))
            stance = Stance.DOUBTS if unknown else Stance.ASSERTS
            yield self._statement(paragraph, start, end, Voice.ATTRIBUTED, stance, claimant)

    def _own(
        self, paragraph: ParagraphSpan, quotes: list[Quote], around: list[tuple[int, int]], found: list[Statement]
    ) -> Iterator[Statement]:
        """Sentences in the outlet's own words of which no claim takes in the better part."""
        spoken = [q for q in quotes if q.kind is not QuoteKind.SCARE and q.cue is not None]
        for start, end in around:
            text = self.text[start:end]
            if end - start > 2 * LONGEST or len(text.split()) < LEAST_WORDS or not has_verb(text):
                continue
            if any(_common(start, end, s.start, s.end) > TAKEN_IN * (end - start) for s in found):
                continue
            if not any(_common(start, end, q.start, q.end) > 0 for q in spoken):
                yield self._statement(paragraph, start, end, Voice.OUTLET, Stance.ASSERTS, None)

    def _parts(self, one: Statement, quotes: list[Quote]) -> Iterator[Statement]:
        """What a statement says in its parts, each in the voice of whoever answers for it."""
        if not _is_short(one):
            return
        for half in halves_of(one.text):
            marked = _inside_marks(quotes, one.start + half.start, one.start + half.start + 1)
            yield _part(one, half, one.voice, marked)
        if one.stance is not Stance.ASSERTS:
            return
        for clause in clauses_in(one.text):
            marked = _inside_marks(quotes, one.start + clause.start, one.start + clause.end)
            own = not clause.is_attributed and not marked and self._presumed(one, one.start + clause.start)
            yield _part(one, clause, Voice.OUTLET if own else one.voice)
        for adorned in adorned_in(one.text) if one.voice is Voice.ATTRIBUTED else ():
            yield _part(one, adorned, one.voice)

    def _presumed(self, one: Statement, start: int) -> bool:
        """Does the outlet itself take the part for granted? "urged them to spare the soldiers who are surrounded"."""
        if one.voice is Voice.OUTLET:
            return True
        before = re.split(r"[.!?;]\s", self.text[max(0, start - NEARBY) : start])[-1]
        asked = max((m.start() for m in REQUEST.finditer(before)), default=-1)
        return asked > max((m.start() for m in TOLD.finditer(before)), default=-1)


def _part(one: Statement, part: Part, voice: Voice, direct: bool = False) -> Statement:
    claimant = one.claimant if voice is Voice.ATTRIBUTED else None
    return replace(
        one,
        start=one.start + part.start,
        end=one.start + part.end,
        text=one.text[part.start : part.end],
        said=resolved(part.said, claimant, direct),
        voice=voice,
        claimant=claimant,
        is_part=True,
    )


def _is_short(one: Statement) -> bool:
    return one.end - one.start <= LONGEST


def _common(start: int, end: int, other_start: int, other_end: int) -> int:
    return min(end, other_end) - max(start, other_start)


def _inside_marks(quotes: list[Quote], start: int, end: int) -> bool:
    """Whether the words, or some of them, stand inside quotation marks."""
    return any(s.start < end and start < s.end for q in quotes if q.start < end and start < q.end for s in q.quoted)
