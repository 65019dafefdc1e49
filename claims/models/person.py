"""Who speaks across articles: people and bodies, and the names by which the copy calls them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from claims.language.person_names import PersonKind


class Person(models.Model):
    """Somebody, or a body, that speaks or claims. One merged into another stands for that one: `root` is who is meant.

    `merged_into` always names a person that is itself not merged, so that one step leads to the root.
    """

    name = models.CharField(max_length=300)
    kind = models.CharField(
        max_length=10, choices=[(k.value, k.value) for k in PersonKind], default=PersonKind.PERSON.value
    )
    language = models.CharField(
        max_length=2,
        blank=True,
        help_text="ISO 639-1: what this person speaks where the copy translates; blank: not known.",
    )
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("id")), name="person_is_not_merged_into_itself"
            ),
        ]
        indexes = [models.Index(fields=["name", "id"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.pk])

    @property
    def root(self) -> "Person":
        return self.merged_into or self


class Alias(models.Model):
    """A name as the copy writes it, and whose it is: everywhere, or (`story`) in one story, as a surname alone.

    Without `made_by` the machine linked it. Dismissed by a person it is nobody's name; dismissed by nobody it was a surname
    that two people of the story have come to bear.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=300)
    key = models.CharField(max_length=300, help_text="Folded: case, marks on letters, titles and spelling variants.")
    story = models.ForeignKey("articles.Story", models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    dismissed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["text", "id"]
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(fields=["text"], condition=Q(story=None), name="alias_means_one_everywhere"),
            models.UniqueConstraint(
                fields=["text", "story"], condition=Q(story__isnull=False), name="alias_means_one_in_a_story"
            ),
        ]
        indexes = [models.Index(fields=["key"], name="alias_by_key")]

    def __str__(self) -> str:
        return self.text
