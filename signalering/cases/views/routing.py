"""Routing tables: an administrator changes them, coordinators and the privacy officer read along."""

import uuid

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from signalering.accounts.access import normal_code, refuse, shown
from signalering.accounts.models.people import Role
from signalering.audit.actors import ActorKind
from signalering.cases.actions import routing_tables
from signalering.cases.compartment import works_inside
from signalering.cases.forms.routing import CopyForm, RuleAct, RuleForm, StartForm, TryForm
from signalering.cases.models import RoutingTable, Signal
from signalering.cases.rule_words import conditions
from signalering.cases.trial import told, try_table
from signalering.cases.views.desk import attempt, posted
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list

act = require_http_methods(["GET", "HEAD", "POST"])
READERS = (Role.ADMINISTRATOR, Role.COORDINATOR, Role.PRIVACY_OFFICER)
LINES, CODES, SEARCHED = 30, 50, 1_000


def only(request, *roles, verb="read_routing"):
    """Go on for who has one of these roles, else note the refusal and answer 403."""
    if not request.user.has_role(*roles):
        refuse(request.user, verb, None)


def table_of(request, code, *roles, verb="read_routing"):
    """The table with this code, for who has one of these roles."""
    only(request, *roles, verb=verb)
    return get_object_or_404(RoutingTable.objects.select_related("copied_from", "made_by"), code=normal_code(code))


def draft_of(request, code):
    """A draft that this person may change; what holds already leads back to its page, for who typed nothing yet."""
    table = table_of(request, code, Role.ADMINISTRATOR, verb="edit_routing")
    stays = table.is_draft or request.method == "POST"
    return table, None if stays else redirect("routing_table", table.shown_code)


def standing_of(table, now):
    """Whether a table holds, is to hold, is a draft or has held, as (label, icon, colour)."""
    if table.is_draft:
        return _("concept"), "pencil", ""
    if now is not None and table.pk == now.pk:
        return _("geldt nu"), "circle-check", "ok"
    return (_("geldt later"), "clock", "info") if table.valid_from > today() else (_("gold eerder"), "", "")


@require_safe
def routing(request):
    """Every routing table, the newest first."""
    only(request, *READERS)
    now = RoutingTable.objects.in_force(today()).first()
    tables = list(RoutingTable.objects.select_related("copied_from", "made_by"))
    rows = [{"table": table, "standing": standing_of(table, now)} for table in tables]
    return render(request, "cases/routing.html", {"rows": rows})


@require_safe
def routing_table(request, code):
    """One table: its rules, what was done with it, and who saw that afterwards."""
    table = table_of(request, code, *READERS)
    done = list(routing_tables.done_with(table)[:LINES])
    seen = list(routing_tables.seen(table))
    edits = request.user.has_role(Role.ADMINISTRATOR)
    context = {
        "table": table,
        "standing": standing_of(table, RoutingTable.objects.in_force(today()).first()),
        "rows": rows_of(table),
        "edits": edits,
        "editing": edits and table.is_draft,
        "may_try": request.user.has_role(Role.ADMINISTRATOR, Role.COORDINATOR),
        "copy": [("form_key", uuid.uuid4())],
        "done": [line_of(event) for event in done],
        "seen": seen,
        "to_see": table.put_at is not None
        and request.user.has_role(Role.COORDINATOR)
        and request.user.pk not in {event.actor_id for event in seen},
    }
    return render(request, "cases/routing_table.html", context)


def rows_of(table):
    """The rules in their order, in words, with what the forms beside them send."""
    rules = list(table.rules.in_use())
    return [
        {
            "rule": rule,
            "conditions": conditions(rule),
            "acts": {name: [("rule", rule.pk), ("act", name)] for name in ("up", "down", "remove")},
            "first": place == 0,
            "last": place == len(rules) - 1,
        }
        for place, rule in enumerate(rules)
    ]


def line_of(event):
    """One thing that was done with a table."""
    person = event.actor.name if event.actor_kind == ActorKind.PERSON else _("Systeem")
    return {"title": closed_list("cases", "routing_change").label(event.reason), "who": person, "when": event.at}


