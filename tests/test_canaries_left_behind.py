"""Nothing that the product leaves behind holds a sealed word: databases, logs, mails, sessions, what commands say."""

import pkgutil
import re
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, connections
from django.utils import timezone

from config.management import commands
from config.management.commands import draw_states
from signalering.accounts.configuration import setting
from signalering.audit.actors import system
from signalering.audit.reading import reading
from signalering.cases import deadlines, digests, notices
from signalering.cases.models import Notice
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list
from signalering.referrals.actions import answering
from tests.accounts import factories as people
from tests.addresses import TABLE
from tests.cases import factories as cases
from tests.filled_in import PASSWORD
from tests.leftovers import databases, files, shapes, unpacked
from tests.serving import Visitor, manage, surroundings, web_server
from tests.walking import EMAIL, NAME, path
from tests.world import neighbourhood, plant

TYPED = "kanarie999999typedandnotkept"  # a word in a form that breaks, and in the error of the database
BREAK = {
    "sqlite": [f"CREATE TRIGGER breaks BEFORE INSERT ON cases_note BEGIN SELECT RAISE(ABORT, '{TYPED}'); END"],
    "postgresql": [
        "CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{TYPED} %', NEW; END $$",
        "CREATE TRIGGER breaks BEFORE INSERT ON cases_note FOR EACH ROW EXECUTE FUNCTION breaks()",
    ],
}
MEND = {
    "sqlite": ["DROP TRIGGER breaks"],
    "postgresql": ["DROP TRIGGER breaks ON cases_note", "DROP FUNCTION breaks"],
}
CALLED = re.compile(rb'"to": "[^"]*"')  # a gateway must have the number of who is called, and nothing else
AWAY = 'ALTER TABLE "cases_contactattempt" RENAME TO "away"'
BACK = 'ALTER TABLE "away" RENAME TO "cases_contactattempt"'
# Every command of the project, with what an operator types after it.
COMMANDS = {
    "account": [
        ["add", "nieuw@example.org", "--name=N.", "--role=reporter", "--function=home_care", "--organisation=DOCK"],
        ["add", EMAIL, "--name=N.", "--role=reporter", "--function=home_care", "--organisation=DOCK"],
        ["close", "nieuw@example.org"],
        ["list"],
    ],
    "after_restore": [[]],
    "demo": [[]],
    "draw_states": [[]],
    "due": [["DL2", "2026-11-20"], ["DL99", "x"]],
    "load_postcodes": [["{postcodes}"], ["{wrong}"]],
    "load_reference": [[]],
    "phone_keys": [["list"], ["rotate"], ["destroy", "nothing"]],
    "postgresql_roles": [[]],
    "prepare": [[]],
    "try_routing": [["1"], ["99"]],
    "vendor_check": [[]],
    "work": [["--once"], ["--status"]],
}


@pytest.mark.django_db(transaction=True)
def test_nothing_that_is_left_behind_holds_a_sealed_word(tmp_path, capfd, monkeypatch, settings):
    world = plant(neighbourhood())
    assert len(world.words) > 100
    env, left = surroundings(tmp_path), {}
    with web_server(env, tmp_path / "web.log") as site:
        visit(world, site)
        left["worker"] = let_the_worker_work(world, env, tmp_path / "mail")
        capfd.readouterr()
        settings.EMAIL_BACKEND = "config.mail.FileBackend"
        settings.MAIL_FOLDER, settings.STATIC_ROOT = tmp_path / "mail", tmp_path / "static"
        monkeypatch.setattr(draw_states, "FOLDER", tmp_path / "states")
        say_everything(tmp_path)
        left["commands"] = "".join(capfd.readouterr()).encode()
        kept = [(name, CALLED.sub(b"", text) if name == "sms.txt" else text) for name, text in files(tmp_path)]
        found = [*left.items(), *databases(), *unpacked(), *kept]
    wrong = [(name, shape) for name, text in found for shape in shapes() if shape in text]
    assert not wrong, wrong
    names = Counter(name for name, _ in found)
    assert names["session"] > 0
    assert names["cache"] > 0
    assert any(NAME.encode() in text for _, text in found), "the scan finds what is plain"
    the_log_tells_what_broke((tmp_path / "web.log").read_text(), left["worker"].decode())
    every_kind_of_mail_was_sent(tmp_path / "mail")


