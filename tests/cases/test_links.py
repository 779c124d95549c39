"""Two residents are one person: a decision with a reason that can be undone, and that nobody's sight depends on."""

import random
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.urls import reverse

from signalering.accounts.models import User
from signalering.audit.models import Event
from signalering.audit.reading import reading
from signalering.cases.actions import casework, linking
from signalering.cases.models import Case, CaseResident, PersonLink, Resident, Signal
from tests.accounts import factories as people
from tests.accounts.oracle import held
from tests.cases import factories as cases
from tests.two_processes import race
from tests.words import stands

pytestmark = pytest.mark.django_db
WORDS = {Signal: ("view", "triage", "follow", "own_text"), Case: ("view", "change", "reassign")}


@pytest.fixture
def director():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, director):
    return as_person(director)


def known(by, name="Kanarienaam", **known_of):
    """A case of a resident of whom this is known."""
    case = cases.case(by=by, about=cases.signal(name=name))
    resident = case.case_residents.get().resident
    with reading(by=by, purpose="debt"):
        casework.describe_resident(resident, by=by, case=case, version=resident.version, **known_of)
    return case


def same(by, **more):
    """A case of somebody with one surname and birth date."""
    return known(by, surname="Zeemeeuw", birth_date="1980-11-24", **more)


def at(case, act="zelfde-inwoner/"):
    return f"/casussen/{case.shown_code}/{act}"


def proposed(reply):
    return {choice[1].partition(" ")[0] for choice in reply.context["form"].fields["proposal"].choices}


def sight():
    """What everybody may do with everything, by the oracle, and every grant row there is."""
    seen = {
        (person.pk, model, word): frozenset(held(model, person, word))
        for person in User.objects.all()
        for model, words in WORDS.items()
        for word in words
    }
    grants = [
        tuple(table.objects.order_by("pk").values_list("pk", "ends_at"))
        for model in WORDS
        for table in (model._meta.get_field(f"{kind}_grants").related_model for kind in ("person", "team"))
    ]
    return seen, grants, list(Resident.objects.order_by("pk").values()), list(CaseResident.objects.values())


# proposals


def test_it_proposes_with_the_reason_and_a_person_decides(desk, director):
    case, other = same(director), same(director, postcode="3117BX", house_number="9050")
    page = desk.get(at(case))
    assert proposed(page) == {other.shown_code}
    assert "zelfde achternaam en geboortedatum" in page.content.decode()
    assert not PersonLink.objects.exists(), "nothing is linked by itself"
    key = page.context["form"].fields["proposal"].choices[0][0]
    reply = desk.post(at(case), {"proposal": key, "reason": "same_person_confirmed"})
    assert reply.status_code == 302
    link = PersonLink.objects.get()
    assert (link.case, link.decided_by, link.reason) == (case, director, "same_person_confirmed")
    assert Event.objects.get(verb="link_person", record_id=link.pk).reason == "same_person_confirmed"
    assert desk.get(at(case)).context["form"] is None, "it is not proposed again"
    assert desk.post(at(case), {"proposal": key, "reason": "same_person_confirmed"}).status_code == 302
    assert PersonLink.objects.count() == 1


def test_the_address_alone_proposes_nobody(desk, director):
    case = known(director, birth_date="1980-11-24")
    known(director, birth_date="1981-11-24")
    known(director)
    assert desk.get(at(case)).context["form"] is None
    other = known(director, birth_date="1980-11-24", surname="Anders")
    page = desk.get(at(case))
    assert proposed(page) == {other.shown_code}
    assert "zelfde adres en geboortedatum" in page.content.decode()


def test_cases_of_others_are_neither_proposed_nor_told(desk, director, as_person):
    colleague = people.wot_worker()
    case, hidden = same(director), same(colleague, name="Kanarienaam Twee")
    page = desk.get(at(case))
    assert page.context["form"] is None
    coordinator = people.coordinator()
    assert as_person(coordinator).get(at(case)).status_code == 403
    for words in (page.content.decode(), desk.get(at(case, "")).content.decode()):
        assert not stands(hidden.shown_code, words)
        assert "Kanarienaam Twee" not in words


