"""Say that you look into a signal, and give it back: it tells colleagues, and locks nothing."""

from collections import Counter

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.cases.actions.triage import GIVEN_BACK, hold, must_be_undecided
from signalering.cases.taken import since, taker


@transaction.atomic
def take_up(signal, *, by):
    """Somebody looks into a signal; who says so second hears who was first."""
    hold(signal, by=by)
    must_be_undecided(signal)
    who = taker(signal, since())
    if who == by:
        return signal
    if who is not None:
        raise ValidationError(_("%(who)s kijkt hier al naar.") % {"who": who})
    return signal.change(by=by, reason="taken", verb="take_signal", taken_by=by, taken_at=timezone.now())


@transaction.atomic
def give_back(signal, *, by):
    """Who looked into a signal no longer does."""
    hold(signal, by=by)
    must_be_undecided(signal)
    if signal.taken_by_id is None:
        return signal
    if signal.taken_by != by:
        raise ValidationError(_("%(who)s kijkt hiernaar. Alleen die geeft het terug.") % {"who": signal.taken_by})
    return signal.change(by=by, reason="given_back", verb="give_back_signal", **GIVEN_BACK)


def each(signals, deed, *, by):
    """Do one harmless deed with several signals, each by itself: how many were done, and why the others were not."""
    done, why = 0, Counter()
    for signal in signals:
        try:
            deed(signal, by=by)
        except ValidationError as error:
            why[error.messages[0]] += 1
        except PermissionDenied:
            why[_("Dit ligt niet meer in jouw postvak.")] += 1
        else:
            done += 1
    return done, why
