"""The pages of routing: an administrator edits a draft and puts it in force, coordinators see it afterwards."""

import threading
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import connection

from signalering.accounts.models import Area, Team, TeamClosure
from signalering.audit.models import Event
from signalering.cases.actions import routing_tables
from signalering.cases.models import RoutingTable
from signalering.cases.working_days import today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases import routing_tables as tables
from tests.cases.counting import statements

pytestmark = pytest.mark.django_db

READERS = (people.administrator, people.coordinator, people.privacy_officer)
OTHERS = (people.wot_worker, people.home_care, people.partner, people.shopkeeper)
RULE = {"where": "", "theme": "", "age": "", "urgency": "", "expertise": ""}


@pytest.fixture
def admin():
    return people.administrator()


@pytest.fixture
def office(as_person, admin):
    return as_person(admin)


def at(table, act=""):
    return f"/beheer/routering/{table.shown_code}/{act}"


def text(reply):
    return reply.content.decode()


def pk_of(team):
    return str(Team.objects.get(name=team).pk)


def in_order(table):
    """The teams of a table in the order of its rules."""
    return [rule.team.name for rule in table.rules.in_use()]


@pytest.mark.parametrize("who", READERS)
def test_who_looks_after_routing_reads_the_table_in_force(as_person, who):
    client, table = as_person(who()), tables.in_force()
    assert "geldt nu" in text(client.get("/beheer/routering/"))
    page = text(client.get(at(table)))
    for words in (
        "bespreken is niet veilig",
        "jonger dan 18",
        "wijk Oost (Schiedam)",
        "WOT Oost",
    ):
        assert words in page
    assert "Wijzigen" not in page
    assert "Regel toevoegen" not in page


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_does(as_person, who):
    client, table = as_person(who()), tables.draft()
    for address in ("/beheer/routering/", at(table), at(table, "proberen/"), at(table, "invoeren/")):
        assert client.get(address).status_code == 403
    assert Event.objects.filter(result="refused", verb="read_routing").exists()


@pytest.mark.parametrize("who", [people.coordinator, people.privacy_officer, people.wot_worker])
def test_only_the_administrator_changes_a_draft(as_person, who):
    client, table = as_person(who()), tables.draft()
    before = in_order(table), RoutingTable.objects.count()
    rule = table.rules.in_use().first()
    for act, told in (
        ("kopie/", {"form_key": uuid.uuid4()}),
        ("regel/", {**RULE, "team": pk_of("WOT Zuid"), "form_key": uuid.uuid4()}),
        ("volgorde/", {"rule": rule.pk, "act": "remove"}),
        ("invoeren/", {"valid_from": today().isoformat()}),
    ):
        assert client.post(at(table, act), told).status_code == 403, act
    table.refresh_from_db()
    assert (in_order(table), RoutingTable.objects.count(), table.valid_from) == (*before, None)


@pytest.mark.parametrize("act", ["copy", "add", "change", "rearrange", "start"])
def test_the_acts_themselves_refuse_a_coordinator(act):
    table, chief = tables.draft(), people.coordinator()
    rule, team = table.rules.in_use().first(), Team.objects.get(name="WOT Zuid")
    acts = {
        "copy": lambda: routing_tables.copy_table(table, by=chief, form_key=uuid.uuid4()),
        "add": lambda: routing_tables.add_rule(table, by=chief, form_key=uuid.uuid4(), team=team),
        "change": lambda: routing_tables.change_rule(table, rule, by=chief, version=rule.version, team=team),
        "rearrange": lambda: routing_tables.rearrange(table, by=chief, rule=rule, act="down"),
        "start": lambda: routing_tables.put_in_force(table, by=chief, valid_from=today()),
    }
    with pytest.raises(PermissionDenied):
        acts[act]()


def test_a_copy_is_a_draft_with_the_same_rules_and_changes_nothing(office, admin):
    table, key = tables.in_force(), uuid.uuid4()
    for _ in range(2):  # the same form sent twice is one deed
        reply = office.post(at(table, "kopie/"), {"form_key": key})
    draft = RoutingTable.objects.get(form_key=key)
    assert reply["Location"] == at(draft)
    assert (draft.number, draft.made_by, draft.copied_from, draft.is_draft) == (2, admin, table, True)
    assert in_order(draft) == in_order(table)
    assert tables.in_force() == table


