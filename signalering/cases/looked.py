"""What the log means by a case: the roots under which it was looked at, and the codes people know."""

from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, Subquery, UUIDField, Value
from django.db.models.functions import Coalesce

from signalering.accounts.access import allowed_rows, normal_code
from signalering.accounts.models import Area, Membership, Team
from signalering.audit.models import AuditScope, Event
from signalering.audit.record import note_later
from signalering.cases.codes import shown
from signalering.cases.models import Case, CaseResident, MeldcodeAssessment, ReporterIdentity, SafetyAddress, Signal

NO_CODE = Value("")
NOBODY = Value(None, output_field=UUIDField())


@dataclass(frozen=True)
class Roots:
    """Under which ids a case was looked at, the codes of what lies there, and who reported there."""

    ids: set
    codes: dict
    writers: set


def municipalities(by):
    """The municipalities whose log this person may review."""
    return set(AuditScope.objects.filter(allowed_rows(by, "review", AuditScope)).values_list("municipality", flat=True))


def reviewed(code, *, by):
    """The case with this code when this person may review its log, else None.

    A case belongs to the municipality of its area, or else of its team; one that belongs to none
    is open to every reviewer. What is absent costs the same questions as what is hidden.
    """
    of_team = Area.objects.filter(teams=OuterRef("team")).values("municipality")[:1]
    cases = Case.objects.annotate(municipality=Coalesce(F("area__municipality"), Subquery(of_team)))
    case, mine = cases.filter(code=normal_code(code)).first(), municipalities(by)
    if case is None or not mine or case.municipality not in mine | {None}:
        note_later("review_log", case, by=by, result=Event.Result.REFUSED)
        return None
    return case


def behind(code):
    """The record of a code that leads nowhere for somebody, for the log alone; an absent code costs the same."""
    models = (Signal, Case, Case._meta.get_field("referrals").related_model)
    found = [model.objects.filter(code=normal_code(code)).first() for model in models]
    return next((record for record in found if record is not None), None)


def roots_of(case):
    """Everything under which looks at a case are kept, also those at its signals from before it began."""
    signals = case.signals.values_list("pk", "code", "writer")
    rows = signals.union(
        case.signals.values_list("reporter__pk", "code", NOBODY),
        case.case_residents.values_list("resident", NO_CODE, NOBODY),
        case.referrals.values_list("extract__pk", "code", NOBODY),
        case.referrals.values_list("pk", "code", NOBODY),
        case.meldcodes.values_list("pk", NO_CODE, NOBODY),
        all=True,
    )
    ids, codes, writers = {case.pk}, {case.pk: shown(case.code)}, set()
    for pk, code, writer in rows:
        if pk is not None:
            ids.add(pk)
            codes[pk] = shown(code) if code else ""
        if writer is not None:
            writers.add(writer)
    return Roots(ids, codes, writers)


def coded(ids):
    """Querysets of (id, code) for looked-at records; `ids` gives the ids by label, and "root" for all roots."""
    roots = ids["root"]
    return [
        Signal.objects.filter(pk__in=ids["signal"] | roots).values_list("pk", "code"),
        Case.objects.filter(pk__in=ids["case"] | roots).values_list("pk", "code"),
        ReporterIdentity.objects.filter(pk__in=ids["reporter_identity"]).values_list("pk", "signal__code"),
        MeldcodeAssessment.objects.filter(pk__in=ids["meldcode"]).values_list("pk", "case__code"),
        SafetyAddress.objects.filter(pk__in=ids["safety_address"]).values_list("pk", "code"),
        CaseResident.objects.filter(resident__in=ids["resident"]).values_list("resident", "case__code"),
    ]


def places(people):
    """Where these people work or worked, by person, newest first."""
    found = {}
    memberships = Membership.objects.filter(person__in=people).select_related("organisation", "team")
    for membership in memberships.order_by("-starts_at"):
        found.setdefault(membership.person_id, []).append(membership)
    return found


def places_in(municipalities, people):
    """The newest place of each of these people at a team of these municipalities, or at one that serves no area."""
    here = Q(team__areas__municipality__in=municipalities) | Q(team__areas=None)
    memberships = Membership.objects.filter(here, person__in=people, team__isnull=False)
    found = {}
    for membership in memberships.select_related("organisation", "team").order_by("starts_at"):
        found[membership.person_id] = membership
    return found


def place_at(memberships, at, team_id=None):
    """Where somebody worked at a moment: the place of the desk they acted for, or else the newest of then."""
    then = [one for one in memberships if one.starts_at <= at and (one.ends_at is None or one.ends_at > at)]
    for membership in then:
        if team_id is not None and membership.team_id == team_id:
            return membership
    return next(iter(then or memberships), None)


def with_teams(looks):
    """Looks that know the name of the team for which somebody looked."""
    return looks.annotate(team_name=Subquery(Team.objects.filter(pk=OuterRef("team_id")).values("name")[:1]))


def team_names(looks):
    """The names of the teams of these looks, by id."""
    return {look.team_id: look.team_name for look in looks if look.team_name}
