"""Who maintains the system hears that a team has no coordinator, and a receiver that an answer is wanted sooner."""

from django.db import migrations, models

KINDS = [
    ("picked_up", "Opgepakt"),
    ("done", "Klaar"),
    ("question", "Vraag aan jou"),
    ("answered", "Antwoord van de melder"),
    ("referral_sent", "Nieuwe verwijzing"),
    ("referral_accepted", "Verwijzing geaccepteerd"),
    ("referral_returned", "Verwijzing teruggestuurd"),
    ("referral_expired", "Verwijzing zonder antwoord: kies een ander aanbod"),
    ("referral_ended", "Verwijzing afgerond of gestopt"),
    ("answer_sooner", "Verwijzing: antwoord eerder nodig"),
    ("burst", "Veel signalen over één adres"),
    ("deadline_near", "Termijn bijna om"),
    ("deadline_today", "Termijn vandaag"),
    ("deadline_over", "Termijn te laat"),
    ("morning", "Wat er vandaag wacht"),
    ("alert", "Oproep"),
    ("talk_asked", "Vraag om overleg"),
    ("no_coordinator", "Team zonder coördinator"),
]


class Migration(migrations.Migration):
    """Two more kinds of notice."""

    dependencies = [
        ("cases", "0030_links_of_each_case"),
    ]

    operations = [
        migrations.AlterField(model_name=name, name="kind", field=models.CharField(choices=KINDS, max_length=20))
        for name in ("notice", "historicalnotice")
    ]
