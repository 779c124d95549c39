"""Let something have come in at another moment."""

from django.db import connection


def came_in(signal, moment):
    """The same signal, which came in at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_signal SET created_at = %s WHERE code = %s",
            [moment if connection.vendor == "postgresql" else moment.replace(tzinfo=None), signal.code],
        )
    signal.refresh_from_db()
    return signal
