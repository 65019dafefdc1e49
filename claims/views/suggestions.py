"""What staff decide about a comparison: suggestions confirmed and rejected, origins joined and parted, a primary variant named."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from articles.models import Article, Story
from claims.forms.suggestions import DecideForm, OriginsForm
from claims.services.compare_story import compare_again
from claims.services.decide_suggestion import (
    confirm_suggestion,
    join_origins,
    name_primary,
    part_origins,
    reject_suggestion,
    undo_decision,
)
from newsdesk.errors import BadInput
from newsdesk.htmx import redirect_to
from newsdesk.requests import StaffRequest


@require_POST
def suggestion_confirm(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    sent = _read(DecideForm(request.POST))
    act = confirm_suggestion(story_id=pk, key=key, by=request.user, note=sent["note"], join=sent["join"])
    said = "Confirmed, and the desk’s claims here are one from now on." if sent["join"] else "Confirmed."
    return done(request, pk, said, undo=act)


@require_POST
def suggestion_reject(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """`member` rejects that place alone."""
    sent = _read(DecideForm(request.POST))
    act = reject_suggestion(story_id=pk, key=key, by=request.user, note=sent["note"], member=sent["member"])
    said = "Rejected: it does not come back." if sent["member"] is None else "Rejected as a part of this."
    return done(request, pk, said, undo=act)


@require_POST
def suggestion_primary(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    sent = _read(DecideForm(request.POST))
    if sent["member"] is None:
        raise BadInput("Choose one of the variants of an utterance.")
    act = name_primary(story_id=pk, key=key, member=sent["member"], by=request.user, note=sent["note"])
    return done(request, pk, "Named primary: the others are measured by it.", undo=act)


@require_POST
def decision_undo(request: StaffRequest, pk: int, act: UUID) -> HttpResponse:
    undo_decision(act=act, story_id=pk, by=request.user)
    return done(request, pk, "Undone.")


@require_POST
def origins_join(request: StaffRequest, pk: int) -> HttpResponse:
    sent = _read(_origins_form(request, pk))
    act = join_origins(story_id=pk, article_ids=sent["articles"], by=request.user, note=sent["note"])
    return done(request, pk, "Joined: these articles count as one origin.", undo=act)


@require_POST
def origins_part(request: StaffRequest, pk: int) -> HttpResponse:
    sent = _read(_origins_form(request, pk))
    act = part_origins(story_id=pk, article_ids=sent["articles"], by=request.user, note=sent["note"])
    return done(request, pk, "Parted: each counts as an origin of its own.", undo=act)


@require_POST
def story_compare(request: StaffRequest, pk: int) -> HttpResponse:
    """Have the story compared now: after a failure, or where it never was."""
    compare_again(story_id=get_object_or_404(Story, pk=pk).pk, soon=False)
    return done(request, pk, "The articles are being compared.")


def done(request: StaffRequest, story_id: int, said: str, *, undo: UUID | None = None) -> HttpResponse:
    """Back to the tab that the form came from (`back`), with a message and its Undo."""
    messages.success(request, said)
    request.session["undo_url"] = reverse("decision-undo", args=[story_id, undo]) if undo else ""
    back = request.POST.get("back", "")
    is_here = back.startswith("/") and url_has_allowed_host_and_scheme(back, None)
    return redirect_to(request, back if is_here else reverse("story", args=[story_id]))


def _read(form: forms.Form) -> dict[str, Any]:
    """What was sent; BadInput with the first sentence of what is wrong with it."""
    if not form.is_valid():
        raise BadInput(next(str(sentence) for errors in form.errors.values() for sentence in errors))
    return form.cleaned_data


def _origins_form(request: StaffRequest, story_id: int) -> OriginsForm:
    ids = list(Article.objects.filter(story=story_id).values_list("pk", flat=True))
    return OriginsForm(request.POST, article_ids=ids)
