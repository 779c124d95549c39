"""Whatever is sent to the pages of a reporter: a Dutch sentence, every answer kept, nothing stored, never an error."""

import uuid

import pytest

from signalering.accounts.models import Area
from signalering.cases.models import Signal, SignalAddition
from signalering.typed import without_bsn
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.browsing import Walk

pytestmark = pytest.mark.django_db

NEW = "/signaal/formulier/"
LONG = "lang " * 4_000
STRANGE = "Hier staat een teken in dat we niet kunnen bewaren."
TOO_LONG = "Dit is te lang: hoogstens"
BSN = "Hier lijkt een BSN in te staan. Haal dat nummer weg."
WORD_FIELDS = {"observation": "what", "already_done": "what", "street": "where", "name": "who"}
GOOD = {
    "step": "what",
    "theme": "money_or_rent",
    "postcode": "3117BX",
    "house_number": "9012",
    "street": "Bij de kerk",
    "consent_answer": "yes_wants_help",
    "name": "Mw. A.",
    "chips": "rent_unpaid",
    "observation": "Stapel post.",
    "already_done": "Gebeld.",
    "urgency": "this_week",
}


@pytest.fixture
def client(as_person):
    return as_person(people.home_care())


def sent(client, **changes):
    """The last page as a hostile hand sends it: whole, but for these changes."""
    walk = Walk(client, NEW)
    return walk.post({**GOOD, "form_key": str(uuid.uuid4()), **changes})


def refused(walk, step, sentence):
    """A page in Dutch that shows where it goes wrong, and no signal."""
    assert walk.reply.status_code == 200
    assert walk.step == step
    assert sentence in walk.html
    assert "<title>Fout: " in walk.html
    assert not Signal.objects.exists()


def test_the_whole_is_accepted(client):
    assert sent(client).reply.status_code == 302


@pytest.mark.parametrize(("name", "step"), WORD_FIELDS.items())
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("een\x00twee", STRANGE),
        ("een\x07twee", STRANGE),
        ("een\u202etwee", STRANGE),
        (LONG, TOO_LONG),
        ("BSN 111222333", BSN),
        ("nummer 111.222.333", BSN),
        ("nummer 1112 22 333.", BSN),
        ("１１１２２２３３３", BSN),
    ],
)
def test_words_that_cannot_be_kept(client, name, step, text, sentence):
    refused(sent(client, **{name: text}), step, sentence)


def test_what_only_looks_like_a_citizen_number_is_kept(client):
    words = "Bel 06 12345678 of 010-1234567, dossier 123456789, huis 9012, 1112223334, +31 6 12345678"
    assert sent(client, observation=words).reply.status_code == 302
    without_bsn("111222333444")


def test_half_a_letter_is_kept_as_the_mark_that_browsers_make_of_it(client):
    body = "&".join(f"{name}={value}" for name, value in {**GOOD, "form_key": uuid.uuid4()}.items())
    body = body.replace("Stapel+post.", "").replace("observation=Stapel post.", "observation=%ED%A0%80half")
    reply = client.post(NEW, body, content_type="application/x-www-form-urlencoded")
    assert reply.status_code == 302


@pytest.mark.parametrize(
    ("changes", "step", "sentence"),
    [
        ({"theme": "rent_arrears"}, "theme", "Kies waar je je zorgen over maakt."),
        ({"theme": "\x00"}, "theme", "Kies waar je je zorgen over maakt."),
        ({"theme": LONG}, "theme", "Kies waar je je zorgen over maakt."),
        ({"postcode": "1234 SS"}, "where", "Vul een postcode in, bijvoorbeeld 3117 BX."),
        ({"postcode": "٣١١٧BX"}, "where", "Vul een postcode in, bijvoorbeeld 3117 BX."),
        ({"postcode": "31\x0017BX"}, "where", STRANGE),
        ({"postcode": LONG}, "where", TOO_LONG),
        ({"house_number": "-1"}, "where", "Vul een huisnummer in, alleen cijfers."),
        ({"house_number": "١٢"}, "where", "Vul een huisnummer in, alleen cijfers."),
        ({"house_number": "1" * 20_000}, "where", TOO_LONG),
        ({"area": "WK000000"}, "where", "Kies een wijk uit de lijst."),
        ({"area": "\x00"}, "where", "Kies een wijk uit de lijst."),
        ({"consent_answer": "maybe"}, "where", "Kies wat past: weet de inwoner het?"),
        ({"consent_answer": "not_safe"}, "who", "Kies waarom bespreken niet veilig is."),
        ({"consent_answer": "not_safe", "unsafe_reason": "x"}, "who", "Kies waarom bespreken niet veilig is."),
        ({"consent_answer": "not_discussed"}, "who", "Bij dit antwoord geef je geen naam door."),
        ({"chips": "no_visitors"}, "what", "Kies uit wat hier staat."),
        ({"chips": ["rent_unpaid", "\x00"]}, "what", "Kies uit wat hier staat."),
        ({"urgency": "now"}, "what", "Kies hoe snel het team dit moet lezen."),
        ({"form_key": "x"}, "theme", "De pagina was niet meer geldig."),
        ({"theme": "youth_at_risk", "place": "Park"}, "where", "Kies een leeftijd, of weet ik niet."),
        (
            {"theme": "youth_at_risk", "age_band": "67+", "place": "Park"},
            "where",
            "Kies een leeftijd, of weet ik niet.",
        ),
        ({"theme": "youth_at_risk", "age_band": "16-17"}, "where", "Schrijf op waar het is, of kies een wijk."),
    ],
)
def test_values_that_no_page_offers(client, changes, step, sentence):
    refused(sent(client, **changes), step, sentence)