def test_the_acts_on_a_rule(office):
    table, area = tables.draft(), Area.objects.get(municipality="Schiedam", name="West")
    told = {**RULE, "where": str(area.pk), "theme": "loneliness", "needs_open": "on", "team": pk_of("WOT Zuid")}
    key = uuid.uuid4()
    for _ in range(2):
        assert office.post(at(table, "regel/"), {**told, "form_key": key})["Location"] == at(table)
    rule = table.rules.get(form_key=key)
    assert (rule.area, rule.theme, rule.needs_open, rule.needs_place) == (area, "loneliness", True, False)
    assert in_order(table)[-2:] == ["WOT Zuid", "CO-team"]
    office.post(at(table, "volgorde/"), {"rule": rule.pk, "act": "up"})
    assert in_order(table)[-3:] == ["WOT Zuid", "WOT Zuid", "CO-team"]
    page = text(office.get(at(table, f"regel/?regel={rule.pk}")))
    assert f'<option value="{area.pk}" selected>' in page
    office.post(at(table, f"regel/?regel={rule.pk}"), {**told, "where": "in Schiedam", "version": rule.version + 1})
    rule.refresh_from_db()
    assert (rule.area, rule.municipality) == (None, "Schiedam")
    office.post(at(table, "volgorde/"), {"rule": rule.pk, "act": "remove"})
    rule.refresh_from_db()
    assert (rule.active, in_order(table)) == (False, in_order(tables.in_force()))
    done = list(
        Event.objects.filter(root_id=table.pk, record_id=rule.pk).order_by("id").values_list("reason", flat=True)
    )
    assert done == ["rule_added", "rule_moved", "rule_changed", "rule_removed"]


def test_the_first_goes_not_up_and_the_last_not_down(office):
    table = tables.draft()
    first, *_, last = table.rules.in_use()
    before = in_order(table)
    office.post(at(table, "volgorde/"), {"rule": first.pk, "act": "up"})
    office.post(at(table, "volgorde/"), {"rule": last.pk, "act": "down"})
    office.post(at(table, "volgorde/"), {"rule": last.pk, "act": "sideways"})
    office.post(at(table, "volgorde/"), {"rule": "x", "act": "up"})
    assert in_order(table) == before


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"team": ""}, "Kies een team."),
        ({"team": "x"}, "Kies een team uit de lijst."),
        ({"where": "Narnia"}, "Kies iets uit de lijst."),
        ({"theme": "fraude"}, "Kies iets uit de lijst."),
        ({"expertise": "\0"}, "Kies iets uit de lijst."),
        ({"form_key": "x"}, "Laad de pagina opnieuw."),
    ],
)
def test_what_is_wrong_with_a_rule_is_said_and_nothing_happens(office, told, sentence):
    table = tables.draft()
    reply = office.post(at(table, "regel/"), {**RULE, "team": pk_of("WOT Zuid"), "form_key": uuid.uuid4(), **told})
    assert sentence in text(reply)
    assert in_order(table) == in_order(tables.in_force())


def test_a_programme_team_is_no_choice(office):
    table = tables.draft()
    assert "Ontruimingspreventie" not in text(office.get(at(table, "regel/")))


def test_a_rule_of_another_table_or_of_none_is_not_there(office):
    table, other = tables.draft(), tables.in_force().rules.in_use().first()
    for key in (other.pk, uuid.uuid4(), "x", "\0"):
        assert office.get(at(table, "regel/"), {"regel": str(key)}).status_code == 404


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(office):
    table = tables.draft()
    rule = table.rules.in_use().first()
    told = {**RULE, "not_safe": "on", "team": pk_of("WOT Zuid"), "version": rule.version}
    office.post(at(table, f"regel/?regel={rule.pk}"), told)
    reply = office.post(at(table, f"regel/?regel={rule.pk}"), {**told, "team": pk_of("WOT Oost")})
    assert reply.status_code == 409
    assert in_order(table)[0] == "WOT Zuid"


