"""The copy as filed, and the log of what was done to its row."""

from datetime import datetime

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone


def original_path(article: "Article", name: str) -> str:
    """Originals are kept by their hash; the name that the person gave is in the row."""
    return f"originals/{article.original_sha256[:2]}/{article.original_sha256}"


class Article(models.Model):
    """The copy as published. `body` is written once, when the file has been read, and never changes (a trigger holds it)."""

    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="articles")
    outlet = models.ForeignKey("articles.Outlet", models.PROTECT, null=True, blank=True, related_name="articles")
    headline = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    published_time = models.TimeField(null=True, blank=True, help_text="In the desk's time zone, where known.")
    url = models.URLField("address", max_length=2000, blank=True)
    wire_credit = models.CharField(max_length=200, blank=True)
    is_primary = models.BooleanField(
        "primary", default=False, help_text="A transcript, the post itself, a document: not somebody's report of it."
    )

    body = models.TextField(blank=True, default="")
    original = models.FileField(upload_to=original_path, max_length=200)
    original_name = models.CharField(max_length=300)
    original_sha256 = models.CharField(max_length=64)
    original_bytes = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100, blank=True)

    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    filed_at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    headline_search = models.GeneratedField(
        expression=SearchVector("headline", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        ordering = ["filed_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["original_sha256"], condition=Q(withdrawn_at=None), name="article_bytes_are_filed_once"
            ),
        ]
        indexes = [
            models.Index(fields=["story", "filed_at"], name="article_by_story"),
            GinIndex(fields=["headline_search"], name="article_headline_search"),
        ]

    def __str__(self) -> str:
        return self.headline or self.original_name

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def outlet_name(self) -> str:
        return self.outlet.name if self.outlet else "Unknown outlet"

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def newer(self) -> "Article | None":
        """The version that replaces this one, those that were withdrawn left out; None where there is none.

        Costs no query where `replaced_by` was read along.
        """
        following: Article | None = getattr(self, "replaced_by", None)
        while following is not None and following.is_withdrawn:
            following = getattr(following, "replaced_by", None)
        return following

    @property
    def published_at(self) -> datetime | None:
        """The moment of publication in the desk's time zone, where date and time are both known."""
        if not (self.published_on and self.published_time):
            return None
        return timezone.make_aware(datetime.combine(self.published_on, self.published_time))


class ArticleLogEntry(models.Model):
    """What was done to an article's row after filing: facts corrected, withdrawn, marked primary, tried again."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="log")
    action = models.CharField(max_length=40)
    changes = models.JSONField(default=dict, help_text='{"headline": ["before", "after"]}')
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        verbose_name_plural = "article log entries"

    def __str__(self) -> str:
        return f"{self.action} {self.at:%Y-%m-%d %H:%M}"
