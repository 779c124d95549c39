"""A draft that was not sent, to be finished on the form by its writer."""

from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from signalering.accounts.access import find, shown
from signalering.cases.fitting import FRAME, content_of, kept, lines
from signalering.cases.forms.draft import NAMES, Draft
from signalering.cases.models import Concept


def concepts_of(person):
    """The drafts that somebody may still finish; nothing of what was written."""
    return shown(Concept.objects.page_for(person, "finish"), person, "finish")


@require_safe
def my_concept(request, code):
    """The writer goes on with a draft that was not sent, on the form; for some days, and nobody else."""
    concept = find(Concept.objects, by=request.user, code=code, to="finish")
    told, _canonical = content_of(concept.words)
    draft = Draft(answers_of(concept, told), request.user)
    form = draft.page("theme")
    besides = lines([(name, kept(value)) for name, value in told.items() if name not in {*NAMES, *FRAME}])
    context = {"form": form, "carried": draft.carried(form), "action": reverse("report"), "besides": besides}
    return render(request, "cases/report_theme.html", context)


@sensitive_variables()
def answers_of(concept, told):
    """What was told in a concept, as the pages of the form would have sent it."""
    answers = QueryDict(mutable=True)
    for name in NAMES:
        value = told.get(name)
        if isinstance(value, list):
            answers.setlist(name, [kept(one) for one in value])
        elif value not in (None, ""):
            answers[name] = kept(value)
    if concept.observed_at:
        answers["observed_at"] = timezone.localtime(concept.observed_at).strftime("%Y-%m-%dT%H:%M")
    answers["form_key"] = str(concept.form_key)
    return answers