def test_a_table_is_put_in_force_from_a_day_on_and_never_changes_again(office, admin):
    table, tomorrow = tables.draft(), today() + timedelta(days=1)
    tables.rule(table, "WOT Zuid", by=admin, theme="money_or_rent")
    yesterday = (today() - timedelta(days=1)).isoformat()
    assert "Kies vandaag of een latere dag." in text(office.post(at(table, "invoeren/"), {"valid_from": yesterday}))
    office.post(at(table, "proberen/"), {"last": "100"})
    assert office.post(at(table, "invoeren/"), {"valid_from": tomorrow.isoformat()})["Location"] == at(table)
    table.refresh_from_db()
    assert (table.valid_from, table.is_draft) == (tomorrow, False)
    assert "geldt later" in text(office.get(at(table)))
    assert cases.signal().team.name == "WOT Oost", "not before that day"
    rule = table.rules.in_use().first()
    for act in ("regel/", "invoeren/"):
        assert office.get(at(table, act))["Location"] == at(table)
    assert office.post(at(table, "volgorde/"), {"rule": rule.pk, "act": "remove"})["Location"] == at(table)
    with pytest.raises(ValidationError):
        routing_tables.rearrange(table, by=admin, rule=rule, act="remove")
    assert rule in table.rules.in_use()
    event = Event.objects.get(verb="put_in_force")
    assert (event.actor, event.record_id, event.reason) == (admin, table.pk, "put_in_force")


def test_a_table_holds_only_after_it_was_tried_as_it_is(office, admin, as_person):
    table, when = tables.draft(), {"valid_from": today().isoformat()}
    refused = "Probeer deze tabel eerst op eerdere signalen."
    assert refused in text(office.post(at(table, "invoeren/"), when))
    office.post(at(table, "proberen/"), {"last": "7"})
    call_command("try_routing", str(table.number))
    assert refused in text(office.post(at(table, "invoeren/"), when)), "nobody saw an outcome"
    as_person(people.coordinator()).post(at(table, "proberen/"), {"last": "100"})
    tables.rule(table, "WOT Zuid", by=admin, theme="money_or_rent")
    assert refused in text(office.post(at(table, "invoeren/"), when)), "changed since"
    other = tables.draft()
    office.post(at(other, "proberen/"), {"last": "100"})
    assert refused in text(office.post(at(table, "invoeren/"), when)), "another table was tried"
    table.refresh_from_db()
    assert table.is_draft
    office.post(at(table, "proberen/"), {"last": "100"})
    assert as_person(people.wot_worker()).post(at(table, "volgorde/")).status_code == 403
    assert office.post(at(table, "invoeren/"), when)["Location"] == at(table)


@pytest.mark.parametrize("told", [{"needs_place": True}, {"theme": "loneliness"}, {"area_known": "no"}])
def test_a_table_without_a_last_resort_never_holds(office, admin, told):
    table = tables.draft()
    *_, last = table.rules.in_use()
    same = {**tables.EMPTY, **told}
    routing_tables.change_rule(table, last, by=admin, version=last.version, team=last.team, **same)
    page = text(office.post(at(table, "invoeren/"), {"valid_from": today().isoformat()}))
    assert "De laatste regel moet voor elk signaal gelden." in page
    table.refresh_from_db()
    assert table.is_draft


def test_a_coordinator_sees_afterwards_what_the_administrator_did(as_person, admin):
    chief, table = people.coordinator(), tables.draft(by=admin)
    client = as_person(chief)
    assert "Achteraf gezien" not in text(client.get(at(table))), "a draft changes nothing"
    tables.start(table, by=admin)
    page = text(client.get(at(table)))
    assert "Gezien</button>" in page
    assert f"{admin.name}" in page
    for _ in range(2):
        client.post(at(table, "gezien/"))
    assert Event.objects.get(verb="see_afterwards").actor == chief
    page = text(client.get(at(table)))
    assert "Gezien</button>" not in page
    assert f"Achteraf gezien door: {chief.name}." in " ".join(page.split())
    assert "Gezien</button>" in text(as_person(people.coordinator("WOT Zuid")).get(at(table)))
    assert as_person(admin).post(at(table, "gezien/")).status_code == 403, "who did it is not who saw it afterwards"


def test_the_shipped_table_waits_for_nobody(as_person):
    assert "Gezien</button>" not in text(as_person(people.coordinator()).get(at(tables.in_force())))


@pytest.mark.counts
def test_the_pages_cost_the_same_however_long_the_table_is(office, admin):
    table = tables.draft(by=admin)
    office.get(at(table))
    few = len(statements(office, at(table)))
    listed = len(statements(office, "/beheer/routering/"))
    for _ in range(10):
        tables.rule(table, "WOT Zuid", by=admin, first=False, theme="loneliness")
        tables.draft(by=admin)
    assert len(statements(office, at(table))) == few <= 12
    assert len(statements(office, "/beheer/routering/")) == listed <= 12


