"""What each wants to see of the queue, who looks into a signal, who stands in for whom, and who lives in a house."""

import django.db.models.deletion
import django.utils.timezone
import signalering.cases.codes
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly


class Migration(migrations.Migration):
    """Two new records, and columns that say more of signals and households."""

    dependencies = [
        ("accounts", "0011_shops_insert_only"),
        ("cases", "0013_alerts_insert_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        StillInsertOnly("HistoricalSignal"),
        StillInsertOnly("HistoricalCaseResident"),
        migrations.CreateModel(
            name="Absence",
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
                    models.CharField(
                        default=signalering.cases.codes.new_code, editable=False, max_length=8, unique=True
                    ),
                ),
                ("until", models.DateField(help_text="The last day.")),
                (
                    "reason",
                    models.SlugField(
                        choices=[
                            ("leave", "Verlof"),
                            ("training", "Opleiding"),
                            ("elsewhere", "Werkt tijdelijk ergens anders"),
                            ("unplanned", "Onverwacht afwezig"),
                        ],
                        db_index=False,
                        max_length=40,
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="DeskView",
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
                    "order",
                    models.SlugField(
                        choices=[
                            ("eerst-vandaag", "Eerst vandaag"),
                            ("oudste-eerst", "Oudste eerst"),
                            ("nieuwste-eerst", "Nieuwste eerst"),
                        ],
                        db_index=False,
                        default="eerst-vandaag",
                        max_length=16,
                    ),
                ),
                (
                    "theme",
                    models.SlugField(
                        blank=True,
                        choices=[
                            ("loneliness", "Eenzaamheid"),
                            ("money_or_rent", "Geld of huur"),
                            ("youth_at_risk", "Jongere loopt risico"),
                            ("care_or_home", "Zorg of thuis"),
                            ("other", "Iets anders"),
                        ],
                        db_index=False,
                        max_length=16,
                    ),
                ),
                (
                    "status",
                    models.SlugField(
                        blank=True,
                        choices=[("new", "Nieuw"), ("asked", "Wacht op antwoord")],
                        db_index=False,
                        max_length=12,
                    ),
                ),
                ("older_than", models.PositiveSmallIntegerField(help_text="Working days.", null=True)),
                ("late", models.BooleanField(default=False)),
                ("mine", models.BooleanField(default=False)),
                ("keys", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="HistoricalAbsence",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                (
                    "code",
                    models.CharField(
                        db_index=True, default=signalering.cases.codes.new_code, editable=False, max_length=8
                    ),
                ),
                ("until", models.DateField(help_text="The last day.")),
                (
                    "reason",
                    models.SlugField(
                        choices=[
                            ("leave", "Verlof"),
                            ("training", "Opleiding"),
                            ("elsewhere", "Werkt tijdelijk ergens anders"),
                            ("unplanned", "Onverwacht afwezig"),
                        ],
                        db_index=False,
                        max_length=40,
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
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
            ],
            options={
                "verbose_name": "historical absence",
                "verbose_name_plural": "historical absences",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDeskView",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                (
                    "order",
                    models.SlugField(
                        choices=[
                            ("eerst-vandaag", "Eerst vandaag"),
                            ("oudste-eerst", "Oudste eerst"),
                            ("nieuwste-eerst", "Nieuwste eerst"),
                        ],
                        db_index=False,
                        default="eerst-vandaag",
                        max_length=16,
                    ),
                ),
                (
                    "theme",
                    models.SlugField(
                        blank=True,
                        choices=[
                            ("loneliness", "Eenzaamheid"),
                            ("money_or_rent", "Geld of huur"),
                            ("youth_at_risk", "Jongere loopt risico"),
                            ("care_or_home", "Zorg of thuis"),
                            ("other", "Iets anders"),
                        ],
                        db_index=False,
                        max_length=16,
                    ),
                ),
                (
                    "status",
                    models.SlugField(
                        blank=True,
                        choices=[("new", "Nieuw"), ("asked", "Wacht op antwoord")],
                        db_index=False,
                        max_length=12,
                    ),
                ),
                ("older_than", models.PositiveSmallIntegerField(help_text="Working days.", null=True)),
                ("late", models.BooleanField(default=False)),
                ("mine", models.BooleanField(default=False)),
                ("keys", models.BooleanField(default=False)),
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
            ],
            options={
                "verbose_name": "historical desk view",
                "verbose_name_plural": "historical desk views",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="caseresident",
            name="form_key",
            field=models.UUIDField(help_text="Of the form that added them.", null=True),
        ),
        migrations.AddField(
            model_name="caseresident",
            name="left_on",
            field=models.DateField(help_text="Since when they are no part of the household any more.", null=True),
        ),
        migrations.AddField(
            model_name="historicalcaseresident",
            name="form_key",
            field=models.UUIDField(help_text="Of the form that added them.", null=True),
        ),
        migrations.AddField(
            model_name="historicalcaseresident",
            name="left_on",
            field=models.DateField(help_text="Since when they are no part of the household any more.", null=True),
        ),
        migrations.AddField(
            model_name="historicalsignal",
            name="taken_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicalsignal",
            name="taken_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Who said that they look into it.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="taken_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="signal",
            name="taken_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="Who said that they look into it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="caseresident",
            constraint=models.UniqueConstraint(fields=("case", "form_key"), name="resident_once_per_form"),
        ),
        migrations.AddConstraint(
            model_name="caseresident",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("role", "main"), _negated=True), ("left_on", None), _connector="OR"),
                name="main_resident_stays",
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_at", None), ("taken_by", None)),
                    models.Q(("taken_at__isnull", False), ("taken_by__isnull", False)),
                    _connector="OR",
                ),
                name="signal_taken_since",
            ),
        ),
        migrations.AddField(
            model_name="absence",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="absence",
            name="stand_in",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="absence",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="absences", to="accounts.team"
            ),
        ),
        migrations.AddField(
            model_name="deskview",
            name="area",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.area",
            ),
        ),
        migrations.AddField(
            model_name="deskview",
            name="person",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="desk_view", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="deskview",
            name="team",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.team",
            ),
        ),
        migrations.AddField(
            model_name="historicalabsence",
            name="history_user",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalabsence",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalabsence",
            name="stand_in",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalabsence",
            name="team",
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
            model_name="historicaldeskview",
            name="area",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.area",
            ),
        ),
        migrations.AddField(
            model_name="historicaldeskview",
            name="history_user",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicaldeskview",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicaldeskview",
            name="team",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.team",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(("stand_in", models.F("person")), _negated=True), name="absence_stand_in_is_another"
            ),
        ),
        StillInsertOnly("HistoricalCaseResident"),
        StillInsertOnly("HistoricalSignal"),
    ]
