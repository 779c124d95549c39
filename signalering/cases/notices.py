"""Tell people that something happened: a row now, a mail with a link and no name later."""

import hashlib
import logging
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.accounts.access import may
from signalering.accounts.coordinated import is_coordinated, uncoordinated
from signalering.accounts.models import Membership, Team
from signalering.accounts.models.people import Role
from signalering.audit.actors import system
from signalering.cases import digests
from signalering.cases.codes import shown
from signalering.cases.mail_server import passes
from signalering.cases.models import Notice
from signalering.cases.models.notice import DIGEST, SAME_DAY
from signalering.clock import bell
from signalering.clock.kinds import Kind, TryLater

log = logging.getLogger(__name__)
SENDER = system("notices")
AT_ONCE = 10  # while a mail server says nothing, each of them takes seconds
PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=6)
PAGES = {
    "signal": "inbox_signal",
    "case": "case",
    "referral": "referral",
    "alert": "alert",
    "talk_request": "talk_request",
}
NO_COORDINATOR = "no_coordinator"
OPENS = ("view", "preview")  # the words with which the page of a record opens
REPORTER_KINDS = {"picked_up", "done", "question"}
NAMES = {
    "signal": gettext_lazy("signaal"),
    "case": gettext_lazy("casus"),
    "referral": gettext_lazy("verwijzing"),
    "alert": gettext_lazy("oproep"),
    "talk_request": gettext_lazy("overleg"),
}


def tell(kind, to, about, *, by, cause=None, due_at=None, as_number=False):
    """Somebody must hear about a record; the same event, or what `cause` made happen, is told once.

    Who may not open the record hears it only as a number, in the morning.
    """
    key = f"{kind}-{(cause or about).pk.hex}-{(cause or about).version}-{to.pk.hex}"
    if Notice.objects.filter(effect_key=key).exists():
        return
    due_at = due_at or timezone.now()
    notice = Notice(
        kind=kind,
        to=to,
        about=about.LABEL,
        about_id=about.pk,
        code=getattr(about, "code", ""),
        due_at=due_at,
        at_once=kind in SAME_DAY and not as_number and not digests.tells_today(due_at),
        effect_key=key,
    ).save_as(by, kind)
    if notice.at_once or kind not in DIGEST:
        transaction.on_commit(bell.ring, robust=True)


def call_off(about, *, by, reason):
    """Nobody has to hear about a record any more: what was not mailed yet is not mailed."""
    for notice in Notice.objects.waiting().filter(about_id=about.pk):
        notice.change(by=by, reason=reason, verb="call_off", sent_at=timezone.now())


def tell_team(kind, team, about, *, by, cause=None, role=None):
    """Everybody who works at a team's desk today, or only in one role, must hear about a record."""
    for person in people_of(team, by=by, role=role):
        tell(kind, person, about, by=by, cause=cause)


def people_of(team, *, by, role=None):
    """Who works at a team's desk today, or only in one role; not who does this now."""
    for place in team.memberships.in_force().select_related("person"):
        if (role is None or place.role == role) and place.groups and place.person.is_active and place.person != by:
            yield place.person


def tell_coordinators(kind, team, about, *, by, cause=None):
    """The coordinators of a team must hear about a record; of a team without any, who may open it at its desk.

    Where nobody may, whoever maintains the system hears that this team has no coordinator.
    """
    if is_coordinated(team):
        tell_team(kind, team, about, by=by, cause=cause, role=Role.COORDINATOR)
        return
    hear = [one for one in people_of(team, by=by) if any(may(one, word, about) for word in OPENS)]
    for person in hear:
        tell(kind, person, about, by=by, cause=cause)
    if not hear:
        tell_maintainers(team, by=by, cause=cause or about)


def tell_maintainers(team, *, by, cause):
    """Who maintains the system hears in the morning that a team has no coordinator, and not for which record."""
    maintain = Membership.objects.in_force().filter(role=Role.ADMINISTRATOR, person__is_active=True)
    for place in maintain.select_related("person"):
        tell(NO_COORDINATOR, place.person, team, by=by, cause=cause)


def teams_told_of():
    """The teams of which somebody was told that they have no coordinator, and that still have none."""
    told = Notice.objects.filter(kind=NO_COORDINATOR).values("about_id")
    return uncoordinated(Team.objects.filter(pk__in=told))


def due():
    """The notices to mail now."""
    return Notice.objects.waiting().urgent().filter(due_at__lte=timezone.now()).order_by("due_at", "id")


def send(notice):
    """Mail a notice; while the mail server is away it is tried for as long as it takes, and holds up no other."""
    if not notice.to.is_active:
        return
    message = mail(notice)
    try:
        message.send()
    except OSError as error:
        if not passes(error):
            raise
        log.error("notice %s not sent: %s", notice.pk, type(error).__name__)
        waited = timezone.now() - notice.due_at
        raise TryLater(min(max(PAUSE, waited / 2), LONGEST_PAUSE)) from error


@transaction.atomic
def sent(notice):
    """Record that a notice was mailed, or need not be any more."""
    notice.reread()
    if notice.sent_at is None:
        reason = "sent" if notice.to.is_active else "account_closed"
        notice.change(by=SENDER, reason=reason, sent_at=timezone.now())


KIND = Kind("notices", due, sent, label=gettext_lazy("Mail versturen"), send=send, at_once=AT_ONCE, since="due_at")


def send_waiting():
    """Send every notice that is due; the number done."""
    return KIND.sweep()


def mail(notice):
    """The mail of a notice: code and link, no name, no theme."""
    # the key of the effect names a person, so the mail has its digest; who gets a mail twice can tell by it
    name = hashlib.sha256(notice.effect_key.encode()).hexdigest()[:32]
    subject, body = digests.words(notice) if notice.kind == digests.MORNING else words(notice)
    headers = {"Message-ID": f"<{name}@{urlsplit(settings.SITE_ADDRESS).hostname}>", "X-Effect-Key": name}
    return EmailMessage(subject=subject, body=body, to=[notice.to.email], headers=headers)


def words(notice):
    """Subject and text of the mail about one record."""
    page = "my_signal" if notice.kind in REPORTER_KINDS else PAGES[notice.about]
    code = shown(notice.code)
    link = settings.SITE_ADDRESS + reverse(page, args=[code])
    subject = _("Bericht over %(what)s %(code)s") % {"what": NAMES[notice.about], "code": code}
    if notice.at_once:
        subject = f"{notice.get_kind_display()}: {NAMES[notice.about]} {code}"
    return subject, render_to_string("mail/notice.txt", {"link": link, "code": code})
