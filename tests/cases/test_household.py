"""A case holds the whole household: each person under a key of their own, seen through the case alone."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from signalering.audit.models import Look
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework, household
from signalering.cases.models import CaseResident, Resident
from signalering.cases.working_days import today
from signalering.crypto.models import DataKey
from signalering.workflow import SentBefore, Stale
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.words import stands

pytestmark = pytest.mark.django_db


@pytest.fixture
def director():
    return people.wot_worker()


@pytest.fixture
def case(director):
    return cases.case(by=director)


@pytest.fixture
def client(as_person, director):
    return as_person(director)


def at(case, rest=""):
    return f"/casussen/{case.shown_code}/{rest}"


def text(client, address):
    return client.get(address).content.decode()


def added(client, case, **details):
    """The member that the page added."""
    sent = {"role": "child", "name": "Kind A.", "form_key": str(uuid.uuid4()), **details}
    reply = client.post(at(case, "huisgenoot/"), sent)
    assert reply.status_code == 302, reply.content.decode()
    return case.case_residents.exclude(role="main").latest("id")


def test_a_child_is_added_and_shown_with_its_part(client, case, reading, director):
    part = added(client, case, birth_date="24-11-2015")
    page = text(client, at(case))
    assert "Kind A." in page
    assert "24-11-2015" in page
    with reading(director):
        assert part.resident.birth_date == "2015-11-24"
    look = Look.objects.filter(record_id=part.resident_id, page="case").latest("id")
    assert look.origin_kind == "director", "seen through the case, for its reason"
    assert "name" in look.fields


def test_each_person_has_a_key_of_their_own(case):
    keys = {cases.member(case, role=role).resident_id for role in ("partner", "child", "other")}
    assert DataKey.objects.filter(id__in=keys).count() == 3


def test_the_same_form_twice_is_one_person_and_other_words_are_not_lost(case):
    key = uuid.uuid4()
    first = cases.member(case, form_key=key)
    assert cases.member(case, form_key=key) == first
    for other in ({"name": "Dhr. B."}, {"role": "child"}):
        with pytest.raises(SentBefore):
            cases.member(case, form_key=key, **other)
    assert Resident.objects.count() == 2


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": ""}, "Vul een naam in, of een leeftijd."),
        ({"role": "main"}, "Kies wie dit is voor de inwoner."),
        ({"role": ""}, "Kies wie dit is voor de inwoner."),
        ({"birth_date": "31-02-2015"}, "Vul een geboortedatum in"),
        ({"age_band": "oud"}, "Kies uit de lijst."),
    ],
)
def test_what_is_missing_or_impossible_is_told(client, case, said, words):
    sent = {"role": "child", "name": "Kind A.", "form_key": str(uuid.uuid4()), **said}
    assert words in client.post(at(case, "huisgenoot/"), sent).content.decode()
    assert case.case_residents.count() == 1


def test_without_a_name_an_age_is_enough(client, case):
    added(client, case, name="", age_band="0-11")
    assert "Inwoner zonder naam" in text(client, at(case))


def test_what_is_known_is_put_right_and_two_do_not_overwrite_each_other(client, case, reading, director):
    part = cases.member(case)
    version = part.resident.version
    sent = {"role": "other", "name": "Dhr. Anders", "version": version}
    assert client.post(at(case, f"huisgenoot/{part.pk}/"), sent).status_code == 302
    part.refresh_from_db()
    with reading(director):
        assert (part.role, Resident.objects.get(pk=part.resident_id).name) == ("other", "Dhr. Anders")
    assert client.post(at(case, f"huisgenoot/{part.pk}/"), {**sent, "name": "Dhr. Laat"}).status_code == 409
    with pytest.raises(Stale), reading(director):
        household.mend_member(part, by=director, version=version, role="other", name="Dhr. Laat")


def test_somebody_leaves_the_household_and_stays_in_the_case(client, case):
    part = cases.member(case)
    client.post(at(case, f"huisgenoot/{part.pk}/"), {"left": "1"})
    part.refresh_from_db()
    assert part.left_on == today()
    assert "Dhr. A." in text(client, at(case))
    assert "Niet meer, sinds" in text(client, at(case, f"huisgenoot/{part.pk}/"))
    client.post(at(case, f"huisgenoot/{part.pk}/"), {"left": "0"})
    part.refresh_from_db()
    assert part.left_on is None
    assert part.history.count() == 3


def test_an_old_page_of_a_case_that_closed_says_why_nobody_leaves_it(client, case, director, reading):
    part = cases.member(case)
    with reading(director):
        casework.close_case(case, by=director, outcome="advice")
    page = client.post(at(case, f"huisgenoot/{part.pk}/"), {"left": "1"}, follow=True).content.decode()
    assert "Deze casus is gesloten. Open de casus eerst opnieuw." in page
    assert "hoort niet meer bij het huishouden" not in page
    part.refresh_from_db()
    assert part.left_on is None


def test_the_resident_of_the_case_never_leaves_it(client, case, director):
    main = case.case_residents.get(role="main")
    assert client.get(at(case, f"huisgenoot/{main.pk}/")).status_code == 404
    with pytest.raises(ValidationError):
        household.set_left(main, by=director, left=True)


def test_a_part_of_another_case_is_not_found(client, case):
    elsewhere = cases.member(cases.case())
    assert client.get(at(case, f"huisgenoot/{elsewhere.pk}/")).status_code == 404


def test_only_who_works_on_the_case_adds_or_mends(case, as_person):
    part = cases.member(case)
    for person in (people.wot_worker(), people.coordinator()):
        with pytest.raises(PermissionDenied):
            household.set_left(part, by=person, left=True)
        with pytest.raises(PermissionDenied):
            household.add_member(case, by=person, form_key=uuid.uuid4(), role="child", name="Kind")
        with pytest.raises(PermissionDenied):
            household.set_themes(case, by=person, version=None, themes=["other"])
    assert as_person(people.wot_worker()).get(at(case, f"huisgenoot/{part.pk}/")).status_code == 404


def test_a_closed_case_takes_nobody_on(case, director):
    with reading_block(by=director, purpose="debt"):
        casework.close_case(case, by=director, outcome="advice")
    with pytest.raises(ValidationError, match="gesloten"):
        cases.member(case)
    with pytest.raises(ValidationError, match="gesloten"):
        household.set_themes(case, by=director, version=None, themes=["other"])


def test_names_of_a_household_stand_in_no_list(client, case, as_person):
    cases.member(case, name="Zwartbaard")
    for address in ("/casussen/?lijst=team", "/postvak/", "/signalen/", "/vandaag/"):
        assert not stands("Zwartbaard", text(client, address))
    assert not Look.objects.filter(label="resident", page="my_cases").exists()


def test_several_themes_and_the_first_stays_first(client, case):
    version = case.version
    sent = {"themes": ["care_or_home", "money_or_rent", "other"], "version": version}
    assert client.post(at(case, "themas/"), sent).status_code == 302
    case.refresh_from_db()
    assert case.themes == ["money_or_rent", "care_or_home", "other"]
    assert "Geld of huur, Zorg of thuis, Iets anders" in text(client, at(case))
    assert client.post(at(case, "themas/"), {"themes": ["other"], "version": version}).status_code == 409
    for themes, words in (([], "Kies ten minste één thema."), (["weer"], "Kies uit de lijst.")):
        reply = client.post(at(case, "themas/"), {"themes": themes, "version": case.version})
        assert words in reply.content.decode()


def test_every_role_but_the_resident_can_be_chosen(client, case):
    page = text(client, at(case, "huisgenoot/"))
    for role, label in CaseResident.Role.choices:
        assert (f'value="{role}"' in page) is (role != "main"), label
