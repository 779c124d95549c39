"""The residents of cases: seen through the case, and for the same reason."""

from django.utils.translation import gettext as _

from signalering.accounts.access import shown
from signalering.audit.models import Look
from signalering.cases.models import CaseResident


def residents_of(request, cases):
    """Who has a part in these cases, by case; a look at a resident says through which case it was."""
    parts = {case.pk: [] for case in cases}
    for part in CaseResident.objects.filter(case__in=list(parts)).select_related("resident").order_by("id"):
        parts[part.case_id].append(part)
    for case_id, found in parts.items():
        people = [part.resident_id for part in found]
        request.reader.concerns(case_id, people)
        for pk in people:
            request.reader.through(pk, case_id)
            request.reader.concerns(pk, people)
    return parts


def main_of(parts):
    """The resident it is about, or None."""
    return next((part.resident for part in parts if part.role == CaseResident.Role.MAIN), None)


def name_of(resident):
    """What to call the resident on screen."""
    return (resident.name if resident else "") or _("Inwoner zonder naam")


def with_names(request, cases, action="view", *, kind=Look.Kind.LISTED):
    """The cases of a list that this person may see, each with the name of its resident as `named`."""
    cases = shown(cases, request.user, action, kind=kind)
    parts = residents_of(request, cases)
    for case in cases:
        case.named = f"{case.shown_code} · {name_of(main_of(parts[case.pk]))}"
        case.resident_name = name_of(main_of(parts[case.pk]))
    return cases
