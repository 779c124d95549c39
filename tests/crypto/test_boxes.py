"""A box opens with its own key, for its own signal and writer, and never otherwise."""

import os
import uuid
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.utils import timezone

from offline import hpke
from signalering.crypto import boxes
from signalering.crypto.keys import wrap
from signalering.crypto.models import BoxKey

pytestmark = pytest.mark.django_db
MONTH = timedelta(days=30)
SIGNAL, WHO = str(uuid.uuid4()), "0123456789abcdef"


def sealed(key, text=b"gordijnen dicht", *, signal=SIGNAL, who=WHO, kid=None):
    info = "\n".join(["signaal1", signal, kid or key.kid, who]).encode()
    return hpke.seal(bytes(key.public), info, text)


@pytest.fixture
def key():
    return boxes.make(MONTH)


def test_a_box_opens_for_its_signal_and_writer(key):
    assert len(key.public) == 65
    assert boxes.open_box(key.kid, SIGNAL, WHO, sealed(key)) == "gordijnen dicht"


@pytest.mark.parametrize(
    "bound",
    [{"signal": str(uuid.uuid4())}, {"who": "f" * 16}, {"kid": uuid.uuid4().hex}],
    ids=["another signal", "another writer", "another key"],
)
def test_a_box_is_bound_to_what_is_written_on_it(key, bound):
    with pytest.raises(boxes.DoesNotOpen):
        boxes.open_box(key.kid, SIGNAL, WHO, sealed(key, **bound))


@pytest.mark.parametrize("harm", [lambda box: box[:-1], lambda box: b"", lambda box: box[:70] + b"x" + box[71:]])
def test_an_altered_box_does_not_open(key, harm):
    with pytest.raises(boxes.DoesNotOpen):
        boxes.open_box(key.kid, SIGNAL, WHO, harm(sealed(key)))


def test_bytes_that_are_no_text_still_come_out(key):
    assert boxes.open_box(key.kid, SIGNAL, WHO, sealed(key, b"\xff\xfehallo")) == "��hallo"


@pytest.mark.parametrize("kid", ["", "onzin", "0" * 32, "{0}"])
def test_a_key_that_never_was_is_gone(key, kid):
    with pytest.raises(boxes.KeyGone):
        boxes.open_box(kid.format(key.pk), SIGNAL, WHO, sealed(key))


def test_a_destroyed_key_is_gone_and_its_row_stays(key):
    box = sealed(key)
    assert boxes.destroy(key)
    assert not boxes.destroy(key)
    with pytest.raises(boxes.KeyGone):
        boxes.open_box(key.kid, SIGNAL, WHO, box)
    row = BoxKey.objects.get(pk=key.pk)
    assert row.wrapped is None
    assert row.destroyed_at is not None


def test_the_private_key_is_stored_wrapped_for_its_own_row(key):
    other = boxes.make(MONTH)
    BoxKey.objects.filter(pk=key.pk).update(wrapped=other.wrapped)
    with pytest.raises(InvalidTag):
        boxes.private_key(key.kid)
    BoxKey.objects.filter(pk=key.pk).update(wrapped=wrap(key.pk, os.urandom(32)))
    with pytest.raises(InvalidTag):
        boxes.private_key(key.kid)


def test_a_wrong_main_key_is_our_fault_and_not_that_of_the_box(key):
    BoxKey.objects.filter(pk=key.pk).update(wrapped=os.urandom(60))
    with pytest.raises(InvalidTag):
        boxes.open_box(key.kid, SIGNAL, WHO, sealed(key))


def test_one_key_is_published_until_half_of_its_time_is_over():
    first = boxes.current(MONTH)
    assert boxes.current(MONTH) == first
    assert first.until > timezone.now() + MONTH - timedelta(minutes=1)
    BoxKey.objects.filter(pk=first.pk).update(until=timezone.now() + MONTH / 2 - timedelta(minutes=1))
    second = boxes.current(MONTH)
    assert second != first
    assert boxes.open_box(first.kid, SIGNAL, WHO, sealed(first)), "the older one still opens"


def test_a_destroyed_key_is_never_published():
    first = boxes.current(MONTH)
    boxes.destroy(first)
    assert boxes.current(MONTH) != first


def test_past_are_the_keys_to_which_nothing_can_still_arrive(key):
    assert not boxes.past(timedelta(0))
    BoxKey.objects.filter(pk=key.pk).update(until=timezone.now() - timedelta(days=89))
    assert not boxes.past(timedelta(days=90))
    assert list(boxes.past(timedelta(days=88))) == [key]


def test_the_digest_tells_signals_and_contents_apart():
    same = boxes.digest_of(SIGNAL, '{"a":1}')
    assert same == boxes.digest_of(SIGNAL, '{"a":1}')
    assert len({same, boxes.digest_of(SIGNAL, '{"a":2}'), boxes.digest_of(WHO, '{"a":1}')}) == 3
