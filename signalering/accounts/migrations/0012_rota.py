"""Who is on duty when the office is closed, and the public number of a team."""

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
    """Make the table of shifts and who plans them; a team may share the rota of another."""

    dependencies = [
        ("accounts", "0011_shops_insert_only"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        StillInsertOnly("HistoricalTeam"),
        migrations.AddField(
            model_name="historicalteam",
            name="duty_phone",
            field=models.CharField(blank=True, help_text="The public number of who is on duty.", max_length=20),
        ),
        migrations.AddField(
            model_name="historicalteam",
            name="shares_rota_of",
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
            model_name="team",
            name="duty_phone",
            field=models.CharField(blank=True, help_text="The public number of who is on duty.", max_length=20),
        ),
        migrations.AddField(
            model_name="team",
            name="shares_rota_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="shares_rota_with",
                to="accounts.team",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalShift",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                (
                    "code",
                    models.CharField(db_index=True, default=signalering.codes.new_code, editable=False, max_length=8),
                ),
                ("order", models.PositiveSmallIntegerField(choices=[(1, "eerste"), (2, "tweede")], default=1)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("form_key", models.UUIDField(db_index=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("swapped", "Geruild"),
                            ("ill", "Ziek"),
                            ("absent", "Afwezig"),
                            ("mistake", "Vergissing"),
                            ("other", "Anders"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "phone",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "reason_words",
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
                "verbose_name": "historical shift",
                "verbose_name_plural": "historical shifts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Shift",
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
                ("order", models.PositiveSmallIntegerField(choices=[(1, "eerste"), (2, "tweede")], default=1)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("form_key", models.UUIDField(unique=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("swapped", "Geruild"),
                            ("ill", "Ziek"),
                            ("absent", "Afwezig"),
                            ("mistake", "Vergissing"),
                            ("other", "Anders"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "phone",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "reason_words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shifts", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shifts", to="accounts.team"
                    ),
                ),
            ],
            options={
                "permissions": [("plan_shift", "may take a shift off the rota and knows its number")],
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="HistoricalShiftTeamGrant",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("origin_kind", models.SlugField(db_index=False, max_length=20)),
                ("origin_id", models.UUIDField()),
                ("reason", models.SlugField(db_index=False, max_length=40)),
                ("purpose", models.SlugField(blank=True, db_index=False, max_length=30)),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ends_at", models.DateTimeField(null=True)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
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
                    "given_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="auth.group",
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
                    "permission",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="auth.permission",
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.shift",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical shift team grant",
                "verbose_name_plural": "historical shift team grants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalShiftPersonGrant",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("origin_kind", models.SlugField(db_index=False, max_length=20)),
                ("origin_id", models.UUIDField()),
                ("reason", models.SlugField(db_index=False, max_length=40)),
                ("purpose", models.SlugField(blank=True, db_index=False, max_length=30)),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ends_at", models.DateTimeField(null=True)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
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
                    "given_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "membership",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="The place it is for.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="auth.permission",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.shift",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical shift person grant",
                "verbose_name_plural": "historical shift person grants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ShiftPersonGrant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("origin_kind", models.SlugField(db_index=False, max_length=20)),
                ("origin_id", models.UUIDField()),
                ("reason", models.SlugField(db_index=False, max_length=40)),
                ("purpose", models.SlugField(blank=True, db_index=False, max_length=30)),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ends_at", models.DateTimeField(null=True)),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="person_grants", to="accounts.shift"
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        db_index=False,
                        help_text="The place it is for.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="auth.permission",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ShiftTeamGrant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("origin_kind", models.SlugField(db_index=False, max_length=20)),
                ("origin_id", models.UUIDField()),
                ("reason", models.SlugField(db_index=False, max_length=40)),
                ("purpose", models.SlugField(blank=True, db_index=False, max_length=30)),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ends_at", models.DateTimeField(null=True)),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="team_grants", to="accounts.shift"
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="auth.group"
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="auth.permission",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="shift",
            index=models.Index(
                condition=models.Q(("ended_at", None)), fields=["team", "ends_at"], name="shift_of_team"
            ),
        ),
        migrations.AddConstraint(
            model_name="shift",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="shift_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="shift",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_because", "")),
                    models.Q(("ended_at__isnull", False), models.Q(("ended_because", ""), _negated=True)),
                    _connector="OR",
                ),
                name="shift_ended_has_because",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="shiftpersongrant",
            unique_together={("user", "permission", "content_object", "origin_kind", "origin_id")},
        ),
        migrations.AlterUniqueTogether(
            name="shiftteamgrant",
            unique_together={("group", "permission", "content_object", "origin_kind", "origin_id")},
        ),
        StillInsertOnly("HistoricalTeam"),
    ]
