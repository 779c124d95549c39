"""Walk through the product as everybody, and judge every reply: what does it show, and who may see that?"""

import re

from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from signalering.audit.actors import system
from signalering.audit.models import Look
from signalering.audit.reading import reading
from tests.addresses import EVERYBODY, TABLE
from tests.world import neighbourhood, plant

NOBODY = ""
FORM = re.compile(rb'<form\b[^>]*\bmethod="post"[^>]*>')
ACTION = re.compile(rb'\baction="([^"]*)"')
WORD = re.compile(rb"kanarie(\d+)", re.IGNORECASE)  # the number alone says which word, also of one that was cut off
NAME, EMAIL = "Kanariemelder Een", "kanariemelder@example.org"  # of the reporter, as in tests/world.py
MAY_KNOW_THE_REPORTER = {"writer", "director", "colleague", "coordinator"}


def path_of(address, world):
    """The path of an address on its record."""
    return path(address.name, address.record, world)


def path(name, record, world):
    """The path of a page on one record of the neighbourhood."""
    if name == "day_list":
        return reverse(name, args=["casussen"])
    if not record:
        return reverse(name)
    arguments = {"code": world.records[record].shown_code}
    if name == "case_member":
        arguments["part"] = world.records["member"].case_residents.get().pk
    if name == "case_consent_withdraw":
        arguments["consent"] = world.records["consent"].pk
    if name == "case_unlink":
        arguments["link"] = world.records["person_link"].pk
    return reverse(name, kwargs=arguments)


def name_of(action):
    """The name of the address that a form goes to."""
    try:
        return resolve(action.partition("?")[0]).url_name
    except Resolver404:
        return action


def whole(reply):
    """Everything that leaves with a reply: the page, its headers and its cookies."""
    body = b"".join(reply.streaming_content) if reply.streaming else reply.content
    return b"\n".join([body, str(reply.headers).encode(), reply.cookies.output().encode()])


def newest():
    """The key of the newest look."""
    return Look.objects.order_by("id").values_list("id", flat=True).last()


def looks_since(last):
    """What the looks since `last` say was seen: (label, record, field)."""
    rows = Look.objects.filter(id__gt=last) if last else Look.objects.all()
    return {(look.label, look.record_id, name) for look in rows for name in look.fields}


def walk(as_person):
    """A GET of every address by everybody, and by nobody in particular, through a world full of planted words."""
    world = plant(neighbourhood())
    found = Walk(world)
    clients = {name: as_person(world.people[name]) for name in EVERYBODY} | {NOBODY: Client()}
    for name, client in clients.items():
        for address in TABLE:
            reply = found.ask(name, f"{address.name} {address.record}", client.get, path_of(address, world))
            found.steps.append((name, address, reply.status_code))
    search_every_code(found, clients)
    read_the_log(found, clients)
    sessions = [repr(session.get_decoded()).encode() for session in Session.objects.all()]
    assert len(sessions) >= len(EVERYBODY)
    found.wrong += ["a session holds a word" for session in sessions if WORD.search(session)]
    return found


def search_every_code(found, clients):
    """Everybody types the code of everything that has one."""
    codes = {record.shown_code for record in found.world.records.values() if hasattr(record, "shown_code")}
    for name, client in clients.items():
        for code in codes:
            found.ask(name, "code_search", client.get, reverse("code_search"), {"code": code})


def read_the_log(found, clients):
    """Everybody reads what they did themselves, the officer who looked at the cases and who was refused."""
    officer = clients["officer"]
    for record in ("case", "closed"):
        asked = {"reason": "sample", "code": found.world.records[record].shown_code}
        found.ask("officer", "audit_search", officer.post, reverse("audit_search"), asked)
        for kind in ("inzages", "geweigerd"):
            where = path("case_looks", record, found.world)
            reply = found.ask("officer", f"case_looks {kind}", officer.get, where, {"soort": kind})
            assert reply.status_code == 200
    for name, client in clients.items():
        for kind in ("geopend", "lijst", "geweigerd"):
            found.ask(name, f"my_looks {kind}", client.get, reverse("my_looks"), {"soort": kind})


class Walk:
    """Who saw which planted word, and everything that is wrong with a reply."""

    def __init__(self, world, may_know=frozenset(MAY_KNOW_THE_REPORTER)):
        self.world, self.may_know, self.steps = world, may_know, []
        self.planted = {WORD.match(word.encode())[1]: where for word, where in world.words.items()}
        self.seen, self.wrong, self.forms = {}, [], set()

    def ask(self, name, what, send, *details):
        """Somebody asks for a page or sends a form by `send(*details)`; the reply is judged at once."""
        last = newest()
        reply = send(*details)
        self.judge(name, f"{name} {what}", reply, last)
        for form in FORM.findall(reply.content):
            action = ACTION.search(form)
            self.forms.add(name_of(action[1].decode() if action else reply.request["PATH_INFO"]))
        return reply

    def judge(self, name, what, reply, last):
        """Each word in a reply has a look with its record and its field; the reporter is named to who may know."""
        text = whole(reply)
        found = set(WORD.findall(text.replace(b" ", b"")))  # a postcode is shown in two parts
        looked = looks_since(last) if found else set()
        for number in found:
            if number not in self.planted:
                self.wrong.append(f"{what}: shows kanarie{number.decode()}, which was typed and not planted")
                continue
            record, label, key, field = self.planted[number]
            self.seen.setdefault((record, field), set()).add(name)
            if (label, key, field) not in looked and not self.copied(number, looked):
                self.wrong.append(f"{what}: {record}.{field} without a look")
            if label == "reporter_identity" and name not in self.may_know:
                self.wrong.append(f"{what}: who the reporter is")
        if name not in self.may_know and (NAME.encode() in text or EMAIL.encode() in text):
            self.wrong.append(f"{what}: names the reporter")

    def copied(self, number, looked):
        """Whether the word was copied, on the way, to another record that was looked at for it."""
        models = {model.LABEL: model for model in apps.get_models() if hasattr(model, "LABEL")}
        word = b"kanarie" + number
        with reading(by=system("set_up"), purpose="debt"):
            for label, key, field in looked:
                if word in getattr(models[label].objects.get(pk=key), field).replace(" ", "").encode():
                    return True
        return False

    def never_seen(self):
        """The planted words that nobody saw: (record, field)."""
        return sorted({(record, field) for record, _, _, field in self.planted.values()} - set(self.seen))
