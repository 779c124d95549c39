"""What a privacy officer fills in before looking into the log."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import normal_code
from signalering.cases.codes import ALPHABET
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Form, Line


class WhyForm(Form):
    """Why somebody looks into the log."""

    reason = Choice(
        label=_("Waarom zoek je?"),
        choices=closed_list("audit", "review_reason").choices,
        message=_("Kies waarom je zoekt."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].inline = True


class LookIntoLogForm(WhyForm):
    """First why, then which case."""

    code = Line(label=_("Code van de casus"), help_text=_("Bijvoorbeeld K7PX-3QMD."), max_length=40)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"class": "short", "autocapitalize": "characters", "spellcheck": "false"}

    def clean_code(self):
        code = normal_code(self.cleaned_data["code"])
        if len(code) != 8 or not set(code) <= set(ALPHABET):
            raise ValidationError(_("Vul een code in van 8 tekens, bijvoorbeeld K7PX-3QMD."))
        return code
