"""What a coordinator fills in about a shop, and which of its phones is ended."""

from django import forms
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import Phone
from signalering.typed import Choice, Form, FormKey, Line

KINDS = [("shopkeeper", _("Winkel")), ("courier", _("Bezorger"))]


class ShopForm(Form):
    """Who may report to the team without an account."""

    name = Line(
        label=_("Naam van de winkel of bezorger"),
        help_text=_("De naam van de zaak, niet van een mens. Staat de zaak al in de sociale kaart? Kies dan die naam."),
    )
    function = Choice(
        label=_("Wat is het?"), choices=KINDS, message=_("Kies winkel of bezorger."), initial="shopkeeper"
    )
    team = Choice(label=_("Welk team leest de signalen?"), choices=[], message=_("Kies een team."))
    area = forms.ChoiceField(
        label=_("In welke wijk?"),
        required=False,
        help_text=_("Een signaal zonder adres gaat naar het team van deze wijk."),
    )
    name.widget.attrs |= {"list": "bekende-winkels"}
    function.inline = True

    def __init__(self, *args, teams, areas, **kwargs):
        super().__init__(*args, **kwargs)
        self.teams = {str(team.pk): team for team in teams}
        self.areas = {area.statcode: area for area in areas}
        if len(self.teams) == 1:
            del self.fields["team"]
        else:
            self.fields["team"].choices = [(key, team.name) for key, team in self.teams.items()]
        named = [(code, area.name) for code, area in self.areas.items()]
        self.fields["area"].choices = [("", _("in meer wijken, of weet ik niet")), *named]
        self.fields["area"].error_messages["invalid_choice"] = _("Kies een wijk uit de lijst.")
        if len(named) == 1:
            self.initial.setdefault("area", named[0][0])

    def clean(self):
        told = super().clean()
        told["team"] = (
            next(iter(self.teams.values())) if "team" not in self.fields else self.teams.get(told.get("team"))
        )
        told["area"] = self.areas.get(told.get("area"))
        return told


class InviteForm(Form):
    """The form's own key: sent twice it makes one QR code."""

    form_key = FormKey()


class EndPhone(Form):
    """Which phone of a shop is ended."""

    phone = forms.ModelChoiceField(queryset=Phone.objects.none())

    def __init__(self, *args, shop, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["phone"].queryset = shop.account.phones.in_use()
