"""Tell people that something happened: a row now, a mail with a link and no name later."""

import hashlib
import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.audit.actors import system
from signalering.cases.codes import shown
from signalering.cases.models import Notice

log = logging.getLogger(__name__)
SENDER = system("notices")
LEASE = timedelta(seconds=60)  # longer than it takes to find a silent mail server for each of a batch
AT_ONCE = 10
PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=6)
MOST_TRIES = 16  # with growing pauses these last longer than two days
PAGES = {"signal": "inbox_signal", "case": "case", "referral": "referral"}
REPORTER_KINDS = {"picked_up", "done", "question"}
NAMES = {
    "signal": gettext_lazy("signaal"),
    "case": gettext_lazy("casus"),
    "referral": gettext_lazy("verwijzing"),
}


def tell(kind, to, about, *, by, cause=None, due_at=None):
    """Somebody must hear about a record; the same event, or what `cause` made happen, is told once."""
    key = f"{kind}-{(cause or about).pk.hex}-{(cause or about).version}-{to.pk.hex}"
    if Notice.objects.filter(effect_key=key).exists():
        return
    Notice(
        kind=kind,
        to=to,
        about=about.LABEL,
        about_id=about.pk,
        code=about.code,
        due_at=due_at or timezone.now(),
        effect_key=key,
    ).save_as(by, kind)


def tell_team(kind, team, about, *, by, cause=None, role=None):
    """Everybody who works at a team's desk today, or only in one role, must hear about a record."""
    for membership in team.memberships.in_force().select_related("person"):
        if role is not None and membership.role != role:
            continue
        if membership.groups and membership.person.is_active and membership.person != by:
            tell(kind, membership.person, about, by=by, cause=cause)


def claim():
    """Take the notices that are due for a short while, so that no other worker sends them too."""
    now = timezone.now()
    with transaction.atomic():
        waiting = Notice.objects.waiting().filter(due_at__lte=now, tries__lt=MOST_TRIES)
        waiting = waiting.exclude(leased_until__gt=now).order_by("due_at", "id")
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        claimed = list(waiting[:AT_ONCE])
        for notice in claimed:
            notice.leased_until, notice.tries = now + LEASE, notice.tries + 1
            notice.save_as(SENDER, "claimed")
    return claimed


def send_waiting():
    """Send every notice that is due; the number sent."""
    sent = 0
    for notice in claim():
        if not notice.to.is_active:
            notice.change(by=SENDER, reason="account_closed", sent_at=timezone.now(), leased_until=None)
            continue
        try:
            mail(notice).send()
        except Exception as error:  # one that cannot be sent now holds up no other and is tried again later
            log.error("notice %s not sent: %s", notice.pk, type(error).__name__)
            again = timezone.now() + min(PAUSE * 2 ** (notice.tries - 1), LONGEST_PAUSE)
            notice.change(by=SENDER, reason="not_sent", leased_until=again)
            continue
        notice.change(by=SENDER, reason="sent", sent_at=timezone.now(), leased_until=None)
        sent += 1
    return sent


def mail(notice):
    """The mail of a notice: code and link, no name, no theme."""
    page = "my_signal" if notice.kind in REPORTER_KINDS else PAGES[notice.about]
    code = shown(notice.code)
    link = settings.SITE_ADDRESS + reverse(page, args=[code])
    return EmailMessage(
        subject=_("Bericht over %(what)s %(code)s") % {"what": NAMES[notice.about], "code": code},
        body=render_to_string("mail/notice.txt", {"link": link, "code": code}),
        to=[notice.to.email],
        headers={"X-Effect-Key": hashlib.sha256(notice.effect_key.encode()).hexdigest()[:32]},  # the key names a person
    )
