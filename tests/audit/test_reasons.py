"""Whatever somebody sees on the way, the log knows why: on no page of the road is a look without a reason."""

import datetime
import uuid

import pytest
from django.urls import reverse

from signalering.accounts.access import find
from signalering.accounts.models import User
from signalering.audit.looks import UNEXPLAINED
from signalering.audit.models import Look
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.actions.reading import first_reading
from signalering.cases.models import Case, Signal
from signalering.crypto import reader
from signalering.referrals.actions import answering, sending
from signalering.referrals.models import Programme, Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.insert_only import lifted
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db


@pytest.fixture
def act(reading):
    """Do something with a record as a page does: find it, then act; the looks of the factories do not count."""

    def do(by, records, record, word, deed):
        with lifted():
            Look.objects.all().delete()
        by = User.objects.get(pk=by.pk)
        with reading(by):
            done = deed(find(records.objects.all(), by=by, code=record.code, to=word), by)
        assert reader.present() is None
        unexplained = Look.objects.filter(UNEXPLAINED)
        assert [(look.label, look.fields) for look in unexplained] == []
        return done

    return do


def new():
    return {"form_key": uuid.uuid4()}


def test_what_a_reporter_does(act):
    reporter, worker = people.home_care(), people.wot_worker()
    signal = cases.signal(by=reporter)
    act(
        reporter,
        Signal,
        signal,
        "own_text",
        lambda found, by: reporting.correct(found, by=by, version=found.version, observation="Anders.", **new()),
    )
    act(worker, Signal, signal, "triage", lambda found, by: triage.ask(found, by=by, words="Wanneer?", **new()))
    act(reporter, Signal, signal, "own_text", lambda found, by: reporting.answer(found, by=by, words="Nu.", **new()))
    act(reporter, Signal, signal, "own_text", lambda found, by: reporting.withdraw(found, by=by))


def test_what_triage_does(act):
    worker = people.wot_worker()
    first, second, third, fourth = (cases.signal() for _ in range(4))
    words = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}
    act(worker, Signal, first, "triage", lambda found, by: first_reading(found, by=by))
    act(worker, Signal, first, "triage", lambda found, by: triage.choose_area(found, by=by, area=cases.oost()))
    case = act(worker, Signal, first, "triage", lambda found, by: triage.open_case(found, by=by, **words))
    act(
        worker,
        Signal,
        second,
        "triage",
        lambda found, by: triage.join_case(found, by=by, case=case, reason="same_person"),
    )
    act(worker, Signal, third, "triage", lambda found, by: triage.close_with(found, by=by, reason="advised"))
    programme = Programme.objects.get(name="Ontruimingspreventie")
    chosen = {
        "programme": programme,
        "team": programme.receiving_team,
        "question": "Kunnen jullie helpen?",
        "fields_shared": ["name"],
    }
    act(
        worker,
        Signal,
        fourth,
        "triage",
        lambda found, by: sending.refer_signal(found, by=by, case=words, **chosen, **new()),
    )


def test_what_a_director_and_a_receiver_do(act):
    referral = referrals.draft(fields_shared=["name", "address", "phone", "birth_date", "observation", "safety_note"])
    case, director, partner = referral.case, referral.sender, people.partner()
    cases.consent(case)
    day = datetime.date(2026, 11, 24)
    act(director, Case, case, "change", lambda found, by: casework.write_note(found, by=by, words="Gebeld.", **new()))
    act(
        director,
        Case,
        case,
        "change",
        lambda found, by: casework.describe(found, by=by, version=found.version, summary="S.", safety_note="Hond."),
    )
    act(director, Referral, referral, "change", lambda found, by: sending.send(found, by=by))
    act(partner, Referral, referral, "answer", lambda found, by: answering.accept(found, by=by, first_contact_on=day))
    act(partner, Referral, referral, "act", lambda found, by: answering.start(found, by=by))
    act(partner, Referral, referral, "act", lambda found, by: answering.complete(found, by=by, outcome="goal_reached"))
    act(director, Case, case, "change", lambda found, by: casework.close_case(found, by=by, outcome="referred"))
    act(director, Case, case, "change", lambda found, by: casework.reopen_case(found, by=by, reason="relapse"))
    colleague = people.wot_worker()
    act(
        people.coordinator(),
        Case,
        case,
        "reassign",
        lambda found, by: casework.reassign(found, by=by, to=colleague, reason="moved"),
    )


def test_what_the_pages_show(as_person):
    referral = referrals.sent()
    case, signal = referral.case, referral.case.signals.get()
    cases.signal()
    with lifted():
        Look.objects.all().delete()
    seen = {
        case.director: [
            ("inbox", ()),
            ("signals", ()),
            ("my_cases", ()),
            ("referrals", ()),
            ("case", (case.shown_code,)),
            ("case_history", (case.shown_code,)),
            ("referral", (referral.shown_code,)),
            ("inbox_signal", (signal.shown_code,)),
        ],
        people.partner(): [("referrals", ()), ("referral", (referral.shown_code,))],
        people.coordinator(): [("inbox", ()), ("case", (case.shown_code,))],
        signal.writer: [("my_signals", ()), ("my_signal", (signal.shown_code,))],
    }
    for person, pages in seen.items():
        client = as_person(User.objects.get(pk=person.pk))
        for name, arguments in pages:
            assert client.get(reverse(name, args=arguments)).status_code == 200, name
    looks = Look.objects.all()
    assert {look.page for look in looks} >= {"inbox", "case", "referral", "my_signal"}
    assert [(look.page, look.label, look.fields) for look in looks.filter(UNEXPLAINED)] == []
