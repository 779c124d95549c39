"""A main contractor and its subcontractor are equal partners: what counts is the team, never the organisation."""

from datetime import date

import pytest

from signalering.accounts.access import may
from signalering.accounts.models import Organisation, Team
from signalering.accounts.models.people import Role
from signalering.accounts.teams import organisations_of
from signalering.audit.reading import reading
from signalering.cases.actions import casework, triage
from signalering.cases.models import Case, Signal
from signalering.referrals.actions import answering
from signalering.referrals.models import Referral
from signalering.referrals.targets import Situation, weighed
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases import routing_tables as tables
from tests.cases.test_involvement import known
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db

PARTNERS = ("DOCK", "TOS")
WHO = {"surname": "Zeemeeuw", "birth_date": "24-11-1980"}
JOINT = "TOS en DOCK jongerenteam"


def worker(organisation, team="WOT Oost", role=Role.WOT_WORKER):
    """Somebody of this organisation at the desk of a team that may be another's."""
    return people.person(role, "wot_worker", team=team, organisation=organisation)


def text(reply):
    return reply.content.decode()


def test_one_works_under_the_other_and_both_stand_by_the_joint_team(as_person):
    tos, team = Organisation.objects.get(name="TOS"), Team.objects.get(name=JOINT)
    assert tos.subcontractor_of.name == "DOCK"
    assert organisations_of(team) == ["DOCK", "TOS"]
    assert {area.municipality for area in team.areas.all()} == {"Rotterdam"}
    page = text(as_person(people.wot_worker()).get("/sociale-kaart/", {"q": "jongerenteam tos"}))
    assert JOINT in page
    assert "DOCK, TOS" in page


@pytest.mark.parametrize("organisation", PARTNERS)
def test_a_signal_routed_to_a_team_is_read_listed_and_decided_by_both_alike(as_person, organisation):
    table = tables.draft()
    tables.rule(table, "WOT Zuid", theme="money_or_rent")
    tables.start(table)
    signal, by = cases.signal(), worker(organisation, "WOT Zuid")
    assert signal.team.name == "WOT Zuid"
    client = as_person(by)
    for address in ("/postvak/", "/signalen/", f"/signalen/{signal.shown_code}/"):
        assert signal.shown_code in text(client.get(address)), address
    assert may(by, "view_reporter", signal.reporter)
    with reading(by=by, purpose="debt"):
        case = triage.open_case(signal, by=by, reason="fits_team", legal_basis="consent", purpose="debt")
    assert may(by, "change", case)
    assert case.shown_code in text(client.get("/casussen/"))


@pytest.mark.parametrize(("first", "second"), [PARTNERS, PARTNERS[::-1]])
def test_a_colleague_of_the_other_partner_sees_what_any_colleague_sees(as_person, first, second):
    case = cases.case(by=worker(first))
    other, own = worker(second), worker(first)
    for colleague in (other, own):
        assert not may(colleague, "view", case), "colleagues see that a case exists, not its content"
        page = text(as_person(colleague).get("/casussen/?lijst=team"))
        assert case.shown_code in page
        assert f'href="/casussen/{case.shown_code}/"' not in page


@pytest.mark.parametrize("organisation", PARTNERS)
def test_a_coordinator_of_either_partner_gives_a_case_to_a_worker_of_the_other(as_person, organisation):
    chief = people.person(Role.COORDINATOR, "coordinator", team="WOT Oost", organisation=organisation)
    case, stand_in = cases.case(by=worker("TOS")), worker("DOCK")
    assert may(chief, "reassign", case)
    page = text(as_person(chief).get(f"/casussen/{case.shown_code}/overdragen/"))
    assert stand_in.name in page
    casework.reassign(case, by=chief, to=stand_in, reason="absent")
    assert may(stand_in, "change", case)


