"""What the desk found and said, for standards editors to read. Nothing here is changed by hand: services write, and log it."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.models import (
    Alias,
    AnotherLook,
    Appearance,
    Citation,
    Claim,
    Decision,
    Edit,
    EngineReport,
    Finding,
    LogEntry,
    Person,
    Quote,
    Run,
    Verdict,
    WordingChange,
)
from claims.views.may_see import CLOSED


class ReadOnly:
    """Every column shown, none changed, nothing added or removed."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class AppearanceInline(ReadOnly, admin.TabularInline):
    model = Appearance
    extra = 0
    fields = ("article", "paragraph", "text", "claimant", "voice", "stance", "dismissed_at")


class LogInline(ReadOnly, admin.TabularInline):
    model = LogEntry
    extra = 0
    fields = ("at", "move", "from_status", "to_status", "seconds_in_status", "by", "note")


class CitationInline(ReadOnly, admin.TabularInline):
    model = Citation
    extra = 0
    fields = ("number", "stance", "kind", "paragraph", "words", "title", "address", "note")


class FindingInline(ReadOnly, admin.TabularInline):
    model = Finding
    extra = 0
    fields = ("reason", "paragraph", "text", "neutral", "note")


@admin.register(Claim)
class ClaimAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("public_id", "__str__", "claimant", "status", "status_since", "story")
    list_filter = ("status", "story")
    search_fields = ("public_id", "text", "claimant")
    list_select_related = ("story",)
    exclude = ("search",)
    inlines = (AppearanceInline, LogInline)
    show_full_result_count = False


@admin.register(Verdict)
class VerdictAdmin(ReadOnly, admin.ModelAdmin):
    """Verdicts that may be seen by all staff: a draft or proposal stays closed here too, so that it can be read blind."""

    list_display = ("claim", "version", "rating", "by", "second_reader", "signed_off_at", "published_at")
    list_filter = ("rating", "read_by_one_alone")
    list_select_related = ("claim", "by", "second_reader")
    search_fields = ("claim__public_id", "claim__text", "rationale")
    inlines = (CitationInline, FindingInline)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Verdict]":
        return super().get_queryset(request).exclude(published_at=None, claim__status__in=CLOSED)


@admin.register(LogEntry)
class LogEntryAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("at", "move", "from_status", "to_status", "claim", "by", "seconds_in_status")
    list_filter = ("move", "to_status", "by")
    list_select_related = ("claim", "by")
    search_fields = ("claim__public_id", "claim__text", "note")
    exclude = ("details",)  # they tell the rating of a proposal, which a second reader may not know
    date_hierarchy = "at"


@admin.register(Edit)
class EditAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("at", "action", "article", "claim", "by")
    list_filter = ("action", "by")
    list_select_related = ("article", "claim", "by")
    date_hierarchy = "at"


@admin.register(Quote)
class QuoteAdmin(ReadOnly, admin.ModelAdmin):
    list_display = (
        "__str__", "kind", "speaker_name", "article", "repaired", "confidence", "made_by", "dismissed_at", "retired_by",
    )  # fmt: skip
    list_filter = ("kind", "repaired", ("retired_by", admin.EmptyFieldListFilter))
    list_select_related = ("article", "made_by", "retired_by")
    search_fields = ("text", "speaker_name")
    exclude = ("search",)
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Quote]":
        """Those too that a newer version of the extractor has retired."""
        return Quote.everything.order_by("article", "start", "id")


class AliasInline(ReadOnly, admin.TabularInline):
    model = Alias
    extra = 0
    fields = ("text", "story", "made_by", "dismissed_at")


@admin.register(Person)
class PersonAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("name", "kind", "language", "merged_into", "made_by")
    list_filter = ("kind",)
    list_select_related = ("merged_into", "made_by")
    search_fields = ("name", "aliases__text")
    inlines = (AliasInline,)


@admin.register(Run)
class RunAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("article", "extractor", "started_at", "milliseconds", "lexicon")
    list_filter = ("extractor",)
    list_select_related = ("article",)


@admin.register(EngineReport)
class EngineReportAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("worker", "extractor", "problem", "at")


@admin.register(Decision)
class DecisionAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("at", "about", "relation", "said", "story", "by", "undone_by", "undone_at")
    list_filter = ("about", "relation", ("undone_at", admin.EmptyFieldListFilter))
    list_select_related = ("story", "by", "undone_by")
    search_fields = ("said", "note")
    date_hierarchy = "at"


@admin.register(AnotherLook)
class AnotherLookAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("found_at", "kind", "sentence", "claim", "article", "cleared_by", "cleared_at")
    list_filter = ("kind", ("cleared_at", admin.EmptyFieldListFilter))
    list_select_related = ("claim", "article", "cleared_by")
    date_hierarchy = "found_at"


@admin.register(WordingChange)
class WordingChangeAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("at", "action", "words", "reason", "by")
    list_filter = ("action", "reason", "by")
    list_select_related = ("by",)
    search_fields = ("words",)
    date_hierarchy = "at"
