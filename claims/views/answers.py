"""How the panel's forms are answered: done once, shown at once, and nothing lost that was typed.

A change of the draft answers htmx with the parts of the panel that follow from it, out of band, so that the field with the
focus stays; a move loads the workspace anew at the claim that comes next. Without JavaScript both are a 303.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID, uuid4

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse, QueryDict
from django.shortcuts import render as render_page
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseLocation, trigger_client_event

from claims.forms.queue import QueueFilter
from claims.forms.review import PanelForm
from claims.models import Claim
from claims.services.once import carry_out_once
from claims.views.claim import claim_context
from claims.views.opened import Opened
from claims.views.panel import panel_context, read_claim
from claims.views.queue_list import next_in_queue
from newsdesk.errors import BadInput, DeskError
from newsdesk.htmx import redirect_to
from newsdesk.requests import StaffRequest

UNDO_SALT = "newsdesk.undo"
MOST_KEPT = 10
_CHANGES_OFFERS = ("cite", "finding", "offers")


def carry_out(
    request: StaffRequest,
    claim: Claim,
    form: PanelForm,
    act: Callable[[dict[str, Any]], object],
    answer: Callable[[], HttpResponse],
    *,
    once: bool = True,
    moved: str = "",
) -> HttpResponse:
    """Do what a form asks, `once` however often it is sent, and answer; a refusal shows the form again as it was typed."""
    try:
        if not form.is_valid():
            raise BadInput(form.sentence)
        carry_out_once(key=form_key(request) if once else None, by=request.user, act=lambda: act(form.cleaned_data))
    except DeskError as error:
        if request.htmx:
            raise
        bound = {f"{form.name}_form": form, "refusal": error.sentence, "moved": moved}
        context = claim_context(request, read_claim(claim.public_id), **bound)
        return render_page(request, "claims/claim.html", context, status=error.status)
    return answer()


def form_key(request: StaffRequest) -> UUID | None:
    """The form's idempotency key; None where none was sent."""
    try:
        return UUID(request.POST.get("idempotency_key", ""))
    except ValueError:
        return None


def show_parts(
    request: StaffRequest, public_id: str, *, renewed: str = "", said: str = "", undo: str = ""
) -> HttpResponse:
    """The changed parts of the panel; `renewed` names a form to be shown empty again, `said` goes in a toast."""
    if said:
        _say(request, said, undo)
    if not request.htmx:
        return redirect_to(request, _stay(request, public_id))
    back = _back(request)
    context = panel_context(read_claim(public_id), request.user, opened=Opened.of(request), back=back)
    filters = QueueFilter.read(QueryDict(urlsplit(back).query)) if back else None
    here = filters.query(claim=public_id) if filters else ""
    context |= {"renewed": renewed, "on_queue": bool(back), "here": here, "undo_url": take_undo(request)}
    parts = render_page(request, "claims/_panel_parts.html", context)
    return trigger_client_event(parts, "offers-changed", after="settle") if renewed in _CHANGES_OFFERS else parts


def show_claim(request: StaffRequest, public_id: str, said: str, *, undo: str = "") -> HttpResponse:
    """The same claim anew, after a move that changes its whole panel."""
    _say(request, said, undo)
    return go_to(request, _stay(request, public_id))


def show_next(request: StaffRequest, claim: Claim, said: str, *, undo: str = "") -> HttpResponse:
    """From the queue the next claim under the same filters, from the claim's page that page again."""
    back = _back(request)
    if not back:
        return show_claim(request, claim.public_id, said, undo=undo)
    parts = urlsplit(back)
    wanted = QueueFilter.read(QueryDict(parts.query))
    following = next_in_queue(wanted, request.user, claim)
    _say(request, f"{said} The next claim is open." if following else said, undo)
    return go_to(request, parts.path + wanted.query(**({"claim": following.public_id} if following else {})))


def go_to(request: StaffRequest, url: str) -> HttpResponse:
    """303 for a plain form; for htmx the workspace alone is loaded, and the address bar follows."""
    if request.htmx:
        return HttpResponseLocation(url, target="#workspace", swap="outerHTML")
    return redirect_to(request, url)


def take_undo(request: StaffRequest) -> str:
    """The address that undoes the last act, handed out once, beside its toast."""
    return str(request.session.pop("undo_url", ""))


def undo_address(request: StaffRequest, claim: Claim, **how: Any) -> str:
    """An address that undoes an act when posted to, signed for this person and good for ten minutes."""
    token = signing.dumps({"by": request.user.pk, "claim": claim.pk, **how}, salt=UNDO_SALT, compress=True)
    query = {"token": token} | ({"back": _back(request)} if _back(request) else {})
    return f"{reverse('claim-undo', args=[claim.public_id])}?{urlencode(query)}"


def keep_removed(request: StaffRequest, removed: dict[str, Any]) -> str:
    """Keep in the session what Undo would put back; a note may be longer than an address can be. Gives its key."""
    key = uuid4().hex
    kept = list(request.session.get("removed", {}).items())
    request.session["removed"] = dict([*kept[1 - MOST_KEPT :], (key, removed)])
    return key


def removed_under(request: StaffRequest, key: str) -> dict[str, Any] | None:
    """What keep_removed kept under this key, None where it is there no more."""
    kept = request.session.get("removed", {})
    return kept.get(key) if isinstance(kept, dict) else None


def _say(request: StaffRequest, said: str, undo: str) -> None:
    """A toast for the next page; where the act can be undone, the address of that goes with it in the session."""
    messages.info(request, said)
    request.session["undo_url"] = undo


def _back(request: StaffRequest) -> str:
    """The queue's address with its filters, where the form came from there."""
    back = request.POST.get("back") or request.GET.get("back", "")
    return back if back.startswith("/") and url_has_allowed_host_and_scheme(back, None) else ""


def _stay(request: StaffRequest, public_id: str) -> str:
    back = _back(request)
    opened = str(Opened.read(request.POST.get("article", "")))
    more = {"article": opened} if opened else {}
    if not back:
        return reverse("claim", args=[public_id]) + (f"?{urlencode(more)}" if more else "")
    parts = urlsplit(back)
    return parts.path + QueueFilter.read(QueryDict(parts.query)).query(claim=public_id, **more)
