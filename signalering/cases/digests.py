"""One mail a morning: what can wait is told together, as numbers and one link, on working days."""

from collections import Counter
from datetime import datetime, time

from django.conf import settings
from django.db import transaction
from django.db.models import Min, OuterRef, Subquery
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.accounts.configuration import setting
from signalering.accounts.models import User
from signalering.accounts.models.people import Role
from signalering.audit.actors import system
from signalering.cases.models import Notice
from signalering.cases.working_days import OutsideTable, is_working, today
from signalering.clock.kinds import Kind
from signalering.closed_lists import closed_list

MORNING = "morning"
SENDER = system("notices")


def begins():
    """The moment from which today's mail may go; None on a day without."""
    day = today()
    try:
        works = is_working(day)
    except OutsideTable:  # the list of holidays ran out: that is told elsewhere, and no reason to say nothing
        works = day.weekday() < 5
    if not works:
        return None
    return timezone.make_aware(datetime.combine(day, time.fromisoformat(setting("digest_time"))))


def tells_today(moment):
    """Whether what is due at this moment is still told in today's mail."""
    begin = begins()
    return begin is not None and moment <= begin


def items():
    """What waits to be told this morning; what comes after that moment waits for the next."""
    return Notice.objects.waiting().for_the_morning().filter(due_at__lte=begins() or timezone.now())


def due():
    """The people for whom something waits, and who had no such mail today."""
    moment = begins()
    had = Notice.objects.filter(effect_key__startswith=f"{MORNING}-{today():%Y%m%d}-").values("to")
    mine = items().filter(to=OuterRef("pk")).order_by().values("to").annotate(first=Min("due_at")).values("first")
    waits = User.objects.filter(pk__in=items().order_by().values("to")).exclude(pk__in=had)
    waits = waits.annotate(waits_since=Subquery(mine)).order_by("waits_since", "pk")
    return waits if moment is not None and timezone.now() >= moment else waits.none()


@transaction.atomic
def gather(person):
    """Everything that waits for a person is told in one notice of today; who left hears nothing any more."""
    waiting = list(items().filter(to=person).order_by("due_at", "id"))
    if not person.is_active:
        for item in waiting:
            item.change(by=SENDER, reason="account_closed", sent_at=timezone.now())
        return
    key = f"{MORNING}-{today():%Y%m%d}-{person.pk.hex}"
    if not waiting or Notice.objects.filter(effect_key=key).exists():
        return
    told = Notice(kind=MORNING, to=person, about=User.LABEL, about_id=person.pk, due_at=timezone.now(), effect_key=key)
    told.save_as(SENDER, MORNING)
    for item in waiting:
        item.change(by=SENDER, reason="told", sent_at=timezone.now(), told_in=told)


KIND = Kind("morning_mails", due, gather, label=gettext_lazy("Ochtendmail maken"), since="waits_since")


def words(notice):
    """Subject and text of the mail: how many of each kind, and where they are."""
    label = closed_list("cases", "notice").label
    numbers = Counter(kind for kind, _record in {*notice.tells.values_list("kind", "about_id")})
    lines = [f"{label(kind)}: {number}" for kind, number in sorted(numbers.items())]
    at_desk = notice.to.has_role(Role.WOT_WORKER, Role.COORDINATOR)
    page = reverse("inbox" if at_desk else "home")  # others start where their own work is
    body = render_to_string("mail/morning.txt", {"lines": lines, "link": settings.SITE_ADDRESS + page})
    return _("Wat er vandaag wacht"), body
