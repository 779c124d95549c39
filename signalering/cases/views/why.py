"""Why somebody sees a record, in one sentence, from the grant that let them."""

from django.utils.translation import gettext as _


def why_case(because, case):
    """The sentence of the box "Waarom zie ik dit?" on a case."""
    if because.origin_kind == "director":
        return _("Je bent casusregisseur.")
    if because.origin_kind == "routing":
        return _("Je bent coördinator van %(team)s.") % {"team": case.team}
    return _("Je vervangt de casusregisseur.")


def why_signal(because, signal):
    """The sentence of the box on a signal."""
    if because.origin_kind == "director":
        return _("Je bent casusregisseur van de casus bij dit signaal.")
    arrival = signal.came_by_phone
    if arrival is not None and arrival.in_quarantine:
        return _("Je bent coördinator van %(team)s. De melder is niet meer actief.") % {"team": signal.team}
    return _("Dit signaal ligt in het postvak van %(team)s.") % {"team": signal.team}
