"""Whose mouth: whether two quotations can be one speaker's, from how the articles call their speakers. Pure.

Unsure is the common case (nobody named, "a spokesman", a body for its spokesperson, a surname that two bear), and says so:
it lets long equal words join and keeps short ones apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from claims.comparison.copies import Copy, Story
from claims.language import words as classes
from claims.language.firstnames import same_first
from claims.language.person_names import PersonKind, fold, name_of
from claims.language.spans import Quote

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_SMALL = classes.DETERMINERS | classes.PREPOSITIONS | classes.CONJUNCTIONS | {"s", "who", "former"}
_GENERIC = frozenset(
    classes.listed(
        "campaign ad advertisement statement report article post message spokesman officials party side team"
    )
)


class Kinship(IntEnum):
    """How likely two speakers are one."""

    OTHER = 0
    UNSURE = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Mouth:
    """A speaker as one article has them. `person`: who that is across the story; `about`: the words of the mentions, folded.

    `is_sure`: named beside the words; `by_pronoun`: known from "he" or from a sentence before.
    `kind`: "" for nobody, "unnamed" for a description without a name, "short" for a surname or a place alone.
    """

    name: str | None = None
    person: str | None = None
    kind: str = ""
    key: str = ""
    about: frozenset[str] = frozenset()
    is_sure: bool = True
    by_pronoun: bool = False


NOBODY = Mouth()


def mouths_of(story: Story, copy: Copy, quote: Quote) -> tuple[Mouth, ...]:
    """The speakers of a quote: one, or each of two named together ("both Brandt and Orr")."""
    speaker = quote.speaker
    if speaker is None or not (speaker.name or speaker.text):
        return (NOBODY,)
    name = (speaker.name or speaker.text or "").strip()
    if not name or fold(name) in ("who", "which", "that", "what"):
        return (NOBODY,)
    mention = fold(speaker.text or "")
    sure = quote.confidence >= 0.6 and fold(name.split()[-1]) in mention  # by name, not by "he" or a role
    about = words_about(" ".join(filter(None, (speaker.text, name))))
    parts = [part.strip() for part in re.split(r"\s(?:and|&)\s", re.sub(r"^both\s", "", name))]
    by_pronoun = speaker.start is None or mention in classes.PRONOUNS
    if len(parts) == 2 and all((n := name_of(part)) and n.kind is PersonKind.PERSON and n.is_full for part in parts):
        return tuple(_mouth(story, part, about, sure, by_pronoun) for part in parts)
    return (_mouth(story, name, about, sure, by_pronoun, named=speaker.name is not None),)


def words_about(mention: str) -> frozenset[str]:
    """The words of a mention that tell who is meant: names, places and roles, folded."""
    found = (fold(word) for word in re.findall(r"[^\W_]+(?:\.[^\W_]+)*", re.sub(r"[’']s\b", "", mention)))
    return frozenset(word for word in found if word and word not in _SMALL)


def _mouth(story: Story, name: str, about: frozenset[str], sure: bool, by_pronoun: bool, named: bool = True) -> Mouth:
    person = story.person(name)
    read = name_of(person or name) if named else None
    if read is None:
        return Mouth(name, None, "unnamed", "", about, sure, by_pronoun)
    kind = "body" if read.kind is PersonKind.BODY else "person" if read.is_full else "short"
    return Mouth(name, person, kind, read.key, about | frozenset(read.key.split()), sure, by_pronoun)


def kinship(one: Mouth, other: Mouth) -> Kinship:
    """Whether two mouths are one speaker's."""
    if one.person and one.person == other.person:
        return Kinship.SAME
    if not one.kind or not other.kind:
        return Kinship.UNSURE
    if "unnamed" in (one.kind, other.kind):
        return _unnamed(*sorted((one, other), key=lambda m: m.kind != "unnamed"))
    if one.kind == other.kind == "person":
        return _persons(one.key.split(), other.key.split())
    if "person" in (one.kind, other.kind):
        person, body = (one, other) if one.kind == "person" else (other, one)
        words = _telling(body.key.split())
        return Kinship.SAME if words and words <= person.about else Kinship.UNSURE
    a, b = _telling(one.key.split()), _telling(other.key.split())
    return Kinship.SAME if a and b and (a <= b or b <= a) else Kinship.UNSURE


def _telling(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in _GENERIC and word not in _SMALL)


def _unnamed(unnamed: Mouth, other: Mouth) -> Kinship:
    """ "a Harbour Board spokesman" is "Harbour Board spokesman Karl Orr"; "a spokesman" may be anybody's."""
    words = {_role(word) for word in unnamed.about}
    if len(words) >= 2 and words <= {_role(word) for word in other.about}:
        return Kinship.SAME
    return Kinship.UNSURE


def _role(word: str) -> str:
    return "spokesman" if word in classes.SPOKES else word


def _persons(one: list[str], other: list[str]) -> Kinship:
    """Full names: the same surname and first names that go together; "Jr." alone apart is unsure, never another person."""
    a, b = ([word for word in key if word not in _SUFFIXES] for key in (one, other))
    if a[-1] != b[-1]:
        return Kinship.OTHER
    if not same_first(a[0], b[0]):
        return Kinship.OTHER
    return Kinship.SAME if set(one) & _SUFFIXES == set(other) & _SUFFIXES else Kinship.UNSURE
