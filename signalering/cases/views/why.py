"""Why somebody sees a record, in one sentence, from the grant that let them."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from signalering.cases.models import Absence
from signalering.cases.stand_in_chain import reached, running
from signalering.crypto import reader


def why_case(because, case):
    """The sentence of the box "Waarom zie ik dit?" on a case."""
    if because.origin_kind == "director":
        return _("Je bent casusregisseur.")
    if because.origin_kind == "routing":
        return _("Je bent coördinator van %(team)s.") % {"team": case.team}
    if because.origin_kind == "duty":
        return _("Je werd opgeroepen voor deze casus.")
    return why_stand_in(because)


def why_stand_in(because):
    """For whom somebody stands in, and until when; instead of a stand-in never longer than they."""
    absence = Absence.objects.select_related("person", "stand_in").filter(pk=because.origin_id).first()
    if absence is None:
        return _("Je vervangt de casusregisseur.")
    until = absence.until
    if absence.stand_in != (by := reader.current().by):
        until = reached(absence, running()).get(by, until)
    about = {"who": absence.person, "day": date_format(until, "j F")}
    return _("Je vervangt de casusregisseur, %(who)s, tot en met %(day)s.") % about


def why_signal(because, signal):
    """The sentence of the box on a signal."""
    if because.origin_kind == "director":
        return _("Je bent casusregisseur van de casus bij dit signaal.")
    if because.origin_kind == "duty":
        return _("Je werd opgeroepen voor dit signaal.")
    if because.origin_kind == "stand_in":
        return why_stand_in(because)
    arrival = signal.came_by_phone
    if arrival is not None and arrival.in_quarantine:
        return _("Je bent coördinator van %(team)s. De melder is niet meer actief.") % {"team": signal.team}
    return _("Dit signaal ligt in het postvak van %(team)s.") % {"team": signal.team}
