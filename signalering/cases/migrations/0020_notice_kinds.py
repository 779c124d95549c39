"""Everything of which people hear a notice by now."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One list of kinds, whichever part of the work they come from."""

    dependencies = [
        ("cases", "0019_routing_insert_only"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalnotice",
            name="kind",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
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
    ]
