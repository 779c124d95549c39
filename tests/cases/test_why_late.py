"""Why something was late: asked when a case closes, and on the page of the signal or the referral itself."""

import uuid
from datetime import date, timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.formats import date_format

from signalering.audit.models import Look
from signalering.cases import deadlines
from signalering.cases.actions import casework, lateness
from signalering.cases.models import Case, Deadline, Note, Signal
from signalering.cases.working_days import add_working_days, today
from signalering.referrals.actions import expiring
from signalering.referrals.models import Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db
WHY = "Er was iets te laat. Kies waarom."


@pytest.fixture
def director():
    return people.wot_worker()


@pytest.fixture
def case(director):
    return cases.case(by=director)


def after(clock, slug, record, days=1):
    """It is so many days after the last day of this term; who signs in now does so anew."""
    due = deadlines.of_slug(slug, record).due_on
    clock.go_on(days=(due - today()).days + days)


def key(slug, record):
    """What a form says of the clock of a term on a record, of several the last."""
    return str(deadlines.of_slug(slug, record).pk)


def reasons(record):
    """Why each late clock of a record was late, in words of the list."""
    late = deadlines.late(record)
    return {clock.rule.slug: clock.late_reason for clock in late}


def at(case, act="sluiten/"):
    return f"/casussen/{case.shown_code}/{act}"


def text(reply):
    return reply.content.decode()


# --- a case that ends


def test_a_case_in_time_closes_without_another_question(case, director, as_person, clock):
    after(clock, "DL7", case, days=0)
    desk = as_person(director)
    assert {"late", "late_words"}.isdisjoint(desk.get(at(case)).context["form"].fields)
    assert desk.post(at(case), {"reason": "advice"}).status_code == 302
    assert Case.objects.get().status == "closed"


def test_a_case_with_something_late_asks_why_before_it_closes(case, director, as_person, clock):
    after(clock, "DL7", case)
    desk = as_person(director)
    page = text(desk.get(at(case)))
    assert "Te laat: Terugbellen door het WOT. Waarom?" in page
    reply = desk.post(at(case), {"reason": "advice"})
    assert reply.context["form"].errors == {"late": ["Kies een reden."]}
    reply = desk.post(at(case), {"reason": "advice", "late": "other", "words": ""})
    assert reply.context["form"].errors == {"late_words": ["Schrijf kort op wat de reden is."]}
    assert Case.objects.get().status == "open"
    form = {"reason": "advice", "late": "other", "late_words": "De brief kwam terug."}
    assert desk.post(at(case), form).status_code == 302
    assert Case.objects.get().status == "closed"
    assert reasons(case) == {"DL7": "other"}
    assert "De brief kwam terug." in text(desk.get(at(case, "")))
    assert "Waarom te laat?" not in text(desk.get(at(case, "")))


def test_words_beside_another_reason_are_refused_and_stay_in_the_form(case, director, as_person, clock):
    after(clock, "DL7", case)
    form = {"reason": "advice", "late": "capacity", "late_words": "Mw. A. was er niet."}
    html = as_person(director).post(at(case), form).content.decode()
    assert "Kies Anders, of maak dit vak leeg." in html
    assert "Mw. A. was er niet." in html
    assert reasons(case) == {"DL7": ""}
    assert not Note.objects.exists()


def test_what_was_said_before_is_not_asked_again(case, director, as_person, clock):
    after(clock, "DL7", case)
    desk = as_person(director)
    said = {"term": key("DL7", case), "reason": "capacity", "form_key": str(uuid.uuid4())}
    assert desk.post(at(case, "te-laat/"), said).status_code == 302
    assert desk.post(at(case), {"reason": "advice"}).status_code == 302


def test_no_other_way_closes_it_without_a_reason(case, director, reading, clock):
    after(clock, "DL7", case)
    with reading(director), pytest.raises(ValidationError, match=WHY):
        casework.close_case(case, by=director, outcome="advice")
    assert deadlines.of_slug("DL7", case).runs


def test_two_clocks_of_one_threat_are_each_explained(case, director, reading, as_person, clock):
    with reading(director):
        casework.set_threat(case, by=director, threat_kind="eviction", threat_date=None)
        after(clock, "DL2", case)
        attempt = {"channel": "phone", "reached": True, "day_part": "morning", "form_key": uuid.uuid4()}
        casework.record_attempt(case, by=director, at=Deadline.objects.latest("id").created_at, **attempt)
    first = deadlines.of_slug("DL2", case)
    assert not first.is_late, "spoken with in time, and only written down later"
    with reading(director):
        casework.set_threat(case, by=director, threat_kind="water_cut_off", threat_date=None)
    after(clock, "DL2", case)
    form = {"term": key("DL2", case), "reason": "our_mistake", "form_key": str(uuid.uuid4())}
    assert as_person(director).post(at(case, "te-laat/"), form).status_code == 302
    assert [clock.late_reason for clock in deadlines.all_of(case) if clock.rule.slug == "DL2"] == ["", "our_mistake"]


