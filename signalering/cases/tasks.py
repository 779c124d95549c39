"""The hands of the clock for signals and cases; what must happen stands in the database."""

from celery import shared_task

from signalering.accounts.grants import clear_ended
from signalering.accounts.phone_keys import destroy_past
from signalering.cases.actions.bursts import watch
from signalering.cases.actions.concepts import destroy_ended
from signalering.cases.actions.feedback import chase_overdue
from signalering.cases.notices import send_waiting


@shared_task
def notices():
    """Send the notices that are due."""
    send_waiting()


@shared_task
def overdue_feedback():
    """Remind teams of reporters who wait too long for word."""
    chase_overdue()


@shared_task
def concepts():
    """Destroy the keys of concepts whose days are over."""
    destroy_ended()


@shared_task
def phone_keys():
    """Destroy the keys to which nothing sealed in time can still arrive."""
    destroy_past()


@shared_task
def ended_grants():
    """Clear away what ended long ago, so that lists stay fast."""
    clear_ended()


@shared_task
def bursts():
    """Tell desks of many signals from shops over one address."""
    watch()
