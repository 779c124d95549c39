"""Every address of the project, and who gets which reply to a GET, record by record.

Written from the permission matrix, group by group; an address that is missing here fails the suite.
"""

from dataclasses import dataclass, field
from zlib import crc32

REPORTERS = ("writer", "youth_worker", "shopkeeper")
DESK = ("director", "colleague", "coordinator")  # of the team the records came to
DESKS = (*DESK, "outsider", "co_team")
PARTNERS = ("acceptor", "receiver")
WORKERS = (*DESKS, *PARTNERS)
EVERYBODY = (*REPORTERS, *WORKERS, "officer", "administrator")
KINDS = {
    "reporter": REPORTERS,
    "desk": DESK,
    "other desk": ("outsider", "co_team"),
    "partner": PARTNERS,
    "officer": ("officer",),
    "administrator": ("administrator",),
}
REFUSALS = (403, 404)

OPEN_SIGNALS = ("new", "asked")
TRIAGED_SIGNALS = ("advised", "linked")
SIGNALS = (*OPEN_SIGNALS, *TRIAGED_SIGNALS)
SENT_REFERRALS = ("sent", "returned", "withdrawn_referral", "accepted")
HOLDERS = {
    "view": dict.fromkeys(("draft", *SENT_REFERRALS), ("director", *PARTNERS)),
    "change": dict.fromkeys(("draft", *SENT_REFERRALS), ("director",)),
    "answer": dict.fromkeys(("sent", "accepted"), PARTNERS),
    "act": {"accepted": ("acceptor",)},
    "reassign": {},
    # why it was late: who took it on, and when it is over the desk with the receipt
    "late": {"accepted": ("acceptor",), **dict.fromkeys(("returned", "withdrawn_referral"), PARTNERS)},
}


@dataclass(frozen=True)
class Address:
    """One address on one record: a reply for some people, and one for the rest."""

    name: str
    record: str = ""
    replies: dict = field(default_factory=dict)
    rest: int = 404
    anonymous: int = 302


def page(name, *people, rest=403, **kind):
    """A page of its own: open to some, refused to the rest."""
    return Address(name, "", dict.fromkeys(people, 200), rest, **kind)


def for_all(name, **kind):
    """A page that says the same to everybody who is signed in."""
    return Address(name, "", {}, 200, **kind)


def of_reporter(name, *, new=302, asked=302, triaged=302, withdrawn=302, shop=302):
    """A page on one's own signal: the writer's alone; the desk knows the signal but not this page."""
    replies = {"new": new, "asked": asked, "advised": triaged, "linked": triaged}
    desk = dict.fromkeys(DESK, 403)
    for record, reply in replies.items():
        yield Address(name, record, {"writer": reply, **desk})
    yield Address(name, "withdrawn", {"writer": withdrawn})
    yield Address(name, "shop", {"shopkeeper": shop, **desk})


def of_desk(name, *, new=200, asked=200, triaged=302):
    """A page on a signal for the desk it came to; its writer may follow it, but not here."""
    replies = {"new": new, "asked": asked, "advised": triaged, "linked": triaged}
    for record, reply in replies.items():
        yield Address(name, record, {"writer": 403, **dict.fromkeys(DESK, reply)})
    yield Address(name, "withdrawn", {"writer": 403})
    yield Address(name, "shop", {"shopkeeper": 403, **dict.fromkeys(DESK, new)})


def of_case(name, *, case=200, closed=200, coordinator=403, director=None):
    """A page on a case: its director's, sometimes its coordinators', nobody else's."""
    for record, reply in (("case", case), ("closed", closed)):
        yield Address(name, record, {"director": director or reply, "coordinator": coordinator})


def of_referral(name, word="view", **replies):
    """A page on a referral for who holds a word there; where it cannot be done now (302) it leads back to it."""
    for record in ("draft", *SENT_REFERRALS):
        known = ("director",) if record == "draft" else ("director", *PARTNERS)
        holders = HOLDERS[word].get(record, ())
        reply = replies.get(record, 302)
        yield Address(name, record, {person: reply if person in holders else 403 for person in known})


def of_routing(name, *people, reply=200):
    """A page on a routing table: no secret, but not for everybody."""
    return Address(name, "routing_draft", {**dict.fromkeys(people, reply), "outsider": 403}, 403)


