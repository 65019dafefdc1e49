"""The claim's own page: the same panel with more room, where it appears, its history."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.views.opened import Opened
from claims.views.panel import panel_context, read_claim
from claims.views.queue import asked_fragment
from newsdesk.htmx import render
from newsdesk.requests import StaffRequest


@require_safe
def claim(request: StaffRequest, public_id: str) -> HttpResponse:
    found = read_claim(public_id)
    if found.joined_into is not None:
        return redirect("claim", found.joined_into.public_id)
    fragment = asked_fragment(request)
    if fragment in ("open-claim", "copy"):
        return render(request, "claims/_open_claim.html", claim_context(request, found), fragment=fragment)
    context = claim_context(request, found) | {"as_fragment": bool(fragment)}
    return render(request, "claims/claim.html", context, fragment="workspace")


def claim_context(request: StaffRequest, found: Claim, **bound: Any) -> dict[str, Any]:
    """The page's context, with the forms in `bound` shown as they were sent."""
    context = panel_context(found, request.user, opened=Opened.of(request), **bound)
    undo_url = request.session.pop("undo_url", "")
    return context | {"on_queue": False, "here": "", "undo_url": undo_url}
