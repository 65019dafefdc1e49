"""What the extractor found: its runs and their quotes."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.utils import timezone

from claims.language.spans import QuoteKind
from claims.models.standing import Standing


class Run(models.Model):
    """One extraction: which version of the extractor read which article, when, and how long it took."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="runs")
    extractor = models.CharField(max_length=40)
    started_at = models.DateTimeField(default=timezone.now)
    milliseconds = models.PositiveIntegerField(default=0)
    lexicon = models.CharField(max_length=12, blank=True, help_text="The version of the wording lists that it read by.")

    class Meta:
        ordering = ["started_at", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "extractor"], name="run_is_made_once_a_version")]

    def __str__(self) -> str:
        return f"{self.extractor} on article {self.article_id}"


class Quote(models.Model):
    """One contiguous quoted or reported span; offsets are code points of `article.body`, `body[start:end] == text`."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="quotes")
    paragraph = models.ForeignKey("articles.Paragraph", models.PROTECT, related_name="quotes")
    run = models.ForeignKey(Run, models.PROTECT, null=True, related_name="quotes")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in QuoteKind])
    quoted = models.JSONField(default=list, help_text="[[start, end], …] of the stretches inside marks.")
    speaker_start = models.PositiveIntegerField(null=True, blank=True)
    speaker_end = models.PositiveIntegerField(null=True, blank=True)
    speaker_text = models.CharField(max_length=300, blank=True, help_text="The mention beside the quote.")
    speaker_name = models.CharField(max_length=300, blank=True, help_text="The fullest name; blank where unknown.")
    person = models.ForeignKey("claims.Person", models.PROTECT, null=True, blank=True, related_name="quotes")
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    cue_text = models.CharField(max_length=200, blank=True)
    via = models.JSONField(
        default=list, help_text="Between this article and the speaker, nearest to the article first."
    )
    utterance = models.PositiveIntegerField(default=0)
    repaired = models.BooleanField(default=False)
    repair = models.CharField(max_length=300, blank=True)
    confidence = models.FloatField(default=1.0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    dismissed_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(
        Run, models.PROTECT, null=True, blank=True, related_name="+", help_text="No longer finds it."
    )
    search = models.GeneratedField(
        expression=SearchVector("text", "speaker_name", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = Standing()
    everything = models.Manager["Quote"]()

    class Meta:
        ordering = ["article", "start", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="quote_has_words"),
        ]
        indexes = [
            models.Index(fields=["article", "start"], name="quote_by_place"),
            GinIndex(fields=["search"], name="quote_search"),
        ]

    def __str__(self) -> str:
        return f"“{self.text[:60]}”"