@pytest.mark.parametrize("organisation", [*PARTNERS, "WOT Schiedam"])
def test_to_be_of_the_same_organisation_gives_nothing(as_person, organisation):
    case = cases.case(by=worker(organisation))
    signal, stranger = cases.signal(), worker(organisation, "WOT Zuid")
    client = as_person(stranger)
    assert not may(stranger, "view", case)
    assert not may(stranger, "view", signal)
    assert not Case.objects.visible_to(stranger).exists()
    assert not Signal.objects.visible_to(stranger).exists()
    for address in (f"/casussen/{case.shown_code}/", f"/signalen/{signal.shown_code}/"):
        assert client.get(address).status_code == 404
    for address in ("/postvak/", "/signalen/", "/casussen/?lijst=team"):
        assert case.shown_code not in text(client.get(address))
        assert signal.shown_code not in text(client.get(address))


@pytest.mark.parametrize("organisation", PARTNERS)
def test_a_referral_to_the_joint_team_is_accepted_by_either_and_then_is_that_persons(as_person, organisation):
    referral = referrals.sent(programme=None, team=Team.objects.get(name=JOINT))
    mine = people.person(Role.PARTNER, "specialist", team=JOINT, organisation=organisation)
    others = [people.person(Role.PARTNER, "specialist", team=JOINT, organisation=name) for name in PARTNERS]
    for one in (mine, *others):
        assert may(one, "answer", referral)
        assert referral.shown_code in text(as_person(one).get("/verwijzingen/"))
    with reading(by=mine, purpose="debt"):
        answering.accept(Referral.objects.get(pk=referral.pk), by=mine, first_contact_on=date(2026, 11, 24))
    referral.refresh_from_db()
    assert may(mine, "act", referral)
    assert not any(may(one, "act", referral) for one in others), "of either organisation"


@pytest.mark.parametrize("organisation", PARTNERS)
def test_a_place_at_the_one_partner_opens_nothing_of_the_joint_team(organisation):
    referral = referrals.sent(programme=None, team=Team.objects.get(name=JOINT))
    elsewhere = people.person(Role.PARTNER, "specialist", team="Multimediawerkplaats", organisation=organisation)
    reporter = people.person(Role.REPORTER, "youth_worker", organisation=organisation)
    for one in (elsewhere, reporter):
        assert not may(one, "view", referral)
        assert not Referral.objects.visible_to(one).exists()


@pytest.mark.parametrize(("own", "other"), [PARTNERS, PARTNERS[::-1]])
def test_who_asks_who_is_involved_hears_of_either_partner_alike(as_person, own, other):
    case = known(people.wot_worker())
    referrals.accepted(case, programme=None, team=Team.objects.get(name=JOINT))
    signal, team = cases.signal(), Team.objects.get(name="WOT Oost")
    page = asked(as_person(people.wot_worker()), signal)
    assert "DOCK is betrokken." in page
    assert "TOS is betrokken." in page
    assert f"Overleg met {JOINT} van DOCK, TOS." in page
    team.change(by=people.BY, reason="other", organisation=Organisation.objects.get(name=own))
    page = asked(as_person(worker(own)), signal)
    assert f"{other} is betrokken." in page
    assert f"{own} is betrokken." not in page


def asked(client, signal):
    """What triage reads about who is involved with somebody."""
    told = {"purpose": "new_signal", **WHO, "legal_basis": "consent"}
    return text(client.post(f"/signalen/{signal.shown_code}/betrokken/", told))


def test_what_either_partner_offers_stands_in_the_same_groups_by_theme_and_name():
    groups = weighed(Situation(("youth_at_risk",), "16-17"), own_team=Team.objects.get(name="WOT Oost"))
    fitting, _others, teams = ([target.label for target in group] for _label, group in groups)
    assert {"Zakgeldproject", "Jongerenbijbanen"} <= set(fitting), "the one of DOCK, the other of TOS"
    labels = [target.label for target in groups[0][1] if target.warnings]
    assert labels == sorted(labels)
    assert JOINT in teams
