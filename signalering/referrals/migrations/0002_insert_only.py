"""History of programmes and referrals can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("referrals", "0001_first")]
    operations = [
        InsertOnly("HistoricalAgreementRow"),
        InsertOnly("HistoricalProgramme"),
        InsertOnly("HistoricalReferral"),
        InsertOnly("HistoricalReferralTeamGrant"),
        InsertOnly("HistoricalReferralPersonGrant"),
        InsertOnly("HistoricalReferralExtract"),
        InsertOnly("HistoricalReferralExtractTeamGrant"),
        InsertOnly("HistoricalReferralExtractPersonGrant"),
    ]
