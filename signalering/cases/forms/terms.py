"""What is filled in about a term of a case: that it was kept, or why it was not."""

from django.utils.translation import gettext_lazy

from signalering.cases.forms.triage import ReasonedForm
from signalering.cases.terms import named
from signalering.typed import Choice, Form, FormKey

WHICH = gettext_lazy("Kies een termijn.")
DONE = {
    "DL6": gettext_lazy("Ik heb nagevraagd hoe het gaat"),
    "DL8": gettext_lazy("De hulp is gestart"),
    "DL16": gettext_lazy("De inwoner weet dat we gegevens hebben"),
}
NOT_SAFE = ("DL16-unsafe", gettext_lazy("Informeren kan nu niet veilig"))


class TermMetForm(Form):
    """What happened, of what still had to happen."""

    term = Choice(label=gettext_lazy("Wat is er gebeurd?"), choices=[], message=gettext_lazy("Kies wat er gebeurde."))

    def __init__(self, *args, running, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(slug, DONE[slug]) for slug in running]
        self.fields["term"].choices = [*choices, NOT_SAFE] if "DL16" in running else choices

    def clean(self):
        cleaned = super().clean()
        slug, dash, _rest = cleaned.get("term", "").partition("-")
        return {"term": slug, "unsafe": bool(dash)}


class LateForm(ReasonedForm):
    """Which term was not kept, and why."""

    LIST = "late_reason"
    field_order = ["term", "reason", "words"]

    term = Choice(label=gettext_lazy("Wat was te laat?"), choices=[], message=WHICH)

    def __init__(self, *args, late, **kwargs):
        super().__init__(*args, **kwargs)
        self.late = {str(clock.pk): clock for clock in late}
        self.fields["term"].choices = list(zip(self.late, named(late), strict=True))
        self.fields["reason"].inline = False
        if len(late) == 1:
            self.fields["term"].initial = late[0].pk

    def clean_term(self):
        return self.late[self.cleaned_data["term"]]


class CaseLateForm(LateForm):
    """The same of a case, where own words become a note."""

    form_key = FormKey()
