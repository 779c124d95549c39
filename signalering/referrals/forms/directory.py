"""What somebody looks for in the directory."""

from django import forms
from django.utils.translation import gettext_lazy

from signalering.closed_lists import closed_list
from signalering.typed import Form, Line


class DirectoryForm(Form):
    """Words, a theme, and whether somebody answers."""

    q = Line(label=gettext_lazy("Zoek aanbod"), required=False)
    thema = forms.ChoiceField(
        label=gettext_lazy("Thema"),
        choices=[("", gettext_lazy("alle thema's")), *closed_list("cases", "theme").choices],
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Kies uit de lijst.")},
    )
    ontvanger = forms.BooleanField(label=gettext_lazy("Alleen met ontvanger"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.needed = True
