"""The questions of the capture page: those of every theme and every reporter at once, and no answer to any."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from signalering.cases.forms.reporting import Theme, What, Where, Who, translate
from signalering.cases.models import Signal
from signalering.typed import Words

YOUNG, SAFE_NOT = Signal.Theme.YOUTH_AT_RISK, "not_safe"


@dataclass(frozen=True)
class Told:
    """What a page of the form wants to know of a draft, when the phone decides what is asked."""

    theme: str = ""
    function: str = ""
    from_shop: bool = False
    consent: str = SAFE_NOT
    may_name: bool = True
    name_too_much: bool = False


class Opinion(What):
    """What was seen stands apart from what the reporter thinks of it."""

    opinion = Words(label=gettext_lazy("Wat denk je zelf?"), required=False)


def questions():
    """Every field by its name, and the chips of each theme; nothing is filled in and nothing depends on the clock."""
    pages = [
        Theme(draft=Told()),
        Where(draft=Told()),
        Where(draft=Told(theme=YOUNG)),
        Where(draft=Told(from_shop=True)),
        Who(draft=Told()),
        Opinion(draft=Told()),
    ]
    fields = {name: page[name] for page in pages for name in page.fields if name not in ("chips", "form_key")}
    chips = {theme: What(draft=Told(theme=theme), auto_id=f"id_{theme}_%s")["chips"] for theme in Signal.Theme.values}
    for bound in (*fields.values(), *chips.values()):
        bound.field.widget.attrs["autocomplete"] = "off"
        if bound.name != "urgency":
            bound.initial = None
        translate(bound.field)
    fields["unsafe_reason"].field.heading = False
    return {**fields, "chips": chips}
