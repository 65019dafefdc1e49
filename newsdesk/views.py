"""Views of the desk as a whole."""

import contextlib

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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


def _read_to_the_end(request: HttpRequest) -> None:
    """Take in what is still being sent: browsers show "connection reset" and no page to who is cut off in the middle."""
    with contextlib.suppress(OSError, ValueError):
        while request._stream.read(1 << 16):  # type: ignore[attr-defined]  # limited to what was announced
            pass
