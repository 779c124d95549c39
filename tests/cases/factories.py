"""Signals and cases, made through the actions of people."""

import uuid
from datetime import date, timedelta

from signalering.accounts import phones
from signalering.accounts.actions import close_account
from signalering.accounts.models import Area, Team
from signalering.audit.reading import reading
from signalering.cases.actions import (
    arriving,
    casework,
    household,
    linking,
    reporting,
    safety,
    standing_in,
    talking,
    threats,
    triage,
)
from signalering.cases.actions import meldcode as meldcodes
from signalering.cases.models import Concept, Signal
from signalering.cases.working_days import today
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


def member(of, by=None, **details):
    """Somebody else of the household of a case."""
    by = by or of.director
    words = {"role": "partner", "name": "Dhr. A.", "form_key": uuid.uuid4(), **details}
    with reading(by=by, purpose="debt"):
        return household.add_member(of, by=by, **words)


def consent(of, by=None, **details):
    """The resident of a case agrees with a referral; a grown-up, when nothing else is known."""
    by = by or of.director
    resident = of.case_residents.get(role="main").resident
    known = resident.birth_date_sealed or resident.age_band_sealed
    words = {
        "scope": "referral",
        "given_at": date(2026, 11, 12),
        "resident": resident,
        "form_key": uuid.uuid4(),
        "age_band": "" if known else "24-66",
    }
    with reading(by=by, purpose="debt"):
        return casework.record_consent(of, by=by, **{**words, **details})


def absence(*, by, person, stand_in, **details):
    """A colleague of WOT Oost is away for a week."""
    plain = {"team": Team.objects.get(name="WOT Oost"), "until": today() + timedelta(days=7), "reason": "leave"}
    return standing_in.arrange(by=by, person=person, stand_in=stand_in, **{**plain, **details})


def linked(of, other, by=None, **details):
    """The residents of two cases are one person, says the director of the first."""
    by = by or of.director
    part, there = (case.case_residents.select_related("case").get(role="main") for case in (of, other))
    with reading(by=by, purpose="debt"):
        return linking.link_person(part, other=there, by=by, **{"reason": "same_person_confirmed", **details})


def meldcode(of, by=None):
    """The meldcode of a case, with the first three steps done."""
    by = by or of.director
    with reading(by=by, purpose="youth"):
        one = meldcodes.begin(of, by=by, signs="Blauwe plekken, twee keer deze maand.")
        told = {"advice_from": "colleague", "advised_on": date(2026, 11, 12), "advice_words": "Praat eerst met moeder."}
        one = meldcodes.take_advice(one, by=by, version=one.version, **told)
        return meldcodes.talk(one, by=by, version=one.version, talk_skipped="danger_to_victim", talk_words="Later.")


def safety_address(by=None, **details):
    """An address that nobody of WOT Oost visits alone."""
    by = by or people.coordinator()
    plain = {
        "form_key": uuid.uuid4(),
        "reason": "dog",
        "until": today() + timedelta(days=90),
        "postcode": "3117BX",
        "house_number": "9099",
        "words": "De hond loopt los.",
    }
    with reading(by=by, purpose="safety"):
        return safety.list_address(by.teams[0], by=by, **{**plain, **details})


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


def talk_request(by=None, about=None, asked="Ontruimingspreventie"):
    """Triage of WOT Oost asks the desk of another organisation to talk."""
    by, about = by or people.wot_worker(), about or signal()
    desk = Team.objects.get(name=asked)
    with reading(by=by, purpose="new_signal"):
        return talking.ask_to_talk(about, [desk], by=by, reason="consent")[0]


def alert(by=None, about=None):
    """An alert that somebody of the desk raised, because a signal tells of a threatening situation."""
    by, about = by or people.wot_worker(), about or signal()
    with reading(by=by, purpose="safety"):
        threats.mark_threat(about, by=by, threat_kind="eviction")
    return about.alerts.get()
