"""Makes, closes and lists accounts and gives them a place, until there are pages for it."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date

from signalering.accounts.actions import close_account, join_team, leave_place, not_ended, open_account
from signalering.accounts.models import Organisation, Team, User
from signalering.accounts.models.people import Role
from signalering.accounts.passwords import new_password
from signalering.audit.actors import system
from signalering.cases.models import Case
from signalering.closed_lists import closed_list

BY = system("accounts")


class Command(BaseCommand):
    """One account at a time; a refusal is one sentence and changes nothing."""

    help = (
        "Maak een account (add), geef er een plek bij (join), beëindig één plek (leave), "
        "sluit een account (close) of toon ze allemaal (list)."
    )
    requires_system_checks = []  # also with a demo account left behind, which this command closes

    def add_arguments(self, parser):
        acts = parser.add_subparsers(dest="act", required=True, metavar="add|join|leave|close|list")
        add = acts.add_parser("add", help="maak een account met een wachtwoord dat één keer wordt getoond")
        add.add_argument("email")
        add.add_argument("--name", required=True, help="hoe deze persoon in schermen heet")
        join = acts.add_parser("join", help="geef een account er een plek bij")
        join.add_argument("email")
        for act in (add, join):
            act.add_argument("--role", required=True, help=", ".join(Role.values))
            act.add_argument("--function", required=True, help=", ".join(closed_list("accounts", "functions")))
            act.add_argument("--organisation", required=True, help="de werkgever")
            act.add_argument("--team", help="het team, bij een rol aan een postvak")
            act.add_argument("--until", help="de laatste dag, als JJJJ-MM-DD")
            act.add_argument("--municipality", default="Schiedam", help="wat een privacy officer mag nakijken")
        leave = acts.add_parser("leave", help="beëindig één plek, en alle sessies van het account")
        leave.add_argument("email")
        leave.add_argument("--team", help="welke plek, als er meer zijn: het team")
        leave.add_argument("--organisation", help="welke plek, als er meer zijn: de werkgever")
        leave.add_argument("--role", help="welke plek, als er meer zijn: de rol")
        acts.add_parser("close", help="sluit een account en alle sessies ervan").add_argument("email")
        acts.add_parser("list", help="toon alle accounts met hun plek")

    def handle(self, *args, act, **options):
        """Does the one act that was asked."""
        try:
            getattr(self, act)(**options)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None

    @transaction.atomic
    def add(self, *, email, name, **options):
        """Makes an account with its place, and shows its password once."""
        where = asked_place(**options)
        password = new_password()
        user = open_account(email=email, name=name, password=password, by=BY)
        membership = join_team(user, **where, by=BY)
        self.stdout.write(f"Account gemaakt: {user.email}, {place(membership)}.")
        self.stdout.write(f"Wachtwoord (wordt maar één keer getoond): {password}")

    def join(self, *, email, **options):
        """Gives an account one more place; what belongs to the others stays."""
        user = account_of(email)
        membership = join_team(user, **asked_place(**options), by=BY)
        self.stdout.write(f"Plek erbij: {user.email}, {place(membership)}.")

    def leave(self, *, email, team, organisation, role, **options):
        """Ends one place of an account, with all that was given for it, and signs it out everywhere."""
        user = account_of(email)
        membership = chosen_place(user, team=team, organisation=organisation, role=role)
        was = place(membership)
        leave_place(membership, by=BY)
        self.stdout.write(f"Plek beëindigd: {user.email}, {was}. Alle sessies zijn beëindigd.")
        left = Case.objects.open().directed_by(user).filter(person_grants__membership=membership).distinct().count()
        if left:
            self.stdout.write(f"Open casussen bij deze plek: {left}. Een coördinator moet die overdragen.")

    def close(self, *, email, **options):
        """Closes an account, ends its places and signs it out everywhere."""
        user = account_of(email)
        close_account(user, by=BY)
        self.stdout.write(f"Account gesloten: {user.email}. Alle sessies zijn beëindigd.")
        left = Case.objects.open().directed_by(user).count()
        if left:
            self.stdout.write(f"Open casussen van dit account: {left}. Een coördinator moet die overdragen.")

    def list(self, **options):
        """Shows every account, each place on a line of its own."""
        rows = [line for user in User.objects.order_by("email") for line in lines_of(user)]
        if not rows:
            self.stdout.write("Er zijn nog geen accounts.")
            return
        rows.insert(0, ("e-mail", "naam", "plek", "toestand"))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write("  ".join(cells).rstrip())


def account_of(email):
    """The account with this address, or a sentence that there is none."""
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        raise CommandError(f"Er is geen account met het e-mailadres {email}.")
    return user


def asked_place(*, role, function, organisation, team, until, municipality, **options):
    """The place that was asked for, each part looked up."""
    known(role, Role.values, "De rol")
    known(function, closed_list("accounts", "functions"), "De functie")
    return {
        "role": role,
        "function": function,
        "organisation": named(Organisation, organisation, "De organisatie"),
        "team": named(Team, team, "Het team") if team else None,
        "until": end_of(until) if until else None,
        "municipality": municipality,
    }


def chosen_place(user, *, team, organisation, role):
    """The one place that is meant, or a sentence that says which there are."""
    places = not_ended(user).select_related("team", "organisation").order_by("starts_at", "pk")
    for path, name in (("team__name", team), ("organisation__name", organisation), ("role", role)):
        if name:
            places = places.filter(**{f"{path}__iexact": name.strip()})
    if len(places) != 1:
        there = "; ".join(place(each) for each in not_ended(user).order_by("starts_at", "pk")) or "geen"
        raise CommandError(f"Zeg met --team, --organisation of --role welke plek. Plekken van {user.email}: {there}.")
    return places[0]


def lines_of(user):
    """An account as table rows: one for each place it has now, or had last."""
    state = "open" if user.is_active else f"gesloten op {timezone.localdate(user.closed_at)}"
    state += " (demo)" if user.is_demo else ""
    places = [place(membership) for membership in user.memberships_now] or ["geen plek"]
    return [(user.email, user.name, where, state) for where in places]


def place(membership):
    """Role, team or organisation, and the last day."""
    where = f"team {membership.team}" if membership.team_id else str(membership.organisation)
    words = f"{membership.get_role_display()}, {where}"
    if membership.ends_at:
        words += f", tot en met {timezone.localdate(membership.ends_at - timedelta(seconds=1))}"
    return words


def known(slug, slugs, what):
    """Refuse a slug that is not on its list, and say which are."""
    if slug not in slugs:
        raise CommandError(f"{what} '{slug}' bestaat niet. Kies uit: {', '.join(slugs)}.")


def named(model, name, what):
    """The row with this name, or a sentence that says which names there are."""
    row = model.objects.filter(name__iexact=name.strip()).first()
    if row is None:
        names = "; ".join(model.objects.values_list("name", flat=True))
        raise CommandError(f"{what} '{name}' is niet bekend. Kies uit: {names}.")
    return row


def end_of(text):
    """The end of a day written as JJJJ-MM-DD."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise CommandError(f"'{text}' is geen datum. Schrijf de datum als JJJJ-MM-DD, zoals 2027-06-30.")
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
