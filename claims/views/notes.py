"""Notes of the staff on a claim."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from claims.forms.review import NoteForm
from claims.services.add_note import add_note
from claims.views.answers import carry_out, show_parts
from claims.views.panel import read_claim
from newsdesk.requests import StaffRequest


@require_POST
def claim_note(request: StaffRequest, public_id: str) -> HttpResponse:
    claim = read_claim(public_id)

    def act(sent: dict[str, Any]) -> object:
        return add_note(claim_id=claim.pk, text=sent["text"], by=request.user)

    return carry_out(
        request, claim, NoteForm(request.POST), act, lambda: show_parts(request, public_id, renewed="note")
    )
