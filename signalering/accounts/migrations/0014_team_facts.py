"""What a team takes, what it knows of and when it is closed."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly


class Migration(migrations.Migration):
    """Add the facts of teams and the table of their closures; no worker fills the table of postcodes."""

    dependencies = [
        ("accounts", "0013_rota_insert_only"),
    ]

    operations = [
        StillInsertOnly("HistoricalTeam"),
        migrations.AddField(
            model_name="historicalteam",
            name="expertise",
            field=models.JSONField(blank=True, default=list, help_text="Slugs of the closed list."),
        ),
        migrations.AddField(
            model_name="historicalteam",
            name="open_days",
            field=models.JSONField(blank=True, default=list, help_text="1 is Monday; empty: not known."),
        ),
        migrations.AddField(
            model_name="historicalteam",
            name="places_a_week",
            field=models.PositiveSmallIntegerField(blank=True, help_text="Empty: not known.", null=True),
        ),
        migrations.AddField(
            model_name="team",
            name="expertise",
            field=models.JSONField(blank=True, default=list, help_text="Slugs of the closed list."),
        ),
        migrations.AddField(
            model_name="team",
            name="open_days",
            field=models.JSONField(blank=True, default=list, help_text="1 is Monday; empty: not known."),
        ),
        migrations.AddField(
            model_name="team",
            name="places_a_week",
            field=models.PositiveSmallIntegerField(blank=True, help_text="Empty: not known.", null=True),
        ),
        migrations.AlterField(
            model_name="historicalpostcodearea",
            name="source",
            field=models.CharField(choices=[("table", "tabel")], max_length=8),
        ),
        migrations.AlterField(
            model_name="postcodearea",
            name="source",
            field=models.CharField(choices=[("table", "tabel")], max_length=8),
        ),
        migrations.CreateModel(
            name="HistoricalTeamClosure",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                (
                    "reason",
                    models.SlugField(
                        choices=[
                            ("holiday", "Vakantie"),
                            ("public_holiday", "Feestdag"),
                            ("training", "Scholing"),
                            ("too_few", "Te weinig mensen"),
                            ("event", "Activiteit in de wijk"),
                        ],
                        max_length=20,
                    ),
                ),
                ("active", models.BooleanField(default=True, help_text="Taken back when not.")),
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
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.team",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical team closure",
                "verbose_name_plural": "historical team closures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="TeamClosure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                (
                    "reason",
                    models.SlugField(
                        choices=[
                            ("holiday", "Vakantie"),
                            ("public_holiday", "Feestdag"),
                            ("training", "Scholing"),
                            ("too_few", "Te weinig mensen"),
                            ("event", "Activiteit in de wijk"),
                        ],
                        max_length=20,
                    ),
                ),
                ("active", models.BooleanField(default=True, help_text="Taken back when not.")),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="closures", to="accounts.team"
                    ),
                ),
            ],
            options={
                "ordering": ["first_day", "id"],
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="closure_ends_after_it_begins",
                    )
                ],
            },
        ),
        StillInsertOnly("HistoricalTeam"),
    ]
