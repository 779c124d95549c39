"""The one page of a referral, built from what this person may see of it."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from signalering.closed_lists import closed_list
from signalering.referrals.actions.extracts import values
from signalering.referrals.actions.sending import answer_due, consent_for, last_consent
from signalering.referrals.models import Referral
from signalering.referrals.views import possible
from signalering.referrals.views.opening import extract_of, word_of_who_was_late
from signalering.referrals.views.timeline import happened
from signalering.referrals.views.who import who_may_see

Status = Referral.Status
LABELS = closed_list("referrals", "extract")


def show(request, referral, *, opened_act="", bound=None):
    """The page for whoever opened it; `opened_act` stands open, filled with what was typed in `bound`."""
    context = {
        "referral": referral,
        "facts": facts(referral),
        "why": why(referral, request.user),
        "why_late": where_late(referral),
        **deeds(referral, opened_act, bound),
    }
    if "view" not in referral.allowed and "preview" not in referral.allowed:
        context |= {"receipt": receipt(referral)}
    else:
        context |= {
            "asked": asked(referral),
            "question": referral.question if "view" in referral.allowed or not referral.accepted_by_id else "",
            "due": referral.answer_due,
            "shared": referral.shared_labels,
        }
    if "view" in referral.allowed:
        context["words_late"] = referral.late_words
        if referral.status != Status.DRAFT:
            context |= {"items": happened(referral), "seers": who_may_see(referral)}
        context |= sender(request, referral) if "change" in referral.allowed else receiver(request, referral)
    return render(request, "referrals/referral.html", context)


def facts(referral):
    """The identity bar: where it stands, from whom and to whom."""
    told = [
        {
            "label": _("Status"),
            "kind": "referral",
            "status": referral.status,
            "status_label": referral.state_label,
        }
    ]
    if "view" in referral.allowed or "preview" in referral.allowed:
        told.append({"label": _("Van"), "value": f"{referral.case.director}, {referral.case.team}"})
        told.append({"label": _("Naar"), "value": str(referral.target)})
        if referral.accepted_by:
            told.append({"label": _("Bij"), "value": str(referral.accepted_by)})
    return told


def where_late(referral):
    """Where the receiving side says why something was late, as long as nobody did; empty for others."""
    asked = referral.was_late and word_of_who_was_late(referral) in referral.allowed
    return reverse("referral_late", args=[referral.shown_code]) if asked else ""


def deeds(referral, opened_act, bound):
    """What can be done here, each with its form."""
    acts = [
        {
            "act": act,
            "url": act.address(referral),
            "form": bound if bound is not None and act.name == opened_act else act.make_form(referral),
            "open": act.name == opened_act,
        }
        for act in possible.now(referral)
    ]
    return {
        "acts": [deed for deed in acts if not deed["act"].at_once],
        "undo": next((deed for deed in acts if deed["act"].undoes), None),
        "send": next((deed for deed in acts if deed["act"] is possible.SEND), None),
        "bound": bound,
    }


def asked(referral):
    """What the receiving desk may know before anybody accepts: no name, no address."""
    age = closed_list("cases", "age_band").label(referral.age_band)
    return [
        {"label": _("Thema"), "value": referral.get_theme_display()},
        {"label": _("Wijk"), "value": str(referral.case.area or _("niet bekend"))},
        {"label": _("Leeftijd"), "value": age or _("niet bekend")},
    ]


def labels(names):
    """The words for some fields of an extract, in their fixed order."""
    return [label for name, label in LABELS.items() if name in names]


def rows(said):
    """Label and value of what is shared, in their fixed order."""
    return [{"label": label, "value": said[name] or _("niet bekend")} for name, label in LABELS.items() if name in said]


def sender(request, referral):
    """What only the director sees: the legal side, and what the receiver sees before and after accepting."""
    draft = referral.status == Status.DRAFT
    # what was sent is not opened again: only a draft asks who must agree today
    consent, lacks = consent_for(referral.case, referral.resident) if draft else (last_consent(referral.case), "")
    context = {
        "is_sender": True,
        "ended": referral.status in Referral.ENDED,
        "consent": consent,
        "lacks": lacks,
        "consent_for": closed_list("cases", "consent_scope").label("referral").lower(),
        "sector_law": closed_list("cases", "sector_law").label(referral.purpose),
        "not_shared": labels(set(LABELS) - set(referral.fields_shared) - {"asked"}),
    }
    if draft:
        said = values(referral, referral.resident, consent=consent)
        context["after"] = rows({name: said[name] for name in said if name != "asked"})
        context["due"] = answer_due(referral)[1]
    else:
        context |= shared(request, referral)
    return context


def receiver(request, referral):
    """What the accepting person sees: what was shared; a coordinator sees the referral without it."""
    return shared(request, referral) if "act" in referral.allowed else {}


def shared(request, referral):
    """The frozen values, as long as this person may read them and they exist; the question stands above them."""
    extract = extract_of(request, referral)
    if extract is None:
        return {}
    if extract.destroyed_at:
        return {"destroyed_at": extract.destroyed_at}
    said = {name: getattr(extract, name) for name in extract.field_list}
    question = {"question": said.pop("asked")} if "asked" in said else {}
    return {"after": rows(said), **question}


def receipt(referral):
    """What the receiving side keeps of a referral that ended: code, date and reason."""
    ended = referral.history.filter(status=referral.status).values_list("history_date", flat=True).first()
    reason = {
        Status.RETURNED: referral.get_return_reason_display,
        Status.WITHDRAWN: referral.get_withdraw_reason_display,
        Status.STOPPED: referral.get_stop_reason_display,
        Status.COMPLETED: referral.get_outcome_display,
        Status.EXPIRED: lambda: _("Er kwam op tijd geen antwoord"),
    }.get(referral.status, str)
    return [
        {"label": _("Code"), "value": referral.shown_code},
        {"label": _("Datum"), "when": ended},
        {"label": _("Afloop") if referral.status == Status.COMPLETED else _("Reden"), "value": reason()},
    ]


def why(referral, person):
    """Why this person sees this page, in one sentence."""
    team = {"team": referral.receiving_team}
    if "change" in referral.allowed and referral.case.director != person:
        return _("Je vervangt de casusregisseur, die deze inwoner verwijst.")
    if referral.status == Status.DRAFT:
        return _("Je bent casusregisseur. Alleen jij ziet dit concept.")
    if "change" in referral.allowed:
        return _("Je bent casusregisseur en verwijst deze inwoner.")
    if "act" in referral.allowed:
        return _("Deze verwijzing ligt bij jou.")
    if "reassign" in referral.allowed:
        return _("Je bent coördinator van %(team)s. De gegevens van de inwoner zie je niet.") % team
    if "preview" in referral.allowed and referral.accepted_by_id:
        return _("Je werkt bij %(team)s. Een collega pakt deze verwijzing op. Jij ziet geen naam of adres.") % team
    if "preview" in referral.allowed:
        return _("Je werkt bij %(team)s. Zolang jij niet accepteert, zie je geen naam of adres.") % team
    return _("Deze verwijzing lag bij %(team)s.") % team
