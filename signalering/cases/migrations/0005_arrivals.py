"""What phones hand in, and questions that the system itself asks."""

import django.db.models.deletion
import django.utils.timezone
import signalering.cases.codes
import signalering.crypto.fields
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the tables of arrivals, concepts and kept boxes; a question may have no author."""

    dependencies = [
        ("accounts", "0007_phones_insert_only"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("cases", "0004_fill_grant_place"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalsignal",
            name="channel",
            field=models.CharField(
                choices=[("phone_form", "formulier"), ("sealed", "telefoon")], default="phone_form", max_length=12
            ),
        ),
        migrations.AlterField(
            model_name="historicalsignaladdition",
            name="author",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Nobody: the system itself asks.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="historicalsignaladdition",
            name="kind",
            field=models.CharField(
                choices=[
                    ("correction", "Verbetering"),
                    ("addition", "Aanvulling"),
                    ("question", "Vraag aan melder"),
                    ("answer", "Antwoord van melder"),
                    ("rest", "Ook gestuurd, paste niet in het formulier"),
                    ("other_text", "Nog een keer gestuurd, met andere tekst"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="signal",
            name="channel",
            field=models.CharField(
                choices=[("phone_form", "formulier"), ("sealed", "telefoon")], default="phone_form", max_length=12
            ),
        ),
        migrations.AlterField(
            model_name="signaladdition",
            name="author",
            field=models.ForeignKey(
                help_text="Nobody: the system itself asks.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="signaladdition",
            name="kind",
            field=models.CharField(
                choices=[
                    ("correction", "Verbetering"),
                    ("addition", "Aanvulling"),
                    ("question", "Vraag aan melder"),
                    ("answer", "Antwoord van melder"),
                    ("rest", "Ook gestuurd, paste niet in het formulier"),
                    ("other_text", "Nog een keer gestuurd, met andere tekst"),
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="Concept",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("kid", models.SlugField(db_index=False, max_length=32)),
                ("box_digest", models.BinaryField(max_length=32)),
                ("sealed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "code",
                    models.CharField(
                        default=signalering.cases.codes.new_code, editable=False, max_length=8, unique=True
                    ),
                ),
                ("form_key", models.UUIDField()),
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
                ("observed_at", models.DateTimeField(null=True)),
                ("digest", models.BinaryField(max_length=32)),
                ("ends_at", models.DateTimeField()),
                ("destroyed_at", models.DateTimeField(null=True)),
                (
                    "words",
                    signalering.crypto.fields.SealedText(
                        blank=True, default=signalering.crypto.fields.Envelope, editable=True
                    ),
                ),
                (
                    "phone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.phone"
                    ),
                ),
                (
                    "writer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "permissions": [("finish_concept", "may read and finish a concept of one's own")],
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="ConceptPersonGrant",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="person_grants", to="cases.concept"
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
            name="ConceptTeamGrant",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="team_grants", to="cases.concept"
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
            name="HistoricalArrival",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                ("kid", models.SlugField(db_index=False, max_length=32)),
                ("box_digest", models.BinaryField(max_length=32)),
                ("sealed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("digest", models.BinaryField(max_length=32)),
                ("incomplete", models.BooleanField(default=False)),
                ("kept_apart", models.BooleanField(default=False, help_text="Its writer was not active any more.")),
                ("released_at", models.DateTimeField(null=True)),
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
                    "phone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.phone",
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
                "verbose_name": "historical arrival",
                "verbose_name_plural": "historical arrivals",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalConcept",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                ("kid", models.SlugField(db_index=False, max_length=32)),
                ("box_digest", models.BinaryField(max_length=32)),
                ("sealed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "code",
                    models.CharField(
                        db_index=True, default=signalering.cases.codes.new_code, editable=False, max_length=8
                    ),
                ),
                ("form_key", models.UUIDField()),
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
                ("observed_at", models.DateTimeField(null=True)),
                ("digest", models.BinaryField(max_length=32)),
                ("ends_at", models.DateTimeField()),
                ("destroyed_at", models.DateTimeField(null=True)),
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
                    "phone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.phone",
                    ),
                ),
                (
                    "writer",
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
                "verbose_name": "historical concept",
                "verbose_name_plural": "historical concepts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalConceptPersonGrant",
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
                    "content_object",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.concept",
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
            ],
            options={
                "verbose_name": "historical concept person grant",
                "verbose_name_plural": "historical concept person grants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalConceptTeamGrant",
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
                    "content_object",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.concept",
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
            ],
            options={
                "verbose_name": "historical concept team grant",
                "verbose_name_plural": "historical concept team grants",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalKeptBox",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                ("kid", models.SlugField(db_index=False, max_length=32)),
                ("box_digest", models.BinaryField(max_length=32)),
                ("sealed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("form_key", models.UUIDField()),
                (
                    "reason",
                    models.SlugField(
                        choices=[("does_not_open", "past bij geen sleutel"), ("key_gone", "de sleutel is vernietigd")],
                        max_length=16,
                    ),
                ),
                ("box", models.BinaryField()),
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
                    "phone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.phone",
                    ),
                ),
                (
                    "writer",
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
                "verbose_name": "historical kept box",
                "verbose_name_plural": "historical kept boxs",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="KeptBox",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("kid", models.SlugField(db_index=False, max_length=32)),
                ("box_digest", models.BinaryField(max_length=32)),
                ("sealed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("form_key", models.UUIDField()),
                (
                    "reason",
                    models.SlugField(
                        choices=[("does_not_open", "past bij geen sleutel"), ("key_gone", "de sleutel is vernietigd")],
                        max_length=16,
                    ),
                ),
                ("box", models.BinaryField()),
                (
                    "phone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.phone"
                    ),
                ),
                (
                    "writer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("kid", models.SlugField(db_index=False, max_length=32)),
                ("box_digest", models.BinaryField(max_length=32)),
                ("sealed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("digest", models.BinaryField(max_length=32)),
                ("incomplete", models.BooleanField(default=False)),
                ("kept_apart", models.BooleanField(default=False, help_text="Its writer was not active any more.")),
                ("released_at", models.DateTimeField(null=True)),
                (
                    "phone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.phone"
                    ),
                ),
                (
                    "signal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="arrival", to="cases.signal"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("released_at", None), ("kept_apart", True), _connector="OR"),
                        name="arrival_released_was_kept_apart",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="concept",
            index=models.Index(
                condition=models.Q(("destroyed_at", None)), fields=["ends_at"], name="concept_to_destroy"
            ),
        ),
        migrations.AddConstraint(
            model_name="concept",
            constraint=models.UniqueConstraint(fields=("writer", "form_key"), name="concept_once"),
        ),
        migrations.AlterUniqueTogether(
            name="conceptpersongrant",
            unique_together={("user", "permission", "content_object", "origin_kind", "origin_id")},
        ),
        migrations.AlterUniqueTogether(
            name="conceptteamgrant",
            unique_together={("group", "permission", "content_object", "origin_kind", "origin_id")},
        ),
        migrations.AddConstraint(
            model_name="keptbox",
            constraint=models.UniqueConstraint(fields=("writer", "form_key", "box_digest"), name="box_kept_once"),
        ),
    ]
