"""One demo account per function, and the file with their passwords."""

import os
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from signalering.accounts import phones
from signalering.accounts.actions import join_team, open_account
from signalering.accounts.models import Organisation, Team, User
from signalering.accounts.models.people import Role
from signalering.accounts.passwords import new_password
from signalering.audit.actors import system
from signalering.audit.record import note

BY = system("set_up")
FILE = "demo-accounts.txt"


@dataclass(frozen=True)
class DemoAccount:
    """Somebody invented, named after a function."""

    slug: str
    name: str
    role: Role
    function: str
    organisation: str
    team: str = ""

    @property
    def email(self):
        """The address to sign in with."""
        return f"{self.slug}@example.org"

    @property
    def what(self):
        """What this account is, in one line."""
        return f"{self.name}: {self.role.label}, {self.team or self.organisation}"


ACCOUNTS = [
    DemoAccount("thuiszorg-1", "Thuiszorg 1", Role.REPORTER, "home_care", "Frankelandgroep"),
    DemoAccount("jongerenwerk-1", "Jongerenwerk 1", Role.REPORTER, "youth_worker", "DOCK"),
    DemoAccount("winkel-1", "Winkel 1", Role.SHOPKEEPER, "shopkeeper", "Stichting Lets Ruilwinkel Schiedam"),
    DemoAccount("wot-oost-1", "Regisseur 1", Role.WOT_WORKER, "wot_worker", "WOT Schiedam", "WOT Oost"),
    DemoAccount("wot-oost-2", "Regisseur 2", Role.WOT_WORKER, "wot_worker", "WOT Schiedam", "WOT Oost"),
    DemoAccount("wot-oost-coordinator", "Coördinator 1", Role.COORDINATOR, "coordinator", "WOT Schiedam", "WOT Oost"),
    DemoAccount("co-team-1", "Consulent 1", Role.WOT_WORKER, "wot_worker", "WOT Schiedam", "CO-team"),
    DemoAccount(
        "ontruimingspreventie-1", "Specialist 1", Role.PARTNER, "specialist", "Woonplus", "Ontruimingspreventie"
    ),
    DemoAccount(
        "stroomopwaarts-1",
        "Schuldhulpverlener 1",
        Role.PARTNER,
        "specialist",
        "Stroomopwaarts",
        "Stroomopwaarts vroegsignalering",
    ),
    DemoAccount("mevis-1", "Jeugdregisseur 1", Role.WOT_WORKER, "wot_worker", "Mevis", "Mevis jeugd"),
    DemoAccount("privacy-officer-1", "Privacy officer 1", Role.PRIVACY_OFFICER, "privacy_officer", "Gemeente Schiedam"),
    DemoAccount("beheer-1", "Beheerder 1", Role.ADMINISTRATOR, "administrator", "Gemeente Schiedam"),
]


def make_accounts():
    """Make the accounts that are missing, and write down every password that only this file knows.

    An account that stands keeps its password; one whose line is gone gets a new one. The file takes its
    place after the commit, so that a run which is cut off leaves no line that opens nothing.
    """
    path = settings.SECRETS / FILE
    written = read(path)
    with transaction.atomic():
        passwords = {account: stand(account, written) for account in ACCOUNTS}
        repair(written)
        half = write_beside(path, {account: word for account, word in passwords.items() if word})
    os.replace(half, path)


def everybody_there():
    """Whether all demo accounts are open and in their place."""
    people = User.objects.filter(is_demo=True, is_active=True, email__in=[account.email for account in ACCOUNTS])
    return sum(bool(person.memberships_now) for person in people) == len(ACCOUNTS)


def stand(account, written):
    """See to it that an account exists; its password, or None when somebody closed it or took its address."""
    password = written.get(account.email) or new_password()
    user = User.objects.filter(email__iexact=account.email).first()
    if user is None:
        create(account, password)
    elif not user.is_demo or not user.is_active:
        return None
    elif account.email not in written:
        set_password(user, password)
    return password


def create(account, password):
    """Open an account and give it its place."""
    user = open_account(email=account.email, name=account.name, password=password, by=BY, reason="demo", is_demo=True)
    join_team(
        user,
        role=account.role,
        function=account.function,
        organisation=Organisation.objects.get(name=account.organisation),
        team=Team.objects.get(name=account.team) if account.team else None,
        by=BY,
        reason="demo",
    )


def repair(written):
    """Accounts that nobody ever used follow the file: it may be of a run that was cut off."""
    unused = User.objects.filter(is_demo=True, is_active=True, last_login=None, email__in=written)
    unused = list(unused.order_by("email"))
    # one look tells for all of them: a run sets them together
    if unused and not unused[0].check_password(written[unused[0].email]):
        for user in unused:
            set_password(user, written[user.email])


def set_password(user, password):
    """Give an account another password."""
    user.set_password(password)
    user.save(update_fields=["password"])
    note("set_password", user, by=BY, reason="demo")
    phones.new_password(user, by=BY)


def read(path):
    """The passwords in the file, by e-mail address."""
    if not path.exists():
        return {}
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    return {words[0]: words[1] for words in lines if len(words) > 2}


def write_beside(path, passwords):
    """Write the file under another name, for its owner alone; the path of what was written."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    longest = max((len(account.email) for account in passwords), default=0)
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        for account, password in passwords.items():
            file.write(f"{account.email:<{longest}}  {password}  {account.what}\n")
        file.flush()
        os.fsync(file.fileno())
    return half
