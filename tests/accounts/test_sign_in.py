"""Signing in, staying signed in, and what happens to typed words when a session ends."""

import re
import socket
import time

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from signalering.accounts import sessions
from signalering.accounts.actions import close_account
from signalering.audit.actors import system
from signalering.audit.models import Event
from tests.accounts import factories as people
from tests.audit.looking import statements
from tests.posting import mails_are_out, on_their_way

pytestmark = pytest.mark.django_db
LOGIN = "/account/inloggen/"


def sign_in(client, person, password):
    return client.post(LOGIN, {"login": person.email, "password": password})


def password_of(person):
    """The password the factory gave the last person made."""
    return f"wachtwoord-{person.name.rpartition(' ')[2]}"


def test_right_password_signs_in_and_is_on_record():
    person = people.wot_worker()
    client = Client()
    assert sign_in(client, person, password_of(person)).status_code == 302
    assert client.get(reverse("my_looks")).status_code == 200
    assert Event.objects.filter(verb="sign_in", actor=person, result="done").count() == 1


def test_unknown_account_and_wrong_password_get_one_answer():
    person = people.wot_worker()
    wrong = sign_in(Client(), person, "niet-het-wachtwoord")
    unknown = Client().post(LOGIN, {"login": "niemand@example.org", "password": "niet-het-wachtwoord"})
    assert wrong.status_code == unknown.status_code == 200
    clean = [
        page.content.decode().replace(person.email, "").replace("niemand@example.org", "") for page in (wrong, unknown)
    ]
    assert without_tokens(clean[0]) == without_tokens(clean[1])
    assert Event.objects.filter(verb="sign_in", result="refused").count() == 2


def without_tokens(page):
    return "".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)


def test_guessing_is_stopped_per_account_and_address_but_not_for_others():
    person, other = people.wot_worker(), people.wot_worker()
    for _ in range(5):
        sign_in(Client(), person, "fout-wachtwoord")
    page = sign_in(Client(), person, password_of(person))
    assert page.status_code == 200
    assert "Te veel pogingen" in page.content.decode()
    elsewhere = Client(REMOTE_ADDR="10.9.8.7")
    assert sign_in(elsewhere, person, password_of(person)).status_code == 302, "one address cannot lock out the rest"
    assert sign_in(Client(), other, password_of(other)).status_code == 302


def test_a_closed_account_is_refused_on_the_next_request(as_person):
    person = people.wot_worker()
    client = as_person(person)
    assert client.get(reverse("my_looks")).status_code == 200
    close_account(person, by=system("accounts"))
    assert client.get(reverse("my_looks")).status_code == 302
    assert sign_in(Client(), person, password_of(person)).status_code in (200, 302)
    assert not Event.objects.filter(verb="sign_in", actor=person, result="done").exists()


@pytest.mark.parametrize(
    ("make", "idle", "longest"),
    [
        (people.wot_worker, 30 * 60, 10 * 3600),
        (people.privacy_officer, 30 * 60, 10 * 3600),
        (people.home_care, 30 * 24 * 3600, 30 * 24 * 3600),
    ],
)
def test_a_session_ends_when_idle_and_when_it_lasted_its_time(make, idle, longest, as_person):
    for mark, seconds in ((sessions.SEEN, idle), (sessions.BEGUN, longest)):
        client = as_person(make())
        session = client.session
        session[mark] = int(time.time()) - seconds + 60
        session.save()
        assert client.get(reverse("my_looks")).status_code == 200
        session = client.session
        session[mark] = int(time.time()) - seconds - 1
        session.save()
        assert client.get(reverse("my_looks")).status_code == 302


def ended(client):
    session = client.session
    session[sessions.SEEN] = 0
    session.save()


def test_typed_words_come_back_when_the_session_ended_and_the_form_goes_on(as_person):
    person = people.home_care()
    client = as_person(person)
    ended(client)
    typed = {"step": "what", "observation": "De post ligt er al drie weken.", "theme": "other"}
    page = client.post("/signaal/formulier/", typed)
    assert page.status_code == 401
    shown = page.content.decode()
    assert "De post ligt er al drie weken." in shown
    assert 'name="theme" value="other"' in shown
    wrong = client.post("/signaal/formulier/", {**typed, "resume_email": person.email, "resume_password": "fout-fout"})
    assert wrong.status_code == 401
    assert "De post ligt er al drie weken." in wrong.content.decode()
    assert "fout-fout" not in wrong.content.decode()
    right = client.post(
        "/signaal/formulier/", {**typed, "resume_email": person.email, "resume_password": password_of(person)}
    )
    assert right.status_code == 200, "the form went on where it was"
    assert client.get(reverse("my_looks")).status_code == 200