def test_a_proposal_of_somebody_else_cannot_be_sent(desk, director):
    case, own, hidden = same(director), same(director), same(people.wot_worker())
    parts = {one: one.case_residents.get().pk for one in (case, own, hidden)}
    for key in (
        f"{parts[case]}.{parts[hidden]}",
        f"{parts[hidden]}.{parts[case]}",
        f"{uuid.uuid4()}.{uuid.uuid4()}",
        "x",
    ):
        assert desk.post(at(case), {"proposal": key, "reason": "same_person_confirmed"}).status_code == 200
    assert not PersonLink.objects.exists()


def test_another_reason_asks_for_words_which_are_sealed(desk, director):
    case, other = same(director), same(director)
    key = desk.get(at(case)).context["form"].fields["proposal"].choices[0][0]
    assert desk.post(at(case), {"proposal": key, "reason": "other"}).status_code == 200
    desk.post(at(case), {"proposal": key, "reason": "other", "words": "De buurvrouw kent haar."})
    link = PersonLink.objects.get()
    assert b"buurvrouw" not in bytes(link.words_sealed)
    assert "De buurvrouw kent haar." in desk.get(at(case)).content.decode()
    assert "De buurvrouw kent haar." not in desk.get(at(other)).content.decode(), "they belong to the other case"


def test_words_beside_a_link_that_stands_with_the_other_case_come_back(desk, director):
    case, other = same(director), same(director)
    key = desk.get(at(case)).context["form"].fields["proposal"].choices[0][0]
    cases.linked(other, case, reason="other", words="De buurvrouw kent haar.")
    reply = desk.post(at(case), {"proposal": key, "reason": "other", "words": "De buurvrouw kent haar."})
    assert reply.status_code == 409
    assert "De buurvrouw kent haar." in reply.content.decode()
    assert desk.post(at(case), {"proposal": key, "reason": "same_person_confirmed"}).status_code == 302
    assert PersonLink.objects.get().case == other


def test_words_beside_somebody_who_is_not_alike_any_more_come_back(desk, director):
    case, other = same(director), same(director)
    key = desk.get(at(case)).context["form"].fields["proposal"].choices[0][0]
    resident = other.case_residents.get().resident
    with reading(by=director, purpose="debt"):
        casework.describe_resident(resident, by=director, case=other, version=resident.version, birth_date="1981-11-24")
    page = desk.post(at(case), {"proposal": key, "reason": "other", "words": "De buurvrouw kent haar."})
    assert "Kies een casus." in page.content.decode()
    assert "De buurvrouw kent haar." in page.content.decode()


# who may


def test_only_who_works_on_the_one_and_sees_the_other_links(director):
    case, hidden = same(director), same(people.wot_worker())
    for by in (director, hidden.director, people.coordinator(), people.wot_worker()):
        with pytest.raises(PermissionDenied):
            cases.linked(case, hidden, by=by)
    assert not PersonLink.objects.exists()


def test_a_resident_is_not_linked_to_itself_and_a_pair_only_once(director):
    case, other = same(director), same(director)
    part = case.case_residents.select_related("case").get()
    with reading(by=director, purpose="debt"), pytest.raises(ValidationError):
        linking.link_person(part, other=part, by=director, reason="same_identity")
    link = cases.linked(case, other)
    assert cases.linked(other, case) == link, "the other way round it is the same link"
    twin = PersonLink(case=case, first=link.first, second=link.second, reason="same_identity", decided_by=director)
    with pytest.raises(IntegrityError):
        twin.save_as(director, "same_identity")


def test_who_does_not_work_on_either_case_cannot_undo_it(as_person, director):
    case, other = same(director), same(director)
    link = cases.linked(case, other)
    stranger = people.wot_worker()
    own = same(stranger)
    with reading(by=stranger, purpose="debt"), pytest.raises(PermissionDenied):
        linking.unlink_person(link, by=stranger, case=own, reason="mistake")
    with reading(by=stranger, purpose="debt"), pytest.raises(PermissionDenied):
        linking.unlink_person(link, by=stranger, case=case, reason="mistake")
    client = as_person(stranger)
    assert client.post(at(own, f"zelfde-inwoner/{link.pk}/losmaken/"), {"reason": "mistake"}).status_code == 404
    link.refresh_from_db()
    assert link.ended_at is None


