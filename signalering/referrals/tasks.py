"""The hand of the clock for referrals; what must happen stands in the database."""

from celery import shared_task

from signalering.referrals.actions.extracts import destroy_ended


@shared_task
def extract_keys():
    """Destroy the keys of extracts whose time is over."""
    destroy_ended()
