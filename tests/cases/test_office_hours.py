"""When the office is open, on working days and no others."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from signalering.accounts.models import Setting
from signalering.cases.office_hours import in_office_hours, next_closing, next_opening
from tests.accounts import factories as people

pytestmark = pytest.mark.django_db


def test_the_office_is_open_on_working_days_between_the_configured_hours(clock):
    clock.to("08:29")
    assert not in_office_hours()
    clock.to("08:30")
    assert in_office_hours()
    clock.to("16:59")
    assert in_office_hours()
    clock.to("17:00")
    assert not in_office_hours()
    Setting.objects.get(key="office_closes").change(by=people.BY, reason="other", value="18:00")
    assert in_office_hours()
    sunday, king = datetime(2027, 4, 25, 12), datetime(2027, 4, 27, 12)
    assert not in_office_hours(timezone.make_aware(sunday))
    assert not in_office_hours(timezone.make_aware(king)), "a day on which nobody works"
    assert in_office_hours(timezone.make_aware(king + timedelta(days=1)))
    assert next_opening(timezone.make_aware(king)) == timezone.make_aware(datetime(2027, 4, 28, 8, 30))
    assert next_closing(timezone.make_aware(king)) == timezone.make_aware(datetime(2027, 4, 28, 18))


def test_beyond_the_table_of_free_days_the_night_still_ends():
    assert next_opening(timezone.make_aware(datetime(2049, 1, 1, 12))).date().isoformat() == "2049-01-04"
