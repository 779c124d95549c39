"""One desk asks another to talk."""

import django.db.models.deletion
import django.utils.timezone
import signalering.codes
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the requests, and the notice with which a desk hears of one."""

    dependencies = [
        ("accounts", "0015_team_facts_insert_only"),
        ("cases", "0025_notices_at_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalnotice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("picked_up", "Opgepakt"),
                    ("done", "Klaar"),
                    ("question", "Vraag aan jou"),
                    ("answered", "Antwoord van de melder"),
                    ("referral_sent", "Nieuwe verwijzing"),
                    ("referral_accepted", "Verwijzing geaccepteerd"),
                    ("referral_returned", "Verwijzing teruggestuurd"),
                    ("referral_expired", "Verwijzing zonder antwoord: kies een ander aanbod"),
                    ("referral_ended", "Verwijzing afgerond of gestopt"),
                    ("burst", "Veel signalen over één adres"),
                    ("deadline_near", "Termijn bijna om"),
                    ("deadline_today", "Termijn vandaag"),
                    ("deadline_over", "Termijn te laat"),
                    ("morning", "Wat er vandaag wacht"),
                    ("alert", "Oproep"),
                    ("talk_asked", "Vraag om overleg"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("picked_up", "Opgepakt"),
                    ("done", "Klaar"),
                    ("question", "Vraag aan jou"),
                    ("answered", "Antwoord van de melder"),
                    ("referral_sent", "Nieuwe verwijzing"),
                    ("referral_accepted", "Verwijzing geaccepteerd"),
                    ("referral_returned", "Verwijzing teruggestuurd"),
                    ("referral_expired", "Verwijzing zonder antwoord: kies een ander aanbod"),
                    ("referral_ended", "Verwijzing afgerond of gestopt"),
                    ("burst", "Veel signalen over één adres"),
                    ("deadline_near", "Termijn bijna om"),
                    ("deadline_today", "Termijn vandaag"),
                    ("deadline_over", "Termijn te laat"),
                    ("morning", "Wat er vandaag wacht"),
                    ("alert", "Oproep"),
                    ("talk_asked", "Vraag om overleg"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="HistoricalTalkRequest",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                (
                    "code",
                    models.CharField(db_index=True, default=signalering.codes.new_code, editable=False, max_length=8),
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
                    "asked",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.team",
                    ),
                ),
                (
                    "asks",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.team",
                    ),
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
                    "signal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.signal",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical talk request",
                "verbose_name_plural": "historical talk requests",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="TalkRequest",
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
                    "code",
                    models.CharField(default=signalering.codes.new_code, editable=False, max_length=8, unique=True),
                ),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                    ),
                ),
                (
                    "asks",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                    ),
                ),
                (
                    "signal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="talk_requests", to="cases.signal"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("signal", "asked"), name="talk_request_once_per_desk")],
            },
        ),
    ]
