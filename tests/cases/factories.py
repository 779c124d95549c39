"""Signals and cases, made through the actions of people."""

import uuid
from datetime import date

from signalering.accounts import phones
from signalering.accounts.actions import close_account
from signalering.accounts.models import Area
from signalering.audit.reading import reading
from signalering.cases.actions import arriving, casework, reporting, triage
from signalering.cases.models import Concept, Signal
from signalering.crypto.boxes import digest_of
from tests.accounts import factories as people


def oost():
    """The area Oost of Schiedam."""
    return Area.objects.get(municipality="Schiedam", name="Oost")


def signal(by=None, **details):
    """The plainest signal that reaches the desk of WOT Oost."""
    plain = {
        "form_key": uuid.uuid4(),
        "theme": "money_or_rent",
        "urgency": "this_week",
        "area": oost(),
        "postcode": "3117BX",
        "house_number": "9012",
        "consent_answer": "yes_wants_help",
        "name": "Mw. A.",
        "chips": "post_unopened,rent_unpaid",
        "observation": "Stapel ongeopende post.",
    }
    return reporting.report(by=by or people.home_care(), **{**plain, **details})


def case(by=None, about=None, **details):
    """A case that a WOT worker opened from a signal."""
    by = by or people.wot_worker()
    about = about or signal()
    words = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt", **details}
    with reading(by=by, purpose="debt"):
        return triage.open_case(about, by=by, **words)


def consent(of, by=None, **details):
    """The resident of a case agrees with a referral."""
    by = by or of.director
    resident = of.case_residents.get(role="main").resident
    words = {
        "scope": "referral",
        "given_at": date(2026, 11, 12),
        "resident": resident,
        "form_key": uuid.uuid4(),
    }
    with reading(by=by, purpose="debt"):
        return casework.record_consent(of, by=by, **{**words, **details})


def phone(by):
    """The phone of somebody who signed in on it."""
    return phones.give_ticket(by, {})[1]


def arrival(by=None, *, on=None, kind="signal", **content):
    """What comes in when the phone of `by` sends this content: the record it becomes."""
    by = by or people.home_care()
    content = {"kind": kind, "theme": "loneliness", "place": "Portiek 9034", "chips": ["no_visitors"], **content}
    letter = arriving.Letter(str(uuid.uuid4()), "0" * 32, "", kind, b"box", None, None)
    take = arriving.take_concept if kind == "concept" else arriving.take_signal
    take(letter, on or phone(by), content, digest_of(letter.id, "a"))
    return (Concept if kind == "concept" else Signal).objects.get(writer=by, form_key=letter.key)


def concept(by=None, **content):
    """A draft that a phone handed in."""
    return arrival(by, kind="concept", **content)


def quarantined(**content):
    """A signal that came in after its writer's account was closed, for WOT Oost."""
    by = people.home_care()
    on = phone(by)
    close_account(by, by=people.BY)
    on.refresh_from_db()
    return arrival(by, on=on, area=oost().statcode, **content)
