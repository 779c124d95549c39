"""Couriers report too, and a burst over one address is told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two more words in closed lists; no table changes."""

    dependencies = [
        ("cases", "0006_arrivals_insert_only"),
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
                    ("feedback_overdue", "Terugkoppeling te laat"),
                    ("referral_sent", "Nieuwe verwijzing"),
                    ("referral_accepted", "Verwijzing geaccepteerd"),
                    ("referral_returned", "Verwijzing teruggestuurd"),
                    ("referral_ended", "Verwijzing afgerond of gestopt"),
                    ("burst", "Veel signalen over één adres"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="historicalsignal",
            name="reporter_kind",
            field=models.CharField(
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
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="signal",
            name="reporter_kind",
            field=models.CharField(
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
    ]
