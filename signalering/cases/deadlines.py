"""Start, read and end the deadlines of a record. A clock never starts anew: it runs on, is met, or is stopped.

What begins once more after its clock ended, such as another threat, gets a clock of its own beside the one that ended.
"""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from signalering.cases import ladder_steps
from signalering.cases.due_days import due_on
from signalering.cases.models import Deadline, DeadlineRule
from signalering.cases.models.deadline import WENT_ALONG
from signalering.cases.working_days import today
from signalering.closed_lists import read

__all__ = ["due_on"]
MET = "met"
THREAT = ("DL2", "DL3")  # the clocks of what threatens: one conversation ends both
UNSPOKEN = {item["slug"] for item in read("cases", "lists")["unspoken"]["items"]}  # why it ended without conversation
OVER = {item["slug"] for item in read("cases", "lists")["threat_over"]["items"]}  # of those: nothing threatens any more
RUNS_ON_AFTER = {"undone", "threat_changed"}  # an end that was no end: the same clock goes on


def rules(*slugs, on=None):
    """The rules that hold on a day (today) by slug, in one query."""
    return {rule.slug: rule for rule in DeadlineRule.objects.in_force(on or today()).filter(slug__in=slugs)}


def active(*slugs, on=None):
    """The rules that hold on a day and that this municipality uses."""
    return {slug: rule for slug, rule in rules(*slugs, on=on).items() if rule.active}


def start(rule, record, *, by, due, on=None, team=None, reason="started", anew=False, in_use=False):
    """A clock starts for a record, once; what ran before runs on to its own day, and is not reset.

    `anew` says that it begins for something else than before: then a clock that ended does not run on.
    `in_use` says that it runs already: then it does not matter that its rule was switched off since.
    """
    known = of_slug(rule.slug, record)
    if known is not None and (known.runs or not anew):
        return run_on(known, by=by) if known.ended_by in RUNS_ON_AFTER else known
    if not (rule.active or in_use):
        return None
    deadline = Deadline(
        rule=rule, about=record.LABEL, about_id=record.pk, team=team, started_on=on or today(), due_on=due
    )
    deadline.step_at = ladder_steps.first_moment(deadline)
    return deadline.save_as(by, reason)


def begin(slug, record, *, by, on=None, **more):
    """The clock of a rule starts on a day, and ends when its term says so; nothing when the rule is not used."""
    rule = active(slug).get(slug)
    return rule and start(rule, record, by=by, due=due_on(rule, on or today()), on=on, **more)


def of_slug(slug, record):
    """The clock of a rule on a record, running or ended, the last that began; None when it never ran."""
    clocks = Deadline.objects.select_related("rule").filter(about_id=record.pk, rule__slug=slug)
    return clocks.order_by("-id").first()


def has(rule, record):
    """Whether this clock ever ran for a record."""
    return of_slug(rule.slug, record) is not None


def end(deadline, *, by, reason, at=None):
    """A clock ends, now or at an earlier moment: what had to happen has happened, or it was stopped for a reason."""
    return deadline.change(by=by, reason=reason, ended_at=at or timezone.now(), ended_by=reason, step_at=None)


def run_on(deadline, *, by, reason="run_on", **values):
    """A clock whose end was no end runs on to the same day."""
    deadline.ended_at, deadline.ended_by = None, ""
    for name, value in values.items():
        setattr(deadline, name, value)
    moment = ladder_steps.next_moment(deadline)
    return deadline.change(by=by, reason=reason, ended_at=None, ended_by="", step_at=moment, **values)


def move(deadline, due, *, by, reason):
    """What the term is counted from moved itself: the same clock now ends on another day, and is told anew."""
    fresh = {"due_on": due, "step": Deadline.Step.NONE, "told_on": None}
    return run_on(deadline, by=by, reason=reason, **fresh)


def meet(record, *slugs, by, at=None):
    """What had to happen has happened, now or at an earlier moment: these clocks of a record end."""
    running = Deadline.objects.running().select_related("rule")
    for deadline in running.filter(about_id=record.pk, rule__slug__in=slugs):
        if at is None or not began_anew_after(deadline, timezone.localdate(at)):
            end(deadline, by=by, reason=MET, at=at)


def began_anew_after(deadline, day):
    """Whether a clock began for something new after a day: after another of its kind, or a threat of an earlier day."""
    slug, earlier = deadline.rule.slug, Deadline.objects.filter(about_id=deadline.about_id, pk__lt=deadline.pk)
    before = Q(rule__slug=slug)
    if slug in THREAT:
        before |= Q(rule__slug__in=THREAT, started_on__lt=deadline.started_on)
    return deadline.started_on > day and earlier.filter(before).exists()


