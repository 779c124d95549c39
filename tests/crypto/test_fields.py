"""The content door: nothing opens without a reader, and every opening leaves a look."""

import copy
import pickle
import uuid

import pytest
from cryptography.exceptions import InvalidTag
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection
from django.db.models import F, Max
from django.db.models.functions import Substr
from django.forms.models import model_to_dict

from signalering.audit.models import Event, Look
from signalering.cases.models import Signal
from signalering.crypto.fields import DESTROYED, UNREADABLE, Envelope
from signalering.crypto.keys import destroy
from signalering.crypto.models import DataKey
from signalering.crypto.reader import NobodyIsReading
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db
WORD = "kwartelstraatje"


@pytest.fixture
def signal():
    return Signal.objects.get(pk=cases.signal(observation=WORD).pk)


def test_nothing_opens_without_a_reader(signal):
    with pytest.raises(NobodyIsReading):
        signal.observation  # noqa: B018


def test_opening_is_the_look(signal, reading):
    reader = people.wot_worker()
    with reading(reader):
        assert signal.observation == WORD
        assert Look.objects.count() == 0, "looks are written after the reading, not before"
    look = Look.objects.get()
    assert (look.actor, look.label, look.record_id, look.fields) == (reader, "signal", signal.pk, ["observation"])


def test_internal_ways_open_nothing_and_leave_no_look(signal, reading):
    reader = people.wot_worker()
    with reading(reader):
        signal.refresh_from_db()
        signal.full_clean(exclude=["writer"])
        pickle.loads(pickle.dumps(signal))  # noqa: S301
        copy.deepcopy(signal)
        serializers.serialize("json", [signal])
        model_to_dict(signal)
        assert signal.observation_sealed
        signal.change(by=reader, reason="case_work", urgency="today")
        newest, oldest = signal.history.first(), signal.history.last()
        assert {change.field for change in newest.diff_against(oldest).changes} == {"urgency"}
    assert Look.objects.count() == 0


@pytest.mark.parametrize(
    "read",
    [
        lambda all: list(all.values("observation")),
        lambda all: list(all.values_list("observation", flat=True)),
        lambda all: list(all.only("observation")),
        lambda all: [s.other for s in all.annotate(other=F("observation"))],
        lambda all: list(all.raw("SELECT * FROM cases_signal")),
        lambda all: list(all.order_by("observation").values("observation")),
        lambda all: all.aggregate(Max("observation")),
        lambda all: list(Signal.history.values_list("observation", flat=True)),
        lambda all: [repr(s.__dict__) for s in all],
        lambda all: [str(s.serializable_value("observation")) for s in all],
        lambda all: serializers.serialize("json", all),
        lambda all: [s.part for s in all.annotate(part=Substr("observation", 30))],
    ],
)
def test_no_way_of_reading_gives_text(signal, read):
    try:
        found = read(Signal.objects.all())
    except Exception as error:
        found = error  # a database may refuse; it may not answer
    shown = repr([getattr(item, "__dict__", item) for item in found]) if isinstance(found, list) else repr(found)
    assert WORD not in shown
    assert WORD.encode().hex() not in shown


def test_cursor_gives_ciphertext(signal):
    with connection.cursor() as cursor:
        cursor.execute("SELECT observation FROM cases_signal")
        assert WORD.encode() not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Signal.objects.filter(observation=WORD),
        lambda: Signal.objects.filter(observation__contains=WORD),
        lambda: Signal.objects.filter(observation__in=[WORD]),
        lambda: Signal.objects.filter(observation__upper=WORD),
        lambda: Signal.objects.exclude(observation=None),
    ],
)
def test_no_search_by_sealed_text(signal, ask):
    with pytest.raises(FieldError):
        list(ask())


def test_history_opens_under_the_same_binding(signal, reading):
    with reading(people.wot_worker()):
        old = signal.history.first()
        assert old.observation == WORD
        assert old.instance.observation == WORD
    assert Look.objects.get().record_id == signal.pk


def test_same_words_keep_the_same_envelope(signal):
    before = signal.observation_sealed
    signal.observation = WORD
    assert signal.observation_sealed is before
    signal.observation = WORD + "s"
    assert signal.observation_sealed != before


def test_an_envelope_moved_to_another_record_or_field_does_not_open(signal, reading):
    other = cases.signal(observation="iets anders")
    # a database administrator pastes a ciphertext: the triggers guard history, not the present row
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_signal SET street = observation WHERE id = %s", [raw(signal.pk)])
        cursor.execute(
            "UPDATE cases_signal SET observation = (SELECT observation FROM cases_signal WHERE id = %s) WHERE id = %s",
            [raw(signal.pk), raw(other.pk)],
        )
    with reading(people.wot_worker()):
        assert Signal.objects.get(pk=other.pk).observation == str(UNREADABLE)
        assert Signal.objects.get(pk=signal.pk).street == str(UNREADABLE)
    assert Event.objects.filter(reason="altered", result="failed").count() == 2


def test_every_flipped_bit_is_refused(signal, reading):
    envelope = signal.observation_sealed
    with reading(people.wot_worker()) as reader:
        cipher = reader.keyring.cipher(envelope.key_id)
        for place in range(17, len(envelope)):
            flipped = Envelope(envelope[:place] + bytes([envelope[place] ^ 1]) + envelope[place + 1 :])
            with pytest.raises(InvalidTag):
                cipher.decrypt(flipped[17:29], flipped[29:], f"signal|{signal.pk}|observation".encode())


def test_a_destroyed_key_says_so_and_leaves_no_look(signal, reading):
    assert destroy(signal.pk) == 1
    with reading(people.wot_worker()):
        assert Signal.objects.get(pk=signal.pk).observation == str(DESTROYED)
        assert Signal.history.filter(id=signal.pk).first().observation == str(DESTROYED)
    assert Look.objects.count() == 0
    assert DataKey.objects.filter(pk=signal.pk).exists(), "an emptied key must not look like a key not made yet"


def test_a_page_fetches_all_its_keys_in_one_query(reading, django_assert_num_queries):
    for _ in range(5):
        cases.signal(observation=WORD)
    with reading(people.wot_worker()):
        signals = list(Signal.objects.all())
        with django_assert_num_queries(1, using="keys"):
            assert {signal.observation for signal in signals} == {WORD}


def test_plain_text_never_reaches_the_database(signal):
    for value in (WORD, WORD.encode(), b""):
        with pytest.raises(TypeError):
            Signal._meta.get_field("observation").get_prep_value(value)
    with pytest.raises(TypeError):
        signal.observation = 12


def test_address_is_found_again_however_it_is_typed():
    first = cases.signal(postcode="3117BX", house_number="9012")
    again = cases.signal(postcode="3117 bx", house_number="9012")
    other = cases.signal(postcode="3117BX", house_number="9013")
    assert first.address_index == again.address_index != other.address_index
    assert cases.signal(postcode="", house_number="9012").address_index == ""


def raw(key):
    """A primary key as the database holds it."""
    return key.hex if connection.vendor == "sqlite" else key


def test_keys_are_ids_of_their_roots(signal):
    assert uuid.UUID(bytes=signal.observation_sealed.key_id) == signal.pk
