"""The wording lists: what the engine takes for loaded, edited by standards editors."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims.forms.wording import REASON_OF, SHOWN, NeutralForm, NewEntryForm, SwitchForm, WordingFilter
from claims.models import WordingChange
from claims.services.wording_entries import add_entry, change_entry, restore_entry, switch_entry
from claims.views.edit_page import attempt
from claims.views.wording_list import Row, places_of, read_row, read_wording_list
from newsdesk.errors import BadInput
from newsdesk.htmx import SeeOther, render, wants_fragment
from newsdesk.requests import StaffRequest


@require_safe
def wording_lists(request: StaffRequest) -> HttpResponse:
    """The lists, searched and filtered; htmx gets the list alone."""
    wanted = WordingFilter.read(request.GET)
    context = {"wanted": wanted, "list": read_wording_list(wanted), "shown_choices": SHOWN, "back": wanted.query()}
    return render(request, "claims/wording_lists.html", context, fragment="wording-list")


@require_http_methods(["GET", "HEAD", "POST"])
def wording_add(request: StaffRequest) -> HttpResponse:
    """A new entry of the desk's own."""
    if request.method != "POST":
        begun = {"reason": REASON_OF.get(request.GET.get("reason", ""))}
        return render(request, "claims/wording_add.html", {"form": NewEntryForm(initial=begun)})
    form = NewEntryForm(request.POST)
    row, status = attempt(form, lambda sent: add_entry(by=request.user, **sent))
    if row is None:
        return render(request, "claims/wording_add.html", {"form": form}, status=status)
    messages.success(request, f"“{row.words}” is on the list. Articles that are read from now on are searched for it.")
    return SeeOther(reverse("wording-lists") + WordingFilter(q=row.words).query())


@require_http_methods(["GET", "HEAD", "POST"])
def wording_entry(request: StaffRequest, reason: str, words: str) -> HttpResponse:
    """One entry: its neutral wording, where it was found, what was done to it."""
    row = _row(reason, words)
    if request.method != "POST":
        return _show(request, row, NeutralForm(initial={"neutral": row.entry.neutral}))
    form = NeutralForm(request.POST)
    kept, status = attempt(
        form, lambda sent: change_entry(words=words, reason=row.entry.reason, by=request.user, **sent)
    )
    if kept is None:
        return _show(request, row, form, status)
    messages.success(request, f"“{words}” is changed.")
    return SeeOther(row.href)


@require_POST
def wording_switch(request: StaffRequest, reason: str, words: str) -> HttpResponse:
    """Off or on. htmx gets the entry's row of the list; a plain form goes back to where it was sent from."""
    row, form = _row(reason, words), SwitchForm(request.POST)
    if not form.is_valid():
        raise BadInput("Say whether the entry is to be on or off.")
    active, back = form.cleaned_data["active"], form.cleaned_data["back"]
    switch_entry(words=words, reason=row.entry.reason, active=active, by=request.user)
    if wants_fragment(request):
        context = {"row": _row(reason, words), "back": back}
        return render(request, "claims/wording_lists.html", context, fragment="wording-row")
    messages.success(request, f"“{words}” is switched {'on' if active else 'off'}.")
    return SeeOther(f"{reverse('wording-lists')}{back}#{row.id}" if back else row.href)


@require_POST
def wording_restore(request: StaffRequest, reason: str, words: str) -> HttpResponse:
    """Back to how the entry came."""
    row = _row(reason, words)
    restore_entry(words=words, reason=row.entry.reason, by=request.user)
    messages.success(request, f"“{words}” is as it came.")
    return SeeOther(row.href)


def _row(reason: str, words: str) -> Row:
    known = REASON_OF.get(reason)
    row = read_row(words, known) if known else None
    if row is None:
        raise Http404
    return row


def _show(request: StaffRequest, row: Row, form: NeutralForm, status: int = 200) -> HttpResponse:
    changes = WordingChange.objects.filter(words=row.entry.words, reason=row.entry.reason.value)
    context: dict[str, Any] = {
        "row": row,
        "form": form,
        "places": places_of(row),
        "changes": changes.select_related("by").order_by("-at", "-id")[:50],
    }
    return render(request, "claims/wording_entry.html", context, status=status)
