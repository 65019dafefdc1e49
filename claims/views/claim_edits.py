"""Claims, edited by staff at one of the places where they stand: added, corrected, split, merged, dismissed there."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from claims.forms.edits import ClaimForm, MergeForm, NewClaimForm, SplitForm
from claims.models import Appearance
from claims.services.add_claim import add_claim
from claims.services.correct_claim import correct_claim
from claims.services.dismiss_appearance import dismiss_appearance, restore_appearance
from claims.services.merge_claims import following_appearance, merge_claims
from claims.services.split_claim import split_claim
from claims.views.edit_page import (
    anchor_of,
    around,
    article_of,
    attempt,
    done,
    paragraphs_of,
    speakers_in,
    words_of,
)
from newsdesk.htmx import render
from newsdesk.requests import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def claim_add(request: StaffRequest, pk: int) -> HttpResponse:
    """A form for a new claim. Words sent without a voice (from the selection toolbar) open it filled in."""
    article = article_of(pk)
    paragraphs = paragraphs_of(article)
    status = 200
    if "voice" in request.POST:
        form = NewClaimForm(request.POST, paragraphs=paragraphs)
        added, status = attempt(form, lambda sent: _add(pk, sent, request))
        if added:
            return done(request, _said(added), added)
    else:
        begun = {name: request.POST.get(name, "") for name in ("paragraph", "words")}
        form = NewClaimForm(initial={"occurrence": request.POST.get("occurrence") or 1, **begun}, paragraphs=paragraphs)
    context = {"article": article, "paragraphs": paragraphs, "form": form, "what": "claim", "speakers": speakers_in(pk)}
    return render(request, "claims/edit_add.html", context, status=status)


def _add(pk: int, sent: dict[str, Any], request: StaffRequest) -> Appearance:
    number = sent.pop("paragraph")
    return add_claim(article_id=pk, paragraph_number=number, by=request.user, **sent)


def _said(added: Appearance) -> str:
    if added.claim.made_at == added.made_at:
        return "Claim added."
    return f"The story has this claim already ({added.claim.status}): added as another place where it stands."


@require_http_methods(["GET", "HEAD", "POST"])
def appearance(request: StaffRequest, pk: int) -> HttpResponse:
    """One place of a claim with everything that can be done to it; posting corrects it."""
    row = _appearance(pk)
    form, status = _correct_form(row, request.POST or None), 200
    if request.method == "POST":
        changed, status = attempt(form, lambda sent: correct_claim(appearance_id=pk, by=request.user, **sent))
        if changed:
            return done(request, "Claim corrected.", row)
    return _show(request, row, status, form=form)


@require_POST
def appearance_split(request: StaffRequest, pk: int) -> HttpResponse:
    row, form = _appearance(pk), SplitForm(request.POST)
    parts, status = attempt(form, lambda sent: split_claim(appearance_id=pk, by=request.user, **sent))
    if parts:
        return done(request, "Claim split in two.", row)
    return _show(request, row, status, split_form=form)


@require_POST
def appearance_merge(request: StaffRequest, pk: int) -> HttpResponse:
    row, form = _appearance(pk), MergeForm(request.POST)
    merged, status = attempt(form, lambda sent: merge_claims(appearance_id=pk, with_id=sent["other"], by=request.user))
    if merged:
        return done(request, "Claims merged.", row)
    return _show(request, row, status, merge_form=form)


@require_POST
def appearance_dismiss(request: StaffRequest, pk: int) -> HttpResponse:
    row = dismiss_appearance(appearance_id=pk, by=request.user)
    said = "This place no longer counts for the claim. It can be restored under “Dismissed”."
    return done(request, said, row, opens=False)


@require_POST
def appearance_restore(request: StaffRequest, pk: int) -> HttpResponse:
    row = restore_appearance(appearance_id=pk, by=request.user)
    return done(request, "Restored.", row)


def _appearance(pk: int) -> Appearance:
    rows = Appearance.objects.select_related("article__story", "article__outlet", "paragraph", "claim__holder")
    return get_object_or_404(rows, pk=pk)


def _correct_form(row: Appearance, sent: Any) -> ClaimForm:
    initial = words_of(row) | {
        "text": row.claim.text,
        "voice": row.voice,
        "claimant": row.claim.claimant,
        "stance": row.stance,
    }
    return ClaimForm(sent, initial=initial)


def _show(request: StaffRequest, row: Appearance, status: int, **forms: Any) -> HttpResponse:
    context = {
        "appearance": row,
        "claim": row.claim,
        "article": row.article,
        "anchor": anchor_of(row),
        "form": forms.get("form") or _correct_form(row, None),
        "split_form": forms.get("split_form") or SplitForm(),
        "merge_form": forms.get("merge_form") or MergeForm(),
        "following": following_appearance(row),
        "places": row.claim.appearances.filter(dismissed_at=None).count(),
        "speakers": speakers_in(row.article_id),
        "edits": row.claim.edits.select_related("by").order_by("-at", "-id"),
        **around(row.paragraph, row.start, row.end),
    }
    return render(request, "claims/edit_claim.html", context, status=status)
