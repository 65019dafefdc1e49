"""Moves of a claim by their buttons, settling, correcting, and undoing what was just done."""

from typing import Any

from django.core import signing
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from claims.forms.review import CorrectForm, DraftForm, MoveForm, PanelForm, SettleForm
from claims.models import Claim
from claims.rules.moves import MOVES
from claims.rules.ratings import Rating
from claims.services.gate_facts import citations_of
from claims.services.move_claim import move_claim
from claims.services.remove_citation import restore_citation
from claims.views.answers import UNDO_SALT, carry_out, removed_under, show_claim, show_next, undo_address
from claims.views.panel import read_claim
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.requests import StaffRequest

SAID = {
    "take": "You hold this claim now.",
    "release": "Released.",
    "dismiss": "Dismissed.",
    "restore": "Restored.",
    "withdraw": "Withdrawn: the draft is yours again.",
    "sign off alone": "Signed off. Nobody else has read it, and the permalink will say so.",
    "settle": "Settled and signed off.",
    "return": "Sent back to be checked further.",
    "publish": "Published.",
    "correct": "The correction is published.",
    "reopen": "Reopened; the published version stays up.",
    "retract": "Retracted; the page stays and says why.",
}
REVERSE = {
    "take": "release",
    "release": "take",
    "dismiss": "restore",
    "restore": "dismiss",
    "propose": "withdraw",
    "withdraw": "propose",
}
STAYS = {"take", "withdraw", "restore", "publish", "correct", "reopen", "retract"}
"""After these the same claim stays open; after the others the next one opens."""


@require_POST
def claim_move(request: StaffRequest, public_id: str, move: str) -> HttpResponse:
    """`move` is the move's name with dashes; settle and correct have forms of their own."""
    claim, name = read_claim(public_id), move.replace("-", " ")
    if name not in MOVES:
        raise BadInput(f"There is no move called “{name}”.", status=404)
    if name == "propose":
        return _propose(request, claim)
    if name in ("settle", "correct"):
        return _with_wording(request, claim, name)
    return _carry_out(request, claim, MoveForm(request.POST), name, lambda sent: {"note": sent["note"]})


def _propose(request: StaffRequest, claim: Claim) -> HttpResponse:
    """What is typed goes along, so that nothing depends on the last autosave."""
    return _carry_out(
        request,
        claim,
        DraftForm(request.POST),
        "propose",
        lambda sent: {"rating": sent["rating"], "rationale": sent["rationale"]},
    )


def _with_wording(request: StaffRequest, claim: Claim, name: str) -> HttpResponse:
    if name == "settle":
        return _carry_out(request, claim, SettleForm(request.POST), name, dict)
    published = citations_of(claim.published_verdict) if claim.published_verdict else []
    form = CorrectForm(request.POST, citations=[(citation.pk, str(citation)) for citation in published])
    return _carry_out(
        request,
        claim,
        form,
        name,
        lambda sent: {
            "note": sent["note"],
            "rationale": sent["rationale"],
            "without_citations": sent["without"],
        },
    )


def _carry_out(request: StaffRequest, claim: Claim, form: PanelForm, name: str, values: Any) -> HttpResponse:
    def act(sent: dict[str, Any]) -> object:
        return move_claim(claim_id=claim.pk, move=name, by=request.user, **values(sent))

    def answer() -> HttpResponse:
        said = SAID.get(name) or f"Proposed as {_rating(claim)}."
        undo = undo_address(request, claim, move=REVERSE[name]) if name in REVERSE else ""
        if name in STAYS:
            return show_claim(request, claim.public_id, said, undo=undo)
        return show_next(request, claim, said, undo=undo)

    return carry_out(request, claim, form, act, answer, moved=name)


@require_POST
def claim_settle(request: StaffRequest, public_id: str) -> HttpResponse:
    """Settle two ratings: the rating that stands, with the rationale and a note."""
    return _with_wording(request, read_claim(public_id), "settle")


def _rating(claim: Claim) -> str:
    verdict = read_claim(claim.public_id).working_verdict
    return Rating(verdict.rating).value if verdict and verdict.rating else "it stood"


@require_POST
def claim_undo(request: StaffRequest, public_id: str) -> HttpResponse:
    """Undo the act that a signed token names: the reverse move, or a citation put back."""
    claim = read_claim(public_id)
    try:
        how = signing.loads(request.GET.get("token", ""), salt=UNDO_SALT, max_age=600)
    except signing.BadSignature as error:
        raise NotPossibleNow("It is too late to undo that here.") from error
    if how["by"] != request.user.pk or how["claim"] != claim.pk:
        raise NotPossibleNow("Only who did this can undo it here.")
    if "removed" in how:
        removed = removed_under(request, how["removed"])
        if removed is None:
            raise NotPossibleNow("It is too late to undo that here.")
        restore_citation(claim_id=claim.pk, removed=removed, by=request.user)
    else:
        note = "Undone." if MOVES[how["move"]].needs_note else ""
        move_claim(claim_id=claim.pk, move=how["move"], by=request.user, note=note)
    return show_claim(request, public_id, "Undone.")
