"""What the comparison of one story hands out: suggestions, each with its places, a score and a reason in words. Pure.

Articles are numbers in `Story.copies` (from 0); offsets are code points of that article's text. Scores are in 0..1.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from claims.comparison.decisions import Place
from claims.language.spans import Stance, Voice


class Change(StrEnum):
    """Kinds of difference between a variant and the reference variant of its utterance."""

    SAME = "same"
    HEAD_CUT = "head cut"
    TAIL_CUT = "tail cut"
    INNER_CUT = "inner cut"
    ELLIPSIS = "ellipsis"
    INSERTION = "bracketed insertion"
    WORD_CHANGED = "word changed"
    FORM_CHANGED = "form changed"
    CAPITALS = "capitals flattened"
    PRONOUN = "pronoun shifted"
    JOINED = "joined"
    REORDERED = "reordered"
    INDIRECT = "indirect"
    TRANSLATION = "translation variant"


class Flag(StrEnum):
    """What an editor should look at in an utterance or a claim."""

    CUT_BEFORE_CONTRAST = "cut before contrast"
    STOP_INSIDE_MARKS = "full stop put inside the marks"
    ANOTHER_MOUTH = "another mouth"
    ALTERED = "altered"
    TRANSLATION = "translation variant"
    VOICE_LEAK = "voice leak"
    MISSING_COUNTER_CLAIM = "missing counter-claim"
    COMMITMENT = "commitment"


class ConflictKind(StrEnum):
    WHO = "who"
    HOW_MANY = "how many"
    WHEN = "when"
    WHERE = "where"
    WHETHER = "whether"
    COMMITMENT = "commitment"


class Scale(StrEnum):
    """How a reporting verb takes what it reports."""

    FACTIVE = "factive"
    NEUTRAL = "neutral"
    DOUBTING = "doubting"


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """`paragraph` is the paragraph's number in its article."""

    place: Place
    paragraph: int


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same words in several articles. `containment`: the share of the shortest member's words that all hold."""

    members: tuple[PassagePlace, ...]
    containment: float
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles (two or more) whose report comes from one origin. `named`: the agency, outlet or post where known, else "".

    `places`: empty where the whole articles have that origin; else only these stretches of them have it (a copied paragraph,
    a sentence "according to" an outlet whose own article is in the story), and the articles are not one.
    """

    articles: tuple[int, ...]
    reason: str
    named: str = ""
    score: float = 1.0
    places: tuple[Place, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the articles as a whole are one origin."""
        return not self.places


@dataclass(frozen=True, slots=True)
class Chain:
    """A place that says itself that it came through another outlet or agency: this article ← `through` ← `speaker`.

    `reason` in words: "according to the Wall Street Journal", 'the credit line says "Source: Reuters"'. `speaker` None where nobody is
    quoted there.
    """

    article: int
    place: Place
    paragraph: int
    through: str
    speaker: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference against the reference variant.

    `start`, `end`: where it shows in this variant's article (empty where words are missing); `words`: the reference's words
    that stand there instead or are missing, "" where the reference has none.
    """

    kind: Change
    start: int
    end: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One outlet's giving of an utterance: the words inside one pair of marks, or the reported words where there are none.

    `speaker` as this article names them (fullest), `cue` the reporting words, `via` the chain. `missing`: the reference's words
    after a cut before a contrast, with `continued_in` the number of the paragraph where this article gives them after all.
    """

    place: Place
    text: str
    paragraph: int
    speaker: str | None
    cue: str | None
    via: tuple[str, ...]
    marked: bool
    differences: tuple[Difference, ...]
    flags: tuple[Flag, ...] = ()
    missing: str = ""
    continued_in: int | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speech as the outlets gave it. `reference` is the number of the variant that the others are measured by."""

    speaker: str | None
    members: tuple[Variant, ...]
    reference: int
    flags: tuple[Flag, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """One place that states the claim. `score`: how surely it is the same claim as the others."""

    place: Place
    paragraph: int
    voice: Voice
    stance: Stance
    claimant: str | None
    score: float
    leaks: bool = False


@dataclass(frozen=True, slots=True)
class ComparedClaim:
    """One claim across articles. `origins`: independent origins that assert it (claimants of their own claim count nothing).

    `origins_say` puts that in words for the button: "5 outlets, 0 independent origins: all cite the president".
    `missing`: articles that give the claim without the denial that `denied_by` (places) makes.
    """

    text: str
    claimant: str | None
    members: tuple[ClaimPlace, ...]
    origins: int
    origins_say: str
    flags: tuple[Flag, ...]
    score: float
    reason: str
    missing: tuple[int, ...] = ()
    denied_by: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One article's answer to a conflict's question. `value`: the answer in few words, comparable."""

    place: Place
    paragraph: int
    value: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A possible conflict, put as a question; never a verdict."""

    kind: ConflictKind
    question: str
    members: tuple[Answer, ...]
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class NameUsed:
    """What one article calls somebody, how often, and the first place."""

    article: int
    text: str
    count: int
    place: Place


@dataclass(frozen=True, slots=True)
class VerbUsed:
    """The reporting verb of one article. `utterance`: number of the utterance in `Comparison.utterances`, None for others."""

    article: int
    text: str
    scale: Scale
    place: Place
    utterance: int | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """What the outlets call one person or place, and how they report that person's words."""

    person: str
    used: tuple[NameUsed, ...]
    verbs: tuple[VerbUsed, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything found across the articles of one story by one version of the comparison."""

    version: str
    passages: tuple[SharedPassage, ...] = field(default=())
    origins: tuple[Origin, ...] = field(default=())
    utterances: tuple[Utterance, ...] = field(default=())
    claims: tuple[ComparedClaim, ...] = field(default=())
    conflicts: tuple[Conflict, ...] = field(default=())
    names: tuple[Naming, ...] = field(default=())
    chains: tuple[Chain, ...] = field(default=())
