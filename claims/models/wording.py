"""Wording: what the desk changed of the wording lists, and the coloured words that were found in articles."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from claims.language.lexicon import WordingReason

_REASONS = [(reason.value, reason.value) for reason in WordingReason]


class WordingEntry(models.Model):
    """An entry that the desk added, or one of the built-in lists (same words and reason) that it changed or switched off.

    `words` are folded as `claims.language.lexicon.folded` does; not `active`: the engine does not look for it.
    """

    words = models.CharField(max_length=100)
    reason = models.CharField(max_length=20, choices=_REASONS)
    neutral = models.CharField("neutral wording", max_length=200, blank=True)
    active = models.BooleanField(default=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["words", "reason"]
        verbose_name_plural = "wording entries"
        constraints = [models.UniqueConstraint(fields=["words", "reason"], name="wording_entry_stands_once")]

    def __str__(self) -> str:
        return f"{self.words} ({self.reason})"


class WordingChange(models.Model):
    """What was done to an entry of the lists, built-in ones too; never changed (a trigger holds it)."""

    words = models.CharField(max_length=100)
    reason = models.CharField(max_length=20)
    action = models.CharField(max_length=20)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["words", "reason", "at"], name="wording_change_by_entry")]

    def __str__(self) -> str:
        return f"{self.action}: {self.words}"


class Wording(models.Model):
    """A coloured word that the newest run found in an article: a suggestion, from which a person may make a finding.

    `article.body[start:end] == text`; `entry` is the entry of the lists that it was found by, "" where the model found it.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="wordings")
    paragraph = models.ForeignKey("articles.Paragraph", models.PROTECT, related_name="wordings")
    run = models.ForeignKey("claims.Run", models.PROTECT, related_name="wordings")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    reason = models.CharField(max_length=20, choices=_REASONS)
    neutral = models.CharField("neutral wording", max_length=200, blank=True)
    entry = models.CharField(max_length=100, blank=True)
    score = models.FloatField(default=0.5)

    class Meta:
        ordering = ["article", "start", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="wording_has_words"),
        ]
        indexes = [
            models.Index(fields=["article", "start"], name="wording_by_place"),
            models.Index(fields=["entry", "reason"], name="wording_by_entry"),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.text}"
