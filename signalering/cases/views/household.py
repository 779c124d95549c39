"""Pages on what a case is about and on the others who live in the house."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from signalering.cases.actions import household
from signalering.cases.forms.household import KnownMemberForm, NewMemberForm, ThemesForm
from signalering.cases.models import CaseResident
from signalering.cases.views.casework import act, begin, done, page, said_of, to_work_on
from signalering.cases.views.desk import attempt, posted, pressed
from signalering.cases.views.residents import residents_of

KNOWN = ("name", "surname", "birth_date", "age_band")


@act
def case_themes(request, code):
    """The director says what the case is about."""
    case = to_work_on(request, code)
    form = ThemesForm(posted(request), initial={"themes": case.themes, "version": case.version})
    if attempt(form, household.set_themes, case, by=request.user):
        return done(request, case, _("De thema’s zijn bewaard."))
    return page(request, case, form, title=_("Thema’s"), submit=_("Bewaren"))


@act
def case_member_add(request, code):
    """The director adds somebody of the household."""
    case = to_work_on(request, code)
    form = NewMemberForm(posted(request))
    if attempt(form, household.add_member, case, by=request.user):
        return done(request, case, _("De huisgenoot is toegevoegd."))
    intro = _("Schrijf alleen op wat je nodig hebt voor deze casus.")
    return page(request, case, form, title=_("Huisgenoot toevoegen"), submit=_("Toevoegen"), intro=intro)


@act
def case_member(request, code, part):
    """The director puts right what is known of somebody of the household, or says that they left it."""
    case = to_work_on(request, code)
    found = next((one for one in residents_of(request, [case])[case.pk] if one.pk == part), None)
    if found is None or found.role == CaseResident.Role.MAIN:
        raise Http404
    found.case = case
    if request.method == "POST" and "left" in request.POST:
        left = request.POST["left"] == "1"
        said = _("Deze persoon hoort niet meer bij het huishouden.") if left else _("Deze persoon hoort er weer bij.")
        pressed(request, household.set_left, found, by=request.user, left=left, said=said)
        return redirect("case", case.shown_code)
    form = KnownMemberForm(posted(request), initial=begin(request, as_typed, found))
    if attempt(form, household.mend_member, found, by=request.user):
        return done(request, case, _("De gegevens van de huisgenoot zijn bewaard."))
    words = {"title": _("Gegevens van de huisgenoot"), "submit": _("Bewaren"), "part": found}
    return page(request, case, form, template="cases/case_member.html", **words)


def as_typed(part):
    """What is known of somebody, with the birth date day first."""
    said = said_of(part.resident, *KNOWN)
    return {**said, "role": part.role, "birth_date": "-".join(reversed(said["birth_date"].split("-")))}
