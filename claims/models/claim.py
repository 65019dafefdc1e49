"""Claims, and the places where they stand."""

import secrets

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.urls import reverse
from django.utils import timezone

from claims.language.confidence import CHECK_BELOW
from claims.language.spans import Stance, Voice
from claims.models.standing import Standing
from claims.rules.statuses import Status

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def new_public_id() -> str:
    """Ten random characters without look-alikes: 31¹⁰, not countable."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(10))


class Claim(models.Model):
    """The proposition (schema.org Claim). A blank `claimant` means the outlet itself."""

    public_id = models.CharField(max_length=10, unique=True, default=new_public_id, editable=False)
    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="claims")
    text = models.TextField()
    claimant = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey("claims.Person", models.PROTECT, null=True, blank=True, related_name="claims")
    priority = models.FloatField(default=0.5)
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Status], default=Status.NEW)
    status_before = models.CharField(max_length=12, blank=True, help_text="Where a dismissed claim goes back to.")
    status_since = models.DateTimeField(default=timezone.now)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    held_until = models.DateTimeField(null=True, blank=True)
    working_verdict = models.OneToOneField(
        "claims.Verdict", models.PROTECT, null=True, blank=True, related_name="+", help_text="The one being worked on."
    )
    published_verdict = models.OneToOneField(
        "claims.Verdict", models.PROTECT, null=True, blank=True, related_name="+", help_text="The one the public sees."
    )
    retracted_at = models.DateTimeField(null=True, blank=True)
    retracted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    retracted_reason = models.TextField(blank=True)
    joined_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="joined")
    retired_by = models.ForeignKey(
        "claims.Run", models.PROTECT, null=True, blank=True, related_name="+", help_text="No longer finds it anywhere."
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    search = models.GeneratedField(
        expression=SearchVector("text", "claimant", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    objects = Standing()
    everything = models.Manager["Claim"]()

    class Meta:
        ordering = ["-priority", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="claim_status_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-priority", "id"], name="claim_queue"),
            models.Index(fields=["story", "status", "-priority", "id"], name="claim_queue_by_story"),
            models.Index(
                fields=["-priority", "id"], name="claim_queue_of_all", condition=models.Q(joined_into__isnull=True)
            ),
            models.Index(fields=["claimant"], name="claim_by_claimant"),
            GinIndex(fields=["search"], name="claim_search"),
        ]

    def __str__(self) -> str:
        return self.text[:75]

    def get_absolute_url(self) -> str:
        return reverse("claim", args=[self.public_id])

    @property
    def claimant_label(self) -> str:
        return self.claimant or "the outlet itself"


class Appearance(models.Model):
    """One place that states a claim; `article.body[start:end] == text`."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="appearances")
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="appearances")
    paragraph = models.ForeignKey("articles.Paragraph", models.PROTECT, related_name="appearances")
    run = models.ForeignKey("claims.Run", models.PROTECT, null=True, related_name="appearances")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    claimant = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey("claims.Person", models.PROTECT, null=True, blank=True, related_name="appearances")
    voice = models.CharField(max_length=10, choices=[(v.value, v.value) for v in Voice])
    stance = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Stance])
    confidence = models.FloatField(default=1.0, help_text="How sure it is that the claimant said this.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    dismissed_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(
        "claims.Run", models.PROTECT, null=True, blank=True, related_name="+", help_text="No longer finds it here."
    )

    objects = Standing()
    everything = models.Manager["Appearance"]()

    class Meta:
        ordering = ["article", "start", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="appearance_has_words"),
        ]
        indexes = [
            models.Index(fields=["article", "start"], name="appearance_by_place"),
            models.Index(
                fields=["claim"],
                name="appearance_to_check",
                condition=models.Q(dismissed_at__isnull=True, confidence__lt=CHECK_BELOW),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text[:60]} (article {self.article_id})"
