"""Everybody sees what they looked at themselves, one line per request, with why it was allowed."""

import re

import pytest
from django.apps import apps
from django.urls import get_resolver, reverse
from uuid_utils.compat import uuid7

from signalering.audit import words
from signalering.audit.actors import SYSTEM_PURPOSES
from signalering.audit.models import Look
from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText
from tests.accounts import factories as people
from tests.audit.looking import seen, statements
from tests.cases import factories as cases
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db


def page_of(client, **query):
    reply = client.get(reverse("my_looks"), query)
    assert reply.status_code == 200
    return reply.content.decode()


def times(html):
    return re.findall(r'<li>\s*<p><time datetime="([^"]+)"', html)


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def client(worker, as_person):
    return as_person(worker)


def test_who_looked_at_nothing_reads_so(client):
    assert "Je hebt hier nog niets geopend." in page_of(client)
    assert "Je hebt nog niets in een lijst gezien." in page_of(client, soort="lijst")


def test_opened_and_listed_stand_apart(client, worker):
    opened, listed = cases.signal(), cases.signal()
    seen(worker, opened, origin="routing", team=worker.teams[0], page="inbox_signal", fields=["name", "observation"])
    seen(worker, listed, kind="listed", origin="routing", team=worker.teams[0], page="inbox")
    html = page_of(client)
    assert opened.shown_code in html
    assert "naam, beschrijving" in html
    assert "Signaal beoordelen" in html
    assert listed.shown_code not in html
    html = page_of(client, soort="lijst")
    assert listed.shown_code in html
    assert "Postvak" in html
    assert opened.shown_code not in html


def test_a_list_is_one_line_that_opens_to_its_codes(client, worker):
    signals = [cases.signal() for _ in range(12)]
    seen(worker, *signals, kind="listed", origin="routing", team=worker.teams[0], page="inbox")
    html = page_of(client, soort="lijst")
    assert len(times(html)) == 1
    assert "12 signalen gezien in een lijst" in html
    assert "<details" in html
    assert all(signal.shown_code in html for signal in signals)


def test_what_a_case_holds_is_named_by_the_code_of_the_case(client, worker):
    referral = referrals.sent(cases.case(by=worker))
    case = referral.case
    seen(
        worker,
        case,
        case.case_residents.get().resident,
        case.signals.get(),
        case.signals.get().reporter,
        referral,
        referral.extract,
        *case.consents.all(),
        fields=["name"],
    )
    html = " ".join(page_of(client).split())
    signal = case.signals.get().shown_code
    for what, code in (
        ("casus", case.shown_code),
        ("inwoner", case.shown_code),
        ("toestemming bij casus", case.shown_code),
        ("signaal", signal),
        ("wie de melder is van signaal", signal),
        ("verwijzing", referral.shown_code),
        ("gedeelde gegevens bij verwijzing", referral.shown_code),
    ):
        assert f'<li>{what} <span class="code">{code}</span>: naam</li>' in html, what


@pytest.mark.parametrize(
    ("origin", "record", "sentence"),
    [
        ("routing", "signal", "Via het postvak van WOT Oost"),
        ("routing", "case", "Je bent coördinator van WOT Oost"),
        ("director", "case", "Je bent casusregisseur"),
        ("report", "signal", "Je eigen signaal"),
        ("question", "signal", "Een vraag over je signaal"),
        ("referral", "case", "Via een verwijzing"),
        ("stand_in", "case", "Je vervangt de casusregisseur"),
        ("office", "case", "Je functie"),
    ],
)
def test_every_line_says_why_it_was_allowed(client, worker, origin, record, sentence):
    case = cases.case()
    seen(worker, {"case": case, "signal": case.signals.get()}[record], origin=origin, team=worker.teams[0])
    html = page_of(client)
    assert f"Waarom mocht het? {sentence}" in html
    assert "geen reden gevonden" not in html


def test_a_look_without_a_reason_is_marked_with_a_word_and_an_icon(client, worker):
    seen(worker, cases.signal(), origin="")
    html = page_of(client)
    assert re.search(
        r'<span class="tag warn"><svg[^>]*aria-hidden="true".*?</svg>\s*geen reden gevonden</span>', html, re.S
    )


def test_nobody_sees_what_others_looked_at(client, worker, as_person):
    signal = cases.signal()
    seen(people.wot_worker(), signal, origin="routing")
    assert signal.shown_code not in page_of(client)


