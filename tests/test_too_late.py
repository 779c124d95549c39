"""What is sent too late comes back with every word, and says why it was not kept."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework, triage
from signalering.cases.working_days import today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases import routing_tables as tables

pytestmark = pytest.mark.django_db


def text(reply):
    return reply.content.decode()


def test_a_signal_is_linked_when_ones_last_case_was_just_closed(as_person):
    worker, signal = people.wot_worker(), cases.signal()
    case, where = cases.case(by=worker), reverse("triage_link", args=[signal.shown_code])
    with reading_block(by=worker, purpose="debt"):
        casework.close_case(case, by=worker, outcome="advice")
    page = text(as_person(worker).post(where, {"case": case.code, "reason": "other", "words": "Zelfde portiek."}))
    assert "Je hebt nu geen open casussen om aan te koppelen." in page
    assert "Zelfde portiek." in page


def test_who_asks_about_a_signal_that_was_just_decided_reads_who_did(as_person):
    signal, colleague = cases.signal(), people.wot_worker()
    client, where = as_person(people.wot_worker()), reverse("triage_involved", args=[signal.shown_code])
    with reading_block(by=colleague, purpose="debt"):
        triage.close_with(signal, by=colleague, reason="advised")
    reply = client.post(where, {"purpose": "new_signal", "surname": "Zeemeeuw", "birth_date": "24-11-1980"})
    assert reply.status_code == 409
    for words in (f"{colleague.name} heeft dit net gewijzigd.", "Zeemeeuw", "24-11-1980"):
        assert words in text(reply)


def test_a_shift_that_a_colleague_just_took_off(as_person):
    first, second = people.coordinator(), people.coordinator()
    shift = people.shift(people.wot_worker(), by=first)
    where, form = reverse("shift_end", args=[shift.shown_code]), {"reason": "other", "words": "Valt van de trap."}
    for _ in range(2):
        assert as_person(first).post(where, form).status_code == 302, "the same words: harmless"
    reply = as_person(second).post(where, form | {"words": "Moet naar de tandarts."})
    assert reply.status_code == 409
    assert f"{first.name} heeft dit net gewijzigd." in text(reply)
    assert "Moet naar de tandarts." in text(reply)


@pytest.mark.parametrize("act", ["regel", "invoeren"])
def test_a_routing_table_that_a_colleague_just_put_in_force(as_person, act):
    admin, table = people.administrator(), tables.draft()
    tables.start(table, on=today() + timedelta(days=1))
    client, where = as_person(admin), f"/beheer/routering/{table.shown_code}/{act}/"
    team = str(people.Team.objects.get(name="WOT Zuid").pk)
    typed = {"theme": "loneliness", "team": team, "form_key": str(uuid.uuid4())}
    later = (today() + timedelta(days=9)).isoformat()
    reply = client.post(where, typed if act == "regel" else {"valid_from": later})
    assert "Deze tabel geldt al. Maak een kopie en wijzig die." in text(reply)
    assert ('value="loneliness" selected' if act == "regel" else later) in text(reply)


def test_a_routing_table_is_put_in_force_once_by_the_same_form(as_person):
    table, form = tables.draft(), {"valid_from": today().isoformat()}
    client, where = as_person(people.administrator()), f"/beheer/routering/{table.shown_code}/"
    client.post(f"{where}proberen/", {"last": "100"})
    for _ in range(2):
        assert client.post(f"{where}invoeren/", form)["Location"] == where
