from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from articles.segmentation.spans import Kind


class Paragraph(models.Model):
    """Numbered from 1 inside an article; `article.body[start:end] == text`. Never changes once made (a trigger holds it)."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="paragraphs")
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in Kind])
    duplicate_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="repeats")
    folded_sha256 = models.CharField(max_length=64, help_text="Of the words without regard to case, space and marks.")
    search = models.GeneratedField(
        expression=SearchVector("text", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="paragraph_number_is_unique"),
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="paragraph_has_words"),
        ]
        indexes = [
            models.Index(fields=["folded_sha256"], name="paragraph_by_folded_words"),
            GinIndex(fields=["search"], name="paragraph_search"),
        ]

    def __str__(self) -> str:
        return f"¶{self.number}"
