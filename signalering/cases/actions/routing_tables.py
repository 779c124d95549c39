"""What an administrator does with routing tables; coordinators see it afterwards."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.access import refuse
from signalering.accounts.models.people import Role
from signalering.audit.models import Event
from signalering.audit.record import note
from signalering.cases.models import RoutingRule, RoutingTable
from signalering.cases.routing import must_end
from signalering.cases.working_days import today
from signalering.workflow import SentBefore

STEPS = {"up": -1, "down": 1}
REMOVE = "remove"
TRIED = "try_routing_table"


def must_edit(by, table):
    """Only an administrator changes routing."""
    if not by.has_role(Role.ADMINISTRATOR):
        refuse(by, "edit_routing", table)


def lock_draft(table, by):
    """Hold a draft until the transaction ends; what holds already is never changed."""
    table.reread()
    must_edit(by, table)
    if not table.is_draft:
        raise ValidationError(_("Deze tabel geldt al. Maak een kopie en wijzig die."))


@transaction.atomic
def copy_table(table, *, by, form_key):
    """A draft begins as a copy of a table; the same form sent again gives the same draft."""
    must_edit(by, table)
    RoutingTable.objects.select_for_update().earliest("number")  # one copy at a time, so that no two get one number
    known = RoutingTable.objects.filter(form_key=form_key).first()
    if known is not None:
        return known
    number = RoutingTable.objects.aggregate(last=Max("number"))["last"] + 1
    draft = RoutingTable(number=number, made_by=by, copied_from=table, form_key=form_key)
    draft.save_as(by, "table_copied", verb="copy_routing_table")
    for place, rule in enumerate(table.rules.in_use(), 1):
        same = {name: getattr(rule, name) for name in (*RoutingRule.CONDITIONS, "team")}
        RoutingRule(table=draft, position=place, **same).save_as(by, "table_copied")
    return draft


@transaction.atomic
def add_rule(table, *, by, form_key, team, **conditions):
    """A new rule comes just before the last one, which holds for every signal; the same form is one rule."""
    lock_draft(table, by)
    known = table.rules.filter(form_key=form_key).first()
    if known is not None:
        first = known.history.last()  # as it was sent, whatever was changed since
        if any(getattr(first, name) != value for name, value in {"team": team, **conditions}.items()):
            raise SentBefore
        return known
    rules = list(table.rules.in_use())
    last = rules[-1] if rules and rules[-1].holds_always else None
    place = (rules[-1].position if rules else 0) + 1
    if last is not None:
        place = last.position
        last.change(by=by, reason="rule_moved", position=place + 1)
    rule = RoutingRule(table=table, position=place, form_key=form_key, team=team, **conditions)
    return rule.save_as(by, "rule_added", verb="add_routing_rule")


@transaction.atomic
def change_rule(table, rule, *, by, version, team, **conditions):
    """A rule of a draft says something else."""
    lock_draft(table, by)
    return rule.change(
        by=by, reason="rule_changed", version=version, verb="change_routing_rule", team=team, **conditions
    )


@transaction.atomic
def rearrange(table, *, by, rule, act):
    """A rule of a draft is asked earlier or later, or is taken out: then it counts no more, and stays on record."""
    lock_draft(table, by)
    rules = list(table.rules.in_use())
    here = next((place for place, one in enumerate(rules) if one.pk == rule.pk), None)
    if here is None:
        return table
    if act == REMOVE:
        rules[here].change(by=by, reason="rule_removed", verb="remove_routing_rule", active=False)
        return table
    there = here + STEPS[act]
    if 0 <= there < len(rules):
        mine, other = rules[here], rules[there]
        places = mine.position, other.position
        mine.change(by=by, reason="rule_moved", verb="move_routing_rule", position=places[1])
        other.change(by=by, reason="rule_moved", position=places[0])
    return table


@transaction.atomic
def record_trial(table, *, by):
    """A table is about to be tried on earlier signals; held, so that a change is either tried too or comes later."""
    table.reread()
    note(TRIED, table, by=by, reason="tried")


def was_tried(table):
    """Whether somebody tried a draft as it is now: after the last change of it."""
    done = Event.objects.filter(root_id=table.pk, result=Event.Result.DONE).order_by("-id")
    tried = done.filter(verb=TRIED, actor__isnull=False).values_list("id", flat=True).first()
    return tried is not None and not done.filter(id__gt=tried).exclude(verb=TRIED).exists()


@transaction.atomic
def put_in_force(table, *, by, valid_from):
    """From a day on, signals are proposed by this table, tried as it is; its rules never change again."""
    table.reread()
    must_edit(by, table)
    if table.valid_from == valid_from:
        return table  # the same form once more
    lock_draft(table, by)
    if valid_from < today():
        raise ValidationError({"valid_from": _("Kies vandaag of een latere dag.")})
    must_end(list(table.rules.in_use()))
    if not was_tried(table):
        raise ValidationError(_("Probeer deze tabel eerst op eerdere signalen. Doe dat na elke wijziging opnieuw."))
    return table.change(by=by, reason="put_in_force", verb="put_in_force", valid_from=valid_from, put_at=timezone.now())


@transaction.atomic
def see_afterwards(table, *, by):
    """A coordinator has seen what the administrator put in force; once is enough."""
    if not by.has_role(Role.COORDINATOR):
        refuse(by, "see_routing", table)
    table.reread()
    if not table.is_draft and not seen(table).filter(actor=by).exists():
        note("see_afterwards", table, by=by, reason="seen_afterwards")


def done_with(table):
    """What people did with a table and its rules, newest first; not each row that one deed wrote."""
    deeds = Q(label=RoutingTable.LABEL) | ~Q(verb__in=("create", "change"))
    return Event.objects.filter(deeds, root_id=table.pk).select_related("actor").order_by("-id")


def seen(table):
    """Who saw a table afterwards."""
    return done_with(table).filter(verb="see_afterwards")
