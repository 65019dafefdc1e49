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


def _nowhere(_: Place) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Claimed:
    """A decided claim: the places where it stands, those that its verdict cites, and the articles that were there by then.

    `stood` says of a place in a later article whether its words stood in an earlier version of it, which was there.
    """

    own: tuple[Place, ...]
    cited: tuple[Place, ...]
    known: frozenset[int]
    stood: Callable[[Place], bool] = _nowhere

    def knew(self, place: Place) -> bool:
        """Whether the decision was taken with the words at this place at hand."""
        return place.article in self.known or self.stood(place)


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
    here = [place for place in claim.own if claim.knew(place)]
    groups = [group for group in comparison.claims if _meets(here, (member.place for member in group.members))]
    places = [*here, *(m.place for group in groups for m in group.members if claim.knew(m.place))]
    words = [*claim.cited, *here]
    found: list[Touch] = []
    for group in groups:
        found += _stances(group, claim, told)
        found += _denials(group, claim, told)
        found += _origins(group, claim, told)
    for conflict in comparison.conflicts:
        found += _conflict(conflict, places, claim, told)
    for utterance in comparison.utterances:
        found += _utterance(utterance, words, claim, told)
    first: dict[tuple[int, LookKind, str], Touch] = {}
    for touch in found:
        first.setdefault((touch.article, touch.kind, touch.key), touch)
    return list(first.values())


def _meets(places: Sequence[Place], others: Iterable[Place]) -> bool:
    return any(place.is_near(other) for other in others for place in places)


def _stances(group: ComparedClaim, claim: Claimed, told: Told) -> Iterator[Touch]:
    before = {member.stance for member in group.members if claim.knew(member.place)}
    was = " and ".join(_WAS[stance] for stance in Stance if stance in before)
    for member in group.members:
        if not claim.knew(member.place) and before and member.stance not in before:
            who = f"has {member.claimant}, who" if member.claimant else ""
            where = " ".join(filter(None, (told.at(member.place, member.paragraph), who)))
            sentence = f"{where} {_DOES[member.stance]} this; in the articles before it was only {was}."
            yield Touch(member.place.article, LookKind.STANCE, member.stance.value, sentence)


def _denials(group: ComparedClaim, claim: Claimed, told: Told) -> Iterator[Touch]:
    if any(member.stance is Stance.DENIES and claim.knew(member.place) for member in group.members):
        return
    if any(claim.knew(place) for place in group.denied_by):
        return
    for place in group.denied_by:
        sentence = f"{told.at(place)} has a denial of this; none of the articles before had one."
        yield Touch(place.article, LookKind.DENIAL, "", sentence)


def _origins(group: ComparedClaim, claim: Claimed, told: Told) -> Iterator[Touch]:
    """An article of another origin that asserts the claim itself, or by somebody who has not made it so far."""
    asserting = [member for member in group.members if member.stance is Stance.ASSERTS]
    before = [member for member in asserting if claim.knew(member.place)]
    origins = {told.origins[member.place.article] for member in before}
    claimants = {member.claimant for member in before}
    for member in asserting:
        article = member.place.article
        if claim.knew(member.place) or not before or told.origins[article] in origins:
            continue
        if member.voice is Voice.OUTLET:
            sentence = (
                f"{told.at(member.place, member.paragraph)} asserts this in its own voice, from an origin of its own."
            )
            yield Touch(article, LookKind.ORIGIN, told.origins[article][:64], sentence)
        elif member.claimant and member.claimant not in claimants:
            sentence = f"{told.at(member.place, member.paragraph)} has it from {member.claimant}, who was not among those who said so."
            yield Touch(article, LookKind.ORIGIN, member.claimant[:64], sentence)


def _conflict(conflict: Conflict, places: Sequence[Place], claim: Claimed, told: Told) -> Iterator[Touch]:
    before = [answer for answer in conflict.members if claim.knew(answer.place)]
    if not any(answer.place.touches(place) for answer in before for place in places):
        return
    values = {answer.value for answer in before}
    for answer in conflict.members:
        if not claim.knew(answer.place) and answer.value not in values:
            said = "; ".join(
                f"{told.at(one.place, one.paragraph)}: “{_short(one.value)}”" for one in (answer, *before[:3])
            )
            sentence = f"Possible conflict: check. {conflict.question} {said}."
            yield Touch(answer.place.article, LookKind.CONFLICT, conflict.kind.value, sentence)


def _utterance(utterance: Utterance, words: Sequence[Place], claim: Claimed, told: Told) -> Iterator[Touch]:
    ours = [one for one in utterance.members if claim.knew(one.place) and _over(one, words)]
    if not ours:
        return
    for variant in utterance.members:
        if claim.knew(variant.place):
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
    yield from _longer(utterance, ours, claim, told)


def _longer(utterance: Utterance, ours: Sequence[Variant], claim: Claimed, told: Told) -> Iterator[Touch]:
    """A later article that gives the words at greater length shows that the quote at hand was cut or changed."""
    longest = utterance.members[utterance.reference]
    if claim.knew(longest.place):
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
