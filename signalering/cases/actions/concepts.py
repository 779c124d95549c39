"""A draft that was not sent: kept for its writer for a week, finished on the form, and then gone."""

import json

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from signalering.accounts.configuration import days
from signalering.accounts.grants import give, reported, take
from signalering.audit.actors import system
from signalering.cases.actions import reporting
from signalering.cases.fitting import fit, keepable
from signalering.cases.models import Concept
from signalering.clock.kinds import Kind
from signalering.crypto.keys import destroy

SWEEPER = system("concepts")


@sensitive_variables("content")
@transaction.atomic
def take_in(content, *, by, place, from_shop=False, **columns):
    """A draft comes in: its writer may finish it for some days; without a place nobody can, and it ends as well."""
    concept = Concept(writer=by, ends_at=timezone.now() + days("concept_days"), **columns)
    fitted = fit(content)
    concept.theme = fitted.values.get("theme", "")
    if fitted.observed_at:
        concept.observed_at = min(fitted.observed_at + concept.clock_error, concept.created_at)
    concept.words = json.dumps(keepable(content, from_shop=from_shop))
    concept.save_as(by, "kept", verb="keep_concept")
    if place is not None:
        given = {"by": by, "reason": "kept", "origin": reported(concept), "ends_at": concept.ends_at}
        give(concept, "finish", to=by, place=place, **given)
    return concept


@transaction.atomic
def send(*, by, form_key, **answers):
    """A signal is sent from the form; the concept that it was until now is gone with it."""
    concept = Concept.objects.filter(writer=by, form_key=form_key, destroyed_at=None).first()
    if concept is None:
        return reporting.report(by=by, form_key=form_key, **answers)
    answers.setdefault("observed_at", concept.observed_at)
    signal = reporting.report(by=by, form_key=form_key, **answers)
    end(concept, by=by, reason="reported")
    return signal


def end(concept, *, by, reason):
    """Nobody can read a concept any more."""
    concept.change(by=by, reason=reason, verb="destroy_concept", destroyed_at=timezone.now())
    take(concept, origin=reported(concept), by=by, reason=reason)
    destroy(concept.pk)


def over():
    """The concepts whose week is over."""
    return Concept.objects.filter(ends_at__lte=timezone.now(), destroyed_at=None).order_by("ends_at", "pk")


@transaction.atomic
def destroy_one(concept):
    """Destroy the key of a concept whose week is over."""
    concept.reread()
    if concept.destroyed_at is None:  # else its writer was first
        end(concept, by=SWEEPER, reason="ended")


KIND = Kind("concepts", over, destroy_one, label=_("Verlopen concepten vernietigen"), since="ends_at")


def destroy_ended():
    """Destroy the keys of concepts whose week is over; the number destroyed."""
    return KIND.sweep()
