"""Start, read and end the deadlines of a record."""

from datetime import timedelta

from django.utils import timezone

from signalering.cases.models import Deadline, DeadlineRule
from signalering.cases.working_days import add_working_days, atw_extend, today


def rules(*slugs):
    """The configured rules by slug, in one query."""
    return {rule.slug: rule for rule in DeadlineRule.objects.filter(slug__in=slugs)}


def due_on(rule, start, *, term=None):
    """The last day of a term that starts after `start`."""
    length = rule.term if term is None else term
    if rule.unit == DeadlineRule.Unit.WORKING_DAYS:
        return add_working_days(start, length)
    return atw_extend(start + timedelta(weeks=length))


def start(rule, record, *, by, due, on=None, team=None):
    """A clock starts for a record; the same rule never starts twice for it."""
    running = Deadline.objects.filter(about_id=record.pk, rule=rule).first()
    if running is not None:
        if running.ended_at is not None or running.due_on != due:
            running.change(by=by, reason="restarted", due_on=due, ended_at=None)
        return running
    return Deadline(
        rule=rule, about=record.LABEL, about_id=record.pk, team=team, started_on=on or today(), due_on=due
    ).save_as(by, "started")


def has(rule, record):
    """Whether this clock ever ran for a record."""
    return Deadline.objects.filter(about_id=record.pk, rule=rule).exists()


def meet(record, *slugs, by):
    """What had to happen has happened: these clocks of a record end."""
    for deadline in Deadline.objects.running().filter(about_id=record.pk, rule__slug__in=slugs):
        deadline.change(by=by, reason="met", ended_at=timezone.now())


def stop_all(record, *, by, reason):
    """Every clock of a record ends, because the record itself did."""
    for deadline in Deadline.objects.running().filter(about_id=record.pk):
        deadline.change(by=by, reason=reason, ended_at=timezone.now())


def resume_all(record, *, by, team):
    """A record that had ended goes on: every clock that its end stopped runs on to the same day, and none is reset."""
    for deadline in Deadline.objects.filter(about_id=record.pk, ended_at__isnull=False):
        if deadline.history.latest("version").history_change_reason == "closed":
            deadline.change(by=by, reason="reopened", ended_at=None, team=team)


def hand_over(record, team, *, by, reason):
    """The running clocks of a record belong to another team from now on; they are not reset."""
    for deadline in Deadline.objects.running().filter(about_id=record.pk):
        deadline.change(by=by, reason=reason, team=team)


def next_due(*records):
    """The first day on which something of these records is due, or None."""
    keys = [record.pk for record in records]
    running = Deadline.objects.running().filter(about_id__in=keys)
    return running.order_by("due_on").values_list("due_on", flat=True).first()


def running_of(*records):
    """The running deadlines of these records with their rules, first due first."""
    keys = [record.pk for record in records]
    return Deadline.objects.running().filter(about_id__in=keys).select_related("rule").order_by("due_on")


def promised(record, *slugs):
    """The last day of each of these terms of a record, by slug, whether it was met or not."""
    rows = Deadline.objects.filter(about_id=record.pk, rule__slug__in=slugs)
    return dict(rows.values_list("rule__slug", "due_on"))
