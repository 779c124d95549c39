"""What people fill in to answer a referral, to take it back or to end it."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.accounts.models import User
from signalering.cases.working_days import add_working_days, today
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Day, Form, ReasonForm, Version, Words

FARTHEST = timedelta(days=92)


def soon():
    """The day proposed for a first contact: the working day after the next one."""
    return add_working_days(today(), 2)


class SendForm(Form):
    """Send what the page showed, and nothing that was changed since."""

    version = Version()


class NothingForm(Form):
    """An act that asks nothing."""


class AcceptForm(Form):
    """Take a referral on, with the day of the first contact."""

    first_contact_on = Day(label=gettext_lazy("Eerste contact"), initial=soon)

    def clean_first_contact_on(self):
        """A day that is still to come, and not far off."""
        day = self.cleaned_data["first_contact_on"]
        if day < today():
            raise ValidationError(_("Kies vandaag of een latere dag."))
        if day > today() + FARTHEST:
            raise ValidationError(_("Kies een dag binnen drie maanden."))
        return day


class ReasonedForm(ReasonForm):
    """An act with a reason from a closed list."""

    LIST = ""
    field_order = ["reason", "words"]

    reason = Choice(label=gettext_lazy("Waarom?"), choices=[], message=gettext_lazy("Kies een reden."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = closed_list("referrals", self.LIST).choices
        self.fields["reason"].inline = True
        self.fields["words"].needed = True


class ReturnForm(ReasonedForm):
    """The desk says no."""

    LIST = "return_reason"


class WithdrawForm(ReasonedForm):
    """The sender takes a referral back, or throws a draft away; that the case ended is not for people to choose."""

    LIST = "withdraw"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        reason = self.fields["reason"]
        reason.choices = [pair for pair in reason.choices if pair[0] != "case_closed"]


class StopForm(ReasonedForm):
    """The programme stops before it is done."""

    LIST = "stop"


class CompleteForm(Form):
    """The programme is done."""

    outcome = Choice(
        label=gettext_lazy("Hoe liep het af?"),
        choices=closed_list("referrals", "outcome").choices,
        message=gettext_lazy("Kies hoe het afliep."),
    )
    words = Words(
        label=gettext_lazy("Toelichting voor de verzender"),
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].inline = True


class ReassignForm(Form):
    """A coordinator gives a referral to another worker of the desk."""

    to = forms.ModelChoiceField(
        label=gettext_lazy("Aan wie?"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("Kies een collega"),
        error_messages={
            "required": gettext_lazy("Kies een collega."),
            "invalid_choice": gettext_lazy("Deze collega werkt hier niet meer. Kies een ander."),
        },
    )
    reason = Choice(
        label=gettext_lazy("Waarom?"),
        choices=[pair for pair in closed_list("accounts", "take_grant").choices if pair[0] != "other"],
        message=gettext_lazy("Kies een reden."),
    )
    version = Version()

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues
        self.fields["reason"].inline = True
