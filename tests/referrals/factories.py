"""Referrals, made through the actions of people."""

import uuid
from datetime import date

from signalering.audit.reading import reading
from signalering.referrals.actions import answering, sending
from signalering.referrals.models import Programme
from tests.accounts import factories as people
from tests.cases import factories as cases


def draft(of=None, by=None, programme="Ontruimingspreventie", **details):
    """A referral that its sender still writes."""
    of = of or cases.case()
    by = by or of.director
    chosen = programme and Programme.objects.get(name=programme)
    words = {
        "form_key": uuid.uuid4(),
        "programme": chosen,
        "team": chosen and chosen.receiving_team,
        "question": "Kunnen jullie helpen met de huur?",
        "fields_shared": ["name", "address", "phone", "asked"],
    }
    with reading(by=by, purpose="debt"):
        return sending.draft(of, by=by, **{**words, **details})


def sent(of=None, **details):
    """A referral that lies with the receiving desk."""
    referral = draft(of, **details)
    if not referral.case.consents.exists():
        cases.consent(referral.case)
    with reading(by=referral.sender, purpose="debt"):
        return sending.send(referral, by=referral.sender)


def accepted(of=None, by=None, **details):
    """A referral that somebody of the receiving desk took on."""
    referral = sent(of, **details)
    by = by or people.partner(team=referral.receiving_team.name)
    with reading(by=by, purpose="debt"):
        return answering.accept(referral, by=by, first_contact_on=date(2026, 11, 24))
