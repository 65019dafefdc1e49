"""A story's tabs of what the comparison found: coverage, quotes, conflicts, names and verbs. Each has its own address."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.views.stories import story_articles
from claims.comparison.decisions import About
from claims.comparison.found import ComparedClaim
from claims.services.story_found import Suggestion
from claims.views import story_coverage as coverage
from claims.views import story_quotes as quotes
from claims.views.story_conflicts import conflicts_shown
from claims.views.story_names import people_named
from claims.views.story_page import StoryPage, Window, best_tab, read_story_page, window_of
from claims.views.story_passages import chains_shown, origins_shown, passages_shown
from newsdesk.htmx import render, wants_fragment
from newsdesk.numbers import whole_number
from newsdesk.permissions import may_open
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
    claims, window = _listed(request, page)
    context = _context(request, page, "story-coverage", window) | _opened(request, page, claims, window)
    if wants_fragment(request) and request.htmx.target == "beside":
        return render(request, "claims/story_coverage.html", context, fragment="beside")
    shown = claims[window.first - 1 : window.last]
    context["rows"] = [coverage.row_of(claim, page.columns, page.lacking(claim)) for claim in shown]
    context |= {"rejected": page.rejected(About.CLAIM, About.COUNTER_CLAIM), **_filter(window)}
    return render(request, "claims/story_coverage.html", context)


@require_safe
def story_quotes(request: StaffRequest, pk: int) -> HttpResponse:
    """Each utterance as aligned lines."""
    page = read_story_page(pk)
    utterances = quotes.in_reading_order(page.found.utterances)
    window = window_of(len(utterances), whole_number(request.GET.get("n")) or 1)
    shown = quotes.utterances_shown(utterances[window.first - 1 : window.last], page.columns)
    context = _context(request, page, "story-quotes", window)
    context |= {"utterances": shown, "rejected": page.rejected(About.UTTERANCE)}
    return render(request, "claims/story_quotes.html", context)


@require_safe
def story_conflicts(request: StaffRequest, pk: int) -> HttpResponse:
    """Questions that the outlets answer differently."""
    page = read_story_page(pk)
    shown = conflicts_shown(page.found.conflicts, page.columns, page.texts)
    window = window_of(len(shown), whole_number(request.GET.get("n")) or 1)
    context = _context(request, page, "story-conflicts", window)
    context |= {"conflicts": shown, "rejected": page.rejected(About.CONFLICT)}
    return render(request, "claims/story_conflicts.html", context)


@require_safe
def story_names(request: StaffRequest, pk: int) -> HttpResponse:
    """What each outlet calls each person, and by which verb it reports them."""
    page = read_story_page(pk)
    people = people_named(page.found, page.columns)
    return render(request, "claims/story_names.html", _context(request, page, "story-names") | {"people": people})


@require_safe
def story_work(request: StaffRequest, pk: int) -> HttpResponse:
    """The line that says how far the comparison is, asked for again while it is under way."""
    page = read_story_page(pk)
    context = _context(request, page, request.GET.get("tab", "")) | {"seen": request.GET.get("seen", "")}
    if not wants_fragment(request):
        return HttpResponseRedirect(reverse("story", args=[pk]))
    return render(request, "claims/_story_work.html", context)


def _context(request: StaffRequest, page: StoryPage, tab: str, window: Window | None = None) -> dict[str, Any]:
    """What every tab needs. `base`: the address of the list up to the place of what is at hand; `undo_url`: of the last act."""
    context = {"page": page, "story": page.story, "work": page.found.work, "columns": page.columns, "tab": tab}
    if not wants_fragment(request):
        context |= {"undo_url": request.session.pop("undo_url", ""), "undo_back": request.get_full_path()}
    if window is not None:
        context |= {"window": window, "base": window.base(request.path)}
    return context | {"may_decide": may_open("suggestion-confirm", request.user)}


def _listed(request: StaffRequest, page: StoryPage) -> tuple[list[Suggestion[ComparedClaim]], Window]:
    """The claims in their order under the filter asked for, and which of them stand on this page of the list."""
    claims = coverage.in_reading_order(page.found.claims)
    show = request.GET.get("show") == "differ"
    if show:
        claims = [claim for claim in claims if coverage.wants_a_look(claim.found)]
    key = request.GET.get("claim")
    at_key = next((place for place, claim in enumerate(claims, 1) if claim.key == key), 1)
    return claims, window_of(
        len(claims), whole_number(request.GET.get("n")) or at_key, {"show": "differ"} if show else {}
    )


def _filter(window: Window) -> dict[str, str]:
    """The filter, and what addresses within the page carry of it."""
    show = window.query.get("show", "")
    return {"show": show, "here": f"&show={show}" if show else ""}


def _opened(
    request: StaffRequest, page: StoryPage, claims: Sequence[Suggestion[ComparedClaim]], window: Window
) -> dict[str, Any]:
    """What stands beside the table: one claim's paragraphs, or the origins with the shared passages, or nothing.

    `?open=` opens the claim at hand.
    """
    key = request.GET.get("claim", "")
    if not key and "open" in request.GET and claims:
        key = claims[window.now - 1].key
    claim = next((one for one in page.found.claims if one.key == key), None) if key else None
    if claim is not None:
        asked = whole_number(request.GET.get("at"))
        return {
            "beside": coverage.side_by_side(claim, page.columns, page.texts, page.lacking(claim), asked),
            "opened": key,
            "base": window.base(request.path) + "open=1&",
        }
    if "origins" in request.GET:
        origins = origins_shown(page.found, page.columns)
        return {
            "origins": [origin for origin in origins if origin.is_whole],
            "stretches": [origin for origin in origins if not origin.is_whole],
            "chains": chains_shown(page.found, page.columns),
            "passages": passages_shown(page.found.passages, page.columns, page.texts),
            "joined": [act for act in page.found.joined if act.about is About.ORIGIN],
            "parted": page.rejected(About.ORIGIN, About.PASSAGE),
            "opened": "origins",
        }
    return {"key_is_gone": bool(key)}
