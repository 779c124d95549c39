"""What is filled in when a case ends, goes on, or goes to somebody else."""

from django.utils.translation import gettext_lazy

from signalering.cases.forms.triage import PICK_REASON, ReasonedForm
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Form, Version


class CloseCaseForm(ReasonedForm):
    """How a case ended; the line under each outcome says how long the case is then kept."""

    LIST = "case_outcome"

    def __init__(self, *args, kept, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = gettext_lazy("Hoe liep het af?")
        self.fields["reason"].inline = False
        self.fields["reason"].hints = kept


class ReopenForm(ReasonedForm):
    """Why a closed case goes on."""

    LIST = "reopen"


class ReassignForm(Form):
    """Who gets the case, and why."""

    to = Choice(label=gettext_lazy("Aan wie?"), choices=[], message=gettext_lazy("Kies een collega."))
    reason = Choice(
        label=gettext_lazy("Waarom?"),
        choices=[pair for pair in closed_list("accounts", "take_grant").choices if pair[0] != "other"],
        message=PICK_REASON,
    )
    version = Version()
    reason.inline = True

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(person.pk): person for person in colleagues}
        self.fields["to"].choices = [(key, person.name) for key, person in self.colleagues.items()]

    def clean_to(self):
        return self.colleagues[self.cleaned_data["to"]]
