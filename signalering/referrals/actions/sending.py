"""What the sender does: draft, change, send, withdraw, restore what came back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.access import allow
from signalering.accounts.grants import give, place_at, take
from signalering.accounts.grants import referral as from_referral
from signalering.cases import deadlines, notices
from signalering.cases.actions.casework import must_be_open
from signalering.cases.actions.triage import open_case
from signalering.cases.models import Deadline, DeadlineRule
from signalering.cases.working_days import add_working_days, today
from signalering.crypto.fields import says
from signalering.referrals.actions.extracts import freeze, main_resident, seen_through, spare, will_be_destroyed
from signalering.referrals.models import Referral, ReferralExtract
from signalering.referrals.without_name import identity_of, refuse_identity
from signalering.workflow import ImpossibleMove, SentBefore, Stale

DEFAULT_FIELDS = ["name", "address", "phone", "asked"]


def default_fields(programme):
    """What goes along unless somebody chooses otherwise."""
    return (programme.extract_fields if programme else None) or DEFAULT_FIELDS


@transaction.atomic
def draft(case, *, by, form_key, programme, team, question, fields_shared, minor_children="", **details):
    """The director prepares a referral; nobody else sees it yet. The same form sent again gives the same one."""
    allow(by, "change", case)
    case.reread()
    must_be_open(case)
    said = {"programme": programme, "team": team, "question": question, "fields_shared": fields_shared}
    known = drafted_before(case.referrals, by=by, form_key=form_key, **said, **details)
    if known is not None:
        return known
    learn(case, minor_children, by=by)
    return _save_draft(
        Referral(
            case=case,
            sender=by,
            form_key=form_key,
            programme=programme,
            receiving_team=team,
            theme=case.themes[0],
            fields_shared=fields_shared,
            legal_basis=case.legal_basis,
            purpose=case.purpose,
            question=question,
            age_band=main_resident(case).age_band,
            **details,
        ),
        by=by,
    )


def drafted_before(
    referrals, *, by, form_key, programme, team, question, fields_shared, observation="", entry_rule_words="", **others
):
    """The draft that came from this very form, or None; SentBefore when it said something else."""
    known = referrals.filter(sender=by, form_key=form_key).first()
    if known is None:
        return None
    first = known.history.last()  # as it was sent, whatever was rewritten since
    same = (first.programme_id, first.receiving_team_id) == (programme and programme.pk, team.pk)
    words = {"question": question, "observation": observation, "entry_rule_words": entry_rule_words}
    if not same or first.fields_shared != fields_shared or not says(first, **words):
        raise SentBefore
    return known


def _save_draft(referral, *, by):
    referral.save_as(by, "drafted", verb="draft_referral", purpose=referral.purpose)
    given = {"by": by, "reason": "drafted", "origin": from_referral(referral), "purpose": referral.purpose}
    give(referral, "view", "change", to=by, place=place_at(referral.case.team, by), **given)
    return referral


def learn(case, minor_children, *, by):
    """The case keeps what its director answered about children in the house."""
    if minor_children and minor_children != (case.minor_children or "unknown"):
        case.change(by=by, reason="case_work", verb="describe_case", minor_children=minor_children)


@transaction.atomic
def refer_signal(signal, *, by, form_key, case, **referral):
    """Triage opens a case and prepares its referral in one act; the same form sent again gives the same one.

    `case` holds what `open_case` wants to know: reason, legal basis, purpose, and a threat if there is one.
    """
    allow(by, "triage", signal)
    signal.reread()
    mine = Referral.objects.filter(case__signals=signal)
    known = drafted_before(mine, by=by, form_key=form_key, **referral)
    return known or draft(open_case(signal, by=by, **case), by=by, form_key=form_key, **referral)


@transaction.atomic
def rewrite(referral, *, by, version, programme, team, minor_children="", **details):
    """The director changes a referral that was not sent yet."""
    allow(by, "change", referral)
    if referral.status != Referral.Status.DRAFT:
        raise ImpossibleMove(referral, Referral.Status.DRAFT)
    learn(referral.case, minor_children, by=by)
    return referral.change(
        by=by,
        reason="drafted",
        verb="rewrite_referral",
        version=version,
        programme=programme,
        receiving_team=team,
        **details,
    )


def consent_for(case):
    """The consent on which a referral of this case may be sent, or None."""
    return case.consents.filter(scope="referral", withdrawn_at=None).order_by("given_at").last()


def consent_to_share(case):
    """The consent that lets something of this case go out now; held, so that it is not withdrawn meanwhile."""
    case.reread()
    must_be_open(case)
    given = case.consents.select_for_update().filter(scope="referral", withdrawn_at=None)
    consent = given.order_by("given_at").last()
    if consent is None:
        raise ValidationError(_("Delen kan pas als de toestemming van de inwoner is vastgelegd."))
    return consent


def answer_due(referral):
    """The last day for an answer: the programme's own term, or what runs on the case when that is sooner."""
    rule = DeadlineRule.objects.get(slug="DL10")
    programme = referral.programme
    term = programme.answer_days if programme and programme.answer_days else rule.term
    day = add_working_days(today(), term)
    threat = Deadline.objects.running().filter(about_id=referral.case_id, rule__slug="DL2").first()
    return rule, (min(day, max(threat.due_on, today())) if threat else day)


