"""The blind second reading."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from claims.forms.review import SecondReadingForm
from claims.rules.statuses import Status
from claims.services.second_reading import second_reading
from claims.views.answers import carry_out, show_next
from claims.views.panel import read_claim
from newsdesk.requests import StaffRequest


@require_POST
def claim_second_reading(request: StaffRequest, public_id: str) -> HttpResponse:
    claim = read_claim(public_id)

    def act(sent: dict[str, Any]) -> object:
        return second_reading(claim_id=claim.pk, rating=sent["rating"], note=sent["note"], by=request.user)

    def answer() -> HttpResponse:
        agreed = read_claim(public_id).status != Status.CONTESTED
        said = (
            "Your rating is the first one too: signed off."
            if agreed
            else "Your rating differs from the first: contested, for an editor to settle."
        )
        return show_next(request, claim, said)

    return carry_out(request, claim, SecondReadingForm(request.POST), act, answer)
