"""What the sender does: draft, change, throw away, send, withdraw, restore what came back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.grants import give, place_at, take
from signalering.accounts.grants import referral as from_referral
from signalering.cases import deadlines, notices
from signalering.cases.actions.casework import must_be_open, work_on
from signalering.cases.actions.hastening import answer_by, hasten_answers, not_before_tomorrow, threat_day
from signalering.cases.actions.standing_in import share_with_stand_ins
from signalering.cases.actions.triage import hold as hold_signal
from signalering.cases.actions.triage import open_case, opened_so
from signalering.cases.consent_age import missing
from signalering.cases.without_name import household, refuse_identity
from signalering.cases.working_days import add_working_days, today
from signalering.crypto.fields import says
from signalering.referrals.actions.extracts import freeze, main_resident, seen_through, spare, will_be_destroyed
from signalering.referrals.actions.holding import hold
from signalering.referrals.models import Referral, ReferralExtract
from signalering.workflow import ImpossibleMove, SentBefore, Stale

DEFAULT_FIELDS = ["name", "address", "phone", "asked"]


def default_fields(programme):
    """What goes along unless somebody chooses otherwise."""
    return (programme.extract_fields if programme else None) or DEFAULT_FIELDS


@transaction.atomic
def draft(case, *, by, form_key, programme, team, question, fields_shared, minor_children="", **details):
    """The director prepares a referral; nobody else sees it yet. The same form sent again gives the same one."""
    work_on(case, by=by)
    said = {"programme": programme, "team": team, "question": question, "fields_shared": fields_shared}
    known = drafted_before(case.referrals, by=by, form_key=form_key, minor_children=minor_children, **said, **details)
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
    referrals,
    *,
    by,
    form_key,
    programme,
    team,
    question,
    fields_shared,
    minor_children="",
    observation="",
    entry_rule_reason="",
    entry_rule_words="",
):
    """The draft that came from this very form, or None; SentBefore when it said something else."""
    known = referrals.filter(sender=by, form_key=form_key).first()
    if known is None:
        return None
    first = known.history.last()  # as it was sent, whatever was rewritten since
    chosen = (programme and programme.pk, team.pk, fields_shared, entry_rule_reason)
    same = chosen == (first.programme_id, first.receiving_team_id, first.fields_shared, first.entry_rule_reason)
    words = {"question": question, "observation": observation, "entry_rule_words": entry_rule_words}
    if not same or not says(first, **words) or not learned_then(known.case, first.history_date, minor_children):
        raise SentBefore
    return known


def learned_then(case, moment, minor_children):
    """Whether the case knew this of children in the house when its draft was made; not knowing is nothing to learn."""
    then = case.history.filter(history_date__lte=moment).first()
    known = [minor_children, *([""] if minor_children == "unknown" else [])]
    return not minor_children or any(says(then, minor_children=answer) for answer in known)


def _save_draft(referral, *, by):
    referral.save_as(by, "drafted", verb="draft_referral", purpose=referral.purpose)
    give_sender(referral, referral, "view", "change", by=by, reason="drafted")
    return referral


def give_sender(referral, record, *actions, by, reason):
    """What the sending side holds belongs to the director; whoever stands in gets it for as long as that lasts."""
    case = referral.case
    given = {"by": by, "reason": reason, "origin": from_referral(referral), "purpose": referral.purpose}
    give(record, *actions, to=case.director, place=place_at(case.team, case.director), **given)
    share_with_stand_ins(case, record, *actions, by=by, reason=reason)


def learn(case, minor_children, *, by):
    """The case keeps what its director answered about children in the house."""
    if minor_children and minor_children != (case.minor_children or "unknown"):
        case.change(by=by, reason="case_work", verb="describe_case", minor_children=minor_children)


@transaction.atomic
def refer_signal(signal, *, by, form_key, case, **referral):
    """Triage opens a case and prepares its referral in one act; the same form sent again gives the same one.

    `case` holds what `open_case` wants to know: reason, legal basis, purpose, and a threat if there is one.
    """
    hold_signal(signal, by=by)
    mine = Referral.objects.filter(case__signals=signal).select_related("case")
    known = drafted_before(mine, by=by, form_key=form_key, **referral)
    if known is not None and not opened_so(known.case, signal, **case):
        raise SentBefore
    return known or draft(open_case(signal, by=by, **case), by=by, form_key=form_key, **referral)


@transaction.atomic
def rewrite(referral, *, by, version, programme, team, minor_children="", **details):
    """The director changes a referral that was not sent yet."""
    hold(referral, "change", by=by)
    if referral.status != Referral.Status.DRAFT:
        raise ImpossibleMove(referral, Referral.Status.DRAFT)
    must_be_open(referral.case)
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


def consents_of(case, resident):
    """The consents of a resident on which something of this case may be shared, oldest first."""
    given = case.consents.filter(scope="referral", withdrawn_at=None, resident=resident)
    return given.order_by("given_at", "pk")


def last_consent(case):
    """The newest consent to share something of this case that was not taken back, or None."""
    return case.consents.filter(scope="referral", withdrawn_at=None).order_by("given_at").last()


def consent_for(case, resident):
    """The consent on which a referral of this case may be sent today, or None; and what is missing, in a sentence."""
    given = list(consents_of(case, resident))
    lacks = missing(resident, [consent.given_by for consent in given])
    return (given[-1] if given and not lacks else None), lacks


def consent_to_share(case, resident):
    """The consent that lets something of this case go out now; held, so that it is not withdrawn meanwhile.

    Who must have given it follows from the age on this day, not on that of the intake.
    """
    case.reread()
    must_be_open(case)
    given = list(consents_of(case, resident).select_for_update())
    if lacks := missing(resident, [consent.given_by for consent in given]):
        raise ValidationError(lacks)
    return given[-1]


def consent_still_fits(referral):
    """Go on when what lies with the receiver may still be shared; that it may not says nothing of the resident."""
    resident = main_resident(referral.case)
    seen_through(referral, resident)
    try:
        return consent_to_share(referral.case, resident)
    except ValidationError:
        must_be_open(referral.case)
        raise ValidationError(
            _("De toestemming is er niet meer, of past niet bij de leeftijd. Neem contact op met de verzender.")
        ) from None


def must_name_nobody(referral):
    """Go on when the question gives nobody of the house away; they may have got a name since it was written."""
    people = household(referral.case)
    seen_through(referral, *people)
    refuse_identity(referral.question, *people)


def answer_due(referral):
    """The last day for an answer: the programme's own term, or what runs on the case when that is sooner; not today."""
    rule = deadlines.rules("DL10")["DL10"]
    programme = referral.programme
    if programme and programme.answer_days:
        day = add_working_days(today(), programme.answer_days)
    else:
        day = deadlines.due_on(rule, today())
    return rule, not_before_tomorrow(min(day, threat_day(referral.case) or day))


