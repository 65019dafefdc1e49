"""People and bodies that speak, across all stories: the list, one of them, one of their names."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Story
from claims.forms.people import LanguageForm, RenameForm, SplitNameForm
from claims.models import Alias, Appearance, Claim, Edit, Person, Quote
from claims.views.answers import take_undo
from claims.views.people_list import family_of, kinds_with_counts, names_of, others_like, people_page, person_rows
from newsdesk.htmx import render
from newsdesk.numbers import whole_number
from newsdesk.requests import StaffRequest

ROWS = 30
"""Quotes or claims of a person on one page."""
STORIES = 200


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who speaks, by name; with words in one of their names, or of one kind."""
    query, kind = request.GET.get("q", "").replace("\x00", "")[:200], request.GET.get("kind", "")
    after = whole_number(request.GET.get("after"))
    page = people_page(query, kind, after)
    context = {
        "query": query,
        "kind": kind,
        "page": page,
        "tabs": [
            {"word": word, "count": count, "url": _list_url(query, value, None), "open": value == kind}
            for value, word, count in kinds_with_counts(query)
        ],
        "shown": f"{len(page.rows)} {'more ' if after else ''}of {page.total}",
        "next_url": _list_url(query, kind, page.next_after) if page.next_after else "",
        "first_url": _list_url(query, kind, None) if after else "",
    }
    return render(request, "claims/people.html", context, fragment="people-list")


@require_safe
def person(request: StaffRequest, pk: int) -> HttpResponse:
    """One person with names, quotes and claims across stories; of one merged into another, that other's page."""
    found = get_object_or_404(Person.objects.select_related("merged_into", "made_by"), pk=pk)
    if found.merged_into is not None:
        return redirect(found.merged_into)
    return render(request, "claims/person.html", person_context(request, found), fragment="merge-others")


def person_context(request: StaffRequest, found: Person, **bound: Any) -> dict[str, Any]:
    """The context of claims/person.html; `bound` is a form to show again as it was typed."""
    family = family_of(found)
    show = "claims" if request.GET.get("show") == "claims" else "quotes"
    rows, following = _rows(show, family, whole_number(request.GET.get("after")))
    merge = request.GET.get("merge", "").replace("\x00", "")[:200]
    return {
        "person": found,
        "counts": person_rows([found])[0],
        "names": names_of(family),
        "merged": Person.objects.filter(merged_into=found).order_by("name", "id"),
        "show": show,
        "rows": rows,
        "next_url": f"?{urlencode({'show': show, 'after': following})}#said" if following else "",
        "first_url": f"?{urlencode({'show': show})}#said" if request.GET.get("after") else "",
        "merge": merge,
        "others": others_like(merge, found),
        "edits": Edit.objects.filter(person__in=family).select_related("by").order_by("-at", "-id")[:ROWS],
        "rename_form": RenameForm(initial={"name": found.name, "kind": found.kind}),
        "language_form": LanguageForm(initial={"language": found.language}),
        "undo_url": take_undo(request),
        **bound,
    }


@require_safe
def alias(request: StaffRequest, pk: int) -> HttpResponse:
    """One name: everywhere it stands, and what can be decided about it."""
    return render(request, "claims/person_name.html", alias_context(read_alias(pk)))


def alias_context(found: Alias, **bound: Any) -> dict[str, Any]:
    """The context of claims/person_name.html."""
    where = {"person": found.person_id, "dismissed_at": None}
    quotes = Quote.objects.filter(speaker_name=found.text, **where)
    places = Appearance.objects.filter(claimant=found.text, **where)
    stories = _stories(found)
    return {
        "alias": found,
        "person": found.person.root,
        "quotes": _quotes(quotes)[:ROWS],
        "places": _places(places)[:ROWS],
        "quotes_count": quotes.count(),
        "places_count": places.count(),
        "stories": stories,
        "form": SplitNameForm(stories=[] if found.story_id else stories),
        **bound,
    }


def _stories(found: Alias) -> list[Story]:
    """The newest stories in which the name stands with this meaning."""
    quoted = Quote.objects.filter(speaker_name=found.text, person=found.person_id).values("article__story")
    claimed = Appearance.objects.filter(claimant=found.text, person=found.person_id).values("article__story")
    return list(Story.objects.filter(pk__in=quoted.union(claimed)).order_by("-pk")[:STORIES])


def _rows(show: str, family: list[int], after: int | None) -> tuple[list[Any], int | None]:
    rows: QuerySet[Any]
    if show == "claims":
        claims = Claim.objects.filter(person__in=family, joined_into=None).select_related("story")
        rows = claims.defer("search").order_by("-pk")
    else:
        rows = _quotes(Quote.objects.filter(person__in=family, dismissed_at=None))
    found = list((rows.filter(pk__lt=after) if after else rows)[: ROWS + 1])
    return found[:ROWS], found[ROWS - 1].pk if len(found) > ROWS else None


_HEAVY = ("article__body", "article__headline_search", "paragraph__text", "paragraph__search")


def _quotes(rows: QuerySet[Quote]) -> QuerySet[Quote]:
    related = ("article__outlet", "article__story", "paragraph")
    return rows.select_related(*related).defer("search", *_HEAVY).order_by("-pk")


def _places(rows: QuerySet[Appearance]) -> QuerySet[Appearance]:
    related = ("claim", "article__outlet", "article__story", "paragraph")
    return rows.select_related(*related).defer("claim__search", *_HEAVY).order_by("-pk")


def read_alias(pk: int) -> Alias:
    related = ("person__merged_into", "story", "made_by", "dismissed_by")
    return get_object_or_404(Alias.objects.select_related(*related), pk=pk)


def _list_url(query: str, kind: str, after: int | None) -> str:
    values: dict[str, Any] = {"q": query, "kind": kind, "after": after}
    return f"{reverse('people')}?{urlencode({name: value for name, value in values.items() if value})}"
