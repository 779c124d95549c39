"""The safety list: addresses that nobody of a team visits alone."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from signalering.accounts.access import find, refuse
from signalering.accounts.models.people import Role
from signalering.accounts.pages import page_of
from signalering.cases.actions import safety
from signalering.cases.forms.safety import EndSafetyForm, SafetyAddressForm, SafetyForm
from signalering.cases.models import SafetyAddress
from signalering.cases.views.casework import act, done, main_resident, page, to_work_on
from signalering.cases.views.desk import attempt, for_desks, posted


@require_safe
def safety_list(request):
    """What stands on the list, newest first; an address is read on its own page, where that is a look."""
    for_desks(request, "list_safety")
    found = page_of(SafetyAddress.objects.select_related("team"), request.user, "view", request.GET)
    may_add = request.user.has_role(Role.COORDINATOR)
    return render(request, "cases/safety_list.html", {"page": found, "may_add": may_add})


@act
def safety_add(request):
    """A coordinator puts an address on the list of the team."""
    if not request.user.has_role(Role.COORDINATOR):
        refuse(request.user, "list_address", None)
    teams = [place.team for place in request.user.memberships_now if place.role == Role.COORDINATOR]
    form = SafetyAddressForm(posted(request), teams=teams)
    address = attempt(form, safety.list_address, by=request.user)
    if address is not None:
        messages.success(request, _("Het adres staat op de veiligheidslijst."))
        return redirect("safety_address", address.shown_code)
    return render(request, "cases/safety_add.html", {"form": form})


def on_list(request, code, to="view"):
    """An address of the list that this person may read, or take off."""
    return find(SafetyAddress.objects.select_related("team"), by=request.user, code=code, to=to)


@require_safe
def safety_address(request, code):
    """One address: where, why, and until when."""
    return show(request, on_list(request, code), EndSafetyForm(auto_id="einde_%s"))


@act
def safety_end(request, code):
    """An address goes off the list."""
    address = on_list(request, code, to="end")
    form = EndSafetyForm(posted(request), auto_id="einde_%s")
    if attempt(form, safety.end_safety, address, by=request.user):
        messages.success(request, _("Het adres staat niet meer op de veiligheidslijst."))
        return redirect("safety_list")
    return show(request, address, form)


def show(request, address, form):
    """The page of one address; `form` takes it off the list, for who may."""
    house = f"{address.house_number}{address.suffix}"
    facts = [
        (_("Adres"), f"{address.postcode[:4]} {address.postcode[4:]} {house}"),
        (_("Reden"), address.reason_label),
        (_("Wat moeten collega's weten?"), address.words),
        (_("Team"), address.team.name),
    ]
    context = {
        "address": address,
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        "form": form if "end" in address.allowed else None,
    }
    return render(request, "cases/safety_address.html", context)


@act
def case_safety(request, code):
    """The director puts the address of the resident on the list."""
    case = to_work_on(request, code)
    resident = main_resident(request, case)
    form = SafetyForm(posted(request))
    if attempt(form, safety.list_case_address, case, by=request.user, resident=resident):
        return done(request, case, _("Het adres staat op de veiligheidslijst."))
    intro = _("Niemand gaat dan nog alleen naar dit adres. Het hele team kan de reden lezen.")
    return page(request, case, form, title=_("Veiligheidslijst"), submit=_("Op de lijst zetten"), intro=intro)