@transaction.atomic
def send(referral, *, by, version=None):
    """The referral goes to the receiving desk, which sees what is asked but not who it is about.

    `version` is what the sender was shown: a draft that was changed since is not sent unseen.
    """
    hold(referral, "change", by=by)
    if version is not None and referral.status == Referral.Status.DRAFT and referral.version != version:
        raise Stale(referral)
    resident = main_resident(referral.case)
    seen_through(referral, resident)
    consent = consent_to_share(referral.case, resident)
    rule, due = answer_due(referral)
    must_name_nobody(referral)
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
    give_sender(referral, extract, "view", by=by, reason="sent")
    give(referral, "preview", "answer", to=referral.receiving_team.desk_id, **given)
    deadlines.start(rule, referral, by=by, due=due, team=referral.receiving_team)
    notices.tell_team("referral_sent", referral.receiving_team, referral, by=by)
    return referral


@transaction.atomic
def throw_away(referral, *, by, reason, words=""):
    """The director does not need a draft any more; also on a case that ended, where nothing else is done with it."""
    hold(referral, "change", by=by)
    return referral.throw_away(by=by, reason=reason, words=words)


@transaction.atomic
def withdraw(referral, *, by, reason, words=""):
    """The sender takes a referral back before it is answered; what was shared is destroyed."""
    hold(referral, "change", by=by)
    if referral.status == Referral.Status.DRAFT:
        raise ImpossibleMove(referral, Referral.Status.WITHDRAWN, kept=False)
    referral.move(
        Referral.Status.WITHDRAWN,
        by=by,
        reason=reason,
        verb="withdraw_referral",
        withdraw_reason=reason,
        typed={"ending_words": words},
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
    hold(referral, "change", by=by)
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
    resident = main_resident(referral.case)
    seen_through(referral, resident)
    consent_to_share(referral.case, resident)
    must_name_nobody(referral)
    origin, team = from_referral(referral), referral.receiving_team
    take(referral, "receipt", origin=origin, by=by, reason="mistake", to=team.desk_id)
    given = {"by": by, "reason": "mistake", "origin": origin, "purpose": referral.purpose}
    give(referral, "preview", "answer", to=team.desk_id, **given)
    waits_again(referral, by=by)
    return referral


def waits_again(referral, *, by):
    """An answer was a mistake: the same term runs on; one that is over meanwhile until the next working day."""
    deadlines.undo(referral, "DL10", by=by)
    clock = deadlines.of_slug("DL10", referral)
    if clock is not None and clock.runs and clock.due_on < today():
        answer_by(referral, clock, not_before_tomorrow(today()), by=by, reason="mistake")
    hasten_answers(referral.case, by=by)
