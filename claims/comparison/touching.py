"""What an article that came later changes for a claim that the desk has decided: the differences, each as a sentence. Pure.

Nothing here judges the verdict; it says why somebody should look at it again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.comparison.decisions import Place
from claims.comparison.found import ComparedClaim, Comparison, Conflict, Flag, Utterance, Variant
from claims.language.spans import Stance, Voice


class LookKind(StrEnum):
    """What about a new article calls a decided claim up again."""

    STANCE = "another stance"
    DENIAL = "a denial"
    CONFLICT = "a possible conflict"
    MOUTH = "another mouth"
    ALTERED = "an altered quote"
    ORIGIN = "a new origin"


@dataclass(frozen=True, slots=True)
class Touch:
    """One difference. `article` caused it; `key` tells differences of one kind and article apart, and is at most 64 long."""

    article: int
    kind: LookKind
    key: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A decided claim: the places where it stands, those that its verdict cites, and the articles that were there by then."""

    own: tuple[Place, ...]
    cited: tuple[Place, ...]
    known: frozenset[int]


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences need: a label and the name of the origin for each article, and the paragraph at a place."""

    labels: Sequence[str]
    origins: Sequence[str]
    paragraph: Callable[[Place], int]

    def at(self, place: Place, paragraph: int | None = None) -> str:
        return f"{self.labels[place.article]} (¶{paragraph or self.paragraph(place)})"


_DOES = {Stance.ASSERTS: "asserts", Stance.DENIES: "denies", Stance.DOUBTS: "doubts"}
_WAS = {Stance.ASSERTS: "asserted", Stance.DENIES: "denied", Stance.DOUBTS: "doubted"}
_LONGEST = 160


def touches(claim: Claimed, comparison: Comparison, told: Told) -> list[Touch]:
    """What the articles that the claim's decision did not know change for it; each article, kind and key once."""
    here = [place for place in claim.own if place.article in claim.known]
    groups = [group for group in comparison.claims if _meets(here, (member.place for member in group.members))]
    places = [*here, *(m.place for group in groups for m in group.members if m.place.article in claim.known)]
    words = [*claim.cited, *here]
    found: list[Touch] = []
    for group in groups:
        found += _stances(group, claim.known, told)
        found += _denials(group, claim.known, told)
        found += _origins(group, claim.known, told)
    for conflict in comparison.conflicts:
        found += _conflict(conflict, places, claim.known, told)
    for utterance in comparison.utterances:
        found += _utterance(utterance, words, claim.known, told)
    first: dict[tuple[int, LookKind, str], Touch] = {}
    for touch in found:
        first.setdefault((touch.article, touch.kind, touch.key), touch)
    return list(first.values())


def _meets(places: Sequence[Place], others: Iterable[Place]) -> bool:
    return any(place.is_near(other) for other in others for place in places)


def _stances(group: ComparedClaim, known: frozenset[int], told: Told) -> Iterator[Touch]:
    before = {member.stance for member in group.members if member.place.article in known}
    was = " and ".join(_WAS[stance] for stance in Stance if stance in before)
    for member in group.members:
        if member.place.article not in known and before and member.stance not in before:
            who = f"has {member.claimant}, who" if member.claimant else ""
            where = " ".join(filter(None, (told.at(member.place, member.paragraph), who)))
            sentence = f"{where} {_DOES[member.stance]} this; in the articles before it was only {was}."
            yield Touch(member.place.article, LookKind.STANCE, member.stance.value, sentence)


def _denials(group: ComparedClaim, known: frozenset[int], told: Told) -> Iterator[Touch]:
    if any(member.stance is Stance.DENIES and member.place.article in known for member in group.members):
        return
    if any(place.article in known for place in group.denied_by):
        return
    for place in group.denied_by:
        sentence = f"{told.at(place)} has a denial of this; none of the articles before had one."
        yield Touch(place.article, LookKind.DENIAL, "", sentence)


