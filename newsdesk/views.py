"""Views of the desk as a whole."""

import contextlib
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.http import require_safe


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the web server answers and the database does too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 400 page; where a limit of the form was passed, the sentence names it."""
    sentence = ""
    if isinstance(exception, TooManyFilesSent):
        most = settings.DATA_UPLOAD_MAX_NUMBER_FILES
        sentence = (
            f"These are more than {most} files, the limit of one upload. File {most} now and the rest after them."
        )
    elif isinstance(exception, RequestDataTooBig):
        sentence = "The pasted text is longer than the desk takes at once. File it as a .txt file, up to 25 MB."
    if sentence:
        _read_to_the_end(request)
    return render(request, "400.html", {"sentence": sentence}, status=400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose CSRF token is missing or old: somebody signed in anew in another tab, or another site sent it."""
    sentence = (
        "This form is out of date: somebody signed in or out in this browser since it was opened. "
        "Go back, reload the page and send it again."
    )
    if request.headers.get("HX-Request"):
        response = render(request, "_error_message.html", {"sentence": sentence}, status=403)
        response["HX-Retarget"], response["HX-Reswap"] = "#messages", "innerHTML"
        return response
    return render(request, "403.html", {"sentence": sentence}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """The 500 page, or 503 with its own sentence where the database is what does not answer."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return HttpResponse(loader.render_to_string("503.html"), status=503, headers={"Retry-After": "15"})
    return HttpResponse(loader.render_to_string("500.html"), status=500)


def _read_to_the_end(request: HttpRequest) -> None:
    """Take in what is still being sent: browsers show "connection reset" and no page to who is cut off in the middle."""
    with contextlib.suppress(OSError, ValueError):
        while request._stream.read(1 << 16):  # type: ignore[attr-defined]  # limited to what was announced
            pass