@pytest.mark.parametrize("missing", ["theme", "consent_answer", "urgency", "form_key"])
def test_an_answer_that_fell_out_on_the_way(client, missing):
    walk = Walk(client, NEW)
    whole = {**GOOD, "form_key": str(uuid.uuid4())}
    del whole[missing]
    walk.post(whole)
    assert walk.reply.status_code == 200
    assert 'class="errors"' in walk.html or "De pagina was niet meer geldig." in walk.html
    assert not Signal.objects.exists()


@pytest.mark.parametrize("step", ["", "x", "\x00", LONG, None])
def test_an_unknown_step_goes_on_from_the_first(client, step):
    walk = Walk(client, NEW)
    whole = {**GOOD, "form_key": str(uuid.uuid4()), "step": step or ""}
    if step is None:
        del whole["step"]
    walk.post(whole)
    assert (walk.reply.status_code, walk.step) == (200, "where")
    assert walk.shown["chips"] == ["rent_unpaid"], "nothing that was told is lost"
    assert not Signal.objects.exists()


def test_nothing_at_all(client):
    refused(Walk(client, NEW).post({}), "theme", "Kies waar je je zorgen over maakt.")


def test_the_refused_words_stand_in_the_field_again(client):
    walk = sent(client, street=LONG[:300], already_done="Al drie keer gebeld.")
    assert walk.shown["street"] == [LONG[:300]]
    assert walk.shown["already_done"] == ["Al drie keer gebeld."]


def test_words_are_shown_as_words(client):
    page = sent(client, observation="<script>alert(1)</script>", urgency="x").html
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_fields_that_no_page_asks_are_dropped(client, reading):
    sent(client, phone="0612345678", reason_words="x", status="advised", team="1")
    signal = Signal.objects.get()
    assert signal.status == "new"
    with reading(signal.writer):
        assert (signal.phone, signal.reason_words) == ("", "")


def test_an_area_of_another_city_by_any_name(client):
    foreign = Area.objects.filter(municipality="Rotterdam").first()
    for value in (foreign.statcode, str(foreign.pk), foreign.name):
        refused(sent(client, area=value), "where", "Kies een wijk uit de lijst.")


@pytest.mark.parametrize("code", ["XXXXXXXX", "%00", "%ED%A0%80", "a" * 300, "-", "' or 1=1"])
@pytest.mark.parametrize("page", ["", "verbeteren/", "intrekken/", "aanvullen/", "antwoorden/"])
def test_a_code_of_nobody(client, code, page):
    for reply in (client.get(f"/mijn-signalen/{code}/{page}"), client.post(f"/mijn-signalen/{code}/{page}", {})):
        assert reply.status_code == 404


@pytest.mark.parametrize("code", ["XXXXXXXX", "%00", "", "a" * 300])
def test_a_list_from_a_code_of_nobody_is_the_newest(client, code):
    for way in ("ouder", "nieuwer"):
        assert client.get(f"/mijn-signalen/?{way}={code}").status_code == 200


@pytest.mark.parametrize("text", ["", "een\x00twee", LONG, "BSN 111222333"])
def test_words_after_the_signal(as_person, text):
    signal = cases.signal()
    client = as_person(signal.writer)
    client.post(f"/mijn-signalen/{signal.shown_code}/antwoorden/", {"words": text, "form_key": uuid.uuid4()})
    cases.case(about=signal)
    for key in (str(uuid.uuid4()), "", "x"):
        reply = client.post(f"/mijn-signalen/{signal.shown_code}/aanvullen/", {"words": text, "form_key": key})
        assert reply.status_code == 200
        assert "<title>Fout: " in reply.content.decode()
    assert not SignalAddition.objects.exists()
