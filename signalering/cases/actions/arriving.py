"""What a phone hands in comes in once, however often it is sent; what does not open is kept as it is."""

import hashlib
import hmac
import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_variables

from signalering.accounts.configuration import setting
from signalering.accounts.grants import give, question
from signalering.accounts.models.people import MAY_REPORT, Role
from signalering.audit.actors import system
from signalering.cases import notices
from signalering.cases.actions import concepts, correcting, reporting
from signalering.cases.fitting import ASKED, all_lines, content_of, fit, lines
from signalering.cases.models import Arrival, Concept, KeptBox, Signal, SignalAddition
from signalering.cases.reporter_reads import SHOPS, hears_more
from signalering.crypto.boxes import DoesNotOpen, KeyGone, digest_of, open_box

log = logging.getLogger(__name__)
RECEIVER = system("arrivals")
HOUR, SOON = timedelta(hours=1), 600
TRIES = 3  # a letter can be second twice: once for its key, once for its other words


class TooMany(Exception):
    """This writer sent so much that the rest must wait."""

    def __init__(self, seconds):
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True)
class Letter:
    """What came over the line: a box, and what is written on it."""

    id: str
    kid: str
    who: str
    kind: str
    box: bytes
    sealed_at: datetime | None
    sent_at: datetime | None

    @property
    def key(self):
        """The signal's own key."""
        return uuid.UUID(self.id)

    def columns(self):
        """What is kept of how it came."""
        digest = hashlib.sha256(self.box).digest()
        return {"kid": self.kid, "box_digest": digest, "sealed_at": self.sealed_at, "sent_at": self.sent_at}


@dataclass(frozen=True)
class Answer:
    """What the phone reads back: a status, and what is said beside the key."""

    status: int
    said: dict


@sensitive_variables("text", "content", "canonical")
def receive(letter, *, phone):
    """Take in what a phone sent; the same answer for the same letter, whenever and however often it comes."""
    known = answered(letter, phone.person)
    if known is not None:
        return known
    try:
        text = open_box(letter.kid, letter.id, letter.who, letter.box)
    except KeyGone:
        return keep(letter, phone, KeptBox.Reason.KEY_GONE, 410)
    except DoesNotOpen:
        return keep(letter, phone, KeptBox.Reason.DOES_NOT_OPEN, 400)
    content, canonical = content_of(text)
    digest = digest_of(letter.id, canonical)
    take = take_concept if content.get("kind", letter.kind) == "concept" else take_signal
    for _again in range(TRIES - 1):
        try:
            return take(letter, phone, content, digest)
        except IntegrityError:
            log.debug("another sending of it was first at this very instant")
    return take(letter, phone, content, digest)


def answered(letter, writer):
    """The answer to a box that came before, also when its key is gone by now."""
    box = letter.columns()["box_digest"]
    signal = Signal.objects.filter(writer=writer, form_key=letter.key, arrival__box_digest=box).first()
    if signal is not None:
        return received(signal)
    known = Concept.objects.filter(writer=writer, form_key=letter.key, box_digest=box).exists()
    return Answer(201, {"state": "concept"}) if known else None


def received(signal, status=201, **more):
    """The answer about a signal that came in."""
    return Answer(status, {"state": "received", "name": signal.words_name, **more})


@sensitive_variables("content")
def take_signal(letter, phone, content, digest):
    """A signal comes in, or came in before: then what is told now must be the same."""
    writer = phone.person
    first = correcting.mended_by(content, by=writer)
    if first is not None:
        take_correction(first, content, digest, by=writer)
        return received(first)
    signal = Signal.objects.filter(writer=writer, form_key=letter.key).first()
    if signal is None:
        return received(arrive(letter, phone, content, digest))
    known = Arrival.objects.filter(signal=signal).first()
    if known is not None and hmac.compare_digest(bytes(known.digest), digest):
        return received(signal)
    keep_other_text(signal, content, digest, by=writer)
    return received(signal, 409, reason="other_content")


@sensitive_variables("content")
def take_correction(first, content, digest, *, by):
    """Words that mend an earlier signal come in, once; whether they were in time is told to nobody."""
    key = uuid.UUID(bytes=digest[:16])
    if first.additions.filter(author=by, form_key=key).exists():
        return
    check_rate(first.additions.filter(author=by, kind=SignalAddition.Kind.CORRECTION))
    if not correcting.mend(first, content, by=by, form_key=key):
        keep_other_text(first, content, digest, by=by)


@sensitive_variables("content", "fitted", "told")
@transaction.atomic
def arrive(letter, phone, content, digest):
    """A signal from a phone: whatever was told is kept, also what fits no field."""
    writer = phone.person
    place, active = place_of(writer)
    check_rate(Signal.objects.filter(writer=writer, channel=Signal.Channel.SEALED))
    if active:
        check_shop(writer, place)
    fitted = fit(content, from_shop=place.role == Role.SHOPKEEPER)
    told = dict(fitted.values)
    arrival = Arrival(phone=phone, digest=digest, incomplete=bool(fitted.missing), **letter.columns())
    arrival.kept_apart = not active
    proposal = content.get("words")
    signal = reporting.store(
        by=writer,
        membership=place,
        form_key=letter.key,
        theme=told.pop("theme", Signal.Theme.OTHER),
        urgency=told.pop("urgency", Signal.Urgency.THIS_WEEK),
        area=told.pop("area", None),
        observed_at=observed(fitted, arrival),
        words=told,
        words_name=proposal if isinstance(proposal, str) else "",
        channel=Signal.Channel.SEALED,
        active=active,
    )
    arrival.signal = signal
    arrival.save_as(writer, "reported", verb="arrive")
    if fitted.rest:
        SignalAddition(
            signal=signal,
            kind=SignalAddition.Kind.REST,
            author=writer,
            form_key=uuid.uuid4(),
            words=lines(fitted.rest),
        ).save_as(writer, "reported")
    if fitted.missing and active and hears_more(place.function, told.get("consent_answer", "")):
        ask_for(fitted.missing, signal, place)
    return signal


