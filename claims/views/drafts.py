"""The draft: saved while it is typed, and when a mark is pressed."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from claims.forms.review import DraftForm
from claims.services.save_draft import save_draft
from claims.views.answers import carry_out, show_parts
from claims.views.panel import read_claim
from newsdesk.requests import StaffRequest


@require_POST
def claim_draft(request: StaffRequest, public_id: str) -> HttpResponse:
    """Saving twice is the same as once, so the form's key is left alone: the same page still proposes with it."""
    claim, form = read_claim(public_id), DraftForm(request.POST)

    def act(sent: dict[str, Any]) -> object:
        return save_draft(claim_id=claim.pk, by=request.user, rating=sent["rating"], rationale=sent["rationale"])

    return carry_out(request, claim, form, act, lambda: show_parts(request, public_id), once=False)
