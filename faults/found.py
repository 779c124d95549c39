"""What the product kept of a run, against the ledger of what was acknowledged."""

from collections import Counter

from faults.rows import due, leases, rows
from signalering.accounts.access import normal_code
from signalering.audit.models import Event
from signalering.cases.models import AlertCall, Consent, Notice, Signal, SignalAddition
from signalering.referrals.models import Referral

MADE_BY = {
    "ask": {"question"},
    "answer": {"answered"},
    "pick_up": {"picked_up"},
    "close": {"done"},
    "refer": {"picked_up"},
    "send": {"referral_sent"},
}


def waiting():
    """How many rows should have been done by now, and how many leases still stand."""
    return {"waiting": due(), "leases": leases()}


def look(acts):
    """Every due row, what still waits, and the acknowledged acts that are not there exactly once."""
    wrong = Counter()
    for act in acts:
        for what, number in found(act).items():
            if number != 1:
                wrong[f"{act['act']}: {number} {what}"] += 1
    return {"rows": rows(), **waiting(), "acts": len(acts), "wrong": dict(wrong)}


def found(act):
    """How often each thing that an act must leave behind is there."""
    name = act["act"]
    if name == "consent":
        return {"consents": Consent.objects.filter(form_key=act["key"], case__code=normal_code(act["case"])).count()}
    if name == "send":
        record = Referral.objects.filter(code=normal_code(act["referral"])).first()
        if record is None:
            return {"referrals": 0}
        return {"moves": moves(record, act, {"sent"}), "due rows": due_rows(record, name)}
    signal = Signal.objects.filter(code=normal_code(act["code"])).first()
    if signal is None:
        return {"signals": 0}
    if name == "alarm":
        return {
            "signals": Signal.objects.filter(writer=act["by"], form_key=act["key"], pk=signal.pk).count(),
            "alerts": signal.alerts.count(),
            "first calls": AlertCall.objects.filter(alert__signal=signal, role=AlertCall.Role.FIRST).count(),
            "steps told": Notice.objects.filter(about_id=signal.pk, kind="deadline_today").count(),
        }
    if name == "report":
        return {"signals": Signal.objects.filter(writer=act["by"], form_key=act["key"], pk=signal.pk).count()}
    made = {"due rows": due_rows(signal, name)}
    if name in ("ask", "answer"):
        kind = {"ask": SignalAddition.Kind.QUESTION, "answer": SignalAddition.Kind.ANSWER}[name]
        words = signal.additions.filter(kind=kind, author=act["by"], form_key=act["key"])
        return {**made, "additions": words.count()}
    made["decisions"] = moves(signal, act, Signal.TRIAGED)
    if name == "refer":
        made["referrals"] = Referral.objects.filter(case=signal.case, form_key=act["key"]).count()
    return made


def moves(record, act, to):
    """How often a record moved there; never by another than who was told that it did."""
    by = [str(event.actor_id) for event in Event.objects.filter(record_id=record.pk, to_status__in=to)]
    return len(by) if set(by) <= {act["by"]} else -1


def due_rows(record, act):
    """How many rows an act made: one for each who must hear of it, and here that is always one."""
    return Notice.objects.filter(about_id=record.pk, kind__in=MADE_BY[act]).count()
