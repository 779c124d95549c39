"""Which clocks a threatening situation starts, and what a mended date does to them."""

from datetime import date

from signalering.cases import deadlines
from signalering.cases.due_days import eviction_due
from signalering.cases.working_days import OutsideTable, today
from signalering.closed_lists import read
from signalering.crypto.fields import says

CLOCKS = deadlines.THREAT
EVICTION, END_OF_SUPPLY = "eviction", "end_of_supply"
WITHOUT_CLOCK = {item["slug"] for item in read("cases", "lists")["threat_kind"]["items"] if not item.get("clock", True)}


def threatens(kind):
    """Whether this kind starts the clock of a threatening situation; the end of supply by itself does not."""
    return bool(kind) and kind not in WITHOUT_CLOCK


def known(record):
    """Whether a threatening situation was set on a signal or case, without reading which."""
    return bool(record.threat_kind_sealed)


def is_another(record, *, kind, day):
    """Whether something else threatens than what was known: another kind, or a new day for what has been already."""
    if not says(record, threat_kind=kind):
        return True
    if day is None or says(record, threat_date=day.isoformat()):
        return False
    before = day_of(record.threat_date)
    return before is not None and before < today()


def start_clocks(case, *, by, kind, day, moved, another=False, clock_reason=""):
    """A threat became known on a case or signal, or was mended; whether the clock of a threat began only now.

    `moved` says that its day is another one than before, and `another` that it is not the threat that was known.

    The three working days count from the first setting and never start again; only for another threat, when the clock
    of the one before has ended, there is a new clock. The clock of an eviction follows the date of the eviction,
    earlier and later, because the law counts from that date; while the date stays it only stays.
    """
    threat, known = None, deadlines.of_slug("DL2", case)
    if threatens(kind) or clock_reason:
        told = {"reason": clock_reason or "started", "anew": another}
        threat = deadlines.begin("DL2", case, by=by, team=case.team, **told)
    began, eviction = threat is not None and threat != known, deadlines.of_slug("DL3", case)
    runs = eviction is not None and eviction.runs
    if kind != EVICTION or day is None:
        if runs:
            deadlines.end(eviction, by=by, reason="threat_changed")
        return began
    rule = deadlines.active("DL3").get("DL3")
    if rule is None or threat is None or (threat.ended_by == deadlines.MET and not runs):
        return began  # the conversation was held already
    try:
        due = eviction_due(rule, threat_due=threat.due_on, eviction=day, today=today())
    except OutsideTable:  # so far ahead that only the three working days count
        due = threat.due_on
    if began or eviction is None or not moved:
        deadlines.start(rule, case, by=by, due=due, team=case.team, anew=began)
    elif runs or eviction.ended_by in deadlines.RUNS_ON_AFTER:
        if due == today():
            due = min(due, eviction.due_on)  # what is late already stays late, unless there really is time again
        deadlines.move(eviction, due, by=by, reason="threat_moved")
    return began


def comes_first(signal, case):
    """Whether what threatens on a signal comes before what threatens on the case that it is about to join."""
    if not known(signal) or not known(case):
        return known(signal)
    running = {clock.about for clock in deadlines.running_of(signal, case) if clock.rule.slug in CLOCKS}
    handled = case.LABEL not in running and deadlines.of_slug("DL2", case) is not None
    if signal.LABEL in running and handled:
        return True
    return nearness(signal) < nearness(case)


def nearness(record):
    """What has a clock comes first, of that an eviction with a day, and then the first day; no day comes last."""
    kind, day = record.threat_kind, day_of(record.threat_date)
    return not threatens(kind), kind != EVICTION or day is None, day or date.max


def days_until(kind, told):
    """How many days are left until an eviction; None when there is none or no day is known."""
    day = day_of(told) if kind == EVICTION else None
    return None if day is None else (day - today()).days


def day_of(told):
    """The day of a threat as it is stored, or None."""
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
