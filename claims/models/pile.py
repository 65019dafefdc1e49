"""A pile of articles that no story is named for yet: kept, read, grouped into proposals, put right by an editor, filed."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone


class Pile(models.Model):
    """What somebody dropped at once. Its bytes are kept before anything else; what it becomes is filed by its person.

    It is its own row of work: a worker takes it under a lease (`lease_until`), after settings.JOB_ATTEMPTS without the
    file or the step at which the worker stopped.
    """

    class Status(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        READY = "ready"
        FILED = "filed"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    problem = models.TextField(blank=True)
    filed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"Pile of {self.at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("pile", args=[self.pk])


class PileStory(models.Model):
    """A story as proposed, or as an editor made it. `story`: one that the desk has already, or the one that was made of it."""

    pile = models.ForeignKey(Pile, models.CASCADE, related_name="stories")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    score = models.FloatField(null=True, blank=True, help_text="How surely its articles tell of one event, 0 to 1.")
    story = models.ForeignKey("articles.Story", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["pile", "number"], name="pile_story_number_is_unique"),
            models.UniqueConstraint(fields=["pile", "story"], name="pile_names_a_story_once"),
        ]

    def __str__(self) -> str:
        return self.title


class PileItem(models.Model):
    """One file of a pile. `problem`: why it cannot be filed; without a `proposed` story it is left out."""

    pile = models.ForeignKey(Pile, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64, blank=True)
    original = models.CharField(max_length=200, blank=True, help_text="Name under MEDIA_ROOT.")
    facts = models.JSONField(default=dict, blank=True, help_text="What the row of a CSV gives.")
    text = models.TextField(blank=True, help_text="Until the pile is filed.")
    is_read = models.BooleanField(default=False)
    problem = models.TextField(blank=True)
    headline = models.CharField(max_length=500, blank=True)
    outlet = models.CharField(max_length=200, blank=True)
    published_on = models.DateField(null=True, blank=True)
    proposed = models.ForeignKey(PileStory, models.SET_NULL, null=True, blank=True, related_name="items")
    reason = models.TextField(blank=True)
    article = models.ForeignKey("articles.Article", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["pile", "position"], name="pile_item_position_is_unique")]

    def __str__(self) -> str:
        return self.headline or self.name
