"""The ladder of every deadline: who must hear that it is near, today or over hears so, once a step."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import may
from signalering.accounts.models import Membership, Shift
from signalering.accounts.models.people import Role
from signalering.accounts.rota import rota_of
from signalering.audit.actors import system
from signalering.cases import ladder_steps, notices
from signalering.cases.actions import reading
from signalering.cases.actions.standing_in import tell_director
from signalering.cases.models import Case, Deadline, MeldcodeAssessment, Signal
from signalering.cases.working_days import today
from signalering.clock.kinds import Kind

BY = system("ladder")
Step = Deadline.Step
KINDS = {Step.BEFORE: "deadline_near", Step.ON: "deadline_today", Step.AFTER: "deadline_over"}


def waiting():
    """The deadlines of which somebody must hear by now, oldest first."""
    return Deadline.objects.to_tell(timezone.now())


@transaction.atomic
def do(deadline):
    """Tell the step at which a deadline stands now, once, however many workers try; whether it was told."""
    if deadline.about == Signal.LABEL:
        reading.settle(record_of(deadline))  # who opened it a moment ago need not hear that it was not read
    deadline.reread()
    day = today()
    if not deadline.runs or deadline.step_at is None or deadline.step_at > timezone.now():
        return False  # it ended, or another worker was first
    step = ladder_steps.step_to_tell(deadline, day)
    if step is None:
        deadline.change(by=BY, reason="ladder", step_at=ladder_steps.next_moment(deadline, after=day))
        return False
    tell(deadline, step)
    deadline.step, deadline.told_on = step, day
    late = {"warned_at": timezone.now()} if step == Step.AFTER and deadline.warned_at is None else {}
    moment = ladder_steps.next_moment(deadline, after=day)
    deadline.change(by=BY, reason=KINDS[step], step=step, told_on=day, step_at=moment, **late)
    return True


KIND = Kind("ladder", waiting, do, label=_("Termijnen"), since="step_at")


def sweep_ladder():
    """Tell what must be told now; the number of deadlines that were looked at."""
    return KIND.sweep()


def tell(deadline, step):
    """Everybody whom the rule names for a step hears of the record, with a link and no name."""
    about, kind = record_of(deadline), KINDS[step]
    if about.LABEL == "meldcode":  # that there is one concerns nobody but who works on it
        handler(kind, about.case, deadline)
        return
    for who in deadline.rule.ladder[step]["tell"]:
        HEARS.get(who, team_lead)(kind, about, deadline)


def record_of(deadline):
    """The signal, case or referral that a deadline is about."""
    # a referral is known here only by what a case leads to
    models = {"signal": Signal, "case": Case, "meldcode": MeldcodeAssessment}
    models["referral"] = Case._meta.get_field("referrals").related_model
    return models[deadline.about].objects.get(pk=deadline.about_id)


def team_of(about):
    """The team that must do it."""
    return about.receiving_team if about.LABEL == "referral" else about.team


def handler(kind, about, cause):
    """Who took it up hears it; where nobody did yet, the desk."""
    if about.LABEL == "case":
        director(kind, about, about, cause)
        return
    holder = about.accepted_by if about.LABEL == "referral" else None
    if holder is None:
        notices.tell_team(kind, team_of(about), about, by=BY, cause=cause)
    elif may(holder, "act", about):
        notices.tell(kind, holder, about, by=BY, cause=cause)
    else:
        team_lead(kind, about, cause)


def director(kind, case, about, cause):
    """Who directs a case hears it, and whoever stands in; for a director who lost it the coordinators do."""
    tell_director(kind, case, about, by=BY, cause=cause)


def team(kind, about, cause):
    """The inbox of the team hears it; once a person took it up only who may read it: the coordinators."""
    taken_up = about.LABEL == "case" or getattr(about, "accepted_by_id", None)
    (team_lead if taken_up else handler)(kind, about, cause)


def team_lead(kind, about, cause):
    """The coordinators of the team hear it."""
    coordinators(kind, team_of(about), about, cause)


def coordinators(kind, team, about, cause):
    """The coordinators of a team hear it; a team without any hears it at its desk."""
    notices.tell_coordinators(kind, team, about, by=BY, cause=cause)


def sender(kind, about, cause):
    """Who referred hears it: who directs the case."""
    director(kind, about.case if about.LABEL == "referral" else about, about, cause)


def privacy_officer(kind, about, cause):
    """Who watches over the law hears that there is one, and not which."""
    watches = Membership.objects.in_force().filter(role=Role.PRIVACY_OFFICER, person__is_active=True)
    for place in watches.select_related("person"):
        notices.tell(kind, place.person, about, by=BY, cause=cause, as_number=True)


def rota(kind, about, cause):
    """Who has duty now, or has it next, hears it when they may open it; else the coordinators do."""
    shifts = Shift.objects.coming(timezone.now(), rota_of(team_of(about)))
    duty = next((shift.person for shift in shifts if may(shift.person, "view", about)), None)
    if duty is None:
        team_lead(kind, about, cause)
    else:
        notices.tell(kind, duty, about, by=BY, cause=cause)


HEARS = {
    "handler": handler,
    "team": team,
    "team_lead": team_lead,
    "manager": team_lead,
    "sender": sender,
    "privacy_officer": privacy_officer,
    "rota": rota,
}
