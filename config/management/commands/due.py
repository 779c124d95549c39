"""Says on which day a term ends."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from signalering.cases import due_days, working_days
from signalering.cases.models import DeadlineRule
from signalering.cases.reference import shipped_rules

THREAT, EVICTION = "DL2", "DL3"


class Fout(CommandError):
    """What was asked cannot be counted; Django prints this Dutch name in front of the sentence."""


class Command(BaseCommand):
    """One day on one line; a refusal is one sentence."""

    help = "Reken uit op welke dag een termijn eindigt, bijvoorbeeld: due DL2 2026-04-02."
    requires_system_checks = []  # also when the table of non-working days ends soon

    def add_arguments(self, parser):
        parser.add_argument("rule", help="de regel, bijvoorbeeld DL1")
        parser.add_argument("start", help="de dag waarop de termijn begint, als JJJJ-MM-DD")
        parser.add_argument("--eviction", help="de dag van de ontruiming, alleen bij DL3")
        parser.add_argument("--today", help="reken alsof het deze dag is")

    def handle(self, *args, rule, start, eviction, today, **options):
        """Prints the last day of the term."""
        slug, start = rule.upper(), day_of(start)
        eviction, today = (None if day is None else day_of(day) for day in (eviction, today))
        if (slug == EVICTION) != (eviction is not None):
            missing = "Geef bij DL3 de dag van de ontruiming met --eviction."
            raise Fout("De optie --eviction hoort alleen bij DL3." if eviction else missing)
        rules = rules_on(start)
        if slug not in rules:
            raise Fout(f"De regel {rule} bestaat niet.")
        if not rules[slug].term:
            raise Fout(f"De regel {slug} heeft zelf geen termijn.")
        try:
            due = last_day(rules, slug, start, eviction=eviction, today=today or working_days.today())
        except (working_days.OutsideTable, OverflowError) as error:
            raise Fout("Deze datum valt buiten de tabel met vrije dagen.") from error
        self.stdout.write(due.isoformat())


def last_day(rules, slug, start, *, eviction, today):
    """The last day of a term; of an eviction also the term of the threat counts."""
    working_days.is_working(start)  # a start outside the table is no day from which anything can be counted
    if slug != EVICTION:
        due = due_days.due_on(rules[slug], start)
    else:
        threat = due_days.due_on(rules[THREAT], start)
        due = due_days.eviction_due(rules[slug], threat_due=threat, eviction=eviction, today=today)
    working_days.is_working(due)
    return due


def day_of(typed):
    """A day that was typed as JJJJ-MM-DD, and in no other way that can be read."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        day = None
    if day is None or day.isoformat() != typed:
        raise Fout(f"'{typed}' is geen datum; schrijf JJJJ-MM-DD.")
    return day


def rules_on(day):
    """Of each slug the rule that holds on a day, or the first there ever was: from the database, else as shipped."""
    try:
        rows = list(DeadlineRule.objects.order_by("slug", "-valid_from"))
    except DatabaseError:
        rows = []
    shipped = (DeadlineRule(**values) for values in shipped_rules())
    rows = rows or sorted(shipped, key=lambda row: row.valid_from, reverse=True)
    found = {row.slug: row for row in rows}  # the first there ever was
    for row in reversed(rows):
        if row.valid_from <= day and (row.valid_until is None or day <= row.valid_until):
            found[row.slug] = row
    return found
