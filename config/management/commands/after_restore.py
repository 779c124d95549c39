"""Puts right what a backup brings back: keys that were destroyed after it was made."""

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from signalering.accounts import phone_keys
from signalering.audit.actors import system
from signalering.audit.models import Event
from signalering.audit.record import note
from signalering.cases.models import Concept
from signalering.crypto.fields import SealedText
from signalering.crypto.keys import destroy, unwrap
from signalering.crypto.models import BoxKey, DataKey
from signalering.referrals.models import ReferralExtract

BY = system("extract_keys")
AT_ONCE = 500
ENDED = {ReferralExtract: "destroy_extract", Concept: "destroy_concept"}


class Command(BaseCommand):
    """Run it before anybody signs in again; it can always be run."""

    help = "Na een herstel: controleer de hoofdsleutel, vernietig opnieuw, en tel wat onleesbaar is."

    def handle(self, *args, **options):
        """The key first, then what must be gone, then what cannot be read."""
        check_key()
        again = destroy_again()
        self.stdout.write(f"Opnieuw vernietigd: {again}.")
        lost = {model: count for model in roots() if (count := without_key(model))}
        for model, count in lost.items():
            self.stdout.write(f"Zonder sleutel, dus niet te lezen: {count} keer {model.LABEL}.")
        if not lost:
            self.stdout.write("Alles heeft een sleutel.")


def check_key():
    """Stop when the key file does not open the data keys."""
    newest = DataKey.objects.filter(wrapped__isnull=False).order_by("-pk").first()
    if newest is None:
        return
    try:
        unwrap(newest.pk, newest.wrapped)
    except Exception:  # whatever is wrong with it, it opens nothing
        raise CommandError(
            "De hoofdsleutel past niet bij deze sleutels. Zet het goede bestand key_encryption_key terug."
        ) from None


def destroy_again():
    """Destroy the keys that were destroyed before; the number of keys that had come back."""
    again = 0
    for model, verb in ENDED.items():
        for record in model.objects.exclude(destroyed_at=None).iterator(AT_ONCE):
            if destroy(record.pk):
                note(verb, record, by=BY, reason="restored")
                again += 1
    ended = Event.objects.filter(verb="destroy_box_key", result=Event.Result.DONE).values_list("record_id", flat=True)
    return again + sum(phone_keys.destroy(key, reason="restored") for key in BoxKey.objects.filter(pk__in=set(ended)))


def roots():
    """The models whose records have a data key of their own."""
    for model in apps.get_models():
        sealed = any(isinstance(field, SealedText) for field in model._meta.fields)
        if sealed and not hasattr(model, "instance_type") and not model.ROOT:
            yield model


def without_key(model):
    """How many records of a model have no row in the table of keys."""
    missing, batch = 0, []
    for pk in model._base_manager.values_list("pk", flat=True).iterator(AT_ONCE):
        batch.append(pk)
        if len(batch) == AT_ONCE:
            missing += len(batch) - DataKey.objects.filter(pk__in=batch).count()
            batch = []
    return missing + len(batch) - DataKey.objects.filter(pk__in=batch).count()
