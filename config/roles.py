"""Who may do what in PostgreSQL: who migrates owns everything, who serves may only work with it."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import router
from django.db.migrations.recorder import MigrationRecorder

from signalering.accounts.models.grants import Grant
from signalering.audit.models import Event, Look


@dataclass(frozen=True)
class Names:
    """What the roles and databases of an installation are called."""

    migrator: str = "signalering_migrator"
    app: str = "signalering_app"
    default: str = "signalering"
    keys: str = "signalering_keys"


@dataclass(frozen=True)
class Right:
    """What the app may do with a table, and why no more."""

    verbs: str
    why: str


GROWS = Right("SELECT, INSERT", "geschiedenis, gebeurtenissen en inzages: toevoegen en lezen")
KEPT = Right("SELECT, INSERT, UPDATE", "gegevens en sleutels: alles, behalve verwijderen")
READ = Right("SELECT", "hier schrijven alleen migraties")
WORK = Right("SELECT, INSERT, UPDATE, DELETE", "wie wat mag, sessies, tellers, bezig zijn: die komen en gaan")
COME_AND_GO = {"account", "clock", "sessions", "usersessions"}  # app labels: made and thrown away again


def right_on(model):
    """What the app may do with the table of a model."""
    if hasattr(model, "instance_type") or model in (Event, Look):
        return GROWS
    if model in (ContentType, Permission) or model._meta.app_label == "guardian":
        return READ
    if issubclass(model, Grant) or model._meta.auto_created or model._meta.app_label in COME_AND_GO:
        return WORK
    return KEPT


def tables(alias):
    """Every table of a database with what the app may do with it, by name."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    models = [model for model in models if not model._meta.proxy and router.allow_migrate_model(alias, model)]
    found = {model._meta.db_table: right_on(model) for model in models}
    found[MigrationRecorder.Migration._meta.db_table] = READ
    for cache in caches.all(initialized_only=False):
        if isinstance(cache, DatabaseCache) and router.allow_migrate_model(alias, cache.cache_model_class):
            found[cache.cache_model_class._meta.db_table] = WORK
    return dict(sorted(found.items()))


def entrance(alias, names):
    """The statements about a database itself: who may come in, and who may make tables."""
    both = f'"{names.migrator}", "{names.app}"'
    return [
        f'REVOKE ALL ON DATABASE "{getattr(names, alias)}" FROM PUBLIC',
        f'GRANT CONNECT ON DATABASE "{getattr(names, alias)}" TO {both}',
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f'REVOKE ALL ON SCHEMA public FROM "{names.app}"',
        f"GRANT USAGE ON SCHEMA public TO {both}",
        f'GRANT CREATE ON SCHEMA public TO "{names.migrator}"',
    ]


def rights(alias, names):
    """The statements that leave the app with exactly its rights on the tables; they can be run again."""
    statements = [f'REVOKE ALL ON ALL {kind} IN SCHEMA public FROM "{names.app}"' for kind in ("TABLES", "SEQUENCES")]
    by_right = {}
    for table, right in tables(alias).items():
        by_right.setdefault(right, []).append(f'"{table}"')
    for right in (GROWS, KEPT, READ, WORK):
        if right in by_right:
            listed = ",\n    ".join(by_right[right])
            statements.append(f'-- {right.why}\nGRANT {right.verbs} ON\n    {listed}\n    TO "{names.app}"')
    return statements


def script(names):
    """The whole as a file for psql: roles and databases when they are missing, then the rights."""
    lines = [
        "-- Rollen en rechten in PostgreSQL. Gemaakt door: manage.py postgresql_roles",
        "-- Draai dit bestand met psql: één keer vóór `manage.py prepare`, en na elke `manage.py prepare` opnieuw.",
        "-- De eerste keer als beheerder van de server; daarna kan het ook als eigenaar van de databases.",
        "-- Wachtwoorden staan hier niet in: zet ze met \\password.",
        "\\set ON_ERROR_STOP on",
        "",
    ]
    for role in (names.migrator, names.app):
        made = f'CREATE ROLE "{role}" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE'
        lines += [missing(made, "pg_roles", "rolname", role)]
    for database in (names.default, names.keys):
        made = f"CREATE DATABASE \"{database}\" OWNER \"{names.migrator}\" ENCODING ''UTF8'' TEMPLATE template0"
        lines += [missing(made, "pg_database", "datname", database)]
    for alias in ("default", "keys"):
        database = getattr(names, alias)
        lines += [
            "",
            f'\\connect "{database}"',
            *(f"{statement};" for statement in entrance(alias, names)),
            "SELECT to_regclass('public.django_migrations') IS NOT NULL AS tables_are_there \\gset",
            "\\if :tables_are_there",
            "BEGIN;",
            *(f"{statement};" for statement in rights(alias, names)),
            "COMMIT;",
            "\\else",
            f"\\echo 'Nog geen tabellen in {database}: draai manage.py prepare, en dan dit bestand opnieuw.'",
            "\\endif",
        ]
    return "\n".join([*lines, ""])


def missing(statement, catalogue, column, name):
    """A line of psql that makes something when it is not there."""
    there = f"EXISTS (SELECT FROM {catalogue} WHERE {column} = '{name}')"
    return f"SELECT '{statement}' WHERE NOT {there} \\gexec"