def test_a_link_from_a_case_that_is_not_shown_is_not_shown_either(desk, director, as_person):
    case, other = same(director), same(director)
    link = cases.linked(other, case)
    coordinator, colleague = people.coordinator(), people.wot_worker()
    assert director.name in desk.get(at(case)).content.decode().partition("<main")[2]
    undo = f"zelfde-inwoner/{link.pk}/losmaken/"
    with reading(by=coordinator, purpose="debt"):
        casework.reassign(other, by=coordinator, to=colleague, reason="moved")
    assert str(link.pk) not in desk.get(at(case)).content.decode()
    assert desk.post(at(case, undo), {"reason": "mistake"}).status_code == 404
    with reading(by=director, purpose="debt"), pytest.raises(PermissionDenied):
        linking.unlink_person(link, by=director, case=case, reason="mistake")
    assert str(link.pk) in as_person(colleague).get(at(other)).content.decode()
    assert as_person(colleague).post(at(other, undo), {"reason": "mistake"}).status_code == 302


# what it does and does not


def test_both_cases_say_where_else_the_resident_is_known(desk, director):
    case, other = same(director), same(director)
    link = cases.linked(case, other)
    for one, there in ((case, other), (other, case)):
        page = desk.get(at(one, "")).content.decode()
        assert "Ook bekend in" in page
        assert f'href="{reverse("case", args=[there.shown_code])}"' in page
    reply = desk.post(at(other, f"zelfde-inwoner/{link.pk}/losmaken/"), {"reason": "not_same_person"})
    assert reply.status_code == 302
    link.refresh_from_db()
    assert link.ended_at is not None
    assert link.history.first().history_change_reason == "not_same_person"
    for one in (case, other):
        assert "Ook bekend in" not in desk.get(at(one, "")).content.decode()
    assert desk.get(at(case)).context["form"] is not None, "it can be decided again"
    assert cases.linked(case, other) != link


def test_who_loses_the_other_case_is_no_longer_told(desk, director):
    case, other = same(director), same(director)
    cases.linked(case, other)
    coordinator, colleague = people.coordinator(), people.wot_worker()
    with reading(by=coordinator, purpose="debt"):
        casework.reassign(other, by=coordinator, to=colleague, reason="moved")
    page = desk.get(at(case, "")).content.decode()
    assert not stands(other.shown_code, page)
    assert "Ook bekend" not in page


@pytest.mark.parametrize("seed", range(4))
def test_a_link_gives_and_takes_no_sight_whatever_came_before(seed):
    dice = random.Random(seed)
    directors = [people.wot_worker(), people.wot_worker(), people.wot_worker("WOT Zuid")]
    coordinators = [people.coordinator(), people.coordinator("WOT Zuid")]
    people.wot_worker("CO-team")
    made = [same(directors[0]) for _ in range(3)]
    if dice.random() < 0.5:
        with reading(by=coordinators[0], purpose="debt"):
            casework.reassign(made[0], by=coordinators[0], to=directors[1], reason="absent")
    if dice.random() < 0.5:
        with reading(by=made[1].director, purpose="debt"):
            casework.close_case(made[1], by=made[1].director, outcome="advice")
    links = []
    before = sight()
    for _ in range(8):
        if links and dice.random() < 0.4:
            link = links.pop(dice.randrange(len(links)))
            with reading(by=link.case.director, purpose="debt"):
                linking.unlink_person(link, by=link.case.director, case=link.case, reason="mistake")
        else:
            case, other = (Case.objects.get(pk=one.pk) for one in dice.sample(made, 2))
            if case.director != other.director:
                continue
            link = cases.linked(case, other)
            links = [*(one for one in links if one != link), link]
        assert sight() == before
    assert PersonLink.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_make_one_link(director):
    case, other = same(director), same(director)

    def deed(of, there):
        def link(barrier):
            barrier.wait(timeout=30)
            return cases.linked(Case.objects.get(pk=of.pk), Case.objects.get(pk=there.pk)).pk

        return link

    first, second = race(deed(case, other), deed(other, case))
    assert first == second
    assert PersonLink.objects.count() == 1
