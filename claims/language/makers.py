"""Whose "the report", "the ad" or "the letter" is: what the copy says of who made one, read once as the reading goes on."""

from claims.language.identity import Identity, identify
from claims.language.items import Item, Unit
from claims.language.names import People, runs_of
from claims.language.speakers import Mention
from claims.language.words import listed

# words for one kind of thing that is made and then speaks
KINDS = {
    noun: kind[0]
    for kind in (
        listed("ad ads advert advertisement commercial spot video clip"),
        listed("report story article piece account reporting"),
        listed("lawsuit suit complaint filing brief motion petition"),
        listed("letter memo email e-mail note"),
        listed("post tweet tweets posts message messages"),
        listed("survey poll study paper analysis"),
        listed("book memoir"),
        listed("statement release"),
    )
    for noun in kind
}
MADE = frozenset(
    listed("""
    released published issued aired ran posted launched filed wrote sent unveiled produced printed carried retorted
    releases publishes issues airs runs posts launches files writes sends responded countered answered hit
    """)
)
FAR = 40  # sentences after which nobody remembers who made it
PHRASE = 6  # words between an owner and the thing owned


class Makers:
    """Remembers who made what in one text."""

    def __init__(self, units: list[Unit], people: People) -> None:
        self.units, self.people = units, people
        self.read = 0
        self.made: dict[str, list[tuple[int, Identity]]] = {}

    def of(self, noun: str, number: int) -> Identity | None:
        """Whoever made the last thing of that kind before the sentence with a number (or in it)."""
        kind = KINDS.get(noun)
        if kind is None:
            return None
        while self.read <= number and self.read < len(self.units):
            unit = self.units[self.read]
            self.read += 1
            if unit.kind != "boilerplate":
                self._read(unit)
        for where, identity in reversed(self.made.get(kind, [])):
            if where <= number:
                return identity if number - where <= FAR else None
        return None

    def _read(self, unit: Unit) -> None:
        items = unit.items
        for start, end in runs_of(items):
            owned = self._owned(items, end)
            by = start - 1 - (items[start - 1].low == "the") if start else -1
            if owned is None and by > 0 and items[by].low in ("by", "from") and items[by - 1].low in KINDS:
                owned = items[by - 1].low
            if owned is None and end < len(items):
                owned = self._brought_out(items, end)
            if owned:
                first = start - (start > 0 and items[start - 1].low == "the")
                identity = identify(items, Mention(first, self._whole(items, end)), self.people)
                if identity.name:
                    self.made.setdefault(KINDS[owned], []).append((unit.number, identity))

    def _owned(self, items: list[Item], end: int) -> str | None:
        """ "the Courier’s Thursday night report": the noun, where the run of names that ends here owns one."""
        if end >= len(items) or items[end].cls != "POSS":
            return None
        for x in items[end + 1 : end + PHRASE]:
            if x.low in KINDS:
                return x.low
            if x.cls not in ("WORD", "NAME", "TIME", "NUM"):
                return None
        return None

    def _whole(self, items: list[Item], end: int) -> int:
        """The phrase goes on to "campaign": "the Vale campaign released an ad"."""
        return end + 1 if end < len(items) and items[end].low in ("campaign", "administration") else end

    def _brought_out(self, items: list[Item], end: int) -> str | None:
        """ "The Courier published the story": the noun of what is brought out."""
        k = self._whole(items, end)
        while k < len(items) and items[k].cls in ("AUX", "ADV", "TIME") and k - end < 4:
            k += 1
        if k >= len(items) or items[k].low not in MADE:
            return None
        for x in items[k + 1 : k + 2 + PHRASE]:
            if x.low in KINDS:
                return x.low
            if x.cls in ("COMMA", "STOP", "Q", "SUB"):
                return None
        return None
