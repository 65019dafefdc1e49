"""Stories: the list, a new one, the tab on which articles are filed and watched."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.forms import FileForm, NewStoryForm
from articles.models import Story, Upload
from articles.reading import MAX_FILE_BYTES
from articles.services.create_story import create_story
from articles.services.file_upload import file_upload
from articles.views.rows import STORIES_A_PAGE, articles_of, story_rows, upload_of
from newsdesk.htmx import redirect_to, render, wants_fragment
from newsdesk.numbers import whole_number
from newsdesk.requests import StaffRequest


@require_safe
def story_list(request: StaffRequest) -> HttpResponse:
    before = request.GET.get("before", "")
    rows = list(story_rows(whole_number(before)))
    shown = rows[:STORIES_A_PAGE]
    following = f"?before={shown[-1].pk}" if len(rows) > len(shown) else ""
    return render(request, "articles/story_list.html", {"stories": shown, "next_url": following, "later": bool(before)})


@require_http_methods(["GET", "HEAD", "POST"])
def story_new(request: StaffRequest) -> HttpResponse:
    form = NewStoryForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        story = create_story(title=form.cleaned_data["title"], note=form.cleaned_data["note"], by=request.user)
        return _filed(request, story, form)
    context = {"form": form, "max_bytes": MAX_FILE_BYTES}
    return render(request, "articles/story_new.html", context, status=422 if form.errors else 200)


@require_safe
def story_articles(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Story.objects.select_related("created_by"), pk=pk)
    context = {"story": found, "articles": articles_of(found)}
    if not wants_fragment(request):
        context |= {
            "upload": upload_of(found, request.GET.get("upload")),
            "form": FileForm(),
            "max_bytes": MAX_FILE_BYTES,
        }
    return render(request, "articles/story.html", context, fragment="articles")


@require_POST
def story_file(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Story, pk=pk)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        return _filed(request, found, form)
    context = {"story": found, "articles": articles_of(found), "form": form, "max_bytes": MAX_FILE_BYTES}
    return render(request, "articles/story.html", context, status=422)


def _filed(request: StaffRequest, story: Story, form: FileForm) -> HttpResponse:
    """File what the form offers and go to the story, where each file's outcome and progress stand."""
    offered = form.offered()
    address = reverse("story-articles", args=[story.pk])
    if not offered:
        messages.success(request, "The story is there. Now file its articles.")
        return redirect_to(request, address)
    channel = Upload.Channel.BROWSER if form.cleaned_data["files"] else Upload.Channel.PASTE
    upload = file_upload(offered=offered, story=story, by=request.user, channel=channel)
    return redirect_to(request, f"{address}?upload={upload.pk}#outcomes")
