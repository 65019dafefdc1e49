"""What is due: the rows that workers take."""

from django.db import models
from django.utils import timezone


class JobStatus(models.TextChoices):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(models.Model):
    """Work that is due: one row an article, stage and version of what does it. The broker's messages carry its id only."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="jobs")
    stage = models.CharField(max_length=20)
    version = models.CharField(max_length=40, blank=True, default="", help_text="Of the extractor, where it matters.")
    bulk = models.BooleanField(default=False, help_text="On the bulk queue, behind single uploads.")
    status = models.CharField(max_length=10, choices=JobStatus, default=JobStatus.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.UUIDField(null=True, blank=True)
    last_error = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "stage", "version"], name="job_is_due_once"),
        ]
        indexes = [
            models.Index(
                fields=["run_after"], condition=models.Q(status__in=["queued", "running"]), name="job_that_is_due"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} of article {self.article_id}: {self.status}"
