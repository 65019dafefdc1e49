"""Notes of the staff."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.rules.statuses import Status
from claims.services.add_note import add_note
from claims.services.move_claim import move_claim
from newsdesk.errors import BadInput


def test_anybody_writes_a_note_and_takes_nothing_by_it(claim, second_checker):
    note = add_note(claim_id=claim.pk, text=" Called the county. ", by=second_checker)
    claim.refresh_from_db()
    assert (note.text, note.by, claim.status, claim.holder) == ("Called the county.", second_checker, Status.NEW, None)


def test_a_note_by_the_holder_renews_the_hold(claim, checker):
    start = timezone.now()
    move_claim(claim_id=claim.pk, move="take", by=checker, now=start)
    later = start + timedelta(minutes=10)
    add_note(claim_id=claim.pk, text="Still on it.", by=checker, now=later)
    claim.refresh_from_db()
    assert claim.held_until == later + timedelta(minutes=30)


def test_an_empty_note_is_refused(claim, checker):
    with pytest.raises(BadInput, match="Write the note first"):
        add_note(claim_id=claim.pk, text="  ", by=checker)
