"""One signal as the desk reads it, with what was decided or what can be done."""

from django.db.models import Exists, OuterRef
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from signalering.accounts.access import find, may, shown
from signalering.audit.models import Look
from signalering.audit.record import note_later
from signalering.cases import deadlines
from signalering.cases.actions import bursts, reading
from signalering.cases.actions.feedback import hears_later
from signalering.cases.forms.triage import AskForm, CloseForm, PickUpForm
from signalering.cases.models import Signal, SignalAddition
from signalering.cases.reporter_reads import SHOPS
from signalering.cases.routing import Proposal, proposed_anew
from signalering.cases.views.beside import beside
from signalering.cases.views.changes import reason_of
from signalering.cases.views.clocks import threat_told
from signalering.cases.views.triage import ground_of
from signalering.cases.views.why import why_signal
from signalering.closed_lists import closed_list


@require_safe
def inbox_signal(request, code):
    """A WOT worker reads a signal and decides, or sees what was decided."""
    by = request.user
    with_it = ("team", "proposed_team", "area", "reporter", "case__director", "arrival", "taken_by")
    records = deadlines.marked_late(Signal.objects.select_related(*with_it))
    signal = find(records.annotate(opened=Exists(reading.traces(OuterRef("pk")))), by=by, code=code, along=["reporter"])
    triage, undecided = "triage" in signal.allowed, signal.status in Signal.OPEN
    if triage and undecided and signal.first_opened_at is None and not signal.opened:
        reading.opens(signal, by=by)
    reporters = shown([signal.reporter], by, "view_reporter", kind=Look.Kind.OPENED, reasons=signal.reasons)
    context = {
        "signal": signal,
        "facts": facts_of(signal),
        "told": told(signal),
        "threat": threat_on(signal),
        "not_safe": signal.consent_answer == "not_safe",
        "why_late": reverse("triage_late", args=[signal.shown_code]) if triage and signal.was_late else "",
        "reporter": reporters[0] if reporters else None,
        "additions": additions_of(signal, reporters),
        "basis": basis_of(signal),
        "why": why_signal(request.reader.reasons[signal.pk], signal),
        "to_let_in": signal.came_by_phone is not None and signal.came_by_phone.in_quarantine,
        "unverified": signal.reporter_kind in SHOPS,
        "can_decide": triage and signal.status == Signal.Status.NEW,
        "waits_for_answer": triage and signal.status == Signal.Status.ASKED,
        "proposal": proposal_of(signal),
        "may_reroute": triage and undecided,
    }
    if triage and undecided:
        context |= {**beside(request, signal), **forms_of(signal)}
    else:
        context["decision"] = decision_on(signal, by)
        context["burst"] = bursts.around(signal) if triage else 0
    if context["burst"]:
        note_later("same_address", signal, by=by)
    return render(request, "cases/inbox_signal.html", context)


def threat_on(record):
    """What threatens, on which day and what is due, in words; nothing when nothing does."""
    if not record.threat_kind_sealed:
        return ""
    return threat_told(record, closed_list("cases", "threat_kind").label(record.threat_kind))


def facts_of(signal):
    """The facts of the identity bar."""
    area = signal.area.name if signal.area else _("onbekend")
    return [
        {"label": _("Status"), "kind": "signal", "status": signal.status, "status_label": signal.get_status_display()},
        {"label": _("Wijk"), "value": f"{area} ({signal.get_area_source_display()})" if signal.area else area},
        {"label": _("Team"), "value": signal.team.name},
        {"label": _("Lezen"), "value": signal.get_urgency_display()},
        {"label": _("Ontvangen"), "when": signal.created_at},
        *arrival_facts(signal.came_by_phone),
    ]


def arrival_facts(arrival):
    """What the way from the phone says: when it was written, what is missing, and whether its writer left."""
    if arrival is None:
        return []
    facts = []
    if arrival.sealed_at is not None:
        written = min(arrival.sealed_at + arrival.clock_error, arrival.created_at)
        facts.append({"label": _("Geschreven"), "when": written})
    if arrival.incomplete:
        facts.append({"label": _("Let op"), "value": _("onvolledig"), "icon": "triangle-alert", "colour": "warn"})
    if arrival.kept_apart:
        left = _("melder niet meer actief")
        facts.append({"label": _("Melder"), "value": left, "icon": "triangle-alert", "colour": "warn"})
    return facts


