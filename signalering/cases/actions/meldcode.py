"""The five steps of the meldcode: written by the director of a case, and read by nobody else."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.access import allow, permission_ids, refuse
from signalering.accounts.grants import Origin, give, take
from signalering.cases import deadlines
from signalering.cases.meldcode import QUESTIONS, REPORT, asked, bound, weigh
from signalering.cases.models import Case, MeldcodeAssessment
from signalering.cases.without_name import household, refuse_identity
from signalering.crypto.fields import says
from signalering.workflow import Stale

Step = MeldcodeAssessment.Step
ORDER = list(Step)
AFTER_REPORT = ("DL14", "DL14B")


def must_be_bound(case, *, by):
    """The meldcode is for professionals under the duty alone."""
    if not bound(by, case.team):
        refuse(by, "meldcode", case)


def work_on(case, *, by):
    """Hold the case; then check that this person directs it, is under the duty, and that it is open."""
    case.reread()
    allow(by, "change", case)
    must_be_bound(case, by=by)
    if case.status != Case.Status.OPEN:
        raise ValidationError(_("Deze casus is gesloten. Open de casus eerst opnieuw."))


@transaction.atomic
def begin(case, *, by, signs):
    """Step 1: the signs are put in a row, and the five steps begin; the same form once more is one deed."""
    work_on(case, by=by)
    begun = case.meldcodes.filter(finished_at=None).first()
    if begun is not None:
        allow(by, "change", begun)
        if not says(begun, signs=signs):
            raise Stale(begun)
        return begun
    assessment = MeldcodeAssessment(case=case, step=Step.SIGNS, signs=signs)
    assessment.save_as(by, "meldcode", verb="begin_meldcode")
    give_with_case(assessment, by=by, reason="meldcode")
    return assessment


def give_with_case(assessment, *, by, reason):
    """Who works on the case reads and writes the five steps, for as long and for the same reason; nobody else."""
    case = assessment.case
    working = case.person_grants.in_force().filter(permission_id=permission_ids(Case)["change"])
    for grant in working.select_related("user", "membership"):
        give(
            assessment,
            "view",
            "change",
            to=grant.user,
            place=grant.membership,
            ends_at=grant.ends_at,
            purpose=grant.purpose,
            by=by,
            reason=reason,
            origin=Origin(grant.origin_kind, grant.origin_id),
        )


@transaction.atomic
def follow_case(case, *, by, reason):
    """The case changed hands: its meldcode goes to who works on it now, and away from who did."""
    for assessment in case.meldcodes.all():
        held = assessment.person_grants.values_list("origin_kind", "origin_id").distinct()
        for kind, key in list(held):
            take(assessment, origin=Origin(kind, key), by=by, reason=reason)
        give_with_case(assessment, by=by, reason=reason)


def write(assessment, *, by, at, version, **values):
    """Keep what belongs to one step, in its turn; a later step than this one stays done."""
    assessment.reread()
    allow(by, "change", assessment)
    assessment.must_be_at(version, *values)
    if assessment.finished_at is not None:
        raise ValidationError(_("Deze meldcode is afgerond. Begin een nieuwe."))
    if ORDER.index(at) > ORDER.index(assessment.step) + 1:
        raise ValidationError(_("Doe eerst de stap hiervoor."))
    values.setdefault("step", max(at, assessment.step, key=ORDER.index))
    return assessment.change(by=by, reason="meldcode", verb=f"meldcode_{at}", **values)


@transaction.atomic
def mend_signs(assessment, *, by, version, signs):
    """Step 1 once more: what is in the row is mended."""
    work_on(assessment.case, by=by)
    return write(assessment, by=by, at=Step.SIGNS, version=version, signs=signs)


@transaction.atomic
def take_advice(assessment, *, by, version, advice_from, advised_on, advice_words):
    """Step 2: a colleague or Veilig Thuis gives advice, and what is kept of it names nobody."""
    work_on(assessment.case, by=by)
    try:
        refuse_identity(advice_words, *household(assessment.case))
    except ValidationError as error:
        raise ValidationError({"advice_words": error.messages}) from None
    told = {"advice_from": advice_from, "advised_on": advised_on.isoformat(), "advice_words": advice_words}
    return write(assessment, by=by, at=Step.ADVICE, version=version, **told)


@transaction.atomic
def talk(assessment, *, by, version, talked_on=None, talk_skipped="", talk_words=""):
    """Step 3: those involved were talked with, or they were not because that is not safe."""
    work_on(assessment.case, by=by)
    if bool(talked_on) == bool(talk_skipped):
        raise ValidationError(_("Vul in wanneer je praatte, of waarom dat niet veilig is."))
    told = {"talked_on": plain(talked_on), "talk_skipped": talk_skipped, "talk_words": talk_words}
    return write(assessment, by=by, at=Step.TALK, version=version, **told)


def plain(day):
    """A day as it is kept, or nothing."""
    return day.isoformat() if isinstance(day, date) else ""


@transaction.atomic
def answer(assessment, *, by, version, answers):
    """Step 4: the questions are answered as far as they were asked; behind the one that decides none is kept."""
    work_on(assessment.case, by=by)
    needed = asked(answers)
    told = {question: answers.get(question, "") if question in needed else "" for question in QUESTIONS}
    step = Step.WEIGH if weigh(told)[0] else Step.TALK
    return write(assessment, by=by, at=Step.WEIGH, version=version, **told | {"step": step})


def answers_of(assessment):
    """What was answered at step 4."""
    return {question: getattr(assessment, question) for question in QUESTIONS}


@transaction.atomic
def decide(assessment, *, by, version, decision, deviation="", deviation_words="", reported_on=None, report_number=""):
    """Step 5: the advice is followed, or not for a reason; of a report only its day and number are kept."""
    work_on(assessment.case, by=by)
    assessment.reread()
    allow(by, "change", assessment)
    advice, _question = weigh(answers_of(assessment))
    if decision == advice:
        deviation = deviation_words = ""
    elif not deviation:
        raise ValidationError({"deviation": _("Je volgt het advies niet. Kies waarom.")})
    if decision == REPORT and reported_on is None:
        raise ValidationError({"reported_on": _("Vul in wanneer je meldde.")})
    if decision != REPORT:
        reported_on, report_number = None, ""
    told = {"decision": decision, "deviation": deviation, "deviation_words": deviation_words}
    told |= {"reported_on": plain(reported_on), "report_number": report_number}
    if assessment.finished_at is not None and says(assessment, **told):
        return assessment  # the same form once more
    write(assessment, by=by, at=Step.DECIDE, version=version, **told, finished_at=timezone.now())
    if decision == REPORT:
        for rule in deadlines.rules(*AFTER_REPORT).values():
            due = deadlines.due_on(rule, reported_on)
            deadlines.start(rule, assessment, by=by, due=due, on=reported_on, team=assessment.case.team)
    return assessment


@transaction.atomic
def asked_veilig_thuis(case, *, by, rule):
    """Veilig Thuis was asked whether there is a decision, or how it ended: that term is met for every report."""
    work_on(case, by=by)
    for assessment in case.meldcodes.order_by("-pk"):
        allow(by, "change", assessment)
        deadlines.meet(assessment, rule, by=by)
    return case
