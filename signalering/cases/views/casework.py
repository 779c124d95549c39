"""The work on a case: each act a small form on a page of its own."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from signalering.accounts.access import find
from signalering.accounts.models import User
from signalering.cases import deadlines
from signalering.cases.actions import casework
from signalering.cases.consent_age import proposed, rule_in_words, who_must_agree
from signalering.cases.forms.casework import (
    AttemptForm,
    CaseThreatForm,
    ConsentForm,
    DescribeForm,
    NoteForm,
    ResidentForm,
)
from signalering.cases.models import Case
from signalering.cases.safety import visited_together
from signalering.cases.threats import known
from signalering.cases.views.desk import DESK, attempt, posted
from signalering.cases.views.residents import main_of, residents_of

act = require_http_methods(["GET", "HEAD", "POST"])
DESCRIBED = ("summary", "safety_note", "minor_children")
RESIDENT = [name for name in ResidentForm.base_fields if name != "version"]


def to_work_on(request, code, to="change"):
    """The case that this person is about to do something with."""
    return find(Case.objects.select_related("team", "director"), by=request.user, code=code, to=to)


def done(request, case, words):
    """Back to the case, with what was done in one line."""
    messages.success(request, words)
    return redirect("case", case.shown_code)


def page(request, case, form, *, title, submit, template="cases/case_act.html", **more):
    """The page of one act on a case."""
    return render(request, template, {"case": case, "form": form, "title": title, "submit": submit, **more})


def main_resident(request, case):
    """The resident the case is about."""
    resident = main_of(residents_of(request, [case])[case.pk])
    if resident is None:
        raise Http404
    return resident


@act
def case_note(request, code):
    """The director writes something down."""
    case = to_work_on(request, code)
    form = NoteForm(posted(request))
    if attempt(form, casework.write_note, case, by=request.user):
        return done(request, case, _("De notitie is bewaard."))
    return page(request, case, form, title=_("Notitie"), submit=_("Bewaren"))


@act
def case_attempt(request, code):
    """The director tried to reach the resident."""
    case = to_work_on(request, code)
    company = colleagues_of(case, but=request.user) if visited_together(case) else None
    form = AttemptForm(posted(request), colleagues=company)
    if attempt(form, casework.record_attempt, case, by=request.user):
        return done(request, case, _("De contactpoging is bewaard."))
    intro = _("Niet alleen op huisbezoek: dit adres staat op de veiligheidslijst.") if company is not None else ""
    return page(request, case, form, title=_("Contactpoging"), submit=_("Bewaren"), intro=intro)


def colleagues_of(case, *, but):
    """Who of the team somebody can go with."""
    places = case.team.memberships.in_force().filter(role__in=DESK)
    people = User.objects.filter(memberships__in=places, is_active=True).exclude(pk=but.pk)
    return list(people.distinct().order_by("name"))


@act
def case_consent(request, code):
    """The resident agreed that something is shared."""
    case = to_work_on(request, code)
    resident = main_resident(request, case)
    needed = who_must_agree(resident)
    form = ConsentForm(posted(request), asks_age=not needed, initial={"given_by": proposed(needed)})
    if attempt(form, casework.record_consent, case, by=request.user, resident=resident):
        return done(request, case, _("De toestemming is vastgelegd."))
    rule = rule_in_words(resident, needed) if needed else _("Wie toestemming geeft, hangt af van de leeftijd.")
    intro = f"{rule} {_('Toestemming intrekken kan altijd.')}"
    return page(request, case, form, title=_("Toestemming vastleggen"), submit=_("Vastleggen"), intro=intro)


@act
def case_consent_withdraw(request, code, consent):
    """The resident takes a consent back."""
    case = to_work_on(request, code)
    given = case.consents.select_related("case").filter(pk=consent).first()
    if given is None:
        raise Http404
    if request.method == "POST":
        casework.withdraw_consent(given, by=request.user)
        return done(request, case, _("De toestemming is ingetrokken. Je kunt hier niets nieuws meer op delen."))
    intro = _("Trekt de inwoner de toestemming in? Dan kun je hier niets nieuws meer op delen.")
    return page(request, case, None, title=_("Toestemming intrekken"), submit=_("Intrekken"), intro=intro)


@act
def case_describe(request, code):
    """The director writes down what the case is about."""
    case = to_work_on(request, code)
    form = DescribeForm(posted(request), initial=begin(request, said_of, case, *DESCRIBED))
    if attempt(form, casework.describe, case, by=request.user):
        return done(request, case, _("De gegevens zijn bewaard."))
    return page(request, case, form, title=_("Gegevens van de casus"), submit=_("Bewaren"))


@act
def case_resident(request, code):
    """The director mends what is known of the resident."""
    case = to_work_on(request, code)
    resident = main_resident(request, case)
    form = ResidentForm(posted(request), initial=begin(request, resident_as_typed, resident))
    if attempt(form, casework.describe_resident, resident, by=request.user, case=case):
        return done(request, case, _("De gegevens van de inwoner zijn bewaard."))
    words = {"title": _("Gegevens van de inwoner"), "submit": _("Bewaren")}
    return page(request, case, form, template="cases/case_resident.html", **words)


def begin(request, values, *of):
    """What a form begins with; nothing is opened for a form that was sent."""
    return None if request.method == "POST" else values(*of)


def said_of(record, *names):
    """What a record holds now, to start a form with, and which version that is."""
    return {"version": record.version, **{name: getattr(record, name) for name in names}}


def resident_as_typed(resident):
    """What is known of a resident, with the birth date day first."""
    said = said_of(resident, *RESIDENT)
    return said | {"birth_date": "-".join(reversed(said["birth_date"].split("-")))}


def said_of_threat(record):
    """What runs now that a threat was told."""
    clock = deadlines.pressing(record)
    if clock is None and not known(record):
        return _("Vastgelegd. Er dreigt niets meer.")
    if clock is None and deadlines.of_slug("DL2", record) is None:
        return _("Vastgelegd. Hierbij begint geen termijn.")
    if clock is None:  # the conversation was held; that this may come too soon by now is for people to see
        return _("Vastgelegd. Hierbij begint geen termijn. Komt het eerder? Overleg vandaag met je teamleider.")
    day = {"day": date_format(clock.due_on, "j F")}
    return _("Vastgelegd. Het eerste gesprek is nu uiterlijk op %(day)s.") % day


@act
def case_threat(request, code):
    """Something is about to happen that cannot wait."""
    case = to_work_on(request, code)
    initial = begin(request, said_of, case, "threat_kind", "threat_date")
    form = CaseThreatForm(posted(request), initial=initial, known=known(case))
    if attempt(form, casework.set_threat, case, by=request.user):
        return done(request, case, said_of_threat(case))
    clock = deadlines.of_slug("DL2", case)
    intro = _("De termijn voor het eerste gesprek begint vandaag.")
    if clock is not None:
        intro = _("Dreigt er iets anders? Dan begint vandaag een nieuwe termijn voor het eerste gesprek.")
    if clock is not None and clock.runs:
        intro = _("De termijn voor het eerste gesprek is al begonnen. Die begint niet opnieuw.")
    return page(request, case, form, title=_("Bedreigende situatie"), submit=_("Vastleggen"), intro=intro)
