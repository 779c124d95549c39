"""Who runs the system sees what waits and what was given up, and nothing about anybody."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from config.clockwork import TURNS
from signalering.audit.models import Event
from signalering.cases import notices
from signalering.clock.models import Lease
from signalering.clock.status import status
from tests.accounts import factories as people
from tests.clock.factories import notice, time_passes

pytestmark = pytest.mark.django_db


def line_of(name):
    return next(line for line in status(TURNS) if line.name == name)


def given_up(row):
    """A notice that could not be done three times."""
    lease = Lease(kind="notices", row=row.pk, tries=3, error="ValueError", stopped_at=timezone.now())
    lease.save()
    return lease


def page(client, **sent):
    reply = client.post(reverse("work_status"), sent) if sent else client.get(reverse("work_status"))
    return reply


def test_it_counts_what_waits_is_held_and_was_given_up():
    old, held, bad = (notice(due_at=timezone.now() - timedelta(hours=hours)) for hours in (3, 2, 5))
    given_up(bad)
    Lease(kind="notices", row=held.pk, until=timezone.now() + timedelta(seconds=9)).save()
    line = line_of("notices")
    assert (line.waiting, line.held, line.stopped) == (2, 1, 1)
    assert line.oldest == old.due_at, "what was given up is listed, and does not count as waiting"
    assert line.done_at is None
    notices.send_waiting()
    line = line_of("notices")
    assert (line.waiting, line.stopped) == (1, 1)
    assert line.done_at is not None


def test_one_button_has_it_tried_again_and_leaves_an_event(as_person):
    by, row = people.administrator(), notice()
    lease, client = given_up(row), as_person(by)
    shown = page(client).content.decode()
    assert "ValueError" in shown
    assert "3 keer geprobeerd" in shown
    assert lease.short in shown
    for word in (row.code, "K7PX-3QMD", row.to.name, row.to.email, str(row.pk)):
        assert word not in shown
    assert notices.send_waiting() == 0
    assert page(client, row=lease.pk).url == reverse("work_status")
    assert "De werker probeert het opnieuw." in page(client).content.decode()
    assert Event.objects.get(verb="try_again").actor == by
    assert Event.objects.get(verb="try_again").reason == "notices"
    assert notices.send_waiting() == 1
    page(client, row=lease.pk)
    assert Event.objects.filter(verb="try_again").count() == 1, "pressed twice is once"


def test_only_who_runs_the_system_sees_and_does_it(as_person):
    lease = given_up(notice())
    for person in (people.coordinator(), people.privacy_officer(), people.home_care()):
        client = as_person(person)
        assert page(client).status_code == 403
        assert page(client, row=lease.pk).status_code == 403
    assert Lease.objects.stopped().exists()


def test_what_is_held_or_a_whole_kind_cannot_be_taken_away(as_person):
    client, lease = as_person(people.administrator()), Lease(kind="notices", row=notice().pk, tries=1)
    lease.save()
    for wrong in (lease.pk, 0, "x", 999999):
        assert page(client, row=wrong).status_code in (200, 302)
    assert Lease.objects.filter(pk=lease.pk).exists()


def test_the_number_of_statements_does_not_grow(as_person, django_assert_num_queries):
    client = as_person(people.administrator())
    page(client)
    with django_assert_num_queries(statements := counted(client)):
        page(client)
    for _ in range(3):
        given_up(notice())
        notice()
    with django_assert_num_queries(statements):
        page(client)


def counted(client):
    with CaptureQueriesContext(connection) as queries:
        page(client)
    return len(queries)


def test_the_command_prints_the_same(capsys):
    given_up(notice())
    notice()
    call_command("work", status=True)
    lines = {line.split()[0]: line.split() for line in capsys.readouterr().out.splitlines()}
    assert set(lines) == {"werk", *(turn.name for turn in TURNS)}
    assert lines["notices"][1] == "1"
    assert lines["notices"][-2] == "1"
    time_passes()
