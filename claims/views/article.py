"""The article page: the copy with what was found in it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from claims.views.copy_page import read_copy_page
from newsdesk.htmx import render
from newsdesk.numbers import whole_number


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The copy with numbered paragraphs, quotes and claims beside it; of a very long article the part with `?at=`."""
    page = read_copy_page(pk, at=whole_number(request.GET.get("at"), digits=9) or 1)
    return render(request, "claims/article.html", {"page": page, "article": page.article})
