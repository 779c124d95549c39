"""What tests of a referral's pages share: a resident whose words stand nowhere else, and reading a page."""

from datetime import timedelta

from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from signalering.audit.actors import system
from signalering.referrals.models import ReferralExtract
from tests.cases import factories as cases
from tests.words import stands

CLERK = system("set_up")
NAME, STREET, POSTCODE, PHONE = "Kwartelvogel", "Zilvermeeuwlaan", "3117 BX", "0698765432"
SECRETS = (NAME, STREET, POSTCODE, "9012", PHONE)


def named_case(**details):
    """A case whose resident has words that stand nowhere else."""
    signal = cases.signal(name=f"Mw. {NAME}", street=STREET, phone=PHONE, age_band="24-66")
    return cases.case(about=signal, **details)


def address(referral, act=""):
    """Where a referral stands, or where an act on it is done."""
    return reverse(f"referral_{act}" if act else "referral", args=[referral.shown_code])


def text(reply):
    """A reply as text."""
    return reply.content.decode()


def none_of_it(reply):
    """Nothing on this page points at the resident."""
    assert [secret for secret in SECRETS if stands(secret, text(reply))] == []


def later(record, **values):
    """Time passes: some columns stand where they would then."""
    fresh = type(record)._base_manager.get(pk=record.pk)
    fresh.change(by=CLERK, reason="case_work", **values)


def eleven_minutes_later(referral):
    """The ten minutes in which an answer can be undone are over."""
    later(referral, answered_at=timezone.now() - timedelta(minutes=11))
    for extract in ReferralExtract.objects.filter(referral=referral, destroy_at__isnull=False):
        later(extract, destroy_at=timezone.now() - timedelta(minutes=1))


def statements(client, where):
    """What a page asks of both databases, from the first to the last byte."""
    with (
        CaptureQueriesContext(connections["default"]) as first,
        CaptureQueriesContext(connections["keys"]) as second,
    ):
        assert client.get(where).status_code == 200
    asked = [query["sql"] for query in [*first, *second]]
    return [sql for sql in asked if not sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK"))]
