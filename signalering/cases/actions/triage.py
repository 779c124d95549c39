"""What a team decides about a signal: five acts, and choosing another team."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.access import allow, refuse
from signalering.accounts.configuration import days
from signalering.accounts.grants import directorship, give, place_at, question, reported, routing, take
from signalering.accounts.models.people import Role
from signalering.accounts.postcodes import learn
from signalering.audit.record import note
from signalering.cases import call_back, deadlines, debt_help, notices, threats
from signalering.cases.actions.alerts import end_alerts, hand_over_alerts, raise_alert
from signalering.cases.actions.feedback import give_feedback, hears_later, place_of_writer
from signalering.cases.actions.hastening import hasten_answers
from signalering.cases.actions.matching import record_match
from signalering.cases.actions.reading import settle
from signalering.cases.actions.reporting import end_desk_sight, give_desk, sent_before
from signalering.cases.actions.standing_in import share_with_stand_ins
from signalering.cases.compartment import KEPT_APART, SAFETY
from signalering.cases.models import (
    Case,
    CaseResident,
    ReporterIdentity,
    Resident,
    Signal,
    SignalAddition,
)
from signalering.cases.routing import kept, proposed_anew
from signalering.closed_lists import read
from signalering.crypto.fields import says
from signalering.workflow import ImpossibleMove

STATUS_OF = {item["slug"]: item["status"] for item in read("cases", "lists")["close_signal"]["items"]}
GO_ALONG = (*threats.CLOCKS, "DL9", debt_help.CLOCK)  # what threatened, a visit to pay, and help that was asked
GIVEN_BACK = {"taken_by": None, "taken_at": None}  # a decision ends it that somebody looks into a signal
COPIED = ("name", "age_band", "postcode", "house_number", "suffix", "street", "place", "phone")


def hold(signal, *, by):
    """Hold a signal, so that it stays with this desk under the deed; whoever decides on it knows it was read."""
    signal.reread()
    allow(by, "triage", signal)
    settle(signal)


@transaction.atomic
def open_case(signal, *, by, reason, legal_basis, purpose, threat_kind="", threat_date=None, words=""):
    """Triage decides that a signal deserves a case of its own, and takes it on."""
    hold(signal, by=by)
    if Signal.Status.LINKED not in Signal.MOVES[signal.status]:
        said = {"reason": reason, "legal_basis": legal_basis, "purpose": purpose, "words": words}
        said |= {"threat_kind": threat_kind, "threat_date": threat_date}
        same = signal.case is not None and opened_so(signal.case, signal, **said)
        raise ImpossibleMove(signal, Signal.Status.LINKED, kept=same or not (words or threat_date))
    threat_kind, threat_date = threat_of(signal, threat_kind, threat_date)
    threat_day = threat_date.isoformat() if threat_date else ""
    slugs = ["DL7", "DL16"] if call_back.promised(signal.team, [signal]) else ["DL16"]
    received, rules = timezone.localdate(signal.created_at), deadlines.active(*slugs)
    due = {slug: deadlines.due_on(rule, received) for slug, rule in rules.items()}
    case = Case(
        team=signal.team,
        director=by,
        themes=[signal.theme],
        area=signal.area,
        legal_basis=legal_basis,
        purpose=purpose,
        next_due=min(due.values(), default=None),
        summary=words,
        threat_kind=threat_kind,
        threat_date=threat_day,
    ).save_as(by, reason, verb="open_case", purpose=purpose)
    resident = Resident(**{name: getattr(signal, name) for name in COPIED}).save_as(by, reason)
    CaseResident(case=case, resident=resident).save_as(by, reason)
    give_case(case, to=by, by=by, reason=reason)
    for slug, day in due.items():
        deadlines.start(rules[slug], case, by=by, due=day, on=received, team=case.team)
    deadlines.go_along(signal, case, *GO_ALONG, by=by)
    moved = not says(signal, threat_date=threat_day)  # what went along counts to the day that was reported
    if threats.start_clocks(case, by=by, kind=threat_kind, day=threat_date, moved=moved):
        raise_alert("threat_set", by=by, case=case)
    if threat_kind == threats.END_OF_SUPPLY:
        raise_urgency(signal, by=by)
    refresh_next_due(case, by=by)
    overrule(signal, signal.team, by=by, reason=reason)
    link(signal, case, by=by, reason=reason)
    return case


def threat_of(signal, kind, day):
    """What threatens: as somebody says now, or as it was reported."""
    if threats.known(signal) and not kind:
        return signal.threat_kind, threats.day_of(signal.threat_date)
    return kind, day


def opened_so(case, signal, *, reason, legal_basis, purpose, threat_kind="", threat_date=None, words=""):
    """Whether a case was opened from this signal with these very words and choices, whatever was changed since."""
    first = case.history.last()
    kind, day = threat_of(signal, threat_kind, threat_date)
    chosen = (first.history_change_reason, first.legal_basis, first.purpose)
    told = {"summary": words, "threat_kind": kind, "threat_date": day.isoformat() if day else ""}
    return chosen == (reason, legal_basis, purpose) and says(first, **told)


def overrule(signal, team, *, by, reason):
    """Somebody decides for another team than was proposed: that, and why, goes on record."""
    if signal.proposed_team_id not in (None, team.pk):
        note("overrule_proposal", signal, by=by, reason=reason)


def raise_urgency(signal, *, by):
    """What was reported becomes urgent: the energy contract of this resident ends."""
    if signal.urgency != Signal.Urgency.TODAY:
        signal.change(by=by, reason="end_of_supply", verb="raise_urgency", urgency=Signal.Urgency.TODAY)


def nothing_threatens(record, *, by, why):
    """Nothing threatens any more, or it was a mistake: the clocks stop for that reason, and nobody is called."""
    deadlines.stop(record, *threats.CLOCKS, by=by, reason=why)
    end_alerts(record, by=by, reason=why, cause="threat_set")
    empty = {"threat_kind": "", "threat_date": ""}
    return record.change(by=by, reason=why, verb="end_threat", next_due=deadlines.next_due(record), **empty)


def refresh_next_due(case, *, by):
    """The case shows the first day on which something is due."""
    day = deadlines.next_due(case)
    if day != case.next_due:
        case.change(by=by, reason="case_work", verb="set_next_due", next_due=day)


def give_case(case, *, to, by, reason):
    """A director gets the case; the coordinators of the team may read and reassign it."""
    given = {"by": by, "reason": reason, "origin": directorship(case), "purpose": case.purpose}
    give(case, "view", "change", to=to, place=place_at(case.team, to), **given)
    give(case, "view", "reassign", to=case.team.coordinators_id, **{**given, "origin": routing(case)})


def give_signal(signal, case, *, to, by, reason):
    """A director reads the signals of the case, and knows the reporter only when that one agreed."""
    given = {"to": to, "by": by, "reason": reason, "origin": directorship(case), "purpose": case.purpose}
    given["place"] = place_at(case.team, to)
    give(signal, "view", **given)
    if signal.reporter.level == ReporterIdentity.Level.OPEN:
        give(signal.reporter, "view_reporter", **given)


@transaction.atomic
def join_case(signal, *, by, case, reason, words=""):
    """Triage decides that a signal belongs to a case that exists already."""
    case.reread()
    allow(by, "change", case)
    hold(signal, by=by)
    if case.status != Case.Status.OPEN:
        raise ValidationError(_("Deze casus is gesloten. Open de casus eerst opnieuw."))
    if signal.theme not in case.themes:
        case.change(by=by, reason=reason, verb="add_theme", themes=[*case.themes, signal.theme])
    nearer = threats.comes_first(signal, case)
    deadlines.go_along(signal, case, *GO_ALONG, by=by)
    if nearer:
        threat = {"threat_kind": signal.threat_kind, "threat_date": signal.threat_date}
        case.change(by=by, reason="threat_set", verb="set_threat", **threat)
    hasten_answers(case, by=by)
    refresh_next_due(case, by=by)
    link(signal, case, by=by, reason=reason, reason_words=words)
    return case


def link(signal, case, *, by, reason, reason_words=""):
    """The signal becomes part of the case, its director may read it, and the reporter hears so."""
    signal.move(
        Signal.Status.LINKED,
        by=by,
        reason=reason,
        verb="link_signal",
        case=case,
        next_due=None,
        legal_basis=case.legal_basis,
        purpose=case.purpose,
        typed={"reason_words": reason_words},
        **GIVEN_BACK,
    )
    give_signal(signal, case, to=case.director, by=by, reason=reason)
    share_with_stand_ins(case, signal, "view", by=by, reason=reason)
    if signal.reporter.level == ReporterIdentity.Level.OPEN:
        share_with_stand_ins(case, signal.reporter, "view_reporter", by=by, reason=reason)
    finish(signal, "picked_up", by=by, reason=reason)


def finish(signal, code, *, by, reason):
    """A signal is triaged: the desk's sight runs out, its writer can no longer change it and hears a word."""
    give_feedback(signal, code, by=by)
    record_match(signal, by=by)
    deadlines.stop_all(signal, by=by, reason="triaged")
    end_alerts(signal, by=by, reason="triaged")
    until = timezone.now() + days("desk_sight_days")
    for record in (signal, signal.reporter):
        end_desk_sight(record, signal, by=by, reason=reason, at=until)
    take(signal, "own_text", origin=reported(signal), by=by, reason=reason)


