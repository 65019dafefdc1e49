"""One search box over articles, quotes and claims."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from claims.services.search_desk import Kind, search_desk
from newsdesk.errors import BadInput
from newsdesk.htmx import render
from newsdesk.numbers import whole_number


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The hits, of all kinds or of one; a query that cannot be searched gets a sentence and stays in the box."""
    query, kind = request.GET.get("q", ""), _kind(request.GET.get("kind", ""))
    context: dict[str, Any] = {"query": query.replace("\x00", ""), "kind": kind, "results": None, "sentence": ""}
    try:
        results = search_desk(query=query, kind=kind, page=whole_number(request.GET.get("page"), digits=5) or 1)
    except BadInput as error:
        return render(request, "claims/search.html", {**context, "sentence": error.sentence}, status=error.status)
    context |= {
        "results": results,
        "sentence": results.sentence,
        "tabs": _tabs(results.query, results.counts, kind),
        "next_url": _url(results.query, kind, results.page + 1) if results.page < results.pages else "",
        "first_url": _url(results.query, kind, 1) if results.page > 1 else "",
    }
    return render(request, "claims/search.html", context)


def _tabs(query: str, counts: dict[Kind, int], kind: Kind | None) -> list[dict[str, object]]:
    tabs = [{"word": "All", "count": sum(counts.values()), "url": _url(query, None, 1), "open": kind is None}]
    return tabs + [
        {"word": each.capitalize(), "count": counts[each], "url": _url(query, each, 1), "open": kind is each}
        for each in Kind
    ]


def _url(query: str, kind: Kind | None, page: int) -> str:
    values = {"q": query} | ({"kind": kind.value} if kind else {}) | ({"page": str(page)} if page > 1 else {})
    return f"?{urlencode(values)}"


def _kind(value: str) -> Kind | None:
    return Kind(value) if value in set(Kind) else None
