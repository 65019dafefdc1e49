"""Bias findings, made by hand."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from claims.forms.review import FindingForm, MoveForm
from claims.services.add_finding import add_finding
from claims.services.remove_finding import remove_finding
from claims.views.answers import carry_out, show_parts
from claims.views.panel import appearances_of, places_of, read_claim
from newsdesk.requests import StaffRequest


@require_POST
def claim_finding(request: StaffRequest, public_id: str) -> HttpResponse:
    claim = read_claim(public_id)

    def act(sent: dict[str, Any]) -> object:
        return add_finding(
            claim_id=claim.pk,
            reason=sent["reason"],
            appearance_id=sent["appearance"],
            paragraph_id=sent["paragraph"],
            words=sent["words"],
            occurrence=sent["occurrence"],
            neutral=sent["neutral"],
            note=sent["note"],
            by=request.user,
        )

    form = FindingForm(request.POST, places=places_of(appearances_of(claim)))
    return carry_out(request, claim, form, act, lambda: show_parts(request, public_id, renewed="finding"))


@require_POST
def claim_unfinding(request: StaffRequest, public_id: str, pk: int) -> HttpResponse:
    claim = read_claim(public_id)

    def act(sent: dict[str, Any]) -> None:
        remove_finding(claim_id=claim.pk, finding_id=pk, by=request.user)

    def answer() -> HttpResponse:
        return show_parts(request, public_id, renewed="offers", said="The finding is removed.")

    return carry_out(request, claim, MoveForm(request.POST), act, answer)
