"""History of shops, invitations and who manages them can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("accounts", "0010_phones_of_shops")]
    operations = [
        InsertOnly("HistoricalShop"),
        InsertOnly("HistoricalInvitation"),
        InsertOnly("HistoricalShopPersonGrant"),
        InsertOnly("HistoricalShopTeamGrant"),
    ]
