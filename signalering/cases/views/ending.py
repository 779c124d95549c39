"""A case ends, goes on, or goes to another director."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from signalering.accounts.access import may
from signalering.accounts.models import User
from signalering.accounts.models.people import Role
from signalering.cases import deadlines
from signalering.cases.actions import casework
from signalering.cases.actions.lateness import answered_for
from signalering.cases.contact_advice import few_attempts
from signalering.cases.forms.ending import CloseCaseForm, ReassignForm, ReopenForm
from signalering.cases.models import Absence, Case
from signalering.cases.retention import kept_by_outcome
from signalering.cases.views.casework import act, done, page, to_work_on
from signalering.cases.views.desk import attempt, posted
from signalering.cases.working_days import today


@act
def case_close(request, code):
    """The director ends a case with an outcome, and sees first how long it will be kept."""
    case = to_work_on(request, code)
    if request.method != "POST" and case.status != Case.Status.OPEN:
        return redirect("case", case.shown_code)
    until = _("bewaren tot %(day)s")
    kept = {outcome: until % {"day": date_format(day, "j F Y")} for outcome, day in kept_by_outcome(today()).items()}
    few = few_attempts(case)[1]
    late = deadlines.unexplained(*answered_for(case, by=request.user))
    presses = deadlines.pressing(case) is not None
    form = CloseCaseForm(posted(request), kept=kept, few=few, presses=presses, late=late)
    if attempt(form, close, case, by=request.user):
        messages.success(request, _("De casus is gesloten. De melder leest: Klaar."))
        stays = may(request.user, "view", case)  # who stands in loses the case when it ends
        return redirect("case", case.shown_code) if stays else redirect("my_cases")
    intro = _("De melder leest daarna Klaar, en nooit hoe het afliep.")
    if case.referrals.drafts().exists():
        intro = f"{intro} {_('Een verwijzing die nog niet verstuurd is, gooien we weg.')}"
    return page(request, case, form, title=_("Casus sluiten"), submit=_("Sluiten"), intro=intro)


def close(case, *, by, reason, **told):
    """Close with the outcome that was chosen."""
    return casework.close_case(case, by=by, outcome=reason, **told)


@act
def case_reopen(request, code):
    """A closed case goes on."""
    case = to_work_on(request, code)
    if request.method != "POST" and case.status != Case.Status.CLOSED:
        return redirect("case", case.shown_code)
    form = ReopenForm(posted(request))
    if attempt(form, casework.reopen_case, case, by=request.user):
        return done(request, case, _("De casus is weer open."))
    return page(request, case, form, title=_("Casus heropenen"), submit=_("Heropenen"))


@act
def case_reassign(request, code):
    """A coordinator gives a case to another director of the team."""
    case = to_work_on(request, code, to="reassign")
    sent = posted(request)
    # whom it was handed to a moment ago is a right answer when the same form comes twice
    colleagues = colleagues_of(case, but=None if sent else case.director)
    form = ReassignForm(sent, colleagues=colleagues, away=away_until(colleagues), initial={"version": case.version})
    if attempt(form, casework.reassign, case, by=request.user):
        return done(request, case, _("Overgedragen. De nieuwe casusregisseur ziet de casus nu, de vorige niet meer."))
    intro = _("De vorige casusregisseur ziet de casus daarna niet meer.")
    return page(request, case, form, title=_("Casus overdragen"), submit=_("Overdragen"), intro=intro)


def away_until(colleagues):
    """Which of these colleagues are away, and until when."""
    running = Absence.objects.running().filter(person__in=colleagues).order_by("until")
    return dict(running.values_list("person", "until"))


def colleagues_of(case, *, but):
    """Who of the team could direct the case instead; also who directed it from a place that ended and came back."""
    places = case.team.memberships.in_force().filter(role__in=(Role.WOT_WORKER, Role.COORDINATOR))
    people = User.objects.filter(memberships__in=places, is_active=True)
    if but is not None and may(but, "change", case):
        people = people.exclude(pk=but.pk)
    return list(people.distinct().order_by("name"))
