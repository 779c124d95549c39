"""What the case page says of its referrals; a later stage, known here only by what a case leads to."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

TITLES = {
    "draft": gettext_lazy("Verwijzing voorbereid – %(to)s"),
    "sent": gettext_lazy("Verwijzing verstuurd – %(to)s"),
    "asked": gettext_lazy("Vraag over de verwijzing – %(to)s"),
    "accepted": gettext_lazy("Verwijzing geaccepteerd – %(to)s"),
    "returned": gettext_lazy("Verwijzing teruggestuurd – %(to)s"),
    "withdrawn": gettext_lazy("Verwijzing ingetrokken – %(to)s"),
    "thrown_away": gettext_lazy("Verwijzing weggegooid – %(to)s"),
    "expired": gettext_lazy("Verwijzing verlopen – %(to)s"),
    "waiting": gettext_lazy("Op de wachtlijst – %(to)s"),
    "started": gettext_lazy("Hulp gestart – %(to)s"),
    "completed": gettext_lazy("Verwijzing afgerond – %(to)s"),
    "stopped": gettext_lazy("Verwijzing gestopt – %(to)s"),
}
BUSY = ("draft", "sent", "asked", "accepted", "waiting", "started")


def referral_item(referral, moment):
    """One state that a referral came into, for the timeline."""
    undone = moment.slug == "sent" and moment.reason == "mistake"
    state = "thrown_away" if moment.slug == "withdrawn" and referral.was_thrown_away else moment.slug
    title = gettext_lazy("Antwoord teruggedraaid – %(to)s") if undone else TITLES[state]
    item = {"title": title % {"to": referral.target}, "words": words_of(referral, moment.slug)}
    if moment.slug == referral.status:
        item["url"] = link_to(referral)
        item["url_label"] = _("Bekijk verwijzing %(code)s") % {"code": referral.shown_code}
    if moment.slug == referral.status == "sent":
        item["tag"] = {
            "label": _("Reactie voor %(day)s") % {"day": date_format(referral.answer_due, "j F")},
            "icon": "clock",
            "colour": "warn",
        }
    return item


def words_of(referral, state):
    """What there is to say of a referral in one state; nothing when that was undone since."""
    if state == "draft" and referral.status != "draft":
        return ""
    said = {
        "draft": [referral.question],
        "sent": [referral.question],
        "accepted": [first_contact(referral)],
        "returned": [referral.get_return_reason_display(), referral.return_words],
        "withdrawn": [referral.get_withdraw_reason_display()],
        "completed": [referral.get_outcome_display(), referral.ending_words],
        "stopped": [referral.get_stop_reason_display(), referral.ending_words],
    }
    return "\n".join(part for part in said.get(state, []) if part)


def first_contact(referral):
    """When the receiver meets the resident."""
    if referral.first_contact_on is None:
        return ""
    return _("Eerste contact op %(day)s.") % {"day": date_format(referral.first_contact_on, "l j F")}


def link_to(referral):
    """The page of a referral."""
    return reverse("referral", args=[referral.shown_code])


def to_do_about(referrals):
    """What the director must do now about referrals: send, choose another, or end the case."""
    todo = [
        {"title": _("Verstuur de verwijzing naar %(to)s") % {"to": referral.target}, "url": link_to(referral)}
        for referral in referrals
        if referral.status == "draft"
    ]
    newest = next((referral for referral in reversed(referrals) if not referral.was_thrown_away), None)
    if newest is None or any(referral.status in BUSY for referral in referrals):
        return todo
    if newest.status in ("returned", "expired"):
        title = (
            _("Teruggestuurd door %(to)s: kies iets anders")
            if newest.status == "returned"
            else _("Geen antwoord van %(to)s: kies iets anders")
        )
        todo.append(
            {"title": title % {"to": newest.target}, "url": reverse("referral_draft", args=[newest.case.shown_code])}
        )
    if newest.status in ("completed", "stopped"):
        todo.append(
            {"title": _("Sluit de casus of ga verder"), "url": reverse("case_close", args=[newest.case.shown_code])}
        )
    return todo
