"""Assembles quotes: gives every reported stretch its speaker, carries speakers on, and numbers the utterances."""

from dataclasses import dataclass, replace

from claims.language import words
from claims.language.content import Attribution, attributions, main_subject, trim
from claims.language.items import Item, Unit
from claims.language.marks import Marked
from claims.language.names import People, Person
from claims.language.spans import Cue, Quote, QuoteKind, Span, Speaker
from claims.language.speakers import Identity, Mention, identify

TERM_WORDS = frozenset(("so-called", "nicknamed", "dubbed", "titled", "entitled", "alias", "term", "word", "phrase"))
SKIPPED = frozenset(("boilerplate", "credit"))
PAUSED = frozenset(("caption", "heading"))  # may hold quotations, but do not carry speakers on


@dataclass(slots=True)
class Voice:
    """Who spoke last: the name, the utterance, and where."""

    identity: Identity
    utterance: int
    unit: int
    paragraph: int
    colon: bool = False
    mention: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    quoted: bool = False


@dataclass(slots=True)
class Found:
    """A quote with what later components need of how it was found: its unit, cue verb and whether the cue was denied."""

    quote: Quote
    unit: int
    family: str = ""
    base: str = ""
    negated: bool = False
    region: tuple[int, int] = (0, 0)  # items of the unit