@act
def routing_copy(request, code):
    """A draft begins as a copy of a table."""
    table = table_of(request, code, Role.ADMINISTRATOR, verb="edit_routing")
    form = CopyForm(posted(request))
    draft = attempt(form, routing_tables.copy_table, table, by=request.user)
    if draft is None:
        return redirect("routing_table", table.shown_code)
    messages.success(request, _("Dit is een concept. Niets verandert tot je het laat gelden."))
    return redirect("routing_table", draft.shown_code)


@act
def routing_rule(request, code):
    """An administrator adds a rule to a draft, or changes one."""
    table, elsewhere = draft_of(request, code)
    if elsewhere:
        return elsewhere
    rule = rule_asked(table, request.GET.get("regel"))
    form = RuleForm(posted(request), rule=rule)
    if rule is None:
        done = attempt(form, routing_tables.add_rule, table, by=request.user)
    else:
        done = attempt(form, routing_tables.change_rule, table, rule, by=request.user)
    if done:
        messages.success(request, _("De regel is bewaard."))
        return redirect("routing_table", table.shown_code)
    title = _("Regel wijzigen") if rule else _("Regel toevoegen")
    return render(
        request, "cases/routing_act.html", {"table": table, "form": form, "title": title, "submit": _("Bewaren")}
    )


def rule_asked(table, key):
    """The rule of a table that the address names, or None when it names none."""
    if not key:
        return None
    try:
        rule = table.rules.in_use().filter(pk=uuid.UUID(key)).first()
    except ValueError:
        rule = None
    if rule is None:
        raise Http404
    return rule


@act
def routing_rule_act(request, code):
    """An administrator moves a rule of a draft up or down, or takes it out."""
    table, elsewhere = draft_of(request, code)
    form = RuleAct(posted(request), table=table)
    if elsewhere is None and attempt(form, routing_tables.rearrange, table, by=request.user):
        messages.success(request, _("Bewaard."))
    return redirect("routing_table", table.shown_code)


@act
def routing_start(request, code):
    """An administrator lets a draft hold from a day on."""
    table, elsewhere = draft_of(request, code)
    if elsewhere:
        return elsewhere
    form = StartForm(posted(request), initial={"valid_from": today()})
    if attempt(form, routing_tables.put_in_force, table, by=request.user):
        messages.success(request, _("De tabel staat klaar. Coördinatoren zien dit achteraf."))
        return redirect("routing_table", table.shown_code)
    context = {
        "table": table,
        "form": form,
        "title": _("Laten gelden"),
        "submit": _("Laten gelden"),
        "intro": _("Daarna kun je de regels niet meer wijzigen. Een kopie maken kan altijd."),
    }
    return render(request, "cases/routing_act.html", context)


@act
def routing_try(request, code):
    """What a table would have proposed for earlier signals: numbers, and codes for who may see those signals."""
    table = table_of(request, code, Role.ADMINISTRATOR, Role.COORDINATOR)
    form = TryForm(posted(request))
    context = {"table": table, "form": form}
    if form.is_valid():
        routing_tables.record_trial(table, by=request.user)
    if trial := attempt(form, try_table, table, inside=works_inside(request.user)):
        codes = codes_of(trial, request.user)
        context |= {
            "trial": trial,
            "rows": trial.rows,
            "tried": told(trial.tried),
            "other": told(trial.other),
            "codes": codes,
        }
    return render(request, "cases/routing_try.html", context)


def codes_of(trial, by):
    """The signals that would go elsewhere, the newest first, as far as this person may see them."""
    newest = list(trial.elsewhere)[-SEARCHED:]
    records = Signal.objects.visible_to(by).filter(pk__in=newest).select_related("area", "team", "proposed_team")
    signals = shown(records.order_by("-pk")[:CODES], by)
    return [
        {"signal": one, "before": one.proposed_team or one.team, "now": trial.elsewhere[one.pk], "days": days_old(one)}
        for one in signals
    ]


def days_old(signal):
    """How many days ago a signal came in."""
    return (today() - timezone.localdate(signal.created_at)).days


@act
def routing_seen(request, code):
    """A coordinator says that a change of routing was seen."""
    table = table_of(request, code, Role.COORDINATOR, verb="see_routing")
    if request.method == "POST":
        routing_tables.see_afterwards(table, by=request.user)
        messages.success(request, _("Bewaard: jij hebt dit gezien."))
    return redirect("routing_table", table.shown_code)