@pytest.fixture
def late_twice(case, director, reading, clock):
    """A case that was too late for one threat, and later for another: both its clocks, first the first."""
    for kind in ("eviction", "water_cut_off"):
        with reading(director):
            casework.set_threat(case, by=director, threat_kind=kind, threat_date=None)
        after(clock, "DL2", case)
        with reading(director):
            spoken = {"channel": "phone", "reached": True, "day_part": "morning", "form_key": uuid.uuid4()}
            casework.record_attempt(case, by=director, at=timezone.now(), **spoken)
    return [late for late in deadlines.late(case) if late.rule.slug == "DL2"]


def why(late):
    return [Deadline.objects.get(pk=one.pk).late_reason for one in late]


def test_two_late_clocks_of_one_kind_are_told_apart_and_each_gets_its_own_reason(late_twice, case, director, as_person):
    first, second = late_twice
    desk = as_person(director)
    page = text(desk.get(at(case, "te-laat/")))
    for one in late_twice:
        words = f"{one.rule.label} (uiterlijk {date_format(one.due_on, 'j F Y')})"
        assert words in page
        assert words in text(desk.get(at(case, "sluiten/")))
        assert words in text(desk.get(at(case, "")))
    assert "Terugbellen door het WOT (" not in page, "what is late once needs no day"
    form = {"reason": "capacity", "form_key": str(uuid.uuid4())}
    for _ in range(2):
        assert desk.post(at(case, "te-laat/"), form | {"term": second.pk}).status_code == 302
    assert why(late_twice) == ["", "capacity"], "the same form twice says nothing of the other"
    assert desk.post(at(case, "te-laat/"), form | {"term": first.pk, "reason": "our_mistake"}).status_code == 302
    assert why(late_twice) == ["our_mistake", "capacity"]


def test_the_term_of_another_case_cannot_be_chosen(late_twice, case, director, as_person, clock):
    other = cases.case(by=director)
    after(clock, "DL7", other)
    for term in (key("DL7", other), "DL2", "x", ""):
        form = {"term": term, "reason": "capacity", "form_key": str(uuid.uuid4())}
        reply = as_person(director).post(at(case, "te-laat/"), form)
        assert reply.context["form"].errors == {"term": ["Kies een termijn."]}
    assert reasons(other)["DL7"] == ""
    assert why(late_twice) == ["", ""]


def test_the_terms_of_a_meldcode_are_explained_on_the_same_page(case, director, as_person, clock):
    one = cases.meldcode(case)
    deadlines.begin("DL14", one, by=director, team=case.team)
    after(clock, "DL14", one)
    desk = as_person(director)
    assert "navragen of er besloten is" in text(desk.get(at(case, "te-laat/")))
    for term in (key("DL14", one), key("DL7", case)):
        said = {"term": term, "reason": "capacity", "form_key": str(uuid.uuid4())}
        assert desk.post(at(case, "te-laat/"), said).status_code == 302
    assert "Waarom te laat?" not in text(desk.get(at(case, "")))


# --- a signal


def late_signal(clock, slug="DL23"):
    signal = cases.signal()
    after(clock, slug, signal)
    return signal


def test_a_signal_in_time_asks_nothing(director, as_person, clock):
    signal, desk = cases.signal(), as_person(director)
    address = f"/signalen/{signal.shown_code}/"
    few = statements(desk, address)
    few = statements(desk, address)
    assert "Waarom te laat?" not in text(desk.get(address))
    assert desk.get(address + "te-laat/").status_code == 302
    after(clock, "DL13", signal)
    desk = as_person(director)
    assert len(statements(desk, address)) == len(few) <= 16


def test_a_late_signal_asks_on_its_page_and_stops_asking(director, as_person, clock):
    signal = late_signal(clock)
    desk, address = as_person(director), f"/signalen/{signal.shown_code}/"
    assert f'href="{address}te-laat/"' in text(desk.get(address))
    assert "Eerste keer gelezen door het team" in text(desk.get(address + "te-laat/"))
    term = key("DL23", signal)
    wrong = desk.post(address + "te-laat/", {"term": term, "reason": "other"})
    assert "Schrijf kort op wat de reden is." in text(wrong)
    form = {"term": term, "reason": "other", "words": "Drie collega's ziek."}
    versions = set()
    for _ in range(2):
        assert desk.post(address + "te-laat/", form).status_code == 302
        versions.add(Signal.objects.get().version)
    assert len(versions) == 1, "the same form twice is one deed"
    assert reasons(signal) == {"DL23": "other"}
    page = text(desk.get(address))
    assert "Hier was iets te laat." not in page
    assert "Drie collega&#x27;s ziek." in page
    assert "late_words" in Look.objects.filter(label="signal", actor=director).latest("pk").fields
    writer = as_person(signal.writer).get(f"/mijn-signalen/{signal.shown_code}/")
    assert "ziek" not in text(writer)


