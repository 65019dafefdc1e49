"""The copy's tables, to look at and to find things in. What changes an article goes through the desk's own pages."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from articles.models import Article, ArticleLogEntry, Job, Outlet, Story


class KeptAdmin(admin.ModelAdmin):
    """Rows that are kept: nobody deletes them here."""

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


class LookedAtAdmin(KeptAdmin):
    """Rows that are looked at and neither added nor changed here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Outlet)
class OutletAdmin(KeptAdmin):
    list_display = ("name", "address")
    search_fields = ("name", "address")


@admin.register(Story)
class StoryAdmin(KeptAdmin):
    list_display = ("title", "articles_count", "created_by", "created_at")
    search_fields = ("title",)
    readonly_fields = ("created_by", "created_at")
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Story]":
        return super().get_queryset(request).select_related("created_by").annotate(articles_count=Count("articles"))

    @admin.display(description="Articles", ordering="articles_count")
    def articles_count(self, story: Story) -> int:
        return story.articles_count  # type: ignore[attr-defined]

    def save_model(self, request: HttpRequest, obj: Story, form: object, change: bool) -> None:
        if not change:
            obj.created_by = request.user  # type: ignore[assignment]
        obj.save()


class LogInline(admin.TabularInline):
    model = ArticleLogEntry
    fields = readonly_fields = ("at", "action", "by", "note", "changes")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(LookedAtAdmin):
    list_display = ("__str__", "outlet", "story", "published_on", "version", "is_primary", "filed_at", "withdrawn_at")
    list_filter = ("is_primary", ("withdrawn_at", admin.EmptyFieldListFilter), "outlet")
    list_select_related = ("outlet", "story")
    search_fields = ("headline", "original_name", "original_sha256", "outlet__name")
    date_hierarchy = "filed_at"
    inlines = (LogInline,)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Article]":
        rows = super().get_queryset(request)
        return rows if request.resolver_match and "object_id" in request.resolver_match.kwargs else rows.defer("body")


@admin.register(Job)
class JobAdmin(LookedAtAdmin):
    list_display = ("id", "article_id", "stage", "status", "attempts", "bulk", "run_after", "lease_until", "error")
    list_filter = ("status", "stage", "bulk")
    search_fields = ("=article__id", "last_error")

    @admin.display(description="Last error")
    def error(self, job: Job) -> str:
        return job.last_error[:120]
