"""What staff did: moves, notes, edits, and forms carried out."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class LogEntry(models.Model):
    """One move of a claim, written in the move's own transaction; never changed (a trigger holds it)."""

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="log")
    move = models.CharField(max_length=20)
    from_status = models.CharField(max_length=12)
    to_status = models.CharField(max_length=12)
    seconds_in_status = models.FloatField(help_text="How long the claim stood in `from_status`.")
    note = models.TextField(blank=True)
    details = models.JSONField(default=dict, help_text="Rating, rationale and citations as they stood.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        verbose_name_plural = "log entries"
        indexes = [models.Index(fields=["claim", "at"], name="log_by_claim")]

    def __str__(self) -> str:
        return f"{self.move}: {self.from_status} → {self.to_status}"


class Note(models.Model):
    """What staff tell each other about a claim. Never public."""

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="notes")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class Edit(models.Model):
    """What staff changed of the machine's reading: a quote or claim added, split, merged, corrected, dismissed, joined; people
    merged, parted and renamed, and names split off.

    `before` and `after` are the rows as JSON; a later issue turns them into labelled examples.
    """

    article = models.ForeignKey("articles.Article", models.PROTECT, null=True, related_name="edits")
    claim = models.ForeignKey("claims.Claim", models.PROTECT, null=True, related_name="edits")
    quote = models.ForeignKey("claims.Quote", models.PROTECT, null=True, related_name="edits")
    person = models.ForeignKey("claims.Person", models.PROTECT, null=True, related_name="edits")
    action = models.CharField(max_length=30)
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.action} {self.at:%Y-%m-%d %H:%M}"


class SentForm(models.Model):
    """The idempotency key of a form that was carried out: sent twice, done once."""

    key = models.UUIDField(unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.key)
