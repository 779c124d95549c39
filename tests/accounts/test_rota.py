"""Who is on duty: made by the coordinators of a team, known to everybody of it, and without gaps in what is refused."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from signalering.accounts import rota
from signalering.accounts.actions import join_team
from signalering.accounts.models import Shift, Team, User
from signalering.audit.models import Event, Look
from signalering.workflow import SentBefore
from tests.accounts import factories as people
from tests.two_processes import race

pytestmark = pytest.mark.django_db
ADD = "/rooster/toevoegen/"


@pytest.fixture
def coordinator():
    return people.coordinator(name="Coördinator 1")


@pytest.fixture
def worker():
    return people.wot_worker(name="Regisseur 1")


def typed(person, starts, ends, **more):
    """What a coordinator fills in."""
    return {
        "person": person.pk,
        "order": 1,
        "starts_at": starts,
        "ends_at": ends,
        "phone": "06-00000003",
        "form_key": str(uuid.uuid4()),
        **more,
    }


def text(reply):
    return reply.content.decode()


def test_a_coordinator_puts_somebody_on_the_rota_and_the_team_sees_who(coordinator, worker, as_person):
    desk = as_person(coordinator)
    reply = desk.post(ADD, typed(worker, "2027-06-01T17:00", "2027-06-02T08:30"), follow=True)
    assert "De dienst staat op het rooster." in text(reply)
    shift = Shift.objects.get()
    assert (shift.starts_at, shift.ends_at) == (
        datetime(2027, 6, 1, 15, tzinfo=UTC),
        datetime(2027, 6, 2, 6, 30, tzinfo=UTC),
    )
    for person in (worker, people.wot_worker()):
        page = text(as_person(person).get("/rooster/"))
        assert "Regisseur 1" in page
        assert "06-00000003" not in page
        assert shift.shown_code not in page
    assert "Regisseur 1" not in text(as_person(people.wot_worker("WOT Zuid")).get("/rooster/"))
    assert as_person(people.home_care()).get("/rooster/").status_code == 403


def test_the_number_is_for_coordinators_of_the_team_and_leaves_a_look(coordinator, worker, as_person):
    shift = people.shift(worker, by=coordinator, phone="06-00000004")
    address = f"/rooster/{shift.shown_code}/"
    assert "06-00000004" in text(as_person(coordinator).get(address))
    look = Look.objects.get(label="shift", page="shift")
    assert (look.actor, look.fields) == (coordinator, ["phone"])
    for person in (worker, people.coordinator("WOT Zuid"), people.administrator()):
        assert as_person(person).get(address).status_code == 404
    assert "06-00000004" not in str(Shift.objects.values().get())


def test_nobody_else_makes_a_rota(worker, as_person):
    shift = people.shift(worker)
    for person in (worker, people.partner(), people.home_care()):
        assert as_person(person).get(ADD).status_code == 403
        assert as_person(person).post(ADD, {}).status_code == 403
    reply = as_person(worker).post(f"/rooster/{shift.shown_code}/weghalen/", {"reason": "ill"})
    assert reply.status_code == 404
    words = {"person": worker, "order": 1, "form_key": uuid.uuid4()}
    times = {"starts_at": timezone.now(), "ends_at": timezone.now() + timedelta(hours=1)}
    with pytest.raises(PermissionDenied):
        rota.add_shift(by=people.coordinator("WOT Zuid"), team=Team.objects.get(name="WOT Oost"), **words, **times)


def test_two_shifts_of_one_order_do_not_overlap(coordinator, worker, as_person):
    desk, second = as_person(coordinator), people.wot_worker(name="Regisseur 2")
    desk.post(ADD, typed(worker, "2027-06-01T17:00", "2027-06-02T08:30"))
    page = text(desk.post(ADD, typed(second, "2027-06-02T08:00", "2027-06-02T12:00")))
    assert "Regisseur 1 heeft dan al eerste dienst, van 1 juni 17.00 tot 2 juni 08.30. Kies andere tijden." in page
    assert "06-00000003" in page, "what was typed stays"
    assert Shift.objects.count() == 1
    assert desk.post(ADD, typed(second, "2027-06-02T08:30", "2027-06-02T12:00")).status_code == 302
    assert desk.post(ADD, typed(second, "2027-06-01T17:00", "2027-06-02T08:30", order=2)).status_code == 302
    page = text(desk.post(ADD, typed(worker, "2027-06-01T18:00", "2027-06-01T19:00", order=2)))
    assert "heeft dan al" in page, "nobody is first and second at once"
    assert Shift.objects.count() == 3


@pytest.mark.parametrize(
    ("starts", "ends", "sentence"),
    [
        ("2027-06-01T17:00", "2027-06-01T17:00", "De dienst moet eindigen na het begin."),
        ("2026-01-01T17:00", "2026-01-02T08:00", "Deze dienst is al voorbij."),
        ("0001-01-01T00:00", "2027-06-01T08:00", "Dit is te lang geleden. Kies een begin vanaf gisteren."),
        ("2062-06-01T17:00", "2062-06-02T08:00", "Dit is meer dan een jaar vooruit. Kies een eerder begin."),
        ("2027-06-01T17:00", "2027-07-03T08:00", "Een dienst duurt hoogstens 31 dagen. Kies een eerder einde."),
        ("2027-06-01T17:00", "9999-12-31T23:59", "Een dienst duurt hoogstens 31 dagen. Kies een eerder einde."),
        ("2027-03-28T02:30", "2027-03-28T08:00", "In deze nacht gaat de klok om"),
        ("2027-10-30T17:00", "2027-10-31T02:30", "In deze nacht gaat de klok om"),
        ("gisteren", "2027-10-31T02:30", "Vul een dag en een tijd in"),
    ],
)
def test_times_that_cannot_be_are_refused_with_a_sentence(coordinator, worker, as_person, starts, ends, sentence):
    reply = as_person(coordinator).post(ADD, typed(worker, starts, ends))
    assert sentence in text(reply)
    assert not reply.context["form"].non_field_errors(), "it stands at its field"
    assert not Shift.objects.exists()


@pytest.mark.parametrize(("day", "hours"), [("2027-03-27", 14.5), ("2027-10-30", 16.5), ("2027-06-01", 15.5)])
def test_the_night_in_which_the_clock_changes_is_as_long_as_it_is(coordinator, worker, as_person, day, hours):
    following = (datetime.fromisoformat(day) + timedelta(days=1)).strftime("%Y-%m-%d")
    as_person(coordinator).post(ADD, typed(worker, f"{day}T17:00", f"{following}T08:30"))
    shift = Shift.objects.get()
    assert (shift.ends_at - shift.starts_at).total_seconds() == hours * 3600
    at_dawn = shift.ends_at - timedelta(minutes=1)
    assert [one.person for one in Shift.objects.on_duty(at_dawn, shift.team)] == [worker]
    assert not Shift.objects.on_duty(shift.ends_at, shift.team).exists()


def test_only_people_of_the_team_or_of_one_that_shares_the_rota(coordinator, as_person):
    oost, zuid = Team.objects.get(name="WOT Oost"), Team.objects.get(name="WOT Zuid")
    neighbour = people.wot_worker("WOT Zuid", name="Buurman")
    times = ("2027-06-01T17:00", "2027-06-02T08:30")
    assert "Kies een collega uit de lijst." in text(as_person(coordinator).post(ADD, typed(neighbour, *times)))
    zuid.change(by=people.BY, reason="other", shares_rota_of=oost)
    assert as_person(coordinator).post(ADD, typed(neighbour, *times)).status_code == 302
    assert "Buurman" in text(as_person(people.wot_worker("WOT Zuid")).get("/rooster/"))
    assert rota.rota_of(Team.objects.get(name="WOT Zuid")) == oost


def test_who_coordinates_two_teams_chooses_the_team(as_person):
    coordinator = people.coordinator()
    place = {"organisation": coordinator.memberships_now[0].organisation, "by": people.BY}
    zuid = Team.objects.get(name="WOT Zuid")
    join_team(coordinator, role="coordinator", function="coordinator", team=zuid, **place)
    neighbour, client = people.wot_worker("WOT Zuid"), as_person(User.objects.get(pk=coordinator.pk))
    assert "Voor welk team?" in text(client.get(ADD))
    times = ("2027-06-01T17:00", "2027-06-02T08:30")
    wrong = typed(neighbour, *times, team=Team.objects.get(name="WOT Oost").pk)
    assert "Deze collega werkt niet bij dit team." in text(client.post(ADD, wrong))
    assert client.post(ADD, typed(neighbour, *times, team=zuid.pk)).status_code == 302


def test_the_same_form_twice_is_one_shift(coordinator, worker):
    team = Team.objects.get(name="WOT Oost")
    told = {"by": coordinator, "form_key": uuid.uuid4(), "team": team, "person": worker, "order": 1}
    told |= {"starts_at": timezone.now(), "ends_at": timezone.now() + timedelta(hours=2), "phone": "06-00000005"}
    assert rota.add_shift(**told) == rota.add_shift(**told)
    with pytest.raises(SentBefore):
        rota.add_shift(**{**told, "phone": "06-00000006"})


def test_a_shift_is_taken_off_with_a_reason(coordinator, worker, as_person):
    shift, desk = people.shift(worker, by=coordinator), as_person(coordinator)
    address = f"/rooster/{shift.shown_code}/weghalen/"
    assert "Kies een reden." in text(desk.post(address, {}))
    assert "Schrijf kort op" in text(desk.post(address, {"reason": "other"}))
    assert desk.post(address, {"reason": "other", "words": "Valt van de trap."}).status_code == 302
    shift.refresh_from_db()
    assert shift.ended_because == "other"
    assert Event.objects.get(verb="end_shift").reason == "other"
    assert "Valt van de trap." in text(desk.get(f"/rooster/{shift.shown_code}/"))
    assert not Shift.objects.on_duty(timezone.now(), shift.team).exists()
    assert people.shift(people.wot_worker(), by=coordinator).order == 1, "there is room again"


def test_who_takes_a_shift_off_second_reads_who_was_first_and_keeps_the_words(coordinator, worker, as_person):
    address = f"/rooster/{people.shift(worker, by=coordinator).shown_code}/weghalen/"
    first, second = {"reason": "other", "words": "Valt van de trap."}, {"reason": "other", "words": "Ruilt met Kim."}
    for _ in range(2):
        assert as_person(coordinator).post(address, first).status_code == 302, "the same form twice is one deed"
    reply = as_person(people.coordinator()).post(address, second)
    assert reply.status_code == 409
    assert "Coördinator 1 heeft dit net gewijzigd." in text(reply)
    assert "Ruilt met Kim." in text(reply)


@pytest.mark.django_db(transaction=True)
def test_of_two_coordinators_at_once_one_is_refused():
    first, second = people.coordinator(), people.coordinator()
    pair = people.wot_worker(), people.wot_worker()
    starts, ends = timezone.now(), timezone.now() + timedelta(hours=8)

    def plan(coordinator, person):
        def deed(barrier):
            team = Team.objects.get(name="WOT Oost")
            words = {"team": team, "person": person, "order": 1, "form_key": uuid.uuid4()}
            barrier.wait(timeout=30)
            rota.add_shift(by=coordinator, starts_at=starts, ends_at=ends, **words)
            return "done"

        return deed

    assert sorted(race(plan(first, pair[0]), plan(second, pair[1]))) == ["ValidationError", "done"]
    assert Shift.objects.count() == 1
