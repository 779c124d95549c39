"""People in a place, made the way the product makes them."""

import itertools
import uuid
from datetime import timedelta

from django.utils import timezone

from signalering.accounts import rota
from signalering.accounts.actions import end_membership, join_team, open_account
from signalering.accounts.invitations import begin, invite, open_shop
from signalering.accounts.models import Organisation, Team, User
from signalering.accounts.models.people import Role
from signalering.audit.actors import system

BY = system("accounts")
number = itertools.count(1001)  # so that no name is the beginning of another


def person(role, function, *, team=None, organisation="WOT Schiedam", name=None, email=None):
    """Somebody with an account and one place."""
    count = next(number)  # the default name ends in the number that the password ends in
    user = open_account(
        email=email or f"mens-{count}@example.org",
        name=name or f"Medewerker {count}",
        password=f"wachtwoord-{count}",
        by=BY,
    )
    join_team(
        user,
        role=role,
        function=function,
        organisation=Organisation.objects.get(name=organisation),
        team=Team.objects.get(name=team) if team else None,
        by=BY,
    )
    return User.objects.get(pk=user.pk)


def moved(user, team):
    """Somebody leaves their first place and becomes a WOT worker of another team."""
    here = user.memberships_now[0]
    end_membership(here, by=BY)
    told = {"role": Role.WOT_WORKER, "function": "wot_worker", "organisation": here.organisation, "by": BY}
    join_team(user, team=Team.objects.get(name=team), **told)
    return User.objects.get(pk=user.pk)


def home_care(**details):
    """A home-care worker who reports."""
    return person(Role.REPORTER, "home_care", organisation="Frankelandgroep", **details)


def youth_worker(**details):
    """A youth worker who reports."""
    return person(Role.REPORTER, "youth_worker", organisation="DOCK", **details)


def shopkeeper(**details):
    """A shopkeeper who reports."""
    return person(Role.SHOPKEEPER, "shopkeeper", organisation="Stichting Lets Ruilwinkel Schiedam", **details)


def wot_worker(team="WOT Oost", **details):
    """A WOT worker at a desk."""
    return person(Role.WOT_WORKER, "wot_worker", team=team, **details)


def coordinator(team="WOT Oost", **details):
    """A coordinator of a team."""
    return person(Role.COORDINATOR, "coordinator", team=team, **details)


def partner(team="Ontruimingspreventie", **details):
    """A specialist of a programme."""
    return person(Role.PARTNER, "specialist", team=team, **details)


def privacy_officer(**details):
    """The privacy officer of the municipality."""
    return person(Role.PRIVACY_OFFICER, "privacy_officer", organisation="Gemeente Schiedam", **details)


def administrator(**details):
    """Who runs the system and sees no person."""
    return person(Role.ADMINISTRATOR, "administrator", organisation="Gemeente Schiedam", **details)


def shop(team="WOT Oost", by=None, name=None, **details):
    """A shop that reports to a team, without a phone yet."""
    details.setdefault("function", "shopkeeper")
    team = Team.objects.get(name=team)
    return open_shop(name=name or f"Buurtwinkel {next(number)}", team=team, by=by or BY, **details)


def shop_token(of, by=None):
    """A new QR code for a shop, made by a coordinator of its team."""
    return invite(of, by=by or coordinator(of.team.name), form_key=uuid.uuid4())


def shop_phone(of=None, token=None):
    """A phone of a shop that began with a QR code: its ticket and its row."""
    return begin(token or shop_token(of or shop()), user_agent="Android")


def shift(of, by=None, *, order=1, hours=(-1, 12), phone="06-00000001", **details):
    """Somebody is on duty for their team: since an hour, for half a day."""
    team = of.teams[0]
    starts, ends = (timezone.now() + timedelta(hours=hour) for hour in hours)
    words = {"team": team, "starts_at": starts, "ends_at": ends, "form_key": uuid.uuid4(), **details}
    return rota.add_shift(by=by or coordinator(team.name), person=of, order=order, phone=phone, **words)
