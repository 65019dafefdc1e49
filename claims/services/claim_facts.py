"""What the rules need to know of a claim, read from its rows."""

from datetime import datetime

from django.conf import settings
from django.db.models import Max

from claims.models import Claim, Verdict
from claims.rules.conditions import Actor, ClaimFacts
from claims.rules.statuses import Status
from claims.services.gate_facts import verdict_gate
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User
from newsdesk.roles import Role

WITH = ("working_verdict__by", "working_verdict__second_reader", "published_verdict", "holder", "story")


def lock_claim(claim_id: int) -> Claim:
    """The claim with its verdicts and holder, its row locked until the transaction ends.

    Two queries on purpose: after waiting for a lock PostgreSQL reads the locked row anew, but joined rows as they were
    before the wait, and the holder would be the one of a moment ago.
    """
    Claim.objects.select_for_update().filter(pk=claim_id).values_list("pk").first()
    claim = Claim.objects.select_related(*WITH).filter(pk=claim_id).first()
    if claim is None and Claim.everything.filter(pk=claim_id).exists():
        raise NotPossibleNow("The copy has been read anew, and this claim was not found again: it has been put away.")
    if claim is None:
        raise NotPossibleNow("There is no such claim.", status=404)
    if claim.joined_into_id is not None:
        raise NotPossibleNow("This claim has been joined into another: open that one.")
    return claim


def actor(by: User) -> Actor:
    """The person as the rules see them."""
    return Actor(by.pk, Role(by.role))


def holder_now(claim: Claim, *, by: User, now: datetime) -> User | None:
    """Who holds the claim. A hold that has run out binds nobody else, but stays its holder's until somebody takes it."""
    if claim.holder is None:
        return None
    running = claim.held_until is not None and claim.held_until > now
    return claim.holder if running or claim.holder_id == by.pk else None


def hands_before(claim: Claim) -> frozenset[int]:
    """Who cannot read the verdict at hand blind any more, by the log: whoever worked on it before its present author took it
    over, and whoever differed from it or settled it before it was sent back, since they have seen the first rating."""
    if claim.working_verdict_id is None:
        return frozenset()
    entries = claim.log.filter(details__verdict=claim.working_verdict_id)
    taken_over = entries.filter(details__has_key="taken_over_from").values_list("details__taken_over_from", flat=True)
    have_seen = entries.filter(move__in=("contest", "settle"), by__isnull=False).values_list("by", flat=True)
    return frozenset([*taken_over, *have_seen])


def claim_facts(
    claim: Claim,
    *,
    by: User,
    now: datetime,
    gate: str | None = None,
    ratings_agree: bool | None = None,
    rating_changes: bool = False,
) -> ClaimFacts:
    """The claim as `claims.rules` judges it; `gate` None means that of the verdict at work as it stands."""
    verdict: Verdict | None = claim.working_verdict
    proposed = verdict if verdict is not None and verdict.proposed_at is not None else None
    holder = holder_now(claim, by=by, now=now)
    if gate is None:
        gate = verdict_gate(claim, verdict)
    return ClaimFacts(
        status=Status(claim.status),
        holder_id=holder.pk if holder else None,
        proposer_id=proposed.by_id if proposed else None,
        second_reader_id=proposed.second_reader_id if proposed else None,
        has_published_version=claim.published_verdict_id is not None,
        second_reader_required=settings.SECOND_READER_REQUIRED,
        status_before=Status(claim.status_before) if claim.status_before else None,
        gate_sentence=gate,
        ratings_agree=ratings_agree,
        rating_changes=rating_changes,
        holder_name=str(holder) if holder else "",
        proposer_name=str(proposed.by) if proposed and proposed.by else "",
        earlier_hand_ids=hands_before(claim) if claim.status == Status.PROPOSED else frozenset(),
    )


def next_version(claim: Claim) -> int:
    """The number of the next version of the claim's verdict."""
    return (claim.verdicts.aggregate(last=Max("version"))["last"] or 0) + 1
