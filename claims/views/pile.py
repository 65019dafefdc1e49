"""New stories from a pile: drop many articles, put the proposed stories right, file them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from articles.reading import MAX_FILE_BYTES
from articles.services.kept_upload import forget_upload, keep_upload
from claims.forms.pile import PileForm, arrangement_of
from claims.models import Pile
from claims.services.arrange_pile import arrange_pile, drop_pile, file_pile
from claims.services.keep_pile import keep_pile
from claims.views.pile_board import open_piles, read_pile
from newsdesk.errors import DeskError
from newsdesk.htmx import SeeOther, redirect_to, render
from newsdesk.requests import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def pile_new(request: StaffRequest) -> HttpResponse:
    """Drop the files; piles that wait to be filed are listed below."""
    form = PileForm(request.POST, request.FILES) if request.method == "POST" else PileForm()
    if request.method == "POST" and form.is_valid():
        kept = keep_upload(files=form.cleaned_data["files"], story_id=None)
        try:
            pile = keep_pile(offered=kept.offered(), by=request.user)
        finally:
            forget_upload(token=kept.token)
        return redirect_to(request, pile.get_absolute_url())
    context = {"form": form, "max_bytes": MAX_FILE_BYTES, "piles": open_piles()}
    return render(request, "claims/pile_new.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def pile(request: StaffRequest, pk: int) -> HttpResponse:
    """How far the reading is, then the proposals; posted, they are put right, or filed."""
    found = get_object_or_404(Pile.objects.select_related("by"), pk=pk)
    if request.method != "POST":
        return _page(request, found)
    try:
        arrange_pile(pile_id=pk, by=request.user, arrangement=arrangement_of(request.POST))
        if request.POST.get("do") == "file":
            stories = file_pile(pile_id=pk, by=request.user)
            messages.success(request, f"{len(stories)} {'story is' if len(stories) == 1 else 'stories are'} filed.")
    except DeskError as error:
        return _page(request, found, problem=error)
    if getattr(request, "htmx", None):
        return _page(request, found)
    return SeeOther(f"{found.get_absolute_url()}#board")


@require_POST
def pile_drop(request: StaffRequest, pk: int) -> HttpResponse:
    get_object_or_404(Pile, pk=pk)
    drop_pile(pile_id=pk, by=request.user)
    messages.success(request, "The pile is thrown away. Nothing of it was filed.")
    return redirect_to(request, reverse("pile-new"))


def _page(request: StaffRequest, found: Pile, problem: DeskError | None = None) -> HttpResponse:
    found.refresh_from_db()
    context = {"pile": found, "board": read_pile(found), "problem": problem and problem.sentence}
    return render(request, "claims/pile.html", context, fragment="board", status=problem.status if problem else 200)
