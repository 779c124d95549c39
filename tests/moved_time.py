"""The clock of the product in a test: moved, never waited for."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from signalering.cases.office_hours import works


class Clock:
    """What `timezone.now` says; it goes on by itself from wherever it is put. The database keeps its own time."""

    def __init__(self, monkeypatch):
        self.real, self.ahead = timezone.now, timedelta()
        monkeypatch.setattr(timezone, "now", lambda: self.real() + self.ahead)

    def put(self, moment):
        """It is this moment now."""
        self.ahead = moment - self.real()
        return moment

    def at(self, day, clock="10:00"):
        """It is this time on this day."""
        return self.put(timezone.make_aware(datetime.combine(day, time.fromisoformat(clock))))

    def go_on(self, **time_passed):
        """So much later."""
        self.ahead += timedelta(**time_passed)

    def to(self, clock):
        """The coming working day at this time, such as "23:00"."""
        day = timezone.localdate(self.real()) + timedelta(days=1)
        while not works(day):
            day += timedelta(days=1)
        return self.at(day, clock)
