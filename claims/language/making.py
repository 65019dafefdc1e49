"""Makes quotes out of stretches: words, kind, marks, mention and confidence; keeps them and numbers the utterances."""

from dataclasses import dataclass, replace

from claims.language.content import Attribution
from claims.language.identity import Identity
from claims.language.items import Item, Unit
from claims.language.spans import Cue, Quote, QuoteKind, Span, Speaker
from claims.language.speakers import Mention


@dataclass(slots=True)
class Found:
    """A quote with what later components need of how it was found: its unit, cue verb and whether the cue was denied."""

    quote: Quote
    unit: int
    family: str = ""
    base: str = ""
    negated: bool = False
    region: tuple[int, int] = (0, 0)  # items of the unit


class Maker:
    """Collects the quotes of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Found] = []
        self.utterance = 0

    def number(self) -> int:
        """The next utterance."""
        self.utterance += 1
        return self.utterance

    def from_attribution(
        self, unit: Unit, a: Attribution, identity: Identity, via: tuple[str, ...], utterance: int
    ) -> bool:
        """The quotes of one attribution; False where nothing came of it."""
        items = unit.items
        made = False
        cue_first, cue_last = items[a.cue[0]], items[a.cue[1] - 1]
        cue = Cue(cue_first.start, cue_last.end, self.text[cue_first.start : cue_last.end])
        speaker = self.speaker(unit, a.mention, identity)
        for region in a.regions:
            for stretch in self._stretches(items, region):
                quote = self.quote(items, stretch, speaker, cue, via, utterance)
                if quote:
                    family, base = (a.word.family, a.word.base) if a.word else ("according", "according")
                    self.found.append(Found(quote, unit.number, family, base, a.negated, stretch))
                    made = True
        return made

    def _stretches(self, items: list[Item], region: tuple[int, int]) -> list[tuple[int, int]]:
        """A region of nothing but quotations is one stretch each; anything else is one stretch."""
        last = region[1]
        while last - 1 > region[0] and (
            items[last - 1].cls == "TIME" or items[last - 1].low in ("on", "in", "late", "early")
        ):
            last -= 1
        if all(items[k].cls == "Q" for k in range(region[0], last)):
            region = (region[0], last)  # "said “it is safe” on Monday": the day is that of saying it
        inside = [items[k] for k in range(*region)]
        if all(x.cls in ("Q", "COMMA", "STOP", "DASH", "PUNCT") for x in inside):
            return [(k, k + 1) for k in range(*region) if items[k].cls == "Q"]
        return [region]

    def speaker(self, unit: Unit, mention: Mention | None, identity: Identity) -> Speaker | None:
        if mention is None:
            return Speaker(None, None, None, identity.name) if identity.name else None
        first, last = unit.items[mention.first], unit.items[mention.last - 1]
        return Speaker(first.start, last.end, self.text[first.start : last.end], identity.name)

    def quote(self, items, stretch, speaker, cue, via, utterance, confidence: float | None = None) -> Quote | None:
        first, last = items[stretch[0]], items[stretch[1] - 1]
        marked = [items[k].mark for k in range(*stretch) if items[k].mark]
        alone = len(marked) == stretch[1] - stretch[0]  # words inside marks and nothing else: the marks stay outside
        start = first.mark.start if first.mark and alone else first.start
        end = last.mark.end if last.mark and alone else last.end
        if end <= start:
            return None
        if not marked:
            kind = QuoteKind.INDIRECT
        elif alone:
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

    def add(
        self, unit: Unit, k: int, speaker, cue, utterance: int, confidence: float, kind: QuoteKind | None = None
    ) -> None:
        quote = self.quote(unit.items, (k, k + 1), speaker, cue, (), utterance, confidence)
        if quote:
            self.found.append(Found(replace(quote, kind=kind) if kind else quote, unit.number, region=(k, k + 1)))
