"""Drafts: saved for the holder alone, and taking a claim that nobody holds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.rules.ratings import Rating
from claims.rules.statuses import Status
from claims.services.move_claim import move_claim
from claims.services.rationale import LONGEST_RATIONALE
from claims.services.save_draft import save_draft
from newsdesk.errors import BadInput, NotPossibleNow


def test_a_mark_on_a_new_claim_takes_it(claim, checker):
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.DISPUTED)
    claim.refresh_from_db()
    assert (claim.status, claim.holder, claim.working_verdict.rating) == (Status.IN_CHECK, checker, "disputed")
    assert [entry.move for entry in claim.log.all()] == ["take"]


def test_saving_one_part_leaves_the_other(claim, checker):
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.DISPUTED)
    verdict = save_draft(claim_id=claim.pk, by=checker, rationale="Who says so?\r\nThe county.")
    verdict.refresh_from_db()
    assert (verdict.rating, verdict.rationale) == ("disputed", "Who says so?\nThe county.")
    assert claim.log.count() == 1


def test_saving_says_when_and_renews_the_hold(claim, checker):
    start = timezone.now()
    save_draft(claim_id=claim.pk, by=checker, rationale="One.", now=start)
    later = start + timedelta(minutes=20)
    assert save_draft(claim_id=claim.pk, by=checker, rationale="Two.", now=later).saved_at == later
    claim.refresh_from_db()
    assert claim.held_until == later + timedelta(minutes=30)


def test_only_the_holder_saves_and_the_holder_is_named(claim, checker, second_checker):
    save_draft(claim_id=claim.pk, by=checker, rationale="Mine.")
    with pytest.raises(NotPossibleNow, match="held by Ada Brandt"):
        save_draft(claim_id=claim.pk, by=second_checker, rationale="Not mine.")
    claim.refresh_from_db()
    assert claim.working_verdict.rationale == "Mine."


def test_the_former_holder_does_not_write_into_the_draft_of_whoever_took_over(claim, checker, second_checker):
    start = timezone.now()
    save_draft(claim_id=claim.pk, by=checker, rationale="Mine.", now=start)
    late = start + timedelta(minutes=31)
    move_claim(claim_id=claim.pk, move="take", by=second_checker, now=late)
    with pytest.raises(NotPossibleNow, match="held by Ben Okoro"):
        save_draft(claim_id=claim.pk, by=checker, rationale="Still mine.", now=late)


def test_a_rationale_has_an_end(claim, checker):
    with pytest.raises(BadInput, match="20,000"):
        save_draft(claim_id=claim.pk, by=checker, rationale="x" * (LONGEST_RATIONALE + 1))
    claim.refresh_from_db()
    assert claim.status == Status.NEW
