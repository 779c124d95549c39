"""Every form of the product, filled in as its own person fills it in."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from signalering.accounts.models import Area, Team
from signalering.cases import deadlines
from signalering.cases.working_days import add_working_days, today
from signalering.referrals.models import Programme
from signalering.referrals.targets import Target
from tests.accounts import factories as people

DAYS = (("starts_at", 2), ("ends_at", 3))
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
        *of_rota(world),
        *of_director(world.records),
        *of_coordinator(world),
        *of_meldcode(world.records),
        *of_safety(),
        *of_referrals(world),
        *of_accounts(world),
        *of_phones(world),
        Filled("audit_searches", "", "officer", {"reason": "sample"}, reply=200, event=False),
        *of_routing(world.records["routing_draft"]),
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
        Filled("inbox_take", "", "colleague", {"signaal": [records["new"].shown_code], "act": "kijken"}),
        Filled("inbox_keys", "", "colleague", {"toetsen": "aan"}),
        Filled("triage_pick_up", "new", "colleague", ground),
        Filled("triage_link", "new", "director", {"case": records["case"].code, "reason": "same_person"}),
        Filled("triage_ask", "new", "colleague", asked),
        Filled("triage_ask", "asked", "colleague", {"stop": "1"}),
        Filled("triage_close", "new", "colleague", {"reason": "advised"}),
        Filled("triage_team", "new", "colleague", {"team": "WOT Zuid", "reason": "expertise"}),
        Filled("triage_area", "new", "colleague", {"area": area.statcode}),
        Filled("triage_refer", "new", "colleague", {**ground, **drafted()}),
        Filled("triage_let_in", "quarantine", "coordinator"),
        Filled("triage_threat", "new", "colleague", {"threat_kind": "eviction"}),
        Filled("triage_late", "advised", "colleague", why_late("DL13", records["advised"])),
        Filled("alert_take", "alert", "colleague"),
    ]


def why_late(slug, record):
    """Why the clock of a rule on a record was late."""
    return {"term": deadlines.of_slug(slug, record).pk, "reason": "capacity"}


def of_rota(world):
    """What a coordinator does with the rota."""
    times = {name: (timezone.localtime() + timedelta(days=day)).strftime("%Y-%m-%dT12:00") for name, day in DAYS}
    chosen = {"person": world.people["director"].pk, "order": 2, "phone": "06-00000002", "form_key": key(), **times}
    return [
        Filled("rota_add", "", "coordinator", chosen),
        Filled("shift_end", "shift", "coordinator", {"reason": "swapped"}),
        Filled("triage_involved", "new", "colleague", {"purpose": "new_signal", **person()}, reply=200, event=False),
        Filled("resident_search", "", "colleague", {"purpose": "new_signal", **house()}, reply=200, event=False),
    ]


def person():
    """Somebody to ask about."""
    return {"surname": "Zeemeeuw", "birth_date": "24-11-1980"}


def house():
    """An address to search for."""
    return {"postcode": "3117BX", "house_number": "9012"}


def of_director(records):
    """What a director does with a case, and its coordinator."""
    case, resident = records["case"], records["resident"]
    reopened = Filled("case_reopen", "closed", "director", {"reason": "new_signal"})
    note = {"words": "Gebeld, niemand nam op.", "form_key": key()}
    when = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    attempt = {"channel": "phone", "reached": "no", "at": when, **note}
    consent = agreed(note)
    described = {"summary": "Huur en post.", "minor_children": "no", "version": case.version}
    person = {"name": "Mw. B.", "surname": "Bakker", "birth_date": "24-11-1980", "version": resident.version}
    return [
        Filled("case_note", "case", "director", note),
        Filled("case_attempt", "case", "director", attempt),
        Filled("case_consent", "case", "director", consent),
        Filled("case_consent_withdraw", "case", "director"),
        Filled("case_describe", "case", "director", described),
        Filled("case_resident", "case", "director", person),
        Filled("case_themes", "case", "director", {"themes": ["money_or_rent", "other"], "version": case.version}),
        Filled("case_member_add", "case", "director", {"role": "child", "name": "Kind B.", "form_key": key()}),
        Filled(
            "case_member",
            "case",
            "director",
            {"role": "child", "name": "Kind B.", "version": records["member"].version},
        ),
        Filled("case_unlink", "case", "director", {"reason": "mistake"}),
        Filled("case_threat", "case", "director", {"threat_kind": "eviction"}),
        Filled("case_term", "case", "director", {"term": "DL8"}),
        Filled("case_late", "case", "director", {**why_late("DL8", case), "form_key": key()}),
        reopened,
        Filled("case_close", "closed", "director", {"reason": "advice"}, first=(reopened,)),
    ]


def of_coordinator(world):
    """Who is away, and until when."""
    absence, people_ = world.records["absence"], world.people
    place = {name: people_[name].memberships.get().pk for name in ("director", "coordinator")}
    until = {"until": (today() + timedelta(days=3)).isoformat()}
    away = {"person": place["coordinator"], "stand_in": place["director"], "reason": "leave", **until}
    return [
        Filled("absences", "", "coordinator", away),
        Filled("absence", "absence", "coordinator", {"version": absence.version, **until}),
    ]


def of_meldcode(records):
    """What a director does at each step of the meldcode; three were done."""
    one, day = records["meldcode"], today().isoformat()
    page = {"meldcode": one.pk, "version": one.version}
    weighed = Filled("meldcode_weigh", "case", "director", {"suspicion": "yes", "unsafe": "yes", **page})
    decided = {"decision": "report", "reported_on": day, "report_number": "VT-9001", **page}
    decided["version"] += 1
    reported = Filled("meldcode_decide", "case", "director", decided, first=(weighed,))
    advice = {"advice_from": "veilig_thuis", "advised_on": day, "advice_words": "Meld het.", **page}
    return [
        Filled("meldcode_signs", "case", "director", {"signs": "Een blauw oog.", **page}),
        Filled("meldcode_advice", "case", "director", advice),
        Filled("meldcode_talk", "case", "director", {"talked": "yes", "talked_on": day, **page}),
        weighed,
        reported,
        Filled("meldcode_asked", "case", "director", {"rule": "DL14"}, first=(weighed, reported)),
    ]


def of_safety():
    """Who puts an address on the safety list, and takes it off."""
    until = (today() + timedelta(days=30)).isoformat()
    why = {"reason": "dog", "words": "Loopt los.", "until": until}
    where = {"postcode": "3117BX", "house_number": "9098"}
    return [
        Filled("case_safety", "case", "director", {**why, "form_key": key()}),
        Filled("safety_add", "", "coordinator", {**why, **where, "form_key": key()}),
        Filled("safety_end", "safety", "coordinator", {"reason": "safe_again"}),
    ]


def agreed(note):
    """What goes into a consent when nothing is known of the age."""
    who = {"age_band": "24-66", "given_by": "resident"}
    return {"scope": "referral", "given_at": today().isoformat(), **who, **note}


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
    # the planted age says nothing of who must agree
    grown_up = (Filled("case_consent", "case", "director", agreed({"words": "Akkoord.", "form_key": key()})),)
    soon = {"first_contact_on": add_working_days(today(), 2).isoformat()}
    handed = {"reason": "absent", "version": records["case"].version, "to": people_["colleague"].pk}
    given = {"reason": "absent", "version": records["accepted"].version, "to": people_["receiver"].pk}
    return [
        Filled("case_reassign", "case", "coordinator", handed),
        Filled("referral_draft", "case", "director", drafted()),
        Filled("referral_rewrite", "draft", "director", drafted(**version)),
        Filled("referral_send", "draft", "director", version, first=grown_up),
        Filled("referral_discard", "draft", "director", {"reason": "mistake"}),
        Filled("referral_withdraw", "sent", "director", {"reason": "solved"}),
        Filled("referral_restore", "returned", "director", first=grown_up),
        Filled("referral_accept", "sent", "receiver", soon, first=grown_up),
        Filled("referral_return", "sent", "receiver", {"reason": "full"}),
        Filled("referral_undo", "accepted", "acceptor"),
        *started,
        Filled("referral_complete", "accepted", "acceptor", {"outcome": "goal_reached"}, first=started),
        Filled("referral_stop", "accepted", "acceptor", {"reason": "no_show"}, first=started),
        Filled("referral_reassign", "accepted", "leader", given),
        Filled("referral_late", "accepted", "acceptor", why_late("DL10", records["accepted"])),
    ]


def of_accounts(world):
    """What everybody does with their own account; here by the director, whose password is known."""
    director = world.people["director"]
    director.set_password(PASSWORD)
    director.save()
    again = {"oldpassword": PASSWORD, "password1": NEXT, "password2": NEXT}
    return [
        Filled("account_change_password", "", "director", again),
        Filled("account_reset_password", "", "director", {"email": director.email}, event=False),
        Filled("account_reauthenticate", "", "director", {"password": PASSWORD}, event=False),
        Filled("account_logout", "", "director"),
        Filled("usersessions_list", "", "director", event=False),
        Filled("stay_signed_in", "", "director", event=False, reply=200),
        Filled("choose_language", "", "writer", {"language": "nl"}, event=False),
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


def of_routing(table):
    """What an administrator does with a routing table, and a coordinator with the facts of the team."""
    team, rule = Team.objects.get(name="WOT Oost"), table.rules.in_use().first()
    told = {"team": team.pk, "theme": "loneliness", "form_key": key()}
    tried = Filled("routing_try", "routing_draft", "administrator", {"last": "100"}, reply=200)
    start = Filled(
        "routing_start", "routing_draft", "administrator", {"valid_from": today().isoformat()}, first=(tried,)
    )
    days = {"first_day": "2027-01-04", "last_day": "2027-01-05", "reason": "training"}
    return [
        Filled("routing_copy", "routing_draft", "administrator", {"form_key": key()}),
        Filled("routing_rule", "routing_draft", "administrator", told),
        Filled("routing_rule_act", "routing_draft", "administrator", {"rule": rule.pk, "act": "down"}),
        start,
        tried,
        Filled("routing_seen", "routing_draft", "coordinator", first=(tried, start)),
        Filled("team_facts", "", "coordinator", {"places_a_week": "9", "version": team.version}),
        Filled("team_closure", "", "coordinator", days),
        Filled("team_closure_end", "", "coordinator", {"closure": team.closures.get().pk}),
    ]