@pytest.mark.parametrize("kind", [people.home_care, people.partner, people.privacy_officer, people.administrator])
def test_everybody_has_the_page(as_person, kind):
    assert "Mijn inzages" in page_of(as_person(kind()))


def test_a_reporter_reads_it_in_the_frame_of_the_phone(as_person):
    assert 'class="phone"' in page_of(as_person(people.home_care()))


def test_walking_the_pages_finds_every_request_once_also_when_requests_overlap(client, worker):
    signal, case = cases.signal(), cases.case()
    requests = [uuid7() for _ in range(60)]
    for request_id in requests:
        seen(worker, signal, request_id=request_id, page="inbox_signal")
    for request_id in reversed(requests):
        seen(worker, case, request_id=request_id, page="inbox_signal")
    walked, query = [], {}
    while True:
        html = page_of(client, **query)
        walked.append(html.count(f'<span class="code">{signal.shown_code}</span>'))
        assert html.count(f'<span class="code">{case.shown_code}</span>') == walked[-1]
        older = re.search(r"ouder=([0-9a-f-]+)", html)
        if older is None:
            break
        query = {"ouder": older[1]}
    assert walked == [25, 25, 10]
    newer = re.search(r"nieuwer=([0-9a-f-]+)", html)[1]
    back = page_of(client, nieuwer=newer)
    assert re.search(r"ouder=([0-9a-f-]+)", back)[1] == query["ouder"]
    assert re.search(r"nieuwer=", back)
    newest = page_of(client, nieuwer=re.search(r"nieuwer=([0-9a-f-]+)", back)[1])
    assert not re.search(r"nieuwer=", newest)


def test_a_long_list_stands_whole_on_one_page(client, worker):
    signal = cases.signal()
    seen(worker, *[signal] * 300, kind="listed", origin="routing")
    assert "300 signalen gezien" in page_of(client, soort="lijst")


@pytest.mark.parametrize(
    "query",
    [
        {"ouder": "x"},
        {"nieuwer": "\x00"},
        {"vanaf": "2026-02-30"},
        {"vanaf": "9999-12-31"},
        {"vanaf": "0001-01-01"},
        {"soort": "\ud800"},
    ],
)
def test_an_address_that_names_nothing_shows_the_newest(client, worker, query):
    seen(worker, cases.signal(), origin="routing")
    assert len(times(page_of(client, **{k: v.encode("utf-8", "surrogatepass") for k, v in query.items()}))) == 1


def test_a_day_shows_that_day_and_older(client, worker):
    seen(worker, cases.signal(), origin="routing")
    assert len(times(page_of(client, vanaf="2999-01-01"))) == 1
    assert len(times(page_of(client, vanaf="2020-01-01"))) == 0


def test_the_page_asks_the_same_few_questions_for_one_line_and_for_many(client, worker):
    case = referrals.sent(cases.case(by=worker)).case
    seen(worker, case, case.signals.get(), team=worker.teams[0])
    page_of(client)
    with statements() as few:
        page_of(client)
    for _ in range(40):
        seen(
            worker,
            case,
            case.case_residents.get().resident,
            *case.referrals.all(),
            origin="routing",
            team=worker.teams[0],
        )
    with statements() as many:
        page_of(client)
    assert len(many) == len(few) <= 12


def test_reading_the_own_log_opens_nothing(client, worker):
    seen(worker, cases.case(by=worker), fields=["summary"])
    before = Look.objects.count()
    page_of(client)
    assert Look.objects.count() == before


def sealed_fields():
    for model in apps.get_models():
        if not hasattr(model, "instance_type"):
            for field in model._meta.fields:
                if isinstance(field, SealedText):
                    yield model.LABEL, field.name


def test_the_log_has_dutch_words_for_every_record_field_and_page():
    records, fields, pages = (closed_list("audit", name) for name in ("record", "field", "page"))
    for label, field in sealed_fields():
        assert label in records
        assert field in fields
    own = set()
    for pattern in get_resolver().url_patterns:
        for route in getattr(pattern, "url_patterns", [pattern]):
            if route.callback.__module__.startswith(("signalering.cases", "signalering.referrals")):
                own.add(route.name)
    assert own <= set(pages)
    assert set(closed_list("audit", "system")) == SYSTEM_PURPOSES


def test_unknown_slugs_are_shown_as_they_are():
    assert words.record_label("thing", 2) == "2 thing"
    assert words.field_labels({"zzz", "name"}) == "naam, zzz"
