"""Prepare a referral: from a signal in triage, from a case, or by changing a draft."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from signalering.accounts.access import find
from signalering.cases.models import Case, Signal
from signalering.cases.views.residents import main_of, residents_of
from signalering.cases.views.triage import asked_too_late, to_decide
from signalering.closed_lists import closed_list
from signalering.referrals.actions import sending
from signalering.referrals.forms.drafting import ReferralForm, RewriteForm, TriageReferForm
from signalering.referrals.models import Referral
from signalering.referrals.targets import Situation, Target, weighed
from signalering.referrals.views.opening import opened
from signalering.workflow import ImpossibleMove

act = require_http_methods(["GET", "HEAD", "POST"])


@act
def triage_refer(request, code):
    """A WOT worker opens a case from a signal and prepares its referral in one act."""
    signal = to_decide(request, code)
    if too_late := asked_too_late(request, signal, open_states=[Signal.Status.NEW]):
        return too_late
    situation = Situation((signal.theme,), signal.age_band)
    form = TriageReferForm(
        request.POST or None,
        groups=weighed(situation, own_team=signal.team, area=signal.area),
        situation=situation,
        household=[signal],
        initial={
            "legal_basis": signal.legal_basis,
            "purpose": signal.purpose,
            "reason": "fits_team",
            "fields_shared": sending.DEFAULT_FIELDS,
        },
    )
    if form.is_valid():
        try:
            referral = sending.refer_signal(
                signal, by=request.user, form_key=form.cleaned_data["form_key"], case=form.case, **form.referral
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            # the new case and its resident are seen for the same reason as the signal they came from
            request.reader.through(referral.case_id, signal.pk)
            residents_of(request, [referral.case])
            messages.success(request, _("De casus is gemaakt. De verwijzing is nog niet verstuurd."))
            return redirect("referral", code=referral.shown_code)
    context = {"signal": signal, "form": form, **words_of(signal)}
    return render(request, "referrals/triage_refer.html", context)


def words_of(signal):
    """What the reporter saw, beside the form that tells it in other words."""
    known = closed_list("cases", f"chips_{signal.theme}")
    chips = [known.label(slug.strip()) for slug in signal.chips.split(",") if slug.strip()]
    return {"chips": chips, "observation": signal.observation}


@act
def referral_draft(request, code):
    """The director of a case prepares a referral."""
    case, parts = directed(request, code)
    resident = main_of(parts)
    if case.status != Case.Status.OPEN and request.method != "POST":
        messages.warning(request, _("Deze casus is gesloten. Open de casus eerst opnieuw."))
        return redirect("case", case.shown_code)
    situation = situation_of(case, resident)
    groups = groups_for(request, case, situation)
    form = ReferralForm(
        request.POST or None,
        groups=groups,
        situation=situation,
        household=[part.resident for part in parts],
        initial=first_choices(request, case, groups),
    )
    if form.is_valid():
        try:
            key = form.cleaned_data["form_key"]
            referral = sending.draft(case, by=request.user, form_key=key, **form.referral)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("referral", code=referral.shown_code)
    context = {"case": case, "form": form, **basis_of(case), **consent_of(case, resident)}
    return render(request, "referrals/referral_draft.html", context)


@act
def referral_rewrite(request, code):
    """The director changes a referral that was not sent yet."""
    referral = opened(request, code, "change")
    if referral.status != Referral.Status.DRAFT and request.method != "POST":
        return redirect("referral", code=referral.shown_code)
    if referral.status != Referral.Status.DRAFT:
        raise ImpossibleMove(referral, Referral.Status.DRAFT)
    case, resident = referral.case, referral.resident
    situation = situation_of(case, resident)
    form = RewriteForm(
        request.POST or None,
        groups=groups_for(request, case, situation, but=referral),
        situation=situation,
        household=referral.household,
        initial=written(referral, case) if request.method != "POST" else None,
    )
    if form.is_valid():
        try:
            sending.rewrite(referral, by=request.user, version=form.cleaned_data["version"], **form.referral)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("referral", code=referral.shown_code)
    context = {"case": case, "form": form, "referral": referral, **basis_of(case)}
    return render(request, "referrals/referral_draft.html", context)


def directed(request, code):
    """A case of this director, with who has a part in it."""
    case = find(Case.objects.select_related("team", "area"), by=request.user, code=code, to="change")
    return case, residents_of(request, [case])[case.pk]


def situation_of(case, resident):
    """What entry rules may ask about the resident of a case."""
    return Situation(tuple(case.themes), resident.age_band, case.minor_children)


def groups_for(request, case, situation, *, but=None):
    """Where this case can go, with what happened at those places before."""
    earlier = case.referrals.visible_to(request.user).select_related("programme").order_by("-pk")
    tried = [referral for referral in earlier if referral != but]
    return weighed(situation, own_team=case.team, area=case.area, tried=tried)


def first_choices(request, case, groups):
    """What is filled in already: the place that was chosen in the directory, and the least that helps."""
    chosen = request.GET.get("naar", "")
    target = next((one for _label, group in groups for one in group if one.key == chosen), None)
    return {
        "where": target.key if target else None,
        "fields_shared": sending.default_fields(target.programme if target else None),
        "minor_children": case.minor_children,
    }


def written(referral, case):
    """A draft as it was written."""
    return {
        "where": Target(referral.programme, referral.receiving_team).key,
        "fields_shared": referral.fields_shared,
        "question": referral.question,
        "observation": referral.observation,
        "entry_rule_reason": referral.entry_rule_reason,
        "entry_rule_words": referral.entry_rule_words,
        "minor_children": case.minor_children,
        "version": referral.version,
    }


def basis_of(case):
    """On which ground and for what this is shared, shown beside the form."""
    return {
        "legal_basis": case.get_legal_basis_display(),
        "sector_law": closed_list("cases", "sector_law").label(case.purpose),
        "purpose": case.get_purpose_display(),
    }


def consent_of(case, resident):
    """Whether it may be sent, told before somebody starts to write."""
    consent, lacks = sending.consent_for(case, resident)
    return {
        "consent": consent,
        "lacks": lacks,
        "consent_for": closed_list("cases", "consent_scope").label("referral").lower(),
    }
