"""The hand of Celery: each tick does what is due; what must happen stands in the database."""

from celery import shared_task

from config.clockwork import SWEEPERS, Sweepers

sweepers = Sweepers(SWEEPERS)


@shared_task
def tick():
    """Do everything that is due and that no other worker holds."""
    sweepers.sweep([])
