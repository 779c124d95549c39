"""What must be kept up to date: the table of non-working days, and the way to who is on duty."""

from datetime import date, timedelta

from django.conf import settings
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


def texts_leave(app_configs=None, **kwargs):
    """Word of it while nobody on duty can get a text message; an error when it would go over an open line."""
    if not settings.SMS_GATEWAY_URL:
        words = "Er is geen gateway voor sms ingesteld. Wie dienst heeft, krijgt alleen mail."
        hint = "Zet SMS_GATEWAY_URL en SMS_GATEWAY_TOKEN. Tot dan staan de berichten in sms.txt."
        return [checks.Info(words, hint=hint, id="signalering.I006")]
    if not settings.SMS_GATEWAY_URL.startswith("https://"):
        words = "SMS_GATEWAY_URL begint niet met https: het nummer gaat leesbaar over de lijn."
        return [checks.Error(words, hint="Gebruik een adres dat met https:// begint.", id="signalering.E006")]
    return []
