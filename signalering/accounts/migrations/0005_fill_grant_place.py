"""What people were given before is for the place they had then."""

from django.db import migrations

from signalering.accounts.fill_places import fill_places


class Migration(migrations.Migration):
    """Fill the place of rows whose person had one place when they were given."""

    dependencies = [("accounts", "0004_person_grant_place")]
    operations = [
        fill_places("accounts.AuditScopePersonGrant"),
    ]
