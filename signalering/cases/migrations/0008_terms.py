"""A rule holds for a time and has a ladder; a deadline keeps how it ended, why it was late and who was told."""

from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly


class Migration(migrations.Migration):
    """What a term is, from which day on, and how far its ladder was climbed."""

    dependencies = [
        ("accounts", "0011_shops_insert_only"),
        ("cases", "0007_courier_and_burst"),
    ]

    operations = [
        StillInsertOnly("HistoricalDeadline"),
        StillInsertOnly("HistoricalDeadlineRule"),
        migrations.AddField(
            model_name="deadline",
            name="ended_by",
            field=models.CharField(
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
        migrations.AddField(
            model_name="deadline",
            name="late_reason",
            field=models.CharField(
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
        migrations.AddField(
            model_name="deadline",
            name="step",
            field=models.CharField(
                blank=True,
                choices=[("", "nog niet"), ("before", "bijna om"), ("on", "vandaag"), ("after", "te laat")],
                default="",
                max_length=6,
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="step_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="deadline",
            name="told_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="deadlinerule",
            name="active",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="deadlinerule",
            name="attached_to",
            field=models.CharField(
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
        migrations.AddField(
            model_name="deadlinerule",
            name="extends",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="deadlinerule",
            name="ladder",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="deadlinerule",
            name="start",
            field=models.CharField(
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
        migrations.AddField(
            model_name="deadlinerule",
            name="valid_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicaldeadline",
            name="ended_by",
            field=models.CharField(
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
        migrations.AddField(
            model_name="historicaldeadline",
            name="late_reason",
            field=models.CharField(
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
        migrations.AddField(
            model_name="historicaldeadline",
            name="step",
            field=models.CharField(
                blank=True,
                choices=[("", "nog niet"), ("before", "bijna om"), ("on", "vandaag"), ("after", "te laat")],
                default="",
                max_length=6,
            ),
        ),
        migrations.AddField(
            model_name="historicaldeadline",
            name="step_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="historicaldeadline",
            name="told_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="historicaldeadlinerule",
            name="active",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="historicaldeadlinerule",
            name="attached_to",
            field=models.CharField(
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
        migrations.AddField(
            model_name="historicaldeadlinerule",
            name="extends",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="historicaldeadlinerule",
            name="ladder",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="historicaldeadlinerule",
            name="start",
            field=models.CharField(
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
        migrations.AddField(
            model_name="historicaldeadlinerule",
            name="valid_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="deadlinerule",
            name="slug",
            field=models.SlugField(max_length=6),
        ),
        migrations.AlterField(
            model_name="deadlinerule",
            name="unit",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="historicaldeadlinerule",
            name="unit",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="historicalnotice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("picked_up", "Opgepakt"),
                    ("done", "Klaar"),
                    ("question", "Vraag aan jou"),
                    ("answered", "Antwoord van de melder"),
                    ("feedback_overdue", "Terugkoppeling te laat"),
                    ("referral_sent", "Nieuwe verwijzing"),
                    ("referral_accepted", "Verwijzing geaccepteerd"),
                    ("referral_returned", "Verwijzing teruggestuurd"),
                    ("referral_ended", "Verwijzing afgerond of gestopt"),
                    ("burst", "Veel signalen over één adres"),
                    ("deadline_near", "Termijn bijna om"),
                    ("deadline_today", "Termijn vandaag"),
                    ("deadline_over", "Termijn te laat"),
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
                    ("feedback_overdue", "Terugkoppeling te laat"),
                    ("referral_sent", "Nieuwe verwijzing"),
                    ("referral_accepted", "Verwijzing geaccepteerd"),
                    ("referral_returned", "Verwijzing teruggestuurd"),
                    ("referral_ended", "Verwijzing afgerond of gestopt"),
                    ("burst", "Veel signalen over één adres"),
                    ("deadline_near", "Termijn bijna om"),
                    ("deadline_today", "Termijn vandaag"),
                    ("deadline_over", "Termijn te laat"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(("ended_at", None)), fields=["step_at", "id"], name="deadline_to_tell"
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinerule",
            constraint=models.UniqueConstraint(fields=("slug", "valid_from"), name="deadline_rule_once_from_a_day"),
        ),
        migrations.AddConstraint(
            model_name="deadlinerule",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_until", None)), fields=("slug",), name="deadline_rule_one_without_end"
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinerule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until", None), ("valid_until__gte", models.F("valid_from")), _connector="OR"
                ),
                name="deadline_rule_ends_after_it_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinerule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("extends", False),
                    models.Q(("term__lte", 84), ("unit", "days")),
                    models.Q(("term__lte", 12), ("unit", "weeks")),
                    models.Q(("term__lte", 3), ("unit", "months")),
                    _connector="OR",
                ),
                name="deadline_rule_extends_short_terms",
            ),
        ),
        StillInsertOnly("HistoricalDeadline"),
        StillInsertOnly("HistoricalDeadlineRule"),
    ]