@pytest.mark.parametrize("code", ["ZZZZ-ZZZZ", "%00", "x" * 300])
def test_a_strange_code_is_not_there(office, code):
    assert office.get(f"/beheer/routering/{code}/").status_code == 404


def test_a_coordinator_says_what_the_team_takes(as_person):
    chief = people.coordinator()
    client, team = as_person(chief), Team.objects.get(name="WOT Oost")
    told = {"places_a_week": "12", "expertise": ["debt"], "open_days": ["1", "2"], "version": team.version}
    assert client.post("/team/gegevens/", told).status_code == 302
    team.refresh_from_db()
    assert (team.places_a_week, team.expertise, team.open_days) == (12, ["debt"], [1, 2])
    assert Event.objects.get(verb="change_team_facts").actor == chief
    cases.signal()
    page = text(client.get("/team/gegevens/"))
    assert 'value="12"' in page
    assert "Deze week" in page


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"places_a_week": "-1"}, "Vul een getal in van 0 tot 500."),
        ({"places_a_week": "veel"}, "Vul een getal in van 0 tot 500."),
        ({"places_a_week": "501"}, "Vul een getal in van 0 tot 500."),
        ({"expertise": ["x"]}, "Kies iets uit de lijst."),
        ({"open_days": ["8"]}, "Kies iets uit de lijst."),
        ({"open_days": ["\0"]}, "Kies iets uit de lijst."),
    ],
)
def test_what_is_wrong_with_the_facts_is_said(as_person, told, sentence):
    client = as_person(people.coordinator())
    assert sentence in text(client.post("/team/gegevens/", {"version": "1", **told}))
    assert Team.objects.get(name="WOT Oost").version == 1


def test_a_team_is_closed_and_open_again(as_person):
    client = as_person(people.coordinator())
    days = {
        "first_day": today().isoformat(),
        "last_day": (today() + timedelta(days=2)).isoformat(),
        "reason": "training",
    }
    for _ in range(2):
        assert client.post("/team/gegevens/sluiting/", days).status_code == 302
    closure = TeamClosure.objects.get()
    assert "Scholing" in text(client.get("/team/gegevens/"))
    assert cases.signal().team.name == "CO-team"
    client.post("/team/gegevens/sluiting/intrekken/", {"closure": closure.pk})
    closure.refresh_from_db()
    assert not closure.active
    assert "Scholing" not in text(client.get("/team/gegevens/"))
    assert cases.signal().team.name == "WOT Oost"


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (2, 1, "De laatste dag ligt voor de eerste dag."),
        (-9, -8, "Deze dagen zijn al voorbij."),
        (0, 400, "Kies hoogstens een jaar."),
    ],
)
def test_days_that_cannot_be_meant_are_refused(as_person, first, last, sentence):
    days = {name: (today() + timedelta(days=n)).isoformat() for name, n in (("first_day", first), ("last_day", last))}
    page = text(as_person(people.coordinator()).post("/team/gegevens/sluiting/", {**days, "reason": "holiday"}))
    assert sentence in page
    assert not TeamClosure.objects.exists()


def test_only_its_own_coordinators_speak_for_a_team(as_person):
    zuid = Team.objects.get(name="WOT Zuid")
    client = as_person(people.coordinator())
    assert client.get("/team/gegevens/", {"team": zuid.pk}).status_code == 404
    assert client.post(f"/team/gegevens/?team={zuid.pk}", {"version": "1", "places_a_week": "0"}).status_code == 404
    for who in (people.wot_worker, people.administrator, people.privacy_officer, people.home_care):
        assert as_person(who()).get("/team/gegevens/").status_code == 403
    zuid.refresh_from_db()
    assert zuid.places_a_week is None


@pytest.mark.django_db(transaction=True)
def test_two_copies_at_once_get_two_numbers():
    admin, table, keys = people.administrator(), tables.in_force(), [uuid.uuid4(), uuid.uuid4()]
    barrier, errors = threading.Barrier(2), []

    def copy(key):
        barrier.wait()
        try:
            routing_tables.copy_table(table, by=admin, form_key=key)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=copy, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert set(RoutingTable.objects.filter(form_key__in=keys).values_list("number", flat=True)) == {2, 3}
