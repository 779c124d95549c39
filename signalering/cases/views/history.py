"""The change history of a case, its residents and its signals: who changed what and why, without opening anything."""

from uuid import UUID

from django.db.models import OuterRef, Subquery
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
    kept = [
        *rows(Case.history.filter(id=case.pk), before, "director", "team", "area", "retention_policy"),
        *rows(Resident.history.filter(id__in=case.case_residents.values("resident")), before),
        *rows(Signal.history.filter(id__in=[signal.pk for signal in signals]), before, "area", "team"),
    ]
    kept.sort(key=lambda pair: pair[0].history_id, reverse=True)
    codes = {case.pk: _("Casus"), **{signal.pk: _("Signaal %s") % signal.shown_code for signal in signals}}
    context = {
        "case": case,
        "changes": [change_of(row, old, codes) for row, old in kept[:SIZE]],
        "older": kept[SIZE - 1][0].history_id if len(kept) > SIZE else None,
        "begun": before is not None,
    }
    return render(request, "cases/case_history.html", context)


def uuid_or_none(text):
    """The row to go on from, as it stands in the address."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def rows(history, before, *related):
    """The newest rows of some records, each with the row before it: (row, old or None)."""
    if before is not None:
        history = history.filter(history_id__lt=before)
    table = history.model.objects
    earlier = table.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id")).order_by("-history_id")
    history = history.annotate(earlier=Subquery(earlier.values("history_id")[:1])).select_related(
        "history_user", *related
    )
    newest = list(history.order_by("-history_id")[: SIZE + 1])
    older = table.select_related(*related).in_bulk([row.earlier or NOTHING for row in newest] or [NOTHING])
    return [(row, older.get(row.earlier)) for row in newest]


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
    """Who made a change; a reporter is "melder" here, whoever reads."""
    if row.history_user is None:
        return _("Systeem")
    if getattr(row, "writer_id", None) == row.history_user_id:
        return _("melder")
    return row.history_user.name