@transaction.atomic
def ask(signal, *, by, form_key, words):
    """Triage asks the reporter something before it decides."""
    hold(signal, by=by)
    if sent_before(signal, by=by, form_key=form_key, words=words) is not None:
        return signal
    if not hears_later(signal):
        raise ValidationError(_("Deze melder hoort na Ontvangen niets meer. Een vraag komt niet aan."))
    signal.move(Signal.Status.ASKED, by=by, reason="asked", verb="ask_reporter", feedback_code="question", **GIVEN_BACK)
    SignalAddition(signal=signal, kind=SignalAddition.Kind.QUESTION, author=by, form_key=form_key, words=words).save_as(
        by, "asked"
    )
    given = {"by": by, "reason": "asked", "purpose": signal.purpose, "place": place_of_writer(signal)}
    give(signal, "own_text", to=signal.writer, origin=question(signal), **given)
    notices.tell("question", signal.writer, signal, by=by)
    return signal


@transaction.atomic
def let_in(signal, *, by):
    """A coordinator decides that the team goes on with a signal whose writer is not active any more."""
    signal.reread()
    allow(by, "view", signal)
    arrival = signal.came_by_phone
    if arrival is None:
        return signal
    arrival.reread()
    if not arrival.in_quarantine:
        return signal
    if not by.has_role(Role.COORDINATOR):
        refuse(by, "let_in", signal)
    given = {"by": by, "reason": "let_in", "purpose": signal.purpose}
    give_desk(signal, signal.reporter, **given)
    for record in (signal, signal.reporter):
        take(record, origin=routing(signal), by=by, reason="let_in", to=signal.team.coordinators_id)
    arrival.change(by=by, reason="let_in", verb="let_in", released_at=timezone.now())
    return signal


