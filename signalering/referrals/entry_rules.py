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


def warnings(programme, *, age_band, minor_children, themes):
    """What a resident may not meet, in plain Dutch; empty when nothing is known against it."""
    if programme is None:
        return []
    asked, said = programme.requires, []
    if "minor_children" in asked and minor_children != "yes":
        said.append(_("Voor een gezin met minderjarige kinderen."))
    if "age" in asked and not fits_age(age_band, *asked["age"]):
        said.append(
            _("Voor de leeftijd %(low)s tot en met %(high)s.") % dict(zip(("low", "high"), asked["age"], strict=True))
        )
    if programme.themes and not set(programme.themes) & set(themes):
        said.append(_("Voor een ander thema dan dat van deze casus."))
    return said


def fits_age(age_band, low, high):
    """Whether somebody of an age band may be between two ages; unknown never fits."""
    if age_band not in BANDS:
        return False
    youngest, oldest = BANDS[age_band]
    return youngest <= high and oldest >= low
