"""Everything between the first tables of accounts and the facts of teams, in one stroke for a fresh database."""

import django.db.models.deletion
import django.utils.timezone
import signalering.audit.insert_only
import signalering.codes
import signalering.crypto.fields
import signalering.tables
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Phones, shops, rota and facts of teams."""

    replaces = [
        ("accounts", "0003_insert_only"),
        ("accounts", "0004_person_grant_place"),
        ("accounts", "0005_fill_grant_place"),
        ("accounts", "0006_phones"),
        ("accounts", "0007_phones_insert_only"),
        ("accounts", "0008_invited_accounts"),
        ("accounts", "0009_shops"),
        ("accounts", "0010_phones_of_shops"),
        ("accounts", "0011_shops_insert_only"),
        ("accounts", "0012_rota"),
        ("accounts", "0013_rota_insert_only"),
        ("accounts", "0014_team_facts"),
        ("accounts", "0015_team_facts_insert_only"),
    ]

    dependencies = [
        ("accounts", "0002_relations"),
        ("audit", "0002_insert_only"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.AddField(
            model_name="auditscopepersongrant",
            name="membership",
            field=models.ForeignKey(
                db_index=False,
                help_text="The place it is for.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.membership",
            ),
        ),
        migrations.AddField(
            model_name="historicalauditscopepersongrant",
            name="membership",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="historicalteam",
            name="duty_phone",
            field=models.CharField(blank=True, help_text="The public number of who is on duty.", max_length=20),
        ),
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
        migrations.AddField(
            model_name="user",
            name="invited",
            field=models.BooleanField(
                default=False, help_text="Acts through an invitation only: nobody signs in with it."
            ),
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
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("invited", False), ("password__startswith", "!"), _connector="OR"),
                name="invited_account_has_no_password",
            ),
        ),
        signalering.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="HistoricalInvitation",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("form_key", models.UUIDField(db_index=True)),
                        ("token_digest", models.BinaryField(db_index=True, max_length=32)),
                        ("until", models.DateTimeField()),
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                            "shop",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="accounts.shop",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical invitation",
                        "verbose_name_plural": "historical invitations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
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
                                    ("ended", "beëindigd door de coördinator"),
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                            "invitation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="A phone of a shop began with it; on any other somebody signed in.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="accounts.invitation",
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
                    name="HistoricalShift",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        (
                            "code",
                            models.CharField(
                                db_index=True, default=signalering.codes.new_code, editable=False, max_length=8
                            ),
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
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
                    name="HistoricalShop",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        (
                            "code",
                            models.CharField(
                                db_index=True, default=signalering.codes.new_code, editable=False, max_length=8
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "account",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Writes its signals; has no password and never signs in.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
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
                    ],
                    options={
                        "verbose_name": "historical shop",
                        "verbose_name_plural": "historical shops",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalShopPersonGrant",
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
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
                                to="accounts.shop",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical shop person grant",
                        "verbose_name_plural": "historical shop person grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalShopTeamGrant",
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
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
                                to="accounts.shop",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical shop team grant",
                        "verbose_name_plural": "historical shop team grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("form_key", models.UUIDField(unique=True)),
                        ("token_digest", models.BinaryField(max_length=32, unique=True)),
                        ("until", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "shop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="accounts.shop",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)), fields=("shop",), name="one_open_invitation"
                            )
                        ],
                    },
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
                                    ("ended", "beëindigd door de coördinator"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                help_text="A phone of a shop began with it; on any other somebody signed in.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="phones",
                                to="accounts.invitation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="phones",
                                to=settings.AUTH_USER_MODEL,
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
                                    models.Q(
                                        ("ended_at__isnull", False), models.Q(("ended_because", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="phone_ended_has_because",
                            )
                        ],
                    },
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
                            models.CharField(
                                default=signalering.codes.new_code, editable=False, max_length=8, unique=True
                            ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shifts",
                                to=settings.AUTH_USER_MODEL,
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
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended_at", None)), fields=["team", "ends_at"], name="shift_of_team"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="shift_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at", None), ("ended_because", "")),
                                    models.Q(
                                        ("ended_at__isnull", False), models.Q(("ended_because", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="shift_ended_has_because",
                            ),
                        ],
                    },
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="person_grants",
                                to="accounts.shift",
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
                        "unique_together": {("user", "permission", "content_object", "origin_kind", "origin_id")},
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="team_grants",
                                to="accounts.shift",
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
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="auth.group",
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
                        "unique_together": {("group", "permission", "content_object", "origin_kind", "origin_id")},
                    },
                ),
                migrations.CreateModel(
                    name="Shop",
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
                                default=signalering.codes.new_code, editable=False, max_length=8, unique=True
                            ),
                        ),
                        (
                            "account",
                            models.OneToOneField(
                                help_text="Writes its signals; has no password and never signs in.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shop",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.area",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="shops", to="accounts.team"
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("manage_shop", "may invite phones of a shop and end them")],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                    },
                ),
                migrations.CreateModel(
                    name="ShopPersonGrant",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="person_grants",
                                to="accounts.shop",
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
                        "unique_together": {("user", "permission", "content_object", "origin_kind", "origin_id")},
                    },
                ),
                migrations.CreateModel(
                    name="ShopTeamGrant",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="team_grants",
                                to="accounts.shop",
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
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="auth.group",
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
                        "unique_together": {("group", "permission", "content_object", "origin_kind", "origin_id")},
                    },
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
            ],
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalArea",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalAuditScopePersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalAuditScopeTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalMembership",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalOrganisation",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalPostcodeArea",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalSetting",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalTeam",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalPhone",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalShop",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalInvitation",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalShopPersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalShopTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalShift",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalShiftPersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalShiftTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalTeamClosure",
        ),
    ]
