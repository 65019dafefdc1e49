"""The blind second reading decides by comparing two ratings."""

import pytest

from claims.models import LogEntry
from claims.rules.ratings import Rating
from claims.rules.statuses import Status
from claims.services.move_claim import move_claim
from claims.services.save_draft import save_draft
from claims.services.second_reading import second_reading
from newsdesk.errors import NotAllowed, NotPossibleNow


def test_the_same_rating_signs_off(proposed, second_checker):
    claim = second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker, note="I agree.")
    claim.refresh_from_db()
    assert claim.status == Status.SIGNED_OFF
    assert (claim.working_verdict.second_reader, claim.working_verdict.second_note) == (second_checker, "I agree.")
    assert claim.working_verdict.signed_off_at is not None
    assert claim.log.last().move == "confirm"


@pytest.mark.parametrize("rating", [r for r in Rating if r is not Rating.CORROBORATED])
def test_another_rating_contests(proposed, second_checker, rating):
    claim = second_reading(claim_id=proposed.pk, rating=rating, by=second_checker)
    claim.refresh_from_db()
    assert claim.status == Status.CONTESTED
    assert (claim.working_verdict.rating, claim.working_verdict.second_rating) == (Rating.CORROBORATED, rating)
    assert claim.working_verdict.signed_off_at is None
    assert claim.log.last().details["second_rating"] == rating


@pytest.mark.parametrize("rating", list(Rating))
def test_the_proposer_never_reads_second(proposed, checker, rating):
    with pytest.raises(NotAllowed, match="somebody else"):
        second_reading(claim_id=proposed.pk, rating=rating, by=checker)
    proposed.refresh_from_db()
    assert (proposed.status, proposed.working_verdict.second_reader) == (Status.PROPOSED, None)
    assert LogEntry.objects.filter(move__in=["confirm", "contest"]).count() == 0


@pytest.mark.parametrize("rating", [Rating.CORROBORATED, Rating.UNSETTLED])
def test_a_draft_cannot_be_sounded_out_by_rating_it(claim, checker, second_checker, rating):
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.CORROBORATED)
    with pytest.raises(
        NotPossibleNow, match=r"Only a proposed verdict is read a second time; this claim is in check\."
    ):
        second_reading(claim_id=claim.pk, rating=rating, by=second_checker)


def test_confirming_by_button_is_refused_without_a_rating(proposed, second_checker):
    for move in ("confirm", "contest"):
        with pytest.raises(NotPossibleNow, match="Rate the claim yourself first"):
            move_claim(claim_id=proposed.pk, move=move, by=second_checker)


def test_neither_of_the_two_settles(proposed, editor, standards_editor):
    second_reading(claim_id=proposed.pk, rating=Rating.UNSETTLED, by=editor)
    with pytest.raises(NotAllowed, match="one of the two ratings"):
        move_claim(claim_id=proposed.pk, move="settle", by=editor, note="I am right.")
    move_claim(claim_id=proposed.pk, move="settle", by=standards_editor, note="The first holds.")


def test_who_differed_has_seen_the_first_rating_and_cannot_read_the_same_verdict_blind(
    proposed, checker, second_checker, editor, standards_editor
):
    second_reading(claim_id=proposed.pk, rating=Rating.DISPUTED, by=second_checker)
    move_claim(claim_id=proposed.pk, move="return", by=editor, note="Cite more.")
    move_claim(claim_id=proposed.pk, move="take", by=checker)
    move_claim(claim_id=proposed.pk, move="propose", by=checker)
    with pytest.raises(NotAllowed, match="somebody else has to read it"):
        second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker)
    second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=standards_editor)
    proposed.refresh_from_db()
    assert proposed.status == Status.SIGNED_OFF
