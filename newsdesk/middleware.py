"""What stands around every view: permission by the one table, errors as sentences, staff pages kept out of caches."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

from newsdesk.errors import DeskError
from newsdesk.permissions import PUBLIC, least_role, may_open

GetResponse = Callable[[HttpRequest], HttpResponse]


class PermissionMiddleware:
    """Deny by default: only what the table allows goes through to its view."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        match = request.resolver_match
        name = match.view_name if match else ""
        if least_role(name) == PUBLIC:
            return None
        if not request.user.is_authenticated:
            return self._ask_to_sign_in(request)
        if may_open(name, request.user):
            return None
        return render(request, "403.html", {"sentence": "Your role does not open this page."}, status=403)

    @staticmethod
    def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
        htmx = getattr(request, "htmx", None)
        back = htmx.current_url_abs_path if htmx and htmx.current_url_abs_path else request.get_full_path()
        where = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': back})}"
        if htmx:
            return HttpResponse(status=204, headers={"HX-Redirect": where})
        return HttpResponse(status=302, headers={"Location": where})


class DeskErrorMiddleware:
    """A DeskError raised anywhere becomes its sentence: a message fragment for htmx, a page otherwise."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DeskError):
            return None
        context = {"sentence": error.sentence, "back": self._page_of(request)}
        if getattr(request, "htmx", None):
            response = render(request, "_error_message.html", context, status=error.status)
            response["HX-Retarget"], response["HX-Reswap"] = "#messages", "innerHTML"
            return response
        return render(request, "error.html", context, status=error.status)

    @staticmethod
    def _page_of(request: HttpRequest) -> str:
        """The page of ours that the form was on, "" where the browser does not say or says another host's."""
        referer = request.headers.get("Referer", "")
        ours = url_has_allowed_host_and_scheme(referer, allowed_hosts={request.get_host()})
        return referer if ours else ""


class StaffPagesAreNotKeptMiddleware:
    """`Cache-Control: no-store` on whatever a signed-in person sees, and `Vary: HX-Request` throughout."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            add_never_cache_headers(response)
        patch_vary_headers(response, ["HX-Request"])
        return response
