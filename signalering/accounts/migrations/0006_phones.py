"""The phones that may hand in signals."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table of phones and its history."""

    dependencies = [
        ("accounts", "0005_fill_grant_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalPhone",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("android", "Android-telefoon of -tablet"),
                            ("iphone", "iPhone of iPad"),
                            ("computer", "computer"),
                            ("other", "ander apparaat"),
                        ],
                        default="other",
                        max_length=10,
                    ),
                ),
                ("shared", models.BooleanField(default=False)),
                ("ticket_digest", models.BinaryField(db_index=True, max_length=32)),
                ("until", models.DateTimeField()),
                ("used_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signed_out", "uitgelogd"),
                            ("lost", "kwijt"),
                            ("account_closed", "account gesloten"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "history_id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical phone",
                "verbose_name_plural": "historical phones",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Phone",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("android", "Android-telefoon of -tablet"),
                            ("iphone", "iPhone of iPad"),
                            ("computer", "computer"),
                            ("other", "ander apparaat"),
                        ],
                        default="other",
                        max_length=10,
                    ),
                ),
                ("shared", models.BooleanField(default=False)),
                ("ticket_digest", models.BinaryField(max_length=32, unique=True)),
                ("until", models.DateTimeField()),
                ("used_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signed_out", "uitgelogd"),
                            ("lost", "kwijt"),
                            ("account_closed", "account gesloten"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="phones", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_because", "")),
                            models.Q(("ended_at__isnull", False), models.Q(("ended_because", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="phone_ended_has_because",
                    )
                ],
            },
        ),
    ]
