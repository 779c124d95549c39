"""What is filled in when a case ends, goes on, or goes to somebody else."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.cases.forms.triage import PICK_REASON, ReasonedForm
from signalering.cases.terms import named
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Form, Version, Words


class CloseCaseForm(ReasonedForm):
    """How a case ended; the line under each outcome says how long the case is then kept.

    `few` says that fewer people tried to reach the resident than proposed: ending without contact then asks why.
    `presses` says that something threatens and nobody spoke with the resident.
    `late` are the terms that were not kept, and of which nobody said why.
    """

    LIST = "case_outcome"
    field_order = ["reason", "few", "words", "unspoken", "late", "late_words"]

    few = Choice(
        label=gettext_lazy("Geen contact na weinig pogingen: waarom sluit je toch?"),
        choices=closed_list("cases", "few_attempts").choices,
        message=PICK_REASON,
        required=False,
    )
    unspoken = Choice(
        label=gettext_lazy("Er dreigt iets, en er is geen gesprek geweest. Waarom sluit je toch?"),
        help_text=gettext_lazy("De coördinator ziet dit achteraf."),
        choices=closed_list("cases", "unspoken").choices,
        message=PICK_REASON,
    )
    late = Choice(label="", choices=closed_list("cases", "late_reason").choices, message=PICK_REASON)
    late_words = Words(label=gettext_lazy("Toelichting bij te laat (alleen bij Anders)"), required=False)
    few.needed = late_words.needed = True

    def __init__(self, *args, kept, few, presses=False, late=(), **kwargs):
        super().__init__(*args, **kwargs)
        if not presses:
            del self.fields["unspoken"]
        if not few:
            del self.fields["few"]
        if late:
            self.fields["late"].label = _("Te laat: %(what)s. Waarom?") % {"what": ", ".join(named(late))}
        elif self.data.get("late_words"):  # somebody else said why meanwhile: these words are kept beside theirs
            self.fields["late"].label = _("Waarom was het te laat?")
        else:
            del self.fields["late"], self.fields["late_words"]
        self.fields["reason"].label = gettext_lazy("Hoe liep het af?")
        self.fields["reason"].inline = False
        self.fields["reason"].hints = kept

    @property
    def few_asked(self):
        """Why a case ends without contact after few attempts; empty when that is not asked, None when it is wrong."""
        asked = self.cleaned_data.get("reason") == "no_contact"
        return self.cleaned_data.get("few", None if "few" in self.errors else "") if asked else ""

    @property
    def reasons(self):
        return [*super().reasons, self.few_asked]

    def clean(self):
        cleaned = super().clean()
        cleaned["few"] = self.few_asked or ""
        lacks = cleaned.get("reason") == "no_contact" and not cleaned["few"]
        if lacks and "few" in self.fields and "few" not in self.errors:
            self.add_error("few", _("Er zijn weinig pogingen gedaan. Kies waarom je toch sluit."))
        self.words_beside(cleaned.get("late"), name="late_words")
        return cleaned | {"late": cleaned.get("late", "")}


class ReopenForm(ReasonedForm):
    """Why a closed case goes on."""

    LIST = "reopen"


class ReassignForm(Form):
    """Who gets the case, and why; of `away` it says until which day they are."""

    to = Choice(label=gettext_lazy("Aan wie?"), choices=[], message=gettext_lazy("Kies een collega."))
    reason = Choice(
        label=gettext_lazy("Waarom?"),
        choices=[pair for pair in closed_list("accounts", "take_grant").choices if pair[0] != "other"],
        message=PICK_REASON,
    )
    version = Version()
    reason.inline = True

    def __init__(self, *args, colleagues, away, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(person.pk): person for person in colleagues}
        self.fields["to"].choices = [
            (key, by_name(person, away.get(person.pk))) for key, person in self.colleagues.items()
        ]

    def clean_to(self):
        return self.colleagues[self.cleaned_data["to"]]


def by_name(person, until):
    """A colleague by name, and until when they are away."""
    if until is None:
        return person.name
    return _("%(name)s (afwezig tot en met %(day)s)") % {"name": person.name, "day": date_format(until, "j F")}
