"""The five steps of the meldcode, each on a page of its own; they can be left and taken up again."""

from datetime import date

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from signalering.accounts.access import shown
from signalering.audit.models import Look
from signalering.cases import deadlines
from signalering.cases.actions import meldcode as actions
from signalering.cases.forms.meldcode import STEPS, AskedForm, BeginForm
from signalering.cases.meldcode import CLOSE, FOLLOW_UP, NO, QUESTIONS, REPORT, YES, asked, weigh
from signalering.cases.models import Case, MeldcodeAssessment
from signalering.cases.views.casework import act, to_work_on
from signalering.cases.views.desk import attempt, posted, pressed
from signalering.cases.views.residents import residents_of
from signalering.closed_lists import closed_list

Step = MeldcodeAssessment.Step
ORDER = list(Step)
ADVICE = {
    REPORT: gettext_lazy("Advies: meld bij Veilig Thuis."),
    FOLLOW_UP: gettext_lazy("Advies: meld nu niet. Blijf de inwoner volgen."),
    CLOSE: gettext_lazy("Advies: meld niet. Leg vast en sluit af."),
}
INTRO = {
    Step.SIGNS: gettext_lazy("Zet op een rij wat je ziet en hoort."),
    Step.ADVICE: gettext_lazy("Overleg met een collega, of vraag Veilig Thuis om advies. Noem geen naam."),
    Step.TALK: gettext_lazy("Praat met het gezin. Sla dit alleen over als het niet veilig is."),
    Step.WEIGH: gettext_lazy("Beantwoord de vragen. Daarna lees je het advies."),
    Step.DECIDE: gettext_lazy("Jij besluit. Volg je het advies niet? Schrijf dan op waarom."),
}


def for_meldcode(request, code):
    """The case for which this person goes through the meldcode, and what was written before, newest first."""
    case = to_work_on(request, code)
    actions.must_be_bound(case, by=request.user)
    people = [part.resident_id for part in residents_of(request, [case])[case.pk]]
    found = shown(case.meldcodes.order_by("-pk"), request.user, kind=Look.Kind.OPENED)
    for assessment in found:
        assessment.case = case
        request.reader.concerns(assessment.pk, people)
    return case, found


@require_safe
def meldcode(request, code):
    """Where the five steps stand, what was written, and what comes next."""
    case, found = for_meldcode(request, code)
    now = found[0] if found and found[0].finished_at is None else None
    works = case.status == Case.Status.OPEN
    context = {
        "case": case,
        "steps": steps_of(case, now) if works else [],
        "written": [{"assessment": one, "facts": facts_of(one)} for one in found],
        "to_ask": to_ask(found) if works else [],
        "begun": now is not None,
    }
    return render(request, "cases/meldcode.html", context)


def steps_of(case, now):
    """The five steps: which are done, which is next, and where they are."""
    done = ORDER.index(now.step) + 1 if now else 0
    return [
        {
            "label": step.label,
            "done": place < done,
            "url": reverse(f"meldcode_{step}", args=[case.shown_code]) if place <= done else "",
        }
        for place, step in enumerate(ORDER)
    ]


def to_ask(found):
    """What Veilig Thuis must still be asked, each with the day."""
    running = deadlines.running_of(*found)
    return [{"rule": row.rule, "due": row.due_on, "hidden": [("rule", row.rule.slug)]} for row in running]


def facts_of(assessment):
    """What was written at each step; what is empty is left out."""
    lists = {name: closed_list("cases", f"meldcode_{name}") for name in ("advice", "no_talk", "decision", "deviation")}
    questions, answers = closed_list("cases", "meldcode_question"), closed_list("cases", "yes_no_unknown")
    facts = [
        (_("Signalen"), assessment.signs),
        (_("Advies van"), lists["advice"].label(assessment.advice_from)),
        (_("Advies op"), day_of(assessment.advised_on)),
        (_("Het advies"), assessment.advice_words),
        (_("Gepraat op"), day_of(assessment.talked_on)),
        (_("Niet gepraat"), lists["no_talk"].label(assessment.talk_skipped)),
        (_("Over het gesprek"), assessment.talk_words),
        *((questions[name], answers.label(getattr(assessment, name))) for name in QUESTIONS),
        (_("Besluit"), lists["decision"].label(assessment.decision)),
        (_("Waarom anders dan het advies"), lists["deviation"].label(assessment.deviation)),
        (_("Toelichting"), assessment.deviation_words),
        (_("Gemeld op"), day_of(assessment.reported_on)),
        (_("Nummer van Veilig Thuis"), assessment.report_number),
    ]
    return [{"label": label, "value": value} for label, value in facts if value]


