"""What each rating takes before it can be proposed, and the sentence that says what is missing.

Decided here, within docs/design.md:

- A claimant is never an origin for the claimant's own claim, however many outlets carry it; a denial or an assertion by
  the claimant does count towards *disputed*, where the rationale says by whom.
- A primary citation bears a claim out alone, unless it is the claimant's own statement of it: a transcript proves that
  something was said, not that it is so. Where the claim *is* that something was said, its claimant is whoever reports
  that, so the transcript is not the claimant's and counts.
- A piece of outside evidence is its own origin; two that the caller gives one origin (the same address twice) are one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.rules.ratings import CitationStance, EvidenceKind, Rating
from newsdesk.errors import BadInput

ORIGINS_NEEDED = 2


@dataclass(frozen=True, slots=True)
class CitedOrigin:
    """One citation as the gates see it.

    `origin` is the name of its origin (claims.comparison.copied.origins; "" for outside evidence that has none), `is_claimant` says that the
    words are the claimant's own, said or reported: then `origin` is the claimant's name.
    """

    origin: str
    stance: CitationStance
    primary: bool
    is_claimant: bool
    kind: EvidenceKind
    outlet: str


def check_gate(rating: Rating, *, citations: Sequence[CitedOrigin], findings: int, rationale: str) -> None:
    """Raise BadInput with the sentence of what is missing for this rating; `findings` is how many there are."""
    sentence = gate_sentence(rating, citations=citations, findings=findings, rationale=rationale)
    if sentence:
        raise BadInput(sentence)


def gate_sentence(
    rating: Rating,
    *,
    citations: Sequence[CitedOrigin],
    findings: int,
    rationale: str = "",
    rationale_counts: bool = True,
) -> str:
    """What is missing for this rating, "" where the gate is open; buttons leave the rationale, not yet typed, out of account."""
    missing = []
    if rating is Rating.CORROBORATED:
        missing.append(_missing_for_corroborated(citations))
    elif rating is Rating.DISPUTED:
        missing.append(_missing_for_disputed(citations))
    elif rating is Rating.SOURCE_BIASED and findings < 1:
        missing.append("Needs at least one finding that names the outlet, the words and the reason; there is none.")
    if rationale_counts and not rationale.strip():
        missing.append(_RATIONALE_WANTED[rating])
    return " ".join(sentence for sentence in missing if sentence)


def independent_origins(citations: Sequence[CitedOrigin]) -> list[str]:
    """The independent origins that support, each named once as people would, in the order in which they are first cited."""
    groups: dict[str, list[CitedOrigin]] = {}
    for number, citation in enumerate(citations):
        if citation.stance is CitationStance.SUPPORTS and not citation.is_claimant:
            key = citation.origin.strip() or citation.outlet.strip()
            if not key or (citation.kind.is_outside and not citation.origin.strip()):
                key = f"citation {number}"
            groups.setdefault(key, []).append(citation)
    return [_named(group) for group in groups.values()]


_RATIONALE_WANTED: dict[Rating, str] = {
    Rating.CORROBORATED: "Needs a rationale: say what bears the claim out.",
    Rating.DISPUTED: "Needs a rationale: say who supports the claim and who contradicts it.",
    Rating.SOURCE_BIASED: "Needs a rationale: say what the wording does to the claim.",
    Rating.UNSETTLED: "Needs a rationale: say what was tried.",
}


def _missing_for_corroborated(citations: Sequence[CitedOrigin]) -> str:
    supporting = [citation for citation in citations if citation.stance is CitationStance.SUPPORTS]
    if any(citation.primary and not citation.is_claimant for citation in supporting):
        return ""
    origins = independent_origins(citations)
    if len(origins) >= ORIGINS_NEEDED:
        return ""
    wanted = "Needs two independent origins that support, or one primary source"
    if not supporting:
        return f"{wanted}; no citation supports yet."
    claimants = sum(citation.is_claimant for citation in supporting)
    if origins:
        also = f" {_count(claimants, 'citation')} of the claimant's own words {_do(claimants)} not count." * bool(
            claimants
        )
        return f"{wanted}; there is 1: {origins[0]}.{also}"
    outlets = len({citation.outlet for citation in supporting if citation.outlet})
    whose = next((citation.origin.strip() for citation in supporting if citation.origin.strip()), "")
    if outlets and whose:
        cite = "it cites" if outlets == 1 else "both cite" if outlets == 2 else "all cite"
        return f"{wanted}; {_count(outlets, 'outlet')}, 0 independent origins: {cite} {whose}."
    carried = f"{_count(outlets, 'outlet')}, 0 independent origins: " if outlets else "there are 0: "
    several = "both" if claimants == 2 else f"all {claimants}"
    which = "the only supporting citation is" if claimants == 1 else f"{several} supporting citations are"
    return f"{wanted}; {carried}{which} the claimant's own words."


def _missing_for_disputed(citations: Sequence[CitedOrigin]) -> str:
    counts = {stance: sum(c.stance is stance for c in citations) for stance in CitationStance}
    lacking = [
        f"one that {stance}" for stance in (CitationStance.SUPPORTS, CitationStance.CONTRADICTS) if not counts[stance]
    ]
    if not lacking:
        return ""
    return f"Needs a citation that supports and one that contradicts; still missing: {' and '.join(lacking)}."


def _named(group: Sequence[CitedOrigin]) -> str:
    """The name of one origin: its outlet, or its own name with the outlets that carry it, or the kind of evidence."""
    origin = group[0].origin.strip()
    outlets = sorted({citation.outlet for citation in group if citation.outlet})
    if not origin:
        return outlets[0] if outlets else f"the {group[0].kind}"
    if not outlets or outlets == [origin]:
        return origin
    return f"{origin} (in {' and '.join(outlets)})" if len(outlets) < 3 else f"{origin} (in {len(outlets)} outlets)"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _do(number: int) -> str:
    return "does" if number == 1 else "do"
