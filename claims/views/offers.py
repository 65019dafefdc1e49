"""What the comparison offers to the draft of a claim: looked up after the panel is there, taken with the panel's own forms."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from claims.forms.offers import OfferForm
from claims.forms.review import MoveForm
from claims.models import Claim
from claims.rules.ratings import CitationStance
from claims.rules.statuses import Status
from claims.services.offers_of_claim import ClaimOffers, offers_of_claim
from claims.services.refuse_offer import offer_again, refuse_offer
from claims.views.answers import carry_out, show_parts
from claims.views.claim import claim_context
from claims.views.panel import read_claim
from newsdesk.htmx import render
from newsdesk.requests import StaffRequest

KEYS = "56789"
"""The keys of the first offers; 1 to 4 are the marks."""
_NOTHING = ClaimOffers()


@require_safe
def claim_offers(request: StaffRequest, public_id: str) -> HttpResponse:
    claim = read_claim(public_id)
    if claim.joined_into is not None:
        return redirect("claim-offers", claim.joined_into.public_id)
    return render(request, "claims/offers.html", offers_context(request, claim), fragment="offers")


def offers_context(request: StaffRequest, claim: Claim) -> dict[str, Any]:
    """The page's context: offers only to whoever may change the draft, and nothing of a draft that is not theirs to see.

    Mere context comes last.
    """
    context = claim_context(request, claim)
    offers = _NOTHING
    if context["editable"]:
        alone = request.user if claim.working_verdict and not context["sees_verdict"] else None
        offers = offers_of_claim(claim, None if alone else claim.working_verdict, refused_by=alone)
    ready = sorted((*offers.citations, *offers.findings), key=lambda offer: offer.stance is CitationStance.CONTEXT)
    rows = [{"offer": offer, "key": key} for offer, key in zip(ready, KEYS.ljust(len(ready)), strict=False)]
    shown, more = rows[: len(KEYS)], rows[len(KEYS) :]
    return context | {
        "back": request.GET.get("back", ""),
        "offers": offers,
        "shown": shown,
        "more": more,
        "offers_count": len(rows),
        "decided": claim.status not in (Status.NEW, Status.IN_CHECK),
    }


@require_POST
def claim_offer_refuse(request: StaffRequest, public_id: str) -> HttpResponse:
    claim = read_claim(public_id)

    def act(sent: dict[str, Any]) -> object:
        return refuse_offer(claim_id=claim.pk, by=request.user, **sent)

    def answer() -> HttpResponse:
        return show_parts(request, public_id, renewed="offers", said="Not offered for this claim again.")

    return carry_out(request, claim, OfferForm(request.POST), act, answer)


@require_POST
def claim_offer_again(request: StaffRequest, public_id: str, pk: int) -> HttpResponse:
    claim = read_claim(public_id)

    def act(_: dict[str, Any]) -> None:
        offer_again(claim_id=claim.pk, refused_id=pk, by=request.user)

    def answer() -> HttpResponse:
        return show_parts(request, public_id, renewed="offers", said="It is offered again.")

    return carry_out(request, claim, MoveForm(request.POST), act, answer)
