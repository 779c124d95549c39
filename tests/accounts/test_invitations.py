"""A shop begins with a QR code: three phones in three days, ended by its coordinators, and never a sign-in."""

import threading
import uuid
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import authenticate
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from signalering.accounts import invitations, phones
from signalering.accounts.access import may
from signalering.accounts.actions import close_account
from signalering.accounts.models import Invitation, Membership, Organisation, Phone, Shop, User
from signalering.accounts.models.people import DESK_ROLES, Role
from signalering.audit.actors import ActorKind
from signalering.audit.models import Event
from tests.accounts import factories as people
from tests.posting import mails_are_out

pytestmark = pytest.mark.django_db


def later(monkeypatch, **time):
    """The clock of this process moves on."""
    moved = timezone.now() + timedelta(**time)
    monkeypatch.setattr(timezone, "now", lambda: moved)


def test_a_shop_has_an_account_without_a_password_and_a_place_as_shopkeeper():
    shop = people.shop(name="  Bakker   Noord ")
    assert shop.account.name == "Bakker Noord"
    assert (shop.account.invited, shop.account.has_usable_password()) == (True, False)
    place = Membership.objects.get(person=shop.account)
    assert (place.role, place.function, place.organisation.kind) == ("shopkeeper", "shopkeeper", "shop")
    assert shop.account.email.endswith("@uitnodiging.invalid")


def test_a_known_organisation_is_used_again_and_stands_in_the_list_of_a_team_once():
    known = Organisation.objects.get(name="Stichting Lets Ruilwinkel Schiedam")
    shop = people.shop(name="stichting lets ruilwinkel schiedam")
    assert shop.account.memberships.get().organisation == known
    with pytest.raises(ValidationError):
        people.shop(name=known.name)
    assert people.shop("WOT Zuid", name=known.name).account != shop.account
    assert Shop.objects.count() == 2


def test_the_database_refuses_a_password_for_such_an_account():
    account = people.shop().account
    account.set_password("een-lang-wachtwoord")
    with pytest.raises(IntegrityError), transaction.atomic():
        account.save(update_fields=["password"])


@pytest.mark.parametrize("password", ["", "!", "een-lang-wachtwoord"])
def test_nobody_signs_in_as_a_shop(client, rf, password):
    account = people.shop().account
    assert authenticate(rf.post("/"), email=account.email, password=password) is None
    reply = client.post("/account/inloggen/", {"login": account.email, "password": password})
    assert "_auth_user_id" not in client.session
    assert reply.status_code == 200


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SHOPKEEPER])
def test_the_account_of_a_shop_gets_no_other_role(role):
    words = {"function": "wot_worker", "organisation": Organisation.objects.get(name="WOT Schiedam"), "by": people.BY}
    team = people.Team.objects.get(name="WOT Oost") if role in DESK_ROLES else None
    with pytest.raises(ValidationError):
        people.join_team(people.shop().account, role=role, team=team, **words)


def test_a_shop_gets_no_new_password_by_mail(client):
    account = people.shop().account
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    known = people.home_care()
    for email, mails in ((account.email, 0), (known.email, 1)):
        assert client.post("/account/wachtwoord/vergeten/", {"email": email}).status_code == 302
        mails_are_out()
        assert len(mail.outbox) == mails


def test_only_coordinators_of_the_team_invite():
    shop = people.shop()
    for other in (people.wot_worker(), people.coordinator("WOT Zuid"), people.shopkeeper(), shop.account):
        assert not may(other, "manage", shop)
        with pytest.raises(PermissionDenied):
            people.shop_token(shop, by=other)
    assert not Invitation.objects.exists()
    assert people.shop_token(shop)


def test_the_token_itself_is_kept_nowhere():
    token = people.shop_token(people.shop())
    ticket, phone = people.shop_phone(token=token)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = repr(cursor.fetchall())
            assert token not in rows, table
            assert ticket not in rows, table
    assert phones.phone_of(ticket) == phone


def test_three_phones_begin_and_a_fourth_does_not():
    shop = people.shop()
    token = people.shop_token(shop)
    began = [people.shop_phone(token=token) for _ in range(3)]
    assert len({ticket for ticket, _ in began}) == 3
    assert people.shop_phone(token=token) is None
    invitations.end_phone(shop, began[0][1], by=people.coordinator())
    assert people.shop_phone(token=token) is None, "who ends a phone does not open its place on the poster"
    assert shop.phones_in_use.count() == 2
    refused = Event.objects.filter(verb="begin_phone", result=Event.Result.REFUSED)
    assert [(event.actor, event.actor_kind) for event in refused] == [(shop.account, ActorKind.INVITATION)] * 2


def test_after_three_days_no_phone_begins_and_those_that_began_go_on(monkeypatch):
    token = people.shop_token(people.shop())
    ticket, _ = people.shop_phone(token=token)
    later(monkeypatch, hours=71, minutes=59)
    assert people.shop_phone(token=token)
    later(monkeypatch, minutes=2)
    assert people.shop_phone(token=token) is None
    assert phones.phone_of(ticket)


def test_a_new_code_ends_the_one_before_and_the_same_form_makes_none():
    shop, coordinator, key = people.shop(), people.coordinator(), uuid.uuid4()
    first = invitations.invite(shop, by=coordinator, form_key=key)
    assert invitations.invite(shop, by=coordinator, form_key=key) is None
    assert people.shop_phone(token=first)
    second = people.shop_token(shop)
    assert people.shop_phone(token=first) is None
    assert people.shop_phone(token=second)
    invitations.end_invitation(shop, by=coordinator)
    assert people.shop_phone(token=second) is None
    assert not shop.invitations.filter(ended_at=None).exists()


@pytest.mark.parametrize("token", ["", "x", "\0", "é" * 500, "A" * 43])
def test_an_unknown_code_begins_nothing(token):
    people.shop_token(people.shop())
    assert invitations.begin(token) is None
    assert Event.objects.get(verb="begin_phone").actor is None


def test_the_shop_of_a_closed_account_begins_no_phone():
    shop = people.shop()
    token = people.shop_token(shop)
    close_account(shop.account, by=people.BY)
    assert people.shop_phone(token=token) is None


def test_an_ended_phone_sends_nothing_more_and_only_its_coordinators_end_it():
    shop = people.shop()
    ticket, phone = people.shop_phone(shop)
    for other in (people.coordinator("WOT Zuid"), people.wot_worker(), shop.account):
        with pytest.raises(PermissionDenied):
            invitations.end_phone(shop, phone, by=other)
    assert phones.phone_of(ticket) == phone
    invitations.end_phone(shop, phone, by=people.coordinator())
    assert phones.phone_of(ticket) is None
    assert Phone.objects.get().ended_because == Phone.Ending.ENDED


def test_a_phone_that_is_used_lives_on_and_one_that_is_not_stops(monkeypatch):
    ticket, phone = people.shop_phone()
    assert phone.until - phone.used_at == timedelta(days=90)
    later(monkeypatch, days=80)
    phones.used(phones.phone_of(ticket))
    later(monkeypatch, days=80)
    assert phones.phone_of(ticket)
    later(monkeypatch, days=11)
    assert phones.phone_of(ticket) is None


@pytest.mark.django_db(transaction=True)
def test_many_phones_at_the_same_instant_are_counted_one_by_one():
    token, gate, began = people.shop_token(people.shop()), threading.Barrier(6), []

    def start():
        gate.wait()
        try:
            began.append(invitations.begin(token))
        finally:
            connection.close()

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(began) == 6
    assert sum(given is not None for given in began) == Phone.objects.count() == 3
    assert User.objects.filter(invited=True).count() == 1
