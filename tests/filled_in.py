"""Every form of the product, filled in as its own person fills it in."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from signalering.accounts.models import Area
from signalering.cases.working_days import add_working_days, today
from signalering.referrals.models import Programme
from signalering.referrals.targets import Target
from tests.accounts import factories as people

PASSWORD, NEXT = "kwartelstaart-9", "zilvermeeuw-77"


@dataclass(frozen=True)
class Filled:
    """A form at an address on a record: who sends it, with what; `first` are the forms to send before it."""

    name: str
    record: str
    who: str
    answers: dict = field(default_factory=dict)
    first: tuple = ()
    reply: int = 302
    event: bool = True

    def __str__(self):
        return f"{self.name} {self.record}".strip()


def key():
    """A fresh form key."""
    return str(uuid.uuid4())


def forms(world):
    """Every form with answers that are right for this neighbourhood."""
    world.people["leader"] = people.coordinator(team="Ontruimingspreventie")
    return [
        *of_reporters(world.records),
        *of_desk(world.records),
        *of_director(world.records),
        *of_referrals(world),
        *of_accounts(world),
        *of_phones(world),
        Filled("audit_search", "", "officer", {"reason": "sample", "code": world.records["case"].shown_code}),
    ]


def of_reporters(records):
    """What a reporter sends."""
    where = {"postcode": "3117BX", "house_number": "9013", "form_key": key()}
    seen = {"chips": ["post_unopened"], "observation": "De post stapelt zich op.", "urgency": "this_week"}
    told = {"theme": "money_or_rent", "consent_answer": "yes_wants_help", "name": "Mw. B.", **where, **seen}
    version = records["new"].version
    return [
        Filled("report", "", "writer", {"step": "what", **told}),
        Filled("my_signal_correct", "new", "writer", {"observation": "Toch anders.", "version": version, **where}),
        Filled("my_signal_withdraw", "new", "writer"),
        Filled("my_signal_answer", "asked", "writer", {"words": "Om tien uur.", "form_key": key()}),
        Filled("my_signal_add", "linked", "writer", {"words": "Er ligt nu ook een brief.", "form_key": key()}),
    ]


def of_desk(records):
    """What somebody of the desk decides about a signal."""
    ground = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}
    area = Area.objects.get(municipality="Schiedam", name="West", served=True)
    asked = {"words": "Wanneer is iemand thuis?", "form_key": key()}
    return [
        Filled("triage_pick_up", "new", "colleague", ground),
        Filled("triage_link", "new", "director", {"case": records["case"].code, "reason": "same_person"}),
        Filled("triage_ask", "new", "colleague", asked),
        Filled("triage_ask", "asked", "colleague", {"stop": "1"}),
        Filled("triage_close", "new", "colleague", {"reason": "advised"}),
        Filled("triage_team", "new", "colleague", {"team": "WOT Zuid", "reason": "expertise"}),
        Filled("triage_area", "new", "colleague", {"area": area.statcode}),
        Filled("triage_refer", "new", "colleague", {**ground, **drafted()}),
        Filled("triage_let_in", "quarantine", "coordinator"),
    ]


def of_director(records):
    """What a director does with a case, and its coordinator."""
    case, resident = records["case"], records["resident"]
    reopened = Filled("case_reopen", "closed", "director", {"reason": "new_signal"})
    note = {"words": "Gebeld, niemand nam op.", "form_key": key()}
    when = (timezone.localtime() - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    attempt = {"channel": "phone", "reached": "no", "at": when, **note}
    consent = {"scope": "referral", "given_at": today().isoformat(), **note}
    described = {"summary": "Huur en post.", "minor_children": "no", "version": case.version}
    person = {"name": "Mw. B.", "surname": "Bakker", "birth_date": "24-11-1980", "version": resident.version}
    return [
        Filled("case_note", "case", "director", note),
        Filled("case_attempt", "case", "director", attempt),
        Filled("case_consent", "case", "director", consent),
        Filled("case_consent_withdraw", "case", "director"),
        Filled("case_describe", "case", "director", described),
        Filled("case_resident", "case", "director", person),
        Filled("case_threat", "case", "director", {"threat_kind": "eviction"}),
        reopened,
        Filled("case_close", "closed", "director", {"reason": "advice"}, first=(reopened,)),
    ]


def drafted(**more):
    """What goes into a referral."""
    programme = Programme.objects.get(name="Ontruimingspreventie")
    return {
        "where": Target(programme, programme.receiving_team).key,
        "minor_children": "yes",
        "entry_rule_reason": "pilot",
        "question": "Kunnen jullie helpen?",
        "fields_shared": ["name", "phone", "observation"],
        "observation": "De huur loopt achter.",
        "form_key": key(),
        **more,
    }


def of_referrals(world):
    """What is done with a referral by its two sides."""
    records, people_ = world.records, world.people
    version = {"version": records["draft"].version}
    started = (Filled("referral_start", "accepted", "acceptor"),)
    handed = {"reason": "absent", "version": records["case"].version, "to": people_["colleague"].pk}
    given = {"reason": "absent", "version": records["accepted"].version, "to": people_["receiver"].pk}
    return [
        Filled("case_reassign", "case", "coordinator", handed),
        Filled("referral_draft", "case", "director", drafted()),
        Filled("referral_rewrite", "draft", "director", drafted(**version)),
        Filled("referral_send", "draft", "director", version),
        Filled("referral_withdraw", "sent", "director", {"reason": "solved"}),
        Filled("referral_restore", "returned", "director"),
        Filled("referral_accept", "sent", "receiver", {"first_contact_on": add_working_days(today(), 2).isoformat()}),
        Filled("referral_return", "sent", "receiver", {"reason": "full"}),
        Filled("referral_undo", "accepted", "acceptor"),
        *started,
        Filled("referral_complete", "accepted", "acceptor", {"outcome": "goal_reached"}, first=started),
        Filled("referral_stop", "accepted", "acceptor", {"reason": "no_show"}, first=started),
        Filled("referral_reassign", "accepted", "leader", given),
    ]


def of_accounts(world):
    """What everybody does with their own account; here by the director, whose password is known."""
    director = world.people["director"]
    director.set_password(PASSWORD)
    director.save()
    again = {"oldpassword": PASSWORD, "password1": NEXT, "password2": NEXT}
    return [
        Filled("account_change_password", "", "director", again, event=False),
        Filled("account_reset_password", "", "director", {"email": director.email}, event=False),
        Filled("account_reauthenticate", "", "director", {"password": PASSWORD}, event=False),
        Filled("account_logout", "", "director"),
        Filled("usersessions_list", "", "director", event=False),
        Filled("stay_signed_in", "", "director", event=False, reply=200),
    ]


def of_phones(world):
    """What a reporter does with a lost phone, and a coordinator with those of a shop."""
    bakery, coordinator = world.records["bakery"], world.people["coordinator"]
    token = people.shop_token(bakery, by=coordinator)
    phone = people.shop_phone(token=token)[1]
    return [
        Filled("phones", "", "writer", {"phone": world.people["writer"].phones.in_use().first().pk}),
        Filled("shop_add", "", "coordinator", {"name": "Bloemen Zes", "function": "shopkeeper"}),
        Filled("shop_invite", "bakery", "coordinator", {"form_key": key()}, reply=200),
        Filled("shop_paper", "bakery", "coordinator", {"token": token}, reply=200, event=False),
        Filled("shop_phone_end", "bakery", "coordinator", {"phone": phone.pk}),
    ]
