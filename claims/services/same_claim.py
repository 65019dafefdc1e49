"""When two stated propositions are one claim: for now exact equality of the folded words and of the claimant."""

import re
from collections.abc import Iterable

from articles.segmentation import fold_paragraph
from claims.models import Claim

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")

ClaimKey = tuple[str, str]


def claim_key(text: str, claimant: str) -> ClaimKey:
    """What equal claims share: words and claimant without regard to case, space, glyphs and marks at the ends.

    Words with nothing but marks in them keep their marks, so that they equal nothing but themselves.
    """
    folded = fold_paragraph(text)
    return _EDGES.sub("", folded) or folded, fold_paragraph(claimant)


def claims_by_key(claims: Iterable[Claim]) -> dict[ClaimKey, Claim]:
    """The story's claims by key, oldest first; a claim that was joined into another stands for that other one."""
    by_id = {claim.pk: claim for claim in claims}
    found: dict[ClaimKey, Claim] = {}
    for claim in sorted(by_id.values(), key=lambda claim: claim.pk):
        found.setdefault(claim_key(claim.text, claim.claimant), _kept(claim, by_id))
    return found


def _kept(claim: Claim, by_id: dict[int, Claim]) -> Claim:
    """Follow `joined_into` to its end; a chain that goes round or leaves the story ends where it is."""
    seen = {claim.pk}
    while claim.joined_into_id in by_id and claim.joined_into_id not in seen:
        claim = by_id[claim.joined_into_id]
        seen.add(claim.pk)
    return claim