def day_of(text):
    """A kept day as people write it; other text stays as it is."""
    try:
        return date_format(date.fromisoformat(text), "j F Y")
    except ValueError:
        return text


@act
def meldcode_step(request, code, step):
    """One of the five steps; who comes too early is led back to where they are."""
    step = Step(step)
    case, found = for_meldcode(request, code)
    now = found[0] if found and found[0].finished_at is None else None
    done = ORDER.index(now.step) + 1 if now else 0
    if request.method != "POST" and (case.status != Case.Status.OPEN or ORDER.index(step) > done):
        return redirect("meldcode", case.shown_code)
    sent = posted(request)
    about = now if sent is None else shown_on(sent, found)
    begins = step == Step.SIGNS and about is None
    if about is None and not begins:
        if not found:
            raise Http404
        about = found[0]  # only to show the form, which says that it misses the meldcode it is about
    form = BeginForm(sent) if begins else form_of(step, about, sent)
    if attempt(form, actions.begin if begins else DO[step], case if begins else about, by=request.user):
        # the weighing goes on until there is an advice to read
        return redirect(f"meldcode_{step}" if step == Step.WEIGH else "meldcode", case.shown_code)
    context = {"case": case, "step": step, "number": ORDER.index(step) + 1, "intro": INTRO[step], "form": form}
    advice, _question = weigh(actions.answers_of(about)) if about else ("", "")
    if advice and step in (Step.WEIGH, Step.DECIDE):
        context |= {"advice": ADVICE[advice], "together": about.unsafe == YES}
    return render(request, "cases/meldcode_step.html", context)


def shown_on(sent, found):
    """The meldcode that the page of a form showed, or None when it showed none; 404 when this person reads no such."""
    if not sent.get("meldcode"):
        return None
    about = next((one for one in found if str(one.pk) == sent["meldcode"]), None)
    if about is None:
        raise Http404
    return about


def form_of(step, about, sent):
    """The form of a step, with what was written before."""
    options = {}
    if step == Step.WEIGH:
        options["questions"] = asked(actions.answers_of(about)) if sent is None else [q for q in QUESTIONS if q in sent]
        options["questions"] = options["questions"] or QUESTIONS[:1]
    if step == Step.DECIDE:
        options["advice"] = weigh(actions.answers_of(about))[0]
    form = STEPS[step](sent, **options)
    if sent is None:
        written = {name: getattr(about, name) for name in form.fields if name not in ("version", "meldcode", "talked")}
        form.initial = {name: value for name, value in written.items() if value}
        form.initial |= {"version": about.version, "meldcode": about.pk}
        if step == Step.TALK and (about.talked_on or about.talk_skipped):
            form.initial["talked"] = YES if about.talked_on else NO
        if step == Step.DECIDE:
            form.initial.setdefault("decision", options["advice"])
    return form


DO = {
    Step.SIGNS: actions.mend_signs,
    Step.ADVICE: actions.take_advice,
    Step.TALK: actions.talk,
    Step.WEIGH: actions.answer,
    Step.DECIDE: actions.decide,
}


@act
def meldcode_asked(request, code):
    """Veilig Thuis was asked what came of a report."""
    case, _found = for_meldcode(request, code)
    form = AskedForm(posted(request))
    if request.method == "POST" and form.is_valid():
        said = _("Vastgelegd dat je het vroeg.")
        pressed(request, actions.asked_veilig_thuis, case, by=request.user, said=said, **form.cleaned_data)
    return redirect("meldcode", case.shown_code)