def told(signal):
    """What the reporter told, by question; empty answers are left out."""
    lists = {
        "consent_answer": closed_list("cases", "consent_answer"),
        "unsafe_reason": closed_list("cases", "unsafe_reason"),
        "age_band": closed_list("cases", "age_band"),
        "chips": closed_list("cases", f"chips_{signal.theme}"),
    }
    house = f"{signal.house_number}{signal.suffix}"
    postcode = f"{signal.postcode[:4]} {signal.postcode[4:]}".strip()
    answers = [
        (_("Adres"), f"{postcode} {house}".strip()),
        (_("Straat of plek"), signal.street),
        (_("Plek"), signal.place),
        (_("Weet de inwoner ervan?"), lists["consent_answer"].label(signal.consent_answer)),
        (_("Waarom niet veilig?"), labels(signal.unsafe_reason, lists["unsafe_reason"])),
        (_("Naam"), signal.name),
        (_("Telefoon"), signal.phone),
        (_("Leeftijd"), lists["age_band"].label(signal.age_band)),
        (_("Wat past"), labels(signal.chips, lists["chips"])),
        (_("Eigen woorden"), signal.observation),
        (_("Wat denkt de melder?"), signal.opinion),
        (_("Wat is al gedaan?"), signal.already_done),
    ]
    return [{"label": label, "value": value} for label, value in answers if value]


def labels(slugs, known):
    """Chosen slugs, kept with commas between them, as Dutch words."""
    return ", ".join(known.label(slug.strip()) for slug in slugs.split(",") if slug.strip())


def additions_of(signal, reporters):
    """What came after the signal; its writer is "melder" for who may not know the reporter."""
    reporter = reporters[0].name if reporters else _("melder")
    added = signal.additions.select_related("author").order_by("-id")
    return [
        {
            "title": addition.get_kind_display(),
            "who": who_added(addition, reporter),
            "when": addition.created_at,
            "words": addition.words,
        }
        for addition in added
    ]


def who_added(addition, reporter):
    """Who wrote something after the signal; a question without an author is the system's own."""
    if addition.author is None:
        return _("Systeem")
    return addition.author.name if addition.kind in SignalAddition.OF_TEAM else reporter


def basis_of(signal):
    """On which ground this may be kept, and for what."""
    return {
        "legal_basis": signal.get_legal_basis_display(),
        "law": closed_list("cases", "sector_law").label(signal.purpose),
        "purpose": signal.get_purpose_display(),
    }


def proposal_of(signal):
    """The team that was proposed and why; a signal from before proposals were kept gets one while it is open."""
    if signal.proposed_team is not None:
        return Proposal(signal.proposed_team, [signal.proposal_words])
    return proposed_anew(signal) if signal.status in Signal.OPEN else None


def forms_of(signal):
    """The acts that are filled in on the page itself."""
    return {
        "pick_up": PickUpForm(auto_id="oppakken_%s", initial=ground_of(signal)),
        "ask": AskForm(auto_id="vraag_%s") if hears_later(signal) else None,
        "close": CloseForm(auto_id="afronden_%s"),
    }


def decision_on(signal, by):
    """What was decided, by whom and when, and the case when this person may open it."""
    if signal.status in Signal.OPEN:
        return None
    moved = signal.history.filter(status=signal.status).select_related("history_user").earliest("history_id")
    mine = signal.case_id is not None and may(by, "view", signal.case)
    return {
        "who": None if signal.status == Signal.Status.WITHDRAWN else moved.history_user,
        "when": moved.history_date,
        "reason": "" if signal.status == Signal.Status.WITHDRAWN else reason_of(moved, None),
        "words": signal.reason_words,
        "case": signal.case,
        "opens_case": mine,
    }
