"""A small neighbourhood with records in every state and people in every relation to them."""

import itertools
import random
import string
import uuid
from dataclasses import dataclass, field
from datetime import timedelta

from signalering.accounts.teams import close_team
from signalering.audit.actors import system
from signalering.audit.reading import reading
from signalering.cases import deadlines
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText
from signalering.referrals.actions import answering, sending
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases import routing_tables as tables
from tests.referrals import factories as referrals

BY = system("routing")


@dataclass
class World:
    """People by what they are to the records, records by their state, and every planted word."""

    people: dict = field(default_factory=dict)
    records: dict = field(default_factory=dict)
    words: dict = field(default_factory=dict)


def neighbourhood():
    """Everybody and everything, made through the actions of people."""
    who = {
        "writer": people.home_care(name="Kanariemelder Een", email="kanariemelder@example.org"),
        "youth_worker": people.youth_worker(),
        "shopkeeper": people.shopkeeper(),
        "director": people.wot_worker(),
        "colleague": people.wot_worker(),
        "coordinator": people.coordinator(),
        "outsider": people.wot_worker("WOT Zuid"),
        "co_team": people.wot_worker("CO-team"),
        "acceptor": people.partner(),
        "receiver": people.partner(),
        "officer": people.privacy_officer(),
        "administrator": people.administrator(),
    }
    world = World(who)
    world.records["bakery"] = people.shop()
    world.records["shift"] = people.shift(who["colleague"], by=who["coordinator"])
    world.records["alert"] = cases.alert(by=who["colleague"])
    world.records["routing_draft"] = tables.draft(by=who["administrator"])
    tables.rule(world.records["routing_draft"], "WOT Zuid", by=who["administrator"], theme="loneliness")
    a_year_ahead = today() + timedelta(days=365)
    close_team(
        who["coordinator"].teams[0],
        by=who["coordinator"],
        first_day=a_year_ahead,
        last_day=a_year_ahead,
        reason="training",
    )
    world.records.update(signals(who))
    world.records.update(casework_of(who, world.records["linked"]))
    for name, slug in (("advised", "DL13"), ("linked", "DL13"), ("accepted", "DL10"), ("case", "DL8")):
        was_late(slug, world.records[name])
    world.records["talk_request"] = cases.talk_request(by=who["colleague"])
    world.records["absence"] = cases.absence(by=who["coordinator"], person=who["colleague"], stand_in=who["director"])
    return world


def signals(who):
    """A signal in each state; the linked one belongs to the case."""
    made = {name: cases.signal(by=who["writer"]) for name in ("new", "asked", "advised", "linked", "withdrawn")}
    made["concept"] = cases.concept(by=who["writer"], observation="Ik zag haar niet meer.")
    made["quarantine"] = cases.quarantined(consent_answer="not_discussed")
    made["shop"] = cases.signal(by=who["shopkeeper"], consent_answer="not_discussed", name="")
    with reading(by=who["colleague"], purpose="debt"):
        triage.ask(made["asked"], by=who["colleague"], form_key=uuid.uuid4(), words="Hoe laat is mevrouw thuis?")
        triage.close_with(made["advised"], by=who["colleague"], reason="advised")
    with reading(by=who["writer"], purpose="debt"):
        reporting.withdraw(made["withdrawn"], by=who["writer"])
    return made


def casework_of(who, signal):
    """A case with everything in it, and a referral in each state."""
    director = who["director"]
    case = cases.case(by=director, about=signal, threat_kind="eviction")
    closed = cases.case(by=director, about=cases.signal(by=who["writer"]))
    reporter = who["writer"]
    with reading(by=reporter, purpose="debt"):
        addition = reporting.add(signal, by=reporter, form_key=uuid.uuid4(), words="Er hangt een brief op de deur.")
    with reading(by=director, purpose="debt"):
        key = {"by": director, "form_key": uuid.uuid4()}
        note = casework.write_note(case, words="Gebeld met de verhuurder.", **key)
        attempt = casework.record_attempt(
            case, channel="home_visit", reached=True, at=case.created_at, day_part="morning", words="Gesproken.", **key
        )
        casework.close_case(closed, by=director, outcome="advice")
    consent = cases.consent(case, words="Akkoord aan de keukentafel.")
    link = cases.linked(case, closed, reason="other", words="De buurvrouw kent haar.")
    made_meldcode = cases.meldcode(case)
    safety = cases.safety_address(by=who["coordinator"])
    made = {name: referrals.sent(case) for name in ("sent", "returned", "withdrawn_referral")}
    accepted = referrals.accepted(case, by=who["acceptor"], fields_shared=list(closed_list("referrals", "extract")))
    with reading(by=who["receiver"], purpose="debt"):
        answering.send_back(made["returned"], by=who["receiver"], reason="full", words="Tot mei geen plek.")
    with reading(by=director, purpose="debt"):
        sending.withdraw(made["withdrawn_referral"], by=director, reason="solved")
    resident = case.case_residents.get(role="main").resident
    member = cases.member(case).resident
    return {
        "case": case,
        "closed": closed,
        "addition": addition,
        "note": note,
        "attempt": attempt,
        "consent": consent,
        "person_link": link,
        "meldcode": made_meldcode,
        "safety": safety,
        "resident": resident,
        "member": member,
        "draft": referrals.draft(case),
        "accepted": accepted,
        "extract": accepted.extract,
        "identity": signal.reporter,
        **made,
    }


def was_late(slug, record):
    """What had to happen should have happened yesterday."""
    clock = deadlines.of_slug(slug, record)
    clock.change(by=BY, reason="case_work", due_on=today() - timedelta(days=1))


def plant(world):
    """Put a word of its own into every sealed field of every record, and remember which stands where."""
    numbers = itertools.count(1)
    for name, record in world.records.items():
        record.refresh_from_db()
        values = {}
        for sealed in record._meta.fields:
            if isinstance(sealed, SealedText):
                values[sealed.name] = f"kanarie{next(numbers)}{random_letters()}"
                world.words[values[sealed.name]] = (name, record.LABEL, record.pk, sealed.name)
        if values:
            record.change(by=BY, reason="case_work", **values)
    return world


def random_letters():
    """Twelve random letters, which stand nowhere by chance."""
    return "".join(random.choices(string.ascii_lowercase, k=12))
