"""Who serves the pages can do their work in PostgreSQL, and cannot touch history, looks or tables."""

import secrets
import uuid
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.urls import reverse

from config.roles import GROWS, KEPT, READ, Names, entrance, rights, script, tables
from signalering.accounts.actions import close_account
from signalering.audit.models import Event, Look
from signalering.cases.ladder import sweep_ladder
from signalering.cases.models import Signal
from signalering.cases.notices import send_waiting
from signalering.referrals.actions import answering
from signalering.referrals.actions.extracts import destroy_ended
from signalering.referrals.models import Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.insert_only import guarded_tables
from tests.referrals import factories as referrals

NOT_ALLOWED = "42501"
ON_POSTGRESQL = connection.vendor == "postgresql"
connected = pytest.mark.django_db(transaction=ON_POSTGRESQL)


@contextmanager
def roles():
    """The two roles with names of their own, for the time of one test."""
    word = uuid.uuid4().hex[:12]
    databases = {alias: connections[alias].settings_dict["NAME"] for alias in ("default", "keys")}
    names = Names(migrator=f"test_migrator_{word}", app=f"test_app_{word}", **databases)
    password = secrets.token_hex(16)
    with connection.cursor() as cursor:
        for role in (names.migrator, names.app):
            cursor.execute(f"CREATE ROLE \"{role}\" LOGIN PASSWORD '{password}'")
    try:
        for alias in databases:
            MigrationRecorder(connections[alias]).ensure_schema()  # test databases may do without it
            with connections[alias].cursor() as cursor:
                for statement in [*entrance(alias, names), *rights(alias, names)]:
                    cursor.execute(statement)
        yield names, password
    finally:
        for alias in databases:
            with connections[alias].cursor() as cursor:
                cursor.execute(f'DROP OWNED BY "{names.app}", "{names.migrator}"')
        with connection.cursor() as cursor:
            cursor.execute(f'DROP ROLE "{names.app}", "{names.migrator}"')


@contextmanager
def connected_as(role, password):
    """Every connection inside the block is one of this role."""
    before = {each.alias: dict(each.settings_dict) for each in connections.all()}
    for each in connections.all():
        each.close()
        each.settings_dict.update(USER=role, PASSWORD=password)
    try:
        yield
    finally:
        for each in connections.all():
            each.close()
            each.settings_dict.update(before[each.alias])


def the_road():
    """From report to a completed referral, with the clock, sign-in and sign-out."""
    reporter, specialist = people.home_care(), people.partner()
    case = cases.case(about=cases.signal(by=reporter))
    referral = referrals.accepted(case, by=specialist)
    answering.start(Referral.objects.get(pk=referral.pk), by=specialist)
    answering.complete(Referral.objects.get(pk=referral.pk), by=specialist, outcome="goal_reached")
    assert send_waiting() > 0
    sweep_ladder()
    destroy_ended()
    client = Client()
    wrong = {"login": reporter.email, "password": "niet-goed"}
    assert client.post(reverse("account_login"), wrong).status_code == 200
    right = {"login": reporter.email, "password": "wachtwoord-" + reporter.email.split("-")[1].split("@")[0]}
    assert client.post(reverse("account_login"), right).status_code == 302
    assert client.get(reverse("health")).status_code == 200
    client.post(reverse("account_logout"))
    close_account(specialist, by=people.BY)
    call_command("clearsessions")
    call_command("load_reference", verbosity=0)


@connected
def test_who_serves_can_do_all_of_the_work():
    if not ON_POSTGRESQL:
        return  # SQLite has no roles
    with roles() as (names, password), connected_as(names.app, password):
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, usesuper FROM pg_user WHERE usename = current_user")
            assert cursor.fetchone() == (names.app, False)
        the_road()
        assert Signal.history.exists()
        assert Event.objects.filter(label="signal").exists()
        assert Look.objects.exists()


def attacks(names):
    """What somebody who holds the password of the app would try, by database."""
    for table in guarded_tables():
        yield "default", f"DELETE FROM {table}"
        yield "default", f"TRUNCATE {table}"
        yield "default", f"UPDATE {table} SET {first_column(table)} = {first_column(table)}"
        yield "default", f"ALTER TABLE {table} DISABLE TRIGGER ALL"
        yield "default", f"DROP TRIGGER {table}_no_change ON {table}"
        yield "default", f"DROP TABLE {table} CASCADE"
    for alias in ("default", "keys"):
        for table, right in tables(alias).items():
            if right in (KEPT, READ):
                yield alias, f"DELETE FROM {table}"
                yield alias, f"TRUNCATE {table} CASCADE"
        yield alias, "UPDATE django_migrations SET name = name"
        yield alias, "CREATE TABLE public.mine (id int)"
        yield alias, "CREATE TEMPORARY TABLE audit_look (id int)"
        yield alias, "CREATE SCHEMA mine"
        yield alias, f"SET ROLE {names.migrator}"
        yield alias, "SET session_replication_role = replica"
    yield (
        "default",
        "CREATE OR REPLACE FUNCTION public.refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RETURN NEW; END $$",
    )


def first_column(table):
    with connection.cursor() as cursor:
        return connection.introspection.get_table_description(cursor, table)[0].name


@connected
def test_who_serves_cannot_touch_history_looks_or_tables():
    if not ON_POSTGRESQL:
        return  # SQLite has no roles
    with roles() as (names, password), connected_as(names.app, password):
        with connection.cursor() as cursor:
            for table in guarded_tables():  # PostgreSQL only warns that this gives nothing
                cursor.execute(f"GRANT ALL ON {table} TO {names.app}")
        refusals = {attack: refusal(alias, attack) for alias, attack in attacks(names)}
    assert len(refusals) > 6 * len(guarded_tables())
    assert not [attack for attack, code in refusals.items() if code != NOT_ALLOWED]


def refusal(alias, statement):
    """The code with which a database refuses a statement, or None when it does not."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        return error.__cause__.sqlstate
    return None


def test_every_insert_only_table_may_only_grow():
    grows = sorted(table for table, right in tables("default").items() if right is GROWS)
    assert grows == guarded_tables()
    assert GROWS.verbs == "SELECT, INSERT"


@pytest.mark.django_db
@pytest.mark.parametrize("alias", ["default", "keys"])
def test_every_table_has_its_right(alias):
    made = {table for table in connections[alias].introspection.table_names() if not table.startswith("sqlite_")}
    assert made | {"django_migrations"} == set(tables(alias))


def test_no_table_is_named_twice_and_the_keys_stand_apart():
    assert not (set(tables("default")) & set(tables("keys"))) - {"django_migrations"}
    assert tables("keys")["crypto_datakey"] is KEPT


def test_the_file_in_the_handbook_is_what_the_command_prints(capsys):
    call_command("postgresql_roles")
    kept = (settings.ROOT / "docs" / "postgresql-roles.sql").read_text(encoding="utf-8")
    assert capsys.readouterr().out == kept, "run: manage.py postgresql_roles > docs/postgresql-roles.sql"


def test_other_names_are_used_everywhere(capsys):
    call_command("postgresql_roles", "--app", "web", "--migrator", "bouw", "--default", "alles", "--keys", "sleutels")
    assert "signalering" not in capsys.readouterr().out
    assert "signalering_app" in script(Names())


@pytest.mark.parametrize("name", ['web"; DROP ROLE postgres; --', "Web", "", "1web", "signalering"])
def test_a_name_that_is_not_one_is_refused(name):
    with pytest.raises(CommandError):
        call_command("postgresql_roles", "--app", name)
