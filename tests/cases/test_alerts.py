"""What cannot wait is not left waiting: who is called after whom, who took it on, and when it is over."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from signalering.accounts.access import may
from signalering.accounts.actions import close_account
from signalering.accounts.grants import clear_ended
from signalering.accounts.models import Setting, Team
from signalering.audit.models import Event, Look
from signalering.cases import notices
from signalering.cases.actions import alerts, reporting, triage
from signalering.cases.models import Alert, AlertCall
from signalering.cases.office_hours import next_opening
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.at_night import oost, ready, signal_of, today, told
from tests.clock.factories import time_passes
from tests.two_processes import race

pytestmark = pytest.mark.django_db


def test_one_after_the_other_is_called_until_somebody_takes_it_on(team, night):
    signal = today()
    assert alerts.sweep() == 1
    assert told() == [("Eerste", "first")]
    assert alerts.sweep() == 0
    assert ready(night, minutes=9) == 0
    assert ready(night, minutes=1) == 1
    assert ready(night, minutes=10) == 1
    assert ready(night, minutes=10) == 1
    assert told() == [
        ("Eerste", "first"),
        ("Tweede", "second"),
        ("Coördinator", "coordinator"),
        ("Coördinator CO", "co_team"),
    ]
    assert ready(night, minutes=10) == 1
    assert [name for name, _ in told()[4:]] == ["Eerste", "Tweede", "Coördinator", "Coördinator CO"]
    alert = signal.alerts.get()
    assert alerts.acknowledge(alert, by=team["second"])
    assert ready(night, minutes=30) == 0
    assert len(told()) == 8


def test_the_repeats_end_and_the_office_hears_in_the_morning(team, night):
    Setting.objects.get(key="alert_repeats").change(by=people.BY, reason="other", value="2")
    signal = today()
    for _ in range(6):
        assert ready(night, minutes=10) == 1
    assert len(told()) == 4 + 2 * 4
    assert ready(night, minutes=10) == 1
    assert len(told()) == 12, "nobody is called any more this night"
    assert ready(night, minutes=60) == 0
    alert = signal.alerts.get()
    assert timezone.localtime(alert.next_at).strftime("%H:%M") == "08:30"
    night.put(alert.next_at + timedelta(seconds=1))
    assert alerts.sweep() == 1
    assert {name for name, _ in told()[12:]} == {"Eerste", "Tweede", "Postvak", "Coördinator"}
    for _ in range(3):
        assert ready(night, minutes=11) == 1
    assert [name for name, _ in told()[16:]] == ["Eerste", "Tweede", "Coördinator CO"], "nor does the day go by"
    for _ in range(3):
        assert ready(night, minutes=11) == 1
    alert.refresh_from_db()
    assert timezone.localtime(alert.next_at).strftime("%H:%M") == "17:00", "and the next night begins anew"
    assert alert.step == 0


def test_by_day_the_whole_desk_hears_at_once_and_the_rota_when_the_office_closes(team, clock, rota):
    clock.to("16:45")
    cases.alert(by=team["desk"], about=signal_of("Thuiszorg"))
    assert alerts.sweep() == 1
    assert {name for name, _ in told()} == {"Eerste", "Tweede", "Coördinator"}, "not who raised it"
    clock.to("16:53")
    assert ready(clock, minutes=1) == 0
    rota(team["first"], team["second"], by=team["coordinator"])
    clock.to("17:01")
    assert alerts.sweep() == 1
    assert told()[3:] == [("Eerste", "first")]


def test_a_threat_calls_at_once_also_when_the_desk_was_called_about_something_else(team, night, as_person):
    signal = today()
    ready(night, minutes=1)
    night.put(next_opening(timezone.now()))
    assert alerts.sweep() == 1
    before = len(told())
    assert ready(night, minutes=5) == 0
    alert = cases.alert(by=team["desk"], about=signal)
    assert alerts.sweep() == 1
    assert {name for name, _ in told()[before:]} == {"Eerste", "Tweede", "Coördinator"}
    page = as_person(team["desk"]).get(f"/oproep/{alert.shown_code}/").content.decode()
    assert "Er is een bedreigende situatie." in page
    assert "Ik pak dit op" in page


@pytest.mark.parametrize("hour", ["10:00", "23:00"])
@pytest.mark.parametrize(
    ("details", "cause"),
    [
        ({"urgency": "today"}, "today_at_night"),
        ({"consent_answer": "not_safe", "unsafe_reason": "violence_at_home"}, "not_safe_at_night"),
        ({"urgency": "this_week"}, None),
    ],
)
def test_what_comes_in_at_night_and_cannot_wait_raises_an_alert(clock, hour, details, cause):
    writer = people.home_care()
    clock.to(hour)
    signal = cases.signal(by=writer, **details)
    assert [alert.cause for alert in signal.alerts.all()] == ([cause] if cause and hour == "23:00" else [])


def test_what_comes_from_a_phone_at_night_raises_it_too_and_of_who_left_nothing(clock):
    writer = people.home_care()
    on = cases.phone(writer)
    apart = cases.quarantined
    clock.to("23:00")
    assert cases.arrival(writer, on=on, urgency="today").alerts.get().cause == "today_at_night"
    assert not apart(urgency="today").alerts.exists()


def test_without_a_rota_the_coordinators_are_called_at_once_and_the_page_says_so(team, clock, as_person):
    clock.to("23:00")
    today()
    alerts.sweep()
    assert told() == [("Coördinator", "coordinator")]
    alert = Alert.objects.get()
    page = as_person(team["coordinator"]).get(f"/oproep/{alert.shown_code}/").content.decode()
    assert "er is geen rooster" in page
    assert "er is geen rooster" in as_person(team["desk"]).get("/postvak/").content.decode()


def test_where_nobody_is_left_the_desk_is_called(clock):
    people.home_care(name="Thuiszorg")
    people.wot_worker(name="Alleen")
    clock.to("23:00")
    today()
    alerts.sweep()
    assert told() == [("Alleen", "desk")]


def test_who_left_is_not_waited_for(team, night):
    close_account(team["first"], by=people.BY)
    today()
    alerts.sweep()
    assert told() == [("Tweede", "second")]


def test_who_moved_to_another_team_and_has_a_shift_left_is_not_called(team, clock, as_person):
    people.shift(team["first"], by=team["coordinator"], hours=(-1, 24 * 7))
    people.moved(team["first"], "WOT Groenoord")
    clock.to("23:00")
    today()
    alerts.sweep()
    assert told() == [("Coördinator", "coordinator")]
    assert "er is geen rooster" in as_person(team["coordinator"]).get("/postvak/").content.decode()


def test_who_moved_to_a_team_that_shares_the_rota_opens_what_they_are_called_for(team, clock, as_person):
    Team.objects.get(name="WOT Zuid").change(by=people.BY, reason="other", shares_rota_of=oost())
    kim = people.moved(team["first"], "WOT Zuid")
    clock.to("23:00")
    people.shift(kim, by=team["coordinator"], team=oost())
    signal = today()
    alerts.sweep()
    assert told() == [("Eerste", "first")]
    client = as_person(kim)
    assert "Ik pak dit op" in client.get(f"/oproep/{signal.alerts.get().shown_code}/").content.decode()
    assert client.get(f"/signalen/{signal.shown_code}/").status_code == 200


def test_who_is_on_duty_twice_or_raised_it_is_not_called_twice(team, clock, rota):
    clock.to("23:00")
    rota(team["coordinator"], team["desk"], by=team["coordinator"])
    cases.alert(by=team["desk"], about=signal_of("Thuiszorg"))
    alerts.sweep()
    assert told() == [("Coördinator", "first")]
    ready(clock, minutes=10)
    assert told()[1:] == [("Coördinator CO", "co_team")]


def test_somebody_of_another_team_reads_the_signal_because_of_duty(team, clock, as_person, reading):
    other = team["outsider"]
    Team.objects.get(name="WOT Zuid").change(by=people.BY, reason="other", shares_rota_of=oost())
    clock.to("23:00")
    people.shift(other, by=team["coordinator"], team=oost())
    signal = today()
    assert not may(other, "view", signal)
    alerts.sweep()
    client = as_person(other)
    page = client.get(f"/signalen/{signal.shown_code}/").content.decode()
    assert "Je werd opgeroepen voor dit signaal." in page
    assert "Stapel ongeopende post." in page
    assert "Oppakken" in page
    look = Look.objects.filter(label="signal", actor=other).last()
    assert (look.origin_kind, look.purpose) == ("duty", "debt")
    assert "je had dienst" in client.get("/mijn-inzages/").content.decode().lower()
    with reading(team["desk"]):
        triage.close_with(signal, by=team["desk"], reason="advised")
    assert may(other, "view", signal), "a little longer"
    grants = signal.person_grants.filter(user=other)
    assert {grant.ends_at - timezone.now() > timedelta(hours=23) for grant in grants} == {True}
    grants.update(ends_at=clock.real() - timedelta(days=2))
    assert not may(other, "view", signal)
    assert clear_ended() >= 2


def test_the_mail_holds_a_code_and_a_link_and_no_word_of_the_signal(team, night):
    signal = today()
    alerts.sweep()
    notices.send_waiting()
    alert, message = signal.alerts.get(), mail.outbox[-1]
    assert message.to == [team["first"].email]
    assert message.subject == f"Bericht over oproep {alert.shown_code}"
    assert f"/oproep/{alert.shown_code}/" in message.body
    for word in ("huur", "3117", "9012", "Mw. A.", "post", signal.shown_code):
        assert word not in message.body


def test_the_page_of_an_alert_is_for_who_was_called(team, night, as_person):
    signal = today()
    alerts.sweep()
    alert = signal.alerts.get()
    address = f"/oproep/{alert.shown_code}/"
    for person in (team["second"], team["desk"], team["coordinator"], team["officer"], signal.writer):
        assert as_person(person).get(address).status_code == 404
        assert as_person(person).post(address + "oppakken/").status_code == 404
    page = as_person(team["first"]).get(address).content.decode()
    assert "Nog niemand pakt dit op." in page
    assert "Een signaal om vandaag te lezen." in page
    for sealed in ("Stapel ongeopende post.", "Mw. A.", "9012"):
        assert sealed not in page
    assert [look.fields for look in Look.objects.filter(page="alert")] == [[]]


def test_the_second_one_reads_who_was_first(team, night, as_person):
    signal = today()
    alerts.sweep()
    ready(night, minutes=10)
    address = f"/oproep/{signal.alerts.get().shown_code}/"
    clients = {name: as_person(team[name]) for name in ("first", "second")}
    reply = clients["second"].post(address + "oppakken/")
    assert reply.url == f"/signalen/{signal.shown_code}/"
    assert clients["second"].post(address + "oppakken/").url == reply.url, "pressed twice"
    reply = clients["first"].post(address + "oppakken/", follow=True)
    page = reply.content.decode()
    assert "Tweede pakt dit op." in page
    assert "Ik pak dit op" not in page
    alert = signal.alerts.get()
    assert alert.acknowledged_by == team["second"]
    assert Event.objects.filter(verb="acknowledge_alert").count() == 1


def test_the_inbox_of_the_team_shows_open_alerts_and_nothing_sealed(team, night, as_person):
    signal = today()
    alerts.sweep()
    alert = signal.alerts.get()
    page = as_person(team["desk"]).get("/postvak/").content.decode()
    for words in (alert.shown_code, "Nog niemand pakt dit op", "Eerste (eerste dienst)", "Nu dienst:"):
        assert words in page
    assert f"/oproep/{alert.shown_code}/" not in page, "who was not called gets no link"
    assert "bedreig" not in page.lower()
    assert f"/oproep/{alert.shown_code}/" in as_person(team["first"]).get("/postvak/").content.decode()
    assert alert.shown_code not in as_person(team["outsider"]).get("/postvak/").content.decode()
    alerts.acknowledge(alert, by=team["first"])
    assert "Eerste pakt dit op" in as_person(team["coordinator"]).get("/postvak/").content.decode()


@pytest.mark.parametrize("decide", ["pick_up", "close", "withdraw"])
def test_an_alert_is_over_when_the_signal_is_decided(team, night, decide, reading):
    signal = today()
    alerts.sweep()
    with reading(team["desk"]):
        if decide == "pick_up":
            cases_words = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}
            triage.open_case(signal, by=team["desk"], **cases_words)
        elif decide == "close":
            triage.close_with(signal, by=team["desk"], reason="advised")
        else:
            reporting.withdraw(signal, by=signal.writer)
    alert = signal.alerts.get()
    assert alert.ended_because == ("withdrawn" if decide == "withdraw" else "triaged")
    assert ready(night, hours=1) == 0


def test_another_team_is_called_from_the_start(team, night):
    signal = today()
    alerts.sweep()
    alerts.acknowledge(signal.alerts.get(), by=team["first"])
    triage.reroute(signal, by=team["first"], team=Team.objects.get(name="CO-team"), reason="safety")
    assert alerts.sweep() == 1
    assert told()[1:] == [("Coördinator CO", "coordinator")]
    assert not may(team["first"], "view", signal)


def test_after_the_move_nobody_of_the_old_team_takes_it_on(team, night, as_person):
    alert = cases.alert(by=team["desk"], about=signal_of("Thuiszorg"))
    alerts.sweep()
    triage.reroute(alert.signal, by=team["desk"], team=Team.objects.get(name="CO-team"), reason="safety")
    for name in ("first", "desk"):
        assert as_person(team[name]).post(f"/oproep/{alert.shown_code}/oppakken/").status_code == 404
    assert alerts.sweep() == 1
    assert told()[1:] == [("Coördinator CO", "coordinator")]
    notices.send_waiting()
    calls = [message.to for message in mail.outbox if alert.shown_code in message.subject]
    assert calls == [[team["co_team"].email]], "who was called before and has no mail yet gets none"


def test_one_alert_that_goes_wrong_holds_up_no_other(team, night, caplog):
    first, second = today(), today()
    alert = first.alerts.get()
    with pytest.MonkeyPatch.context() as patch:
        real = alerts.call

        def break_one(alert_, hearer):
            if alert_.pk == alert.pk:
                raise ValueError("Mw. A.")
            return real(alert_, hearer)

        patch.setattr(alerts, "call", break_one)
        assert alerts.sweep() == 1
    assert [call.alert.signal for call in AlertCall.objects.all()] == [second]
    assert "Mw. A." not in caplog.text
    time_passes()
    assert alerts.sweep() == 1, "nothing of the failed one was kept, so it is tried again"


@pytest.mark.django_db(transaction=True)
def test_two_sweepers_at_once_call_everybody_once():
    worker = people.wot_worker()
    for _ in range(3):
        cases.alert(by=worker)
    people.coordinator()

    def turn(barrier):
        barrier.wait(timeout=30)
        return alerts.sweep()

    assert sum(race(turn, turn)) == 3
    assert AlertCall.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_on_at_once_one_is_first():
    worker = people.wot_worker()
    alert = cases.alert(by=worker)
    other = people.coordinator()
    alerts.let_respond(alert, other, other.memberships_now[0], by=alerts.ALARM, reason="called")

    def take(person):
        def deed(barrier):
            by, mine = type(person).objects.get(pk=person.pk), Alert.objects.get(pk=alert.pk)
            barrier.wait(timeout=30)
            return alerts.acknowledge(mine, by=by)

        return deed

    assert sorted(race(take(worker), take(other))) == [False, True]
