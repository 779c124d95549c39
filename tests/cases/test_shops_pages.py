"""The coordinator's pages of shops: who is on the list, a QR code that is shown once, and the end of a phone."""

import base64
import re
import uuid
import zlib

import pytest
from django.conf import settings

from signalering.accounts.models import Invitation, Organisation, Phone, Shop
from signalering.audit.models import Event, Look
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.sealing import ShopPhone

pytestmark = pytest.mark.django_db
LINK = re.compile(r'id="link" readonly value="([^"]+)"')


@pytest.fixture
def coordinator():
    return people.coordinator()


@pytest.fixture
def client(as_person, coordinator):
    return as_person(coordinator)


@pytest.fixture
def shop():
    return people.shop(name="Bakker Noord")


def at(shop, rest=""):
    return f"/winkels/{shop.shown_code}/{rest}"


def text(reply):
    return reply.content.decode()


def made(client, shop):
    """The token of a QR code that a coordinator makes on the page."""
    page = text(client.get(at(shop)))
    key = re.search(r'name="form_key" value="([^"]+)"', page)[1]
    reply = client.post(at(shop, "qr/"), {"form_key": key})
    return LINK.search(text(reply))[1].partition("#")[2]


def test_a_coordinator_adds_a_shop_and_finds_it_in_the_list(client):
    assert "nog geen winkels" in text(client.get("/winkels/"))
    assert "Stichting Lets Ruilwinkel" in text(client.get("/winkels/toevoegen/")), "a known name is offered"
    answers = {"name": "Bakker Noord", "function": "courier", "area": cases.oost().statcode}
    reply = client.post("/winkels/toevoegen/", answers)
    shop = Shop.objects.get()
    assert reply["Location"] == at(shop)
    assert (shop.team.name, shop.area, shop.account.memberships.get().function) == ("WOT Oost", cases.oost(), "courier")
    page = text(client.get("/winkels/"))
    assert "Bakker Noord" in page
    assert shop.shown_code in page
    assert set(Look.objects.filter(label="shop").values_list("kind", flat=True)) == {"listed"}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Vul dit in."),
        ({"name": "x" * 101}, "Dit is te lang"),
        ({"name": "a\x00b"}, "een teken in dat we niet kunnen bewaren"),
        ({"name": "Bakker Noord"}, "staat al in de lijst"),
        ({"function": "wot_worker"}, "Kies winkel of bezorger."),
        ({"area": "WK999999"}, "Kies een wijk uit de lijst."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(client, shop, wrong, sentence):
    answers = {"name": "Bakker Zuid", "function": "shopkeeper", "area": "", **wrong}
    reply = client.post("/winkels/toevoegen/", answers)
    assert reply.status_code == 200
    assert sentence in text(reply)
    assert Shop.objects.count() == 1


def test_a_coordinator_of_two_teams_says_for_which(as_person, coordinator):
    zuid = people.Team.objects.get(name="WOT Zuid")
    people.join_team(
        coordinator,
        role="coordinator",
        function="coordinator",
        organisation=Organisation.objects.get(name="WOT Schiedam"),
        team=zuid,
        by=people.BY,
    )
    client = as_person(type(coordinator).objects.get(pk=coordinator.pk))
    answers = {"name": "Bakker Zuid", "function": "shopkeeper"}
    assert "Kies een team." in text(client.post("/winkels/toevoegen/", answers))
    assert client.post("/winkels/toevoegen/", {**answers, "team": str(zuid.pk)}).status_code == 302
    assert Shop.objects.get().team == zuid


def test_the_code_is_shown_once_and_its_link_names_the_token_behind_the_hash(client, shop):
    key = str(uuid.uuid4())
    reply = client.post(at(shop, "qr/"), {"form_key": key})
    link = LINK.search(text(reply))[1]
    token = link.partition("#")[2]
    assert link == f"{settings.SITE_ADDRESS}/winkel/#{token}"
    assert len(token) == 43
    again = client.post(at(shop, "qr/"), {"form_key": key}, follow=True)
    assert "al gemaakt" in text(again)
    assert Invitation.objects.count() == 1
    for path in (at(shop), "/winkels/"):
        assert token not in text(client.get(path))
    assert ShopPhone(token)


def test_the_paper_holds_the_code_of_this_very_link(client, shop):
    token = made(client, shop)
    reply = client.post(at(shop, "papier/"), {"token": token})
    assert reply.headers["Content-Type"] == "application/pdf"
    assert reply.headers["Content-Disposition"] == f'attachment; filename="qr-{shop.shown_code}.pdf"'
    assert reply.headers["Cache-Control"] == "no-store, private"
    assert reply.content.startswith(b"%PDF")
    again = client.post(at(shop, "papier/"), {"token": token})
    assert drawn(reply.content) == drawn(again.content) != []
    assert token.encode() not in reply.content + b"".join(drawn(reply.content)), "as a code, not as letters"
    other = client.post(at(shop, "papier/"), {"token": made(client, shop)})
    assert drawn(reply.content) != drawn(other.content)
    for wrong in (token, "", "x", "\x00"):
        assert client.post(at(shop, "papier/"), {"token": wrong})["Location"] == at(shop), "no paper for a dead code"
    assert client.get(at(shop, "papier/"))["Location"] == at(shop)


def drawn(pdf):
    """What the pages of a PDF draw."""
    parts = re.findall(rb"stream\r?\n(.*?)~>endstream", pdf, re.DOTALL)
    return [zlib.decompress(base64.a85decode(part)) for part in parts]


def test_every_phone_is_listed_and_ended_one_by_one(client, shop):
    token = made(client, shop)
    phones = [ShopPhone(token) for _ in range(2)]
    page = text(client.get(at(shop)))
    assert page.count("Telefoon beëindigen") == 2
    assert "Er begonnen 2 van de 3 telefoons mee." in page
    first = Phone.objects.earliest("created_at")
    assert client.post(at(shop, "telefoon/"), {"phone": str(first.pk)})["Location"] == at(shop)
    assert text(client.get(at(shop))).count("Telefoon beëindigen") == 1
    assert [phone.send(phone.letter()).status_code for phone in phones] == [401, 201]
    event = Event.objects.get(verb="end_phone")
    assert (event.record_id, event.reason, event.result) == (first.pk, "ended", "done")


def test_a_phone_of_another_shop_is_not_ended_from_here(client, shop, as_person):
    elsewhere = people.shop("WOT Zuid")
    theirs, mine = people.shop_phone(elsewhere)[1], people.shop_phone(shop)[1]
    for wrong in (theirs.pk, "x", "", "\x00", uuid.uuid4()):
        client.post(at(shop, "telefoon/"), {"phone": str(wrong)})
    assert not Phone.objects.exclude(ended_at=None).exists()
    outsider = as_person(people.coordinator("WOT Zuid"))
    assert outsider.post(at(shop, "telefoon/"), {"phone": str(mine.pk)}).status_code == 404
    assert outsider.post(at(shop, "qr/"), {"form_key": str(uuid.uuid4())}).status_code == 404
    assert outsider.post(at(elsewhere, "telefoon/"), {"phone": str(theirs.pk)}).status_code == 302
    assert list(Phone.objects.exclude(ended_at=None)) == [theirs]


def test_a_code_can_be_stopped_before_its_time(client, shop):
    token = made(client, shop)
    client.post(at(shop, "qr/"), {"stop": "1"})
    assert not Invitation.objects.open().exists()
    assert "Er is nu geen QR-code." in text(client.get(at(shop)))
    assert people.shop_phone(token=token) is None


@pytest.mark.parametrize(
    "kind", [people.wot_worker, people.home_care, people.shopkeeper, people.partner, people.privacy_officer]
)
def test_nobody_else_comes_near(as_person, shop, kind):
    client = as_person(kind())
    for path in ("/winkels/", "/winkels/toevoegen/"):
        assert client.get(path).status_code == 403
    assert client.post("/winkels/toevoegen/", {"name": "Bakker Zuid", "function": "shopkeeper"}).status_code == 403
    for rest, sent in (("", None), ("qr/", {"form_key": str(uuid.uuid4())}), ("telefoon/", {}), ("papier/", {})):
        reply = client.get(at(shop)) if sent is None else client.post(at(shop, rest), sent)
        assert reply.status_code == 404, rest
    assert not Invitation.objects.exists()
    assert "Winkels" not in text(client.get("/mijn-inzages/"))


def test_letters_that_no_printer_knows_lose_their_marks(client):
    shop = people.shop(name="Kapper Şahin Ćwikła 店")
    reply = client.post(at(shop, "papier/"), {"token": made(client, shop)})
    assert reply.content.startswith(b"%PDF")