def test_a_decision_asks_nothing_and_the_question_stays(director, as_person, clock):
    signal = late_signal(clock, "DL13")
    desk, address = as_person(director), f"/signalen/{signal.shown_code}/"
    assert desk.post(address + "afronden/", {"reason": "advised"}).status_code == 302
    assert "Hier was iets te laat." in text(desk.get(address))
    for slug in ("DL13", "DL23"):
        assert desk.post(address + "te-laat/", {"term": key(slug, signal), "reason": "capacity"}).status_code == 302
    assert "Hier was iets te laat." not in text(desk.get(address))


def test_only_the_desk_says_why_a_signal_was_late(director, reading, clock):
    stranger = people.wot_worker("WOT Zuid")
    signal = late_signal(clock)
    running = partial(deadlines.of_slug, record=signal)
    for person in (stranger, signal.writer):
        with pytest.raises(PermissionDenied):
            lateness.say_why_late(signal, by=person, word="triage", term=running("DL23"), reason="capacity")
    with pytest.raises(ValidationError, match="Deze termijn is niet te laat"):
        lateness.say_why_late(signal, by=director, word="triage", term=running("DL13"), reason="capacity")


# --- a referral


def test_who_took_it_on_says_why_the_help_started_late(as_person, clock):
    receiver = people.partner()
    referral = referrals.accepted(by=receiver)
    after(clock, "DL11", referral)
    client, address = as_person(receiver), f"/verwijzingen/{referral.shown_code}/"
    assert f'href="{address}te-laat/"' in text(client.get(address))
    assert "Verwezen hulp is gestart" in text(client.get(address + "te-laat/"))
    form = {"term": key("DL11", referral), "reason": "other", "words": "De groep was vol."}
    for _ in range(2):
        assert client.post(address + "te-laat/", form).status_code == 302
    assert reasons(referral) == {"DL11": "other"}
    page = text(client.get(address))
    assert "Hier was iets te laat." not in page
    assert "De groep was vol." in page
    sender = as_person(referral.case.director)
    assert "De groep was vol." in text(sender.get(address))
    assert sender.get(address + "te-laat/").status_code == 403


def test_a_desk_that_never_answered_says_why_and_still_sees_no_person(as_person, clock):
    receiver = people.partner()
    referral = referrals.sent()
    after(clock, "DL10", referral)
    expiring.KIND.sweep()
    client, address = as_person(receiver), f"/verwijzingen/{referral.shown_code}/"
    assert f'href="{address}te-laat/"' in text(client.get(address))
    assert "Mw. A." not in text(client.get(address + "te-laat/"))
    assert client.post(address + "te-laat/", {"term": key("DL10", referral), "reason": "capacity"}).status_code == 302
    assert "Hier was iets te laat." not in text(client.get(address))
    assert reasons(Referral.objects.get()) == {"DL10": "capacity"}
    assert as_person(people.partner(team="DOCK jongerenwerk")).get(address + "te-laat/").status_code == 404


def test_an_answer_in_time_asks_nothing(as_person, clock):
    receiver = people.partner()
    referral = referrals.accepted(by=receiver)
    after(clock, "DL11", referral, days=0)
    client, address = as_person(receiver), f"/verwijzingen/{referral.shown_code}/"
    assert "Hier was iets te laat." not in text(client.get(address))
    assert client.get(address + "te-laat/").status_code == 302


# --- the days


@pytest.mark.parametrize(("hour", "late"), [("23:59", False), ("00:01", True)])
def test_a_day_is_over_at_midnight_in_schiedam(case, clock, hour, late):
    due = deadlines.of_slug("DL7", case).due_on
    clock.at(due + timedelta(days=late), hour)
    assert deadlines.of_slug("DL7", case).is_late is late
    assert bool(Deadline.objects.unexplained(today()).filter(about_id=case.pk, rule__slug="DL7")) is late


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2027, 3, 22), date(2027, 3, 31)),  # Good Friday and Easter Monday lie between
        (date(2027, 4, 23), date(2027, 5, 3)),  # King's Day
        (date(2026, 12, 24), date(2027, 1, 4)),  # Christmas, and New Year
        (date(2027, 6, 4), date(2027, 6, 11)),
    ],
)
def test_the_call_back_steps_over_holidays(received, due, clock):
    writer = people.home_care()
    clock.at(received, "10:00")
    signal = cases.signal(by=writer)
    assert deadlines.begin("DL7", signal, by=writer, on=received).due_on == due == add_working_days(received, 5)
