"""The change history of a case, its residents and its signals: who changed what and why, without opening anything."""

from uuid import UUID

from django.db.models import OuterRef, Subquery, Value
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from signalering.accounts.access import NOTHING, find, shown
from signalering.audit.models import Look
from signalering.cases.models import Case, Resident, Signal
from signalering.cases.views.changes import reason_of, what_changed

SIZE = 25


@require_safe
def case_history(request, code):
    """Every change, newest first."""
    case = find(Case.objects.select_related("director"), by=request.user, code=code)
    signals = shown(case.signals.all(), request.user, kind=Look.Kind.OPENED)
    before = uuid_or_none(request.GET.get("ouder"))
    histories = [
        (Case.history.filter(id=case.pk), ("director", "team", "area", "retention_policy")),
        (Resident.history.filter(id__in=case.case_residents.values("resident")), ()),
        (Signal.history.filter(id__in=[signal.pk for signal in signals]), ("area", "team")),
    ]
    newest = newest_of([history for history, _related in histories], before)
    rows = rows_of(histories, newest)
    codes = {case.pk: _("Casus"), **{signal.pk: _("Signaal %s") % signal.shown_code for signal in signals}}
    context = {
        "case": case,
        "changes": [change_of(rows[key], rows.get(earlier), codes) for key, earlier, _which in newest[:SIZE]],
        "older": newest[SIZE - 1][0] if len(newest) > SIZE else None,
        "begun": before is not None,
    }
    return render(request, "cases/case_history.html", context)


def uuid_or_none(text):
    """The row to go on from, as it stands in the address."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def newest_of(histories, before):
    """The newest rows of several histories together: (key, key of the row before it, which history it is of)."""
    parts = []
    for which, history in enumerate(histories):
        if before is not None:
            history = history.filter(history_id__lt=before)
        same = history.model.objects.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
        earlier = Subquery(same.order_by("-history_id").values("history_id")[:1])
        part = history.order_by().annotate(earlier=earlier, which=Value(which))
        parts.append(part.values_list("history_id", "earlier", "which"))
    return list(parts[0].union(*parts[1:], all=True).order_by("-history_id")[: SIZE + 1])


def rows_of(histories, newest):
    """Those rows and the ones before them, by key."""
    found = {}
    for here, (history, related) in enumerate(histories):
        keys = {key for *pair, which in newest if which == here for key in pair if key is not None}
        # asked also when there is none: what a page costs tells nothing of how long a history is
        found |= history.model.objects.select_related("history_user", *related).in_bulk(keys or {NOTHING})
    return found


def change_of(row, old, codes):
    """One line of the history."""
    return {
        "when": row.history_date,
        "who": who_of(row),
        "about": codes.get(row.id, _("Inwoner")),
        "why": reason_of(row, old),
        "what": what_changed(row, old),
    }


def who_of(row):
    """Who made a change; who acts as the reporter is "melder" here, whoever reads."""
    if row.history_user is None:
        return _("Systeem")
    if getattr(row, "writer_id", None) == row.history_user_id and row.history_change_reason in Signal.BY_REPORTER:
        return _("melder")
    return row.history_user.name
