"""Text messages to who is on duty: a code and a link, once, also when the gateway refuses, breaks or says nothing."""

import json
import stat
import time

import pytest
from django.core import mail
from django.core.checks import run_checks

from config.management.commands.work import SWEEPERS, Sweepers
from signalering.accounts.models import Team
from signalering.audit.models import Look
from signalering.cases.actions import alerts, calls, triage
from signalering.cases.models import AlertCall
from signalering.clock.models import Lease
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.gateway import gateway
from tests.clock.factories import time_passes
from tests.two_processes import race

pytestmark = pytest.mark.django_db
FIRST, SECOND = "06-00000011", "06-00000012"


@pytest.fixture
def receiver(settings):
    with gateway(settings) as server:
        yield server


@pytest.fixture
def night(clock):
    """At eleven in the evening the two on duty were called."""
    first, second = people.wot_worker(name="Eerste"), people.wot_worker(name="Tweede")
    coordinator, writer = people.coordinator(), people.home_care()
    clock.to("23:00")
    people.shift(first, by=coordinator, phone=FIRST)
    people.shift(second, by=coordinator, order=2, phone=SECOND)
    clock.signal = cases.signal(by=writer, urgency="today")
    alerts.sweep()
    return clock


def second_is_called(clock):
    clock.go_on(minutes=10)
    alerts.sweep()


def numbers(server):
    return [asked["to"] for asked, _ in server.asked]


def test_the_gateway_gets_a_number_a_code_and_a_link_with_a_key(night, receiver, settings):
    assert calls.sweep() == 1
    assert calls.sweep() == 0
    (asked, headers), alert = receiver.asked[0], night.signal.alerts.get()
    assert asked["to"] == FIRST
    link = f"{settings.SITE_ADDRESS}/oproep/{alert.shown_code}/"
    assert asked["text"] == f"Oproep {alert.shown_code} van Signalering: {link}"
    assert headers["Idempotency-Key"] == asked["key"]
    assert headers["Authorization"] == "Bearer geheim"
    assert alert.calls.get().to.pk.hex not in asked["key"]
    look = Look.objects.get(label="shift")
    assert (look.system, look.fields) == ("alerts", ["phone"])


@pytest.mark.parametrize("answer", [500, 503, 429, 408, "silent", "cut"])
def test_a_gateway_that_is_not_well_is_tried_for_as_long_as_it_takes(night, receiver, answer):
    receiver.behaviour[FIRST] = answer
    for _ in range(4):
        assert calls.sweep() == 0
        lease = Lease.objects.rows().get()
        assert (lease.tries, lease.stopped_at) == (0, None)
        time_passes()
    assert len(receiver.asked) == 4


@pytest.mark.parametrize("answer", [400, 401, 403, 404, 302])
def test_a_gateway_that_refuses_for_ever_is_asked_three_times(night, receiver, answer, caplog, as_person):
    receiver.behaviour[FIRST] = answer
    for tries in (1, 2, 3):
        assert calls.sweep() == 0
        assert Lease.objects.rows().get().tries == tries
        time_passes()
    assert calls.sweep() == 0
    assert len(receiver.asked) == 3
    assert FIRST not in caplog.text
    lease = Lease.objects.rows().stopped().get()
    administrator = as_person(people.administrator())
    assert lease.short in administrator.get("/beheer/werk/").content.decode()
    receiver.behaviour.clear()
    administrator.post("/beheer/werk/", {"row": lease.pk})
    assert calls.sweep() == 1


@pytest.mark.parametrize("answer", [500, 403, 302])
def test_a_gateway_that_refuses_is_tried_later_and_gets_it_once(night, receiver, answer, caplog):
    receiver.behaviour[FIRST] = answer
    assert calls.sweep() == 0
    assert calls.sweep() == 0, "not at once again"
    assert len(receiver.asked) == 1
    assert FIRST not in caplog.text
    receiver.behaviour.clear()
    night.go_on(seconds=31)
    time_passes()
    assert calls.sweep() == 1
    night.go_on(minutes=5)
    assert calls.sweep() == 0
    assert len(receiver.taken) == 1


