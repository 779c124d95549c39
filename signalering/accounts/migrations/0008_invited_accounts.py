"""Accounts that act through an invitation and never get a password."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Mark such accounts, and let the database refuse a password for them."""

    dependencies = [
        ("accounts", "0007_phones_insert_only"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="invited",
            field=models.BooleanField(
                default=False, help_text="Acts through an invitation only: nobody signs in with it."
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("invited", False), ("password__startswith", "!"), _connector="OR"),
                name="invited_account_has_no_password",
            ),
        ),
    ]
