"""People across articles with their names; suggestions that a newer extractor no longer finds are kept as retired."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from claims.services.link_people import Tables, link_people


def link_everybody(apps: Any, schema_editor: Any) -> None:
    """Names that quotes and claims have already: the same linking that extraction does."""
    tables = Tables(*(apps.get_model("claims", name) for name in ("Quote", "Appearance", "Claim", "Person", "Alias")))
    stories = apps.get_model("articles", "Story").objects.order_by("pk").values_list("pk", flat=True)
    for story_id in stories:
        link_people(story_id=story_id, tables=tables)
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what follows alters these tables


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_filed_copy_never_changes"),
        ("claims", "0003_the_whole_queue_in_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="appearance",
            name="retired_by",
            field=models.ForeignKey(
                blank=True,
                help_text="No longer finds it here.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.run",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="retired_by",
            field=models.ForeignKey(
                blank=True,
                help_text="No longer finds it anywhere.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.run",
            ),
        ),
        migrations.AddField(
            model_name="quote",
            name="retired_by",
            field=models.ForeignKey(
                blank=True,
                help_text="No longer finds it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.run",
            ),
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                (
                    "kind",
                    models.CharField(choices=[("person", "person"), ("body", "body")], default="person", max_length=10),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="claims.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="Alias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=300)),
                (
                    "key",
                    models.CharField(
                        help_text="Folded: case, marks on letters, titles and spelling variants.", max_length=300
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("dismissed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "dismissed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.story",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="aliases", to="claims.person"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "aliases",
                "ordering": ["text", "id"],
            },
        ),
        migrations.AddField(
            model_name="appearance",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appearances",
                to="claims.person",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="claims",
                to="claims.person",
            ),
        ),
        migrations.AddField(
            model_name="edit",
            name="person",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="edits", to="claims.person"
            ),
        ),
        migrations.AddField(
            model_name="quote",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="quotes",
                to="claims.person",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["name", "id"], name="person_by_name"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into", None), models.Q(("merged_into", models.F("id")), _negated=True), _connector="OR"
                ),
                name="person_is_not_merged_into_itself",
            ),
        ),
        migrations.AddIndex(
            model_name="alias",
            index=models.Index(fields=["key"], name="alias_by_key"),
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.UniqueConstraint(
                condition=models.Q(("story", None)), fields=("text",), name="alias_means_one_everywhere"
            ),
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.UniqueConstraint(
                condition=models.Q(("story__isnull", False)),
                fields=("text", "story"),
                name="alias_means_one_in_a_story",
            ),
        ),
        migrations.RunPython(link_everybody, migrations.RunPython.noop),
    ]
