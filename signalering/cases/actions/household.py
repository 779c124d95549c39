"""Who else lives in the house, and what a case is about."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from signalering.cases.actions.casework import describe_resident, work_on
from signalering.cases.actions.open_questions import keep_nameless
from signalering.cases.models import CaseResident, Resident
from signalering.cases.working_days import today
from signalering.crypto.fields import says
from signalering.workflow import SentBefore


@transaction.atomic
def set_themes(case, *, by, version, themes):
    """The case is about these themes; what it was about first stays in front."""
    work_on(case, by=by)
    ordered = [theme for theme in case.themes if theme in themes]
    ordered += [theme for theme in themes if theme not in ordered]
    if not ordered:
        raise ValidationError(_("Kies ten minste één thema."))
    return case.change(by=by, reason="case_work", verb="set_themes", version=version, themes=ordered)


@transaction.atomic
def add_member(case, *, by, form_key, role, **said):
    """Somebody else of the household gets a place in the case; the same form sent twice is one person."""
    work_on(case, by=by)
    known = case.case_residents.filter(form_key=form_key).select_related("resident").first()
    if known is not None:
        if known.history.last().role != role or not says(known.resident.history.last(), **said):
            raise SentBefore
        return known
    keep_nameless(case, **said)
    resident = Resident(**said).save_as(by, "case_work", verb="add_resident")
    part = CaseResident(case=case, resident=resident, role=role, form_key=form_key)
    return part.save_as(by, "case_work", verb="add_member")


@transaction.atomic
def mend_member(part, *, by, version, role, **said):
    """What we know of a member of the household is put right."""
    describe_resident(part.resident, by=by, case=part.case, version=version, **said)
    if role != part.role:
        part.change(by=by, reason="case_work", verb="change_role", role=role)
    return part


@transaction.atomic
def set_left(part, *, by, left):
    """Somebody is no part of the household any more, or is again; what we know of them stays with the case."""
    work_on(part.case, by=by)
    part.reread()
    if part.role == CaseResident.Role.MAIN:
        raise ValidationError(_("De inwoner van de casus blijft erbij."))
    if (part.left_on is not None) == left:
        return part
    day, verb = (today(), "leave_household") if left else (None, "join_household")
    return part.change(by=by, reason="case_work", verb=verb, left_on=day)
