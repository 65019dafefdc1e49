"""Somebody has looked again at a decided claim, and nothing changes."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from claims.forms.review import LookedForm
from claims.services.call_up import clear_looks
from claims.views.answers import carry_out, show_claim
from claims.views.panel import read_claim
from newsdesk.requests import StaffRequest

SAID = "Looked at again: nothing changes."


@require_POST
def claim_looked(request: StaffRequest, public_id: str) -> HttpResponse:
    claim = read_claim(public_id)

    def act(sent: dict[str, Any]) -> object:
        return clear_looks(claim_id=claim.pk, by=request.user, note=sent["note"])

    return carry_out(request, claim, LookedForm(request.POST), act, lambda: show_claim(request, public_id, SAID))
