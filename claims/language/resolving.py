"""Who is meant by a mention given as a character span: the reader that knows who was named and who spoke so far.

Both engines use it: the rules hand it the mention they found beside a cue, the encoder any span of the text.
"""

from bisect import bisect_left, bisect_right

from claims.language.content import main_subject
from claims.language.identity import Identity, identify
from claims.language.items import UNREAD, Item, Unit, Vocabulary, classify
from claims.language.names import People
from claims.language.speakers import Mention
from claims.language.voices import Voice, Voices

LONGEST = 60  # items of a mention that are read
REACH = 2  # paragraphs over which a speaker carries on without being named
PAUSED = frozenset(("caption", "heading"))
ENDS_HEAD = frozenset(("COMMA", "DASH", "LPAR", "RPAR", "COLON", "STOP", "PUNCT", "SUB", "Q"))
SPEAKING = frozenset(("i", "we", "me", "us", "my", "our"))  # whoever is speaking already
UNKNOWN = Identity(None)
NO_VOCABULARY = Vocabulary(frozenset(), frozenset())


class Resolver:
    """Settles mentions of one text. Deterministic, never raises, linear in the text over all mentions together.

    `units` come from `sentences.cut`, `people` from `names.gather` over them.
    """

    def __init__(self, text: str, units: list[Unit], people: People) -> None:
        self.text, self.units, self.people = text, units, people
        self.voices = Voices(units, people)
        self._starts = [u.start for u in units]
        self._read = 0  # units whose subjects are known to the voices
        self._spoken: list[tuple[int, Identity]] = []  # (at, who), by place

    def resolve(self, start: int, end: int, at: int) -> Identity:
        """The fullest name that the article gives whoever `text[start:end]` means.

        `at` is where the reported words stand. An empty span means that no mention stands there: the speaker carried on.
        `Identity.name` is None where the mention stays unnamed ("a senior official").
        """
        if not self.units or end <= start:
            return self.carried(at) or UNKNOWN
        unit = self._unit_at(start)
        first, last = self._items_of(unit, start, end)
        if first >= last:
            return self._spelled(start, end)
        self._read_up_to(unit.number)
        self._recall(start)
        low = unit.items[first].low
        if last - first == 1 and low in SPEAKING:
            return self.carried(at) or UNKNOWN
        if last - first == 1 and low in ("his", "her", "which", "that"):
            return self.voices.pronoun(unit, first)
        return self._settle(unit, Mention(first, last))

    def carried(self, at: int) -> Identity | None:
        """Who goes on speaking at an offset without being mentioned: the last one noted before it, in this or the last paragraph."""
        i = bisect_left(self._spoken, at, key=lambda s: s[0])
        if not i or not self.units:
            return None
        before, identity = self._spoken[i - 1]
        return identity if self._unit_at(at).paragraph - self._unit_at(before).paragraph <= REACH - 1 else None

    def note(self, identity: Identity, at: int) -> None:
        """Remembers that somebody's words stand at an offset."""
        if identity.name and identity.person is None:
            identity = Identity(identity.name, self.people.named(identity.name.split(), "", at), identity.spoke)
        where = bisect_right(self._spoken, at, key=lambda s: s[0])
        self._spoken.insert(where, (at, identity))

    def _unit_at(self, at: int) -> Unit:
        return self.units[max(0, bisect_right(self._starts, at) - 1)]

    def _items_of(self, unit: Unit, start: int, end: int) -> tuple[int, int]:
        """[first, last) of the items that a span touches; a span inside a quotation touches none."""
        items = unit.items
        first = bisect_right(items, start, key=lambda x: x.end)
        last = first
        while last < len(items) and items[last].start < end and last - first < LONGEST:
            last += 1
        if last - first == 1 and items[first].cls == "Q":
            return first, first
        return first, last

    def _recall(self, at: int) -> None:
        """The voice before an offset is the last one noted there."""
        i = bisect_left(self._spoken, at, key=lambda s: s[0])
        self.voices.last = None
        if i:
            place, identity = self._spoken[i - 1]
            unit = self._unit_at(place)
            self.voices.last = Voice(identity, 0, unit.number, unit.paragraph)

    def _read_up_to(self, number: int) -> None:
        """Tells the voices what the sentences before one are about."""
        while self._read < number:
            unit = self.units[self._read]
            self._read += 1
            if unit.kind in UNREAD or unit.kind in PAUSED:
                continue
            about = main_subject(unit.items, len(unit.items), [])
            if about and unit.items[about.first].cls not in ("PRON", "SUB"):
                identity = identify(unit.items, about, self.people)
                if identity.name:
                    self.voices.speaks_of(unit, identity)
            if subject := self.people.nearest(unit.start, unit.end):
                self.voices.focus.append((unit.number, subject))

    def _settle(self, unit: Unit, mention: Mention) -> Identity:
        """The name behind the phrase's head, or behind an apposition that names somebody."""
        for part in _parts(unit.items, mention):
            if part.first != mention.first and not _apposed(unit.items, part):
                break
            identity = self.voices.settle(unit, part)
            if identity.name:
                return identity
        return UNKNOWN

    def _spelled(self, start: int, end: int) -> Identity:
        """A mention that no items hold, as inside a quotation: read word by word."""
        items: list[Item] = []
        at = start
        for word in self.text[start:end].split()[:LONGEST]:
            at = self.text.index(word, at)
            bare = word.strip("“”\"‘’',;:()[]—–") or word
            item = Item(at, at + len(word), bare, bare.lower(), "")
            item.cls = classify(item, items[-1] if items else None, False, NO_VOCABULARY, "")
            items.append(item)
            at += len(word)
        return identify(items, Mention(0, len(items)), self.people) if items else UNKNOWN


def _apposed(items: list[Item], part: Mention) -> bool:
    """Does what stands behind a comma name the same one again? ", like Ms. Vale" and ", including the port" do not."""
    first, last = items[part.first], items[part.last - 1]
    return first.cls in ("NAME", "DET", "WORD") and (last.cls == "NAME" or first.low in ("the", "a", "an"))


def _parts(items: list[Item], mention: Mention) -> list[Mention]:
    """The phrase's own words, then what stands behind its commas: "the mayor, Jane Vale" → "the mayor", "Jane Vale"."""
    parts: list[Mention] = []
    first = mention.first
    for k in range(mention.first, mention.last + 1):
        if k == mention.last or (items[k].cls in ENDS_HEAD and not (k == mention.first and items[k].cls == "SUB")):
            if first < k:
                parts.append(Mention(first, k))
            if len(parts) == 2 or (k < mention.last and items[k].cls in ("SUB", "STOP")):
                break
            first = k + 1
    return parts