class Assembler:
    """Reads units in order and collects quotes. One for each text."""

    def __init__(self, text: str, units: list[Unit], people: People, folded: frozenset[int]) -> None:
        self.text, self.units, self.people, self.folded = text, units, people, folded
        self.found: list[Found] = []
        self.utterance = 0
        self.last: Voice | None = None
        self.subjects: list[tuple[int, Identity]] = []  # (unit, whom or what the sentence is about)
        self.focus: list[tuple[int, Person]] = []  # (unit, person): who the copy speaks of, newest last

    def run(self) -> list[Found]:
        """Every quote of the article in order of start."""
        for unit in self.units:
            if unit.kind in SKIPPED or unit.paragraph in self.folded:
                continue
            kept, kept_focus = self.last, len(self.focus)
            self._unit(unit)
            if unit.kind in PAUSED:
                self.last = kept
                del self.focus[kept_focus:]
        self._hand_back()
        self.found.sort(key=lambda f: (f.quote.start, -f.quote.end))
        return self.found

    def _unit(self, unit: Unit) -> None:
        items = unit.items
        unit.attributions = attributions(unit)
        self._chains(unit)
        covered: set[int] = set()
        last_attribution = None
        for a in unit.attributions:
            if a.word is None and any(m is a.mention for b in unit.attributions for m, _ in b.via):
                continue  # "…, according to the paper" behind an attribution is a link of its chain
            identity = self._identity(unit, a)
            utterance = self._number()
            if not a.regions and unit.attributions[-1] is a and items[-1].cls == "COLON":
                self.last = self._voice(unit, a, identity, utterance, colon=True)
                last_attribution = a
                continue
            made = self._from_attribution(unit, a, identity, utterance)
            if made:
                for region in a.regions:
                    covered.update(k for k in range(*region) if items[k].cls == "Q")
                speech = a.word is None or a.word.family != "want"
                if speech and not self._inside_other(unit, a):
                    self.last = self._voice(unit, a, identity, utterance, colon=items[-1].cls == "COLON")
                    last_attribution = a
        self._loose(unit, covered, last_attribution)
        about = main_subject(items, len(items), []) if unit.kind == "body" else None
        if about and items[about.first].cls not in ("PRON", "SUB"):
            identity = identify(items, about, self.people)
            if identity.name:
                self.subjects.append((unit.number, identity))
        if last_attribution and self.last and self.last.identity.name and self.last.identity.person is None:
            self.subjects.append((unit.number, self.last.identity))
        person = last_attribution and self.last and self.last.identity.person
        subject = self.people.nearest(unit.start, unit.end)
        if subject:
            self.focus.append((unit.number, subject))
        if person:
            self.focus.append((unit.number, person))
        if items[-1].cls == "COLON" and not last_attribution and not any(x.cls == "Q" for x in items):
            self._introduced(unit)

    def _introduced(self, unit: Unit) -> None:
        """ "The aide addressed the matter in a statement:" with no reporting verb: the sentence's subject speaks next."""
        subject = main_subject(unit.items, len(unit.items) - 1, [])
        if subject:
            identity = self._settle(unit, subject)
            if identity.name:
                first, last = unit.items[subject.first], unit.items[subject.last - 1]
                self.last = Voice(identity, self._number(), unit.number, unit.paragraph, True, (first.start, last.end))

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

    def _number(self) -> int:
        self.utterance += 1
        return self.utterance

    def _voice(self, unit: Unit, a: Attribution, identity: Identity, utterance: int, colon: bool) -> Voice:
        items = unit.items
        mention = (items[a.mention.first].start, items[a.mention.last - 1].end) if a.mention else None
        cue = (items[a.cue[0]].start, items[a.cue[1] - 1].end)
        quoted = any(items[k].cls == "Q" for r in a.regions for k in range(*r))
        return Voice(identity, utterance, unit.number, unit.paragraph, colon, mention, cue, quoted)

    # who speaks

    def _identity(self, unit: Unit, a: Attribution) -> Identity:
        if a.mention is None:
            return Identity(None)
        identity = self._settle(unit, a.mention)
        first = a.mention.first
        if identity.name is None and first and unit.items[first - 1].low == "what" and unit.items[first].low == "the":
            # "Orr said … what the northern leader called “…”": the sentence's own speaker by another word
            earlier = [b for b in unit.attributions if b.mention and b.mention.last <= first]
            identity = self._settle(unit, earlier[0].mention) if earlier and earlier[0].mention else identity
        return identity

    def _settle(self, unit: Unit, mention: Mention) -> Identity:
        """The name behind a mention, pronouns included."""
        items = unit.items
        head = items[mention.first]
        if mention.last - mention.first == 1 and head.cls in ("PRON", "SUB"):
            if head.low == "who":
                return self._antecedent(unit, mention.first)
            if head.low in ("he", "she", "him", "her"):
                return self._pronoun(unit, mention, "m" if head.low in ("he", "him") else "f")
            if head.low in ("they", "it", "them") and self.last and unit.paragraph - self.last.paragraph <= 1:
                identity = self.last.identity
                if identity.person is not None or identity.name is None:
                    near = [i for n, i in self.subjects[-3:] if i.person is None and unit.number - n <= 3]
                    return near[-1] if near else identity if head.low == "they" else Identity(None)
                return identity
            return Identity(None)
        identity = identify(items, mention, self.people)
        return identity if identity.name else self._stands_for(unit, mention)

    def _stands_for(self, unit: Unit, mention: Mention) -> Identity:
        """ "the statement", "the agency": whoever made the one, whichever body was spoken of last."""
        items = unit.items[mention.first : mention.last]
        if items[0].low not in ("the", "this", "that", "his", "her", "its", "their") or any(
            x.cls == "PREP" for x in items
        ):
            return Identity(None)
        head = items[-1].low
        if head in words.MESSAGE_NOUNS:
            if self.last and unit.paragraph - self.last.paragraph <= 1 and self.last.identity.name:
                return self.last.identity
            near = [i for n, i in self.subjects[-2:] if unit.number - n <= 2 and i.name]
            return near[-1] if near else Identity(None)
        if head in words.GENERIC_BODIES:
            for number, identity in reversed(self.subjects[-8:]):
                if identity.name and identity.person is None and unit.number - number <= 8:
                    return identity
        return Identity(None)

    def _antecedent(self, unit: Unit, at: int) -> Identity:
        items = unit.items
        k = at - 1
        while k >= 0 and items[k].cls == "COMMA":
            k -= 1
        first = k
        while first >= 0 and items[first].cls in ("NAME", "WORD", "DET", "POSS", "NUM"):
            first -= 1
        if first == k:
            return Identity(None)
        identity = identify(items, Mention(first + 1, k + 1), self.people)
        if identity.name is None and k > 0 and items[first].cls == "COMMA":
            person = self.people.nearest(unit.start, items[k].start)
            return Identity(person.name, person) if person else identity
        return identity

    def _pronoun(self, unit: Unit, mention: Mention, gender: str) -> Identity:
        """He or she: the sentence's first person so far, else whom the copy spoke of last."""
        at = unit.items[mention.first].start
        person = None
        for a in unit.attributions:  # the speaker of an earlier attribution in this sentence
            if a.mention and a.mention.last <= mention.first and a.mention is not mention and a.cue[0] < mention.first:
                head = unit.items[a.mention.first]
                earlier = (
                    identify(unit.items, a.mention, self.people) if head.cls not in ("PRON", "SUB") else Identity(None)
                )
                if earlier.person and earlier.person.gender in ("", gender):
                    person = earlier.person
        person = person or self.people.nearest(unit.start, at, gender) or self._known(unit, gender)
        if person is None:
            for number, candidate in reversed(self.focus[-8:]):
                if candidate.gender in ("", gender) and unit.number - number <= 8:
                    person = candidate
                    break
        if person is None:
            return Identity(None)
        person.gender = person.gender or gender
        return Identity(person.name, person)

    def _known(self, unit: Unit, gender: str) -> Person | None:
        """Somebody of the last two sentences who is known to be he (or she), where the one in focus is not."""
        recent = [p for n, p in self.focus[-8:] if unit.number - n <= 3]
        if recent and any(p.gender == gender for p in recent):
            return next(p for p in reversed(recent) if p.gender == gender)
        if recent and recent[-1].gender == "":
            low = self.units[max(0, unit.number - 2)].start
            exact = self.people.nearest(low, unit.start, gender)
            return exact if exact and exact.gender == gender else None
        if recent and recent[-1].gender != gender:
            return self.people.nearest(self.units[max(0, unit.number - 2)].start, unit.start, gender)
        return None

    # quotes out of attributions

    def _from_attribution(self, unit: Unit, a: Attribution, identity: Identity, utterance: int) -> bool:
        items = unit.items
        made = False
        cue_first, cue_last = items[a.cue[0]], items[a.cue[1] - 1]
        cue = Cue(cue_first.start, cue_last.end, self.text[cue_first.start : cue_last.end])
        speaker = self._speaker(unit, a.mention, identity)
        via = tuple(name for m, _ in a.via if (name := self._settle(unit, m).name))
        for region in a.regions:
            for stretch in self._stretches(items, region):
                quote = self._quote(items, stretch, speaker, cue, via, utterance)
                if quote:
                    family, base = (a.word.family, a.word.base) if a.word else ("according", "according")
                    self.found.append(Found(quote, unit.number, family, base, a.negated, stretch))
                    made = True
        return made

    def _stretches(self, items: list[Item], region: tuple[int, int]) -> list[tuple[int, int]]:
        """A region of nothing but quotations is one stretch each; anything else is one stretch."""
        inside = [items[k] for k in range(*region)]
        if all(x.cls in ("Q", "COMMA", "STOP", "DASH", "PUNCT") for x in inside):
            return [(k, k + 1) for k in range(*region) if items[k].cls == "Q"]
        return [region]

    def _speaker(self, unit: Unit, mention: Mention | None, identity: Identity) -> Speaker | None:
        if mention is None:
            return Speaker(None, None, None, identity.name) if identity.name else None
        first, last = unit.items[mention.first], unit.items[mention.last - 1]
        return Speaker(first.start, last.end, self.text[first.start : last.end], identity.name)

    def _quote(self, items, stretch, speaker, cue, via, utterance, confidence: float | None = None) -> Quote | None:
        first, last = items[stretch[0]], items[stretch[1] - 1]
        start = first.mark.start if first.mark else first.start
        end = last.mark.end if last.mark else last.end
        if end <= start:
            return None
        marked = [items[k].mark for k in range(*stretch) if items[k].mark]
        if not marked:
            kind = QuoteKind.INDIRECT
        elif len(marked) == stretch[1] - stretch[0]:
            kind = QuoteKind.DIRECT
        else:
            kind = QuoteKind.MIXED
        repair = "; ".join(dict.fromkeys(m.repair for m in marked if m and m.repair))
        if confidence is None:
            confidence = {QuoteKind.DIRECT: 0.95, QuoteKind.MIXED: 0.85}.get(kind, 0.7)
            confidence -= 0.1 * (speaker is None or speaker.name is None) + 0.1 * bool(repair)
        quoted = tuple(Span(m.start, m.end) for m in marked if m)
        text = self.text[start:end]
        return Quote(
            start, end, text, kind, quoted, speaker, cue, via, utterance, bool(repair), round(confidence, 2), repair
        )

    # quotations that no cue covers

    def _loose(self, unit: Unit, covered: set[int], own: Attribution | None) -> None:
        items = unit.items
        loose = [k for k, x in enumerate(items) if x.cls == "Q" and k not in covered]
        if not loose:
            return
        bare = all(x.cls in ("Q", "STOP", "COMMA", "DASH", "PUNCT", "RPAR", "LPAR") for x in items)
        for k in loose:
            mark = items[k].mark
            assert mark is not None
            if bare:
                self._floating(unit, k, mark)
            elif self._signed(unit, k):
                continue
            elif own is not None and self.last and self.last.unit == unit.number and not self._short(items[k]):
                # a second quotation beside an attributed one: the same voice goes on
                speaker = Speaker(*(self.last.mention or (None, None)), None, self.last.identity.name)
                speaker = self._with_text(speaker)
                self._add(unit, k, speaker, None, self.last.utterance, 0.6)
            elif (
                not self._short(items[k])
                and self.last
                and self.last.paragraph == unit.paragraph
                and self.last.quoted
                and not self._person_before(unit, k)
            ):
                speaker = Speaker(None, None, None, self.last.identity.name)
                self._add(unit, k, speaker, None, self.last.utterance, 0.5)  # "But only if it leads “to …”"
            else:
                self._partial(unit, k)

    def _person_before(self, unit: Unit, k: int) -> bool:
        return any(x.cls == "NAME" or x.low in ("he", "she", "they") for x in unit.items[:k])

    def _signed(self, unit: Unit, k: int) -> bool:
        """“…” — Jane Vale: a quotation with its speaker's name behind a dash."""
        items = unit.items
        behind = [x for x in items[k + 2 :] if x.cls != "STOP"]
        if k + 2 >= len(items) or items[k + 1].cls != "DASH" or not behind or len(behind) > 6:
            return False
        if behind[0].cls != "NAME" or any(x.cls in ("VERB", "AUX", "CUE", "Q") for x in behind):
            return False
        mention = Mention(k + 2, k + 2 + next((n for n, x in enumerate(behind) if x.cls == "COMMA"), len(behind)))
        dash = items[k + 1]
        speaker = self._speaker(unit, mention, identify(items, mention, self.people))
        self._add(unit, k, speaker, Cue(dash.start, dash.end, dash.text), self._number(), 0.8)
        return True

    def _short(self, item: Item) -> bool:
        return len(item.text.split()) < 6

    def _with_text(self, s: Speaker) -> Speaker:
        return (
            Speaker(s.start, s.end, self.text[s.start : s.end], s.name)
            if s.start is not None and s.end is not None
            else s
        )

    def _floating(self, unit: Unit, k: int, mark: Marked) -> None:
        """A quotation that is a sentence of its own continues whoever spoke before."""
        last = self.last
        item = unit.items[k]
        if (
            last is None
            or unit.paragraph - last.paragraph > 2 + (last.colon or mark.reopens)
            or not self._carries(unit, last, mark)
        ):
            if self._led_in(unit, k):
                return
            kind = QuoteKind.SCARE if self._short(item) and item.text[-1:] not in ".!?,…" else QuoteKind.DIRECT
            self._add(unit, k, None, None, self._number(), 0.5, kind=kind)
            return
        same = last.colon or mark.reopens or (unit.paragraph == last.paragraph and last.quoted)
        utterance = last.utterance if same else self._number()
        speaker = Speaker(None, None, None, last.identity.name)
        cue = None
        if same:  # broken by its cue, introduced by a colon, or running on: the mention is that of the utterance
            speaker = self._with_text(Speaker(*(last.mention or (None, None)), None, last.identity.name))
            cue = Cue(*last.cue, self.text[slice(*last.cue)]) if last.cue else None
        anyone = speaker if speaker.name or speaker.start is not None else None
        self._add(unit, k, anyone, cue, utterance, 0.85 if same else 0.7)
        self.last = replace(last, utterance=utterance, unit=unit.number, paragraph=unit.paragraph, quoted=True)

    def _led_in(self, unit: Unit, k: int) -> bool:
        """A quotation right behind a sentence about a person is taken for that person's, with little confidence."""
        before = self.units[unit.number - 1] if unit.number else None
        if before is None or before.kind != "body" or self._short(unit.items[k]) or not self.subjects:
            return False
        number, identity = self.subjects[-1]
        if number != before.number or identity.person is None or any(x.cls == "Q" for x in before.items):
            return False
        utterance = self._number()
        self._add(unit, k, Speaker(None, None, None, identity.name), None, utterance, 0.5)
        self.last = Voice(identity, utterance, unit.number, unit.paragraph, quoted=True)
        return True

    def _carries(self, unit: Unit, last: Voice, mark: Marked) -> bool:
        """Only the voice of the sentence or the paragraph just before carries on, not one with narrative in between."""
        if last.colon or mark.reopens or last.paragraph == unit.paragraph:
            return True
        between = [
            u for u in self.units[last.unit + 1 : unit.number] if u.kind == "body" and u.paragraph not in self.folded
        ]
        return not between

    def _partial(self, unit: Unit, k: int) -> None:
        """Marks inside a sentence with no cue: they belong to the sentence's subject, or are a scare quote."""
        items = unit.items
        subject = main_subject(items, k, []) if unit.kind != "credit" else None
        identity = self._settle(unit, subject) if subject else Identity(None)
        named = identity.person or (
            identity.name and subject and any(x.cls == "NAME" for x in items[subject.first : subject.last])
        )
        if (
            subject
            and named
            and not self._titlelike(items, k)
            and not (subject.last < k and items[subject.last].low == "of")
        ):
            self._add(unit, k, self._speaker(unit, subject, identity), None, self._number(), 0.4)
        else:
            kind = QuoteKind.SCARE if self._short(items[k]) or self._titlelike(items, k) else QuoteKind.DIRECT
            self._add(unit, k, None, None, self._number(), 0.5, kind=kind)

    def _titlelike(self, items: list[Item], k: int) -> bool:
        """A title, a nickname, a term: “Axios on HBO”, the so-called “surge”."""
        main = [
            w
            for w in items[k].text.split()
            if w[0].isalpha() and w.lower() not in words.PREPOSITIONS | words.DETERMINERS | words.CONJUNCTIONS
        ]
        before = items[k - 1].low if k else ""
        titled = bool(main) and all(w[0].isupper() for w in main) and not items[k].text.isupper()
        return titled or before in TERM_WORDS

    def _add(
        self, unit: Unit, k: int, speaker, cue, utterance: int, confidence: float, kind: QuoteKind | None = None
    ) -> None:
        quote = self._quote(unit.items, (k, k + 1), speaker, cue, (), utterance, confidence)
        if quote:
            self.found.append(Found(replace(quote, kind=kind) if kind else quote, unit.number, region=(k, k + 1)))

    def _hand_back(self) -> None:
        """A quotation that runs on over paragraphs is given the speaker that its last part names."""
        marks = {
            u.items[f.region[0]].mark.start: f
            for f in self.found
            if (u := self.units[f.unit]) and f.region[1] - f.region[0] == 1 and u.items[f.region[0]].mark
        }
        ordered = sorted(marks.items())
        for (_, f), (_, g) in reversed(list(zip(ordered, ordered[1:], strict=False))):
            mark = self.units[f.unit].items[f.region[0]].mark
            if mark and mark.runs_on and g.quote.speaker and g.quote.cue and f.quote.cue is None:
                carried = Speaker(None, None, None, g.quote.speaker.name)
                f.quote = replace(f.quote, speaker=carried, utterance=g.quote.utterance, kind=QuoteKind.DIRECT)


__all__ = ["Assembler", "Found", "trim"]
