"""A referral holds why it was late, in the words of the receiving side."""

from django.db import migrations

from signalering.audit.insert_only import StillInsertOnly
from signalering.crypto.fields import Envelope, SealedText


class Migration(migrations.Migration):
    """Keep words beside the reason from the list."""

    dependencies = [
        ("referrals", "0004_fill_grant_place"),
    ]

    operations = [
        StillInsertOnly("HistoricalReferral"),
        migrations.AddField(
            model_name="referral",
            name="late_words",
            field=SealedText(blank=True, default=Envelope, editable=True),
        ),
        migrations.AddField(
            model_name="historicalreferral",
            name="late_words",
            field=SealedText(blank=True, default=Envelope, editable=True),
        ),
        StillInsertOnly("HistoricalReferral"),
    ]
