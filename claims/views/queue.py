"""The queue: claims by priority, one of them open beside the copy it was found in."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from claims.forms.queue import QueueFilter
from claims.models import Claim
from claims.views.opened import Opened
from claims.views.panel import panel_context, read_claim
from claims.views.queue_list import QueueList, filter_choices, read_queue, title_of_nothing, why_empty
from newsdesk.htmx import render, wants_fragment
from newsdesk.requests import StaffRequest

FRAGMENTS = ("workspace", "open-claim", "copy")
"""What htmx may ask for by its target: the whole page below the masthead, the open claim, the copy alone."""


@require_safe
def queue(request: StaffRequest) -> HttpResponse:
    wanted = QueueFilter.read(request.GET)
    fragment = asked_fragment(request)
    if fragment in ("open-claim", "copy") and "claim" in request.GET:
        opened = open_claim(request, read_claim(request.GET["claim"]), wanted)
        return render(request, "claims/_open_claim.html", opened, fragment=fragment)
    queue_list = read_queue(wanted, request.user)
    context: dict[str, Any] = {"queue": queue_list, "wanted": wanted, "filters": filter_choices(wanted)}
    context |= {"as_fragment": bool(fragment), "undo_url": request.session.pop("undo_url", "")}
    claim = _opened(request, queue_list)
    if claim is None:
        context |= {"empty_title": title_of_nothing(wanted), "why_empty": why_empty(wanted, request.user, queue_list)}
    else:
        context |= open_claim(request, claim, wanted)
    return render(request, "claims/queue.html", context, fragment="workspace")


def asked_fragment(request: StaffRequest) -> str:
    """The fragment that htmx wants, "" for a whole page."""
    target = request.htmx.target if wants_fragment(request) else ""
    return target if target in FRAGMENTS else ""


def open_claim(request: StaffRequest, claim: Claim, wanted: QueueFilter) -> dict[str, Any]:
    """The panel's context on the queue page: forms come back to these filters."""
    back = request.path + wanted.query()
    context = panel_context(claim, request.user, opened=Opened.of(request), back=back)
    return context | {"on_queue": True, "here": wanted.query(claim=claim.public_id)}


def _opened(request: StaffRequest, queue_list: QueueList) -> Claim | None:
    """The claim asked for, else the first in the list."""
    if "claim" in request.GET:
        asked = read_claim(request.GET["claim"])
        while asked.joined_into:
            asked = read_claim(asked.joined_into.public_id)
        return asked
    first = next(iter(queue_list.items), None)
    return read_claim(first.claim.public_id) if first else None
