"""What is filled in at each of the five steps of the meldcode."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.cases.meldcode import NO, QUESTIONS, REPORT, YES
from signalering.cases.models import MeldcodeAssessment
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list
from signalering.typed import OTHER, About, Choice, Day, Form, Line, Version, Words

PICK = gettext_lazy("Kies wat het beste past.")
LONG_AGO = timedelta(days=366)
FIRST_PROBLEM = gettext_lazy("Schrijf op wat je ziet of hoort.")


class PastDay(Day):
    """A day that has been, and not long ago."""

    def clean(self, value):
        day = super().clean(value)
        if day is not None and not today() - LONG_AGO < day <= today():
            raise ValidationError(_("Kies vandaag of een dag in het afgelopen jaar."))
        return day


class StepForm(Form):
    """A step of a meldcode that began: which one its page showed, and how that one stood then."""

    version = Version()
    meldcode = About()

    def clean(self):
        cleaned = super().clean()
        cleaned.pop("meldcode", None)  # by it the page finds the record; an act is given that record itself
        return cleaned


class BeginForm(Form):
    """Step 1 of a new meldcode: what somebody saw or heard."""

    signs = Words(
        label=gettext_lazy("Wat zie of hoor je?"),
        help_text=gettext_lazy("Schrijf feiten op, geen oordeel. Alleen jij leest dit."),
        max_length=2000,
        error_messages={"required": FIRST_PROBLEM},
    )


class SignsForm(BeginForm, StepForm):
    """Step 1 once more: the signs are mended."""


class AdviceForm(StepForm):
    """Step 2: who gave advice, when, and what it was; without a name."""

    advice_from = Choice(
        label=gettext_lazy("Met wie overlegde je?"), choices=closed_list("cases", "meldcode_advice").choices
    )
    advised_on = PastDay(label=gettext_lazy("Wanneer?"), initial=today)
    advice_words = Words(
        label=gettext_lazy("Wat was het advies?"),
        help_text=gettext_lazy("Vraag advies zonder naam. Schrijf hier geen naam, adres of telefoonnummer."),
        error_messages={"required": gettext_lazy("Schrijf op wat het advies was.")},
    )


class TalkForm(StepForm):
    """Step 3: when those involved were talked with, or why that is not safe."""

    talked = Choice(
        label=gettext_lazy("Heb je met de betrokkenen gepraat?"),
        choices=[(YES, gettext_lazy("Ja")), (NO, gettext_lazy("Nee, dat is niet veilig"))],
        message=gettext_lazy("Kies ja of nee."),
    )
    talked_on = PastDay(label=gettext_lazy("Wanneer praatte je?"), required=False)
    talk_skipped = Choice(
        label=gettext_lazy("Waarom is een gesprek niet veilig?"),
        choices=closed_list("cases", "meldcode_no_talk").choices,
        required=False,
    )
    talk_words = Words(label=gettext_lazy("Wat wil je vastleggen?"), required=False)
    talked_on.needed = talk_skipped.needed = True

    def clean(self):
        cleaned = super().clean()
        talked = cleaned.pop("talked", None)
        if talked == YES:
            cleaned["talk_skipped"] = ""
            if not cleaned.get("talked_on") and "talked_on" not in self.errors:
                self.add_error("talked_on", _("Vul in wanneer je praatte."))
        if talked == NO:
            if cleaned.get("talked_on"):
                self.add_error("talked_on", _("Je koos Nee. Maak deze datum leeg, of kies Ja."))
            if not cleaned.get("talk_skipped"):
                self.add_error("talk_skipped", _("Kies waarom een gesprek niet veilig is."))
        return cleaned


class WeighForm(StepForm):
    """Step 4: the questions that were asked so far, and the next one."""

    def __init__(self, *args, questions, **kwargs):
        super().__init__(*args, **kwargs)
        labels = closed_list("cases", "meldcode_question")
        for question in questions:
            answers = [(YES, _("Ja")), (NO, _("Nee"))]
            self.fields[question] = Choice(label=labels[question], choices=answers, message=_("Kies ja of nee."))
            self.fields[question].inline = True

    def clean(self):
        cleaned = super().clean()
        answers = {question: cleaned[question] for question in QUESTIONS if question in cleaned}
        return {"version": cleaned.get("version"), "answers": answers}


class DecideForm(StepForm):
    """Step 5: what is decided; another decision than the advice needs a reason."""

    decision = Choice(
        label=gettext_lazy("Wat besluit je?"), choices=closed_list("cases", "meldcode_decision").choices, message=PICK
    )
    deviation = Choice(
        label=gettext_lazy("Waarom volg je het advies niet?"),
        choices=closed_list("cases", "meldcode_deviation").choices,
        required=False,
    )
    deviation_words = Words(label=gettext_lazy("Toelichting"), required=False)
    reported_on = PastDay(
        label=gettext_lazy("Wanneer meldde je bij Veilig Thuis?"),
        help_text=gettext_lazy("Meld zelf, via 0800-2000. Dit systeem stuurt niets naar Veilig Thuis."),
        required=False,
    )
    report_number = Line(label=gettext_lazy("Nummer dat Veilig Thuis je gaf"), max_length=40, required=False)
    deviation.needed = reported_on.needed = True

    def __init__(self, *args, advice, **kwargs):
        super().__init__(*args, **kwargs)
        self.advice = advice

    def clean(self):
        cleaned = super().clean()
        decision = cleaned.get("decision")
        if decision and decision != self.advice:
            if not cleaned.get("deviation"):
                self.add_error("deviation", _("Je volgt het advies niet. Kies waarom."))
            if cleaned.get("deviation") == OTHER:
                self.words_beside(OTHER, name="deviation_words")
        if decision == self.advice:
            self.words_beside("", name="deviation_words")
        if decision and decision != REPORT:
            self.words_beside("", name="report_number")
            if cleaned.get("reported_on"):
                self.add_error("reported_on", _("Je koos niet melden. Maak deze datum leeg, of kies Melden."))
        if decision == REPORT and not cleaned.get("reported_on") and "reported_on" not in self.errors:
            self.add_error("reported_on", _("Vul in wanneer je meldde."))
        return cleaned


class AskedForm(Form):
    """What Veilig Thuis was asked."""

    rule = forms.ChoiceField(choices=[("DL14", "DL14"), ("DL14B", "DL14B")])


STEPS = {
    MeldcodeAssessment.Step.SIGNS: SignsForm,
    MeldcodeAssessment.Step.ADVICE: AdviceForm,
    MeldcodeAssessment.Step.TALK: TalkForm,
    MeldcodeAssessment.Step.WEIGH: WeighForm,
    MeldcodeAssessment.Step.DECIDE: DecideForm,
}
