"""Consent by age, the safety list, the meldcode, and closing after few attempts."""

import django.db.models.deletion
import django.utils.timezone
import signalering.codes
import signalering.crypto.fields
import signalering.crypto.index
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly


class Migration(migrations.Migration):
    """Make the tables of the meldcode and the safety list; consent, attempts and closing say a little more."""

    dependencies = [
        ("accounts", "0011_shops_insert_only"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("cases", "0020_notice_kinds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        StillInsertOnly("HistoricalConsent"),
        StillInsertOnly("HistoricalContactAttempt"),
        StillInsertOnly("HistoricalCase"),
        migrations.AddField(
            model_name="case",
            name="few_attempts",
            field=models.CharField(
                blank=True,
                choices=[
                    ("not_safe", "Nog een poging is niet veilig"),
                    ("no_other_way", "Er is geen andere manier"),
                    ("other_has_contact", "Een ander heeft contact"),
                    ("other", "Anders"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="given_by",
            field=models.CharField(
                choices=[
                    ("resident", "de inwoner zelf"),
                    ("guardian", "de ouder of voogd"),
                    ("both", "allebei: ouder of voogd, en kind"),
                ],
                default="resident",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="contactattempt",
            name="company",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="contactattempt",
            name="not_alone",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="historicalcase",
            name="few_attempts",
            field=models.CharField(
                blank=True,
                choices=[
                    ("not_safe", "Nog een poging is niet veilig"),
                    ("no_other_way", "Er is geen andere manier"),
                    ("other_has_contact", "Een ander heeft contact"),
                    ("other", "Anders"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="historicalconsent",
            name="given_by",
            field=models.CharField(
                choices=[
                    ("resident", "de inwoner zelf"),
                    ("guardian", "de ouder of voogd"),
                    ("both", "allebei: ouder of voogd, en kind"),
                ],
                default="resident",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="historicalcontactattempt",
            name="company",
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
            model_name="historicalcontactattempt",
            name="not_alone",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="HistoricalMeldcodeAssessment",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("signs", "Signalen op een rij"),
                            ("advice", "Advies vragen"),
                            ("talk", "Praten met de betrokkenen"),
                            ("weigh", "Wegen"),
                            ("decide", "Beslissen"),
                        ],
                        help_text="The last step that was done.",
                        max_length=8,
                    ),
                ),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "signs",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "advice_from",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "advised_on",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "advice_words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "talked_on",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "talk_skipped",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "talk_words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "suspicion",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "unsafe",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "can_help",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "accepted",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "in_time",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "decision",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "deviation",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "deviation_words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "reported_on",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "report_number",
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
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.case",
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
            ],
            options={
                "verbose_name": "historical meldcode assessment",
                "verbose_name_plural": "historical meldcode assessments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSafetyAddress",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                (
                    "code",
                    models.CharField(db_index=True, default=signalering.codes.new_code, editable=False, max_length=8),
                ),
                ("form_key", models.UUIDField(db_index=True)),
                ("reason", models.SlugField(db_index=False, max_length=40, verbose_name="reden")),
                ("until", models.DateField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "postcode",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "house_number",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "suffix",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "address_index",
                    signalering.crypto.index.BlindIndex(
                        blank=True,
                        db_index=True,
                        default="",
                        editable=False,
                        kind="address",
                        max_length=32,
                        over=("postcode", "house_number"),
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
                "verbose_name": "historical safety address",
                "verbose_name_plural": "historical safety addresss",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MeldcodeAssessment",
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
                    "step",
                    models.CharField(
                        choices=[
                            ("signs", "Signalen op een rij"),
                            ("advice", "Advies vragen"),
                            ("talk", "Praten met de betrokkenen"),
                            ("weigh", "Wegen"),
                            ("decide", "Beslissen"),
                        ],
                        help_text="The last step that was done.",
                        max_length=8,
                    ),
                ),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "signs",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "advice_from",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "advised_on",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "advice_words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "talked_on",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "talk_skipped",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "talk_words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "suspicion",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "unsafe",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "can_help",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "accepted",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "in_time",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "decision",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "deviation",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "deviation_words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "reported_on",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "report_number",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meldcodes", to="cases.case"
                    ),
                ),
            ],
            options={
                "permissions": [
                    ("view_meldcodeassessment", "may read the five steps of the meldcode"),
                    ("change_meldcodeassessment", "may go through the five steps of the meldcode"),
                ],
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="HistoricalMeldcodeAssessmentTeamGrant",
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
                        to="cases.meldcodeassessment",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical meldcode assessment team grant",
                "verbose_name_plural": "historical meldcode assessment team grants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeldcodeAssessmentPersonGrant",
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
                        to="cases.meldcodeassessment",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical meldcode assessment person grant",
                "verbose_name_plural": "historical meldcode assessment person grants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MeldcodeAssessmentPersonGrant",
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
                        to="cases.meldcodeassessment",
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
            name="MeldcodeAssessmentTeamGrant",
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
                        to="cases.meldcodeassessment",
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
        migrations.CreateModel(
            name="SafetyAddress",
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
                ("form_key", models.UUIDField(unique=True)),
                ("reason", models.SlugField(db_index=False, max_length=40, verbose_name="reden")),
                ("until", models.DateField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "postcode",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "house_number",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "suffix",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "address_index",
                    signalering.crypto.index.BlindIndex(
                        blank=True,
                        db_index=True,
                        default="",
                        editable=False,
                        kind="address",
                        max_length=32,
                        over=("postcode", "house_number"),
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="safety_addresses", to="accounts.team"
                    ),
                ),
            ],
            options={
                "permissions": [
                    ("view_safetyaddress", "may read which address nobody visits alone"),
                    ("end_safetyaddress", "may take an address off the safety list"),
                ],
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="HistoricalSafetyAddressTeamGrant",
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
                        to="cases.safetyaddress",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical safety address team grant",
                "verbose_name_plural": "historical safety address team grants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSafetyAddressPersonGrant",
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
                        to="cases.safetyaddress",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical safety address person grant",
                "verbose_name_plural": "historical safety address person grants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="SafetyAddressPersonGrant",
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
                        to="cases.safetyaddress",
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
            name="SafetyAddressTeamGrant",
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
                        to="cases.safetyaddress",
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
        migrations.AddConstraint(
            model_name="meldcodeassessment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("finished_at", None)), fields=("case",), name="one_meldcode_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="meldcodeassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("finished_at", None), models.Q(("step", "decide"), _negated=True)),
                    models.Q(("finished_at__isnull", False), ("step", "decide")),
                    _connector="OR",
                ),
                name="finished_meldcode_was_decided",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="meldcodeassessmentpersongrant",
            unique_together={("user", "permission", "content_object", "origin_kind", "origin_id")},
        ),
        migrations.AlterUniqueTogether(
            name="meldcodeassessmentteamgrant",
            unique_together={("group", "permission", "content_object", "origin_kind", "origin_id")},
        ),
        migrations.AddConstraint(
            model_name="safetyaddress",
            constraint=models.CheckConstraint(
                condition=models.Q(("address_index", ""), _negated=True), name="safety_address_has_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyaddress",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("team", "address_index"),
                name="safety_address_once_per_team",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="safetyaddresspersongrant",
            unique_together={("user", "permission", "content_object", "origin_kind", "origin_id")},
        ),
        migrations.AlterUniqueTogether(
            name="safetyaddressteamgrant",
            unique_together={("group", "permission", "content_object", "origin_kind", "origin_id")},
        ),
        StillInsertOnly("HistoricalCase"),
        StillInsertOnly("HistoricalConsent"),
        StillInsertOnly("HistoricalContactAttempt"),
    ]
