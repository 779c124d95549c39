"""Celery is the hand that turns the clock; what must happen stands in the database."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")

app = Celery("signalering")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
