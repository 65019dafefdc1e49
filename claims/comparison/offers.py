"""What the comparison offers to whoever checks one claim: places to cite, with the stance filled in, and findings. Pure.

An offer is a suggestion with its reason; nothing of it counts until a person takes it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.comparison.decisions import Place
from claims.comparison.found import (
    Chain,
    Change,
    ComparedClaim,
    Comparison,
    Conflict,
    Flag,
    Origin,
    Utterance,
    Variant,
)
from claims.language.spans import Stance, Voice
from claims.rules.origins import folded_name
from claims.rules.ratings import CitationStance, FindingReason

LONGEST_NEUTRAL = 500
"""Characters of a finding's neutral wording."""
_ORDER = (CitationStance.CONTRADICTS, CitationStance.SUPPORTS, CitationStance.CONTEXT)
_CHANGES = {Change.WORD_CHANGED, Change.INNER_CUT, Change.JOINED, Change.REORDERED}


@dataclass(frozen=True, slots=True)
class CitationOffer:
    """Words that bear on the claim. `why` says what the comparison saw, for the person who decides."""

    place: Place
    stance: CitationStance
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class FindingOffer:
    """A way of putting the claim that may be a finding. `neutral` is "" where there is no better wording to offer."""

    place: Place
    reason: FindingReason
    neutral: str
    note: str
    score: float


@dataclass(frozen=True, slots=True)
class Coloured:
    """A coloured word that the extractor marked in a paragraph where the claim stands."""

    place: Place
    neutral: str
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class Offers:
    citations: tuple[CitationOffer, ...] = ()
    findings: tuple[FindingOffer, ...] = ()


def offers_for(
    own: Sequence[tuple[Place, Stance]],
    comparison: Comparison,
    *,
    outlets: Sequence[str],
    texts: Sequence[str],
    headings: frozenset[tuple[int, int]] = frozenset(),
    coloured: Iterable[Coloured] = (),
) -> Offers:
    """Offers for the claim that stands at `own` (each place with its stance there), none twice: what contradicts before
    what supports before context, then the surest first.

    `outlets` and `texts` are those of the story's articles, `headings` their (article, paragraph) numbers of headings.
    """
    if not own:
        return Offers(findings=tuple(map(_loaded, coloured)))
    seen = _Seen(own, outlets, texts, headings)
    for claim in comparison.claims:
        if any(seen.is_own(member.place) for member in claim.members):
            seen.of_claim(claim)
    for conflict in comparison.conflicts:
        if any(seen.is_own(answer.place) for answer in conflict.members):
            seen.of_conflict(conflict)
    for utterance in comparison.utterances:
        if any(seen.is_own(variant.place) for variant in utterance.members):
            seen.of_utterance(utterance)
    seen.of_passages(comparison)
    seen.findings.extend(map(_loaded, coloured))
    return Offers(
        tuple(_once(sorted(seen.citations, key=lambda o: (_ORDER.index(o.stance), -o.score, o.place)))),
        tuple(_once(sorted(seen.findings, key=lambda offer: (-offer.score, offer.place)))),
    )


