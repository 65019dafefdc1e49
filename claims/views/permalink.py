"""The public page of a published claim."""

import hashlib

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from claims.claim_review import Review, ReviewedAppearance, as_script_data, claim_review, cut_at_word
from claims.rules.ratings import Rating
from claims.services.public_parts import PublishedClaim
from claims.services.published_claim import published_claim

FRESH_SECONDS = 60
"""How long a reader's browser or a cache in between may keep the page before asking again."""


@require_safe
def permalink(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    """The published verdict, for anybody. Unpublished and absent claims look the same."""
    page = published_claim(public_id)
    if page is None:
        raise Http404
    if slug != page.slug:
        return HttpResponsePermanentRedirect(page.path)
    address = public_address(request, page.path)
    context = {
        "page": page,
        "address": address,
        "description": f"{page.rating.label}. {cut_at_word(page.rationale, 180)}",
        "claim_review": _json_ld(request, page, address),
        "ratings": list(Rating),
    }
    response = render(request, "claims/permalink.html", context)
    if request.user.is_authenticated:
        return response
    patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
    etag = quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response


def public_address(request: HttpRequest, path: str) -> str:
    """The address by which readers reach a path: the desk's own where it is set, else the one they used."""
    return f"{settings.DESK_ADDRESS}{path}" if settings.DESK_ADDRESS else request.build_absolute_uri(path)


def _json_ld(request: HttpRequest, page: PublishedClaim, address: str) -> str:
    """The ClaimReview of the page; nothing once the verdict has been retracted."""
    if page.retracted_at:
        return ""
    review = Review(
        address=address,
        claim=page.text,
        claimant=None if page.is_denied else page.claimant,
        rating=page.rating.alternate_name,
        published=timezone.localdate(page.first_published),
        updated=timezone.localdate(page.last_published),
        desk=settings.DESK_NAME,
        desk_homepage=settings.DESK_HOMEPAGE,
        appearances=[ReviewedAppearance(r.outlet, r.headline, r.address, r.published_on) for r in page.reports],
    )
    # JSON in which `<`, `>` and `&` are escaped as JSON has it: HTML's escapes would be taken literally in a script
    return mark_safe(as_script_data(claim_review(review)))
