"""Give the key of an address to signals and residents from before it was kept."""

from django.db import transaction

from signalering.audit.actors import system
from signalering.audit.reading import reading
from signalering.cases.models import Resident, Signal
from signalering.crypto.keys import KeyDestroyed

FILLER = system("address_keys")
AT_ONCE = 200


def fill():
    """Fill in every key that is missing, in batches; done again it does nothing. How many were filled."""
    return sum(filled(model) for model in (Signal, Resident))


def filled(model):
    """How many records of one kind got their key; those whose words are destroyed stay without."""
    last, number = None, 0
    while batch := next_batch(model, last):
        last = batch[-1].pk
        with reading(by=FILLER, purpose="early_help"), transaction.atomic():
            number += sum(fill_one(record) for record in batch)
    return number


def next_batch(model, last):
    """The following records without a key, oldest first."""
    waiting = model.objects.filter(address_key=None)
    if last is not None:
        waiting = waiting.filter(pk__gt=last)
    return list(waiting.order_by("pk")[:AT_ONCE])


def fill_one(record):
    """Save one record, which computes its key; nobody sees what that opens."""
    try:
        record.change(by=FILLER, reason="address_key", verb="fill_address_key")
    except KeyDestroyed:
        return False
    return True
