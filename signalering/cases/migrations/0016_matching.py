"""Which signals came over one front door, and which residents are one person."""

import django.db.models.deletion
import django.utils.timezone
import signalering.crypto.fields
import signalering.crypto.index
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly


class Migration(migrations.Migration):
    """Add the key of an address, what a signal matched with, and links between residents."""

    dependencies = [
        ("cases", "0015_desk_insert_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        StillInsertOnly("HistoricalSignal"),
        StillInsertOnly("HistoricalResident"),
        migrations.AddField(
            model_name="historicalresident",
            name="address_key",
            field=signalering.crypto.index.BlindIndex(
                also=("suffix",),
                blank=True,
                db_index=True,
                default=None,
                editable=False,
                help_text="As that of a signal.",
                kind="address_key",
                max_length=32,
                null=True,
                over=("postcode", "house_number"),
            ),
        ),
        migrations.AddField(
            model_name="historicalsignal",
            name="address_key",
            field=signalering.crypto.index.BlindIndex(
                also=("suffix",),
                apart=("consent_answer", "not_safe"),
                blank=True,
                db_index=True,
                default=None,
                editable=False,
                help_text="One front door, suffix and all. Null: from before it was kept.",
                kind="address_key",
                max_length=32,
                null=True,
                over=("postcode", "house_number"),
            ),
        ),
        migrations.AddField(
            model_name="resident",
            name="address_key",
            field=signalering.crypto.index.BlindIndex(
                also=("suffix",),
                blank=True,
                db_index=True,
                default=None,
                editable=False,
                help_text="As that of a signal.",
                kind="address_key",
                max_length=32,
                null=True,
                over=("postcode", "house_number"),
            ),
        ),
        migrations.AddField(
            model_name="signal",
            name="address_key",
            field=signalering.crypto.index.BlindIndex(
                also=("suffix",),
                apart=("consent_answer", "not_safe"),
                blank=True,
                db_index=True,
                default=None,
                editable=False,
                help_text="One front door, suffix and all. Null: from before it was kept.",
                kind="address_key",
                max_length=32,
                null=True,
                over=("postcode", "house_number"),
            ),
        ),
        migrations.CreateModel(
            name="HistoricalAddressMatch",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                ("is_multiple", models.BooleanField()),
                ("is_consecutive", models.BooleanField()),
                ("matching_period_start", models.DateField()),
                ("matching_period_end", models.DateField()),
                ("matched_on", models.DateField()),
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
                "verbose_name": "historical address match",
                "verbose_name_plural": "historical address matchs",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPersonLink",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                (
                    "reason",
                    models.SlugField(
                        choices=[
                            ("same_person_confirmed", "De inwoner bevestigt het"),
                            ("known_to_colleague", "Een collega kent de inwoner"),
                            ("same_identity", "Naam en geboortedatum zijn gelijk"),
                            ("other", "Anders"),
                        ],
                        max_length=40,
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
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
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where from.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "decided_by",
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
                    "first",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.resident",
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
                    "second",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.resident",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical person link",
                "verbose_name_plural": "historical person links",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AddressMatch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("is_multiple", models.BooleanField()),
                ("is_consecutive", models.BooleanField()),
                ("matching_period_start", models.DateField()),
                ("matching_period_end", models.DateField()),
                ("matched_on", models.DateField()),
                (
                    "signal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="address_match", to="cases.signal"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("matching_period_start__lte", models.F("matching_period_end"))),
                        name="address_match_period_goes_on",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonLink",
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
                    "reason",
                    models.SlugField(
                        choices=[
                            ("same_person_confirmed", "De inwoner bevestigt het"),
                            ("known_to_colleague", "Een collega kent de inwoner"),
                            ("same_identity", "Naam en geboortedatum zijn gelijk"),
                            ("other", "Anders"),
                        ],
                        max_length=40,
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        help_text="Where from.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="person_links",
                        to="cases.case",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.resident"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.resident"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("first", "second"),
                        name="two_residents_linked_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="linked_residents_in_order"
                    ),
                ],
            },
        ),
        StillInsertOnly("HistoricalResident"),
        StillInsertOnly("HistoricalSignal"),
    ]
