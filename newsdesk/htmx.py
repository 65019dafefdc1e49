"""One URL serves the page and its fragments. Leans on nothing of ours."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render as render_page


class SeeOther(HttpResponseRedirect):
    """303: what was posted is done; read the result there."""

    status_code = 303


def wants_fragment(request: HttpRequest) -> bool:
    """True for an htmx request that is not a history restore (that one needs the full page)."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx and not htmx.history_restore_request)


def render(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    fragment: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole page, or its `{% partialdef fragment %}` when htmx asked for it; the middleware adds `Vary: HX-Request`."""
    name = f"{template}#{fragment}" if fragment and wants_fragment(request) else template
    return render_page(request, name, context, status=status)


def redirect_to(request: HttpRequest, url: str) -> HttpResponse:
    """303 for a plain form; for htmx the HX-Redirect header, so that the browser loads the page anew."""
    if getattr(request, "htmx", None):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return SeeOther(url)
