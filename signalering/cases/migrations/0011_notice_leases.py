"""What a worker holds stands in its own table from here on; a notice that waited for the morning says where it was told."""

import django.db.models.deletion
from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly


class Migration(migrations.Migration):
    """Notices lose their lease and tries; several can be told in one."""

    dependencies = [
        ("cases", "0010_terms_end_for_a_reason"),
    ]

    operations = [
        StillInsertOnly("HistoricalNotice"),
        migrations.RemoveField(
            model_name="historicalnotice",
            name="leased_until",
        ),
        migrations.RemoveField(
            model_name="historicalnotice",
            name="tries",
        ),
        migrations.RemoveField(
            model_name="notice",
            name="leased_until",
        ),
        migrations.RemoveField(
            model_name="notice",
            name="tries",
        ),
        migrations.AddField(
            model_name="historicalnotice",
            name="told_in",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.notice",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="told_in",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="tells", to="cases.notice"
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
                    ("morning", "Wat er vandaag wacht"),
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
                    ("morning", "Wat er vandaag wacht"),
                ],
                max_length=20,
            ),
        ),
        StillInsertOnly("HistoricalNotice"),
    ]
