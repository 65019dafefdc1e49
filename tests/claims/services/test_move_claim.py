"""What each move does to the claim, its verdict and the log; who may make it is the table's business."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import LogEntry
from claims.rules.moves import MOVES
from claims.rules.ratings import Rating
from claims.rules.statuses import Status
from claims.services.move_claim import move_claim
from claims.services.move_effects import EFFECTS
from claims.services.save_draft import save_draft
from claims.services.second_reading import second_reading
from newsdesk.errors import BadInput, NotAllowed, NotPossibleNow


@pytest.fixture
def signed_off(proposed, second_checker):
    return second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker)


@pytest.fixture
def contested(proposed, second_checker):
    return second_reading(claim_id=proposed.pk, rating=Rating.UNSETTLED, by=second_checker, note="I saw no report.")


@pytest.fixture
def published(signed_off, editor):
    return move_claim(claim_id=signed_off.pk, move="publish", by=editor)


def fresh(claim):
    return type(claim).objects.get(pk=claim.pk)


def test_every_move_of_the_table_has_an_effect():
    assert set(EFFECTS) == set(MOVES)


def test_take_holds_the_claim_and_opens_a_draft(claim, checker):
    now = timezone.now()
    move_claim(claim_id=claim.pk, move="take", by=checker, now=now)
    claim = fresh(claim)
    assert (claim.status, claim.holder) == (Status.IN_CHECK, checker)
    assert claim.held_until == now + timedelta(minutes=30)
    assert (claim.working_verdict.by, claim.working_verdict.version) == (checker, 1)


def test_a_claim_held_by_another_is_not_taken_and_the_holder_is_named(claim, checker, second_checker):
    move_claim(claim_id=claim.pk, move="take", by=checker)
    with pytest.raises(NotPossibleNow, match="held by Ada Brandt"):
        move_claim(claim_id=claim.pk, move="take", by=second_checker)
    assert fresh(claim).holder == checker


def test_a_hold_that_has_run_out_is_taken_over_with_the_draft(claim, checker, second_checker):
    start = timezone.now()
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.DISPUTED, rationale="So far.", now=start)
    move_claim(claim_id=claim.pk, move="take", by=second_checker, now=start + timedelta(minutes=31))
    claim = fresh(claim)
    assert claim.holder == second_checker
    assert (claim.working_verdict.by, claim.working_verdict.rationale) == (second_checker, "So far.")
    assert claim.log.last().details["taken_over_from"] == checker.pk


def test_a_hold_that_has_run_out_stays_its_holders_until_somebody_takes_it(claim, checker):
    start = timezone.now()
    move_claim(claim_id=claim.pk, move="take", by=checker, now=start)
    later = start + timedelta(hours=3)
    save_draft(claim_id=claim.pk, by=checker, rationale="Back from lunch.", now=later)
    assert fresh(claim).held_until == later + timedelta(minutes=30)


def test_whoever_worked_on_a_draft_cannot_read_it_second(
    claim, checker, second_checker, cite, post_article, bell_article
):
    start = timezone.now()
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.UNSETTLED, rationale="Rang twice.", now=start)
    later = start + timedelta(minutes=31)
    move_claim(claim_id=claim.pk, move="take", by=second_checker, now=later)
    move_claim(claim_id=claim.pk, move="propose", by=second_checker, now=later)
    with pytest.raises(NotAllowed, match="worked on this verdict"):
        second_reading(claim_id=claim.pk, rating=Rating.UNSETTLED, by=checker)


def test_release_puts_the_claim_back_and_keeps_the_draft(claim, checker):
    save_draft(claim_id=claim.pk, by=checker, rationale="So far.")
    move_claim(claim_id=claim.pk, move="release", by=checker)
    claim = fresh(claim)
    assert (claim.status, claim.holder, claim.held_until) == (Status.NEW, None, None)
    assert claim.working_verdict.rationale == "So far."


@pytest.mark.parametrize("taken", [False, True])
def test_dismiss_remembers_where_the_claim_was_and_restore_goes_back(claim, checker, taken):
    if taken:
        move_claim(claim_id=claim.pk, move="take", by=checker)
    before = fresh(claim).status
    with pytest.raises(BadInput, match="reason"):
        move_claim(claim_id=claim.pk, move="dismiss", by=checker)
    move_claim(claim_id=claim.pk, move="dismiss", by=checker, note="A matter of taste.")
    assert (fresh(claim).status, fresh(claim).status_before, fresh(claim).holder) == (Status.DISMISSED, before, None)
    move_claim(claim_id=claim.pk, move="restore", by=checker, note="Second thoughts.")
    assert (fresh(claim).status, fresh(claim).status_before) == (before, "")


def test_propose_freezes_the_draft_and_lets_the_claim_go(proposed, checker):
    claim = fresh(proposed)
    assert (claim.status, claim.holder) == (Status.PROPOSED, None)
    assert claim.working_verdict.by == checker
    assert claim.working_verdict.proposed_at is not None
    with pytest.raises(NotPossibleNow, match="proposed"):
        save_draft(claim_id=claim.pk, by=checker, rationale="Late.")


def test_propose_takes_what_is_typed_along(claim, checker):
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.DISPUTED)
    move_claim(claim_id=claim.pk, move="propose", by=checker, rating=Rating.UNSETTLED, rationale=" Rang twice. ")
    verdict = fresh(claim).working_verdict
    assert (verdict.rating, verdict.rationale) == (Rating.UNSETTLED, "Rang twice.")


def test_what_is_typed_along_with_propose_is_kept_as_a_saved_draft_is(proposed, checker):
    move_claim(claim_id=proposed.pk, move="withdraw", by=checker)
    move_claim(claim_id=proposed.pk, move="propose", by=checker, rationale="Gravelbank.\r\nBoth sent reporters.")
    proposed.refresh_from_db()
    assert proposed.working_verdict.rationale == "Gravelbank.\nBoth sent reporters."


def test_propose_with_a_rationale_without_end_is_refused_and_changes_nothing(proposed, checker):
    move_claim(claim_id=proposed.pk, move="withdraw", by=checker)
    with pytest.raises(BadInput, match="20,000"):
        move_claim(claim_id=proposed.pk, move="propose", by=checker, rationale="x" * 20_001)
    proposed.refresh_from_db()
    assert proposed.status == Status.IN_CHECK


def test_propose_is_refused_while_the_gate_is_shut(claim, checker, cite, post_article):
    cite(claim, post_article, "engineers found cracks in two piers", checker)
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.CORROBORATED, rationale="One report.")
    with pytest.raises(BadInput, match="there is 1: The Harbour Post"):
        move_claim(claim_id=claim.pk, move="propose", by=checker)
    assert fresh(claim).status == Status.IN_CHECK


def test_propose_without_a_rating_says_so(claim, checker):
    save_draft(claim_id=claim.pk, by=checker, rationale="Something.")
    with pytest.raises(BadInput, match="Choose a rating"):
        move_claim(claim_id=claim.pk, move="propose", by=checker)


def test_withdraw_gives_the_draft_back_to_its_proposer(proposed, checker, second_checker):
    with pytest.raises(NotAllowed, match="Ada Brandt"):
        move_claim(claim_id=proposed.pk, move="withdraw", by=second_checker)
    move_claim(claim_id=proposed.pk, move="withdraw", by=checker)
    claim = fresh(proposed)
    assert (claim.status, claim.holder, claim.working_verdict.proposed_at) == (Status.IN_CHECK, checker, None)


def test_return_makes_it_a_draft_again_and_forgets_the_second_reading(contested, editor, checker):
    move_claim(claim_id=contested.pk, move="return", by=editor, note="Ask the county again.")
    claim = fresh(contested)
    verdict = claim.working_verdict
    assert (claim.status, claim.holder) == (Status.IN_CHECK, None)
    assert (verdict.proposed_at, verdict.second_reader, verdict.second_rating) == (None, None, "")
    assert verdict.rationale.startswith("Gravelbank")
    assert claim.log.get(move="contest").details["second_rating"] == Rating.UNSETTLED


def test_settle_signs_off_with_the_editors_rating_and_note(contested, editor):
    move_claim(
        claim_id=contested.pk,
        move="settle",
        by=editor,
        rating=Rating.UNSETTLED,
        rationale="No report.",
        note="Ben is right.",
    )
    verdict = fresh(contested).working_verdict
    assert fresh(contested).status == Status.SIGNED_OFF
    assert (verdict.rating, verdict.settled_by, verdict.settled_note) == (Rating.UNSETTLED, editor, "Ben is right.")
    assert verdict.signed_off_at is not None
    assert contested.log.get(move="propose").details["rating"] == Rating.CORROBORATED


def test_settle_on_a_rating_whose_gate_is_shut_is_refused(contested, editor):
    with pytest.raises(BadInput, match="one that contradicts"):
        move_claim(claim_id=contested.pk, move="settle", by=editor, rating=Rating.DISPUTED, note="Both.")


def test_publish_puts_the_verdict_up_and_clears_the_desk(published, editor):
    claim = fresh(published)
    assert (claim.status, claim.working_verdict) == (Status.PUBLISHED, None)
    assert claim.published_verdict.published_by == editor
    assert claim.published_verdict.published_at is not None


def test_correct_publishes_a_next_version_and_leaves_the_first_as_it_was(published, editor):
    first = published.published_verdict
    dropped = first.citations.get(number=1)
    with pytest.raises(BadInput, match="Needs two independent origins"):
        move_claim(
            claim_id=published.pk, move="correct", by=editor, note="One report fell.", without_citations=[dropped.pk]
        )
    move_claim(claim_id=published.pk, move="correct", by=editor, rationale="Better words.", note="Wording put right.")
    second = fresh(published).published_verdict
    assert (second.version, second.rationale, second.notice) == (2, "Better words.", "Wording put right.")
    assert (second.rating, second.by, second.second_reader) == (first.rating, first.by, first.second_reader)
    assert [c.words for c in second.citations.all()] == [c.words for c in first.citations.all()]
    first.refresh_from_db()
    assert (first.rationale.startswith("Gravelbank"), first.notice, first.citations.count()) == (True, "", 2)


def test_correct_counts_the_citations_anew_that_it_keeps(published, editor, bell_article):
    type(bell_article).objects.filter(pk=bell_article.pk).update(is_primary=True)
    first = published.published_verdict.citations.get(number=1)
    move_claim(claim_id=published.pk, move="correct", by=editor, note="Citation removed.", without_citations=[first.pk])
    kept = fresh(published).published_verdict.citations.all()
    assert [(c.number, c.words) for c in kept] == [(2, "two of its piers were found to be cracked")]


def test_a_correction_does_not_leave_a_rationale_that_names_what_it_leaves_out(published, editor, bell_article):
    type(bell_article).objects.filter(pk=bell_article.pk).update(is_primary=True)
    first = published.published_verdict.citations.get(number=1)
    correction = {
        "claim_id": published.pk,
        "move": "correct",
        "by": editor,
        "note": "Fell.",
        "without_citations": [first.pk],
    }
    with pytest.raises(BadInput, match=r"still names \[1\], left out"):
        move_claim(**correction, rationale="The Post says so [1], the Bell too [2].")
    move_claim(**correction, rationale="The Bell says so [2].")
    assert fresh(published).published_verdict.rationale == "The Bell says so [2]."


def test_correct_does_not_change_the_rating(published, editor):
    with pytest.raises(NotPossibleNow, match="reopen"):
        move_claim(claim_id=published.pk, move="correct", by=editor, note="New rating.", rating=Rating.UNSETTLED)


def test_reopen_copies_a_draft_and_leaves_the_published_version_up(published, editor, checker):
    move_claim(claim_id=published.pk, move="reopen", by=editor)
    claim = fresh(published)
    assert (claim.status, claim.holder) == (Status.IN_CHECK, None)
    assert claim.published_verdict.version == 1
    draft = claim.working_verdict
    assert (draft.version, draft.rating, draft.published_at, draft.second_reader) == (2, "corroborated", None, None)
    assert draft.citations.count() == 2
    save_draft(claim_id=claim.pk, by=checker, rationale="Looked at again.")
    claim.published_verdict.refresh_from_db()
    assert claim.published_verdict.rationale.startswith("Gravelbank")


def test_a_claim_with_a_published_version_is_not_dismissed(published, editor):
    move_claim(claim_id=published.pk, move="reopen", by=editor)
    with pytest.raises(NotPossibleNow, match="published"):
        move_claim(claim_id=published.pk, move="dismiss", by=editor, note="No.")


def test_retract_keeps_the_page_and_says_why(published, editor, standards_editor):
    with pytest.raises(NotAllowed):
        move_claim(claim_id=published.pk, move="retract", by=editor, note="Wrong bridge.")
    move_claim(claim_id=published.pk, move="reopen", by=editor)
    move_claim(claim_id=published.pk, move="retract", by=standards_editor, note="Wrong bridge.")
    claim = fresh(published)
    assert (claim.status, claim.working_verdict) == (Status.RETRACTED, None)
    assert (claim.retracted_by, claim.retracted_reason) == (standards_editor, "Wrong bridge.")
    assert claim.published_verdict.version == 1


def test_a_desk_of_one_signs_off_alone_and_the_verdict_says_so(proposed, checker, settings):
    with pytest.raises(NotAllowed, match="second reader"):
        move_claim(claim_id=proposed.pk, move="sign off alone", by=checker)
    settings.SECOND_READER_REQUIRED = False
    move_claim(claim_id=proposed.pk, move="sign off alone", by=checker)
    assert fresh(proposed).status == Status.SIGNED_OFF
    assert fresh(proposed).working_verdict.read_by_one_alone


def test_the_log_keeps_the_verdict_as_it_stood_and_the_seconds_before(claim, checker, cite, post_article, bell_article):
    start = timezone.now()
    type(claim).objects.filter(pk=claim.pk).update(status_since=start - timedelta(seconds=90))
    move_claim(claim_id=claim.pk, move="take", by=checker, now=start)
    cite(claim, post_article, "engineers found cracks in two piers", checker)
    later = start + timedelta(seconds=600)
    move_claim(
        claim_id=claim.pk, move="propose", by=checker, rating=Rating.UNSETTLED, rationale="Rang twice.", now=later
    )
    taken, entry = claim.log.all()
    assert (taken.from_status, taken.to_status, taken.seconds_in_status) == ("new", "in check", 90.0)
    assert (entry.seconds_in_status, entry.by, entry.at) == (600.0, checker, later)
    assert (entry.details["rating"], entry.details["rationale"]) == ("unsettled", "Rang twice.")
    cited = entry.details["citations"][0]
    assert (cited["number"], cited["stance"], cited["words"]) == (1, "supports", "engineers found cracks in two piers")
    assert post_article.body[cited["start"] : cited["end"]] == cited["words"]


def test_a_refused_move_writes_nothing(claim, editor):
    with pytest.raises(NotPossibleNow):
        move_claim(claim_id=claim.pk, move="publish", by=editor)
    assert fresh(claim).status == Status.NEW
    assert not LogEntry.objects.exists()


def test_a_claim_joined_into_another_does_not_move(claim, post_article, checker):
    other = type(claim).objects.create(story=claim.story, text="The bridge closed.")
    type(claim).objects.filter(pk=claim.pk).update(joined_into=other)
    with pytest.raises(NotPossibleNow, match="joined"):
        move_claim(claim_id=claim.pk, move="take", by=checker)
