"""Quotations that no cue covers: floating, signed, introduced, belonging to the sentence's subject, or scare quotes."""

from dataclasses import replace

from claims.language import words
from claims.language.content import Attribution, main_subject
from claims.language.identity import Identity, identify
from claims.language.items import Item, Unit
from claims.language.making import Maker
from claims.language.marks import Marked
from claims.language.spans import Cue, QuoteKind, Speaker
from claims.language.speakers import Mention
from claims.language.voices import Voice, Voices

TERM_WORDS = frozenset(("so-called", "nicknamed", "dubbed", "titled", "entitled", "alias", "term", "word", "phrase"))


class Loose:
    """Gives every quotation without a cue the voice that its place in the copy suggests."""

    def __init__(self, maker: Maker, voices: Voices, folded: frozenset[int]) -> None:
        self.make, self.voices, self.folded = maker, voices, folded

    def quotations(self, unit: Unit, covered: set[int], own: Attribution | None) -> None:
        """All of a sentence that are not in `covered` (item numbers); `own` is its last attribution."""
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
            elif (
                own is not None
                and self.voices.last
                and self.voices.last.unit == unit.number
                and not self._short(items[k])
            ):
                # a second quotation beside an attributed one: the same voice goes on
                speaker = self._same_voice(self.voices.last)
                self.make.add(unit, k, speaker, None, self.voices.last.utterance, 0.6)
            elif (
                not self._short(items[k])
                and self.voices.last
                and self.voices.last.paragraph == unit.paragraph
                and self.voices.last.quoted
                and not self._person_before(unit, k)
            ):
                speaker = Speaker(None, None, None, self.voices.last.identity.name)
                self.make.add(unit, k, speaker, None, self.voices.last.utterance, 0.5)  # "But only where it brings “…”"
            else:
                self._partial(unit, k)

    def _person_before(self, unit: Unit, k: int) -> bool:
        return any(x.cls == "NAME" or x.low in ("he", "she", "they") for x in unit.items[:k])

    def _same_voice(self, voice: Voice) -> Speaker:
        """The speaker of an utterance that goes on, with its mention."""
        if voice.mention is None:
            return Speaker(None, None, None, voice.identity.name)
        start, end = voice.mention
        return Speaker(start, end, self.make.text[start:end], voice.identity.name)

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
        speaker = self.make.speaker(unit, mention, identify(items, mention, self.voices.people))
        self.make.add(unit, k, speaker, Cue(dash.start, dash.end, dash.text), self.make.number(), 0.8)
        return True

    def _short(self, item: Item) -> bool:
        return len(item.text.split()) < 6

    def _named_behind(self, unit: Unit, k: int) -> bool:
        """“…” With those words Vale left. / That was the message from Vale: the sentence behind names the speaker."""
        units = self.voices.units
        after = units[unit.number + 1] if unit.number + 1 < len(units) else None
        if after is None or after.paragraph != unit.paragraph or self._short(unit.items[k]):
            return False
        low = [x.low for x in after.items[:8]]
        points = (
            low[0] in ("that", "those", "these", "such", "so")
            and len(low) > 1
            and low[1] in ("was", "were", "is", "are")
        )
        points = points or (low[0] == "with" and low[1:2] in (["those"], ["these"], ["that"], ["this"]))
        person = self.voices.people.nearest(after.start, after.end)
        if not points or not person or not any(w in words.MESSAGE_NOUNS for w in low):
            return False
        utterance = self.make.number()
        self.make.add(unit, k, Speaker(None, None, None, person.name), None, utterance, 0.7)
        self.voices.last = Voice(Identity(person.name, person), utterance, unit.number, unit.paragraph, quoted=True)
        return True

    def _floating(self, unit: Unit, k: int, mark: Marked) -> None:
        """A quotation that is a sentence of its own continues whoever spoke before."""
        if self._named_behind(unit, k):
            return
        last = self.voices.last
        item = unit.items[k]
        if (
            last is None
            or unit.paragraph - last.paragraph > 2 + (last.colon or mark.reopens)
            or not self._carries(unit, last, mark)
        ):
            if self._led_in(unit, k):
                return
            kind = QuoteKind.SCARE if self._short(item) and item.text[-1:] not in ".!?,…" else QuoteKind.DIRECT
            self.make.add(unit, k, None, None, self.make.number(), 0.5, kind=kind)
            return
        same = last.colon or mark.reopens or (unit.paragraph == last.paragraph and last.quoted)
        utterance = last.utterance if same else self.make.number()
        speaker = Speaker(None, None, None, last.identity.name)
        cue = None
        if same:  # broken by its cue, introduced by a colon, or running on: the mention is that of the utterance
            speaker = self._same_voice(last)
            cue = Cue(*last.cue, self.make.text[slice(*last.cue)]) if last.cue else None
        anyone = speaker if speaker.name or speaker.start is not None else None
        self.make.add(unit, k, anyone, cue, utterance, 0.85 if same else 0.7)
        self.voices.last = replace(last, utterance=utterance, unit=unit.number, paragraph=unit.paragraph, quoted=True)

    def _led_in(self, unit: Unit, k: int) -> bool:
        """A quotation right behind a sentence about a person is taken for that person's, with little confidence."""
        before = self.voices.units[unit.number - 1] if unit.number else None
        if before is None or before.kind != "body" or self._short(unit.items[k]) or not self.voices.subjects:
            return False
        number, identity = self.voices.subjects[-1]
        if number != before.number or identity.person is None or any(x.cls == "Q" for x in before.items):
            return False
        utterance = self.make.number()
        self.make.add(unit, k, Speaker(None, None, None, identity.name), None, utterance, 0.5)
        self.voices.last = Voice(identity, utterance, unit.number, unit.paragraph, quoted=True)
        return True

    def _carries(self, unit: Unit, last: Voice, mark: Marked) -> bool:
        """Only the voice of the sentence or the paragraph just before carries on, not one with narrative in between."""
        if last.colon or mark.reopens or last.paragraph == unit.paragraph:
            return True
        between = [
            u
            for u in self.voices.units[last.unit + 1 : unit.number]
            if u.kind == "body" and u.paragraph not in self.folded
        ]
        return not between

    def _partial(self, unit: Unit, k: int) -> None:
        """Marks inside a sentence with no cue: they belong to the sentence's subject, or are a scare quote."""
        items = unit.items
        subject = main_subject(items, k, []) if unit.kind != "credit" else None
        identity = self.voices.settle(unit, subject) if subject else Identity(None)
        named = identity.person or (
            identity.name and subject and any(x.cls == "NAME" for x in items[subject.first : subject.last])
        )
        if (
            subject
            and named
            and not self._titlelike(items, k)
            and not (subject.last < k and items[subject.last].low == "of")
        ):
            self.make.add(unit, k, self.make.speaker(unit, subject, identity), None, self.make.number(), 0.4)
        else:
            kind = QuoteKind.SCARE if self._short(items[k]) or self._titlelike(items, k) else QuoteKind.DIRECT
            self.make.add(unit, k, None, None, self.make.number(), 0.5, kind=kind)

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
