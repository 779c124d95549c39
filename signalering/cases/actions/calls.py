"""Text messages to who is on duty: a link and a code, handed in once, and tried again while the gateway is away."""

import hashlib
import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.audit.reading import reading
from signalering.cases import sms
from signalering.cases.actions.alerts import ALARM
from signalering.cases.models import AlertCall
from signalering.clock.kinds import Kind, TryLater

log = logging.getLogger(__name__)
PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(minutes=10)
AT_ONCE = 2  # a gateway that says nothing takes seconds of each


def waiting():
    """The calls of which the text message still has to go, the oldest first."""
    return AlertCall.objects.to_text()


def hand_in(call):
    """Hand in one text message; while the gateway is away it is tried for as long as it matters."""
    with reading(by=ALARM, purpose="safety"):
        number = call.shift.phone
    code = call.alert.shown_code
    link = settings.SITE_ADDRESS + reverse("alert", args=[code])
    text = _("Oproep %(code)s van Signalering: %(link)s") % {"code": code, "link": link}
    try:
        sms.send(number, text, key_of(call))
    except sms.NotTaken as error:
        log.error("text message %s not sent: %s", call.pk, error)
        if not isinstance(error, sms.NotNow):
            raise
        waited = timezone.now() - call.due_at
        raise TryLater(min(max(PAUSE, waited / 2), LONGEST_PAUSE)) from error


@transaction.atomic
def sent(call):
    """Record that a text message was handed in."""
    call.reread()
    if call.sent_at is None:
        call.change(by=ALARM, reason="sent", verb="text_person", sent_at=timezone.now())


KIND = Kind(
    "text_messages", waiting, sent, label=gettext_lazy("Sms versturen"), send=hand_in, at_once=AT_ONCE, since="due_at"
)


def sweep():
    """Hand in every text message that is due; how many went."""
    return KIND.sweep()


def key_of(call):
    """By which a gateway knows the same message again; the effect key itself names a person."""
    return hashlib.sha256(call.effect_key.encode()).hexdigest()[:32]
