"""A worker may fill a gap in the table of postcodes."""

from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly

SOURCE = models.CharField(choices=[("table", "tabel"), ("worker", "medewerker")], max_length=8)


class Migration(migrations.Migration):
    """Add the worker to who says in which area a postcode lies."""

    dependencies = [("accounts", "0015_team_facts_insert_only")]
    operations = [
        StillInsertOnly("HistoricalPostcodeArea"),
        migrations.AlterField("historicalpostcodearea", "source", SOURCE),
        migrations.AlterField("postcodearea", "source", SOURCE.clone()),
        StillInsertOnly("HistoricalPostcodeArea"),
    ]
