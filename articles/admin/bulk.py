"""Bulk upload: a zip, many files or a CSV; first a dry run, row by row, then the real one."""

from collections import Counter
from typing import Any

from django import forms
from django.contrib import admin
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from articles.admin.tables import LookedAtAdmin
from articles.forms import FilesField
from articles.models import Story, Upload, UploadItem
from articles.services.create_story import create_story
from articles.services.file_upload import file_upload
from articles.services.kept_upload import KeptUpload, forget_upload, keep_upload, kept_upload
from articles.services.plan_upload import plan_upload

SECONDS_A_RUN = 20.0  # below the web server's patience; what is left is filed by the next press of the button


class BulkForm(forms.Form):
    """What is to be filed and where."""

    files = FilesField(  # type: ignore[assignment]  # a field, as in every form
        label="Zip, CSV or files", help_text="A zip of .txt, .html, .docx and .pdf; many such files; or a CSV."
    )
    story = forms.ModelChoiceField(Story.objects.all(), required=False, empty_label="A new story:")
    title = forms.CharField(
        label="Title of a new story", max_length=200, required=False, widget=forms.TextInput({"class": "vTextField"})
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("story") and not (cleaned.get("title") or "").strip():
            raise forms.ValidationError("Choose a story, or give the title of a new one.")
        return cleaned


class ItemInline(admin.TabularInline):
    model = UploadItem
    fields = readonly_fields = ("position", "name", "outcome", "message", "article")
    extra = 0
    can_delete = False
    show_change_link = False

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Upload)
class UploadAdmin(LookedAtAdmin):
    list_display = ("__str__", "story", "by", "at")
    list_filter = ("channel",)
    list_select_related = ("story", "by")
    inlines = (ItemInline,)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("bulk/", wrap(self.bulk), name="articles_upload_bulk"),
            path("bulk/<str:token>/", wrap(self.dry_run), name="articles_upload_dry_run"),
            path("<int:pk>/report/", wrap(self.report), name="articles_upload_report"),
            *super().get_urls(),
        ]

    def bulk(self, request: HttpRequest) -> HttpResponse:
        """Pick the files and the story; sending them leads to the dry run."""
        form = BulkForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            story = form.cleaned_data["story"]
            kept = keep_upload(
                files=form.cleaned_data["files"],
                story_id=story.pk if story else None,
                story_title=form.cleaned_data["title"],
            )
            return _to("articles_upload_dry_run", kept.token)
        return self._page(request, "bulk.html", "Bulk upload", form=form)

    def dry_run(self, request: HttpRequest, token: str) -> HttpResponse:
        """List what would happen; the button there does it."""
        kept = kept_upload(token=token)
        if request.method == "POST":
            return self._run(request, kept)
        rows = list(plan_upload(offered=kept.offered()))
        page = Paginator(rows, 200).get_page(request.GET.get("page"))
        return self._page(
            request,
            "dry_run.html",
            "Bulk upload: dry run",
            kept=kept,
            story=Story.objects.filter(pk=kept.story_id).first() if kept.story_id else None,
            counts=dict(Counter(row.what for row in rows)),
            total=len(rows),
            page=page,
        )

    def _run(self, request: HttpRequest, kept: KeptUpload) -> HttpResponse:
        number = request.POST.get("upload", "")
        begun = Upload.objects.filter(pk=number).first() if number.isascii() and number.isdigit() else None
        story = begun.story if begun else _story(kept, request)
        assert story is not None
        upload = file_upload(
            offered=kept.offered(),
            story=story,
            by=request.user,  # type: ignore[arg-type]
            channel=Upload.Channel.BULK,
            bulk=True,
            goes_on=begun,
            seconds=SECONDS_A_RUN,
        )
        left = sum(1 for _ in kept.offered()) - upload.items.count()
        if left <= 0:
            forget_upload(token=kept.token)
        query = f"?token={kept.token}&left={left}" if left > 0 else ""
        return _to("articles_upload_report", upload.pk, query=query)

    def report(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What became of each file."""
        upload = get_object_or_404(Upload.objects.select_related("story", "by"), pk=pk)
        items = upload.items.select_related("article").defer("article__body")
        token = request.GET.get("token", "")
        return self._page(
            request,
            "report.html",
            "Bulk upload: report",
            upload=upload,
            counts=dict(Counter(upload.items.values_list("outcome", flat=True))),
            page=Paginator(items, 200).get_page(request.GET.get("page")),
            token=token,
            left=request.GET.get("left", "") if token else "",
        )

    def _page(self, request: HttpRequest, template: str, title: str, **context: Any) -> TemplateResponse:
        everything = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, **context}
        status = 422 if context.get("form") is not None and context["form"].errors else 200
        return TemplateResponse(request, f"admin/articles/upload/{template}", everything, status=status)


def _story(kept: KeptUpload, request: HttpRequest) -> Story:
    if kept.story_id:
        return get_object_or_404(Story, pk=kept.story_id)
    return create_story(title=kept.story_title, by=request.user)  # type: ignore[arg-type]


def _to(name: str, argument: Any, query: str = "") -> HttpResponse:
    return HttpResponseRedirect(reverse(f"admin:{name}", args=[argument]) + query, status=303)
