"""Celery is the hand that turns the clock; what must happen stands in the database."""

import os

from celery import Celery
from celery.signals import celeryd_init
from django.core.exceptions import ImproperlyConfigured

from config.priority import give_way

if not os.environ.get("DJANGO_SETTINGS_MODULE"):  # else it works on the database of a try-out
    raise ImproperlyConfigured("Celery start niet: de omgevingsvariabele DJANGO_SETTINGS_MODULE ontbreekt.")

app = Celery("signalering")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@celeryd_init.connect
def behind_the_web(**details):
    """A worker of Celery gives way, before it loads the rest."""
    give_way()
