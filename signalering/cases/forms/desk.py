"""What somebody wants to see of the work queue; names stand in the address, so they are Dutch."""

from django import forms
from django.utils.translation import gettext_lazy as _

from signalering.cases.models import DeskView, Signal
from signalering.typed import Form

MOST_DAYS = 99


class QueueForm(Form):
    """The order and the filters; what is no choice here is left out, never refused."""

    volgorde = forms.ChoiceField(label=_("Sorteren"), choices=DeskView.Order, required=False)
    thema = forms.ChoiceField(label=_("Thema"), choices=[("", _("alle")), *Signal.Theme.choices], required=False)
    wijk = forms.ChoiceField(label=_("Wijk"), choices=[], required=False)
    team = forms.ChoiceField(label=_("Team"), choices=[], required=False)
    status = forms.ChoiceField(label=_("Status"), choices=[("", _("alle")), *DeskView.Status.choices], required=False)
    dagen = forms.IntegerField(
        label=_("Ouder dan … werkdagen"),
        min_value=1,
        max_value=MOST_DAYS,
        required=False,
        widget=forms.NumberInput(attrs={"class": "tiny", "min": 1, "max": MOST_DAYS}),
    )
    telaat = forms.BooleanField(label=_("Alleen wat te laat is"), required=False)
    mijn = forms.BooleanField(label=_("Alleen waar ik naar kijk"), required=False)

    def __init__(self, *args, areas, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.areas = {area.name: area for area in areas}
        self.teams = {team.name: team for team in teams} if len(set(teams)) > 1 else {}
        for name, found in (("wijk", self.areas), ("team", self.teams)):
            self.fields[name].choices = [("", _("alle")), *((one, one) for one in found)]
            if not found:
                del self.fields[name]
        for field in self.fields.values():
            field.needed = True

    @property
    def chosen(self):
        """What was chosen, as the columns of a DeskView."""
        self.full_clean()
        said = self.cleaned_data
        return {
            "order": said.get("volgorde") or DeskView.Order.FIRST_DUE,
            "theme": said.get("thema", ""),
            "area": self.areas.get(said.get("wijk")),
            "team": self.teams.get(said.get("team")),
            "status": said.get("status", ""),
            "older_than": said.get("dagen"),
            "late": said.get("telaat", False),
            "mine": said.get("mijn", False),
        }
