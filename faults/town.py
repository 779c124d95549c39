"""The people of one run: reporters, a desk, and a partner that gets referrals."""

from django.conf import settings
from django.db import transaction

from offline.town import signed_in
from signalering.accounts.actions import join_team, open_account
from signalering.accounts.models import Area, Organisation, Team, User
from signalering.accounts.models.people import Role
from signalering.audit.actors import system
from signalering.referrals.models import Programme

CSRF = "f" * 32
EACH = 50  # signals of one reporter
REPORTER = {"role": Role.REPORTER, "function": "home_care", "organisation": "Frankelandgroep"}
WORKER = {"role": Role.WOT_WORKER, "function": "wot_worker", "organisation": "WOT Schiedam", "team": "WOT Oost"}
PARTNER = {
    "role": Role.PARTNER,
    "function": "specialist",
    "organisation": "WOT Schiedam",
    "team": "Ontruimingspreventie",
}


@transaction.atomic
def two_and_their_reporters(pairs):
    """Two workers of one desk, and reporters for so many signals."""
    mark = User.objects.count()  # so that a second town can stand in the same database
    reporters = [person(f"Melder {mark} {number}", **REPORTER) for number in range(1 + pairs // EACH)]
    return [person(f"Regisseur {mark} {number}", **WORKER) for number in range(2)], reporters


@transaction.atomic
def people(count):
    """So many reporters and as many workers of one desk, each with the cookies of a session, and where to refer to."""
    area = Area.objects.get(municipality="Schiedam", name="Oost")
    person("Partner", **PARTNER)
    return {
        "reporters": [known(person(f"Melder {number}", **REPORTER)) for number in range(count)],
        "workers": [known(person(f"Regisseur {number}", **WORKER)) for number in range(count)],
        "where": f"p-{Programme.objects.get(name='Ontruimingspreventie').pk.hex}",
        "area": area.statcode,
        "csrf": CSRF,
    }


def person(name, *, role, function, organisation, team=None):
    """Somebody with an account and one place."""
    by = system("accounts")
    email = f"{name.lower().replace(' ', '-')}@example.org"
    user = open_account(email=email, name=name, password=f"wachtwoord van {name}", by=by)
    join_team(
        user,
        role=role,
        function=function,
        organisation=Organisation.objects.get(name=organisation),
        team=Team.objects.get(name=team) if team else None,
        by=by,
    )
    return User.objects.get(pk=user.pk)


def known(user):
    """Who it is, and the cookies of a browser in which they are signed in."""
    cookies = {settings.SESSION_COOKIE_NAME: signed_in(user), settings.CSRF_COOKIE_NAME: CSRF}
    return {"pk": str(user.pk), "cookies": cookies}
