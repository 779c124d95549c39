"""What happened with a referral, read from its history."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.closed_lists import closed_list
from signalering.referrals.models import Referral

Status = Referral.Status
COLUMNS = (
    "status",
    "history_date",
    "history_user__name",
    "accepted_by_id",
    "first_contact_on",
    "history_change_reason",
    "answer_due",
)
TITLES = {
    Status.DRAFT: gettext_lazy("Concept gemaakt"),
    Status.SENT: gettext_lazy("Verstuurd"),
    Status.ACCEPTED: gettext_lazy("Geaccepteerd"),
    Status.RETURNED: gettext_lazy("Teruggestuurd"),
    Status.WITHDRAWN: gettext_lazy("Ingetrokken"),
    Status.EXPIRED: gettext_lazy("Verlopen"),
    Status.STARTED: gettext_lazy("Gestart"),
    Status.COMPLETED: gettext_lazy("Afgerond"),
    Status.STOPPED: gettext_lazy("Gestopt"),
}
BACK = {
    (Status.DRAFT, Status.WITHDRAWN): gettext_lazy("Weggegooid"),
    (Status.ACCEPTED, Status.SENT): gettext_lazy("Accepteren ongedaan gemaakt"),
    (Status.RETURNED, Status.SENT): gettext_lazy("Hersteld door de verzender"),
}
REASONS = {
    Status.RETURNED: "return_reason",
    Status.WITHDRAWN: "withdraw",
    Status.STOPPED: "stop",
    Status.COMPLETED: "outcome",
}


def happened(referral):
    """The steps of a referral, newest first; the receiving side sees them from the sending on."""
    items, before, holder, due = [], None, None, None
    for row in referral.history.order_by("version").values(*COLUMNS):
        status, moved = row["status"], row["status"] != before and not passes(row)
        handed = not moved and holder and row["accepted_by_id"] != holder
        other_day = not moved and due and row["answer_due"] != due
        if moved or handed or other_day:
            title = BACK.get((before, status)) or TITLES.get(status, status)
            if not moved:
                title = _("Overgedragen") if handed else wanted_by(row)
            items.append(
                {
                    "title": title,
                    "when": row["history_date"],
                    "who": row["history_user__name"] or _("systeem"),
                    "words": words_of(row) if moved else "",
                    "status": status,
                }
            )
        before, holder, due = status, row["accepted_by_id"], row["answer_due"]
    if "change" not in referral.allowed:
        items = [item for item in items if item["status"] != Status.DRAFT]
    return items[::-1]


def wanted_by(row):
    """The answer is wanted on another day; what threatens is told to nobody here."""
    return _("Antwoord nodig uiterlijk %(day)s") % {"day": date_format(row["answer_due"], "j F")}


def passes(row):
    """A question that is over with its referral only passes through sent: nobody sent it anew."""
    return row["status"] == Status.SENT and row["history_change_reason"] == "expired"


def words_of(row):
    """The coded reason of a step, or the day of the first contact."""
    status = row["status"]
    if status in REASONS:
        return closed_list("referrals", REASONS[status]).label(row["history_change_reason"])
    return ""
