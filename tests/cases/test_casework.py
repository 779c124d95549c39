"""What a director does on a case, what is refused, and what happens when two people do it."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts.access import may
from signalering.audit.models import Event
from signalering.audit.reading import reading
from signalering.cases.models import Case, CaseResident, Consent, ContactAttempt, Deadline, Note
from signalering.cases.working_days import add_months, add_working_days, today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.moving_time import began
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db

ACTS = ["notitie", "contact", "toestemming", "gegevens", "inwoner", "bedreiging", "sluiten", "heropenen"]


@pytest.fixture
def director():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, director):
    return as_person(director)


@pytest.fixture
def case(director):
    return cases.case(by=director)


def at(case, act=""):
    """The address of a case, or of an act on it."""
    return f"/casussen/{case.shown_code}/{act}"


def text(reply):
    return reply.content.decode()


def key():
    return str(uuid.uuid4())


def resident_of(case):
    return CaseResident.objects.select_related("resident").get(case=case).resident


def test_a_note_is_written_once_however_often_it_is_sent(desk, case):
    form = {"words": "Gebeld met de verhuurder.", "form_key": key()}
    for _ in range(2):
        assert desk.post(at(case, "notitie/"), form)["Location"] == at(case)
    assert Note.objects.count() == 1
    page = text(desk.get(at(case)))
    assert "De notitie is bewaard." in page
    assert "Gebeld met de verhuurder." in page


def test_a_real_attempt_ends_the_promise_to_call_back(desk, case):
    moment = timezone.localtime()
    form = {"channel": "phone", "reached": "no", "at": f"{moment:%Y-%m-%dT%H:%M}", "form_key": key()}
    assert desk.post(at(case, "contact/"), form).status_code == 302
    attempt = ContactAttempt.objects.get()
    assert attempt.at == moment.replace(second=0, microsecond=0)
    assert attempt.reached is False
    assert Deadline.objects.get(about_id=case.pk, rule__slug="DL7").ended_at is not None
    assert "Telefoon – niet bereikt" in text(desk.get(at(case)))


@pytest.mark.parametrize(("hour", "part"), [(11, "morning"), (12, "afternoon"), (17, "afternoon"), (18, "evening")])
def test_the_part_of_the_day_follows_from_the_time(desk, case, hour, part):
    began(case, timezone.now() - timedelta(days=2))
    moment = (timezone.localtime() - timedelta(days=1)).replace(hour=hour, minute=30)
    form = {"channel": "home_visit", "reached": "yes", "at": f"{moment:%Y-%m-%dT%H:%M}", "form_key": key()}
    desk.post(at(case, "contact/"), form)
    assert ContactAttempt.objects.get().day_part == part


def test_consent_is_recorded_and_taken_back(desk, case):
    form = {
        "scope": "referral",
        "age_band": "67+",
        "given_by": "resident",
        "given_at": today().isoformat(),
        "words": "Aan tafel.",
        "form_key": key(),
    }
    assert desk.post(at(case, "toestemming/"), form).status_code == 302
    consent = Consent.objects.get()
    page = text(desk.get(at(case)))
    assert "Toestemming: delen bij een verwijzing" in page
    assert "Bespreek toestemming" not in page
    back = at(case, f"toestemming/{consent.pk}/intrekken/")
    assert "Trekt de inwoner de toestemming in?" in text(desk.get(back))
    for _ in range(2):
        assert desk.post(back)["Location"] == at(case)
    consent.refresh_from_db()
    assert consent.withdrawn_at == today()
    assert Event.objects.filter(verb="withdraw_consent").count() == 1
    page = text(desk.get(at(case)))
    assert "Ingetrokken op" in page
    assert "Bespreek toestemming" in page


def test_a_consent_of_another_case_is_not_there(desk, case, director):
    other = cases.consent(cases.case())
    for pk in (other.pk, uuid.uuid4()):
        assert desk.post(at(case, f"toestemming/{pk}/intrekken/")).status_code == 404
    other.refresh_from_db()
    assert other.withdrawn_at is None


def test_what_the_case_is_about_stands_on_top(desk, case):
    form = {
        "summary": "Huur en post.",
        "safety_note": "Hond in huis.",
        "minor_children": "yes",
        "version": case.version,
    }
    assert desk.post(at(case, "gegevens/"), form).status_code == 302
    page = text(desk.get(at(case)))
    assert "Huur en post." in page
    assert "Hond in huis." in page
    assert "Hond in huis." in text(desk.get(at(case, "gegevens/")))


def test_the_second_of_two_keeps_what_was_typed(as_person, desk, case, director):
    version = case.version
    desk.post(at(case, "gegevens/"), {"summary": "Eerst.", "version": version})
    reply = desk.post(at(case, "gegevens/"), {"summary": "Daarna, in mijn eigen woorden.", "version": version})
    assert reply.status_code == 409
    assert "Daarna, in mijn eigen woorden." in text(reply)
    with reading(by=director, purpose="debt"):
        assert Case.objects.get(pk=case.pk).summary == "Eerst."


def test_the_resident_is_mended(desk, case, director):
    form = {
        "name": "Mw. B.",
        "surname": "Bakker",
        "birth_date": "1-2-1950",
        "age_band": "67+",
        "postcode": "3117 bx",
        "house_number": "9014",
        "phone": "06 00000000",
        "email": "b@example.org",
        "language": "Nederlands",
        "contact_wish": "Na tienen.",
        "version": resident_of(case).version,
    }
    assert desk.post(at(case, "inwoner/"), form).status_code == 302
    with reading(by=director, purpose="debt"):
        resident = resident_of(case)
        assert (resident.name, resident.birth_date, resident.postcode) == ("Mw. B.", "1950-02-01", "3117BX")
        assert resident.person_index
    page = text(desk.get(at(case)))
    for words in ("Mw. B.", "01-02-1950", "3117 BX 9014", "06 00000000", "Na tienen."):
        assert words in page
    assert 'value="01-02-1950"' in text(desk.get(at(case, "inwoner/")))
    assert desk.post(at(case, "inwoner/"), form).status_code == 409


def test_a_threat_starts_the_clock_today(desk, case):
    assert desk.post(at(case, "bedreiging/"), {"threat_kind": "eviction"}).status_code == 302
    assert Deadline.objects.get(about_id=case.pk, rule__slug="DL2").due_on == add_working_days(today(), 3)
    assert "Gedwongen ontruiming" in text(desk.get(at(case)))


def test_before_closing_the_term_of_keeping_is_shown(desk, case):
    page = text(desk.get(at(case, "sluiten/")))
    year = add_months(today(), 12)
    assert f"bewaren tot {year.day}" in page
    assert "De melder leest daarna Klaar" in page
    assert desk.post(at(case, "sluiten/"), {"reason": "no_help_wanted"})["Location"] == at(case)
    case.refresh_from_db()
    assert (case.status, case.outcome, case.retention_from) == ("closed", "no_help_wanted", today())
    page = text(desk.get(at(case)))
    for words in ("Gesloten", "Casus gesloten: inwoner wil geen hulp", "Bewaren tot", "Heropenen"):
        assert words in page
    for words in ("/notitie/", "/sluiten/", ">Verwijzen<"):
        assert words not in page


def test_a_closed_case_takes_no_work(desk, case):
    desk.post(at(case, "sluiten/"), {"reason": "advice"})
    sentence = "Deze casus is gesloten. Open de casus eerst opnieuw."
    assert sentence in text(desk.post(at(case, "notitie/"), {"words": "Toch nog iets.", "form_key": key()}))
    reply = desk.post(at(case, "bedreiging/"), {"threat_kind": "eviction"})
    assert sentence in text(reply)
    assert "Toch nog iets." in text(desk.post(at(case, "notitie/"), {"words": "Toch nog iets.", "form_key": key()}))
    assert desk.get(at(case, "sluiten/"))["Location"] == at(case)


def test_a_case_with_a_running_referral_stays_open(desk, case):
    referrals.sent(case)
    reply = desk.post(at(case, "sluiten/"), {"reason": "referred"})
    assert "Er loopt nog een verwijzing." in text(reply)
    case.refresh_from_db()
    assert case.status == "open"


def test_a_case_goes_on_and_its_director_sees_the_signal_again(desk, case, director):
    signal = case.signals.get()
    desk.post(at(case, "sluiten/"), {"reason": "advice"})
    assert desk.get(at(case, "heropenen/")).status_code == 200
    form = {"reason": "other", "words": "De buurvrouw belde."}
    assert desk.post(at(case, "heropenen/"), form)["Location"] == at(case)
    case.refresh_from_db()
    assert (case.status, case.outcome, case.retention_from) == ("open", "", None)
    page = text(desk.get(at(case)))
    assert "Casus heropend" in page
    assert "De buurvrouw belde." in page
    assert f"Bekijk signaal {signal.shown_code}" in page
    assert desk.get(at(case, "heropenen/"))["Location"] == at(case)


def test_closing_twice_is_once_and_the_second_reads_who_was_first(as_person, desk, case, director):
    desk.post(at(case, "sluiten/"), {"reason": "advice"})
    assert desk.post(at(case, "sluiten/"), {"reason": "advice"})["Location"] == at(case)
    reply = desk.post(at(case, "heropenen/"), {"reason": "relapse"})
    assert reply.status_code == 302
    assert Event.objects.filter(verb="close_case").count() == 1


def test_reassigning_moves_every_right(as_person, desk, case, director):
    new, coordinator = people.wot_worker(), people.coordinator()
    referral = referrals.draft(case)
    signal = case.signals.get()
    client = as_person(coordinator)
    page = text(client.get(at(case, "overdragen/")))
    assert new.name in page
    assert director.name not in page[page.index("<main") :]
    reply = client.post(at(case, "overdragen/"), {"to": str(new.pk), "reason": "absent", "version": case.version})
    assert reply["Location"] == at(case)
    case.refresh_from_db()
    assert case.director == new
    for person, sees in ((director, False), (new, True)):
        assert may(person, "change", case) is sees
        assert may(person, "view", referral) is sees
    assert may(new, "view", signal)
    assert desk.get(at(case)).status_code == 404
    assert as_person(new).get(at(case)).status_code == 200
    assert "Casus overgedragen" in text(client.get(at(case)))


def test_a_case_goes_only_to_a_colleague_of_the_team(as_person, case):
    client = as_person(people.coordinator())
    for to in (str(people.wot_worker("WOT Zuid").pk), str(case.director_id), "", "x", "\0"):
        reply = client.post(at(case, "overdragen/"), {"to": to, "reason": "moved", "version": case.version})
        assert reply.status_code == 302 if to == str(case.director_id) else "Kies een collega." in text(reply)
    assert Case.objects.get().director == case.director


@pytest.mark.parametrize("act", ACTS)
def test_a_coordinator_reads_and_does_not_work_on_it(as_person, case, act):
    client = as_person(people.coordinator())
    assert client.get(at(case)).status_code == 200
    assert client.get(at(case, f"{act}/")).status_code == 403
    assert client.post(at(case, f"{act}/"), {"words": "Van mij.", "form_key": key()}).status_code == 403


@pytest.mark.parametrize("act", ["", "geschiedenis", *ACTS, "overdragen"])
def test_a_case_of_a_colleague_is_not_there(as_person, case, act):
    client = as_person(people.wot_worker())
    assert client.get(at(case, act and f"{act}/")).status_code == 404


def test_a_director_hands_nothing_over(desk, case):
    assert desk.get(at(case, "overdragen/")).status_code == 403


@pytest.mark.parametrize(
    ("act", "form", "sentence"),
    [
        ("notitie/", {}, "Schrijf je notitie op."),
        ("contact/", {}, "Kies hoe je contact zocht."),
        ("contact/", {"at": "2026-02-30T10:00"}, "Vul een dag en een tijd in"),
        ("contact/", {"at": "9999-01-01T10:00"}, "Dit moment is nog niet geweest."),
        ("contact/", {"at": "0001-01-01T00:00"}, "de afgelopen twee jaar"),
        ("toestemming/", {"given_at": "2099-01-01"}, "Kies vandaag of een dag"),
        ("toestemming/", {"given_at": "0001-01-01"}, "Kies vandaag of een dag"),
        ("toestemming/", {"scope": "alles"}, "Kies waar de toestemming voor is."),
        ("gegevens/", {"version": "-1"}, "Er gaat nog iets niet goed."),
        ("gegevens/", {"minor_children": "misschien", "version": "1"}, "Kies wat het beste past."),
        ("inwoner/", {"birth_date": "31-2-1950", "version": "1"}, "Vul een geboortedatum in"),
        ("inwoner/", {"birth_date": "1850-01-01", "version": "1"}, "Vul een geboortedatum in"),
        ("inwoner/", {"birth_date": "2099-01-01", "version": "1"}, "Vul een geboortedatum in"),
        ("inwoner/", {"birth_date": "０１-０２-１９５０", "version": "1"}, "Vul een geboortedatum in"),
        ("inwoner/", {"postcode": "0000 XX", "version": "1"}, "Vul een postcode in"),
        ("inwoner/", {"postcode": "3117BX", "version": "1"}, "Postcode en huisnummer horen bij elkaar."),
        ("inwoner/", {"phone": "bel mij", "version": "1"}, "Vul een telefoonnummer in"),
        ("inwoner/", {"email": "niet", "version": "1"}, "Vul een e-mailadres in"),
        ("inwoner/", {"suffix": "<b>", "version": "1"}, "Alleen letters en cijfers"),
        ("inwoner/", {"name": "x" * 20_000, "version": "1"}, "Dit is te lang"),
        ("inwoner/", {"name": "a\0b", "version": "1"}, "een teken in dat we niet kunnen bewaren"),
        ("bedreiging/", {}, "Kies wat er dreigt."),
        ("sluiten/", {"reason": "goed"}, "Kies een reden."),
        ("sluiten/", {"reason": "other"}, "Schrijf kort op wat de reden is."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(desk, case, act, form, sentence):
    version = Case.objects.get().version
    reply = desk.post(at(case, act), form)
    assert reply.status_code == 200
    assert sentence in text(reply)
    assert "Er gaat nog iets niet goed." in text(reply)
    assert Case.objects.get().version == version


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [((2026, 1, 31), 1, (2026, 2, 28)), ((2027, 12, 1), 12, (2028, 12, 1)), ((2028, 2, 29), 12, (2029, 2, 28))],
)
def test_months_later_stays_in_the_month(day, months, later):
    date = today().__class__
    assert add_months(date(*day), months) == date(*later)


def test_the_term_of_a_threat_is_told_once(desk, case):
    assert text(desk.get(at(case, "bedreiging/"))).count("3 werkdagen") == 1