@pytest.mark.parametrize("address", ["/telefoon/signaal/", "/winkel/telefoon/"])
def test_a_form_of_a_page_elsewhere_signs_nobody_in(address):
    person = people.home_care()
    typed = {"resume_email": person.email, "resume_password": password_of(person)}
    reply = Client(enforce_csrf_checks=True).post(address, typed)
    assert reply.status_code in (400, 403)
    assert not reply.cookies
    assert not Event.objects.filter(verb="sign_in").exists()


@pytest.mark.parametrize("key", ['"\\000aaaaaaaa"', "A" * 32, "a" * 31, "a" * 33, "\u0660" * 32])
def test_a_session_key_that_is_not_ours_is_asked_of_no_database(key, caplog):
    cookie = f"{settings.SESSION_COOKIE_NAME}={key}".encode().decode("latin-1")
    with statements() as asked:
        reply = Client().get(reverse("my_looks"), headers={"Cookie": cookie})
    assert (reply.status_code, caplog.records) == (302, [])
    assert not [sql for sql in asked if "django_session" in sql]


def test_nobody_can_sign_up():
    page = Client().get("/account/aanmelden/")
    assert "<form" not in page.content.decode() or "password1" not in page.content.decode()


def test_own_sessions_are_listed_and_ended_and_nobody_elses():
    person, other = people.wot_worker(), people.wot_worker()
    here, there, stranger = Client(), Client(), Client()
    for client, who in ((here, person), (there, person), (stranger, other)):
        sign_in(client, who, password_of(who))
    page = here.get(reverse("usersessions_list"))
    assert page.status_code == 200
    mine = [session.pk for session in page.context["sessions"]]
    assert len(mine) == 2
    for pk in mine:
        assert stranger.post(reverse("end_session", args=[pk])).status_code == 404
    current = next(
        session.pk for session in page.context["sessions"] if session.session_key == here.session.session_key
    )
    other_session = next(pk for pk in mine if pk != current)
    assert here.post(reverse("end_session", args=[other_session])).status_code == 302
    assert there.get(reverse("my_looks")).status_code == 302
    assert here.get(reverse("my_looks")).status_code == 200


def test_password_reset_by_link_gives_nothing_away(mailoutbox):
    person = people.wot_worker()
    known = Client().post(reverse("account_reset_password"), {"email": person.email})
    unknown = Client().post(reverse("account_reset_password"), {"email": "niemand@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    mails_are_out()
    assert len(mailoutbox) == 1
    assert person.name not in mailoutbox[0].body + mailoutbox[0].subject


def test_a_mail_server_that_is_silent_or_away_tells_nothing(settings, caplog):
    person = people.wot_worker()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_HOST, settings.EMAIL_PORT = silent.getsockname()
        reply = Client().post(reverse("account_reset_password"), {"email": person.email})
        assert reply.status_code == 302
        assert on_their_way(), "the reply waits for no mail"
        silent.accept()[0].close()
        mails_are_out()
    assert Client().post(reverse("account_reset_password"), {"email": person.email}).status_code == 302
    mails_are_out()
    assert [record.getMessage() for record in caplog.records] == [
        "account mail not sent: SMTPServerDisconnected",
        "account mail not sent: ConnectionRefusedError",
    ]


def test_the_owner_hears_of_a_new_password_and_it_is_on_record(as_person, mailoutbox):
    person = people.wot_worker()
    old, new = password_of(person), "Regenboog-over-de-Schie"
    typed = {"oldpassword": old, "password1": new, "password2": new}
    assert as_person(person).post(reverse("account_change_password"), typed).status_code == 302
    assert Event.objects.get(verb="change_password").actor == person
    mails_are_out()
    told = mailoutbox.pop()
    assert told.to == [person.email]
    assert reverse("account_reset_password") in told.body
    assert person.name not in told.body + told.subject
    assert not mailoutbox

    Client().post(reverse("account_reset_password"), {"email": person.email})
    mails_are_out()
    stranger = Client()
    link = re.search(r"http://[^/]+(/\S+)", mailoutbox.pop().body)[1]
    form = stranger.get(link).url
    assert stranger.post(form, {"password1": new + "!", "password2": new + "!"}).status_code == 302
    assert Event.objects.get(verb="reset_password").actor == person
    mails_are_out()
    assert [mail.subject for mail in mailoutbox] == ["Je wachtwoord is gewijzigd"]
