"""Whose voice it is: pronouns, descriptions and stand-ins, settled in the order of reading."""

from dataclasses import dataclass

from claims.language import words
from claims.language.antecedents import Antecedents
from claims.language.content import Attribution, main_subject
from claims.language.identity import Identity, as_phrase, identify
from claims.language.items import Item, Unit
from claims.language.makers import Makers
from claims.language.names import People, Person
from claims.language.speakers import Mention

LOOSE_HEADS = frozenset(
    ("agency", "company", "firm", "group", "organisation", "organization", "outlet", "website", "site")
)
# nouns by which news writing names again somebody just spoken of, and offices whose holders are called by them alone
OTHER_WORDS = frozenset(
    words.listed("""
    lawmaker legislator congressman congresswoman senator representative chairman chairwoman chair nominee candidate contender
    frontrunner republican democrat leader businessman businesswoman billionaire mogul tycoon politician governor minister
    secretary director actor actress singer author professor coach player star comedian artist writer executive
    """)
)
UNLIKE = frozenset(("president", "king", "queen", "pope"))
COMPANY_WORDS = frozenset(("company", "firm"))


def _is_a(head: str, identity: Identity) -> bool:
    """May "the council", "the company" mean this body? It has to be called so, or to be called nothing else of the kind."""
    tokens = (identity.name or "").split()
    low = {t.lower().strip(".,") for t in tokens}
    if head in low or (len(tokens) == 1 and tokens[0].isupper()):
        return True
    if head in ("newspaper", "paper", "magazine", "outlet", "website", "site"):
        return bool(low & words.PAPER_WORDS)
    if head not in LOOSE_HEADS:
        return False
    if head in COMPANY_WORDS and low & (words.ORGANISATION_WORDS - words.COMPANY_WORDS):
        return False
    return bool(low & words.ORGANISATION_WORDS) or identity.spoke


def _undated(span: list[Item]) -> list[Item]:
    """ "a copy of the letter of 18 (March)" → "a copy of the letter"."""
    last = len(span)
    while last > 1 and span[last - 1].cls in ("NUM", "PREP", "TIME"):
        last -= 1
    return span[:last]


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


