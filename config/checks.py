"""What must hold before people may rely on what was saved: a database keeps what it said it kept."""

from django.core.checks import Error as Problem
from django.db import Error, connections

FORGETFUL = "SELECT current_setting('synchronous_commit') = 'off' OR current_setting('fsync') = 'off'"
SQLITE_KEEPS = {"journal_mode": "wal", "synchronous": 2}


def what_was_saved_stays(app_configs=None, **kwargs):
    """An error for each database that may lose, in a crash, what somebody was told is saved."""
    return [problem for connection in connections.all() for problem in problems_of(connection)]


def problems_of(connection):
    """What is wrong with one database; one that does not answer is told by other means."""
    try:
        if connection.vendor == "postgresql":
            return postgresql(connection)
        return sqlite(connection)
    except Error:
        return []


def postgresql(connection):
    """A commit must be on disk before it is answered."""
    with connection.cursor() as cursor:
        cursor.execute(FORGETFUL)
        if not cursor.fetchone()[0]:
            return []
    return [
        Problem(
            f"De database '{connection.alias}' kan kwijtraken wat al was opgeslagen.",
            hint="Zet in PostgreSQL synchronous_commit en fsync aan.",
            id="signalering.E002",
        )
    ]


def sqlite(connection):
    """Writers wait for each other, readers for nobody, and a commit is on disk before it is answered."""
    problems = []
    if connection.settings_dict["OPTIONS"].get("transaction_mode") != "IMMEDIATE":
        problems.append(
            Problem(
                f"In de database '{connection.alias}' kunnen twee schrijvers elkaar in de weg zitten.",
                hint="Zet transaction_mode op IMMEDIATE in de instellingen.",
                id="signalering.E003",
            )
        )
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in SQLITE_KEEPS}
    if found["journal_mode"] != SQLITE_KEEPS["journal_mode"] or found["synchronous"] < SQLITE_KEEPS["synchronous"]:
        problems.append(
            Problem(
                f"De database '{connection.alias}' kan kwijtraken wat al was opgeslagen.",
                hint="Laat init_command in de instellingen staan: journal_mode=WAL en synchronous=FULL.",
                id="signalering.E004",
            )
        )
    return problems
