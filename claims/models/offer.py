"""Offers of the comparison that a person refused for a claim."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class RefusedOffer(models.Model):
    """A place that is not to be offered for this claim again. `kind`: "citation", or the reason of the offered finding."""

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="refused_offers")
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "article", "start", "end", "kind"], name="offer_is_refused_once"),
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="refused_offer_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}–{self.end}"
