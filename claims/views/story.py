"""A story's tabs of what the comparison found: coverage, quotes, conflicts, names and verbs. Each has its own address."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.views.stories import story_articles
from claims.comparison.decisions import About
from claims.views import story_coverage as coverage
from claims.views import story_quotes as quotes
from claims.views.story_conflicts import conflicts_shown
from claims.views.story_names import people_named
from claims.views.story_page import StoryPage, best_tab, read_story_page, window_of
from claims.views.story_passages import origins_shown, passages_shown
from newsdesk.htmx import render, wants_fragment
from newsdesk.numbers import whole_number
from newsdesk.requests import StaffRequest


@require_safe
def story(request: StaffRequest, pk: int) -> HttpResponse:
    """Where a story opens: on what was found, or on its articles while they are read or stand alone."""
    name = best_tab(read_story_page(pk).found)
    if name == "story-articles":
        return story_articles(request, pk)
    return HttpResponseRedirect(reverse(name, args=[pk]))


@require_safe
def story_coverage(request: StaffRequest, pk: int) -> HttpResponse:
    """Claims down, outlets across; `?claim=` opens the paragraphs of one, `?origins=` who shares an origin."""
    page = read_story_page(pk)
    context = _context(page, "story-coverage") | _opened(request, page)
    if _asks_for(request, "beside"):
        return render(request, "claims/story_coverage.html", context, fragment="beside")
    context |= _rows(request, page) | {"rejected": page.rejected(About.CLAIM, About.COUNTER_CLAIM)}
    return render(request, "claims/story_coverage.html", context)


@require_safe
def story_quotes(request: StaffRequest, pk: int) -> HttpResponse:
    """Each utterance as aligned lines."""
    page = read_story_page(pk)
    utterances = quotes.in_reading_order(page.found.utterances)
    window = window_of(len(utterances), whole_number(request.GET.get("n")) or 1, {})
    shown = quotes.utterances_shown(utterances[window.first - 1 : window.last], page.columns)
    context = _context(page, "story-quotes") | {"window": window, "utterances": shown}
    return render(request, "claims/story_quotes.html", context | {"rejected": page.rejected(About.UTTERANCE)})


@require_safe
def story_conflicts(request: StaffRequest, pk: int) -> HttpResponse:
    """Questions that the outlets answer differently."""
    page = read_story_page(pk)
    shown = conflicts_shown(page.found.conflicts, page.columns, page.texts)
    context = _context(page, "story-conflicts") | {"conflicts": shown, "rejected": page.rejected(About.CONFLICT)}
    return render(request, "claims/story_conflicts.html", context)


@require_safe
def story_names(request: StaffRequest, pk: int) -> HttpResponse:
    """What each outlet calls each person, and by which verb it reports them."""
    page = read_story_page(pk)
    people = people_named(page.found, page.columns)
    return render(request, "claims/story_names.html", _context(page, "story-names") | {"people": people})


@require_safe
def story_work(request: StaffRequest, pk: int) -> HttpResponse:
    """The line that says how far the comparison is, asked for again while it is under way."""
    page = read_story_page(pk)
    context = _context(page, request.GET.get("tab", "")) | {"seen": request.GET.get("seen", "")}
    if not wants_fragment(request):
        return HttpResponseRedirect(reverse("story", args=[pk]))
    return render(request, "claims/_story_work.html", context)


def _context(page: StoryPage, tab: str) -> dict[str, Any]:
    return {"page": page, "story": page.story, "work": page.found.work, "columns": page.columns, "tab": tab}


def _asks_for(request: StaffRequest, target: str) -> bool:
    return wants_fragment(request) and request.htmx.target == target


def _rows(request: StaffRequest, page: StoryPage) -> dict[str, Any]:
    """The claims of this page of the list, and the filter they stand under."""
    claims = coverage.in_reading_order(page.found.claims)
    show = "differ" if request.GET.get("show") == "differ" else ""
    if show:
        claims = [claim for claim in claims if coverage.wants_a_look(claim.found)]
    window = window_of(
        len(claims), _asked_number(request, [claim.key for claim in claims]), {"show": show} if show else {}
    )
    shown = claims[window.first - 1 : window.last]
    rows = [coverage.row_of(claim, page.columns, page.lacking(claim)) for claim in shown]
    return {"rows": rows, "window": window, "show": show, "here": f"&show={show}" if show else ""}


def _asked_number(request: StaffRequest, keys: list[str]) -> int:
    """The place of the claim at hand: the one named by `n`, else the open one."""
    number, key = whole_number(request.GET.get("n")), request.GET.get("claim", "")
    return number or (keys.index(key) + 1 if key in keys else 1)


def _opened(request: StaffRequest, page: StoryPage) -> dict[str, Any]:
    """What stands beside the table: one claim's paragraphs, or the origins with the shared passages, or nothing."""
    key = request.GET.get("claim", "")
    claim = next((one for one in page.found.claims if one.key == key), None) if key else None
    if claim is not None:
        asked = whole_number(request.GET.get("at"))
        beside = coverage.side_by_side(claim, page.columns, page.texts, page.lacking(claim), asked)
        return {"beside": beside, "opened": key}
    if "origins" in request.GET:
        passages = passages_shown(page.found.passages, page.columns, page.texts)
        decided = {"joined": page.found.joined, "parted": page.rejected(About.ORIGIN, About.PASSAGE)}
        return decided | {"origins": origins_shown(page.found, page.columns), "passages": passages, "opened": "origins"}
    return {"key_is_gone": bool(key)}
