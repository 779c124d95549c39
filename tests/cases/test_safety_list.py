"""Nobody visits an address on the safety list alone, and only the team reads why."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from signalering.accounts.models import User
from signalering.audit.models import Look
from signalering.cases.actions import casework
from signalering.cases.contact_advice import ways_to
from signalering.cases.models import ContactAttempt, SafetyAddress
from signalering.cases.working_days import today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements
from tests.two_processes import race, until_somebody_waits

pytestmark = pytest.mark.django_db

BANNER = "Niet alleen op huisbezoek."
LIST = "/veiligheid/"


@pytest.fixture
def case():
    return cases.case()


@pytest.fixture
def desk(case, as_person):
    return as_person(case.director)


@pytest.fixture
def coordinator():
    return people.coordinator()


def at(case, act=""):
    return f"/casussen/{case.shown_code}/{act}"


def of(address, act=""):
    return f"/veiligheid/{address.shown_code}/{act}"


def text(reply):
    return reply.content.decode()


def visit(**more):
    moment = timezone.localtime()  # an hour ago may be before the day on which the case began
    form = {"channel": "home_visit", "reached": "no", "at": f"{moment:%Y-%m-%dT%H:%M}", "form_key": str(uuid.uuid4())}
    return {**form, **more}


def why(**more):
    until = today() + timedelta(days=30)
    form = {"reason": "violence", "words": "Twee keer bedreigd.", "until": until.isoformat()}
    return {**form, "form_key": str(uuid.uuid4()), **more}


def test_a_lone_visit_is_refused_and_one_together_is_kept(case, desk):
    cases.safety_address(house_number="9012")
    colleague = people.wot_worker()
    page = text(desk.get(at(case, "contact/")))
    assert "Met wie ga je?" in page
    assert colleague.name in page
    for alone in (visit(), visit(company=str(colleague.pk)), visit(not_alone="on")):
        reply = desk.post(at(case, "contact/"), alone)
        assert reply.status_code == 200
        assert "Ga hier niet alleen langs." in text(reply) or "Kies met wie je ging." in text(reply)
    assert not ContactAttempt.objects.exists()
    assert desk.post(at(case, "contact/"), visit(not_alone="on", company=str(colleague.pk))).status_code == 302
    kept = ContactAttempt.objects.get()
    assert (kept.not_alone, kept.company) == (True, colleague)


def test_a_card_in_the_letter_box_is_a_visit_too(case, desk, reading):
    cases.safety_address(house_number="9012")
    assert "Ga hier niet alleen langs." in text(desk.post(at(case, "contact/"), visit(channel="card")))
    said = {"channel": "card", "reached": False, "at": case.created_at, "day_part": "morning"}
    with reading(case.director), pytest.raises(ValidationError, match="Kies met wie je ging"):
        casework.record_attempt(case, by=case.director, form_key=uuid.uuid4(), **said)
    together = visit(channel="card", not_alone="on", company="somebody")
    assert desk.post(at(case, "contact/"), together).status_code == 302
    assert ContactAttempt.objects.get().not_alone


def test_where_nobody_goes_alone_nothing_at_the_door_is_suggested(case, reading):
    with reading(case.director):
        (part,) = case.case_residents.select_related("resident")
        assert {"home_visit", "card"} <= set(ways_to(part.resident))
        assert not {"home_visit", "card"} & set(ways_to(part.resident, not_alone=True))


def test_the_police_may_come_along_and_a_call_asks_nothing(case, desk):
    cases.safety_address(house_number="9012")
    assert desk.post(at(case, "contact/"), visit(not_alone="on", company="somebody")).status_code == 302
    assert desk.post(at(case, "contact/"), visit(channel="phone")).status_code == 302
    assert set(ContactAttempt.objects.values_list("channel", "not_alone", "company")) == {
        ("home_visit", True, None),
        ("phone", False, None),
    }


def test_elsewhere_a_visit_is_as_it_was(case, desk):
    cases.safety_address()
    assert "Met wie ga je?" not in text(desk.get(at(case, "contact/")))
    assert desk.post(at(case, "contact/"), visit()).status_code == 302
    assert BANNER not in text(desk.get(at(case)))


def test_who_sees_the_case_is_warned_whichever_team_listed_it(case, desk, coordinator, as_person):
    cases.safety_address(by=people.coordinator("WOT Zuid"), postcode="3117 bx", house_number="9012")
    for client in (desk, as_person(coordinator)):
        page = text(client.get(at(case)))
        assert BANNER in page
        assert "De hond loopt los." not in page


def test_the_warning_ends_with_its_day_and_with_its_end(case, desk, coordinator, as_person, monkeypatch):
    address = cases.safety_address(by=coordinator, house_number="9012")
    assert BANNER in text(desk.get(at(case)))
    assert as_person(coordinator).post(of(address, "beeindigen/"), {"reason": "safe_again"})["Location"] == LIST
    assert BANNER not in text(desk.get(at(case)))
    second = cases.safety_address(by=coordinator, house_number="9012", until=today() + timedelta(days=2))
    assert BANNER in text(desk.get(at(case)))
    second.change(by=people.BY, reason="case_work", until=today() - timedelta(days=1))
    assert BANNER not in text(desk.get(at(case)))
    third = cases.safety_address(by=coordinator, house_number="9012")
    assert SafetyAddress.objects.filter(ended_at=None).get() == third


@pytest.mark.counts
def test_the_page_costs_the_same_with_a_long_list(case, desk):
    desk.get(at(case))
    few = len(statements(desk, at(case)))
    coordinator = people.coordinator()
    for number in range(9030, 9040):
        cases.safety_address(by=coordinator, house_number=str(number))
    assert len(statements(desk, at(case))) == few


def test_the_director_lists_the_address_of_the_case_and_takes_it_off(case, desk):
    assert "Adres op de veiligheidslijst zetten" in text(desk.get(at(case)))
    form = why()
    for _ in range(2):
        assert desk.post(at(case, "veiligheid/"), form)["Location"] == at(case)
    address = SafetyAddress.objects.get()
    assert BANNER in text(desk.get(at(case)))
    assert "Twee keer bedreigd." in text(desk.get(of(address)))
    assert "Dit adres staat al op de lijst." in text(desk.post(at(case, "veiligheid/"), why()))
    assert desk.post(of(address, "beeindigen/"), {"reason": "mistake"})["Location"] == LIST
    assert desk.get(of(address)).status_code == 404


def test_the_list_shows_no_address_and_opening_one_is_a_look(coordinator, as_person):
    address = cases.safety_address(by=coordinator)
    client = as_person(people.wot_worker())
    page = text(client.get(LIST))
    assert "Gevaarlijke hond" in page
    for words in ("9099", "3117", "De hond loopt los."):
        assert words not in page
    page = text(client.get(of(address)))
    assert "3117 BX 9099" in page
    assert "Van de lijst halen" not in page
    look = Look.objects.filter(label="safety_address", page="safety_address").get()
    assert {"postcode", "house_number", "words"} <= set(look.fields)


def test_only_the_team_reads_it_and_only_a_coordinator_adds(coordinator, as_person):
    address = cases.safety_address(by=coordinator)
    outsider, colleague = as_person(people.wot_worker("WOT Zuid")), as_person(people.wot_worker())
    assert outsider.get(of(address)).status_code == 404
    assert "Er staat geen adres op de lijst" in text(outsider.get(LIST))
    where = {"postcode": "3117 BX", "house_number": "9050"}
    assert colleague.post(f"{LIST}toevoegen/", why(**where)).status_code == 403
    assert colleague.post(of(address, "beeindigen/"), {"reason": "mistake"}).status_code == 403
    form = why(**where)
    client = as_person(coordinator)
    first = client.post(f"{LIST}toevoegen/", form)
    assert first.status_code == 302
    assert client.post(f"{LIST}toevoegen/", form)["Location"] == first["Location"]
    assert SafetyAddress.objects.count() == 2
    late = client.post(f"{LIST}toevoegen/", why(house_number="9051", postcode="3117BX", until="2099-01-01"))
    assert "Kies een dag na vandaag" in text(late)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("form", ["the same", "another"])
def test_an_address_sent_twice_at_once_stands_there_once(coordinator, form):
    key = uuid.uuid4()

    def listed(form_key):
        by = User.objects.get(pk=coordinator.pk)
        return str(cases.safety_address(by=by, form_key=form_key).pk)

    def first(barrier):
        with transaction.atomic():
            address = listed(key)
            barrier.wait(timeout=30)
            until_somebody_waits()
        return address

    def second(barrier):
        barrier.wait(timeout=30)
        return listed(key if form == "the same" else uuid.uuid4())

    answers = race(first, second)
    address = str(SafetyAddress.objects.get().pk)
    assert answers == [address, address if form == "the same" else "ValidationError"]
