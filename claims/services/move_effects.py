"""What each move does to the claim and its verdicts, once the rules have allowed it. `move_claim` is the only caller."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from claims.models import Claim, Verdict
from claims.rules.ratings import Rating
from claims.services.claim_facts import next_version
from claims.services.snapshots import copy_verdict
from newsdesk.errors import BadInput
from newsdesk.models import User


@dataclass(slots=True)
class Moving:
    """One move under way. Effects change `claim` (saved by move_claim) and save verdicts themselves; `details` go to the log."""

    claim: Claim
    by: User
    now: datetime
    note: str = ""
    rating: Rating | None = None
    rationale: str | None = None
    without_citations: frozenset[int] = frozenset()
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """The verdict at work; the rules let no move through that needs one where there is none."""
        if self.claim.working_verdict is None:
            raise BadInput("There is no verdict at work on this claim.")
        return self.claim.working_verdict

    def save(self, verdict: Verdict, **values: Any) -> None:
        for name, value in values.items():
            setattr(verdict, name, value)
        verdict.save(update_fields=list(values))


def hold(claim: Claim, by: User | None, now: datetime) -> None:
    """Give the claim to `by` for the desk's minutes, or to nobody."""
    claim.holder = by
    claim.held_until = now + timedelta(minutes=settings.HOLD_MINUTES) if by else None


def take(moving: Moving) -> None:
    """Hold the claim; open the draft that is there, else make one. A draft taken over changes its author, and the log says so."""
    claim, by = moving.claim, moving.by
    hold(claim, by, moving.now)
    verdict = claim.working_verdict
    if verdict is None:
        claim.working_verdict = Verdict.objects.create(
            claim=claim, version=next_version(claim), by=by, created_at=moving.now, saved_at=moving.now
        )
    elif verdict.by_id != by.pk:
        if verdict.by_id is not None and _has_work(verdict):
            moving.details["taken_over_from"] = verdict.by_id
        moving.save(verdict, by=by)


def _has_work(verdict: Verdict) -> bool:
    written = verdict.rating or verdict.rationale
    return bool(written) or verdict.citations.exists() or verdict.findings.exists()


def let_go(moving: Moving) -> None:
    """Nobody holds the claim; its draft stays."""
    hold(moving.claim, None, moving.now)


def dismiss(moving: Moving) -> None:
    """Remember where the claim stood, for restore."""
    moving.claim.status_before = moving.claim.status
    hold(moving.claim, None, moving.now)


def restore(moving: Moving) -> None:
    """Back where it stood: the table of moves has read `status_before` by now."""
    moving.claim.status_before = ""


def propose(moving: Moving) -> None:
    """Freeze the draft as it stands."""
    verdict = moving.verdict
    values: dict[str, Any] = {"by": moving.by, "proposed_at": moving.now, "saved_at": moving.now}
    if moving.rating is not None:
        values["rating"] = moving.rating.value
    if moving.rationale is not None:
        values["rationale"] = moving.rationale
    moving.save(verdict, **values)
    hold(moving.claim, None, moving.now)


def withdraw(moving: Moving) -> None:
    """Back to a draft in the proposer's hands."""
    moving.save(moving.verdict, proposed_at=None)
    hold(moving.claim, moving.by, moving.now)


def sign_off(moving: Moving) -> None:
    """Agreed by two; the second reading wrote who the other is."""
    moving.save(moving.verdict, signed_off_at=moving.now)


def sign_off_alone(moving: Moving) -> None:
    """The proposer's own word at a desk of one, marked so for the permalink."""
    moving.save(moving.verdict, signed_off_at=moving.now, read_by_one_alone=True)


def contest(moving: Moving) -> None:
    """The two ratings stand side by side until an editor settles; the second reading wrote them."""


def settle(moving: Moving) -> None:
    """Sign off with the rating and rationale that an editor decided on."""
    values: dict[str, Any] = {"settled_by": moving.by, "settled_note": moving.note, "signed_off_at": moving.now}
    if moving.rating is not None:
        values["rating"] = moving.rating.value
    if moving.rationale is not None:
        values["rationale"] = moving.rationale
    moving.save(moving.verdict, **values)


def send_back(moving: Moving) -> None:
    """A draft again, its second reading forgotten (the log keeps it); the next who checks takes it."""
    moving.save(
        moving.verdict,
        proposed_at=None,
        second_reader=None,
        second_rating="",
        second_note="",
        second_at=None,
        settled_by=None,
        settled_note="",
        signed_off_at=None,
        read_by_one_alone=False,
    )
    hold(moving.claim, None, moving.now)


def publish(moving: Moving) -> None:
    """The verdict at work becomes the one the public sees; the one before it stays on record."""
    verdict = moving.verdict
    moving.save(verdict, published_at=moving.now, published_by=moving.by)
    moving.claim.published_verdict = verdict
    moving.claim.working_verdict = None


def correct(moving: Moving) -> None:
    """Publish the next version at once: same rating and readers, other wording or fewer citations, with a public notice."""
    before = moving.claim.published_verdict
    if before is None:
        raise BadInput("There is no published verdict to correct.")
    after = copy_verdict(
        moving.claim,
        before,
        now=moving.now,
        without=moving.without_citations,
        rationale=before.rationale if moving.rationale is None else moving.rationale,
        notice=moving.note,
        proposed_at=before.proposed_at,
        second_reader=before.second_reader,
        second_rating=before.second_rating,
        second_note=before.second_note,
        second_at=before.second_at,
        settled_by=before.settled_by,
        settled_note=before.settled_note,
        signed_off_at=before.signed_off_at,
        read_by_one_alone=before.read_by_one_alone,
    )
    moving.save(after, published_at=moving.now, published_by=moving.by)
    moving.claim.published_verdict = after


def reopen(moving: Moving) -> None:
    """A draft copied from the published version, which stays up; whoever checks takes it."""
    before = moving.claim.published_verdict
    if before is None:
        raise BadInput("There is no published verdict to look at again.")
    moving.claim.working_verdict = copy_verdict(moving.claim, before, now=moving.now)
    hold(moving.claim, None, moving.now)


def retract(moving: Moving) -> None:
    """The page stays and says why; what was at work is set aside."""
    claim = moving.claim
    claim.retracted_at, claim.retracted_by, claim.retracted_reason = moving.now, moving.by, moving.note
    claim.working_verdict = None
    hold(claim, None, moving.now)


EFFECTS: dict[str, Callable[[Moving], None]] = {
    "take": take,
    "release": let_go,
    "dismiss": dismiss,
    "restore": restore,
    "propose": propose,
    "withdraw": withdraw,
    "confirm": sign_off,
    "contest": contest,
    "sign off alone": sign_off_alone,
    "settle": settle,
    "return": send_back,
    "publish": publish,
    "correct": correct,
    "reopen": reopen,
    "retract": retract,
}