class _Seen:
    """What is gathered for one claim."""

    def __init__(
        self,
        own: Sequence[tuple[Place, Stance]],
        outlets: Sequence[str],
        texts: Sequence[str],
        headings: frozenset[tuple[int, int]],
    ) -> None:
        self.own, self.outlets, self.texts, self.headings = own, outlets, texts, headings
        self.citations: list[CitationOffer] = []
        self.findings: list[FindingOffer] = []

    def is_own(self, place: Place) -> bool:
        return any(mine.touches(place) for mine, _ in self.own)

    def of_claim(self, claim: ComparedClaim) -> None:
        """Other outlets' giving of the same claim, who denies it, where it leaks and where the denial is not found."""
        stance, claimant = self._put_here(claim)
        first = self.own[0][0]
        for member in claim.members:
            if member.place.touches(first):
                continue
            bears, why = _bearing(stance, member.stance), claim.reason
            if bears is CitationStance.SUPPORTS and claimant and member.claimant == claimant:
                bears, why = CitationStance.CONTEXT, f"{claimant} again: nobody is an origin for their own claim"
            self._cite(member.place, bears, why, member.score * claim.score)
        for place in claim.denied_by:
            if not self.is_own(place):
                self._cite(place, _bearing(stance, Stance.DENIES), "denies the claim", claim.score)
        for member in claim.members:
            words = self._words(member.place)
            if member.leaks and claim.claimant and member.voice is Voice.OUTLET:
                neutral = f"{words.rstrip(' .,;')}, according to {claim.claimant}"
                note = f"Told here in the outlet’s own voice; others give it to {claim.claimant}."
                self._find(member.place, FindingReason.VOICE_LEAK, neutral, note, member.score)
            if member.place.article in claim.missing and member.stance is Stance.ASSERTS:
                deniers = sorted({self.outlets[place.article] for place in claim.denied_by})
                note = f"The denial that {_listed(deniers)} give is not found in this outlet’s copy."
                note = note.replace(" give ", " gives ") if len(deniers) == 1 else note
                self._find(member.place, FindingReason.MISSING_COUNTER_CLAIM, "", note, claim.score)

    def of_conflict(self, conflict: Conflict) -> None:
        """Answers other than the one given where the claim stands speak against it, equal ones for it."""
        mine = [answer for answer in conflict.members if self.is_own(answer.place)]
        values = {answer.value for answer in mine}
        for answer in conflict.members:
            if self.is_own(answer.place):
                continue
            agrees = answer.value in values
            stance = CitationStance.SUPPORTS if agrees else CitationStance.CONTRADICTS
            self._cite(
                answer.place, stance, f"possible conflict: {conflict.question} Here: {answer.value}", conflict.score
            )
        for answer in mine:
            if (answer.place.article, answer.paragraph) not in self.headings:
                continue
            below = [
                other for other in conflict.members
                if other.place.article == answer.place.article and other.value != answer.value
            ]  # fmt: skip
            if below:
                note = f"{conflict.question} The headline: {answer.value}; the copy below it: {below[0].value}."
                self._find(answer.place, FindingReason.MISLEADING_HEADLINE, "", note, conflict.score)

    def of_utterance(self, utterance: Utterance) -> None:
        for number, variant in enumerate(utterance.members):
            if number != utterance.reference and variant.marked:
                self._of_variant(utterance, variant)
        reference = utterance.members[utterance.reference]
        if not self.is_own(reference.place):
            self._cite(reference.place, CitationStance.CONTEXT, "the longest version of these words", utterance.score)

    def _of_variant(self, utterance: Utterance, variant: Variant) -> None:
        if Flag.CUT_BEFORE_CONTRAST in variant.flags and variant.missing:
            stop = " A full stop is put inside the marks." if Flag.STOP_INSIDE_MARKS in variant.flags else ""
            note = f"Stops before “{_short(variant.missing)}”, which is not found in this outlet’s copy.{stop}"
            neutral = f"{variant.text.rstrip(' .,;')}, {variant.missing}"
            self._find(variant.place, FindingReason.CUT_QUOTE, neutral, note, utterance.score)
        if Flag.ANOTHER_MOUTH in variant.flags and variant.speaker != utterance.speaker:
            note = f"Given to {variant.speaker or 'nobody'} here, to {utterance.speaker} in the longest version."
            self._find(variant.place, FindingReason.ANOTHER_MOUTH, "", note, utterance.score)
        if Flag.ALTERED not in variant.flags or Flag.TRANSLATION in variant.flags:
            return
        for change in variant.differences:
            if change.kind in _CHANGES:
                place = Place(variant.place.article, change.start, change.end)
                whole = change.end <= change.start
                note = f"Differs from the longest version held: {change.kind}, “{_short(change.words)}”."
                self._find(
                    variant.place if whole else place,
                    FindingReason.ALTERED_QUOTE,
                    "" if whole else change.words,
                    note,
                    utterance.score,
                )

    def of_passages(self, comparison: Comparison) -> None:
        """A copied passage whose origin is known by name, in an outlet that nowhere names it."""
        for passage in comparison.passages:
            places = [member.place for member in passage.members]
            if not any(self.is_own(place) for place in places):
                continue
            for place in places:
                for named in sorted(_origins_at(place, comparison.origins)):
                    if not self._names(place.article, named, comparison.chains):
                        note = f"Word for word as in {named}, which is not named in this outlet’s copy."
                        self._find(place, FindingReason.UNDISCLOSED_CHAIN, "", note, passage.containment)

    def _names(self, article: int, origin: str, chains: Iterable[Chain]) -> bool:
        """Whether the article is that origin's own, or says that it has something from there."""
        said = [chain.through for chain in chains if chain.article == article]
        return any(folded_name(name) == folded_name(origin) for name in (self.outlets[article], *said))

    def _put_here(self, claim: ComparedClaim) -> tuple[Stance, str | None]:
        """How the claim under check stands in this group, and by whom: a row of the desk may be the denial of what the
        group says."""
        for place, stance in self.own:
            for member in claim.members:
                if member.place.touches(place):
                    return stance, member.claimant
        return Stance.ASSERTS, None

    def _words(self, place: Place) -> str:
        return " ".join(self.texts[place.article][place.start : place.end].split())

    def _cite(self, place: Place, stance: CitationStance, why: str, score: float) -> None:
        self.citations.append(CitationOffer(place, stance, why, score))

    def _find(self, place: Place, reason: FindingReason, neutral: str, note: str, score: float) -> None:
        fits = neutral if len(neutral) <= LONGEST_NEUTRAL else ""
        self.findings.append(FindingOffer(place, reason, fits, note, score))


def _origins_at(place: Place, origins: Iterable[Origin]) -> set[str]:
    """Origins known by one name (not "A / B", where nobody knows who copied whom) that this stretch has."""
    return {
        origin.named
        for origin in origins
        if origin.named and " / " not in origin.named and place.article in origin.articles
        and (origin.is_whole or any(place.touches(other) for other in origin.places))
    }  # fmt: skip


def _bearing(own: Stance, other: Stance) -> CitationStance:
    """How a place of one stance bears on a claim of another: a doubt is context, whichever way."""
    if Stance.DOUBTS in (own, other):
        return CitationStance.CONTEXT
    return CitationStance.SUPPORTS if own is other else CitationStance.CONTRADICTS


def _loaded(word: Coloured) -> FindingOffer:
    return FindingOffer(word.place, FindingReason.LOADED_WORD, word.neutral[:LONGEST_NEUTRAL], word.why, word.score)


def _once[T: (CitationOffer, FindingOffer)](offers: Iterable[T]) -> Iterable[T]:
    """The first of those that mean the same stretch (findings: with the same reason)."""
    kept: list[T] = []
    for offer in offers:
        if not any(_same(offer, other) for other in kept):
            kept.append(offer)
    return kept


def _same(one: CitationOffer | FindingOffer, other: CitationOffer | FindingOffer) -> bool:
    reasons = getattr(one, "reason", None), getattr(other, "reason", None)
    return reasons[0] == reasons[1] and one.place.is_near(other.place)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "others"


def _short(words: str, longest: int = 120) -> str:
    words = " ".join(words.split())
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