def visit(world, site):
    """The director signs in, reads every page, and meets every kind of refusal and error."""
    director, writer = world.people["director"], world.people["writer"]
    director.set_password(PASSWORD)
    director.save()
    visitor = Visitor(site)
    sign_in = path("account_login", "", world)
    assert "wachtwoord" in visitor.send(sign_in, {"login": writer.email, "password": "verkeerd"})[1]
    assert visitor.send(sign_in, {"login": director.email, "password": PASSWORD})[0] == 200
    visitor.send(path("account_reset_password", "", world), {"email": writer.email})
    for address in TABLE:
        visitor.ask(path(address.name, address.record, world))
    note = path("case_note", "case", world)
    assert visitor.send(note, {"words": ""})[0] == 200
    assert visitor.send(path("case_describe", "case", world), {"words": TYPED, "version": 0})[0] == 409
    assert visitor.ask(note, {"words": TYPED})[0] == 403, "without the token of the form"
    key = {"form_key": "0192f0c1-2345-7000-8000-000000000000"}
    with broken(BREAK[connection.vendor], MEND[connection.vendor]):
        assert visitor.send(note, {"words": TYPED, **key})[0] == 500
    with broken([AWAY], [BACK]):
        assert visitor.ask(path("case", "case", world))[0] == 500
    assert visitor.ask(path("case", "case", world))[0] == 200


@contextmanager
def broken(breaks, mends):
    """A database that is broken inside the block."""
    for sql in breaks:
        run(sql)
    try:
        yield
    finally:
        for sql in mends:
            run(sql)


def let_the_worker_work(world, env, mail):
    """Every kind of notice is due: first the mails cannot be kept, then they can."""
    acceptor, accepted = world.people["acceptor"], world.records["accepted"]
    with reading(by=acceptor, purpose="debt"):
        answering.start(accepted, by=acceptor)
        answering.complete(accepted, by=acceptor, outcome="goal_reached")
    for _ in range(int(setting("burst_signals_a_day"))):
        cases.signal(by=people.shopkeeper(), consent_answer="not_discussed", name="")
    sent = deadlines.of_slug("DL10", world.records["sent"])
    sent.change(by=system("ladder"), reason="case_work", due_on=today() - timedelta(days=1))
    notices.tell("answer_sooner", world.people["director"], world.records["sent"], by=system("ladder"))
    for kind in ("deadline_near", "deadline_today", "deadline_over"):
        notices.tell(kind, world.people["director"], world.records["case"], by=system("ladder"))
    notices.tell_maintainers(world.records["case"].team, by=system("ladder"), cause=world.records["case"])
    kept = mail.rename(mail.with_name("kept"))  # what the web server sent itself
    mail.touch()
    said = manage(env, "work", "--once")
    mail.unlink()
    kept.rename(mail)
    run("UPDATE clock_lease SET not_before = NULL")
    run("UPDATE cases_notice SET due_at = %s WHERE sent_at IS NULL", timezone.now() - timedelta(days=7))
    for notice in digests.items():
        digests.gather(notice.to)  # the mail of a morning, also on a Sunday
    while Notice.objects.waiting().exists():
        before = Notice.objects.waiting().count()
        said += manage(env, "work", "--once")
        assert Notice.objects.waiting().count() < before, said.decode()
    return said


def run(sql, *values, alias="default"):
    """One statement that no page would ever send."""
    with connections[alias].cursor() as cursor:
        cursor.execute(sql, values or None)


def say_everything(folder):
    """Every command of the project speaks, also of what is wrong."""
    assert {name for _, name, _ in pkgutil.iter_modules(commands.__path__)} == set(COMMANDS)
    tables = {"postcodes": folder / "postcodes.csv", "wrong": folder / "wrong.csv"}
    tables["postcodes"].write_text("pc6,wijk\n3117BX,Oost\n")
    tables["wrong"].write_text("pc6,wijk\n3117BX,Nergens\n")
    call_command("migrate", "crypto", database="keys", fake=True)  # the tests make this one table without migrations
    for name, lines in COMMANDS.items():
        for line in lines:
            try:
                call_command(name, *[word.format(**tables) for word in line])
            except CommandError as refusal:
                print(refusal)
    run("DROP TABLE django_migrations", alias="keys")


def the_log_tells_what_broke(web, worker):
    """The logs were really written: each request, each failure with its kind and place, no address of a person."""
    assert web.count("GET /casussen/") > 20
    assert web.count("Traceback (most recent call last)") >= 2
    assert "<weggelaten>" in web
    assert "not sent: FileExistsError" in worker
    for name in (NAME, EMAIL):
        assert name not in web + worker


def every_kind_of_mail_was_sent(folder):
    """All notices went out as files, and the mail for a new password; none names the reporter."""
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in Path(folder).glob("*.eml")]
    assert set(Notice.objects.exclude(sent_at=None).values_list("kind", flat=True)) == set(
        closed_list("cases", "notice")
    )
    sent = Notice.objects.exclude(sent_at=None).filter(told_in=None)
    assert len([mail for mail in mails if mail["X-Effect-Key"]]) == sent.count()
    assert len([mail for mail in mails if not mail["X-Effect-Key"]]) == 1
    for mail in mails:
        text = mail["Subject"] + mail.get_body(preferencelist=("plain",)).get_content()
        assert NAME not in text
        assert EMAIL not in text
