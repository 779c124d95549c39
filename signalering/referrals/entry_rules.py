"""Entry rules of a programme warn and ask a reason; they never block."""

from django.utils.translation import gettext as _

BANDS = {
    "0-11": (0, 11),
    "12-15": (12, 15),
    "16-17": (16, 17),
    "18-23": (18, 23),
    "24-66": (24, 66),
    "67+": (67, 120),
}


def warnings(programme, *, age_band, minor_children, themes, team=None):
    """What a resident may not meet, in plain Dutch; empty when nothing is known against it."""
    said = []
    if team is not None and team.age_max is not None and not fits_age(age_band, 0, team.age_max):
        said.append(_("Voor inwoners tot en met %(age)s jaar.") % {"age": team.age_max})
    if programme is None:
        return said
    asked = programme.requires
    if asked.get("minor_children") and minor_children != "yes":
        said.append(_("Voor een gezin met minderjarige kinderen."))
    if "age" in asked and not fits_age(age_band, *asked["age"]):
        said.append(_("Voor de leeftijd %(low)s tot en met %(high)s jaar.") % ages(asked))
    if programme.themes and not set(programme.themes) & set(themes):
        said.append(_("Voor een ander thema dan dat van deze casus."))
    return said


def fits_age(age_band, low, high):
    """Whether somebody of an age band may be between two ages; unknown never fits."""
    if age_band not in BANDS:
        return False
    youngest, oldest = BANDS[age_band]
    return youngest <= high and oldest >= low


def ages(asked):
    """The lowest and the highest age that are asked."""
    return dict(zip(("low", "high"), asked["age"], strict=True))


def sentences(programme=None, *, age_max=None):
    """What a programme, or a team with an age limit, asks of a resident: a few words each."""
    if programme is None:
        return [] if age_max is None else [_("tot en met %(age)s jaar") % {"age": age_max}]
    asked, said = programme.requires, []
    if "age" in asked:
        said.append(_("%(low)s tot en met %(high)s jaar") % ages(asked))
    if asked.get("rent_arrears"):
        said.append(_("huurachterstand"))
    if asked.get("minor_children"):
        said.append(_("minderjarige kinderen in het gezin"))
    if asked.get("day_activity") is False:
        said.append(_("geen school, werk of andere dagbesteding"))
    if programme.before:
        said.append(_("op tijd: vóór %(event)s") % {"event": programme.before})
    return said
