"""When two stated propositions are one claim: for now exact equality of the folded words, and one claimant.

The claimant is one where it is the same person, however written ("Zelensky", "Volodymyr Zelenskyy"), else the same name.
"""

import re
from collections.abc import Iterable, Mapping

from articles.segmentation import fold_paragraph
from claims.models import Claim
from claims.services.link_people import Linked

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")

ClaimKey = tuple[str, str | int]
People = Mapping[str, int]
"""Folded name → who is meant."""
NOBODY: People = {}


def roots_of(linked: Mapping[str, Linked]) -> People:
    """The claimants that are linked, for comparing claims."""
    return {fold_paragraph(name): one.root for name, one in linked.items()}


def claim_key(text: str, claimant: str, people: People = NOBODY) -> ClaimKey:
    """What equal claims share: words and claimant without regard to case, space, glyphs and marks at the ends.

    Words with nothing but marks in them keep their marks, so that they equal nothing but themselves.
    """
    folded = fold_paragraph(text)
    who = fold_paragraph(claimant)
    return _EDGES.sub("", folded) or folded, people.get(who, who)


def claims_by_key(claims: Iterable[Claim], people: People = NOBODY) -> dict[ClaimKey, Claim]:
    """The story's claims by key, oldest first, retired ones last; a claim that was joined into another stands for it."""
    by_id = {claim.pk: claim for claim in claims}
    found: dict[ClaimKey, Claim] = {}
    for claim in sorted(by_id.values(), key=lambda claim: (claim.retired_by_id is not None, claim.pk)):
        found.setdefault(claim_key(claim.text, claim.claimant, people), _kept(claim, by_id))
    return found


def _kept(claim: Claim, by_id: dict[int, Claim]) -> Claim:
    """Follow `joined_into` to its end; a chain that goes round or leaves the story ends where it is."""
    seen = {claim.pk}
    while claim.joined_into_id in by_id and claim.joined_into_id not in seen:
        claim = by_id[claim.joined_into_id]
        seen.add(claim.pk)
    return claim
