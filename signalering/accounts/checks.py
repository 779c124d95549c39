"""What must hold before the project may serve people."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Error
from django.db import DatabaseError, connection


def demo_accounts_left(app_configs=None, **kwargs):
    """An error when somebody could sign in with a demo account while the demo is off."""
    if settings.DEMO or not demo_account_open():
        return []
    return [
        Error(
            "Er staat nog een demo-account open terwijl DEMO uit staat.",
            hint="Sluit elk demo-account met: manage.py account close <e-mailadres>. "
            "Beter is een nieuwe database: deze bevat verzonnen signalen.",
            id="signalering.E001",
        )
    ]


def demo_account_open():
    """Whether a demo account is open; without a database or its tables there is none."""
    people = get_user_model()
    try:
        if people._meta.db_table not in connection.introspection.table_names():
            return False
        return people.objects.filter(is_demo=True, is_active=True).exists()
    except DatabaseError:
        return False
