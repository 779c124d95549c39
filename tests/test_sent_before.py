"""The same form with other words is never called saved; truly the same form is one deed, and no false look."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from signalering.accounts.models import TeamClosure
from signalering.audit.models import Look
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.models import Consent, ContactAttempt, Note, Signal, SignalAddition
from signalering.cases.working_days import today
from signalering.crypto.fields import says
from signalering.referrals.models import Referral
from signalering.workflow import SentBefore
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases import routing_tables as tables
from tests.cases.browsing import FormReader
from tests.referrals.test_drafting import filled

pytestmark = pytest.mark.django_db
SENTENCE = "Dit formulier is al eerder verstuurd, met andere woorden."


def test_a_signal_told_otherwise_on_the_same_form_is_refused():
    nurse, key = people.home_care(), uuid.uuid4()
    first = cases.signal(by=nurse, form_key=key)
    assert cases.signal(by=nurse, form_key=key) == first
    for other in (
        {"observation": "Iets heel anders."},
        {"name": ""},
        {"theme": "loneliness"},
        {"urgency": "today"},
        {"area": None},
        {"opinion": "Het gaat mis."},
    ):
        with pytest.raises(SentBefore):
            cases.signal(by=nurse, form_key=key, **other)
    assert Signal.objects.count() == 1


def test_what_was_sent_first_stays_the_same_form_after_a_correction_and_another_area():
    nurse, key = people.home_care(), uuid.uuid4()
    first, worker = cases.signal(by=nurse, form_key=key), people.wot_worker()
    with reading_block(by=nurse, purpose="debt"):
        reporting.correct(first, by=nurse, form_key=uuid.uuid4(), version=first.version, observation="Minder post.")
    with reading_block(by=worker, purpose="debt"):
        triage.choose_area(first, by=worker, area=people.Team.objects.get(name="WOT Zuid").areas.first())
    looks = Look.objects.count()
    assert cases.signal(by=nurse, form_key=key) == first
    with pytest.raises(SentBefore):
        cases.signal(by=nurse, form_key=key, observation="Minder post.")
    assert Look.objects.count() == looks


def test_asking_whether_the_words_are_the_same_opens_nothing():
    signal = cases.signal()
    with reading_block(by=signal.writer, purpose="debt") as reader:
        assert says(signal, observation="Stapel ongeopende post.", already_done="")
        assert not says(signal, observation="Stapel ongeopende post")
        assert not says(signal, observation="")
        assert not says(signal, already_done="Iets.")
        assert not reader.glances


def test_the_writer_keeps_what_was_typed_and_may_send_it_after_all(as_person):
    client = as_person(people.home_care())
    sent = {
        "theme": "money_or_rent",
        "step": "what",
        "postcode": "3117BX",
        "house_number": "9012",
        "consent_answer": "not_discussed",
        "urgency": "this_week",
        "chips": ["rent_unpaid"],
        "form_key": str(uuid.uuid4()),
    }
    address = reverse("report")
    assert client.post(address, sent).status_code == 302
    assert client.post(address, sent).status_code == 302
    reply = client.post(address, sent | {"observation": "Nog een brief."})
    assert reply.status_code == 200
    html = reply.content.decode()
    assert SENTENCE in html
    assert "Nog een brief." in html
    assert Signal.objects.count() == 1
    again = dict(FormReader(html, "signaal").values)
    assert again["form_key"] != sent["form_key"]
    assert (
        client.post(address, sent | {"observation": "Nog een brief.", "form_key": again["form_key"]}).status_code == 302
    )
    assert Signal.objects.count() == 2


@pytest.mark.parametrize("act", ["verbeteren", "aanvullen", "antwoorden"])
def test_what_a_reporter_wrote_later_is_not_called_saved(as_person, act):
    worker, signal = people.wot_worker(), cases.signal()
    client, form = as_person(signal.writer), {"form_key": str(uuid.uuid4())}
    address = f"/mijn-signalen/{signal.shown_code}/{act}/"
    with reading_block(by=worker, purpose="debt"):
        if act == "aanvullen":
            triage.close_with(signal, by=worker, reason="advised")
        if act == "antwoorden":
            triage.ask(signal, by=worker, form_key=uuid.uuid4(), words="Hoe laat?")
    if act == "verbeteren":
        form |= dict(FormReader(client.get(address).content.decode(), "verbeteren").values)
    name = "observation" if act == "verbeteren" else "words"
    for _ in range(2):
        assert client.post(address, form | {name: "Elke ochtend."}).status_code == 302
    additions = SignalAddition.objects.count()
    reply = client.post(address, form | {name: "Alleen op maandag."})
    assert reply.status_code == 409
    assert SENTENCE in reply.content.decode()
    assert "Alleen op maandag." in reply.content.decode()
    assert SignalAddition.objects.count() == additions


@pytest.mark.parametrize("act", ["notitie", "contact", "toestemming"])
def test_work_on_a_case_is_not_called_saved_either(as_person, act):
    case = cases.case()
    client, address = as_person(case.director), f"/casussen/{case.shown_code}/{act}/"
    moment = timezone.localtime()  # an hour ago may be before the day on which the case began
    agreed = {"scope": "referral", "age_band": "24-66", "given_by": "resident", "given_at": today().isoformat()}
    forms = {
        "notitie": ({"words": "Gebeld."}, {"words": "Niet gebeld."}),
        "contact": ({"channel": "phone", "reached": "no", "at": f"{moment:%Y-%m-%dT%H:%M}"}, {"reached": "yes"}),
        "toestemming": (agreed, {"words": "Alleen de huur."}),
    }
    form, other = forms[act]
    form = form | {"form_key": str(uuid.uuid4())}
    for _ in range(2):
        assert client.post(address, form).status_code == 302
    reply = client.post(address, form | other)
    assert reply.status_code == 200
    html = reply.content.decode()
    assert SENTENCE in html
    assert other.get("words", "") in html
    assert sum(kind.objects.count() for kind in (Note, ContactAttempt, Consent)) == 1
    fresh = reply.context["form"]["form_key"].value()
    assert client.post(address, form | other | {"form_key": fresh}).status_code == 302
    assert sum(kind.objects.count() for kind in (Note, ContactAttempt, Consent)) == 2


def test_a_question_to_the_reporter_is_not_called_asked(reading):
    worker, signal, key = people.wot_worker(), cases.signal(), uuid.uuid4()
    with reading(worker):
        triage.ask(signal, by=worker, form_key=key, words="Hoe laat?")
        triage.ask(signal, by=worker, form_key=key, words="Hoe laat?")
        with pytest.raises(SentBefore):
            triage.ask(signal, by=worker, form_key=key, words="Wie heeft de sleutel?")


def test_a_draft_is_not_called_saved(as_person):
    case = cases.case()
    client, form = as_person(case.director), filled()
    address = reverse("referral_draft", args=[case.shown_code])
    for _ in range(2):
        assert client.post(address, form).status_code == 302
    reply = client.post(address, form | {"question": "Kunnen jullie vandaag nog langs?"})
    assert SENTENCE in reply.content.decode()
    assert "vandaag nog langs" in reply.content.decode()
    assert Referral.objects.count() == 1


def test_a_note_once_is_once(reading):
    case, key = cases.case(), uuid.uuid4()
    with reading(case.director):
        notes = {casework.write_note(case, by=case.director, form_key=key, words="Gebeld.").pk for _ in range(2)}
    assert len(notes) == 1


def test_a_rule_of_routing_is_not_called_saved(as_person):
    admin = people.administrator()
    client, table, team = as_person(admin), tables.draft(admin), people.Team.objects.get(name="WOT Zuid")
    address = reverse("routing_rule", args=[table.shown_code])
    form = {"theme": "loneliness", "team": str(team.pk), "form_key": str(uuid.uuid4())}
    assert client.post(address, form).status_code == 302
    rule = table.rules.get(form_key=form["form_key"])
    rule.change(by=admin, reason="rule_changed", urgency="today")
    assert client.post(address, form).status_code == 302, "what was sent first is still the same form"
    reply = client.post(address, form | {"theme": "money_or_rent"})
    assert SENTENCE in reply.content.decode()
    again = form | {"theme": "money_or_rent", "form_key": reply.context["form"]["form_key"].value()}
    assert client.post(address, again).status_code == 302
    assert [one.theme for one in table.rules.exclude(form_key=None).order_by("id")] == ["loneliness", "money_or_rent"]


def test_days_on_which_a_team_is_closed_for_another_reason_are_not_called_saved(as_person):
    client, day = as_person(people.coordinator()), today().isoformat()
    form = {"first_day": day, "last_day": day, "reason": "training"}
    for _ in range(2):
        assert client.post("/team/gegevens/sluiting/", form).status_code == 302
    page = client.post("/team/gegevens/sluiting/", form | {"reason": "holiday"}).content.decode()
    assert "Deze dagen staan er al, met een andere reden. Trek die sluiting eerst in." in page
    assert TeamClosure.objects.get().reason == "training"