def undo(record, *slugs, by):
    """What had to happen turns out not to have happened: these clocks run on to the same day."""
    met = Deadline.objects.select_related("rule").filter(about_id=record.pk, rule__slug__in=slugs, ended_by=MET)
    for deadline in met:
        run_on(deadline, by=by, reason="undone")


def stop(record, *slugs, by, reason):
    """These clocks of a record need not run any more, for a reason that is kept."""
    for deadline in Deadline.objects.running().filter(about_id=record.pk, rule__slug__in=slugs):
        end(deadline, by=by, reason=reason)


def stop_all(record, *, by, reason):
    """Every clock of a record ends, because the record itself did."""
    for deadline in Deadline.objects.running().filter(about_id=record.pk):
        end(deadline, by=by, reason=reason)


def resume_all(record, *, by, team):
    """A record that had ended goes on: every clock that its end stopped runs on to the same day, and none is reset."""
    with_it = Q(ended_by="closed") | Q(ended_by__in=UNSPOKEN - OVER, rule__slug__in=THREAT)
    for deadline in Deadline.objects.select_related("rule").filter(with_it, about_id=record.pk):
        run_on(deadline, by=by, reason="reopened", team=team)


def hand_over(record, team, *, by, reason):
    """The running clocks of a record belong to another team from now on; they are not reset."""
    for deadline in Deadline.objects.running().filter(about_id=record.pk):
        deadline.change(by=by, reason=reason, team=team)


def go_along(signal, case, *slugs, by):
    """What threatened before there was a case goes along with it: the same start and the same last day."""
    running = Deadline.objects.running().select_related("rule").filter(about_id=signal.pk, rule__slug__in=slugs)
    for deadline in running:
        known = of_slug(deadline.rule.slug, case)
        if known is None or not known.runs:
            same = {"due": deadline.due_on, "on": deadline.started_on}
            start(deadline.rule, case, by=by, team=case.team, anew=True, in_use=True, **same)
        elif deadline.due_on < known.due_on:
            move(known, deadline.due_on, by=by, reason=WENT_ALONG)
        end(deadline, by=by, reason=WENT_ALONG)


def next_due(*records):
    """The first day on which something of these records is due, or None."""
    keys = [record.pk for record in records]
    running = Deadline.objects.running().filter(about_id__in=keys)
    return running.order_by("due_on").values_list("due_on", flat=True).first()


def running_of(*records):
    """The running deadlines of these records with their rules, first due first."""
    keys = [record.pk for record in records]
    return Deadline.objects.running().filter(about_id__in=keys).select_related("rule").order_by("due_on")


def pressing(*records):
    """The first running clock of what threatens these records, or None."""
    return running_of(*records).filter(rule__slug__in=THREAT).first()


def with_first_clock(records):
    """Records with `first_clock`, the rule of what is due first, and `presses`: the clock of a threat, if any."""
    running = Deadline.objects.running().filter(about_id=OuterRef("pk"))
    first = running.order_by("due_on", "id").values("rule__slug")[:1]
    threat = running.filter(rule__slug__in=THREAT).values("pk")[:1]  # PostgreSQL answers EXISTS for all rows at once
    return records.annotate(first_clock=Subquery(first), presses=Subquery(threat))


def all_of(*records):
    """Every clock that ever ran for these records, with its rule, first due first."""
    keys = [record.pk for record in records]
    return list(Deadline.objects.filter(about_id__in=keys).select_related("rule").order_by("due_on", "id"))


def late(*records):
    """The clocks of these records that were late, explained or not."""
    return [clock for clock in all_of(*records) if clock.is_late]


def unexplained(*records):
    """The clocks of these records that were late, and of which nobody said yet why."""
    return [clock for clock in late(*records) if not clock.late_reason]


def marked_late(records):
    """Records with `was_late`: something of each was late, and nobody said yet why."""
    clocks = Deadline.objects.unexplained(today()).filter(about_id=OuterRef("pk"))
    return records.annotate(was_late=Exists(clocks))


def promised(record, *slugs):
    """The last day of each of these terms of a record, by slug, whether it was met or not."""
    rows = Deadline.objects.filter(about_id=record.pk, rule__slug__in=slugs)
    return dict(rows.values_list("rule__slug", "due_on"))
