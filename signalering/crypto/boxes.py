"""Boxes: what a phone seals to a public key of ours, so that only the server reads it (RFC 9180, base mode)."""

import hmac
import json
import uuid

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from signalering.crypto.keys import secret_key, unwrap, wrap
from signalering.crypto.models import BoxKey

SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
CURVE = ec.SECP256R1()
FORMAT = "signaal1"
WRAPPED = b"box-key|"


class KeyGone(Exception):
    """The private key of this box was destroyed, or never was here."""


class DoesNotOpen(Exception):
    """This box was altered, or is bound to another signal, key or writer."""


def current(lifetime):
    """The key to publish now; `lifetime` (timedelta) is how long a new one may be sealed to.

    A new one is made in time: a phone always gets a key that it may use for at least half of that.
    """
    newest = usable(timezone.now() + lifetime / 2).order_by("-created_at", "-pk").first()
    return newest or make(lifetime)


def usable(moment):
    """The keys that can still be opened and that phones may seal to until after this moment."""
    return BoxKey.objects.filter(wrapped__isnull=False, until__gt=moment)


def make(lifetime):
    """A new key pair, from now on the one to publish; phones may seal to it for `lifetime` (timedelta)."""
    private = ec.generate_private_key(CURVE)
    key = BoxKey(until=timezone.now() + lifetime)
    key.wrapped = wrap(key.pk, private.private_numbers().private_value.to_bytes(32, "big"), WRAPPED)
    key.public = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    key.save(force_insert=True)
    return key


def private_key(kid):
    """The private key with this name; KeyGone when there is none any more."""
    try:
        key = BoxKey.objects.filter(pk=uuid.UUID(hex=kid)).first()
    except ValueError:
        raise KeyGone from None
    if key is None or key.wrapped is None or key.kid != kid:
        raise KeyGone
    scalar = unwrap(key.pk, key.wrapped, WRAPPED)
    return ec.derive_private_key(int.from_bytes(scalar, "big"), CURVE)


@sensitive_variables("text")
def open_box(kid, signal_key, who, box):
    """The text in a box; KeyGone or DoesNotOpen when it cannot be read.

    `kid`, `signal_key` and `who` (text, as the phone wrote them) are what the box is bound to.
    Whoever calls this puts the text straight into sealed fields: it leaves no look.
    """
    key, info = private_key(kid), "\n".join([FORMAT, signal_key, kid, who]).encode()
    try:
        text = SUITE.decrypt(box, key, info=info)
    except InvalidTag:
        raise DoesNotOpen from None
    return text.decode(errors="replace")


@sensitive_variables("content", "text")
def digest_of(signal_key, content):
    """A keyed digest (32 bytes) of opened content, to tell whether the same was sent again."""
    text = json.dumps([signal_key, content], sort_keys=True, separators=(",", ":"))
    return hmac.digest(secret_key(settings.INDEX_KEY_FILE), b"box|" + text.encode(), "sha256")


def past(kept):
    """The keys that outlived their use: `kept` (timedelta) after phones stopped sealing to them."""
    return BoxKey.objects.filter(wrapped__isnull=False, until__lte=timezone.now() - kept)


def destroy(key):
    """Empty a private key: what was sealed to it and has not arrived can never be read; whether it was there."""
    gone = BoxKey.objects.filter(pk=key.pk, wrapped__isnull=False)
    return bool(gone.update(wrapped=None, destroyed_at=timezone.now(), until=min(key.until, timezone.now())))


def sealed_until(key, kept):
    """Until when a key stays, with what was sealed to it in time: `kept` (timedelta) after its last use."""
    return key.until + kept
