"""Log what moderators decide, and find the reports that wait."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0008_rights_of_administrators"),
    ]

    operations = [
        migrations.CreateModel(
            name="ModerationDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("approved", "Approved"),
                            ("hidden", "Hidden"),
                            ("restored", "Shown again"),
                            ("upheld", "Reports upheld"),
                            ("dismissed", "Reports dismissed"),
                        ],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("off-topic", "Off the topic"),
                            ("insult", "Insults somebody"),
                            ("hate", "Incites hatred"),
                            ("personal", "Tells personal data"),
                            ("spam", "Advertising"),
                            ("illegal", "Against the law"),
                            ("other", "Against the house rules"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="words for the author"
                    ),
                ),
                (
                    "state_before",
                    models.CharField(
                        choices=[
                            ("held", "Waits for a moderator"),
                            ("public", "Public"),
                            ("hidden", "Hidden by a moderator"),
                            ("deleted", "Deleted by its author"),
                            ("erased", "Erased with its author's account"),
                        ],
                        max_length=10,
                        verbose_name="state before",
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="decided"),
                ),
            ],
            options={
                "verbose_name": "decision of a moderator",
                "verbose_name_plural": "decisions of moderators",
                "ordering": ["made_at", "pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="comment",
            options={
                "ordering": ["conversation", "path"],
                "permissions": [
                    ("see_author_email", "Can see the e-mail address of whoever wrote a comment")
                ],
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
            },
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("outcome", "open")),
                fields=["comment"],
                name="reports_that_wait",
            ),
        ),
        migrations.AddField(
            model_name="moderationdecision",
            name="comment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="decisions",
                to="community.comment",
                verbose_name="comment",
            ),
        ),
        migrations.AddField(
            model_name="moderationdecision",
            name="moderator",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="moderation_decisions",
                to=settings.AUTH_USER_MODEL,
                verbose_name="decided by",
            ),
        ),
        migrations.AddIndex(
            model_name="moderationdecision",
            index=models.Index(fields=["made_at"], name="decision_by_time"),
        ),
    ]
