"""Join claims of several articles into one by hand, and part them."""

import re

from django.contrib import messages
from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from claims.forms.edits import JoinForm
from claims.models import Claim
from claims.services.claim_edits import EDITABLE
from claims.services.join_claims import JOIN, join_claims, part_claims
from claims.views.edit_page import attempt
from newsdesk.htmx import redirect_to, render
from newsdesk.requests import StaffRequest

MOST_SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
def claim_join(request: StaffRequest, public_id: str) -> HttpResponse:
    """The story's other claims, searched by words, to be joined into this one."""
    claim = _claim(public_id)
    query = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    form, status = None, 200
    if request.method == "POST":
        form = JoinForm(request.POST, others=list(_others(claim).values_list("public_id", flat=True)))
        joined, status = attempt(form, lambda sent: _join(request, claim, sent["claims"]))
        if joined:
            messages.success(request, "Joined. The places of the others now stand with this claim.")
            return redirect_to(request, claim.get_absolute_url())
    others = _with_words(_others(claim), query)[: MOST_SHOWN + 1]
    context = {
        "claim": claim,
        "query": query,
        "form": form,
        "chosen": request.POST.getlist("claims"),
        "others": list(others)[:MOST_SHOWN],
        "more": len(others) > MOST_SHOWN,
        "joined": claim.joined.filter(edits__action=JOIN).distinct().order_by("pk"),  # a merge is undone by splitting
    }
    return render(request, "claims/join.html", context, status=status)


@require_POST
def claim_part(request: StaffRequest, public_id: str) -> HttpResponse:
    """Take a claim that was joined into another out of it again."""
    claim = part_claims(joined_id=_claim(public_id).pk, by=request.user)
    messages.success(request, "Parted: this claim stands for itself again.")
    return redirect_to(request, claim.get_absolute_url())


def _join(request: StaffRequest, claim: Claim, public_ids: list[str]) -> Claim:
    joined = Claim.objects.filter(public_id__in=public_ids).values_list("pk", flat=True)
    return join_claims(kept_id=claim.pk, joined_ids=list(joined), by=request.user)


def _claim(public_id: str) -> Claim:
    return get_object_or_404(Claim.objects.select_related("story", "joined_into"), public_id=public_id)


def _others(claim: Claim) -> QuerySet[Claim]:
    """The story's claims that can be joined into this one, those first that have most words in common with it."""
    rows = Claim.objects.filter(story=claim.story_id, joined_into=None, published_verdict=None, status__in=EDITABLE)
    return rows.exclude(pk=claim.pk).defer("search").order_by(_likeness(claim).desc(), "-priority", "pk")


def _likeness(claim: Claim) -> SearchRank:
    words = re.findall(r"\w+", claim.text)[:40]
    return SearchRank(F("search"), SearchQuery(" or ".join(words) or "-", config="english", search_type="websearch"))


def _with_words(rows: QuerySet[Claim], query: str) -> QuerySet[Claim]:
    """Those that have each word of the query somewhere in claim or claimant, with the outlets where they stand."""
    for word in query.split()[:12]:
        rows = rows.filter(Q(text__icontains=word) | Q(claimant__icontains=word))
    standing = Q(appearances__dismissed_at=None, appearances__retired_by=None)
    standing &= Q(appearances__article__outlet__isnull=False)
    return rows.annotate(
        outlets=ArrayAgg("appearances__article__outlet__name", filter=standing, distinct=True, default=[])
    )
