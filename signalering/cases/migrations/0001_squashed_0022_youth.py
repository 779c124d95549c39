"""Everything up to the meldcode in one stroke, for a fresh database."""

import django.db.models.deletion
import django.utils.timezone
import signalering.audit.insert_only
import signalering.codes
import signalering.crypto.fields
import signalering.crypto.index
import signalering.tables
import simple_history.models
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """All tables of signals, cases and their clocks."""

    replaces = [
        ("cases", "0001_first"),
        ("cases", "0002_insert_only"),
        ("cases", "0003_person_grant_place"),
        ("cases", "0004_fill_grant_place"),
        ("cases", "0005_arrivals"),
        ("cases", "0006_arrivals_insert_only"),
        ("cases", "0007_courier_and_burst"),
        ("cases", "0008_terms"),
        ("cases", "0009_terms_fill"),
        ("cases", "0010_terms_end_for_a_reason"),
        ("cases", "0011_notice_leases"),
        ("cases", "0012_alerts"),
        ("cases", "0013_alerts_insert_only"),
        ("cases", "0014_desk"),
        ("cases", "0015_desk_insert_only"),
        ("cases", "0016_matching"),
        ("cases", "0017_matching_insert_only"),
        ("cases", "0018_routing"),
        ("cases", "0019_routing_insert_only"),
        ("cases", "0020_notice_kinds"),
        ("cases", "0021_youth"),
        ("cases", "0022_youth_insert_only"),
    ]

    dependencies = [
        ("accounts", "0015_team_facts_insert_only"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        signalering.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="ReporterIdentity",
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
                            "level",
                            models.CharField(
                                choices=[
                                    ("anonymous", "niemand"),
                                    ("triage_only", "alleen wie de triage doet"),
                                    ("open", "iedereen die aan de casus werkt"),
                                ],
                                default="triage_only",
                                max_length=12,
                            ),
                        ),
                        (
                            "name",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "function",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "organisation",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "phone",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "email",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "signal",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="reporter", to="cases.signal"
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("view_reporter_reporteridentity", "may know who gave a signal")],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                    },
                ),
                migrations.CreateModel(
                    name="Resident",
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
                            "name",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "surname",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "birth_date",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "age_band",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
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
                            "street",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "place",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "phone",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "email",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "language",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "contact_wish",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "person_index",
                            signalering.crypto.index.BlindIndex(
                                blank=True,
                                db_index=True,
                                default="",
                                editable=False,
                                kind="person",
                                max_length=32,
                                over=("surname", "birth_date"),
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
                            "address_key",
                            signalering.crypto.index.BlindIndex(
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
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                    },
                ),
                migrations.CreateModel(
                    name="RetentionPolicy",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("slug", models.SlugField(max_length=40, unique=True)),
                        ("label", models.CharField(max_length=100)),
                        ("months", models.PositiveSmallIntegerField()),
                        ("source", models.CharField(max_length=200)),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                    },
                ),
                migrations.CreateModel(
                    name="Case",
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
                            "status",
                            models.CharField(
                                choices=[("open", "Open"), ("closed", "Gesloten")], default="open", max_length=12
                            ),
                        ),
                        ("themes", models.JSONField(default=list)),
                        ("next_due", models.DateField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_contact", "Geen contact gekregen"),
                                    ("no_help_wanted", "Inwoner wil geen hulp"),
                                    ("advice", "Advies gegeven"),
                                    ("quick_fix", "Snel opgelost (quick fix)"),
                                    ("referred", "Verwezen"),
                                    ("helped_by_team", "Geholpen door het team"),
                                    ("solved_itself", "Vanzelf opgelost"),
                                    ("moved", "Verhuisd"),
                                    ("died", "Overleden"),
                                    ("other", "Anders"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "legal_basis",
                            models.CharField(
                                choices=[
                                    ("public_task", "Taak van de gemeente (AVG 6 lid 1 e)"),
                                    ("legal_duty", "Wettelijke plicht (AVG 6 lid 1 c)"),
                                    ("consent", "Toestemming (AVG 6 lid 1 a)"),
                                    ("vital_interest", "Vitaal belang (AVG 6 lid 1 d)"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("early_help", "Vroege hulp"),
                                    ("debt", "Hulp bij geldzorgen"),
                                    ("youth", "Hulp aan jeugd"),
                                    ("safety", "Veiligheid"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("retention_from", models.DateField(blank=True, null=True)),
                        (
                            "summary",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "safety_note",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "minor_children",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "threat_kind",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "threat_date",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "closing_words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "few_attempts",
                            models.CharField(
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
                            "director",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="accounts.team"
                            ),
                        ),
                        (
                            "retention_policy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.retentionpolicy",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("view_case", "may read a case"),
                            ("change_case", "may work on a case"),
                            ("reassign_case", "may give a case to another director"),
                        ],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "indexes": [models.Index(fields=["director", "status", "-id"], name="case_of_director")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status", "closed"),
                                        models.Q(("outcome", ""), _negated=True),
                                        models.Q(("retention_from", None), _negated=True),
                                    ),
                                    models.Q(("outcome", ""), ("retention_from", None), ("status", "open")),
                                    _connector="OR",
                                ),
                                name="case_closed_has_outcome",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Alert",
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
                            "cause",
                            models.CharField(
                                choices=[
                                    ("threat_set", "Er is een bedreigende situatie"),
                                    ("not_safe_at_night", "Een signaal dat niet kan wachten"),
                                    ("today_at_night", "Een signaal om vandaag te lezen"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("step", models.PositiveSmallIntegerField(default=0)),
                        ("next_at", models.DateTimeField(null=True)),
                        ("without_rota", models.BooleanField(default=False)),
                        ("acknowledged_at", models.DateTimeField(null=True)),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("acknowledged", "Iemand pakt het op"),
                                    ("triaged", "Over het signaal is besloten"),
                                    ("withdrawn", "Het signaal is ingetrokken"),
                                    ("closed", "De casus is gesloten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "acknowledged_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "raised_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="alerts", to="accounts.team"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="alerts",
                                to="cases.case",
                            ),
                        ),
                        (
                            "signal",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="alerts",
                                to="cases.signal",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("respond_alert", "was called, and may take an alert on")],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("next_at__isnull", False)),
                                fields=["next_at", "id"],
                                name="alert_due",
                            ),
                            models.Index(
                                condition=models.Q(("ended_at", None)), fields=["team", "id"], name="alert_open_of_team"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("case__isnull", True), ("signal__isnull", False)),
                                    models.Q(("case__isnull", False), ("signal__isnull", True)),
                                    _connector="OR",
                                ),
                                name="alert_about_one_record",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at", None), ("ended_because", "")),
                                    models.Q(
                                        ("ended_at__isnull", False), models.Q(("ended_because", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="alert_ended_has_because",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("acknowledged_at", None), ("ended_at", None)),
                                    ("next_at", None),
                                    _connector="OR",
                                ),
                                name="alert_over_calls_nobody",
                            ),
                            models.UniqueConstraint(fields=("signal", "cause"), name="alert_once_per_signal"),
                            models.UniqueConstraint(fields=("case", "cause"), name="alert_once_per_case"),
                        ],
                    },
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
                                default=signalering.codes.new_code, editable=False, max_length=8, unique=True
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("finish_concept", "may read and finish a concept of one's own")],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("destroyed_at", None)),
                                fields=["ends_at"],
                                name="concept_to_destroy",
                            )
                        ],
                        "constraints": [models.UniqueConstraint(fields=("writer", "form_key"), name="concept_once")],
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="person_grants",
                                to="cases.concept",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="team_grants",
                                to="cases.concept",
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
                    name="ContactAttempt",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("form_key", models.UUIDField()),
                        (
                            "words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("home_visit", "Huisbezoek"),
                                    ("phone", "Telefoon"),
                                    ("appointment", "Afspraak op locatie"),
                                    ("letter", "Brief"),
                                    ("card", "Kaartje"),
                                    ("e_mail", "Mail"),
                                    ("text_message", "SMS/Whatsapp"),
                                    ("administrative", "Administratief"),
                                    ("other", "Overige"),
                                    ("unknown", "Onbekend"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reached", models.BooleanField()),
                        ("at", models.DateTimeField()),
                        (
                            "day_part",
                            models.CharField(
                                choices=[("morning", "Ochtend"), ("afternoon", "Middag"), ("evening", "Avond")],
                                max_length=10,
                            ),
                        ),
                        ("not_alone", models.BooleanField(default=False)),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
                            ),
                        ),
                        (
                            "company",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "author", "form_key"), name="contactattempt_once_per_form"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeadlineRule",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("slug", models.SlugField(max_length=6)),
                        ("label", models.CharField(max_length=100)),
                        ("term", models.PositiveSmallIntegerField()),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("working_days", "werkdagen"),
                                    ("days", "dagen"),
                                    ("weeks", "weken"),
                                    ("months", "maanden"),
                                    ("hours", "uren"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("source", models.CharField(max_length=200)),
                        ("valid_from", models.DateField()),
                        ("active", models.BooleanField(default=True)),
                        (
                            "attached_to",
                            models.CharField(
                                choices=[
                                    ("signal", "signaal"),
                                    ("case", "casus"),
                                    ("referral", "verwijzing"),
                                    ("request", "verzoek"),
                                    ("breach", "datalek"),
                                    ("access", "toegang"),
                                ],
                                default="case",
                                max_length=10,
                            ),
                        ),
                        ("extends", models.BooleanField(default=False)),
                        ("ladder", models.JSONField(blank=True, default=dict)),
                        (
                            "start",
                            models.CharField(
                                choices=[
                                    ("received", "ontvangst"),
                                    ("threat_set", "vastleggen van de dreiging"),
                                    ("eviction_notice", "aanzegging van de ontruiming"),
                                    ("end_of_supply", "bericht van eindelevering"),
                                    ("asked_to_report", "verzoek om zich te melden"),
                                    ("help_accepted", "aanvaarden van hulp"),
                                    ("called_back", "terugbellen"),
                                    ("sent", "versturen"),
                                    ("accepted", "accepteren"),
                                    ("placed", "plaatsen op de wachtlijst"),
                                    ("reported_to_veilig_thuis", "melding bij Veilig Thuis"),
                                    ("referred", "verwijzen"),
                                    ("request_received", "ontvangst van het verzoek"),
                                    ("breach_known", "bekend worden van het lek"),
                                    ("emergency_opened", "openen met noodtoegang"),
                                    ("last_review", "vorige controle"),
                                    ("retention_ended", "einde van de bewaartermijn"),
                                ],
                                default="received",
                                max_length=30,
                            ),
                        ),
                        ("valid_until", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("slug", "valid_from"), name="deadline_rule_once_from_a_day"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("valid_until", None)),
                                fields=("slug",),
                                name="deadline_rule_one_without_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_until", None), ("valid_until__gte", models.F("valid_from")), _connector="OR"
                                ),
                                name="deadline_rule_ends_after_it_began",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("extends", False),
                                    models.Q(("term__lte", 84), ("unit", "days")),
                                    models.Q(("term__lte", 12), ("unit", "weeks")),
                                    models.Q(("term__lte", 3), ("unit", "months")),
                                    _connector="OR",
                                ),
                                name="deadline_rule_extends_short_terms",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Deadline",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("about", models.SlugField(db_index=False, max_length=30)),
                        ("about_id", models.UUIDField()),
                        ("started_on", models.DateField()),
                        ("due_on", models.DateField()),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("warned_at", models.DateTimeField(null=True)),
                        (
                            "ended_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("met", "Gebeurd wat moest"),
                                    ("triaged", "Over het signaal is besloten"),
                                    ("withdrawn", "Ingetrokken"),
                                    ("closed", "Casus gesloten"),
                                    ("reopened", "Casus heropend"),
                                    ("answered", "Verwijzing eindigde"),
                                    ("undone", "Teruggedraaid"),
                                    ("threat_changed", "Er dreigt geen ontruiming meer"),
                                    ("went_along", "Loopt verder bij de casus"),
                                    ("safety", "Informeren is niet veilig"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "late_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_contact_possible", "Contact lukte niet"),
                                    ("capacity", "Te weinig tijd in het team"),
                                    ("waiting_for_other", "Wachten op een ander"),
                                    ("resident_asked_later", "De inwoner wilde later"),
                                    ("our_mistake", "Onze fout"),
                                    ("other", "Anders"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "nog niet"),
                                    ("before", "bijna om"),
                                    ("on", "vandaag"),
                                    ("after", "te laat"),
                                ],
                                default="",
                                max_length=6,
                            ),
                        ),
                        ("step_at", models.DateTimeField(null=True)),
                        ("told_on", models.DateField(null=True)),
                        (
                            "team",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deadlines",
                                to="cases.deadlinerule",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended_at", None)), fields=["due_on", "id"], name="deadline_running"
                            ),
                            models.Index(
                                condition=models.Q(("ended_at", None)),
                                fields=["step_at", "id"],
                                name="deadline_to_tell",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("about_id", "rule"), name="deadline_once_per_record"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at", None), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="deadline_ends_for_a_reason",
                            ),
                        ],
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
                        (
                            "area",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.area",
                            ),
                        ),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="desk_view",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.team",
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
                    name="HistoricalAbsence",
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
                            "stand_in",
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
                        "verbose_name": "historical absence",
                        "verbose_name_plural": "historical absences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAlertCall",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("first", "eerste dienst"),
                                    ("second", "tweede dienst"),
                                    ("coordinator", "coördinator"),
                                    ("co_team", "CO-team"),
                                    ("desk", "postvak"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("effect_key", models.SlugField(max_length=100)),
                        ("due_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(null=True)),
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
                            "alert",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="cases.alert",
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
                            "shift",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Whose number gets a text message.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="accounts.shift",
                            ),
                        ),
                        (
                            "to",
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
                        "verbose_name": "historical alert call",
                        "verbose_name_plural": "historical alert calls",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAlertPersonGrant",
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
                            "content_object",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="cases.alert",
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
                        "verbose_name": "historical alert person grant",
                        "verbose_name_plural": "historical alert person grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalAlertTeamGrant",
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
                            "content_object",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="cases.alert",
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
                        "verbose_name": "historical alert team grant",
                        "verbose_name_plural": "historical alert team grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCasePersonGrant",
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
                            "content_object",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="cases.case",
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
                        "verbose_name": "historical case person grant",
                        "verbose_name_plural": "historical case person grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCaseTeamGrant",
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
                            "content_object",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="cases.case",
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
                        "verbose_name": "historical case team grant",
                        "verbose_name_plural": "historical case team grants",
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
                                db_index=True, default=signalering.codes.new_code, editable=False, max_length=8
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                    name="HistoricalContactAttempt",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("form_key", models.UUIDField()),
                        (
                            "words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("home_visit", "Huisbezoek"),
                                    ("phone", "Telefoon"),
                                    ("appointment", "Afspraak op locatie"),
                                    ("letter", "Brief"),
                                    ("card", "Kaartje"),
                                    ("e_mail", "Mail"),
                                    ("text_message", "SMS/Whatsapp"),
                                    ("administrative", "Administratief"),
                                    ("other", "Overige"),
                                    ("unknown", "Onbekend"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reached", models.BooleanField()),
                        ("at", models.DateTimeField()),
                        (
                            "day_part",
                            models.CharField(
                                choices=[("morning", "Ochtend"), ("afternoon", "Middag"), ("evening", "Avond")],
                                max_length=10,
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
                        ("not_alone", models.BooleanField(default=False)),
                        (
                            "author",
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
                            "company",
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
                        "verbose_name": "historical contact attempt",
                        "verbose_name_plural": "historical contact attempts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDeadline",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("about", models.SlugField(db_index=False, max_length=30)),
                        ("about_id", models.UUIDField()),
                        ("started_on", models.DateField()),
                        ("due_on", models.DateField()),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("warned_at", models.DateTimeField(null=True)),
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
                            "ended_by",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("met", "Gebeurd wat moest"),
                                    ("triaged", "Over het signaal is besloten"),
                                    ("withdrawn", "Ingetrokken"),
                                    ("closed", "Casus gesloten"),
                                    ("reopened", "Casus heropend"),
                                    ("answered", "Verwijzing eindigde"),
                                    ("undone", "Teruggedraaid"),
                                    ("threat_changed", "Er dreigt geen ontruiming meer"),
                                    ("went_along", "Loopt verder bij de casus"),
                                    ("safety", "Informeren is niet veilig"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "late_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_contact_possible", "Contact lukte niet"),
                                    ("capacity", "Te weinig tijd in het team"),
                                    ("waiting_for_other", "Wachten op een ander"),
                                    ("resident_asked_later", "De inwoner wilde later"),
                                    ("our_mistake", "Onze fout"),
                                    ("other", "Anders"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "nog niet"),
                                    ("before", "bijna om"),
                                    ("on", "vandaag"),
                                    ("after", "te laat"),
                                ],
                                default="",
                                max_length=6,
                            ),
                        ),
                        ("step_at", models.DateTimeField(null=True)),
                        ("told_on", models.DateField(null=True)),
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
                            "rule",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="cases.deadlinerule",
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
                        "verbose_name": "historical deadline",
                        "verbose_name_plural": "historical deadlines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalDeadlineRule",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("slug", models.SlugField(max_length=6)),
                        ("label", models.CharField(max_length=100)),
                        ("term", models.PositiveSmallIntegerField()),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("working_days", "werkdagen"),
                                    ("days", "dagen"),
                                    ("weeks", "weken"),
                                    ("months", "maanden"),
                                    ("hours", "uren"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("source", models.CharField(max_length=200)),
                        ("valid_from", models.DateField()),
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
                        ("active", models.BooleanField(default=True)),
                        (
                            "attached_to",
                            models.CharField(
                                choices=[
                                    ("signal", "signaal"),
                                    ("case", "casus"),
                                    ("referral", "verwijzing"),
                                    ("request", "verzoek"),
                                    ("breach", "datalek"),
                                    ("access", "toegang"),
                                ],
                                default="case",
                                max_length=10,
                            ),
                        ),
                        ("extends", models.BooleanField(default=False)),
                        ("ladder", models.JSONField(blank=True, default=dict)),
                        (
                            "start",
                            models.CharField(
                                choices=[
                                    ("received", "ontvangst"),
                                    ("threat_set", "vastleggen van de dreiging"),
                                    ("eviction_notice", "aanzegging van de ontruiming"),
                                    ("end_of_supply", "bericht van eindelevering"),
                                    ("asked_to_report", "verzoek om zich te melden"),
                                    ("help_accepted", "aanvaarden van hulp"),
                                    ("called_back", "terugbellen"),
                                    ("sent", "versturen"),
                                    ("accepted", "accepteren"),
                                    ("placed", "plaatsen op de wachtlijst"),
                                    ("reported_to_veilig_thuis", "melding bij Veilig Thuis"),
                                    ("referred", "verwijzen"),
                                    ("request_received", "ontvangst van het verzoek"),
                                    ("breach_known", "bekend worden van het lek"),
                                    ("emergency_opened", "openen met noodtoegang"),
                                    ("last_review", "vorige controle"),
                                    ("retention_ended", "einde van de bewaartermijn"),
                                ],
                                default="received",
                                max_length=30,
                            ),
                        ),
                        ("valid_until", models.DateField(blank=True, null=True)),
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
                        "verbose_name": "historical deadline rule",
                        "verbose_name_plural": "historical deadline rules",
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                        "verbose_name": "historical desk view",
                        "verbose_name_plural": "historical desk views",
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
                                choices=[
                                    ("does_not_open", "past bij geen sleutel"),
                                    ("key_gone", "de sleutel is vernietigd"),
                                ],
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
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
                    name="HistoricalNote",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("form_key", models.UUIDField()),
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "author",
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
                        "verbose_name": "historical note",
                        "verbose_name_plural": "historical notes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalResident",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        (
                            "name",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "surname",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "birth_date",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "age_band",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
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
                            "street",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "place",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "phone",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "email",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "language",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "contact_wish",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "person_index",
                            signalering.crypto.index.BlindIndex(
                                blank=True,
                                db_index=True,
                                default="",
                                editable=False,
                                kind="person",
                                max_length=32,
                                over=("surname", "birth_date"),
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "address_key",
                            signalering.crypto.index.BlindIndex(
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
                        "verbose_name": "historical resident",
                        "verbose_name_plural": "historical residents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalRetentionPolicy",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("slug", models.SlugField(max_length=40)),
                        ("label", models.CharField(max_length=100)),
                        ("months", models.PositiveSmallIntegerField()),
                        ("source", models.CharField(max_length=200)),
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
                    ],
                    options={
                        "verbose_name": "historical retention policy",
                        "verbose_name_plural": "historical retention policys",
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
                            models.CharField(
                                db_index=True, default=signalering.codes.new_code, editable=False, max_length=8
                            ),
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
                        "verbose_name": "historical safety address",
                        "verbose_name_plural": "historical safety addresss",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSignal",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("new", "Nieuw"),
                                    ("asked", "Vraag gesteld"),
                                    ("linked", "Gekoppeld"),
                                    ("advised", "Advies gegeven"),
                                    ("passed_on", "Doorgegeven"),
                                    ("not_taken_up", "Niet opgepakt"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                default="new",
                                max_length=12,
                            ),
                        ),
                        (
                            "theme",
                            models.CharField(
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
                            "area_source",
                            models.CharField(
                                choices=[
                                    ("reporter", "volgens melder"),
                                    ("table", "volgens tabel"),
                                    ("worker", "volgens medewerker"),
                                    ("unknown", "onbekend"),
                                ],
                                default="unknown",
                                max_length=8,
                            ),
                        ),
                        (
                            "urgency",
                            models.CharField(
                                choices=[("today", "vandaag"), ("this_week", "deze week"), ("can_wait", "kan wachten")],
                                max_length=10,
                            ),
                        ),
                        (
                            "reporter_kind",
                            models.CharField(
                                choices=[
                                    ("home_care", "thuiszorg"),
                                    ("youth_worker", "jongerenwerk"),
                                    ("shopkeeper", "winkelier"),
                                    ("courier", "bezorger"),
                                    ("volunteer", "vrijwilliger"),
                                    ("school", "school"),
                                    ("police", "politie"),
                                    ("wot_worker", "WOT-medewerker"),
                                    ("coordinator", "coördinator"),
                                    ("specialist", "specialist van een programma"),
                                    ("privacy_officer", "privacy officer"),
                                    ("administrator", "beheerder"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("form_key", models.UUIDField()),
                        ("words_name", models.CharField(max_length=40)),
                        ("observed_at", models.DateTimeField()),
                        ("first_opened_at", models.DateTimeField(blank=True, null=True)),
                        ("next_due", models.DateField(blank=True, null=True)),
                        (
                            "channel",
                            models.CharField(
                                choices=[("phone_form", "formulier"), ("sealed", "telefoon")],
                                default="phone_form",
                                max_length=12,
                            ),
                        ),
                        (
                            "feedback_code",
                            models.CharField(
                                choices=[
                                    ("received", "Ontvangen"),
                                    ("question", "Vraag aan jou"),
                                    ("picked_up", "Opgepakt"),
                                    ("done", "Klaar"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                default="received",
                                max_length=20,
                            ),
                        ),
                        (
                            "reason_internal",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("advised", "Advies gegeven"),
                                    ("consultation_without_identity", "Meegedacht zonder naam"),
                                    ("other_municipality", "Andere gemeente"),
                                    ("other_body", "Andere organisatie"),
                                    ("not_a_concern", "Geen zorg nodig"),
                                    ("too_little_after_asking", "Te weinig bekend, ook na een vraag"),
                                    ("resident_declines", "Inwoner wil niet"),
                                    ("duplicate", "Dubbel signaal"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "legal_basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("public_task", "Taak van de gemeente (AVG 6 lid 1 e)"),
                                    ("legal_duty", "Wettelijke plicht (AVG 6 lid 1 c)"),
                                    ("consent", "Toestemming (AVG 6 lid 1 a)"),
                                    ("vital_interest", "Vitaal belang (AVG 6 lid 1 d)"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("early_help", "Vroege hulp"),
                                    ("debt", "Hulp bij geldzorgen"),
                                    ("youth", "Hulp aan jeugd"),
                                    ("safety", "Veiligheid"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "place",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
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
                            "street",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "name",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "age_band",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "chips",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "observation",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "already_done",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "opinion",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "consent_answer",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "unsafe_reason",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "threat_date",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "threat_kind",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        ("taken_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "address_key",
                            signalering.crypto.index.BlindIndex(
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
                        (
                            "proposal_words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
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
                        (
                            "proposed_team",
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
                            "taken_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who said that they look into it.",
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
                        "verbose_name": "historical signal",
                        "verbose_name_plural": "historical signals",
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
                                choices=[
                                    ("does_not_open", "past bij geen sleutel"),
                                    ("key_gone", "de sleutel is vernietigd"),
                                ],
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "constraints": [
                            models.UniqueConstraint(fields=("writer", "form_key", "box_digest"), name="box_kept_once")
                        ],
                    },
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("finished_at", None)),
                                fields=("case",),
                                name="one_meldcode_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at", None), models.Q(("step", "decide"), _negated=True)),
                                    models.Q(("finished_at__isnull", False), ("step", "decide")),
                                    _connector="OR",
                                ),
                                name="finished_meldcode_was_decided",
                            ),
                        ],
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
                        "unique_together": {("user", "permission", "content_object", "origin_kind", "origin_id")},
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
                    name="Note",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("form_key", models.UUIDField()),
                        (
                            "words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "constraints": [
                            models.UniqueConstraint(fields=("case", "author", "form_key"), name="note_once_per_form")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
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
                                    ("picked_up", "Opgepakt"),
                                    ("done", "Klaar"),
                                    ("question", "Vraag aan jou"),
                                    ("answered", "Antwoord van de melder"),
                                    ("referral_sent", "Nieuwe verwijzing"),
                                    ("referral_accepted", "Verwijzing geaccepteerd"),
                                    ("referral_returned", "Verwijzing teruggestuurd"),
                                    ("referral_ended", "Verwijzing afgerond of gestopt"),
                                    ("burst", "Veel signalen over één adres"),
                                    ("deadline_near", "Termijn bijna om"),
                                    ("deadline_today", "Termijn vandaag"),
                                    ("deadline_over", "Termijn te laat"),
                                    ("morning", "Wat er vandaag wacht"),
                                    ("alert", "Oproep"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("about", models.SlugField(db_index=False, max_length=30)),
                        ("about_id", models.UUIDField()),
                        ("code", models.CharField(max_length=8)),
                        ("due_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(null=True)),
                        ("effect_key", models.SlugField(max_length=100, unique=True)),
                        (
                            "to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "told_in",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tells",
                                to="cases.notice",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("sent_at", None)), fields=["due_at", "id"], name="notice_waiting"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalNotice",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("picked_up", "Opgepakt"),
                                    ("done", "Klaar"),
                                    ("question", "Vraag aan jou"),
                                    ("answered", "Antwoord van de melder"),
                                    ("referral_sent", "Nieuwe verwijzing"),
                                    ("referral_accepted", "Verwijzing geaccepteerd"),
                                    ("referral_returned", "Verwijzing teruggestuurd"),
                                    ("referral_ended", "Verwijzing afgerond of gestopt"),
                                    ("burst", "Veel signalen over één adres"),
                                    ("deadline_near", "Termijn bijna om"),
                                    ("deadline_today", "Termijn vandaag"),
                                    ("deadline_over", "Termijn te laat"),
                                    ("morning", "Wat er vandaag wacht"),
                                    ("alert", "Oproep"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("about", models.SlugField(db_index=False, max_length=30)),
                        ("about_id", models.UUIDField()),
                        ("code", models.CharField(max_length=8)),
                        ("due_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(null=True)),
                        ("effect_key", models.SlugField(max_length=100)),
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
                            "to",
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
                            "told_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="cases.notice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical notice",
                        "verbose_name_plural": "historical notices",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReporterIdentityTeamGrant",
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
                                to="cases.reporteridentity",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical reporter identity team grant",
                        "verbose_name_plural": "historical reporter identity team grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReporterIdentityPersonGrant",
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
                                to="cases.reporteridentity",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical reporter identity person grant",
                        "verbose_name_plural": "historical reporter identity person grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ReporterIdentityPersonGrant",
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
                                to="cases.reporteridentity",
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
                    name="ReporterIdentityTeamGrant",
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
                                to="cases.reporteridentity",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
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
                    name="HistoricalConsent",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("form_key", models.UUIDField()),
                        (
                            "words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("referral", "Delen bij een verwijzing"),
                                    ("reporter_hears", "Melder mag het team weten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("given_at", models.DateField()),
                        ("withdrawn_at", models.DateField(blank=True, null=True)),
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
                            models.CharField(
                                choices=[
                                    ("resident", "de inwoner zelf"),
                                    ("guardian", "de ouder of voogd"),
                                    ("both", "allebei: ouder of voogd, en kind"),
                                ],
                                default="resident",
                                max_length=8,
                            ),
                        ),
                        (
                            "author",
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
                        (
                            "resident",
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
                        "verbose_name": "historical consent",
                        "verbose_name_plural": "historical consents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalCaseResident",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("main", "inwoner"),
                                    ("partner", "partner"),
                                    ("child", "kind"),
                                    ("other", "andere huisgenoot"),
                                ],
                                default="main",
                                max_length=8,
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
                        ("form_key", models.UUIDField(help_text="Of the form that added them.", null=True)),
                        (
                            "left_on",
                            models.DateField(
                                help_text="Since when they are no part of the household any more.", null=True
                            ),
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
                        (
                            "resident",
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
                        "verbose_name": "historical case resident",
                        "verbose_name_plural": "historical case residents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("form_key", models.UUIDField()),
                        (
                            "words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("referral", "Delen bij een verwijzing"),
                                    ("reporter_hears", "Melder mag het team weten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("given_at", models.DateField()),
                        ("withdrawn_at", models.DateField(blank=True, null=True)),
                        (
                            "given_by",
                            models.CharField(
                                choices=[
                                    ("resident", "de inwoner zelf"),
                                    ("guardian", "de ouder of voogd"),
                                    ("both", "allebei: ouder of voogd, en kind"),
                                ],
                                default="resident",
                                max_length=8,
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="cases.case"
                            ),
                        ),
                        (
                            "resident",
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
                                fields=("case", "author", "form_key"), name="consent_once_per_form"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at", None), ("withdrawn_at__gte", models.F("given_at")), _connector="OR"
                                ),
                                name="consent_withdrawn_after_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseResident",
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
                            "role",
                            models.CharField(
                                choices=[
                                    ("main", "inwoner"),
                                    ("partner", "partner"),
                                    ("child", "kind"),
                                    ("other", "andere huisgenoot"),
                                ],
                                default="main",
                                max_length=8,
                            ),
                        ),
                        ("form_key", models.UUIDField(help_text="Of the form that added them.", null=True)),
                        (
                            "left_on",
                            models.DateField(
                                help_text="Since when they are no part of the household any more.", null=True
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="case_residents",
                                to="cases.case",
                            ),
                        ),
                        (
                            "resident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="case_residents",
                                to="cases.resident",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "constraints": [
                            models.UniqueConstraint(fields=("case", "resident"), name="resident_once_in_case"),
                            models.UniqueConstraint(
                                condition=models.Q(("role", "main")),
                                fields=("case",),
                                name="case_has_one_main_resident",
                            ),
                            models.UniqueConstraint(fields=("case", "form_key"), name="resident_once_per_form"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("role", "main"), _negated=True), ("left_on", None), _connector="OR"
                                ),
                                name="main_resident_stays",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalCase",
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
                            "status",
                            models.CharField(
                                choices=[("open", "Open"), ("closed", "Gesloten")], default="open", max_length=12
                            ),
                        ),
                        ("themes", models.JSONField(default=list)),
                        ("next_due", models.DateField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_contact", "Geen contact gekregen"),
                                    ("no_help_wanted", "Inwoner wil geen hulp"),
                                    ("advice", "Advies gegeven"),
                                    ("quick_fix", "Snel opgelost (quick fix)"),
                                    ("referred", "Verwezen"),
                                    ("helped_by_team", "Geholpen door het team"),
                                    ("solved_itself", "Vanzelf opgelost"),
                                    ("moved", "Verhuisd"),
                                    ("died", "Overleden"),
                                    ("other", "Anders"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "legal_basis",
                            models.CharField(
                                choices=[
                                    ("public_task", "Taak van de gemeente (AVG 6 lid 1 e)"),
                                    ("legal_duty", "Wettelijke plicht (AVG 6 lid 1 c)"),
                                    ("consent", "Toestemming (AVG 6 lid 1 a)"),
                                    ("vital_interest", "Vitaal belang (AVG 6 lid 1 d)"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("early_help", "Vroege hulp"),
                                    ("debt", "Hulp bij geldzorgen"),
                                    ("youth", "Hulp aan jeugd"),
                                    ("safety", "Veiligheid"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("retention_from", models.DateField(blank=True, null=True)),
                        (
                            "summary",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "safety_note",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "minor_children",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "threat_kind",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "threat_date",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "closing_words",
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
                            "few_attempts",
                            models.CharField(
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
                            "director",
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
                            "retention_policy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="cases.retentionpolicy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical case",
                        "verbose_name_plural": "historical cases",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                            models.CharField(
                                default=signalering.codes.new_code, editable=False, max_length=8, unique=True
                            ),
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
                            models.BooleanField(
                                default=False, help_text="Only when talking with the resident is not safe."
                            ),
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
                        (
                            "needs_open",
                            models.BooleanField(default=False, help_text="Only when the team is open that day."),
                        ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rules",
                                to="cases.routingtable",
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
                            models.CharField(
                                db_index=True, default=signalering.codes.new_code, editable=False, max_length=8
                            ),
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
                            models.BooleanField(
                                default=False, help_text="Only when talking with the resident is not safe."
                            ),
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
                        (
                            "needs_open",
                            models.BooleanField(default=False, help_text="Only when the team is open that day."),
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
                            models.CharField(
                                default=signalering.codes.new_code, editable=False, max_length=8, unique=True
                            ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="safety_addresses",
                                to="accounts.team",
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("address_index", ""), _negated=True),
                                name="safety_address_has_address",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("team", "address_index"),
                                name="safety_address_once_per_team",
                            ),
                        ],
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
                        "unique_together": {("user", "permission", "content_object", "origin_kind", "origin_id")},
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
                    name="Signal",
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
                            "status",
                            models.CharField(
                                choices=[
                                    ("new", "Nieuw"),
                                    ("asked", "Vraag gesteld"),
                                    ("linked", "Gekoppeld"),
                                    ("advised", "Advies gegeven"),
                                    ("passed_on", "Doorgegeven"),
                                    ("not_taken_up", "Niet opgepakt"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                default="new",
                                max_length=12,
                            ),
                        ),
                        (
                            "theme",
                            models.CharField(
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
                            "area_source",
                            models.CharField(
                                choices=[
                                    ("reporter", "volgens melder"),
                                    ("table", "volgens tabel"),
                                    ("worker", "volgens medewerker"),
                                    ("unknown", "onbekend"),
                                ],
                                default="unknown",
                                max_length=8,
                            ),
                        ),
                        (
                            "urgency",
                            models.CharField(
                                choices=[("today", "vandaag"), ("this_week", "deze week"), ("can_wait", "kan wachten")],
                                max_length=10,
                            ),
                        ),
                        (
                            "reporter_kind",
                            models.CharField(
                                choices=[
                                    ("home_care", "thuiszorg"),
                                    ("youth_worker", "jongerenwerk"),
                                    ("shopkeeper", "winkelier"),
                                    ("courier", "bezorger"),
                                    ("volunteer", "vrijwilliger"),
                                    ("school", "school"),
                                    ("police", "politie"),
                                    ("wot_worker", "WOT-medewerker"),
                                    ("coordinator", "coördinator"),
                                    ("specialist", "specialist van een programma"),
                                    ("privacy_officer", "privacy officer"),
                                    ("administrator", "beheerder"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("form_key", models.UUIDField()),
                        ("words_name", models.CharField(max_length=40)),
                        ("observed_at", models.DateTimeField()),
                        ("first_opened_at", models.DateTimeField(blank=True, null=True)),
                        ("next_due", models.DateField(blank=True, null=True)),
                        (
                            "channel",
                            models.CharField(
                                choices=[("phone_form", "formulier"), ("sealed", "telefoon")],
                                default="phone_form",
                                max_length=12,
                            ),
                        ),
                        (
                            "feedback_code",
                            models.CharField(
                                choices=[
                                    ("received", "Ontvangen"),
                                    ("question", "Vraag aan jou"),
                                    ("picked_up", "Opgepakt"),
                                    ("done", "Klaar"),
                                    ("withdrawn", "Ingetrokken"),
                                ],
                                default="received",
                                max_length=20,
                            ),
                        ),
                        (
                            "reason_internal",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("advised", "Advies gegeven"),
                                    ("consultation_without_identity", "Meegedacht zonder naam"),
                                    ("other_municipality", "Andere gemeente"),
                                    ("other_body", "Andere organisatie"),
                                    ("not_a_concern", "Geen zorg nodig"),
                                    ("too_little_after_asking", "Te weinig bekend, ook na een vraag"),
                                    ("resident_declines", "Inwoner wil niet"),
                                    ("duplicate", "Dubbel signaal"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "legal_basis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("public_task", "Taak van de gemeente (AVG 6 lid 1 e)"),
                                    ("legal_duty", "Wettelijke plicht (AVG 6 lid 1 c)"),
                                    ("consent", "Toestemming (AVG 6 lid 1 a)"),
                                    ("vital_interest", "Vitaal belang (AVG 6 lid 1 d)"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("early_help", "Vroege hulp"),
                                    ("debt", "Hulp bij geldzorgen"),
                                    ("youth", "Hulp aan jeugd"),
                                    ("safety", "Veiligheid"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "place",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
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
                            "street",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "name",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "age_band",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "chips",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "observation",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "already_done",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "opinion",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "consent_answer",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "unsafe_reason",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
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
                            "threat_date",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "threat_kind",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        ("taken_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "address_key",
                            signalering.crypto.index.BlindIndex(
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
                        (
                            "proposal_words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
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
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signals",
                                to="cases.case",
                            ),
                        ),
                        (
                            "proposed_team",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                blank=True,
                                db_index=False,
                                help_text="Who said that they look into it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="signals", to="accounts.team"
                            ),
                        ),
                        (
                            "writer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("view_signal", "may read a signal"),
                            ("triage_signal", "may decide what happens with a signal"),
                            ("follow_signal", "may follow where a signal of one's own stands"),
                            ("own_text_signal", "may read and correct a signal of one's own"),
                        ],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status__in", ["new", "asked"])),
                                fields=["team", "next_due", "id"],
                                name="signal_work_queue",
                            ),
                            models.Index(fields=["writer", "-id"], name="signal_of_writer"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("writer", "form_key"), name="signal_once_per_form"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("case__isnull", False), ("status", "linked")),
                                    models.Q(models.Q(("status", "linked"), _negated=True), ("case__isnull", True)),
                                    _connector="OR",
                                ),
                                name="signal_linked_has_case",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["advised", "passed_on", "not_taken_up"]), _negated=True),
                                    models.Q(("reason_internal", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="signal_closed_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_at", None), ("taken_by", None)),
                                    models.Q(("taken_at__isnull", False), ("taken_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="signal_taken_since",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalSignalTeamGrant",
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
                                to="cases.signal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical signal team grant",
                        "verbose_name_plural": "historical signal team grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSignalPersonGrant",
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
                                to="cases.signal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical signal person grant",
                        "verbose_name_plural": "historical signal person grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalSignalAddition",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        (
                            "kind",
                            models.CharField(
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
                        ("form_key", models.UUIDField()),
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
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Nobody: the system itself asks.",
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
                        "verbose_name": "historical signal addition",
                        "verbose_name_plural": "historical signal additions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReporterIdentity",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("anonymous", "niemand"),
                                    ("triage_only", "alleen wie de triage doet"),
                                    ("open", "iedereen die aan de casus werkt"),
                                ],
                                default="triage_only",
                                max_length=12,
                            ),
                        ),
                        (
                            "name",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "function",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "organisation",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "phone",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "email",
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
                        "verbose_name": "historical reporter identity",
                        "verbose_name_plural": "historical reporter identitys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                        (
                            "kept_apart",
                            models.BooleanField(default=False, help_text="Its writer was not active any more."),
                        ),
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
                    name="HistoricalAlert",
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
                            "cause",
                            models.CharField(
                                choices=[
                                    ("threat_set", "Er is een bedreigende situatie"),
                                    ("not_safe_at_night", "Een signaal dat niet kan wachten"),
                                    ("today_at_night", "Een signaal om vandaag te lezen"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("step", models.PositiveSmallIntegerField(default=0)),
                        ("next_at", models.DateTimeField(null=True)),
                        ("without_rota", models.BooleanField(default=False)),
                        ("acknowledged_at", models.DateTimeField(null=True)),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "ended_because",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("acknowledged", "Iemand pakt het op"),
                                    ("triaged", "Over het signaal is besloten"),
                                    ("withdrawn", "Het signaal is ingetrokken"),
                                    ("closed", "De casus is gesloten"),
                                ],
                                max_length=20,
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
                            "acknowledged_by",
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
                        (
                            "raised_by",
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
                        "verbose_name": "historical alert",
                        "verbose_name_plural": "historical alerts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
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
                        (
                            "kept_apart",
                            models.BooleanField(default=False, help_text="Its writer was not active any more."),
                        ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="address_match",
                                to="cases.signal",
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
                    name="SignalAddition",
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
                        ("form_key", models.UUIDField()),
                        (
                            "words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                help_text="Nobody: the system itself asks.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "signal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="additions", to="cases.signal"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("signal", "author", "form_key"), name="addition_once_per_form"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignalPersonGrant",
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
                                to="cases.signal",
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
                    name="SignalTeamGrant",
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
                                to="cases.signal",
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
                                default=signalering.codes.new_code, editable=False, max_length=8, unique=True
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "stand_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="absences", to="accounts.team"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("stand_in", models.F("person")), _negated=True),
                                name="absence_stand_in_is_another",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AlertCall",
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
                            "role",
                            models.CharField(
                                choices=[
                                    ("first", "eerste dienst"),
                                    ("second", "tweede dienst"),
                                    ("coordinator", "coördinator"),
                                    ("co_team", "CO-team"),
                                    ("desk", "postvak"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("effect_key", models.SlugField(max_length=100, unique=True)),
                        ("due_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(null=True)),
                        (
                            "alert",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="cases.alert"
                            ),
                        ),
                        (
                            "shift",
                            models.ForeignKey(
                                help_text="Whose number gets a text message.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.shift",
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("sent_at", None), ("shift__isnull", False)),
                                fields=["due_at", "id"],
                                name="alert_call_to_text",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AlertPersonGrant",
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
                                to="cases.alert",
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
                    name="AlertTeamGrant",
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
                                to="cases.alert",
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
                    name="CasePersonGrant",
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
                                to="cases.case",
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
                    name="CaseTeamGrant",
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
                                on_delete=django.db.models.deletion.CASCADE, related_name="team_grants", to="cases.case"
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
            ],
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalCasePersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalCaseTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalContactAttempt",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalDeadline",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalDeadlineRule",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalNote",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalNotice",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalResident",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalRetentionPolicy",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalSignal",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalReporterIdentityTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalReporterIdentityPersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalConsent",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalCaseResident",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalCase",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalSignalTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalSignalPersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalSignalAddition",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalReporterIdentity",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalArrival",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalConcept",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalConceptPersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalConceptTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalKeptBox",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalAlert",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalAlertCall",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalAlertPersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalAlertTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalAbsence",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalDeskView",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalAddressMatch",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalPersonLink",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalRoutingTable",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalRoutingRule",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalMeldcodeAssessment",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalMeldcodeAssessmentPersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalMeldcodeAssessmentTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalSafetyAddress",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalSafetyAddressPersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalSafetyAddressTeamGrant",
        ),
    ]
