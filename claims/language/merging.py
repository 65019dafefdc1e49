"""Puts together what the encoder reports and what the rules found: one list of quotes, each with the better reading.

The encoder says what is reported, by whom and with which cue. The rules keep what they do better: where marks begin and end,
quotations inside quotations, chains, and long quotations that the encoder passes over.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.language import words
from claims.language.encoder.decoding import Report
from claims.language.identity import Identity
from claims.language.items import UNREAD, Unit
from claims.language.making import Found
from claims.language.marks import Marked
from claims.language.resolving import Resolver
from claims.language.spans import Cue, Quote, QuoteKind, Span, Speaker

LONG = 6  # words of a quotation from which the rules alone are trusted
LIKELY = 0.3  # mean probability of being reported from which a short one is
DOUBT = 0.75  # how surely the encoder must name a speaker to overrule one that the rules found beside the quotation
TRUSTED = 0.5  # the same, of words that the rules alone take for reported by a plain "said"
WORD = re.compile(r"\w")
PLAIN = ("say", "tell", "according")  # families of cues that only report
EDGE = " \t\n\xa0,;:.—–-"


class _Spans:
    """Asks in logarithmic time whether any of some quotes, none overlapping, touches or holds a stretch."""

    def __init__(self, found: list[Found]) -> None:
        self.spans = sorted((f.quote.start, f.quote.end) for f in found)

    def touch(self, start: int, end: int) -> bool:
        return any(s < end and start < e for s, e in self._near(start, end))

    def hold(self, start: int, end: int) -> bool:
        return any(s <= start and end <= e for s, e in self._near(start, end))

    def _near(self, start: int, end: int) -> list[tuple[int, int]]:
        k = bisect_right(self.spans, (start, end)) - 1
        return self.spans[max(0, k) : k + 2]


class Merger:
    """Merges the two readings of one text. `likely(start, end)` is the encoder's mean probability that words are reported."""

    def __init__(
        self,
        text: str,
        units: list[Unit],
        marks: Sequence[Marked],
        found: list[Found],
        resolver: Resolver,
        likely: Callable[[int, int], float],
        folded: frozenset[int],
    ) -> None:
        self.text, self.units, self.resolver, self.likely, self.folded = text, units, resolver, likely, folded
        self.marks = [m for m in marks if m.depth == 0]
        self.mark_starts = [m.outer_start for m in self.marks]
        self.unit_starts = [u.start for u in units]
        self.rules = found
        self.rule_starts = [f.quote.start for f in found]
        self.longest = max((f.quote.end - f.quote.start for f in found), default=0)
        self.utterance = max((f.quote.utterance for f in found), default=0)

    def run(self, reports: Sequence[Report]) -> list[Found]:
        """All quotes in order of start."""
        taken: set[int] = set()
        made: list[Found] = []
        groups: dict[tuple[int, int], int] = {}
        for report in self._snapped(reports):
            made += self._from(report, groups, taken)
        holding = _Spans(made)
        kept = [g for k, f in enumerate(self.rules) for g in self._alone(f, holding, k in taken)]
        return sorted(made + kept, key=lambda f: (f.quote.start, -f.quote.end))

    # --- where words begin and end -------------------------------------------------------------------------------------

    def _snapped(self, reports: Sequence[Report]) -> list[Report]:
        """Reports whose ends never cut a quotation; parts of one quotation are one."""
        out: list[Report] = []
        for r in sorted(reports, key=lambda r: (r.start, r.end)):
            start, end = self._whole(r.start, r.end)
            if end <= start:
                continue
            r = replace(r, start=start, end=end)
            if out and start < out[-1].end:
                better = max(out[-1], r, key=lambda x: x.sure)
                r = replace(better, start=out[-1].start, end=max(end, out[-1].end))
                out[-1] = r
            else:
                out.append(r)
        return out

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        low, high = start, end
        k = max(0, bisect_right(self.mark_starts, start) - 1)
        while k < len(self.marks) and self.marks[k].outer_start < end:
            m = self.marks[k]
            k += 1
            inside = min(end, m.end) - max(start, m.start)
            if inside <= 0:
                continue
            covered = inside / (m.end - m.start)
            if covered >= 0.4 or inside >= 0.8 * (end - start):
                low, high = min(low, m.outer_start), max(high, m.outer_end)
            elif start < m.start:
                high = m.outer_start
            else:
                low = max(low, m.outer_end)
        return self._trimmed(low, high)

    def _trimmed(self, low: int, high: int) -> tuple[int, int]:
        """Without stops and spaces at the ends, but never into a quotation."""
        inside = self._marks_in(low, high)
        first, last = (inside[0].outer_start, inside[-1].outer_end) if inside else (high, low)
        while low < min(high, first) and self.text[low] in EDGE:
            low += 1
        while high > max(low, last) and self.text[high - 1] in EDGE:
            high -= 1
        return low, high

    def _marks_in(self, start: int, end: int) -> list[Marked]:
        k = max(0, bisect_right(self.mark_starts, start) - 1)
        inside = []
        while k < len(self.marks) and self.marks[k].outer_start < end:
            if start <= self.marks[k].outer_start and self.marks[k].outer_end <= end:
                inside.append(self.marks[k])
            k += 1
        return inside

    # --- quotes --------------------------------------------------------------------------------------------------------

    def _from(self, r: Report, groups: dict[tuple[int, int], int], taken: set[int]) -> list[Found]:
        unit = self._home(r.start)
        if unit.kind in UNREAD or unit.paragraph in self.folded:
            return []
        like = self._alike(r.start, r.end)
        taken.update(like)
        best = max(like, key=lambda k: self._share(self.rules[k].quote, r.start, r.end), default=None)
        rule = self.rules[best] if best is not None else None
        if rule and self._link(r, rule):
            return [rule]  # the encoder took a link of the chain for the speaker, and the speaker for reported
        quote = self._quote(r, rule, groups)
        family, base, negated = self._verb(unit, quote.cue, rule)
        return [Found(quote, unit.number, family, base, negated, self._region(unit, quote))]

    def _quote(self, r: Report, rule: Found | None, groups: dict[tuple[int, int], int]) -> Quote:
        inside = self._marks_in(r.start, r.end)
        start, end, kind = r.start, r.end, QuoteKind.INDIRECT
        if inside:
            outside, at = "", r.start
            for m in inside:
                outside += self.text[at : m.outer_start]
                at = m.outer_end
            outside += self.text[at : r.end]
            kind = QuoteKind.MIXED if WORD.search(outside) else QuoteKind.DIRECT
            if kind is QuoteKind.DIRECT:
                start, end = inside[0].start, inside[-1].end
        better = rule is not None and self._know_better(r, rule)
        cue = Cue(*r.cue, self.text[slice(*r.cue)]) if r.cue else None
        if rule and (cue is None or better):
            cue = rule.quote.cue
        if r.cue and r.cue in groups:
            utterance = groups[r.cue]
        else:
            self.utterance += 1
            utterance = self.utterance
            if r.cue:
                groups[r.cue] = utterance
        repair = "; ".join(dict.fromkeys(m.repair for m in inside if m.repair))
        speaker = self._speaker(r, rule, better)
        sure = r.sure * (r.sure_who if speaker is not None else 1.0)
        via = tuple(v for v in rule.quote.via if speaker is None or v != speaker.name) if rule else ()
        return Quote(
            start,
            end,
            self.text[start:end],
            kind,
            tuple(Span(m.start, m.end) for m in inside),
            speaker,
            cue,
            via,
            utterance,
            bool(repair),
            round(max(0.05, min(0.99, sure)), 2),
            repair,
        )

    def _speaker(self, r: Report, rule: Found | None, better: bool) -> Speaker | None:
        """The encoder's mention with the name that the rules or the resolver give it; theirs where they know `better`."""
        theirs = rule.quote.speaker if rule else None
        if theirs and better:
            self.resolver.note(Identity(theirs.name), r.start)
            return theirs
        if r.source is None:
            if theirs is not None and theirs.name and theirs.start is None:
                self.resolver.note(Identity(theirs.name), r.start)
            return theirs
        start, end = r.source
        name = None
        if theirs is not None and theirs.start is not None and theirs.end is not None:
            shared = min(end, theirs.end) - max(start, theirs.start)
            if shared > 0.5 * min(end - start, theirs.end - theirs.start):
                name = theirs.name
        identity = Identity(name) if name else self.resolver.resolve(start, end, r.start)
        if identity.name:
            self.resolver.note(identity, r.start)
        return Speaker(start, end, self.text[start:end], identity.name)

    def _know_better(self, r: Report, rule: Found) -> bool:
        """Have the rules somebody in the quotation's paragraph, where the encoder looks elsewhere or doubts?"""
        q = rule.quote
        if q.kind is not QuoteKind.DIRECT or q.speaker is None or q.speaker.start is None or r.source is None:
            return False
        here = self._home(r.start).paragraph
        theirs = self._home(q.speaker.start).paragraph == here
        return theirs and (self._home(r.source[0]).paragraph != here or r.sure_who < DOUBT)

    def _link(self, r: Report, rule: Found) -> bool:
        """Is the encoder's speaker a link of the chain that the rules found: "Pike said, according to the Courier"?"""
        if not rule.quote.via or r.source is None or rule.quote.speaker is None:
            return False
        named = self.text[slice(*r.source)]
        return any(v in named or named in v for v in rule.quote.via)

    def _home(self, at: int) -> Unit:
        """The unit that holds an offset, or the last one before it."""
        return self.units[max(0, bisect_right(self.unit_starts, at) - 1)]

    def _alone(self, f: Found, made: _Spans, taken: bool) -> list[Found]:
        """What the rules found and no report holds: long quotations stay, short ones by the encoder's vote."""
        q = f.quote
        if f.family == "nested":
            return [f]
        left = [s for s in q.quoted if not made.hold(s.start, s.end)]
        if not left:
            unheard = not q.quoted and not taken and f.family in PLAIN and not made.touch(q.start, q.end)
            return [f] if unheard and self.likely(q.start, q.end) >= TRUSTED else []
        long = any(len(self.text[s.start : s.end].split()) >= LONG for s in left)
        likely = max(self.likely(s.start, s.end) for s in left)
        told = q.cue is not None and f.family in PLAIN
        if not taken and (q.kind is QuoteKind.SCARE or long or told or likely >= LIKELY):
            return [f]
        return [self._stretch(f, s, quoted=taken and likely >= LIKELY) for s in left]

    def _stretch(self, f: Found, s: Span, quoted: bool) -> Found:
        """One stretch in marks alone: quoted from the same speaker, or words that nobody is said to have spoken."""
        text = self.text[s.start : s.end]
        quote = replace(f.quote, start=s.start, end=s.end, text=text, quoted=(s,), kind=QuoteKind.DIRECT)
        if not quoted:
            quote = replace(quote, kind=QuoteKind.SCARE, speaker=None, cue=None, via=())
        return replace(f, quote=quote, region=self._region(self.units[f.unit], quote))

    # --- finding our way -----------------------------------------------------------------------------------------------

    def _alike(self, start: int, end: int) -> list[int]:
        """Numbers of the rules' quotes that mostly stand in these words, or these in them."""
        k = bisect_left(self.rule_starts, start - self.longest)
        like = []
        while k < len(self.rules) and self.rule_starts[k] < end:
            if self.rules[k].family != "nested" and self._share(self.rules[k].quote, start, end) > 0.5:
                like.append(k)
            k += 1
        return like

    @staticmethod
    def _share(q: Quote, start: int, end: int) -> float:
        both = min(end, q.end) - max(start, q.start)
        return both / min(end - start, q.end - q.start) if both > 0 else 0.0

    def _region(self, unit: Unit, q: Quote) -> tuple[int, int]:
        items = unit.items
        first = min(bisect_right(items, q.start, key=lambda x: x.end), len(items) - 1)
        last = max(bisect_left(items, q.end, key=lambda x: x.start), first + 1)
        return first, last

    def _verb(self, unit: Unit, cue: Cue | None, rule: Found | None) -> tuple[str, str, bool]:
        """Family and base of the cue's verb, and whether it was denied."""
        if cue is None:
            return (rule.family, rule.base, rule.negated) if rule else ("", "", False)
        said = cue.text.lower().split()
        negated = any(w in words.NEGATIONS or w.endswith(("n’t", "n't")) for w in said)
        if said[:1] == ["according"]:
            return "according", "according", negated
        home = self._home(cue.start)
        for item in home.items:
            if item.start >= cue.end:
                break
            if item.cue and item.start >= cue.start:
                return item.cue.family, item.cue.base, negated
        return (rule.family, rule.base, negated or rule.negated) if rule and rule.family else ("say", "say", negated)
