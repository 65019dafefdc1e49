"""Citing words of the copy, and taking a citation out again."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from claims.forms.review import CiteForm, MoveForm
from claims.services.cite_words import cite_words
from claims.services.remove_citation import remove_citation
from claims.views.answers import carry_out, keep_removed, show_parts, undo_address
from claims.views.panel import read_claim
from newsdesk.requests import StaffRequest


@require_POST
def claim_cite(request: StaffRequest, public_id: str) -> HttpResponse:
    claim = read_claim(public_id)

    def act(sent: dict[str, Any]) -> object:
        return cite_words(
            claim_id=claim.pk,
            paragraph_id=sent["paragraph"],
            words=sent["words"],
            occurrence=sent["occurrence"],
            stance=sent["stance"],
            by=request.user,
        )

    return carry_out(
        request, claim, CiteForm(request.POST), act, lambda: show_parts(request, public_id, renewed="cite")
    )


@require_POST
def claim_uncite(request: StaffRequest, public_id: str, pk: int) -> HttpResponse:
    claim = read_claim(public_id)
    removed: dict[str, Any] = {}

    def act(sent: dict[str, Any]) -> None:
        removed.update(remove_citation(claim_id=claim.pk, citation_id=pk, by=request.user))

    def answer() -> HttpResponse:
        undo = undo_address(request, claim, removed=keep_removed(request, removed)) if removed else ""
        return show_parts(request, public_id, renewed="offers", said="The citation is removed.", undo=undo)

    return carry_out(request, claim, MoveForm(request.POST), act, answer)
