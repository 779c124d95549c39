"""The pages of the privacy officer: first why, then who looked at one case; nothing sealed is opened here."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from signalering.accounts.access import refuse
from signalering.audit import attempts, looks, searches, words
from signalering.audit.actors import ActorKind
from signalering.audit.models import Event, Look
from signalering.audit.record import note_later
from signalering.cases.codes import shown
from signalering.cases.forms.looks import LookIntoLogForm, WhyForm
from signalering.cases.looked import (
    municipalities,
    place_at,
    places,
    places_in,
    reviewed,
    roots_of,
    team_names,
    with_teams,
)
from signalering.closed_lists import closed_list

REASONS = "review_reasons"  # in the session: why this person looks into the log of which case
REMEMBERED = 20
PERIODS = {
    1: gettext_lazy("1 maand"),
    3: gettext_lazy("3 maanden"),
    12: gettext_lazy("12 maanden"),
    60: gettext_lazy("5 jaar"),
}
PERIOD = 12
SEARCHES_OF = timedelta(days=30)
COUNTS = ("opened", "listed", "searched", "unexplained")
SEEN, REFUSED = "inzages", "geweigerd"


@require_http_methods(["GET", "HEAD", "POST"])
def audit_search(request):
    """A privacy officer says why, and goes to the log of one case; the search itself is on record."""
    if not municipalities(request.user):
        refuse(request.user, "search_log", None)
    form = LookIntoLogForm(request.POST or None, initial={"code": request.GET.get("code", "")[:40]})
    if form.is_valid():
        code, reason = form.cleaned_data["code"], form.cleaned_data["reason"]
        case = reviewed(code, by=request.user)
        result = Event.Result.DONE if case else Event.Result.FAILED
        note_later("search_log", case, by=request.user, reason=reason, result=result)
        if case is not None:
            known = {**request.session.get(REASONS, {}), code: reason}
            request.session[REASONS] = dict(list(known.items())[-REMEMBERED:])
            return redirect("case_looks", shown(code))
        form.add_error("code", _("Bij deze code hoort geen casus. Controleer de code."))
    return render(request, "audit/audit_search.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def audit_searches(request):
    """A privacy officer says why, and reads who of their municipality searched for residents, and how often in vain."""
    mine = municipalities(request.user)
    if not mine:
        refuse(request.user, "search_log", None)
    form = WhyForm(request.POST if request.method == "POST" else None)
    rows = None
    if form.is_valid():
        note_later("search_log", None, by=request.user, reason=form.cleaned_data["reason"])
        counts = list(searches.counted(timezone.now() - SEARCHES_OF))
        working = places_in(mine, {row["actor"] for row in counts})
        rows = [row | place_words(words_of(working[row["actor"]])) for row in counts if row["actor"] in working]
    return render(request, "audit/audit_searches.html", {"form": form, "rows": rows, "days": SEARCHES_OF.days})


@require_safe
def case_looks(request, code):
    """Who looked at this case: a privacy officer reads the log, never the case itself."""
    case = reviewed(code, by=request.user)
    if case is None:
        raise Http404
    reason = request.session.get(REASONS, {}).get(case.code)
    if reason is None:
        return redirect(f"{reverse('audit_search')}?code={shown(case.code)}")
    note_later("review_log", case, by=request.user, reason=reason)
    months = period(request.GET.get("maanden", ""))
    roots = roots_of(case)
    since = timezone.now() - timedelta(days=months * 365 // 12)
    seen = looks.under(roots.ids, since=since, writers=roots.writers)
    refused = attempts.under(roots.ids, since=since)
    kind = REFUSED if request.GET.get("soort") == REFUSED else SEEN
    cursors = {
        "before": looks.cursor(request.GET.get("ouder", "")),
        "after": looks.cursor(request.GET.get("nieuwer", "")),
    }
    context = {
        "code": shown(case.code),
        "reason": closed_list("audit", "review_reason").label(reason),
        "months": months,
        "periods": PERIODS.items(),
        "kind": kind,
        "refused": refused.count(),
        **(all_refused(refused, roots, cursors) if kind == REFUSED else all_seen(seen, roots, cursors)),
    }
    return render(request, "audit/case_looks.html", context)


def all_seen(seen, roots, cursors):
    """Who looked, counted for each place and line by line."""
    counts = list(looks.counted(seen))
    page = looks.page_of(with_teams(seen), **cursors)
    people = places({row["actor"] for row in counts if row["actor"]})
    teams = team_names(page.looks)
    return {
        "groups": groups(counts, people),
        **{count: sum(row[count] for row in counts) for count in COUNTS},
        "lines": [told(line, people, teams, roots.codes) for line in page.lines],
        "older": page.older,
        "newer": page.newer,
    }


def all_refused(refused, roots, cursors):
    """Who tried and was refused, line by line."""
    page = attempts.page_of(refused, **cursors)
    people = places({event.actor_id for event in page.lines} - {None})
    lines = [told_refused(event, people, roots) for event in page.lines]
    return {"attempts": lines, "older": page.older, "newer": page.newer}


def period(typed):
    """The number of months to look back."""
    return {str(months): months for months in PERIODS}.get(typed, PERIOD)


def groups(counts, people):
    """How often each kind of worker of each organisation looked, most first."""
    found = {}
    for row in counts:
        place = where(row, people, row["last"])
        group = found.setdefault(place, {**place_words(place), "people": set(), **dict.fromkeys(COUNTS, 0)})
        group["people"].add((row["actor"], row["system"]))
        for count in COUNTS:
            group[count] += row[count]
    for group in found.values():
        group["people"] = len(group["people"])
    return sorted(found.values(), key=lambda group: (-group["opened"], -group["listed"], group["place"]))


def place_words(place):
    """A place as the columns of a table."""
    return {"place": place[0], "role": place[1]}


def where(row, people, at, team_id=None):
    """From which team or organisation somebody looked, and in which role; of a reporter nothing more is told."""
    if row["actor_kind"] == ActorKind.INVITATION:
        return _("Winkel, via uitnodiging"), ""
    if row["reporting"]:
        return _("Melder"), ""
    if row["actor_kind"] == ActorKind.SYSTEM:
        return _("Het systeem"), words.system_label(row["system"])
    membership = place_at(people.get(row["actor"], []), at, team_id)
    if membership is None:
        return _("Onbekend"), ""
    return words_of(membership)


def words_of(membership):
    """A place as the log tells it: the team or organisation, and the role there."""
    return (membership.team or membership.organisation).name, membership.get_role_display()


def told(line, people, teams, codes):
    """One line of the log as the page shows it."""
    look = line.first
    row = {
        "actor": look.actor_id,
        "actor_kind": look.actor_kind,
        "system": look.system,
        "reporting": look.reporting,
    }
    place, role = where(row, people, look.at, look.team_id)
    hidden = look.reporting or look.actor_id is None or look.actor_kind == ActorKind.INVITATION
    return {
        "at": look.at,
        "who": place if hidden else look.actor.name,
        "place": "" if look.reporting else place,
        "role": role,
        "icon": "eye" if look.kind == Look.Kind.OPENED else "",
        "kind": words.kind_label(look),
        "page": words.page_label(look),
        "parts": words.parts(line.looks, codes),
        "why": words.reasons(line.looks, teams),
        "unexplained": line.unexplained,
    }


def told_refused(event, people, roots):
    """One refused attempt; whoever reported here is told as the reporter, whatever they tried."""
    reporting = event.actor_id in roots.writers
    row = {"actor": event.actor_id, "actor_kind": event.actor_kind, "system": event.system, "reporting": reporting}
    place, role = where(row, people, event.at)
    named = event.actor_id is not None and not reporting and event.actor_kind != ActorKind.INVITATION
    return {
        "at": event.at,
        "who": event.actor.name if named else place,
        "place": place if named else "",
        "role": role,
        "what": words.attempt_label(event.verb),
        "record": words.record_label(event.label),
        "code": roots.codes.get(event.record_id) or roots.codes.get(event.root_id, ""),
    }
