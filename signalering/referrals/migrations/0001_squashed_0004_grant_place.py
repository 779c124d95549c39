"""Everything up to the place of grants in one stroke, for a fresh database."""

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
    """All tables of the service directory and of referrals."""

    replaces = [
        ("referrals", "0001_first"),
        ("referrals", "0002_insert_only"),
        ("referrals", "0003_person_grant_place"),
        ("referrals", "0004_fill_grant_place"),
    ]

    dependencies = [
        ("accounts", "0015_team_facts_insert_only"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("cases", "0022_youth_insert_only"),
    ]

    operations = [
        signalering.tables.Together(
            operations=[
                migrations.CreateModel(
                    name="HistoricalAgreementRow",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("ends_on", models.DateField(null=True)),
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
                            "organisation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="accounts.organisation",
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
                        "verbose_name": "historical agreement row",
                        "verbose_name_plural": "historical agreement rows",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalProgramme",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("name", models.CharField(db_index=True, max_length=100)),
                        ("themes", models.JSONField(default=list)),
                        ("target", models.CharField(blank=True, max_length=200)),
                        ("goal", models.CharField(blank=True, max_length=200)),
                        ("before", models.CharField(blank=True, max_length=100)),
                        ("requires", models.JSONField(default=dict)),
                        ("rubric", models.CharField(blank=True, max_length=40)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("source_note", models.CharField(blank=True, max_length=300)),
                        ("answer_days", models.PositiveSmallIntegerField(null=True)),
                        ("extract_fields", models.JSONField(default=list)),
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
                            "provider",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="accounts.organisation",
                            ),
                        ),
                        (
                            "receiving_team",
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
                        "verbose_name": "historical programme",
                        "verbose_name_plural": "historical programmes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("name", models.CharField(max_length=100, unique=True)),
                        ("themes", models.JSONField(default=list)),
                        ("target", models.CharField(blank=True, max_length=200)),
                        ("goal", models.CharField(blank=True, max_length=200)),
                        ("before", models.CharField(blank=True, max_length=100)),
                        ("requires", models.JSONField(default=dict)),
                        ("rubric", models.CharField(blank=True, max_length=40)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("source_note", models.CharField(blank=True, max_length=300)),
                        ("answer_days", models.PositiveSmallIntegerField(null=True)),
                        ("extract_fields", models.JSONField(default=list)),
                        (
                            "partners",
                            models.ManyToManyField(blank=True, related_name="partner_in", to="accounts.organisation"),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="programmes",
                                to="accounts.organisation",
                            ),
                        ),
                        (
                            "receiving_team",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="programmes",
                                to="accounts.team",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReferral",
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
                        ("form_key", models.UUIDField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Concept"),
                                    ("sent", "Verstuurd"),
                                    ("asked", "Vraag gesteld"),
                                    ("accepted", "Geaccepteerd"),
                                    ("returned", "Teruggestuurd"),
                                    ("withdrawn", "Ingetrokken"),
                                    ("expired", "Verlopen"),
                                    ("waiting", "Wachtlijst"),
                                    ("started", "Gestart"),
                                    ("completed", "Afgerond"),
                                    ("stopped", "Gestopt"),
                                ],
                                default="draft",
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
                        ("fields_shared", models.JSONField(default=list)),
                        (
                            "entry_rule_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("professional_judgement", "Mijn oordeel als professional"),
                                    ("pilot", "Proef"),
                                    ("no_better_offer", "Geen beter aanbod"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("answer_due", models.DateField(blank=True, null=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("first_contact_on", models.DateField(blank=True, null=True)),
                        (
                            "return_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "We zitten vol"),
                                    ("not_for_us", "Niet voor ons"),
                                    ("resident_declines", "Inwoner wil niet"),
                                    ("too_little_information", "Te weinig gegevens"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "withdraw_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("solved", "Opgelost"),
                                    ("other_place", "Andere plek gevonden"),
                                    ("resident_declines", "Inwoner wil niet"),
                                    ("mistake", "Vergissing"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "stop_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_show", "Komt niet"),
                                    ("moved_away", "Verhuisd"),
                                    ("resident_stops", "Inwoner stopt"),
                                    ("died", "Overleden"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("goal_reached", "Doel bereikt"),
                                    ("partly", "Deels bereikt"),
                                    ("not_reached", "Niet bereikt"),
                                    ("stopped_by_resident", "Gestopt door inwoner"),
                                    ("stopped_by_programme", "Gestopt door programma"),
                                ],
                                max_length=40,
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
                        (
                            "question",
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
                            "age_band",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "return_words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "ending_words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "entry_rule_words",
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
                            "accepted_by",
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
                            "receiving_team",
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
                            "sender",
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
                            "programme",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="referrals.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical referral",
                        "verbose_name_plural": "historical referrals",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Referral",
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
                        ("form_key", models.UUIDField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Concept"),
                                    ("sent", "Verstuurd"),
                                    ("asked", "Vraag gesteld"),
                                    ("accepted", "Geaccepteerd"),
                                    ("returned", "Teruggestuurd"),
                                    ("withdrawn", "Ingetrokken"),
                                    ("expired", "Verlopen"),
                                    ("waiting", "Wachtlijst"),
                                    ("started", "Gestart"),
                                    ("completed", "Afgerond"),
                                    ("stopped", "Gestopt"),
                                ],
                                default="draft",
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
                        ("fields_shared", models.JSONField(default=list)),
                        (
                            "entry_rule_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("professional_judgement", "Mijn oordeel als professional"),
                                    ("pilot", "Proef"),
                                    ("no_better_offer", "Geen beter aanbod"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("answer_due", models.DateField(blank=True, null=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("first_contact_on", models.DateField(blank=True, null=True)),
                        (
                            "return_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "We zitten vol"),
                                    ("not_for_us", "Niet voor ons"),
                                    ("resident_declines", "Inwoner wil niet"),
                                    ("too_little_information", "Te weinig gegevens"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "withdraw_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("solved", "Opgelost"),
                                    ("other_place", "Andere plek gevonden"),
                                    ("resident_declines", "Inwoner wil niet"),
                                    ("mistake", "Vergissing"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "stop_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_show", "Komt niet"),
                                    ("moved_away", "Verhuisd"),
                                    ("resident_stops", "Inwoner stopt"),
                                    ("died", "Overleden"),
                                    ("other", "Anders"),
                                ],
                                max_length=40,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("goal_reached", "Doel bereikt"),
                                    ("partly", "Deels bereikt"),
                                    ("not_reached", "Niet bereikt"),
                                    ("stopped_by_resident", "Gestopt door inwoner"),
                                    ("stopped_by_programme", "Gestopt door programma"),
                                ],
                                max_length=40,
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
                        (
                            "question",
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
                            "age_band",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "return_words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "ending_words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "entry_rule_words",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="referrals", to="cases.case"
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="referrals.programme",
                            ),
                        ),
                        (
                            "receiving_team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "sender",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "permissions": [
                            ("view_referral", "may read a referral"),
                            ("change_referral", "may change, send and withdraw a referral"),
                            ("preview_referral", "may see what is asked, without a person"),
                            ("answer_referral", "may accept or return a referral"),
                            ("act_referral", "may start, complete and stop a referral"),
                            ("reassign_referral", "may give a referral to another worker"),
                            ("receipt_referral", "may see that a referral ended: code, date and reason"),
                        ],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(fields=["receiving_team", "status", "answer_due"], name="referral_to_answer")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "sender", "form_key"), name="referral_once_per_form"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "draft"),
                                    models.Q(("answer_due__isnull", False), ("sent_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="referral_sent_has_answer_due",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["accepted", "waiting", "started", "completed", "stopped"]),
                                        _negated=True,
                                    ),
                                    ("accepted_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="referral_accepted_has_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "returned"), _negated=True),
                                    models.Q(("return_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="referral_returned_has_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReferralTeamGrant",
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
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical referral team grant",
                        "verbose_name_plural": "historical referral team grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReferralPersonGrant",
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
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical referral person grant",
                        "verbose_name_plural": "historical referral person grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReferralExtract",
                    fields=[
                        ("id", models.UUIDField(db_index=True, default=uuid_utils.compat.uuid7, editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("history_change_reason", models.SlugField(db_index=False, max_length=40)),
                        ("field_list", models.JSONField(default=list)),
                        ("destroy_at", models.DateTimeField(blank=True, null=True)),
                        ("destroyed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "name",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "address",
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
                            "birth_date",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "consent",
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
                            "safety_note",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "asked",
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
                            "referral",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical referral extract",
                        "verbose_name_plural": "historical referral extracts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ReferralExtract",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("field_list", models.JSONField(default=list)),
                        ("destroy_at", models.DateTimeField(blank=True, null=True)),
                        ("destroyed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "name",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "address",
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
                            "birth_date",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "consent",
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
                            "safety_note",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "asked",
                            signalering.crypto.fields.SealedText(
                                blank=True, default=signalering.crypto.fields.Envelope, editable=True
                            ),
                        ),
                        (
                            "referral",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extract",
                                to="referrals.referral",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("view_referralextract", "may read what was shared with a referral")],
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("destroyed_at", None)),
                                fields=["destroy_at"],
                                name="extract_to_destroy",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HistoricalReferralExtractTeamGrant",
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
                                to="referrals.referralextract",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical referral extract team grant",
                        "verbose_name_plural": "historical referral extract team grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalReferralExtractPersonGrant",
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
                                to="referrals.referralextract",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical referral extract person grant",
                        "verbose_name_plural": "historical referral extract person grants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ReferralExtractPersonGrant",
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
                                to="referrals.referralextract",
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
                    name="ReferralExtractTeamGrant",
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
                                to="referrals.referralextract",
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
                    name="ReferralPersonGrant",
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
                                to="referrals.referral",
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
                    name="ReferralTeamGrant",
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
                                to="referrals.referral",
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
                    name="AgreementRow",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ("version", models.PositiveIntegerField(default=0, editable=False)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("ends_on", models.DateField(null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="accounts.organisation",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="accounts.team",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "default_permissions": (),
                        "base_manager_name": "objects",
                        "constraints": [
                            models.UniqueConstraint(fields=("team", "organisation"), name="agreement_once")
                        ],
                    },
                ),
            ],
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalAgreementRow",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalProgramme",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalReferral",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalReferralTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalReferralPersonGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalReferralExtract",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalReferralExtractTeamGrant",
        ),
        signalering.audit.insert_only.InsertOnly(
            name="HistoricalReferralExtractPersonGrant",
        ),
    ]
