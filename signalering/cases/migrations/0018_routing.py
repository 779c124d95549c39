"""Routing tables with their rules, and what was proposed for a signal."""

import django.db.models.deletion
import django.utils.timezone
import signalering.codes
import signalering.crypto.fields
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly


class Migration(migrations.Migration):
    """Make the tables of routing; a signal keeps the proposed team and why."""

    dependencies = [
        ("accounts", "0014_team_facts"),
        ("cases", "0017_matching_insert_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        StillInsertOnly("HistoricalSignal"),
        migrations.AddField(
            model_name="historicalsignal",
            name="proposal_words",
            field=signalering.crypto.fields.SealedText(
                blank=True, default=signalering.crypto.fields.Envelope, editable=True
            ),
        ),
        migrations.AddField(
            model_name="historicalsignal",
            name="proposed_team",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.team",
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="proposal_words",
            field=signalering.crypto.fields.SealedText(
                blank=True, default=signalering.crypto.fields.Envelope, editable=True
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="proposed_team",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.team",
            ),
        ),
        migrations.CreateModel(
            name="RoutingTable",
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
                ("number", models.PositiveIntegerField(unique=True)),
                ("form_key", models.UUIDField(null=True, unique=True)),
                ("valid_from", models.DateField(null=True)),
                ("put_at", models.DateTimeField(null=True)),
                (
                    "copied_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="cases.routingtable",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="RoutingRule",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("active", models.BooleanField(default=True, help_text="Taken out of the draft when not.")),
                ("form_key", models.UUIDField(null=True, unique=True)),
                (
                    "not_safe",
                    models.BooleanField(default=False, help_text="Only when talking with the resident is not safe."),
                ),
                (
                    "theme",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("loneliness", "Eenzaamheid"),
                            ("money_or_rent", "Geld of huur"),
                            ("youth_at_risk", "Jongere loopt risico"),
                            ("care_or_home", "Zorg of thuis"),
                            ("other", "Iets anders"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "age",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("under_18", "jonger dan 18"),
                            ("adult", "18 of ouder"),
                            ("unknown", "leeftijd onbekend"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        blank=True,
                        choices=[("today", "vandaag"), ("this_week", "deze week"), ("can_wait", "kan wachten")],
                        max_length=10,
                    ),
                ),
                ("municipality", models.CharField(blank=True, max_length=60)),
                (
                    "area_known",
                    models.CharField(
                        blank=True, choices=[("yes", "wijk bekend"), ("no", "wijk onbekend")], max_length=3
                    ),
                ),
                (
                    "expertise",
                    models.SlugField(
                        blank=True,
                        choices=[
                            ("debt", "geld en schulden"),
                            ("housing", "wonen en huur"),
                            ("family", "gezin en opvoeding"),
                            ("elderly", "ouderen en mantelzorg"),
                            ("disability", "licht verstandelijke beperking"),
                            ("mental_health", "psychische klachten"),
                            ("loneliness", "eenzaamheid"),
                            ("safety", "veiligheid thuis"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "needs_place",
                    models.BooleanField(default=False, help_text="Only while the team has a place this week."),
                ),
                ("needs_open", models.BooleanField(default=False, help_text="Only when the team is open that day.")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.area",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                    ),
                ),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rules", to="cases.routingtable"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="HistoricalRoutingTable",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                (
                    "code",
                    models.CharField(db_index=True, default=signalering.codes.new_code, editable=False, max_length=8),
                ),
                ("number", models.PositiveIntegerField(db_index=True)),
                ("form_key", models.UUIDField(db_index=True, null=True)),
                ("valid_from", models.DateField(null=True)),
                ("put_at", models.DateTimeField(null=True)),
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
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.routingtable",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical routing table",
                "verbose_name_plural": "historical routing tables",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRoutingRule",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("active", models.BooleanField(default=True, help_text="Taken out of the draft when not.")),
                ("form_key", models.UUIDField(db_index=True, null=True)),
                (
                    "not_safe",
                    models.BooleanField(default=False, help_text="Only when talking with the resident is not safe."),
                ),
                (
                    "theme",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("loneliness", "Eenzaamheid"),
                            ("money_or_rent", "Geld of huur"),
                            ("youth_at_risk", "Jongere loopt risico"),
                            ("care_or_home", "Zorg of thuis"),
                            ("other", "Iets anders"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "age",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("under_18", "jonger dan 18"),
                            ("adult", "18 of ouder"),
                            ("unknown", "leeftijd onbekend"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        blank=True,
                        choices=[("today", "vandaag"), ("this_week", "deze week"), ("can_wait", "kan wachten")],
                        max_length=10,
                    ),
                ),
                ("municipality", models.CharField(blank=True, max_length=60)),
                (
                    "area_known",
                    models.CharField(
                        blank=True, choices=[("yes", "wijk bekend"), ("no", "wijk onbekend")], max_length=3
                    ),
                ),
                (
                    "expertise",
                    models.SlugField(
                        blank=True,
                        choices=[
                            ("debt", "geld en schulden"),
                            ("housing", "wonen en huur"),
                            ("family", "gezin en opvoeding"),
                            ("elderly", "ouderen en mantelzorg"),
                            ("disability", "licht verstandelijke beperking"),
                            ("mental_health", "psychische klachten"),
                            ("loneliness", "eenzaamheid"),
                            ("safety", "veiligheid thuis"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "needs_place",
                    models.BooleanField(default=False, help_text="Only while the team has a place this week."),
                ),
                ("needs_open", models.BooleanField(default=False, help_text="Only when the team is open that day.")),
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
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.area",
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
                (
                    "table",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.routingtable",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical routing rule",
                "verbose_name_plural": "historical routing rules",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        StillInsertOnly("HistoricalSignal"),
    ]
