"""The terms of a case: saying that something happened, and why something was late."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _

from signalering.cases import deadlines
from signalering.cases.actions import terms
from signalering.cases.actions.lateness import answered_for
from signalering.cases.forms.terms import CaseLateForm, TermMetForm
from signalering.cases.views.casework import act, done, page, to_work_on
from signalering.cases.views.desk import attempt, posted


@act
def case_term(request, code):
    """The director says that what had to happen happened."""
    case = to_work_on(request, code)
    running = [deadline.rule.slug for deadline in deadlines.running_of(case)]
    running = [slug for slug in running if slug in terms.MET_BY_HAND]
    sent = posted(request)
    if sent is None and not running:
        return redirect("case", case.shown_code)
    # what was ended a moment ago is a right answer when the same form comes twice
    form = TermMetForm(sent, running=running if sent is None else terms.MET_BY_HAND)
    if attempt(form, terms.record_met, case, by=request.user):
        return done(request, case, _("Vastgelegd. Deze termijn is klaar."))
    return page(request, case, form, title=_("Termijn afronden"), submit=_("Vastleggen"))


@act
def case_late(request, code):
    """The director says why something was late."""
    case = to_work_on(request, code)
    late, sent = deadlines.late(*answered_for(case, by=request.user)), posted(request)
    if sent is None:
        late = [deadline for deadline in late if not deadline.late_reason]
        if not late:
            return redirect("case", case.shown_code)
    form = CaseLateForm(sent, late=late)
    if attempt(form, terms.say_why_late, case, by=request.user):
        return done(request, case, _("De reden is bewaard."))
    intro = _("Zo leren we wat er beter kan.")
    return page(request, case, form, title=_("Waarom te laat?"), submit=_("Bewaren"), intro=intro)