@transaction.atomic
def stop_asking(signal, *, by):
    """The team no longer waits for an answer and decides on what is there."""
    hold(signal, by=by)
    signal.move(Signal.Status.NEW, by=by, reason="no_answer", verb="stop_asking", feedback_code="received")
    take(signal, "own_text", origin=question(signal), by=by, reason="no_answer", to=signal.writer)
    return signal


@transaction.atomic
def close_with(signal, *, by, reason, words=""):
    """Triage ends a signal with advice, by passing it on, or without taking it up."""
    hold(signal, by=by)
    signal.move(
        STATUS_OF[reason],
        by=by,
        reason=reason,
        verb="close_signal",
        reason_internal=reason,
        typed={"reason_words": words},
        next_due=None,
        **GIVEN_BACK,
    )
    debt_help.end_without(signal, debt_help.REFUSED.get(reason), by=by)
    finish(signal, "done", by=by, reason=reason)
    return signal


def remark(signal, *, by, reason, words):
    """What the team says before it decides stays beside what it says then; the same words of somebody stand once."""
    before = signal.additions.filter(kind=SignalAddition.Kind.REMARK, author=by)
    if words and not any(says(one, words=words) for one in before):
        SignalAddition(
            signal=signal, kind=SignalAddition.Kind.REMARK, author=by, form_key=uuid4(), words=words
        ).save_as(by, reason)


def must_be_undecided(signal):
    """Another team or area is for signals on which nobody has decided yet."""
    if signal.status not in Signal.OPEN:
        raise ValidationError(_("Over dit signaal is al besloten."))


@transaction.atomic
def reroute(signal, *, by, team, reason, words=""):
    """Another team fits better: its desk gets the signal, and this desk loses it at once."""
    hold(signal, by=by)
    must_be_undecided(signal)
    for record in (signal, signal.reporter):
        take(record, origin=routing(signal), by=by, reason=reason, to=signal.team.desk_id)
    signal.change(by=by, reason=reason, verb="reroute", team=team, **GIVEN_BACK)
    remark(signal, by=by, reason=reason, words=words)
    overrule(signal, team, by=by, reason=reason)
    deadlines.hand_over(signal, team, by=by, reason=reason)
    hand_over_alerts(signal, team, by=by, reason=reason)
    given = {"by": by, "reason": reason, "origin": routing(signal), "purpose": signal.purpose}
    give(signal, "view", "triage", to=team.desk_id, **given)
    give(signal.reporter, "view_reporter", to=team.desk_id, **given)
    return signal


@transaction.atomic
def choose_area(signal, *, by, area):
    """The worker knows the area, and so do later signals from this postcode; one kept for safety teaches nothing."""
    hold(signal, by=by)
    must_be_undecided(signal)
    told = {"area": area, "area_source": Signal.AreaSource.WORKER}
    proposal = proposed_anew(signal, **told)
    signal.change(by=by, reason="area_chosen", verb="choose_area", **told, **kept(proposal))
    if signal.purpose != SAFETY and signal.team.kind != KEPT_APART:
        learn(signal.postcode, area, by=by)
    return signal
