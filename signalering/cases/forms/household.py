"""What a case is about, and who else lives in the house."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.cases.forms.casework import ResidentForm
from signalering.cases.models import CaseResident
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Form, FormKey, Line, Version

MEMBERS = [choice for choice in CaseResident.Role.choices if choice[0] != CaseResident.Role.MAIN]


class ThemesForm(Form):
    """One theme or more."""

    themes = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat de casus over?"),
        choices=closed_list("cases", "theme").choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Kies ten minste één thema."),
            "invalid_choice": gettext_lazy("Kies uit de lijst."),
            "invalid_list": gettext_lazy("Kies uit de lijst."),
        },
    )
    version = Version()


class MemberForm(Form):
    """Somebody of the household: who they are to the resident, and what we know of them."""

    role = Choice(
        label=gettext_lazy("Wie is dit?"), choices=MEMBERS, message=gettext_lazy("Kies wie dit is voor de inwoner.")
    )
    name = Line(label=gettext_lazy("Naam"), required=False)
    surname = Line(label=gettext_lazy("Achternaam"), required=False)
    birth_date = Line(
        label=gettext_lazy("Geboortedatum"),
        help_text=gettext_lazy("Bijvoorbeeld 24-11-1980."),
        max_length=20,
        required=False,
    )
    age_band = forms.ChoiceField(
        label=gettext_lazy("Leeftijd ongeveer"),
        choices=ResidentForm.base_fields["age_band"].choices,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Kies uit de lijst.")},
    )
    role.inline = True
    clean_birth_date = ResidentForm.clean_birth_date

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("name", "surname", "birth_date", "age_band"):
            self.fields[name].needed = True

    def clean(self):
        cleaned = super().clean()
        known = ("name", "surname", "birth_date", "age_band")
        if not self.errors and not any(cleaned.get(name) for name in known):
            raise ValidationError({"name": _("Vul een naam in, of een leeftijd.")})
        return cleaned


class NewMemberForm(MemberForm):
    """Somebody who was not known in the case."""

    form_key = FormKey()


class KnownMemberForm(MemberForm):
    """Somebody whose data are put right."""

    version = Version()
