"""The lists of referrals: for us, sent by us, and what ended here."""

from django.db.models import OuterRef, Subquery
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from signalering.accounts.access import normal_code, shown
from signalering.accounts.models.people import Role
from signalering.referrals.models import Referral
from signalering.referrals.views.desk import for_those_who_refer_or_receive

Status = Referral.Status
RELATED = ("programme", "receiving_team", "accepted_by", "case__team", "case__director")
TO_ANSWER = (Status.SENT, Status.ASKED)
FIRST = 25
SIZE = 25
# a list by its name in the address: the word somebody holds on its records, and its heading
LISTS = {"voor-ons": "preview", "verstuurd": "change", "klaar": "receipt"}
IN_ORDER = (
    Status.RETURNED,
    Status.DRAFT,
    Status.SENT,
    Status.ASKED,
    Status.ACCEPTED,
    Status.WAITING,
    Status.STARTED,
    Status.COMPLETED,
    Status.STOPPED,
    Status.WITHDRAWN,
    Status.EXPIRED,
)


@require_safe
def referrals(request):
    """What lies with my desks and what I sent; one list at a time when it is longer than a screen."""
    for_those_who_refer_or_receive(request, "referrals")
    name = request.GET.get("lijst", "")
    if name in LISTS:
        return one_list(request, name)
    return overview(request)


def overview(request):
    """The first screen: what waits for us, what runs here, and what I sent last."""
    by = request.user
    ours = rows().filter(receiving_team__in=by.teams).visible_to(by, "preview")
    waiting = list(ours.filter(status__in=TO_ANSWER).order_by("answer_due", "pk")[: FIRST + 1])
    running = list(ours.filter(status__in=Referral.TAKEN_ON).order_by("-pk")[: FIRST + 1])
    here = {referral.pk for referral in shown(waiting[:FIRST] + running[:FIRST], by, "preview")}
    mine = rows().filter(case__director=by).visible_to(by, "change").order_by("-pk")[: FIRST + 1]
    mine = list(mine)
    sent = shown(mine[:FIRST], by, "change")
    context = {
        "waiting": [referral for referral in waiting if referral.pk in here],
        "running": by_state([referral for referral in running if referral.pk in here]),
        "sent": by_state(sent),
        "refers": bool(sent) or by.has_role(Role.WOT_WORKER, Role.COORDINATOR),
        "more_here": len(waiting) > FIRST or len(running) > FIRST,
        "more_sent": len(mine) > FIRST,
        "undoable": undoable(by, waiting + running + mine),
    }
    return render(request, "referrals/referrals.html", context)


def rows():
    """Referrals with what a row shows; a row opens no sealed field."""
    return Referral.objects.select_related(*RELATED)


def by_state(records):
    """Records grouped by where they stand, what asks for an act first and what was thrown away last."""
    groups = {label: [] for label in (*(status.label for status in IN_ORDER), _("Weggegooid"))}
    for record in records:
        groups[record.state_label].append(record)
    return [{"label": label, "rows": found} for label, found in groups.items() if found]


def undoable(by, records):
    """The answers that this person can still undo or restore."""
    unique = {record.pk: record for record in records if hasattr(record, "allowed")}
    answered = [
        record
        for record in unique.values()
        if (record.status == Status.ACCEPTED and record.accepted_by_id == by.pk)
        or (record.status == Status.RETURNED and "change" in record.allowed)
    ]
    for record in answered[1:]:
        record.undo_time = answered[0].undo_time  # asked once for the whole page
    return [record for record in answered if record.can_be_undone]


def one_list(request, name):
    """One list from its newest record on, a page at a time."""
    word = LISTS[name]
    before, after = cursor(request, "ouder", word), cursor(request, "nieuwer", word)
    page = list(
        rows().annotate(ended_at=last_moved()).page_for(request.user, word, before=before, after=after, size=SIZE + 1)
    )
    more = len(page) > SIZE
    page = page[-SIZE:] if after is not None else page[:SIZE]
    context = {
        "name": name,
        "title": heading(name),
        "groups": by_state(shown(page, request.user, word)),
        "older": page[-1].shown_code if page and (more or after is not None) else "",
        "newer": page[0].shown_code if page and (before is not None or (after is not None and more)) else "",
    }
    return render(request, "referrals/list.html", context)


def heading(name):
    """The title of a list."""
    return {"voor-ons": _("Voor ons"), "verstuurd": _("Door ons verstuurd"), "klaar": _("Klaar bij ons")}[name]


def last_moved():
    """When a referral came where it stands."""
    history = Referral.history.model.objects.filter(id=OuterRef("pk"), status=OuterRef("status"))
    return Subquery(history.order_by("-history_id").values("history_date")[:1])


def cursor(request, name, word):
    """The record whose code stands in the address, as a place in this person's list to go on from."""
    code = normal_code(request.GET.get(name, ""))
    mine = Referral.objects.visible_to(request.user, word)
    return mine.only("pk").filter(code=code).first() if code else None