TABLE = [
    # the whole
    Address("home", "", {}, 302),
    for_all("health", anonymous=200),
    for_all("robots", anonymous=200),
    for_all("security_txt", anonymous=200),
    for_all("mails"),
    Address("stay_signed_in", "", {}, 405),
    Address("choose_language", "", {}, 405, anonymous=405),
    page("work_status", "administrator"),
    # signing in
    Address("account_login", "", {}, 302, anonymous=200),
    Address("account_signup", "", {}, 302, anonymous=200),
    for_all("account_logout"),
    for_all("account_inactive", anonymous=200),
    for_all("account_reauthenticate"),
    for_all("account_change_password"),
    for_all("account_reset_password", anonymous=200),
    for_all("account_reset_password_done", anonymous=200),
    for_all("account_reset_password_from_key_done", anonymous=200),
    for_all("usersessions_list"),
    for_all("phones"),
    # the phone, without pages
    page("phone_start", *REPORTERS, *WORKERS, anonymous=401),
    Address("phone_ticket", "", {}, 405, anonymous=405),
    Address("phone_send", "", {}, 405, anonymous=405),
    # the reporter
    for_all("capture", anonymous=200),
    for_all("capture_english", anonymous=200),
    for_all("worker", anonymous=200),
    page("report", *REPORTERS, *WORKERS),
    *of_reporter("report_received", new=200, asked=200, triaged=200, withdrawn=200, shop=200),
    page("my_signals", *REPORTERS, *WORKERS),
    Address("my_concept", "concept", {"writer": 200}),
    *of_reporter("my_signal", new=200, asked=200, triaged=200, withdrawn=200, shop=200),
    *of_reporter("my_signal_correct", new=200, asked=200, shop=200),
    *of_reporter("my_signal_withdraw"),
    *of_reporter("my_signal_add", new=403, asked=403, triaged=200, withdrawn=403, shop=403),
    *of_reporter("my_signal_answer"),
    # shops and couriers without an account
    for_all("shop_page", anonymous=200),
    for_all("shop_page_english", anonymous=200),
    for_all("shop_worker", anonymous=200),
    Address("shop_begin", "", {}, 405, anonymous=405),
    Address("shop_start", "", {}, 401, anonymous=401),
    page("shops", "coordinator"),
    page("shop_add", "coordinator"),
    Address("shop", "bakery", {"coordinator": 200}),
    *(Address(name, "bakery", {"coordinator": 302}) for name in ("shop_invite", "shop_paper", "shop_phone_end")),
    # the desk
    page("inbox", *DESKS),
    page("inbox_count", *DESKS),
    Address("inbox_take", "", {}, 405),
    Address("inbox_keys", "", {}, 405),
    page("signals", *DESKS),
    *of_desk("inbox_signal", triaged=200),
    *of_desk("triage_let_in", new=302, asked=302),
    Address("inbox_signal", "quarantine", {"coordinator": 200}),
    Address("triage_let_in", "quarantine", {"coordinator": 302}),
    Address("triage_pick_up", "quarantine", {"coordinator": 403}),
    *of_desk("triage_pick_up"),
    *of_desk("triage_link"),
    *of_desk("triage_ask", asked=302),
    *of_desk("triage_close"),
    *of_desk("triage_involved"),
    *of_desk("triage_team"),
    *of_desk("triage_area"),
    *of_desk("triage_refer", asked=302),
    *of_desk("triage_threat"),
    *of_desk("triage_late", new=302, asked=302, triaged=200),
    # who is called outside office hours
    Address("alert", "alert", {"colleague": 200}),
    Address("alert_take", "alert", {"colleague": 302}),
    page("rota", *DESKS),
    page("rota_add", "coordinator"),
    Address("shift", "shift", {"coordinator": 200}),
    Address("shift_end", "shift", {"coordinator": 302}),
    for_all("code_search"),
    # the morning look, and the coordinator who arranges who stands in
    page("day", *DESKS),
    page("day_list", *DESKS),
    Address("talk_request", "talk_request", dict.fromkeys(PARTNERS, 200)),
    page("absences", "coordinator"),
    Address("absence", "absence", {"coordinator": 200}),
    page("resident_search", *DESKS),
    # the director and the coordinators
    page("my_cases", *DESKS),
    *of_case("case", coordinator=200),
    *of_case("case_history", coordinator=200),
    *of_case("case_note"),
    *of_case("case_attempt"),
    *of_case("case_consent"),
    *of_case("case_describe"),
    *of_case("case_resident"),
    *of_case("case_themes"),
    *of_case("case_member_add"),
    Address("case_member", "case", {"director": 200, "coordinator": 403}),
    *of_case("case_threat"),
    *of_case("case_term", closed=302),
    *of_case("case_late", closed=302),
    *of_case("case_links"),
    Address("case_unlink", "case", {"director": 200, "coordinator": 403}),
    *of_case("case_safety"),
    *of_case("meldcode"),
    *(line for step in ("signs", "advice", "talk", "weigh") for line in of_case(f"meldcode_{step}", closed=302)),
    *of_case("meldcode_decide", case=302, closed=302),
    *of_case("meldcode_asked", case=302, closed=302),
    *of_case("case_close", closed=302),
    *of_case("case_reopen", case=302),
    *of_case("case_reassign", director=403, coordinator=200),
    Address("case_consent_withdraw", "case", {"director": 200, "coordinator": 403}),
    # addresses that nobody visits alone
    page("safety_list", *DESKS),
    page("safety_add", "coordinator"),
    Address("safety_address", "safety", dict.fromkeys(DESK, 200)),
    Address("safety_end", "safety", {"director": 403, "colleague": 403, "coordinator": 200}),
    # referrals
    page("directory", *WORKERS),
    page("referrals", *WORKERS),
    *of_case("referral_draft", closed=302),
    *of_referral("referral", **dict.fromkeys(("draft", *SENT_REFERRALS), 200)),
    *of_referral("referral_rewrite", "change", draft=200),
    *of_referral("referral_send", "change", draft=200),
    *of_referral("referral_discard", "change", draft=200),
    *of_referral("referral_withdraw", "change", sent=200),
    *of_referral("referral_restore", "change", returned=200),
    *of_referral("referral_accept", "answer", sent=200),
    *of_referral("referral_return", "answer", sent=200),
    *of_referral("referral_undo", "act", accepted=200),
    *of_referral("referral_start", "act", accepted=200),
    *of_referral("referral_complete", "act"),
    *of_referral("referral_stop", "act"),
    *of_referral("referral_reassign", "reassign"),
    *of_referral("referral_late", "late", accepted=200),
    # routing, and the facts of a team
    page("routing", "administrator", "coordinator", "officer"),
    of_routing("routing_table", "administrator", "coordinator", "officer"),
    of_routing("routing_rule", "administrator"),
    of_routing("routing_start", "administrator"),
    of_routing("routing_try", "administrator", "coordinator"),
    of_routing("routing_copy", "administrator", reply=302),
    of_routing("routing_rule_act", "administrator", reply=302),
    of_routing("routing_seen", "coordinator", reply=302),
    page("team_facts", "coordinator"),
    page("team_closure", "coordinator"),
    Address("team_closure_end", "", {"coordinator": 302}, 403),
    # the privacy officer, and everybody on themselves
    page("audit_search", "officer"),
    page("audit_searches", "officer"),
    Address("case_looks", "case", {"officer": 302}),
    Address("case_looks", "closed", {"officer": 302}),
    for_all("my_looks"),
]
# Addresses whose argument is no record of the table; each has a test of its own.
ELSEWHERE = {"mail", "end_session", "account_reset_password_from_key"}


def reply_to(person, address):
    """The status that somebody gets at an address."""
    return address.replies.get(person, address.rest)


def one_of_each():
    """(person, address) for each distinct reply, and not for everybody who gets that same reply.

    On a record that tells something: once for each kind of person and reply. Of the pages that refuse: once for each
    kind of person and refusal, on one record. Who of a kind it is, and on which record, differs from page to page.
    """
    found = {}
    for address in TABLE:
        for kind, people in KINDS.items():
            for person in people:
                reply = reply_to(person, address)
                record = "" if reply in REFUSALS else address.record
                found.setdefault((address.name, record, kind, reply), []).append((person, address))
    return [chosen[crc32(repr(which).encode()) % len(chosen)] for which, chosen in found.items()]


def besides(person, address, others):
    """Of these other people one for each kind and reply at an address; of a kind that is not in the table everybody."""
    kinds = {name: kind for kind, people in KINDS.items() for name in people}
    found = {}
    for name in others:
        if name != person:
            found.setdefault((kinds.get(name, name), reply_to(name, address)), []).append(name)
    return [chosen[crc32(repr((address.name, which)).encode()) % len(chosen)] for which, chosen in found.items()]
