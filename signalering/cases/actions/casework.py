"""What a director does on a case: note, contact, consent, change, close, reopen, hand over."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from signalering.accounts.access import allow, may
from signalering.accounts.grants import directorship, give, place_at, take
from signalering.accounts.grants import referral as from_referral
from signalering.cases import call_back, deadlines, debt_help, threats
from signalering.cases.actions import meldcode
from signalering.cases.actions.alerts import end_alerts, raise_alert
from signalering.cases.actions.feedback import give_feedback, let_follow
from signalering.cases.actions.hastening import hasten_answers
from signalering.cases.actions.lateness import answered_for, explain_all
from signalering.cases.actions.open_questions import keep_nameless
from signalering.cases.actions.standing_in import end_stand_ins
from signalering.cases.actions.triage import give_case, give_signal, nothing_threatens, raise_urgency, refresh_next_due
from signalering.cases.contact_advice import NO_CONTACT_AT_ALL, few_attempts
from signalering.cases.models import Case, Consent, ContactAttempt, Note, RetentionPolicy
from signalering.cases.safety import AT_THE_DOOR, visited_together
from signalering.cases.working_days import today
from signalering.closed_lists import read
from signalering.crypto import reader
from signalering.crypto.fields import says
from signalering.workflow import ImpossibleMove, SentBefore

FIRST_CONVERSATION = ("DL1", "DL2", "DL3", "DL9", "DL16")  # speaking with the resident ends these
POLICY_OF = {
    outcome: policy["slug"] for policy in read("cases", "retention")["policies"] for outcome in policy["outcomes"]
}


def once(records, *, by, form_key, words, **values):
    """What this person already wrote with this very form, or None; SentBefore when it said something else."""
    known = records.filter(author=by, form_key=form_key).first()
    if known is not None and not (
        says(known, words=words) and all(getattr(known, name) == value for name, value in values.items())
    ):
        raise SentBefore
    return known


def must_be_open(case):
    """Work goes on an open case only."""
    if case.status != Case.Status.OPEN:
        raise ValidationError(_("Deze casus is gesloten. Open de casus eerst opnieuw."))


def work_on(case, *, by):
    """Hold the case, so that neither its director nor its state changes under this deed; then check both."""
    case.reread()
    allow(by, "change", case)
    must_be_open(case)


@transaction.atomic
def write_note(case, *, by, form_key, words):
    """The director keeps something about the case."""
    work_on(case, by=by)
    return once(case.notes, by=by, form_key=form_key, words=words) or Note(
        case=case, author=by, form_key=form_key, words=words
    ).save_as(by, "case_work", verb="write_note")


@transaction.atomic
def record_attempt(case, *, by, form_key, channel, reached, at, day_part, not_alone=False, company=None, words=""):
    """The director tried to reach the resident; the first real attempt ends the promise to call back, on its own day.

    To an address on the safety list nobody goes alone: then it says with whom of the team, or with somebody else.
    """
    work_on(case, by=by)
    said = {"channel": channel, "reached": reached, "at": at, "day_part": day_part}
    said |= {"not_alone": not_alone, "company": company}
    known = once(case.contactattempts, by=by, form_key=form_key, words=words, **said)
    if known is not None:
        return known
    if wrong := wrong_moment(at, began=timezone.localdate(case.created_at)):
        raise ValidationError({"at": wrong})
    if channel in AT_THE_DOOR and not not_alone and visited_together(case):
        raise ValidationError(_("Ga hier niet alleen langs. Kies met wie je ging."))
    attempt = ContactAttempt(
        case=case,
        author=by,
        form_key=form_key,
        **said,
        words=words,
    ).save_as(by, "case_work", verb="record_attempt")
    if channel not in NO_CONTACT_AT_ALL:
        visited = ["DL9"] if channel == "home_visit" else []
        deadlines.meet(case, "DL7", *visited, *(FIRST_CONVERSATION if reached else []), by=by, at=at)
        if call_back.promised(case.team, case.signals.all()):
            deadlines.begin("DL8", case, by=by, on=timezone.localdate(at), team=case.team)
        refresh_next_due(case, by=by)
    return attempt


def wrong_moment(at, *, began=None):
    """Why nobody can have tried at a moment: it is yet to come, or before the day on which the case began."""
    if at > timezone.now():
        return _("Dit moment is nog niet geweest.")
    if began is not None and timezone.localdate(at) < began:
        return _("De casus begon op %(day)s. Kies die dag of later.") % {"day": date_format(began, "j F")}
    return ""


@transaction.atomic
def record_consent(case, *, by, form_key, resident, scope, given_at, given_by="resident", age_band="", words=""):
    """The resident, or who decides for a child, agreed that something is shared.

    `age_band` is what was asked meanwhile because nothing was known of the age.
    """
    work_on(case, by=by)
    said = {"resident": resident, "scope": scope, "given_at": given_at, "given_by": given_by}
    known = once(case.consents, by=by, form_key=form_key, words=words, **said)
    if known is None and age_band:
        resident.change(by=by, reason="case_work", verb="describe_resident", age_band=age_band)
    return known or Consent(case=case, author=by, form_key=form_key, **said, words=words).save_as(
        by, "case_work", verb="record_consent"
    )


@transaction.atomic
def withdraw_consent(consent, *, by):
    """The resident takes a consent back; nothing new is shared on it from today."""
    consent.case.reread()
    allow(by, "change", consent.case)
    consent.reread()
    if consent.withdrawn_at is None:
        consent.change(by=by, reason="withdrawn", verb="withdraw_consent", withdrawn_at=today())
    return consent


@transaction.atomic
def describe(case, *, by, version, **words):
    """The director writes down what the case is about."""
    work_on(case, by=by)
    return case.change(by=by, reason="case_work", verb="describe_case", version=version, **words)


@transaction.atomic
def describe_resident(resident, *, by, case, version, **words):
    """The director mends what we know of the resident; no open question becomes one with a name by it."""
    work_on(case, by=by)
    keep_nameless(case, **words)
    return resident.change(by=by, reason="case_work", verb="describe_resident", version=version, **words)


@transaction.atomic
def set_threat(case, *, by, threat_kind, threat_date, clock_reason="", words=""):
    """A threatening situation starts the clock of three working days, from the day it is known; each other one too.

    The end of an energy contract only makes the case more urgent, unless somebody says why it is as pressing.
    """
    work_on(case, by=by)
    if threat_kind in deadlines.OVER:
        return nothing_threatens(case, by=by, why=threat_kind)
    moved = not says(case, threat_date=threat_date.isoformat() if threat_date else "")
    another = threats.is_another(case, kind=threat_kind, day=threat_date)
    case.change(
        by=by,
        reason="case_work",
        verb="set_threat",
        threat_kind=threat_kind,
        threat_date=threat_date.isoformat() if threat_date else "",
    )
    told = {"kind": threat_kind, "day": threat_date, "clock_reason": clock_reason}
    if threats.start_clocks(case, by=by, moved=moved, another=another, **told):
        raise_alert("threat_set", by=by, case=case)
    hasten_answers(case, by=by)
    if threat_kind == threats.END_OF_SUPPLY:
        for signal in case.signals.all():
            raise_urgency(signal, by=by)
    if not noted(case, words, by=by):
        Note(case=case, author=by, form_key=uuid4(), words=words).save_as(by, clock_reason, verb="write_note")
    refresh_next_due(case, by=by)
    return case


@transaction.atomic
def close_case(case, *, by, outcome, words="", few="", unspoken="", late="", late_words=""):
    """The case ends with an outcome; its drafts go, its reporters read Klaar, and the term of keeping begins.

    `few` says why a case ends without contact after fewer attempts than proposed, `unspoken` why one ends without
    conversation while something threatens, and `late` why something of it came too late; own words about that become a
    note of the case.
    """
    case.reread()
    allow(by, "change", case)
    if case.status == Case.Status.CLOSED:
        same = (not words or says(case, closing_words=words)) and noted(case, late_words, by=by)
        raise ImpossibleMove(case, Case.Status.CLOSED, kept=same)
    say_why(case, late, late_words, by=by)
    few = why_few(case, few) if outcome == "no_contact" else ""
    if case.referrals.running().exists():
        raise ValidationError(_("Er loopt nog een verwijzing. Trek die in of wacht tot die klaar is."))
    if deadlines.pressing(case) is not None:
        if unspoken not in deadlines.UNSPOKEN:
            raise ValidationError(_("Er dreigt iets, en er is geen gesprek geweest. Kies waarom je toch sluit."))
        deadlines.stop(case, *deadlines.THREAT, by=by, reason=unspoken)
    case.move(
        Case.Status.CLOSED,
        by=by,
        reason=outcome,
        verb="close_case",
        outcome=outcome,
        few_attempts=few,
        typed={"closing_words": words},
        next_due=None,
        retention_from=today(),
        retention_policy=RetentionPolicy.objects.get(slug=POLICY_OF[outcome]),
    )
    debt_help.end_without(case, outcome, by=by)
    for record in (case, *case.meldcodes.all()):
        deadlines.stop_all(record, by=by, reason="closed")
    end_alerts(case, by=by, reason="closed")
    for draft in case.referrals.drafts():
        draft.throw_away(by=by, reason="case_closed")
    if outcome == "quick_fix" and deadlines.begin("DL6", case, by=by, team=case.team, anew=True) is not None:
        refresh_next_due(case, by=by)
    for signal in case.signals.select_related("reporter", "writer"):
        if (who := reader.present()) is not None:
            who.through(signal.pk, case.pk)  # what the reporter may hear depends on a sealed answer
        give_feedback(signal, "done", by=by)
        for record in (signal, signal.reporter):
            take(record, origin=directorship(case), by=by, reason="ended")
    end_stand_ins(case, by=by, reason="ended")
    return case


def say_why(case, late, words, *, by):
    """A case does not end while nobody said why something was late."""
    told = answered_for(case, by=by)
    if not late and deadlines.unexplained(*told):
        raise ValidationError(_("Er was iets te laat. Kies waarom."))
    explain_all(told, by=by, reason=late)
    if not noted(case, words, by=by):
        Note(case=case, author=by, form_key=uuid4(), words=words).save_as(by, "case_work", verb="write_note")


def noted(case, words, *, by):
    """Whether somebody has nothing to note, or noted these words before."""
    return not words or any(says(note, words=words) for note in case.notes.filter(author=by))


def why_few(case, why):
    """Why nobody tried more often: needed when the attempts are fewer than proposed, empty when they are not."""
    none_at_all, too_few = few_attempts(case)
    if none_at_all:
        raise ValidationError(_("Nog niemand probeerde de inwoner te bereiken. Leg eerst een contactpoging vast."))
    if too_few and not why:
        raise ValidationError(_("Er zijn weinig pogingen gedaan. Kies waarom je toch sluit."))
    return why if too_few else ""


@transaction.atomic
def reopen_case(case, *, by, reason, words=""):
    """A closed case goes on; what somebody wants to say about it becomes a note."""
    case.reread()
    allow(by, "change", case)
    if case.status == Case.Status.OPEN:
        raise ImpossibleMove(case, Case.Status.OPEN, kept=noted(case, words, by=by))
    mistaken = debt_help.ended_by_closing(case) if reason == "closed_by_mistake" else None
    case.move(
        Case.Status.OPEN,
        by=by,
        reason=reason,
        verb="reopen_case",
        outcome="",
        few_attempts="",
        closing_words="",
        retention_from=None,
        retention_policy=None,
    )
    deadlines.stop(case, "DL6", by=by, reason="reopened")
    for record in (case, *case.meldcodes.all()):
        deadlines.resume_all(record, by=by, team=case.team)
    if mistaken is not None:
        deadlines.run_on(mistaken, by=by, reason="reopened", team=case.team)
    refresh_next_due(case, by=by)
    if words:
        Note(case=case, author=by, form_key=uuid4(), words=words).save_as(by, "case_work", verb="write_note")
    for signal in case.signals.select_related("reporter", "writer"):
        give_signal(signal, case, to=case.director, by=by, reason=reason)
        let_follow(signal, by=by, reason=reason)
        if signal.feedback_code == "done":
            signal.change(by=by, reason=reason, verb="take_back_feedback", feedback_code="picked_up")
    return case


@transaction.atomic
def reassign(case, *, by, to, reason, version=None):
    """A coordinator gives a case to another director; the old one loses it at once.

    `version` is what the coordinator was shown: a case that another coordinator gave away meanwhile is not given twice.
    """
    case.reread()
    allow(by, "reassign", case)
    if to == case.director and may(to, "change", case):
        return case
    case.must_be_at(version, "director")
    if case.team.desk_id not in to.desks:
        raise ValidationError(_("Deze collega werkt niet meer bij dit team. Kies iemand anders."))
    old = case.director
    take(case, origin=directorship(case), by=by, reason=reason)
    signals = list(case.signals.select_related("reporter"))
    for signal in signals:
        for record in (signal, signal.reporter):
            take(record, origin=directorship(case), by=by, reason=reason)
    end_stand_ins(case, by=by, reason=reason)
    case.change(by=by, reason=reason, verb="reassign_case", director=to)
    give_case(case, to=to, by=by, reason=reason)
    meldcode.follow_case(case, by=by, reason=reason)
    if case.status == Case.Status.OPEN:
        for signal in signals:
            give_signal(signal, case, to=to, by=by, reason=reason)
    for referral in case.referrals.all():
        hand_over_referral(referral, old=old, to=to, by=by, reason=reason)
    return case


def hand_over_referral(referral, *, old, to, by, reason):
    """What the old director sent goes along with the case; who took it on as well keeps what that one holds."""
    took_on = referral.accepted_by == old and referral.status in referral.TAKEN_ON
    for record, actions in ((referral, ("view", "change")), (getattr(referral, "extract", None), ("view",))):
        if record is not None:
            deed = {"by": by, "reason": reason, "origin": from_referral(referral)}
            if loses := [word for word in actions if word == "change" or not took_on]:
                take(record, *loses, to=old, **deed)
            give(record, *actions, to=to, purpose=referral.purpose, place=place_at(referral.case.team, to), **deed)
