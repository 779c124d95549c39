"""The hands of the clock for signals and cases; what must happen stands in the database."""

from celery import shared_task

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
