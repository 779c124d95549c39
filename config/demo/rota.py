"""A rota for WOT Oost, a week at a time; without telephone numbers, so the demo calls by mail alone."""

import uuid
from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from config.demo.accounts import everybody_there
from signalering.accounts.models import Shift, Team, User
from signalering.accounts.rota import add_shift

WEEK = timedelta(days=7)
ON_DUTY = (("wot-oost-1", Shift.Order.FIRST), ("wot-oost-2", Shift.Order.SECOND))


def make_rota():
    """See to it that somebody is on duty this week, unless people made a rota themselves."""
    team, now = Team.objects.get(name="WOT Oost"), timezone.now()
    if not everybody_there() or Shift.objects.filter(team=team, ends_at__gt=now).exists():
        return
    coordinator = User.objects.get(email="wot-oost-coordinator@example.org")
    for slug, order in ON_DUTY:
        person = User.objects.get(email=f"{slug}@example.org")
        times = {"starts_at": now, "ends_at": now + WEEK}
        try:
            add_shift(by=coordinator, form_key=uuid.uuid4(), team=team, person=person, order=order, **times)
        except (PermissionDenied, ValidationError):
            return  # people changed who works where: then it stays as they left it
