"""The small pages: where somebody starts, who is still there, whether it runs, whom to tell, and demo mail."""

import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import OperationalError, connections
from django.urls import reverse

from config.mail import FileBackend
from signalering.accounts import sessions
from tests.accounts import factories as people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        (people.home_care, "capture"),
        (people.shopkeeper, "capture"),
        (people.wot_worker, "inbox"),
        (people.coordinator, "inbox"),
        (people.partner, "referrals"),
        (people.privacy_officer, "audit_search"),
        (people.administrator, "work_status"),
    ],
)
def test_everybody_starts_where_their_work_is(as_person, kind, page):
    assert as_person(kind()).get("/").url == reverse(page)


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get("/").url == f"{reverse('account_login')}?next=/"


def test_staying_signed_in_renews_the_mark_of_use(as_person):
    client = as_person(people.wot_worker())
    session = client.session
    session[sessions.SEEN] = int(time.time()) - 1000
    session.save()
    left = sessions.ends_at(client.session) - time.time()
    reply = client.post(reverse("stay_signed_in"))
    assert reply.status_code == 200
    assert abs(client.session[sessions.SEEN] - time.time()) < 5
    assert reply.json()["seconds"] > left + 900


def test_staying_signed_in_is_a_deed_and_never_outlasts_the_longest_time(as_person):
    client = as_person(people.wot_worker())
    assert client.get(reverse("stay_signed_in")).status_code == 405
    session = client.session
    session[sessions.BEGUN] = int(time.time()) - session[sessions.LONGEST] + 100
    session.save()
    assert client.post(reverse("stay_signed_in")).json()["seconds"] <= 100


def test_staying_signed_in_after_the_session_ended_is_refused(as_person):
    client = as_person(people.wot_worker())
    session = client.session
    session[sessions.SEEN] = int(time.time()) - session[sessions.IDLE] - 1
    session.save()
    assert client.post(reverse("stay_signed_in")).status_code == 401


def test_health_asks_both_databases_and_nobodys_name(client):
    reply = client.get("/gezond/")
    assert (reply.status_code, reply.content) == (200, b"ok\n")
    assert not reply.cookies


@pytest.mark.parametrize("alias", ["default", "keys"])
def test_health_says_no_when_a_database_is_broken(client, monkeypatch, alias):
    def broken(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(connections[alias], "cursor", broken)
    reply = client.get("/gezond/")
    assert (reply.status_code, reply.content) == (503, b"not ok\n")


def test_security_txt_names_a_contact_and_runs_for_a_while(client):
    reply = client.get("/.well-known/security.txt")
    assert reply["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in reply.content.decode().splitlines())
    assert fields["Contact"] == settings.SECURITY_CONTACT
    assert fields["Preferred-Languages"] == "nl, en"
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=30) < left < timedelta(days=365)


def test_search_engines_are_told_to_stay_away(client):
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


@pytest.fixture
def mail_folder(tmp_path, settings):
    settings.MAIL_FOLDER = tmp_path / "mail"
    return settings.MAIL_FOLDER


def sent(to, name, body="Lees het bericht: http://localhost:8000/mijn-signalen/K7PX-3QMD/"):
    message = EmailMessage(
        "Bericht over signaal K7PX-3QMD", body, "a@example.org", [to], headers={"X-Effect-Key": name}
    )
    FileBackend().send_messages([message])


def test_somebody_reads_their_own_mail_and_nobody_elses(as_person, mail_folder):
    mine, other = people.home_care(email="Thuiszorg-9@example.org"), people.home_care()
    sent("thuiszorg-9@example.org", "picked_up-1")
    sent(other.email, "picked_up-2")
    client = as_person(mine)
    html = client.get(reverse("mails")).content.decode()
    assert re.findall(r'href="/mail/([^/"]+)/"', html) == ["picked_up-1"]
    html = client.get(reverse("mail", args=["picked_up-1"])).content.decode()
    assert 'href="http://localhost:8000/mijn-signalen/K7PX-3QMD/"' in html
    assert client.get(reverse("mail", args=["picked_up-2"])).status_code == 404
    assert client.get(reverse("mail", args=["absent"])).status_code == 404


def test_an_address_inside_another_address_is_somebody_else(as_person, mail_folder):
    client = as_person(people.home_care(email="zorg@example.org"))
    sent("thuiszorg@example.org", "a")
    sent('"zorg@example.org" <ander@example.org>', "b")
    assert client.get(reverse("mail", args=["a"])).status_code == 404
    assert client.get(reverse("mail", args=["b"])).status_code == 404
    assert "Je hebt nog geen mail." in client.get(reverse("mails")).content.decode()


@pytest.mark.parametrize(
    "name", ["..%2f..%2fsecrets", "%2e%2e", "x.eml", "..\\x", "a%00b", "%ff", "a" * 4000, "secret"]
)
def test_no_name_leads_out_of_the_folder(as_person, mail_folder, name):
    person = people.home_care()
    sent(person.email, "real")
    outside = mail_folder.parent / "outside.eml"
    outside.write_bytes((mail_folder / "real.eml").read_bytes())
    (mail_folder / "secret.eml").symlink_to(outside)
    assert as_person(person).get(f"/mail/{name}/").status_code == 404


def test_without_the_demo_there_are_no_mail_pages(as_person, mail_folder, settings):
    person = people.home_care()
    sent(person.email, "real")
    settings.DEMO = False
    client = as_person(person)
    assert client.get(reverse("mails")).status_code == 404
    assert client.get(reverse("mail", args=["real"])).status_code == 404


def test_mail_pages_work_before_the_first_mail(as_person, mail_folder):
    assert "Je hebt nog geen mail." in as_person(people.home_care()).get(reverse("mails")).content.decode()


@pytest.mark.parametrize("signed_in", [True, False])
def test_an_address_that_does_not_exist_is_a_page_in_dutch(client, as_person, signed_in):
    client = as_person(people.wot_worker()) if signed_in else client
    reply = client.get("/bestaat-niet/")
    assert reply.status_code == 404
    assert "Niet gevonden" in reply.content.decode()


def test_a_wrong_host_is_a_page_in_dutch(client):
    reply = client.get("/gezond/", headers={"Host": "evil.example"})
    assert reply.status_code == 400
    assert "Dit verzoek klopt niet" in reply.content.decode()


def test_a_fault_of_ours_is_a_page_that_asks_no_database(client, as_person, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("broken")

    client = as_person(people.wot_worker())
    client.raise_request_exception = False
    monkeypatch.setattr("config.mailbox.mails_to", broken)
    before = client.get(reverse("mails"))
    assert before.status_code == 500
    assert "Er ging iets mis bij ons" in before.content.decode()
    assert "no-store" in before["Cache-Control"]


@pytest.mark.parametrize("name", ["home", "mails", "my_looks", "health", "robots", "security_txt"])
def test_pages_that_only_tell_take_no_post(as_person, name):
    assert as_person(people.wot_worker()).post(reverse(name)).status_code == 405


@pytest.mark.parametrize(
    ("person", "searches"),
    [
        (people.wot_worker, True),
        (people.coordinator, True),
        (people.partner, True),
        (people.privacy_officer, False),
        (people.administrator, False),
    ],
)
def test_only_who_works_with_content_gets_the_search_box(as_person, person, searches):
    page = as_person(person()).get(reverse("usersessions_list")).content.decode()
    assert ("Zoek code" in page) is searches
