"""The one way through the table of moves."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from claims.models import Claim, LogEntry, Verdict
from claims.rules.gates import gate_sentence
from claims.rules.moves import check_move
from claims.rules.ratings import Rating
from claims.services.call_up import DECIDING, take_into_account
from claims.services.claim_facts import actor, claim_facts, lock_claim
from claims.services.gate_facts import citations_of, cited_origins, count_of_findings, findings_of, verdict_gate
from claims.services.move_effects import EFFECTS, Moving
from claims.services.rationale import clean_rationale
from claims.services.snapshots import snapshot
from newsdesk.models import User

_CLAIM_FIELDS = [
    "status",
    "status_before",
    "status_since",
    "holder",
    "held_until",
    "working_verdict",
    "published_verdict",
    "retracted_at",
    "retracted_by",
    "retracted_reason",
]
_WITHOUT_SNAPSHOT = {"take", "release", "dismiss", "restore"}


@transaction.atomic
def move_claim(
    *,
    claim_id: int,
    move: str,
    by: User,
    note: str = "",
    rating: Rating | None = None,
    rationale: str | None = None,
    without_citations: Iterable[int] = (),
    now: datetime | None = None,
) -> Claim:
    """Make a move: the claim's row locked, the rules asked, the effects and the log entry in one transaction.

    `rating` and `rationale` go with propose and settle (None keeps those of the draft), `rationale` and
    `without_citations` (ids of citations of the published version to leave out) with correct, `note` with the moves that
    need one. Raises NotAllowed, NotPossibleNow or BadInput with the sentence of why not.
    """
    claim = lock_claim(claim_id)
    moving = Moving(
        claim=claim,
        by=by,
        now=now or timezone.now(),
        note=note.strip(),
        rating=rating,
        rationale=None if rationale is None else clean_rationale(rationale.strip()),
        without_citations=frozenset(without_citations),
    )
    return apply_move(moving, move)


def apply_move(moving: Moving, move: str, *, ratings_agree: bool | None = None) -> Claim:
    """Check and carry out a move on a claim that is locked already; the second reading comes in here."""
    claim = moving.claim
    published = claim.published_verdict
    facts = claim_facts(
        claim,
        by=moving.by,
        now=moving.now,
        gate=_gate(moving, move),
        ratings_agree=ratings_agree,
        rating_changes=bool(
            move == "correct" and moving.rating and published and published.rating != moving.rating.value
        ),
    )
    target = check_move(move, facts, actor(moving.by), note=moving.note)
    from_status, seconds = claim.status, (moving.now - claim.status_since).total_seconds()
    EFFECTS[move](moving)
    claim.status, claim.status_since = target.value, moving.now
    claim.save(update_fields=_CLAIM_FIELDS)
    if move in DECIDING:
        take_into_account(claim, by=moving.by, move=move, now=moving.now)
    LogEntry.objects.create(
        claim=claim,
        move=move,
        from_status=from_status,
        to_status=target.value,
        seconds_in_status=max(0.0, seconds),
        note=moving.note,
        details=_details(moving, move),
        by=moving.by,
        at=moving.now,
    )
    return claim


def _gate(moving: Moving, move: str) -> str:
    """What the verdict lacks that this move would fix: the draft for propose and settle, the new wording for correct."""
    claim = moving.claim
    if move in ("propose", "settle"):
        return verdict_gate(claim, claim.working_verdict, rating=moving.rating, rationale=moving.rationale)
    if move == "correct" and claim.published_verdict is not None:
        return _gate_of_correction(moving, claim.published_verdict)
    return ""


def _gate_of_correction(moving: Moving, published: Verdict) -> str:
    citations = citations_of(published)
    kept = [citation for citation in citations if citation.pk not in moving.without_citations]
    rationale = published.rationale if moving.rationale is None else moving.rationale
    lacking = gate_sentence(
        Rating(published.rating),
        citations=cited_origins(moving.claim, kept),
        findings=count_of_findings(findings_of(published)),
        rationale=rationale,
    )
    return lacking or _named_but_left_out(rationale, [c.number for c in citations if c not in kept])


def _named_but_left_out(rationale: str, numbers: list[int]) -> str:
    """The sentence where the rationale still leads to a citation that the correction leaves out."""
    named = [f"[{number}]" for number in numbers if f"[{number}]" in rationale]
    return f"The rationale still names {' and '.join(named)}, left out here: change its words too." if named else ""


def _details(moving: Moving, move: str) -> dict[str, Any]:
    """What the log keeps beside the note: which verdict, and its content where the move is about it."""
    verdict = moving.claim.working_verdict or moving.claim.published_verdict
    if verdict is None:
        return moving.details
    if move in _WITHOUT_SNAPSHOT:
        return {"verdict": verdict.pk, "version": verdict.version} | moving.details
    return snapshot(verdict) | moving.details
