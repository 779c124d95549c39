"""Words that mend a signal which a phone sent before: taken over while the writer may, else kept beside it."""

import uuid

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from signalering.accounts.access import may, shown
from signalering.audit.models import Event, Look
from signalering.audit.record import note_later
from signalering.cases.actions import reporting
from signalering.cases.fitting import fit
from signalering.cases.models import Signal
from signalering.cases.reporter_reads import SHOPS


def mended_by(content, *, by):
    """The signal of this writer that these words mend, or None when they mend none that came in."""
    first = content.get("corrects")
    try:
        key = uuid.UUID(first) if isinstance(first, str) else None
    except ValueError:
        key = None
    return Signal.objects.filter(writer=by, form_key=key).first() if key else None


@sensitive_variables("content", "fitted", "words")
@transaction.atomic
def mend(signal, content, *, by, form_key):
    """Take the words over; False when it is too late for that, or when they do not fit the fields."""
    signal.reread()
    fitted = fit(content, from_shop=signal.reporter_kind in SHOPS)
    if signal.status != Signal.Status.NEW or not may(by, "own_text", signal):
        note_later("own_text", signal, by=by, result=Event.Result.REFUSED)
        return False
    if fitted.rest:
        return False
    words = {name: fitted.values.get(name, "") for name in reporting.LABELS}
    shown([signal], by, "own_text", kind=Look.Kind.OPENED)  # to see what changed, the old words are opened
    reporting.correct(signal, by=by, form_key=form_key, version=signal.version, **words)
    return True
