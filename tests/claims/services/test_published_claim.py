"""What the public is told of who read a verdict."""

from claims.models import Claim
from claims.rules.ratings import Rating
from claims.services.move_claim import move_claim
from claims.services.published_claim import published_claim
from claims.services.second_reading import second_reading
from newsdesk.models import User


def readers_of(claim: Claim) -> str:
    page = published_claim(claim.public_id)
    assert page is not None
    return page.readers


def test_a_second_reader_who_had_read_before_is_said_to_have(
    proposed: Claim, checker: User, second_checker: User, editor: User
) -> None:
    second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker)
    move_claim(claim_id=proposed.pk, move="return", by=editor, note="Say who counted.")
    move_claim(claim_id=proposed.pk, move="take", by=checker)
    move_claim(claim_id=proposed.pk, move="propose", by=checker)
    second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker)
    move_claim(claim_id=proposed.pk, move="publish", by=editor)
    assert readers_of(proposed) == (
        "Two people rated this claim and agreed; the second had read an earlier state of this verdict."
    )


def test_a_second_reader_who_read_blind_is_said_to_have(proposed: Claim, second_checker: User, editor: User) -> None:
    second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker)
    move_claim(claim_id=proposed.pk, move="publish", by=editor)
    assert (
        readers_of(proposed) == "Two people rated this claim, the second without seeing the first rating, and agreed."
    )
