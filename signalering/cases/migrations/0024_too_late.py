"""What is too late is told, and can be explained."""

from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly
from signalering.crypto.fields import Envelope, SealedText


class Migration(migrations.Migration):
    """A signal holds why it was late; a director hears that nobody answered a referral in time."""

    dependencies = [
        ("cases", "0023_threats_again"),
    ]

    operations = [
        StillInsertOnly("HistoricalSignal"),
        migrations.AddField(
            model_name="signal",
            name="late_words",
            field=SealedText(blank=True, default=Envelope, editable=True),
        ),
        migrations.AddField(
            model_name="historicalsignal",
            name="late_words",
            field=SealedText(blank=True, default=Envelope, editable=True),
        ),
        StillInsertOnly("HistoricalSignal"),
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
                    ("referral_expired", "Verwijzing zonder antwoord: kies een ander aanbod"),
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
                    ("referral_expired", "Verwijzing zonder antwoord: kies een ander aanbod"),
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
