"""A backup of the keys is older than what happened since; what was destroyed must not come back."""

import os
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from config.management.commands.after_restore import roots
from signalering.audit.models import Event
from signalering.cases.models import Case
from signalering.crypto.keys import wrap
from signalering.crypto.models import DataKey
from signalering.referrals.actions import extracts
from signalering.referrals.models import ReferralExtract
from tests.cases import factories as cases
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db


def after_restore():
    out = StringIO()
    call_command("after_restore", stdout=out)
    return out.getvalue()


def test_every_root_is_known():
    assert {model.LABEL for model in roots()} == {
        "signal",
        "reporter_identity",
        "resident",
        "case",
        "referral_extract",
        "concept",
        "meldcode",
        "safety_address",
        "shift",
    }


def test_nothing_to_do():
    cases.case()
    assert after_restore() == "Opnieuw vernietigd: 0.\nAlles heeft een sleutel.\n"


def test_an_extract_that_was_destroyed_is_destroyed_again():
    extract = ReferralExtract.objects.get(referral=referrals.sent())
    extract.change(by=extracts.SWEEPER, reason="ended", destroyed_at=extract.created_at)
    assert DataKey.objects.get(pk=extract.pk).wrapped
    assert "Opnieuw vernietigd: 1." in after_restore()
    assert DataKey.objects.get(pk=extract.pk).wrapped is None
    assert Event.objects.filter(verb="destroy_extract", record_id=extract.pk, reason="restored").exists()
    assert "Opnieuw vernietigd: 0." in after_restore()


def test_records_without_a_key_are_counted():
    case = cases.case()
    DataKey.objects.filter(pk=case.pk).delete()
    assert "Zonder sleutel, dus niet te lezen: 1 keer case." in after_restore()
    assert Case.objects.filter(pk=case.pk).exists()


def test_a_wrong_key_stops_everything():
    case = cases.case()
    DataKey.objects.filter(pk=case.pk).update(wrapped=wrap(cases.signal().pk, os.urandom(32)))
    DataKey.objects.exclude(pk=case.pk).update(wrapped=DataKey.objects.get(pk=case.pk).wrapped)
    with pytest.raises(CommandError, match="De hoofdsleutel past niet"):
        after_restore()
