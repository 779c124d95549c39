"""A signal under way: no page stores anything, so every page brings all answers along and all are checked again."""

import uuid

from signalering.accounts.models.people import Role
from signalering.cases.actions.reporting import NAME_KEPT_WITH, reporting_place
from signalering.cases.forms.reporting import Theme, What, Where, Who, translate
from signalering.cases.models import Signal

PAGES = {page.step: page for page in (Theme, Where, Who, What)}
NAMES = [name for page in PAGES.values() for name in page.base_fields]


class Draft:
    """Everything a reporter typed so far."""

    def __init__(self, posted, by):
        self.posted, self.by = posted.copy(), by
        self.from_shop = by.has_role(Role.SHOPKEEPER)
        self.function = reporting_place(by).function
        self.cleaned = {}

    def told(self, name):
        """One answer as it was sent, unchecked."""
        return self.posted.get(name, "")

    @property
    def theme(self):
        """The theme as it was sent."""
        return self.told("theme")

    @property
    def consent(self):
        """The answer to the consent question as it was sent."""
        return self.told("consent_answer")

    @property
    def may_name(self):
        """Whether this answer allows a name; a shopkeeper gives one only with the resident's own yes."""
        return self.consent in NAME_KEPT_WITH and not (self.from_shop and self.consent == "not_safe")

    @property
    def name_too_much(self):
        """Whether a name travels along that this answer does not allow."""
        return not self.may_name and bool(self.told("name").strip())

    @property
    def plan(self):
        """The pages this signal has, in order."""
        asks_who = self.may_name or self.consent == "not_safe" or self.name_too_much
        return [step for step in PAGES if step != "who" or asks_who]

    @property
    def sent_step(self):
        """The page that was sent, or the last one before it that this signal still has."""
        step = self.told("step")
        known = list(PAGES)[: list(PAGES).index(step) + 1] if step in PAGES else ["theme"]
        return next(page for page in reversed(known) if page in self.plan)

    def page(self, step, *, sent=False):
        """The form of one page: as it was sent, or filled with what was told before."""
        form = PAGES[step](self.posted, draft=self) if sent else PAGES[step](initial=self.told_on(step), draft=self)
        for field in form.fields.values():
            translate(field)
        return form

    def told_on(self, step):
        """What was told before on one page."""
        told = {name: self.posted.getlist(name) for name in PAGES[step].base_fields if name in self.posted}
        return {name: values if name == "chips" else values[-1] for name, values in told.items()}

    def back(self):
        """An earlier page: the one that was asked, or the one before; nothing is checked and nothing is lost."""
        earlier = self.plan[: self.plan.index(self.sent_step)] or ["theme"]
        asked = self.told("back")
        return self.page(asked if asked in earlier else earlier[-1])

    def forward(self):
        """The first page that must be mended, else the next one; None when all pages are right."""
        done = self.plan[: self.plan.index(self.sent_step) + 1]
        for step in done:
            form = self.page(step, sent=True)
            if not form.is_valid():
                self.renew_key(form)
                return form
            self.cleaned |= form.cleaned_data
        if done == self.plan:
            return None
        if Signal.objects.filter(writer=self.by, form_key=self.cleaned["form_key"]).exists():
            self.renew_key()  # the browser went back to the first pages of a signal that was sent: this is a next one
        step = self.plan[len(done)]
        return self.page(step, sent=step == "who" and self.name_too_much)

    def renew_key(self, form=None):
        """Give this signal a new key: always, or where that of a form was wrong."""
        if form is None or "form_key" in form.errors:
            self.posted["form_key"] = str(uuid.uuid4())

    def carried(self, form):
        """The answers that a page does not ask, to travel along as they are."""
        names = [name for name in NAMES if name not in form.fields]
        return [(name, value) for name in names for value in self.posted.getlist(name)]

    def told_before(self, form):
        """The checked answers of the pages before the last one, to look at there."""
        return self.cleaned if form.step == "what" else {}

    def answers(self):
        """What the action wants to know."""
        told = {**self.cleaned, "chips": ",".join(self.cleaned["chips"])}
        return {name: value for name, value in told.items() if value not in ("", None)}
