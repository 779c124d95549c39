"""The timeline of a case as people read it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from signalering.cases.models import Case, Consent, ContactAttempt, MeldcodeAssessment, Note, SignalAddition
from signalering.cases.views.moments import moments_of
from signalering.cases.views.referred import referral_item
from signalering.cases.views.signal import labels
from signalering.closed_lists import closed_list

SIZE = 25


@dataclass
class Timeline:
    """A part of what happened, newest first, where older things go on, and every consent, attempt and meldcode."""

    items: list
    older: str
    begun: bool
    consents: list
    attempts: list
    meldcodes: list


def timeline_of(case, signals, referrals, asked, *, directs=False):
    """The part of the timeline that the address asks for; of signals and referrals only what may be seen.

    `directs`: this person goes through the meldcode, so its steps lead to it.
    """
    seen = {record.pk: record for record in (*signals, *referrals)}
    if directs:
        seen[case.pk] = case
    moments = moments_of(case)
    news = [(signal.created_at, partial(signal_item, signal)) for signal in signals]
    news += [(moment.at, partial(told, moment, before, seen)) for moment, before in with_before(moments, seen)]
    news.sort(key=lambda pair: pair[0], reverse=True)
    cursor = moment_asked(asked)
    behind = [pair for pair in news if cursor is None or pair[0] < cursor]
    shown = behind[:SIZE]
    # what happened at the very same moment stays together, so that nothing falls between two parts
    shown += [pair for pair in behind[SIZE:] if pair[0] == shown[-1][0]]
    older = shown[-1][0].astimezone(UTC).isoformat() if len(behind) > len(shown) else ""
    consents = [consent_of(moment) for moment in reversed(moments) if moment.table == "consent"]
    attempts = [moment for moment in moments if moment.table == "attempt"]
    keys = {moment.id for moment in moments if moment.table == "meldcode"}
    meldcodes = [MeldcodeAssessment(pk=key) for key in keys]
    return Timeline([tell() for _when, tell in shown], older, cursor is not None, consents, attempts, meldcodes)


def moment_asked(asked):
    """The moment to go on from, as it stands in the address; None when there is none or it is no moment."""
    try:
        moment = datetime.fromisoformat(asked.get("ouder", ""))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def with_before(moments, seen):
    """What is news, each with the moment before it of the same record."""
    last = {}
    for moment in moments:
        before = last.get((moment.table, moment.id))
        last[moment.table, moment.id] = moment
        if is_news(moment, before, seen):
            yield moment, before


def is_news(moment, before, seen):
    """Whether a moment stands in the timeline: it may be seen, and something really came to be."""
    if moment.table == "addition":
        return moment.about in seen
    if moment.table == "referral":
        passes = (moment.slug, moment.reason) == ("sent", "expired")  # a question that is over with its referral
        return moment.id in seen and not passes and (before is None or before.slug != moment.slug)
    if moment.table == "meldcode":
        return before is None or before.slug != moment.slug
    if moment.table == "case":
        return before is None or (before.slug, before.about) != (moment.slug, moment.about)
    return True


def told(moment, before, seen):
    """One item; only now its words are opened."""
    item = TELL[moment.table](moment, before, seen)
    return {"when": moment.at, "who": moment.who or _("Systeem"), **item}


def day(value):
    """A date as people say it."""
    return date_format(value, "j F Y")


def opened(model, moment, **root):
    """The words of a moment, opened as those of the record they belong to."""
    return model(pk=moment.id, words=moment.words, **root).words


def signal_item(signal):
    """A signal came in."""
    told = [labels(signal.chips, closed_list("cases", f"chips_{signal.theme}")), signal.observation]
    return {
        "title": _("Signaal ontvangen: %(theme)s") % {"theme": signal.get_theme_display().lower()},
        "who": signal.get_reporter_kind_display(),
        "when": signal.created_at,
        "words": "\n".join(part for part in told if part),
        "url": reverse("inbox_signal", args=[signal.shown_code]),
        "url_label": _("Bekijk signaal %(code)s") % {"code": signal.shown_code},
    }


def note(moment, before, seen):
    """Somebody wrote something down."""
    return {"title": _("Notitie"), "words": opened(Note, moment, case_id=moment.about)}


def attempt(moment, before, seen):
    """Somebody tried to reach the resident."""
    how = closed_list("cases", "contact_channel").label(moment.slug)
    reached = _("gesproken") if moment.reached else _("niet bereikt")
    return {"title": f"{how} – {reached}", "words": opened(ContactAttempt, moment, case_id=moment.about)}


def consent(moment, before, seen):
    """The resident agreed with something."""
    given = consent_of(moment)
    words = opened(Consent, moment, case_id=moment.about)
    return {"title": _("Toestemming: %(scope)s") % {"scope": given["scope"]}, "title_tag": given["tag"], "words": words}


def consent_of(moment):
    """A consent without its words: for what, since when, and whether it still holds."""
    tag = {"label": _("Gegeven op %(day)s") % {"day": day(moment.since)}, "icon": "check", "colour": "ok"}
    if moment.until:
        tag = {"label": _("Ingetrokken op %(day)s") % {"day": day(moment.until)}, "icon": "x", "colour": "warn"}
    scope = closed_list("cases", "consent_scope").label(moment.slug).lower()
    if moment.reason != Consent.GivenBy.RESIDENT:
        scope = f"{scope} ({Consent.GivenBy(moment.reason).label})"
    told = {"id": moment.id, "slug": moment.slug, "given_by": moment.reason}
    return told | {"scope": scope, "tag": tag, "holds": moment.until is None}


def addition(moment, before, seen):
    """Something was asked or told after the signal; who reported it is nobody's name here."""
    kind = SignalAddition.Kind(moment.slug)
    item = {"title": kind.label, "words": opened(SignalAddition, moment, signal_id=moment.about)}
    return item if kind in SignalAddition.OF_TEAM else {**item, "who": _("melder")}


def case(moment, before, seen):
    """The case began, ended, went on, or changed hands."""
    if before is None:
        return {"title": _("Casus geopend"), "words": closed_list("cases", "pick_up").get(moment.reason, "")}
    if before.slug != moment.slug and moment.slug == Case.Status.CLOSED:
        outcome = closed_list("cases", "case_outcome").label(moment.reason).lower()
        return {"title": _("Casus gesloten: %(outcome)s") % {"outcome": outcome}}
    if before.slug != moment.slug:
        return {"title": _("Casus heropend"), "words": closed_list("cases", "reopen").label(moment.reason)}
    return {"title": _("Casus overgedragen"), "words": closed_list("accounts", "take_grant").label(moment.reason)}


def referral(moment, before, seen):
    """A referral came into a next state."""
    return referral_item(seen[moment.id], moment)


def meldcode(moment, before, seen):
    """A step of the meldcode was done; what it says stands nowhere but on its own page."""
    number = list(MeldcodeAssessment.Step).index(moment.slug) + 1
    item = {
        "title": _("Meldcode: stap %(number)d van 5 gedaan") % {"number": number},
        "title_tag": {"label": _("afgeschermd"), "icon": "lock", "colour": "sealed"},
        "sealed": _("Alleen de casusregisseur leest dit."),
    }
    if moment.about in seen:
        item |= {"url": reverse("meldcode", args=[seen[moment.about].shown_code]), "url_label": _("Bekijk meldcode")}
    return item


TELL = {
    "note": note,
    "attempt": attempt,
    "consent": consent,
    "addition": addition,
    "case": case,
    "referral": referral,
    "meldcode": meldcode,
}
