"""The people of one run: reporters, a desk with somebody on duty, and a partner that gets referrals."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from offline.town import signed_in
from signalering.accounts.actions import join_team, open_account
from signalering.accounts.models import Area, Organisation, Setting, Shift, Team, User
from signalering.accounts.models.people import Role
from signalering.accounts.rota import add_shift
from signalering.audit.actors import system
from signalering.referrals.models import Programme

CSRF = "f" * 32
EACH = 50  # signals of one reporter
REPORTER = {"role": Role.REPORTER, "function": "home_care", "organisation": "Frankelandgroep"}
WORKER = {"role": Role.WOT_WORKER, "function": "wot_worker", "organisation": "WOT Schiedam", "team": "WOT Oost"}
COORDINATOR = {**WORKER, "role": Role.COORDINATOR, "function": "coordinator"}
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
    always_night(person("Coordinator", **COORDINATOR), person("Dienst", **WORKER))
    return {
        "reporters": [known(person(f"Melder {number}", **REPORTER)) for number in range(count)],
        "workers": [known(person(f"Regisseur {number}", **WORKER)) for number in range(count)],
        "where": f"p-{Programme.objects.get(name='Ontruimingspreventie').pk.hex}",
        "area": area.statcode,
        "csrf": CSRF,
    }


def always_night(coordinator, on_duty):
    """The office is closed and the morning mail went: who has duty is called, and what is due today goes at once."""
    for key in ("office_opens", "office_closes", "digest_time"):
        Setting.objects.get(key=key).change(by=system("set_up"), reason="other", value="00:00")
    now = timezone.now()
    times = {"starts_at": now, "ends_at": now + timedelta(days=1)}
    team = Team.objects.get(name=WORKER["team"])
    words = {"form_key": uuid.uuid4(), "team": team, "person": on_duty, "phone": "06-00000001", **times}
    add_shift(by=coordinator, order=Shift.Order.FIRST, **words)


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
