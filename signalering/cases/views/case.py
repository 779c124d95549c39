"""The page of one case: who, where it stands, what happened, what must be done now."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from signalering.accounts.access import find, shown
from signalering.audit.models import Look
from signalering.cases import deadlines
from signalering.cases.consent_age import missing
from signalering.cases.contact_advice import in_words, next_try, ways_to
from signalering.cases.forms.casework import NoteForm
from signalering.cases.meldcode import bound
from signalering.cases.models import Case, Signal
from signalering.cases.retention import kept_until
from signalering.cases.safety import nobody_alone
from signalering.cases.views.clocks import threat_notice, to_do_on_time
from signalering.cases.views.linking import known_in
from signalering.cases.views.referred import to_do_about
from signalering.cases.views.residents import main_of, name_of, residents_of
from signalering.cases.views.timeline import timeline_of
from signalering.cases.views.why import why_case
from signalering.closed_lists import closed_list

RELATED = ("team", "director", "area", "retention_policy")


@require_safe
def case(request, code):
    """Everything of a case that its director, or the coordinator of the team, works with."""
    by = request.user
    found = find(nobody_alone(Case.objects.select_related(*RELATED)), by=by, code=code)
    parts = residents_of(request, [found])[found.pk]
    referrals = found.referrals.select_related("programme", "receiving_team").order_by("id")
    seen = shown([*found.signals.all(), *referrals], by, kind=Look.Kind.OPENED)
    signals, referrals = ([one for one in seen if isinstance(one, Signal) == wanted] for wanted in (True, False))
    for signal in signals:
        request.reader.concerns(signal.pk, [part.resident_id for part in parts])
    directs = "change" in found.allowed and bound(by, found.team)
    timeline = timeline_of(found, signals, referrals, request.GET, directs=directs)
    clocks = deadlines.all_of(found, *(timeline.meldcodes if directs else ()))
    running = [clock for clock in clocks if clock.runs]
    may_change = "change" in found.allowed
    main = main_of(parts)
    not_safe = any(signal.consent_answer == "not_safe" for signal in signals)
    works = "change" in found.allowed and found.status == Case.Status.OPEN
    context = {
        "case": found,
        "name": name_of(main),
        "facts": facts_of(found, running),
        "not_safe": not_safe,
        "timeline": timeline,
        "threat": threat_notice(found, clocks),
        "todo": to_do_on_time(found, clocks, may_change=may_change),
        "why": why_case(request.reader.reasons[found.pk], found),
        "residents": [resident_of(part) for part in parts],
        "known_in": known_in(request, found, parts),
        "more": more_of(found),
        "works": works,
        "note": NoteForm(auto_id="notitie_%s") if works else None,
        "meldcode": directs,
        "may_reopen": "change" in found.allowed and found.status == Case.Status.CLOSED,
        "may_reassign": "reassign" in found.allowed,
    }
    if works:
        ways = ways_to(main, not_safe=not_safe, not_alone=found.not_alone)
        context["todo"] += todo_of(found, referrals, timeline, main, ways)
    return render(request, "cases/case.html", context)


def facts_of(case, running):
    """The facts of the identity bar beside the name: status, director, next step."""
    step = {"label": _("Volgende stap"), "value": _("geen termijn")}
    if running:
        step = {"label": _("Volgende stap"), "value": running[0].rule.label, "when": running[0].due_on}
    return [
        {"label": _("Status"), "kind": "case", "status": case.status, "status_label": case.get_status_display()},
        {"label": _("Regisseur"), "value": f"{case.director}, {case.team}"},
        step,
    ]


def todo_of(case, referrals, timeline, main, ways):
    """What the director must do now beside what has a term."""
    todo = to_try(case, timeline.attempts, ways) + to_do_about(referrals)
    givers = [given["given_by"] for given in timeline.consents if given["slug"] == "referral" and given["holds"]]
    lacks = missing(main, givers) if main else ""
    if not givers or lacks:
        todo.append(
            {
                "title": _("Bespreek toestemming"),
                "words": lacks if givers else _("Zonder toestemming kun je een verwijzing niet versturen."),
                "url": reverse("case_consent", args=[case.shown_code]),
            }
        )
    return todo


def to_try(case, attempts, ways):
    """How to try again to reach a resident who was not reached."""
    tried = [(attempt.slug, attempt.reached, attempt.reason) for attempt in attempts]
    suggestion = next_try(tried, ways=ways)
    if suggestion is None:
        return []
    url = reverse("case_attempt", args=[case.shown_code])
    return [{"title": _("Probeer opnieuw contact"), "words": in_words(suggestion), "url": url}]


def resident_of(part):
    """What is known of one resident of the case; what is empty is left out."""
    person = part.resident
    house = f"{person.house_number}{person.suffix}"
    postcode = f"{person.postcode[:4]} {person.postcode[4:]}".strip()
    known = [
        (_("Geboortedatum"), "-".join(reversed(person.birth_date.split("-")))),
        (_("Leeftijd"), closed_list("cases", "age_band").label(person.age_band)),
        (_("Adres"), f"{postcode} {house}".strip()),
        (_("Straat of plek"), person.street),
        (_("Waar te vinden"), person.place),
        (_("Taal"), person.language),
        (_("Contact"), person.contact_wish),
    ]
    return {
        "name": name_of(person),
        "role": part.get_role_display(),
        "member": part.pk if part.role != part.Role.MAIN else None,
        "left_on": part.left_on,
        "phone": person.phone,
        "email": person.email,
        "known": [{"label": label, "value": value} for label, value in known if value],
    }


def more_of(case):
    """What stands behind "Meer": ground, purpose, term of keeping, threat, children."""
    threat = closed_list("cases", "threat_kind").label(case.threat_kind)
    if case.threat_date:
        threat = f"{threat}, {'-'.join(reversed(case.threat_date.split('-')))}"
    facts = [
        (_("Thema"), ", ".join(case.theme_labels)),
        (_("Wijk"), case.area and case.area.name),
        (_("Grondslag"), case.get_legal_basis_display()),
        (_("Wet"), closed_list("cases", "sector_law").label(case.purpose)),
        (_("Doel"), case.get_purpose_display()),
        (_("Bedreigende situatie"), threat),
        (_("Minderjarige kinderen"), closed_list("cases", "yes_no_unknown").label(case.minor_children)),
        (_("Uitkomst"), case.get_outcome_display()),
        (_("Waarom na weinig pogingen"), case.get_few_attempts_display()),
        (_("Toelichting bij sluiten"), case.closing_words),
    ]
    until = kept_until(case)
    kept = (
        {"label": _("Bewaren tot"), "when": until}
        if until
        else {
            "label": _("Bewaren"),
            "value": _("De bewaartermijn begint als de casus sluit."),
        }
    )
    return [{"label": label, "value": value} for label, value in facts if value] + [kept]
