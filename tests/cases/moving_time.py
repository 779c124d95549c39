"""Let something have come in at another moment."""

from datetime import UTC

from django.db import connection


def came_in(signal, moment):
    """The same signal, which came in at this moment."""
    return made_at(signal, moment)


def began(case, moment):
    """The same case, which was opened at this moment."""
    return made_at(case, moment)


def made_at(record, moment):
    """The same record, made at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {record._meta.db_table} SET created_at = %s WHERE code = %s",
            [moment if connection.vendor == "postgresql" else moment.astimezone(UTC).replace(tzinfo=None), record.code],
        )
    record.refresh_from_db()
    return record