class Voices:
    """What the reading so far knows of who speaks and of whom the copy speaks."""

    def __init__(self, units: list[Unit], people: People) -> None:
        self.units, self.people = units, people
        self.last: Voice | None = None
        self.subjects: list[tuple[int, Identity]] = []  # (unit, whom or what the sentence is about)
        self.called: dict[str, Identity] = {}  # word of a body's name → the body last spoken of
        self.antecedents = Antecedents(units, people)
        self.makers = Makers(units, people)
        self.focus: list[tuple[int, Person]] = []  # (unit, person): who the copy speaks of, newest last

    def speaks_of(self, unit: Unit, identity: Identity) -> None:
        """The sentence is about somebody or something, or lets it speak."""
        self.subjects.append((unit.number, identity))
        if identity.person is None and identity.name:
            self.called.update((word.lower(), identity) for word in identity.name.split()[-6:])

    def identity_of(self, unit: Unit, a: Attribution) -> Identity:
        if a.mention is None:
            return Identity(None)
        identity = self.settle(unit, a.mention)
        first = a.mention.first
        if identity.name is None and first and unit.items[first - 1].low == "what" and unit.items[first].low == "the":
            # "Orr said … what the northern leader called “…”": the sentence's own speaker by another word
            earlier = [b for b in unit.attributions if b.mention and b.mention.last <= first]
            identity = self.settle(unit, earlier[0].mention) if earlier and earlier[0].mention else identity
        return identity

    def settle(self, unit: Unit, mention: Mention) -> Identity:
        """The name behind a mention, pronouns included."""
        items = unit.items
        head = items[mention.first]
        if mention.last - mention.first == 1 and head.cls in ("PRON", "SUB"):
            if head.low == "who":
                return self._antecedent(unit, mention.first)
            if head.low in ("he", "she", "him", "her"):
                return self._pronoun(unit, mention, "m" if head.low in ("he", "him") else "f")
            return self._thing(unit, mention) if head.low in ("they", "it", "them") else Identity(None)
        identity = identify(items, mention, self.people, anywhere=unit.kind == "heading")
        if identity.name is None:
            identity = self._stands_for(unit, mention)
        if identity.name is None:
            identity = self._other_word(unit, mention)
        if identity.person is not None and unit.kind == "body":
            self.antecedents.add(items[mention.first].start, items[mention.last - 1].end, unit, identity.person)
        return identity

    def _other_word(self, unit: Unit, mention: Mention) -> Identity:
        """ "The committee chairman" behind a sentence about Ms. Vale, whom nothing calls so: taken for her."""
        items = unit.items[mention.first : mention.last]
        head = next((k for k, x in enumerate(items) if x.cls == "PREP"), len(items)) - 1
        noun = items[head].low
        if items[0].low != "the" or noun not in OTHER_WORDS or any(x.cls == "POSS" for x in items):
            return Identity(None)
        if any(x.cls == "NAME" for x in items[head + 1 :]):
            return Identity(None)  # "the top Republican on the Harbour Committee" is told apart by what follows
        gender = "m" if noun in words.MALE_TITLES else "f" if noun in words.FEMALE_TITLES else ""
        person = self.antecedents.of(unit, items[0].start, gender, within=2, speaks=True)
        if person is None or not person.sure or any(r.head in UNLIKE for r in person.roles):
            return Identity(None)
        return Identity(person.name, person)

    def pronoun(self, unit: Unit, k: int) -> Identity:
        """Who is meant by one word of a sentence: "his", "her", "which" or "that"."""
        low = unit.items[k].low
        if low in ("his", "her"):
            return self._pronoun(unit, Mention(k, k + 1), "m" if low == "his" else "f")
        return self._antecedent(unit, k)

    def _thing(self, unit: Unit, mention: Mention) -> Identity:
        """It or they: the body that spoke last, or what the sentence before is about ("a copy of the letter")."""
        last = self.last
        plural = unit.items[mention.first].low != "it"
        before = self.units[unit.number - 1] if unit.number and mention.first <= 2 else None
        about = None
        if before and before.paragraph == unit.paragraph and not any(x.cls == "Q" for x in before.items):
            about = main_subject(before.items, len(before.items), [])
            about = about if about and before.items[about.first].cls in ("DET", "WORD") else None
        phrase, topic = None, Identity(None)
        if before and about:
            phrase = as_phrase(_undated(before.items[about.first : about.last]))
            topic = identify(before.items, about, self.people)
        if last and unit.paragraph - last.paragraph <= 1:
            identity = last.identity
            if identity.person is None and identity.name and (plural or " and " not in identity.name):
                return identity
            if phrase and topic.name is None and not plural:
                return Identity(phrase)
            near = [i for n, i in self.subjects[-3:] if i.person is None and unit.number - n <= 3]
            return near[-1] if near else Identity(None)
        if phrase and topic.person is None:
            return topic if topic.name else Identity(None if plural else phrase)
        return Identity(None)

    def _stands_for(self, unit: Unit, mention: Mention) -> Identity:
        """ "the statement", "the agency": whoever made the one, whichever body was spoken of last."""
        items = unit.items[mention.first : mention.last]
        bare = unit.kind == "heading" and len(items) == 1
        if not bare and (
            items[0].low not in ("the", "this", "that", "his", "her", "its", "their")
            or any(x.cls == "PREP" for x in items)
        ):
            return Identity(None)
        head = items[-1].low
        if (maker := self.makers.of(head, unit.number)) and (items[0].low in ("the", "that", "this") or bare):
            return maker
        if head in words.DOCUMENTS:
            return Identity(None)  # a letter or a study speaks for itself
        if head in words.MESSAGE_NOUNS:
            if self.last and unit.paragraph - self.last.paragraph <= 1 and self.last.identity.name:
                return self.last.identity
            near = [i for n, i in self.subjects[-2:] if unit.number - n <= 2 and i.name]
            return near[-1] if near else Identity(None)
        if head in words.GENERIC_BODIES and (bare or len(items) == 2):
            for number, identity in reversed(self.subjects[-12:]):
                if identity.name and identity.person is None and unit.number - number <= 12 and _is_a(head, identity):
                    return identity
            return self.called.get(head, Identity(None))
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
        spoke = self.last.identity.person if self.last and unit.paragraph - self.last.paragraph <= 1 else None
        if spoke and self.last and self.antecedents.taken_over(spoke, self.last.unit, unit, at):
            spoke = None
        person = person or self.antecedents.of(unit, at, gender, spoke)
        if person is None:
            return Identity(None)
        person.gender = person.gender or gender
        self.antecedents.add(at, at + 3, unit, person)
        return Identity(person.name, person)
