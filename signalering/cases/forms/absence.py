"""Who is away, who stands in, and until when."""

from django.utils.translation import gettext_lazy as _

from signalering.cases.forms.triage import PICK_REASON
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Day, Form, Version

UNTIL = _("Tot en met")
STANDS_IN_HELP = _("De vervanger leest en doet alle open casussen van deze collega.")


class AbsenceForm(Form):
    """A colleague is away from today."""

    person = Choice(label=_("Wie is afwezig?"), choices=[], message=_("Kies een collega."))
    stand_in = Choice(label=_("Wie vervangt?"), choices=[], message=_("Kies een vervanger."), help_text=STANDS_IN_HELP)
    until = Day(label=UNTIL)
    reason = Choice(label=_("Waarom?"), choices=closed_list("cases", "absence").choices, message=PICK_REASON)
    person.inline = stand_in.inline = reason.inline = True

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = {str(place.pk): place for place in places}
        several = len({place.team_id for place in places}) > 1
        choices = [
            (key, f"{place.person} · {place.team}" if several else str(place.person))
            for key, place in self.places.items()
        ]
        self.fields["person"].choices = self.fields["stand_in"].choices = choices

    def clean(self):
        """People by their place: the team is that of who is away."""
        cleaned = super().clean()
        for name in ("person", "stand_in"):
            if place := self.places.get(cleaned.get(name)):
                cleaned[name] = place.person
                cleaned |= {"team": place.team} if name == "person" else {}
        return cleaned


class UntilForm(Form):
    """Another last day."""

    until = Day(label=UNTIL)
    version = Version()
