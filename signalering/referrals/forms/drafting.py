"""What a worker fills in to refer somebody: where to, what goes along, and what is asked."""

from dataclasses import replace

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.cases.forms.triage import PickUpForm
from signalering.cases.without_name import refuse_identity
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Form, FormKey, Version, Words

GOES_ALONG = [pair for pair in closed_list("referrals", "extract").choices if pair[0] != "asked"]


class ReferralForm(Form):
    """Prepare a referral. The question always goes along, so it is no choice; it names nobody of the household."""

    where = Choice(
        label=gettext_lazy("Waar naartoe?"), choices=[], message=gettext_lazy("Kies waar je naartoe verwijst.")
    )
    minor_children = Choice(
        label=gettext_lazy("Wonen er minderjarige kinderen?"),
        choices=closed_list("cases", "yes_no_unknown").choices,
        required=False,
    )
    entry_rule_reason = Choice(
        label=gettext_lazy("Waarom toch?"),
        choices=closed_list("referrals", "entry_rule").choices,
        required=False,
    )
    entry_rule_words = Words(label=gettext_lazy("Toelichting (alleen bij Anders)"), required=False)
    question = Words(
        label=gettext_lazy("Wat vraag je?"),
        help_text=gettext_lazy(
            "Schrijf zonder naam, adres of telefoonnummer: het hele postvak van de ontvanger leest dit."
        ),
        error_messages={"required": gettext_lazy("Schrijf op wat je vraagt.")},
    )
    fields_shared = forms.MultipleChoiceField(
        label=gettext_lazy("Wat deel je?"),
        help_text=gettext_lazy("Alleen wie de verwijzing accepteert, ziet dit. Je vraag gaat altijd mee."),
        choices=GOES_ALONG,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Kies wat je deelt. Zonder iets kan de ontvanger niemand bereiken."),
            "invalid_choice": gettext_lazy("Kies uit de lijst."),
            "invalid_list": gettext_lazy("Kies uit de lijst."),
        },
    )
    observation = Words(
        label=gettext_lazy("Wat speelt er?"),
        help_text=gettext_lazy(
            "In je eigen woorden, alleen wat de ontvanger nodig heeft. Vink hierboven ‘wat er speelt’ aan."
        ),
        required=False,
    )
    form_key = FormKey()

    def __init__(self, *args, groups, situation, household, **kwargs):
        super().__init__(*args, **kwargs)
        self.groups, self.situation, self.household = groups, situation, household
        self.targets = {target.key: target for _label, targets in groups for target in targets}
        self.fields["where"].choices = [(key, target.label) for key, target in self.targets.items()]
        for name in ("minor_children", "entry_rule_reason"):
            self.fields[name].inline = True
            self.fields[name].needed = True
        self.fields["entry_rule_words"].needed = self.fields["observation"].needed = True

    @property
    def where_groups(self):
        """The radio buttons of `where` in their groups; one that holds the choice, or is the only one, stands open."""
        buttons = {button.data["value"]: button for button in self["where"].subwidgets}
        chosen = self["where"].value()
        filled = [group for group in self.groups if group[1]]
        return [
            {
                "label": label,
                "options": [(buttons[target.key], target) for target in targets],
                "open": place == 0 or any(target.key == chosen for target in targets),
            }
            for place, (label, targets) in enumerate(filled)
        ]

    @property
    def must_say_why(self):
        """Whether the question why it goes there all the same has an answer, or lacks one."""
        fields = (self["entry_rule_reason"], self["entry_rule_words"])
        return any(field.errors or field.value() for field in fields)

    def clean_question(self):
        """The question is asked without a name."""
        question = self.cleaned_data["question"]
        refuse_identity(question, *self.household)
        return question

    def clean(self):
        cleaned = super().clean()
        self.weigh_again(cleaned.get("minor_children"))
        target = self.targets.get(cleaned.get("where"))
        if target is not None:
            self.check_entry_rules(cleaned, target)
        shares = "observation" in cleaned.get("fields_shared", [])
        if shares and not cleaned.get("observation") and "observation" not in self.errors:
            self.add_error("observation", _("Schrijf op wat er speelt, of zet het vinkje uit."))
        if not shares and cleaned.get("observation") and "fields_shared" not in self.errors:
            self.add_error("observation", _("Vink ‘wat er speelt’ aan om dit te delen, of maak dit vak leeg."))
        return cleaned

    def weigh_again(self, minor_children):
        """What was just answered about children changes what fits."""
        situation = replace(self.situation, minor_children=minor_children or self.situation.minor_children)
        for target in self.targets.values():
            target.warnings = situation.warnings(target)

    def check_entry_rules(self, cleaned, target):
        """What does not fit asks a reason, and never stands in the way."""
        if not target.warnings:
            cleaned["entry_rule_reason"] = ""
        elif not cleaned.get("entry_rule_reason"):
            rules = " ".join(target.warnings)
            self.add_error("entry_rule_reason", _("%(rules)s Kies waarom je toch verwijst.") % {"rules": rules})
        self.words_beside(cleaned.get("entry_rule_reason"), name="entry_rule_words")

    @property
    def referral(self):
        """What was filled in, as the actions take it."""
        said = self.cleaned_data
        target = self.targets[said["where"]]
        return {
            "programme": target.programme,
            "team": target.team,
            "question": said["question"],
            "fields_shared": [slug for slug, _label in GOES_ALONG if slug in said["fields_shared"]] + ["asked"],
            "observation": said["observation"],
            "entry_rule_reason": said["entry_rule_reason"],
            "entry_rule_words": said["entry_rule_words"],
            "minor_children": said["minor_children"],
        }


class RewriteForm(ReferralForm):
    """Change a referral that was not sent yet."""

    version = Version()


class TriageReferForm(PickUpForm, ReferralForm):
    """Open a case from a signal and prepare its referral in one act."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Waarom pak je dit op?")

    @property
    def reason_label(self):
        """Why it is picked up, in words."""
        return closed_list("cases", "pick_up").label(self["reason"].value() or "")

    @property
    def case_must_be_shown(self):
        """Whether something about the new case must be mended."""
        return any(field.errors for field in (*self.asked_first, *self.filled_in))

    @property
    def case(self):
        """What was filled in about the new case."""
        return {name: self.cleaned_data[name] for name in PickUpForm.field_order}
