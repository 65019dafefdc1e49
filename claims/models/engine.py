"""What the workers say of the language engine that they run."""

from django.db import models
from django.utils import timezone


class EngineReport(models.Model):
    """The last word of one worker machine: which extractor reads there, and why it reads by rules alone ("" when all is well)."""

    worker = models.CharField(max_length=200, unique=True, help_text="The machine's name.")
    extractor = models.CharField(max_length=40)
    problem = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now, help_text="Of the last word.")

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["-at"], name="engine_report_by_time")]

    def __str__(self) -> str:
        return f"{self.worker}: {self.problem or self.extractor}"
