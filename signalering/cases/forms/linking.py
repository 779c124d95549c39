"""What a director fills in about who is the same person."""

from django.utils.translation import gettext_lazy

from signalering.cases.forms.triage import ReasonedForm
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Form


class LinkPersonForm(ReasonedForm):
    """One of the proposed residents, and why it is the same person."""

    LIST = "link_person"
    field_order = ["proposal", "reason", "words"]

    proposal = Choice(
        label=gettext_lazy("Wie is dezelfde inwoner?"), choices=[], message=gettext_lazy("Kies een casus.")
    )

    def __init__(self, *args, proposals, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposals = {proposal.key: proposal for proposal in proposals}
        self.fields["proposal"].choices = [(proposal.key, proposal.label) for proposal in proposals]
        self.fields["proposal"].hints = {proposal.key: proposal.why for proposal in proposals}

    def clean_proposal(self):
        return self.proposals[self.cleaned_data["proposal"]]


class UnlinkForm(Form):
    """Why two residents are not one person."""

    reason = Choice(
        label=gettext_lazy("Waarom?"),
        choices=closed_list("cases", "unlink_person").choices,
        message=gettext_lazy("Kies een reden."),
    )
