"""A threatening situation on a signal: its clock starts, people are called, and both go along to the case."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from signalering.cases import deadlines, threats
from signalering.cases.actions.alerts import raise_alert
from signalering.cases.actions.triage import hold, nothing_threatens, raise_urgency, remark
from signalering.cases.models import Signal
from signalering.crypto.fields import says


@transaction.atomic
def mark_threat(signal, *, by, threat_kind, threat_date=None, clock_reason="", words=""):
    """Triage sees that something is about to happen: three working days from today, and somebody is called now."""
    hold(signal, by=by)
    if signal.status not in Signal.OPEN:
        raise ValidationError(_("Over dit signaal is al besloten."))
    if threat_kind in deadlines.OVER:
        remark(signal, by=by, reason=threat_kind, words=words)
        return nothing_threatens(signal, by=by, why=threat_kind)
    day = threat_date.isoformat() if threat_date else ""
    another = threats.is_another(signal, kind=threat_kind, day=threat_date)
    moved = not says(signal, threat_date=day)
    told = {"kind": threat_kind, "day": threat_date, "clock_reason": clock_reason}
    threats.start_clocks(signal, by=by, moved=moved, another=another, **told)
    signal.change(
        by=by,
        reason="threat_set",
        verb="set_threat",
        threat_kind=threat_kind,
        threat_date=day,
        next_due=deadlines.next_due(signal),
    )
    if threat_kind == threats.END_OF_SUPPLY:
        raise_urgency(signal, by=by)
    remark(signal, by=by, reason="threat_set", words=words)
    if threats.threatens(threat_kind) or clock_reason:
        raise_alert("threat_set", by=by, signal=signal)
    return signal
