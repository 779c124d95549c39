"""What people were given before is for the place they had then."""

from django.db import migrations

from signalering.accounts.fill_places import fill_places


class Migration(migrations.Migration):
    """Fill the place of rows whose person had one place when they were given."""

    dependencies = [("cases", "0003_person_grant_place")]
    operations = [
        fill_places("cases.CasePersonGrant", "cases.ReporterIdentityPersonGrant", "cases.SignalPersonGrant"),
    ]