def place_of(writer):
    """The place from which somebody reports, or the last one they had; and whether they still have one."""
    here = [place for place in writer.memberships_now if place.role in MAY_REPORT]
    if here:
        return reporting.reporting_place(writer), True
    return writer.memberships.filter(role__in=MAY_REPORT).order_by("-starts_at", "-pk").first(), False


def check_rate(sent):
    """A stolen ticket cannot flood a team: so many an hour, and the rest waits on the phone."""
    most = int(setting("phone_signals_an_hour"))
    if sent.filter(created_at__gte=timezone.now() - HOUR)[:most].count() >= most:
        raise TooMany(SOON)


def check_shop(writer, place):
    """A shop that sent all it may send today goes on tomorrow."""
    now = timezone.localtime()
    try:
        reporting.check_may_report(writer, place, now)
    except ValidationError:
        tomorrow = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
        raise TooMany(int((tomorrow - now).total_seconds()) + 1) from None


def observed(fitted, arrival):
    """When it was seen, with the phone's clock put right; never later than its arrival."""
    told = fitted.observed_at or arrival.sealed_at
    return min(told + arrival.clock_error, arrival.created_at) if told else arrival.created_at


def ask_for(missing, signal, place):
    """Nobody can mend what was sealed, so the system itself asks the writer for what is missing."""
    with override("nl"):  # the desk reads it too
        what = {"what": ", ".join(str(ASKED[slug]) for slug in missing)}
        words = _("Je signaal is binnen. We missen nog: %(what)s. Kun je dat hieronder aanvullen?") % what
    signal.move(Signal.Status.ASKED, by=RECEIVER, reason="asked", verb="ask_reporter", feedback_code="question")
    SignalAddition(
        signal=signal,
        kind=SignalAddition.Kind.QUESTION,
        form_key=uuid.uuid4(),
        words=words,
    ).save_as(RECEIVER, "asked")
    given = {"by": RECEIVER, "reason": "asked", "purpose": signal.purpose, "place": place}
    give(signal, "own_text", to=signal.writer, origin=question(signal), **given)
    notices.tell("question", signal.writer, signal, by=RECEIVER)


@sensitive_variables("content")
@transaction.atomic
def keep_other_text(signal, content, digest, *, by):
    """The same signal came again with other words: they are kept beside the first, for who reads it."""
    key = uuid.UUID(bytes=digest[:16])
    signal.reread()
    if signal.additions.filter(author=by, form_key=key).exists():
        return
    check_rate(signal.additions.filter(author=by, kind=SignalAddition.Kind.OTHER_TEXT))
    addition = SignalAddition(
        signal=signal,
        kind=SignalAddition.Kind.OTHER_TEXT,
        author=by,
        form_key=key,
        words=all_lines(content, from_shop=signal.reporter_kind in SHOPS),
    ).save_as(by, "added", verb="add_to_signal")
    if signal.is_triaged:
        reporting.bring_to_reader(signal, addition, by=by)


@sensitive_variables("content", "text")
def take_concept(letter, phone, content, digest):
    """A draft comes in as a concept; one with the same key and other words stands beside it."""
    writer = phone.person
    known = Concept.objects.filter(writer=writer, form_key=letter.key).first()
    if known is not None and hmac.compare_digest(bytes(known.digest), digest):
        return Answer(201, {"state": "concept"})
    key = letter.key if known is None else uuid.UUID(bytes=digest[:16])
    if not Concept.objects.filter(writer=writer, form_key=key).exists():
        check_rate(Concept.objects.filter(writer=writer))
        place, active = place_of(writer)
        columns = {"phone": phone, "form_key": key, "digest": digest, **letter.columns()}
        from_shop = place.role == Role.SHOPKEEPER
        concepts.take_in(content, by=writer, place=place if active else None, from_shop=from_shop, **columns)
    return (
        Answer(201, {"state": "concept"})
        if known is None
        else Answer(409, {"state": "concept", "reason": "other_content"})
    )


def keep(letter, phone, reason, status):
    """What does not open is kept as it came, once: perhaps its key comes back."""
    columns, writer = letter.columns(), phone.person
    mine = KeptBox.objects.filter(writer=writer)
    if not mine.filter(form_key=letter.key, box_digest=columns["box_digest"]).exists():
        check_rate(mine)
        row = KeptBox(phone=phone, writer=writer, form_key=letter.key, reason=reason, box=letter.box, **columns)
        try:
            with transaction.atomic():
                row.save_as(writer, "kept", verb="keep_box")
        except IntegrityError:
            log.info("box was kept already")
        else:
            log.warning("box kept that does not open: %s", reason)
    return Answer(status, {"reason": str(reason)})
