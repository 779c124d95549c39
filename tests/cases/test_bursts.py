"""Many signals from shops over one address: the desk is told by code and link, and nobody who sends notices."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from signalering.accounts.models import Setting
from signalering.audit.models import Event
from signalering.cases import notices
from signalering.cases.actions.bursts import around, watch
from signalering.cases.models import Notice, Signal
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.two_processes import race

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return people.wot_worker()


def from_shop(**details):
    """A signal that somebody in a shop sent, over an address in Oost."""
    words = {"consent_answer": "not_discussed", "name": "", **details}
    return cases.signal(by=people.shopkeeper(), **words)


def grown_old(signal, **time):
    """The same signal, which came in earlier."""
    moment = signal.created_at - timedelta(**time)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_signal SET created_at = %s WHERE code = %s",
            [moment if connection.vendor == "postgresql" else moment.replace(tzinfo=None), signal.code],
        )
    signal.refresh_from_db()
    return signal


def page(signal, client):
    return client.get(f"/signalen/{signal.shown_code}/").content.decode()


def test_the_desk_is_told_once_by_code_and_link(worker):
    colleague, elsewhere = people.wot_worker(), people.wot_worker("WOT Zuid")
    signals = [from_shop() for _ in range(2)]
    assert watch() == 0
    signals.append(from_shop())
    assert watch() == 1
    from_shop()
    assert watch() == 0, "it is told once while it lasts"
    told = Notice.objects.filter(kind="burst")
    assert {notice.to for notice in told} == {worker, colleague}
    assert elsewhere not in {notice.to for notice in told}
    notices.send_waiting()
    sent = [message for message in mail.outbox if signals[2].shown_code in message.subject]
    assert {message.to[0] for message in sent} == {worker.email, colleague.email}
    for message in sent:
        assert f"/signalen/{signals[2].shown_code}/" in message.body
        assert "adres" not in message.body.lower()
        assert "3117" not in message.body


def test_other_addresses_reporters_teams_and_days_are_not_counted(worker):
    consulted = people.wot_worker("CO-team")
    from_shop()
    from_shop(house_number="9013")
    from_shop(postcode="", house_number="", place="In de winkel")
    for _ in range(3):
        cases.signal(consent_answer="not_discussed", name="")
        from_shop(consent_answer="not_safe", unsafe_reason="danger_to_reporter", house_number="9014")
    assert Signal.objects.filter(team__name="CO-team").count() == 3
    assert watch() == 1, "of the CO-team alone"
    assert Notice.objects.get(kind="burst").to == consulted
    from_shop(house_number="9014")
    from_shop()
    grown_old(from_shop(), hours=25)
    assert watch() == 0


def test_two_teams_with_a_burst_over_one_address_each_hear_of_their_own(worker):
    consulted = people.wot_worker("CO-team")
    for _ in range(3):
        safe, unsafe = from_shop(), from_shop(consent_answer="not_safe", unsafe_reason="danger_to_reporter")
    assert watch() == 2
    told = {notice.to: notice.code for notice in Notice.objects.filter(kind="burst")}
    assert told == {worker: safe.code, consulted: unsafe.code}


def test_how_many_are_a_burst_is_configured(worker):
    Setting.objects.get(key="burst_signals_a_day").change(by=people.BY, reason="other", value="2")
    from_shop()
    from_shop()
    assert watch() == 1


def test_a_burst_that_goes_on_is_told_again_the_next_day(worker):
    old = [grown_old(from_shop(), hours=12) for _ in range(3)]
    assert watch() == 1
    for signal in old:
        grown_old(signal, hours=13)
    for _ in range(3):
        from_shop()
    assert watch() == 1
    assert Notice.objects.filter(kind="burst").count() == 2


def test_the_page_says_it_on_each_of_them_and_that_it_did_is_on_record(worker, as_person):
    client = as_person(worker)
    signals = [from_shop(), from_shop()]
    assert "veel-over-dit-adres" not in page(signals[0], client)
    other = cases.signal(consent_answer="not_discussed", name="")
    signals.append(from_shop())
    for signal in signals:
        assert "3 signalen van winkels of bezorgers binnen één dag" in page(signal, client)
    assert "veel-over-dit-adres" not in page(other, client)
    assert Event.objects.filter(verb="same_address", actor=worker).count() == 3


def test_a_day_is_any_day_around_the_signal():
    signals = [grown_old(from_shop(), hours=hours) for hours in (40, 30, 20, 0)]
    assert [around(signal) for signal in signals] == [3, 3, 3, 0]


def test_the_writer_reads_nothing_of_it(as_person):
    shopkeeper = people.shopkeeper()
    signals = [cases.signal(by=shopkeeper, consent_answer="not_discussed", name="") for _ in range(3)]
    watch()
    client = as_person(shopkeeper)
    pages = [client.get(f"/mijn-signalen/{signal.shown_code}/").content.decode() for signal in signals]
    assert not any("adres kwamen" in page or "binnen één dag" in page for page in pages)
    assert not Notice.objects.filter(to=shopkeeper).exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_tell_it_once():
    people.wot_worker()
    for _ in range(3):
        from_shop()

    def deed(barrier):
        barrier.wait(timeout=30)
        return watch()

    assert sorted(race(deed, deed)) == [0, 1]
    assert Notice.objects.filter(kind="burst").count() == 1