def _origins(group: ComparedClaim, known: frozenset[int], told: Told) -> Iterator[Touch]:
    """An article of another origin that asserts the claim itself, or by somebody who has not made it so far."""
    asserting = [member for member in group.members if member.stance is Stance.ASSERTS]
    before = [member for member in asserting if member.place.article in known]
    origins = {told.origins[member.place.article] for member in before}
    claimants = {member.claimant for member in before}
    for member in asserting:
        article = member.place.article
        if article in known or not before or told.origins[article] in origins:
            continue
        if member.voice is Voice.OUTLET:
            sentence = (
                f"{told.at(member.place, member.paragraph)} asserts this in its own voice, from an origin of its own."
            )
            yield Touch(article, LookKind.ORIGIN, told.origins[article][:64], sentence)
        elif member.claimant and member.claimant not in claimants:
            sentence = f"{told.at(member.place, member.paragraph)} has it from {member.claimant}, who was not among those who said so."
            yield Touch(article, LookKind.ORIGIN, member.claimant[:64], sentence)


def _conflict(conflict: Conflict, places: Sequence[Place], known: frozenset[int], told: Told) -> Iterator[Touch]:
    before = [answer for answer in conflict.members if answer.place.article in known]
    if not any(answer.place.touches(place) for answer in before for place in places):
        return
    values = {answer.value for answer in before}
    for answer in conflict.members:
        if answer.place.article not in known and answer.value not in values:
            said = "; ".join(
                f"{told.at(one.place, one.paragraph)}: “{_short(one.value)}”" for one in (answer, *before[:3])
            )
            sentence = f"Possible conflict: check. {conflict.question} {said}."
            yield Touch(answer.place.article, LookKind.CONFLICT, conflict.kind.value, sentence)


def _utterance(utterance: Utterance, words: Sequence[Place], known: frozenset[int], told: Told) -> Iterator[Touch]:
    ours = [one for one in utterance.members if one.place.article in known and _over(one, words)]
    if not ours:
        return
    for variant in utterance.members:
        if variant.place.article in known:
            continue
        where = told.at(variant.place, variant.paragraph)
        if Flag.ANOTHER_MOUTH in variant.flags:
            sentence = f"{where} gives these words to {variant.speaker or 'somebody else'}."
            yield Touch(variant.place.article, LookKind.MOUTH, (variant.speaker or "")[:64], sentence)
        elif Flag.CUT_BEFORE_CONTRAST in variant.flags:
            sentence = f"{where} cuts the quote before “{_short(variant.missing)}”."
            yield Touch(variant.place.article, LookKind.ALTERED, "cut", sentence)
        elif Flag.ALTERED in variant.flags:
            sentence = f"{where} gives the quote in other words: “{_short(variant.text)}”."
            yield Touch(variant.place.article, LookKind.ALTERED, "words", sentence)
    yield from _longer(utterance, ours, known, told)


def _longer(utterance: Utterance, ours: Sequence[Variant], known: frozenset[int], told: Told) -> Iterator[Touch]:
    """A later article that gives the words at greater length shows that the quote at hand was cut or changed."""
    longest = utterance.members[utterance.reference]
    if longest.place.article in known:
        return
    where = told.at(longest.place, longest.paragraph)
    for variant in ours:
        ours_at = told.at(variant.place, variant.paragraph)
        if Flag.CUT_BEFORE_CONTRAST in variant.flags:
            sentence = (
                f"{where} gives these words at greater length: {ours_at} cuts them before “{_short(variant.missing)}”."
            )
            yield Touch(longest.place.article, LookKind.ALTERED, "longer", sentence)
        elif Flag.ALTERED in variant.flags:
            sentence = f"{where} gives these words otherwise than {ours_at}: “{_short(longest.text)}”."
            yield Touch(longest.place.article, LookKind.ALTERED, "otherwise", sentence)


def _over(variant: Variant, words: Sequence[Place]) -> bool:
    return any(variant.place.touches(place) for place in words)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
