"""Configured values: rows with a source, read when they are needed."""

from datetime import timedelta

from django.db.models import Subquery

from signalering.accounts.models import Setting


def setting(key):
    """The configured value, as text."""
    return Setting.objects.values_list("value", flat=True).get(key=key)


def along(key):
    """The configured value, as text, for a question that is asked anyway."""
    return Subquery(Setting.objects.filter(key=key).values("value"))


def days(key):
    """A configured number of days."""
    return timedelta(days=int(setting(key)))


def hours(key):
    """A configured number of hours."""
    return timedelta(hours=int(setting(key)))


def minutes(key):
    """A configured number of minutes."""
    return timedelta(minutes=int(setting(key)))


def texts(*keys):
    """Several configured values by key, in one question."""
    return dict(Setting.objects.filter(key__in=keys).values_list("key", "value"))


def numbers(*keys):
    """Several configured numbers by key, in one question."""
    return {key: int(value) for key, value in texts(*keys).items()}
