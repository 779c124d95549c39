"""The questions of the page for shops and couriers: what they may tell, and no field for anything else."""

from django.utils.translation import gettext_lazy as _

from signalering.cases.forms.capture import questions

# domain §4, IN9 and IN10: place and time in words first, an address only when it helps, a closed type,
# what was seen and done, whether the resident knows, and a name only with the resident's own yes
ASKED = (
    "place",
    "observed_at",
    "postcode",
    "house_number",
    "suffix",
    "theme",
    "chips",
    "observation",
    "already_done",
    "consent_answer",
    "unsafe_reason",
    "name",
)


def shop_questions():
    """The fields by their name; of the capture page, so that both tell the team the same in the same words."""
    asked = {name: field for name, field in questions().items() if name in ASKED}
    asked["theme"].field.heading = False
    asked["place"].help_text = _("Bijvoorbeeld: bij de kassa, of op de hoek van de straat.")
    asked["name"].help_text = _("Alleen als de inwoner dat goed vindt.")
    return asked
