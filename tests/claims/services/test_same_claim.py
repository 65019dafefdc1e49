"""When two stated propositions are one claim."""

import pytest

from claims.models import Claim
from claims.services.same_claim import claim_key, claims_by_key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The bridge is safe.", "the  bridge is SAFE", True),
        ("“The bridge is safe,”", "'The bridge is safe'", True),
        ("The bridge isn’t safe", "The bridge isn't safe", True),
        ("The bridge is safe", "The bridge is not safe", False),
        ("12 boats", "12.5 boats", False),
        ("…", "?", False),
    ],
)
def test_folding_forgets_case_space_and_marks_but_no_word(one: str, other: str, same: bool) -> None:
    assert (claim_key(one, "Ines Calder") == claim_key(other, "ines  calder")) is same


def test_joined_claims_stand_for_the_kept_one_and_a_ring_ends() -> None:
    kept, joined, ring = (Claim(pk=number, text=f"claim {number}") for number in (1, 2, 3))
    joined.joined_into_id, ring.joined_into_id = 3, 2
    found = claims_by_key([kept, joined, ring])
    assert found[claim_key("claim 1", "")] is kept
    assert found[claim_key("claim 2", "")] in {joined, ring}
    joined.joined_into_id, ring.joined_into_id = 1, None
    assert claims_by_key([kept, joined, ring])[claim_key("claim 2", "")] is kept
