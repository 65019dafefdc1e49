from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone


class Story(models.Model):
    """The event under check; it gathers articles."""

    title = models.CharField(max_length=200)
    note = models.TextField(blank=True, help_text="What the desk wants to find out. Staff only.")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("story", args=[self.pk])
