"""Comparisons of stories, what staff decided about them, decided claims that need another look, and the languages of people."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

FORWARD = """
CREATE FUNCTION newsdesk_decision_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A decision is kept: undo it instead.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL
        OR (to_jsonb(OLD) - 'undone_at' - 'undone_by_id') <> (to_jsonb(NEW) - 'undone_at' - 'undone_by_id') THEN
        RAISE EXCEPTION 'A decision never changes: it is undone once, and decided anew.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER decision_is_kept BEFORE UPDATE OR DELETE ON claims_decision
    FOR EACH ROW EXECUTE FUNCTION newsdesk_decision_is_kept();
"""
BACKWARD = """
DROP TRIGGER decision_is_kept ON claims_decision;
DROP FUNCTION newsdesk_decision_is_kept();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_filed_copy_never_changes"),
        ("claims", "0005_wording_lists_and_the_engine"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="language",
            field=models.CharField(
                blank=True,
                help_text="ISO 639-1: what this person speaks where the copy translates; blank: not known.",
                max_length=2,
            ),
        ),
        migrations.CreateModel(
            name="StoryComparison",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=40)),
                ("found", models.JSONField(default=dict)),
                ("articles", models.JSONField(default=list)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("seconds", models.FloatField(default=0.0)),
                (
                    "story",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comparison", to="articles.story"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AnotherLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("another stance", "another stance"),
                            ("a denial", "a denial"),
                            ("a possible conflict", "a possible conflict"),
                            ("another mouth", "another mouth"),
                            ("an altered quote", "an altered quote"),
                            ("a new origin", "a new origin"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(blank=True, help_text="Tells differences of one kind apart.", max_length=64)),
                ("sentence", models.TextField()),
                ("found_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("cleared_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.article"
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="looks", to="claims.claim"
                    ),
                ),
                (
                    "cleared_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "another looks",
                "ordering": ["found_at", "id"],
                "indexes": [
                    models.Index(condition=models.Q(("cleared_at", None)), fields=["claim"], name="look_that_stands")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("claim", "article", "kind", "key"), name="look_is_called_for_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("origin", "origin"),
                            ("passage", "passage"),
                            ("utterance", "utterance"),
                            ("claim", "claim"),
                            ("conflict", "conflict"),
                            ("counter-claim", "counter-claim"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[("joined", "joined"), ("parted", "parted"), ("reference", "reference")], max_length=10
                    ),
                ),
                ("one_start", models.PositiveIntegerField(default=0)),
                ("one_end", models.PositiveIntegerField(default=0)),
                ("other_start", models.PositiveIntegerField(default=0)),
                ("other_end", models.PositiveIntegerField(default=0)),
                ("act", models.UUIDField(default=uuid.uuid4)),
                ("said", models.TextField(blank=True, help_text="What the decision was about, in words.")),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "one_article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.article"
                    ),
                ),
                (
                    "other_article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="articles.story"
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "indexes": [
                    models.Index(condition=models.Q(("undone_at", None)), fields=["story"], name="decision_in_force"),
                    models.Index(fields=["act"], name="decision_by_act"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("relation", "reference"), ("other_article__isnull", False), _connector="OR"
                        ),
                        name="decision_is_about_two_places",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("one_start__lte", models.F("one_end")), ("other_start__lte", models.F("other_end"))
                        ),
                        name="decision_has_places",
                    ),
                ],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
