"""Verdicts, and what they rest on: citations and findings."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from claims.rules.ratings import CitationStance, EvidenceKind, FindingReason, Rating

_RATINGS = [(r.value, r.value) for r in Rating]


class Verdict(models.Model):
    """Rating + rationale + citations, in a version. A draft until `proposed_at`; frozen by a trigger once published."""

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="verdicts")
    version = models.PositiveSmallIntegerField(default=1)
    rating = models.CharField(max_length=16, choices=_RATINGS, blank=True)
    rationale = models.TextField(blank=True, help_text="For unsettled: what was tried.")
    created_at = models.DateTimeField(default=timezone.now)
    saved_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="verdicts")
    proposed_at = models.DateTimeField(null=True, blank=True)
    second_reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    second_rating = models.CharField(max_length=16, choices=_RATINGS, blank=True)
    second_note = models.TextField(blank=True)
    second_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    settled_note = models.TextField(blank=True)
    signed_off_at = models.DateTimeField(null=True, blank=True)
    read_by_one_alone = models.BooleanField(default=False, help_text="Signed off without a second reader.")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    notice = models.TextField(blank=True, help_text="The public notice of a correction.")

    class Meta:
        ordering = ["claim", "version"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "version"], name="verdict_version_is_unique"),
            models.CheckConstraint(
                condition=Q(second_reader=None) | ~Q(second_reader=F("by")), name="nobody_confirms_their_own_verdict"
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None) | (~Q(settled_by=F("by")) & ~Q(settled_by=F("second_reader"))),
                name="nobody_settles_their_own_dispute",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating or 'draft'}, version {self.version}"


class Citation(models.Model):
    """Exact words of a paragraph, pinned by offsets and hash, or a piece of outside evidence, with a stance.

    For a paragraph: `paragraph.article.body[start:end] == words`, and `words_sha256` is of those words in UTF-8.
    """

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="citations")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in EvidenceKind])
    stance = models.CharField(max_length=12, choices=[(s.value, s.value) for s in CitationStance])
    paragraph = models.ForeignKey("articles.Paragraph", models.PROTECT, null=True, related_name="citations")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    words = models.TextField(blank=True)
    words_sha256 = models.CharField(max_length=64, blank=True)
    title = models.CharField(max_length=300, blank=True, help_text="Of the document, or who was called.")
    address = models.URLField(max_length=2000, blank=True)
    on_date = models.DateField(null=True, blank=True, help_text="Of the call, or when the address was read.")
    note = models.TextField(blank=True)
    kept_file = models.FileField(upload_to="evidence/%Y/%m/", max_length=200, blank=True)
    kept_name = models.CharField(max_length=300, blank=True)
    kept_sha256 = models.CharField(max_length=64, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["verdict", "number"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "number"], name="citation_number_is_unique"),
            models.CheckConstraint(
                condition=~Q(kind=EvidenceKind.PARAGRAPH.value)
                | Q(paragraph__isnull=False, start__isnull=False, end__isnull=False, start__lt=F("end")),
                name="cited_words_are_pinned",
            ),
        ]

    def __str__(self) -> str:
        return f"[{self.number}] {self.stance}: {self.words[:60] or self.title or self.address}"


class Finding(models.Model):
    """One bias finding: an outlet's words in an article, the reason, and a neutral wording."""

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="findings")
    appearance = models.ForeignKey("claims.Appearance", models.PROTECT, null=True, blank=True, related_name="findings")
    paragraph = models.ForeignKey("articles.Paragraph", models.PROTECT, related_name="findings")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    reason = models.CharField(max_length=30, choices=[(r.value, r.value) for r in FindingReason])
    neutral = models.CharField("neutral wording", max_length=500, blank=True)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["verdict", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=FindingReason.OTHER.value) | ~Q(note=""), name="other_finding_has_a_note"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.text[:60]}"
