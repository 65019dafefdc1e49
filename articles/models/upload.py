"""Acts of filing, and what became of each file."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Upload(models.Model):
    """One act of filing: the files somebody gave at once, and what became of each."""

    class Channel(models.TextChoices):
        BROWSER = "browser"
        PASTE = "paste"
        BULK = "bulk upload"
        SHELL = "shell"
        SAMPLES = "samples"

    story = models.ForeignKey("articles.Story", models.PROTECT, null=True, related_name="uploads")
    channel = models.CharField(max_length=20, choices=Channel)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.channel} {self.at:%Y-%m-%d %H:%M}"


class UploadItem(models.Model):
    """One file or row of an upload and its outcome, with the sentence shown to the person."""

    class Outcome(models.TextChoices):
        FILED = "filed"
        ALREADY_HERE = "already here"
        REFUSED = "refused"

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    outcome = models.CharField(max_length=20, choices=Outcome)
    message = models.TextField(blank=True)
    article = models.ForeignKey("articles.Article", models.PROTECT, null=True, related_name="upload_items")

    class Meta:
        ordering = ["upload", "position"]
        constraints = [models.UniqueConstraint("upload", "position", name="upload_item_position_is_unique")]

    def __str__(self) -> str:
        return f"{self.name}: {self.outcome}"
