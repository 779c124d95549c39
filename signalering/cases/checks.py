"""What must be kept up to date: the table of non-working days, without which no term can be counted."""

from datetime import date, timedelta

from django.core import checks

from signalering.cases import working_days

SOON = 180  # days, domain §3
LONGEST_TERM = timedelta(days=35)  # four weeks and the days an extension may add
HINT = (
    "Vul signalering/cases/data/non-working-days.json aan met de dagen van het volgende jaar, "
    "of installeer een nieuwe versie."
)


def days_run_out(app_configs=None, **kwargs):
    """A warning while the table reaches less than 180 days ahead."""
    last, today = last_day(), working_days.today()
    if (last - today).days >= SOON:
        return []
    words = f"De lijst met vrije dagen loopt tot en met {last}. Daarna kan niemand meer iets melden of verwijzen."
    return [checks.Warning(words, hint=HINT, id="signalering.W001")]


def days_ran_out(app_configs=None, **kwargs):
    """An error when a term that starts today may end behind the table."""
    last = last_day()
    if working_days.today() + LONGEST_TERM <= last:
        return []
    words = f"De lijst met vrije dagen loopt maar tot en met {last}: termijnen zijn niet meer uit te rekenen."
    return [checks.Error(words, hint=HINT, id="signalering.E005")]


def last_day():
    """The last day of which the table says whether it counts."""
    return date(max(working_days.table()[1]), 12, 31)
