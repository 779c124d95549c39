"""The morning look: each number leads to exactly what it counts, and only coordinators see who has how much to do."""

from datetime import timedelta

import pytest

from signalering.accounts.models import Team
from signalering.audit.reading import reading
from signalering.cases.actions import standing_in
from signalering.cases.models import Deadline
from signalering.cases.working_days import today
from signalering.referrals.actions import answering
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements
from tests.cases.test_inbox import due
from tests.referrals import factories as referrals
from tests.words import stands

pytestmark = pytest.mark.django_db

YESTERDAY = timedelta(days=-1)
SEALED = ("Mw. A.", "9012", "3117 BX", "ongeopende")


@pytest.fixture
def director():
    return people.wot_worker()


@pytest.fixture
def coordinator():
    return people.coordinator()


def late(record, **values):
    """A record whose day has passed."""
    record.refresh_from_db()
    record.change(by=people.BY, reason="started", **values)
    return record


@pytest.fixture
def busy(director):
    """A team with one of everything that is late, came back, or waits."""
    waiting, overdue = cases.signal(), due(cases.signal(), today() + YESTERDAY)
    Deadline.objects.get(about_id=overdue.pk, rule__slug="DL13").change(
        by=people.BY, reason="started", due_on=today() + YESTERDAY
    )
    case = late(cases.case(by=director), next_due=today() + YESTERDAY)
    sent, unanswered = referrals.sent(case), referrals.sent(case)
    late(unanswered, answer_due=today() + YESTERDAY)
    back = referrals.sent(cases.case(by=director))
    receiver = people.partner()
    with reading(by=receiver, purpose="debt"):
        answering.send_back(back, by=receiver, reason="full")
    return {"waiting": waiting, "overdue": overdue, "case": case, "sent": sent, "late": unanswered, "back": back}


def numbers(client):
    return {item["label"]: item for item in client.get("/vandaag/").context["numbers"]}


def behind(client, item):
    """The codes on the list that a number leads to."""
    reply = client.get(item["url"])
    assert reply.status_code == 200
    if "rows" in reply.context and item["url"].startswith("/vandaag/"):
        return [row["code"] for row in reply.context["rows"]]
    return [row["signal"].shown_code for row in reply.context["rows"]]


def test_each_number_leads_to_exactly_these(as_person, busy, coordinator):
    client = as_person(coordinator)
    found = {label: (item["number"], behind(client, item)) for label, item in numbers(client).items()}
    case, back, overdue = (busy[name] for name in ("case", "back", "overdue"))
    for number, codes in found.values():
        assert number == len(codes)
    assert set(found["Wacht op triage"][1]) == {busy["waiting"].shown_code, overdue.shown_code}
    assert found["Signalen die te laat zijn"][1] == [overdue.shown_code]
    assert found["Bericht aan de melder is te laat"][1] == [overdue.shown_code]
    assert found["Casussen waar iets te laat is"][1] == [case.shown_code]
    assert found["Verwijzingen zonder reactie"][1] == [case.shown_code, case.shown_code]
    assert found["Verwijzingen met een te late reactie"][1] == [case.shown_code]
    assert found["Teruggestuurd: kies iets anders"][1] == [back.case.shown_code]


def test_a_colleague_sees_the_desk_and_their_own_cases_and_nobodys_load(as_person, busy, director):
    page = as_person(director).get("/vandaag/")
    assert numbers(as_person(director))["Casussen waar iets te laat is"]["number"] == 1
    assert "Werk per collega" not in page.content.decode()
    other = people.wot_worker()
    mine = numbers(as_person(other))
    assert mine["Wacht op triage"]["number"] == 2
    for label in ("Casussen waar iets te laat is", "Verwijzingen zonder reactie", "Teruggestuurd: kies iets anders"):
        assert mine[label]["number"] == 0
        assert behind(as_person(other), mine[label]) == []


def test_another_team_sees_nothing_of_it(as_person, busy):
    for person in (people.coordinator("WOT Zuid"), people.wot_worker("WOT Zuid")):
        assert {item["number"] for item in numbers(as_person(person)).values()} == {0}


def test_who_should_have_answered_sees_that_too(as_person, coordinator):
    case = cases.case(by=people.wot_worker("WOT Zuid"), about=cases.signal(area=zuid()))
    team = Team.objects.get(name="WOT Oost")
    incoming = late(referrals.sent(case, programme="Ontruimingspreventie", team=team), answer_due=today() + YESTERDAY)
    client = as_person(coordinator)
    ours = numbers(client)["Verwijzingen waarop wij te laat reageren"]
    assert (ours["number"], behind(client, ours)) == (1, [incoming.shown_code])


def zuid():
    return Team.objects.get(name="WOT Zuid").areas.first()


def test_work_per_colleague_with_who_is_away_and_the_way_to_divide(as_person, busy, director, coordinator):
    quiet = people.wot_worker()
    standing_in.arrange(
        by=coordinator,
        team=Team.objects.get(name="WOT Oost"),
        person=director,
        stand_in=quiet,
        until=today(),
        reason="leave",
    )
    client = as_person(coordinator)
    reply = client.get("/vandaag/")
    rows = {row["person"]: row for row in reply.context["colleagues"]}
    assert (rows[director]["number"], rows[director]["late"]) == (2, 1)
    assert (rows[quiet]["number"], rows[quiet]["late"]) == (0, 0)
    assert f"{quiet} vervangt tot en met" in reply.content.decode()
    divide = client.get("/casussen/", {"lijst": "team", "regisseur": director.pk})
    assert {case.code for case in divide.context["page"].records} == {busy["case"].code, busy["back"].case.code}
    assert f"/casussen/{busy['case'].shown_code}/overdragen/" in divide.content.decode()
    nobody = client.get("/casussen/", {"lijst": "team", "regisseur": quiet.pk})
    assert nobody.context["page"].records == []
    strange = client.get("/casussen/", {"lijst": "team", "regisseur": "iemand"})
    assert len(strange.context["page"].records) == 2


def test_a_colleague_divides_nothing(as_person, busy, director):
    page = as_person(people.wot_worker()).get("/casussen/", {"lijst": "team", "regisseur": director.pk})
    assert "overdragen" not in page.content.decode()


def test_nothing_of_a_person_stands_there(as_person, busy, coordinator):
    client = as_person(coordinator)
    for address in ["/vandaag/", *(item["url"] for item in numbers(client).values())]:
        page = client.get(address).content.decode()
        for word in SEALED:
            assert not stands(word, page), (address, word)


@pytest.mark.counts
def test_it_costs_the_same_however_much_there_is(as_person, busy, director, coordinator):
    client = as_person(coordinator)
    client.get("/vandaag/")
    few = statements(client, "/vandaag/")
    lists = [item["url"] for item in numbers(client).values()]
    for _ in range(4):
        person = people.wot_worker()
        referrals.sent(late(cases.case(by=person), next_due=today() + YESTERDAY))
    many = statements(client, "/vandaag/")
    assert len(few) == len(many) <= 12, "\n".join(many)
    for address in lists:
        client.get(address)  # a filter that changes is kept, once
        assert len(statements(client, address)) <= 12, address