def test_a_gateway_that_took_it_before_we_knew_knows_it_by_its_key(night, receiver):
    calls.sweep()
    call = AlertCall.objects.get()
    call.change(by=alerts.ALARM, reason="claimed", sent_at=None)  # we broke down between the two
    calls.sweep()
    assert len(receiver.asked) == 2
    assert len(receiver.taken) == 1


@pytest.mark.django_db(transaction=True)
def test_a_gateway_that_hangs_holds_up_nobody_for_long(night, receiver):
    second_is_called(night)
    receiver.behaviour[FIRST] = "silent"
    begun = time.monotonic()
    Sweepers({name: SWEEPERS[name] for name in ("text_messages", "notices")}).sweep([])
    assert time.monotonic() - begun < 5
    assert len(mail.outbox) == 2, "mail goes on"
    assert numbers(receiver) == [FIRST, SECOND], "and so does the other message"


def test_there_is_no_message_any_more_when_somebody_took_it_on(night, receiver):
    receiver.behaviour[FIRST] = 500
    calls.sweep()
    alert = night.signal.alerts.get()
    alerts.acknowledge(alert, by=alert.calls.get().to)
    receiver.behaviour.clear()
    night.go_on(hours=1)
    assert calls.sweep() == 0


def test_there_is_no_message_any_more_when_another_team_has_it(night, receiver):
    co_team, worker = Team.objects.get(name="CO-team"), AlertCall.objects.get().to
    triage.reroute(night.signal, by=worker, team=co_team, reason="safety")
    alerts.sweep()
    assert calls.sweep() == 0
    assert receiver.asked == []


def test_it_is_not_tried_for_ever(night, receiver):
    receiver.behaviour[FIRST] = 500
    calls.sweep()
    night.go_on(hours=24)
    time_passes()
    assert calls.sweep() == 0, "this person is not on duty any more"
    assert len(receiver.asked) == 1


def test_nobody_listens_at_the_address(night, settings):
    settings.SMS_GATEWAY_URL = "http://127.0.0.1:9/"
    assert calls.sweep() == 0
    settings.SMS_GATEWAY_URL = "file:///etc/passwd"
    night.go_on(seconds=31)
    time_passes()
    assert calls.sweep() == 0
    assert AlertCall.objects.get().sent_at is None


def test_without_a_gateway_a_file_for_the_operator_stands_in(night, settings, tmp_path):
    settings.SMS_FILE = tmp_path / "var" / "sms.txt"
    assert calls.sweep() == 1
    AlertCall.objects.get().change(by=alerts.ALARM, reason="claimed", sent_at=None)
    assert calls.sweep() == 1
    second_is_called(night)
    assert calls.sweep() == 1
    lines = settings.SMS_FILE.read_text().splitlines()
    assert [json.loads(line)["to"] for line in lines] == [FIRST, SECOND]
    assert stat.S_IMODE(settings.SMS_FILE.stat().st_mode) == 0o600


def test_without_a_number_there_is_only_a_mail(clock, receiver):
    worker, coordinator, writer = people.wot_worker(), people.coordinator(), people.home_care()
    clock.to("23:00")
    people.shift(worker, by=coordinator, phone="")
    cases.signal(by=writer, urgency="today")
    alerts.sweep()
    assert AlertCall.objects.get().to == worker
    assert calls.sweep() == 0


def test_who_installs_hears_that_there_is_no_gateway(settings):
    def found():
        return {problem.id for problem in run_checks(tags=["security"], include_deployment_checks=True)}

    assert "signalering.I006" in found()
    settings.SMS_GATEWAY_URL = "http://sms.example/"
    assert "signalering.E006" in found()
    settings.SMS_GATEWAY_URL = "https://sms.example/"
    assert not {"signalering.I006", "signalering.E006"} & found()


@pytest.mark.django_db(transaction=True)
def test_two_sweepers_at_once_text_everybody_once(night, receiver):
    second_is_called(night)

    def turn(barrier):
        barrier.wait(timeout=30)
        return calls.sweep()

    assert sum(race(turn, turn)) == 2
    assert sorted(numbers(receiver)) == [FIRST, SECOND]
