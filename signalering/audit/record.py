"""Write down what somebody did, in the transaction of the deed itself."""

from signalering.audit import actors
from signalering.audit.insert import insert, values_of
from signalering.audit.models import Event
from signalering.crypto import reader
from signalering.crypto.fields import root_id_of


def event(verb, record=None, *, by, reason="", result=Event.Result.DONE, from_status="", to_status="", purpose=""):
    """An event, not saved yet.

    `verb` and `reason` are slugs; `record` is any record with a LABEL; `by` is a person or `system(...)`.
    Request, address and device come from the reader of now.
    """
    who = reader.present()
    return Event(
        **actors.columns(by),
        **(who.circumstances() if who is not None else {}),
        verb=verb,
        label=record.LABEL if record is not None else "",
        record_id=record.pk if record is not None else None,
        root_id=root_id_of(record) if record is not None else None,
        result=result,
        reason=reason,
        from_status=from_status,
        to_status=to_status,
        purpose=purpose,
    )


def note(verb, record=None, *, by, **details):
    """Write an event now, in the transaction of the change it speaks of; any database error ends that change."""
    insert(Event, [values_of(event(verb, record, by=by, **details))])


def note_all(verb, records, *, by, **details):
    """Write the same event of several records at once, in the transaction of the change."""
    insert(Event, [values_of(event(verb, record, by=by, **details)) for record in records])


def note_later(verb, record=None, *, by, **details):
    """Leave an event with the reader: it is written after the view, also when the view's work is undone.

    For refusals, searches and sign-ins, which must stay on record although nothing changed.
    Outside a request or `reading` block it is written at once.
    """
    who = reader.present()
    if who is None:
        note(verb, record, by=by, **details)
    else:
        who.events.append(event(verb, record, by=by, **details))
