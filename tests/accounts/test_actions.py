"""Accounts are opened, placed and closed; who watches or maintains never works with content."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.utils import timezone

from signalering.accounts.access import may
from signalering.accounts.actions import close_account, end_membership, join_team, open_account
from signalering.accounts.models import AuditScopePersonGrant, Membership, Organisation, Team, User
from signalering.accounts.models.people import Role
from signalering.accounts.passwords import new_password
from signalering.audit.actors import system
from signalering.audit.models import AuditScope, Event
from tests.accounts import factories as people

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
BY = system("accounts")
CONTENT = (people.home_care, people.shopkeeper, people.wot_worker, people.coordinator, people.partner)
ALONE = (people.privacy_officer, people.administrator)


def give_place(person, role, **details):
    """One more place for somebody."""
    words = {"function": "wot_worker", "organisation": Organisation.objects.get(name="WOT Schiedam"), **details}
    return join_team(person, role=role, by=BY, **words)


def team(name="WOT Zuid"):
    """A team by its name."""
    return Team.objects.get(name=name)


def test_an_opened_account_is_on_record_and_can_sign_in():
    user = open_account(email=" Iemand@Example.org ", name="  Regisseur   9 ", password="lang-genoeg-1", by=BY)
    assert (user.email, user.name) == ("Iemand@Example.org", "Regisseur 9")
    assert user.check_password("lang-genoeg-1")
    event = Event.objects.get(verb="open_account", record_id=user.pk)
    assert (event.system, event.reason, event.result) == ("accounts", "joined", "done")


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("", "Naam"),
        ("geen adres", "Naam"),
        ("a@b", "Naam"),
        ("a@example.org\x00", "Naam"),
        ("a@\ud800.org", "Naam"),
        (f"{'a' * 250}@example.org", "Naam"),
        ("a@example.org", "   "),
        ("a@example.org", "x" * 101),
        ("a@example.org", "regel\u202eom"),
    ],
)
def test_a_bad_address_or_name_is_refused_with_a_sentence(email, name):
    with pytest.raises(ValidationError) as error:
        open_account(email=email, name=name, password="lang-genoeg-1", by=BY)
    assert error.value.messages[0].endswith(".")
    assert not User.objects.exists()


def test_an_address_is_used_once_whatever_its_capitals():
    open_account(email="iemand@example.org", name="Een", password="lang-genoeg-1", by=BY)
    with pytest.raises(ValidationError, match="al een account"):
        open_account(email="IEMAND@example.org", name="Twee", password="lang-genoeg-1", by=BY)


def test_a_coordinator_holds_both_groups_and_a_worker_only_the_desk():
    oost = team("WOT Oost")
    assert people.wot_worker().desks == [oost.desk_id]
    assert people.coordinator().desks == [oost.desk_id, oost.coordinators_id]
    assert people.home_care().desks == []


@pytest.mark.parametrize("role", [Role.WOT_WORKER, Role.COORDINATOR, Role.PARTNER])
def test_a_desk_role_needs_a_team(role):
    person = open_account(email="a@example.org", name="Naam", password="lang-genoeg-1", by=BY)
    with pytest.raises(ValidationError, match="hoort een team"):
        give_place(person, role)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.SHOPKEEPER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
def test_another_role_has_no_team(role):
    person = open_account(email="a@example.org", name="Naam", password="lang-genoeg-1", by=BY)
    with pytest.raises(ValidationError, match="hoort geen team"):
        give_place(person, role, team=team())


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"role": "director"}, "rol bestaat niet"),
        ({"role": Role.REPORTER, "function": "spy"}, "functie bestaat niet"),
        ({"role": Role.REPORTER, "until": timezone.now() - timedelta(days=1)}, "al voorbij"),
        ({"role": Role.PRIVACY_OFFICER, "municipality": "Delft"}, "gemeente Delft"),
    ],
)
def test_an_impossible_place_is_refused_and_leaves_nothing(details, sentence):
    person = open_account(email="a@example.org", name="Naam", password="lang-genoeg-1", by=BY)
    with pytest.raises(ValidationError, match=sentence):
        give_place(person, **details)
    assert not Membership.objects.exists()


@pytest.mark.parametrize("first", ALONE)
@pytest.mark.parametrize("second", [role for role in Role if role not in ("privacy_officer", "administrator")])
def test_who_watches_or_maintains_gets_no_other_role(first, second):
    place = {"team": team()} if second in ("wot_worker", "coordinator", "partner") else {}
    with pytest.raises(ValidationError, match="geen andere rol"):
        give_place(first(), second, **place)


@pytest.mark.parametrize("second", [Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
@pytest.mark.parametrize("first", CONTENT)
def test_nobody_with_another_role_watches_or_maintains(first, second):
    with pytest.raises(ValidationError, match="geen andere rol"):
        give_place(first(), second)


def test_who_maintains_does_not_watch():
    with pytest.raises(ValidationError, match="geen andere rol"):
        give_place(people.administrator(), Role.PRIVACY_OFFICER)
    with pytest.raises(ValidationError, match="geen andere rol"):
        give_place(people.privacy_officer(), Role.ADMINISTRATOR)


def test_a_role_that_has_ended_stands_in_nobodys_way():
    person = people.administrator()
    end_membership(person.memberships.get(), by=BY)
    give_place(person, Role.WOT_WORKER, team=team())
    assert person.roles == {Role.WOT_WORKER}


def test_a_role_that_still_has_to_begin_counts():
    person = people.administrator()
    place = person.memberships.get()
    place.change(by=BY, reason="joined", starts_at=timezone.now() + timedelta(days=2))
    with pytest.raises(ValidationError, match="geen andere rol"):
        give_place(person, Role.WOT_WORKER, team=team())


def test_a_worker_may_work_in_two_teams():
    person = people.wot_worker()
    give_place(person, Role.WOT_WORKER, team=team())
    assert person.desks == [team("WOT Oost").desk_id, team().desk_id]


def test_a_privacy_officer_may_review_one_municipality_until_the_place_ends():
    person = people.privacy_officer()
    schiedam, rotterdam = (AuditScope.objects.get(municipality=name) for name in ("Schiedam", "Rotterdam"))
    assert may(person, "review", schiedam)
    assert not may(person, "review", rotterdam)
    place = person.memberships.get()
    grant = AuditScopePersonGrant.objects.get()
    assert (grant.origin_kind, grant.origin_id) == ("office", place.pk)
    end_membership(place, by=BY)
    assert not may(person, "review", schiedam)
    assert [row.history_change_reason for row in AuditScopePersonGrant.history.all()] == ["ended", "joined"]


def test_a_review_ends_on_the_day_the_place_does():
    until = timezone.now() + timedelta(days=3)
    person = open_account(email="a@example.org", name="Naam", password="lang-genoeg-1", by=BY)
    give_place(person, Role.PRIVACY_OFFICER, until=until)
    assert AuditScopePersonGrant.objects.get().ends_at == until


def test_ending_a_place_twice_changes_it_once():
    place = people.wot_worker().memberships.get()
    end_membership(place, by=BY)
    ended = place.ends_at
    end_membership(place, by=BY)
    assert place.ends_at == ended
    assert place.history.count() == 2


def test_a_closed_account_is_refused_on_the_next_request(as_person):
    person, colleague = people.privacy_officer(), people.wot_worker()
    browser, other = as_person(person), as_person(colleague)
    assert browser.get("/account/apparaten/").status_code == 200
    UserSession.objects.create(
        user=person, session_key=browser.session.session_key, ip="127.0.0.1", user_agent="x", data={}
    )
    close_account(person, by=BY)
    person = User.objects.get(pk=person.pk)
    assert not person.is_active
    assert person.closed_at is not None
    assert not person.has_usable_password()
    assert person.memberships_now == []
    assert not may(person, "review", AuditScope.objects.get(municipality="Schiedam"))
    assert not UserSession.objects.exists()
    assert [session.get_decoded()["_auth_user_id"] for session in Session.objects.all()] == [str(colleague.pk)]
    assert browser.get("/account/apparaten/").status_code == 302
    assert other.get("/account/apparaten/").status_code == 200
    assert Event.objects.filter(verb="close_account", record_id=person.pk).count() == 1


def test_an_account_is_closed_once_and_then_gets_no_place():
    person = people.home_care()
    close_account(person, by=BY)
    with pytest.raises(ValidationError, match="al gesloten"):
        close_account(person, by=BY)
    with pytest.raises(ValidationError, match="gesloten"):
        give_place(person, Role.REPORTER)


def test_passwords_are_long_and_never_the_same():
    words = {new_password() for _ in range(200)}
    assert len(words) == 200
    assert {len(word) for word in words} == {19}