@transaction.atomic
def send(referral, *, by, version=None):
    """The referral goes to the receiving desk, which sees what is asked but not who it is about.

    `version` is what the sender was shown: a draft that was changed since is not sent unseen.
    """
    allow(by, "change", referral)
    referral.reread()
    if version is not None and referral.status == Referral.Status.DRAFT and referral.version != version:
        raise Stale(referral)
    consent = consent_to_share(referral.case)
    rule, due = answer_due(referral)
    resident = main_resident(referral.case)
    seen_through(referral, resident)
    refuse_identity(referral.question, **identity_of(resident))  # the resident may have got a name since it was written
    referral.move(
        Referral.Status.SENT,
        by=by,
        reason="sent",
        verb="send_referral",
        sent_at=timezone.now(),
        answer_due=due,
        age_band=resident.age_band,
    )
    extract = freeze(referral, resident, consent, by=by)
    given = {"by": by, "reason": "sent", "origin": from_referral(referral), "purpose": referral.purpose}
    give(extract, "view", to=by, place=place_at(referral.case.team, by), **given)
    give(referral, "preview", "answer", to=referral.receiving_team.desk_id, **given)
    deadlines.start(rule, referral, by=by, due=due, team=referral.receiving_team)
    notices.tell_team("referral_sent", referral.receiving_team, referral, by=by)
    return referral


@transaction.atomic
def withdraw(referral, *, by, reason, words=""):
    """The sender takes a referral back before it is answered; what was shared is destroyed."""
    allow(by, "change", referral)
    referral.move(
        Referral.Status.WITHDRAWN,
        by=by,
        reason=reason,
        verb="withdraw_referral",
        withdraw_reason=reason,
        ending_words=words,
        answered_at=timezone.now(),
    )
    end_receiver(referral, by=by, reason=reason)
    will_be_destroyed(referral, by=by)
    deadlines.stop_all(referral, by=by, reason="withdrawn")
    return referral


def end_receiver(referral, *, by, reason):
    """The receiving side loses its sight at once; code, date and reason remain for its desk."""
    extract = ReferralExtract.objects.get(referral=referral)
    origin, team = from_referral(referral), referral.receiving_team
    for record in (referral, extract):
        for group in (team.desk_id, team.coordinators_id):
            take(record, origin=origin, by=by, reason=reason, to=group)
    if referral.accepted_by_id:
        close_off(referral, extract, person=referral.accepted_by, by=by, reason=reason)
    given = {"by": by, "reason": reason, "origin": origin, "purpose": referral.purpose}
    give(referral, "receipt", to=team.desk_id, **given)


def close_off(referral, extract, *, person, by, reason):
    """Who took it on loses sight of it; a director who took on an own referral keeps what a sender holds."""
    taken = {"origin": from_referral(referral), "by": by, "reason": reason, "to": person}
    take(referral, "act", **taken)
    if person != referral.case.director:
        take(referral, "view", **taken)
        take(extract, "view", **taken)


@transaction.atomic
def restore(referral, *, by):
    """The sender's side takes a return as a mistake, within ten minutes: the desk may answer again."""
    allow(by, "change", referral)
    referral.reread()
    if referral.status != Referral.Status.RETURNED or not referral.can_be_undone:
        raise ImpossibleMove(referral, Referral.Status.SENT)
    spare(referral, by=by)
    referral.move(
        Referral.Status.SENT,
        by=by,
        reason="mistake",
        verb="restore_referral",
        return_reason="",
        answered_at=None,
    )
    consent_to_share(referral.case)
    resident = main_resident(referral.case)
    seen_through(referral, resident)
    refuse_identity(referral.question, **identity_of(resident))
    origin, team = from_referral(referral), referral.receiving_team
    take(referral, "receipt", origin=origin, by=by, reason="mistake", to=team.desk_id)
    given = {"by": by, "reason": "mistake", "origin": origin, "purpose": referral.purpose}
    give(referral, "preview", "answer", to=team.desk_id, **given)
    deadlines.start(deadlines.rules("DL10")["DL10"], referral, by=by, due=referral.answer_due, team=team)
    return referral
