"""Assembles quotes: reads the sentences in order, settles who speaks, and hands each stretch to the maker."""

from dataclasses import replace
from itertools import pairwise

from claims.language.content import Attribution, attributions, main_subject
from claims.language.identity import Identity, identify
from claims.language.items import UNREAD, Item, Unit
from claims.language.loose import Loose
from claims.language.making import Found, Maker
from claims.language.names import People
from claims.language.spans import QuoteKind, Speaker
from claims.language.speakers import subject_after
from claims.language.voices import Voice, Voices

MOST_SAID = 400  # quotations of the copy that a heading is compared with
LONGEST_HEADING = 600
PAUSED = frozenset(("caption", "heading"))  # may hold quotations, but do not carry speakers on


def _plain(words: str) -> str:
    """Words without what a heading changes: capitals and punctuation at the edges, with a space at both ends."""
    return f" {words[:LONGEST_HEADING].lower().replace('’', chr(39)).strip(' .,;:!?…')} "


class Assembler:
    """Reads units in order and collects quotes. One for each text."""

    def __init__(self, text: str, units: list[Unit], people: People, folded: frozenset[int]) -> None:
        self.units, self.people, self.folded = units, people, folded
        self.make, self.voices = Maker(text), Voices(units, people)
        self.loose = Loose(self.make, self.voices, folded)

    def run(self) -> list[Found]:
        """Every quote of the article in order of start."""
        read = [u for u in self.units if u.kind not in UNREAD and u.paragraph not in self.folded]
        for unit in [u for u in read if u.kind != "heading"]:
            kept = self.voices.last, len(self.voices.focus), len(self.voices.subjects)
            self._unit(unit)
            if unit.kind in PAUSED:
                self.voices.last = kept[0]
                del self.voices.focus[kept[1] :], self.voices.subjects[kept[2] :]
        self._hand_back()
        self.voices.last = None
        for unit in [u for u in read if u.kind == "heading"]:  # last: whom a heading means, the copy under it tells
            self._unit(unit)
            self.voices.last = None
        self._headings()
        self.make.found.sort(key=lambda f: (f.quote.start, -f.quote.end))
        return self.make.found

    def _unit(self, unit: Unit) -> None:
        items = unit.items
        unit.attributions = attributions(unit)
        self._chains(unit)
        covered: set[int] = set()
        last_attribution = None
        for a in unit.attributions:
            if a.word is None and any(m is a.mention for b in unit.attributions for m, _ in b.via):
                continue  # "…, according to the paper" behind an attribution is a link of its chain
            if (
                a.word
                and a.word.family in ("want", "object")
                and not self._marked(items, a)
                and self._inside_other(unit, a)
            ):
                continue  # what somebody is reported to want inside another report belongs to that report
            identity = self.voices.identity_of(unit, a)
            if a.mention and items[a.mention.first].low == "who" and not identity.name and self._inside_other(unit, a):
                continue  # "would not say who had asked for it"
            if items[a.cue[0]].cls == "COLON" and identity.person is None:
                continue  # "Analysis: …" names nobody
            utterance = self.make.number()
            if not a.regions and unit.attributions[-1] is a and items[-1].cls == "COLON":
                self.voices.last = self._voice(unit, a, identity, utterance, colon=True)
                last_attribution = a
                continue
            via = tuple(name for m, _ in a.via if (name := self.voices.settle(unit, m).name))
            if identity.name and (via == (identity.name,) or self._own_report(unit, a, identity)):
                continue  # what somebody says that they themselves learnt or wanted belongs to that report
            if via and a.word and (told := self._told(unit, a)):
                via = (*via, told)
            made = self.make.from_attribution(unit, a, identity, via, utterance)
            if made:
                if identity.name and identity.person is None and a is not unit.attributions[-1]:
                    self.voices.speaks_of(unit, replace(identity, spoke=True))
                for region in a.regions:
                    covered.update(k for k in range(*region) if items[k].cls == "Q")
                speech = a.word is None or a.word.family != "want"
                if speech and not self._inside_other(unit, a):
                    self.voices.last = self._voice(unit, a, identity, utterance, colon=items[-1].cls == "COLON")
                    last_attribution = a
        self.loose.quotations(unit, covered, last_attribution)
        about = main_subject(items, len(items), []) if unit.kind == "body" else None
        if about and items[about.first].cls not in ("PRON", "SUB"):
            identity = identify(items, about, self.people)
            if identity.name:
                self.voices.speaks_of(unit, identity)
        if (
            last_attribution
            and self.voices.last
            and self.voices.last.identity.name
            and self.voices.last.identity.person is None
        ):
            self.voices.speaks_of(unit, replace(self.voices.last.identity, spoke=True))
        person = last_attribution and self.voices.last and self.voices.last.identity.person
        subject = self.people.nearest(unit.start, unit.end)
        if subject:
            self.voices.focus.append((unit.number, subject))
        if person:
            self.voices.focus.append((unit.number, person))
        if items[-1].cls == "COLON" and not last_attribution and not any(x.cls == "Q" for x in items):
            self._introduced(unit)

    def _introduced(self, unit: Unit) -> None:
        """ "The aide addressed the matter in a statement:" with no reporting verb: the sentence's subject speaks next."""
        subject = main_subject(unit.items, len(unit.items) - 1, [])
        if subject:
            identity = self.voices.settle(unit, subject)
            if identity.name:
                first, last = unit.items[subject.first], unit.items[subject.last - 1]
                self.voices.last = Voice(
                    identity, self.make.number(), unit.number, unit.paragraph, True, (first.start, last.end)
                )

    def _chains(self, unit: Unit) -> None:
        """Attributions that stand inside what another one reports from behind get that one as a link of their chain."""
        made = unit.attributions
        for outer in made:
            if not outer.before or not outer.regions or outer.mention is None:
                continue
            for inner in made:
                if inner is outer or inner.cue[0] >= outer.cue[0]:
                    continue
                if (
                    outer.regions[0][0] <= inner.cue[0]
                    and inner.cue[1] <= outer.cue[0]
                    and outer.cue[0] >= outer.regions[0][1]
                ):
                    inner.via.append((outer.mention, outer))

    def _inside_other(self, unit: Unit, a: Attribution) -> bool:
        return any(
            b is not a and not b.via and any(r[0] <= a.cue[0] and a.cue[1] <= r[1] for r in b.regions)
            for b in unit.attributions
        )

    def _own_report(self, unit: Unit, a: Attribution, identity: Identity) -> bool:
        """Is it no more than a wish or a continuation inside what the same voice is already reported to say?"""
        return (a.carried or (a.word is not None and a.word.family == "want")) and any(
            b is not a
            and any(
                r[0] <= a.cue[0] and a.regions and r[0] <= a.regions[0][0] and a.regions[-1][1] <= r[1]
                for r in b.regions
            )
            and b.mention is not None
            and b.word is not None
            and b.word.family in ("say", "tell")
            and self.voices.settle(unit, b.mention).name == identity.name
            for b in unit.attributions
        )

    def _told(self, unit: Unit, a: Attribution) -> str | None:
        """ "told the Courier, according to the Gazette": the outlet that was told is a link too."""
        if a.word is None or not (a.word.also_tell or a.word.family == "tell"):
            return None
        told = subject_after(unit.items, a.cue[1])
        return identify(unit.items, told, self.people).name if told else None

    def _marked(self, items: list[Item], a: Attribution) -> bool:
        return any(items[k].cls == "Q" for r in a.regions for k in range(*r))

    def _voice(self, unit: Unit, a: Attribution, identity: Identity, utterance: int, colon: bool) -> Voice:
        items = unit.items
        mention = (items[a.mention.first].start, items[a.mention.last - 1].end) if a.mention else None
        cue = (items[a.cue[0]].start, items[a.cue[1] - 1].end)
        quoted = any(items[k].cls == "Q" for r in a.regions for k in range(*r))
        return Voice(identity, utterance, unit.number, unit.paragraph, colon, mention, cue, quoted)

    def _headings(self) -> None:
        """Words that a heading quotes from the copy have the speaker that the copy gives them."""
        said = [
            (plain, f.quote.speaker)
            for f in self.make.found
            if self.units[f.unit].kind == "body" and f.quote.speaker and f.quote.speaker.name and f.quote.quoted
            for span in f.quote.quoted
            if (plain := _plain(self.make.text[span.start : span.end]))
        ][:MOST_SAID]
        for f in self.make.found:
            q = f.quote
            if self.units[f.unit].kind != "heading" or not q.quoted or (q.speaker and q.speaker.name):
                continue
            words = _plain(self.make.text[q.quoted[0].start : q.quoted[0].end])
            speaker = next((s for plain, s in said if words in plain), None) if len(words) > 2 else None
            if speaker:
                mention = q.speaker or Speaker(None, None, None, None)
                kind = QuoteKind.DIRECT if q.kind == QuoteKind.SCARE else q.kind
                f.quote = replace(q, speaker=replace(mention, name=speaker.name), kind=kind)

    def _hand_back(self) -> None:
        """A quotation that runs on over paragraphs is given the speaker that its last part names."""
        alone = []
        for f in self.make.found:
            mark = self.units[f.unit].items[f.region[0]].mark
            if mark and f.region[1] - f.region[0] == 1:
                alone.append((mark.start, mark, f))
        alone.sort(key=lambda entry: entry[0])
        for (_, mark, f), (_, _, g) in reversed(list(pairwise(alone))):
            if mark.runs_on and g.quote.speaker and g.quote.cue and f.quote.cue is None:
                carried = Speaker(None, None, None, g.quote.speaker.name)
                f.quote = replace(f.quote, speaker=carried, utterance=g.quote.utterance, kind=QuoteKind.DIRECT)
