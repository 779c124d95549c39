"""A reader collects looks while reading; they are written before the first byte leaves, or nothing leaves."""

import logging
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.template.loader import render_to_string
from uuid_utils.compat import uuid7

from signalering.audit import actors
from signalering.audit.insert import insert
from signalering.audit.models import Event, Look
from signalering.crypto.fields import base_model, root_id_of
from signalering.crypto.keys import Keyring, pseudonym
from signalering.crypto.reader import lent

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Because:
    """Why a record may be seen: the grant, where it came from, and for whom."""

    grant_id: uuid.UUID | None = None
    origin_kind: str = ""
    origin_id: uuid.UUID | None = None
    team_id: uuid.UUID | None = None
    purpose: str = ""


@dataclass
class Glance:
    """What was seen of one record in this request."""

    label: str
    record_id: uuid.UUID
    root_id: uuid.UUID
    kind: str = Look.Kind.LISTED
    fields: set = field(default_factory=set)


class Reader:
    """Somebody who reads for a purpose; everything opened while it is lent leaves a look."""

    def __init__(self, by, *, purpose="", page="", address=None, device="", desk_id=None):
        self.by, self.purpose, self.page = by, purpose, page
        self.address, self.device, self.desk_id = address, device, desk_id
        self.request_id = uuid7()
        self.keyring = Keyring()
        self.glances, self.reasons, self.kinds, self.subjects, self.events = {}, {}, {}, {}, []

    def circumstances(self):
        """The columns of an event that say in which request and from where."""
        return {
            "request_id": self.request_id,
            "address": self.address,
            "device": self.device,
            "desk_id": self.desk_id,
        }

    def glance(self, record):
        """The one glance at this record in this request."""
        model = base_model(record)
        key = (model.LABEL, getattr(record, model._meta.pk.attname))
        if key not in self.glances:
            self.glances[key] = Glance(*key, root_id_of(record))
        return self.glances[key]

    def looks_at(self, record, field_name):
        """A sealed field is about to open: leave the trace first."""
        self.glance(record).fields.add(field_name)

    def sees(self, record, because, kind):
        """A record is listed or opened, and this is why it may be."""
        self.glance(record)
        self.let(record.pk, because, kind)

    def let(self, root_id, because, kind):
        """Say why everything sealed under one root may be seen, and how."""
        self.reasons[root_id] = because
        if self.kinds.get(root_id) != Look.Kind.OPENED:
            self.kinds[root_id] = kind

    def through(self, root_id, other_root_id):
        """A root is seen through another record, for the same reason; without one it keeps its own."""
        if other_root_id in self.reasons:
            self.let(root_id, self.reasons[other_root_id], self.kinds[other_root_id])

    def searches(self, record, what):
        """Somebody is told what else there is beside a record: a look of its own, for the reason the record is seen."""
        self.glances[what, record.pk] = Glance(what, record.pk, root_id_of(record), kind=Look.Kind.SEARCHED)

    def concerns(self, root_id, resident_ids):
        """Name the residents a root is about, as pseudonyms on its looks."""
        self.subjects[root_id] = sorted(pseudonym("resident", pk) for pk in resident_ids)

    def found_altered(self, record, field_name):
        """An envelope does not open: it was altered or moved, and that goes on record."""
        log.error("sealed field does not open: %s %s %s", record.LABEL, record.pk, field_name)
        self.events.append(
            Event(
                **actors.columns(self.by),
                **self.circumstances(),
                verb="open_sealed_field",
                label=record.LABEL,
                record_id=record.pk,
                root_id=root_id_of(record),
                result=Event.Result.FAILED,
                reason="altered",
            )
        )

    def rows(self):
        """The looks at what was seen, as the columns of their rows."""
        who = actors.columns(self.by)
        for glance in self.glances.values():
            known = glance.record_id if glance.record_id in self.reasons else glance.root_id
            because = self.reasons.get(known, Because())
            yield {
                **who,
                "id": uuid7(),
                "request_id": self.request_id,
                "desk_id": because.team_id,
                "label": glance.label,
                "record_id": glance.record_id,
                "root_id": glance.root_id,
                "page": self.page,
                "kind": self.kind_of(glance, known),
                "fields": sorted(glance.fields),
                "purpose": because.purpose or self.purpose,
                "activity": settings.PROCESSING_ACTIVITY,
                "grant_id": because.grant_id,
                "origin_kind": because.origin_kind,
                "origin_id": because.origin_id,
                "team_id": because.team_id,
                "subjects": self.subjects.get(known, []),
            }

    def kind_of(self, glance, known):
        """How something was seen: as its reason says, unless it was a search of its own."""
        return glance.kind if glance.kind == Look.Kind.SEARCHED else self.kinds.get(known) or Look.Kind.OPENED

    def write(self):
        """Write all looks and events in a transaction of their own, and start afresh; the number of looks."""
        looks, events = list(self.rows()), self.events
        if looks or events:
            with transaction.atomic(durable=True):
                insert(Look, looks)
                Event.objects.bulk_create(events)
        self.glances, self.events = {}, []
        return len(looks)


@contextmanager
def reading(*, by, purpose, page=""):
    """Read outside a request, for a named purpose; looks are written at the end of the block.

    Must be outermost (RuntimeError inside a transaction); send mail and files after the block.
    """
    reader = Reader(by, purpose=purpose, page=page)
    with lent(reader):
        try:
            yield reader
        finally:
            reader.write()


def network(address):
    """The part of a network address that says where, not who: /24, or /48 for IPv6; None when it is no address."""
    try:
        whole = ip_address(address)
    except ValueError:
        return None
    whole = getattr(whole, "ipv4_mapped", None) or whole
    return str(ip_network((whole.packed, 24 if whole.version == 4 else 48), strict=False).network_address)


def device(user_agent):
    """The kind of device, nothing finer."""
    return "phone" if "Mobi" in user_agent else "desk" if user_agent else ""


def try_log():
    """Put a look into the log and take it out again; any database error says that it takes none now."""
    with transaction.atomic(durable=True):
        Look(actor_kind=actors.ActorKind.SYSTEM, kind=Look.Kind.LISTED).save(force_insert=True)
        transaction.set_rollback(True)


class ReadingMiddleware:
    """Lend each request a reader, and write its looks before the first byte leaves.

    While the log takes no looks, nobody who is signed in gets a page and no form changes anything.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        changes = request.method not in ("GET", "HEAD")
        if changes:
            try:
                try_log()
            except Exception:
                log.exception("form refused: looks cannot be written")
                return withheld(saved=False)
        reader = request.reader = Reader(
            request.user,
            address=network(request.META.get("REMOTE_ADDR", "")),
            device=device(request.headers.get("User-Agent", "")),
        )
        with lent(reader):
            response = self.get_response(request)
        reader.page = request.resolver_match.view_name if request.resolver_match else ""
        try:
            if not reader.write() and not changes and request.user.is_authenticated:
                try_log()
        except Exception:
            log.exception("reply withheld: its looks could not be written")
            return withheld(saved=changes)
        if response.streaming:
            response.streaming_content = aloud(reader, response.streaming_content)
        return response


def withheld(*, saved):
    """The one reply when looks cannot be written: no content at all, only whether a form was saved already."""
    return HttpResponse(render_to_string("503.html", {"saved": saved}), status=503, headers={"Retry-After": "15"})


def aloud(reader, chunks):
    """Write the looks of each part of a streamed reply before that part leaves."""
    chunks = iter(chunks)
    while True:
        with lent(reader):
            try:
                chunk = next(chunks)
            except StopIteration:
                return
        reader.write()
        yield chunk
