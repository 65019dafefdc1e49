"""What the comparison of a story found, what staff decided about it, and the decided claims that it calls up again."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from claims.comparison.decisions import About
from claims.comparison.touching import LookKind

JOINED, PARTED, REFERENCE = "joined", "parted", "reference"


class StoryComparison(models.Model):
    """The last comparison of a story. `found` is a whole `Comparison` (claims.comparison.stored); `articles` are
    [article id, newest run id or null] in the order of its article numbers; `digest` is of all that it was made from."""

    story = models.OneToOneField("articles.Story", models.PROTECT, related_name="comparison")
    version = models.CharField(max_length=40)
    found = models.JSONField(default=dict)
    articles = models.JSONField(default=list)
    digest = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    seconds = models.FloatField(default=0.0)

    def __str__(self) -> str:
        return f"{self.version} on story {self.story_id}"


class Decision(models.Model):
    """Two places that a person joined or parted, or one named as the primary variant. Rows are only added and undone (a
    trigger holds it). What was decided at once shares its `act` and is undone at once; offsets (0, 0) mean the whole article.
    """

    story = models.ForeignKey("articles.Story", models.PROTECT, related_name="decisions")
    about = models.CharField(max_length=20, choices=[(a.value, a.value) for a in About])
    relation = models.CharField(max_length=10, choices=[(r, r) for r in (JOINED, PARTED, REFERENCE)])
    one_article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+")
    one_start = models.PositiveIntegerField(default=0)
    one_end = models.PositiveIntegerField(default=0)
    other_article = models.ForeignKey("articles.Article", models.PROTECT, null=True, blank=True, related_name="+")
    other_start = models.PositiveIntegerField(default=0)
    other_end = models.PositiveIntegerField(default=0)
    act = models.UUIDField(default=uuid4)
    said = models.TextField(blank=True, help_text="What the decision was about, in words.")
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(relation=REFERENCE) | Q(other_article__isnull=False), name="decision_is_about_two_places"
            ),
            models.CheckConstraint(
                condition=Q(one_start__lte=F("one_end"), other_start__lte=F("other_end")), name="decision_has_places"
            ),
        ]
        indexes = [
            models.Index(fields=["story"], name="decision_in_force", condition=Q(undone_at=None)),
            models.Index(fields=["act"], name="decision_by_act"),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.relation}: {self.said[:60]}"


class LookQuerySet(models.QuerySet["AnotherLook"]):
    """Looks, and those of them that stand."""

    def standing(self) -> Self:
        """Those that nobody has cleared, of articles that were not withdrawn since."""
        return self.filter(cleared_at=None, article__withdrawn_at=None)


class AnotherLook(models.Model):
    """A decided claim that a new article touches. `sentence` is the difference, in words; cleared once somebody has looked."""

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="looks")
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in LookKind])
    key = models.CharField(max_length=64, blank=True, help_text="Tells differences of one kind apart.")
    sentence = models.TextField()
    found_at = models.DateTimeField(default=timezone.now)
    cleared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    cleared_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)

    SEEN_AT = "Seen at “{move}”."
    """The note where a verdict decided anew has taken it into account."""

    objects = LookQuerySet.as_manager()

    class Meta:
        ordering = ["found_at", "id"]
        verbose_name_plural = "another looks"
        constraints = [
            models.UniqueConstraint(fields=["claim", "article", "kind", "key"], name="look_is_called_for_once"),
        ]
        indexes = [models.Index(fields=["claim"], name="look_that_stands", condition=Q(cleared_at=None))]

    def __str__(self) -> str:
        return self.sentence[:75]

    @property
    def stands(self) -> bool:
        """As `LookQuerySet.standing`."""
        return self.cleared_at is None and self.article.withdrawn_at is None

    @property
    def seen_at_move(self) -> bool:
        """Whether a move cleared it, which has an entry of its own in the log."""
        return self.note.startswith(self.SEEN_AT.partition("{")[0])
