"""Who may see what, written as SQL from the sheet of records and permissions, not from the code."""

from django.db import connection

# what was given to a person is for the place they had then (a row from before that was kept is for any place);
# which groups somebody is in follows from their place of today: a desk for who works at one, for a
# coordinator also the coordinators
GROUPS = """
    SELECT t.desk_id AS group_id FROM accounts_membership m JOIN accounts_team t ON t.id = m.team_id
    WHERE m.person_id = %(user)s AND m.role IN ('wot_worker', 'coordinator', 'partner')
      AND m.starts_at <= {now} AND (m.ends_at IS NULL OR m.ends_at > {now})
    UNION
    SELECT t.coordinators_id FROM accounts_membership m JOIN accounts_team t ON t.id = m.team_id
    WHERE m.person_id = %(user)s AND m.role = 'coordinator'
      AND m.starts_at <= {now} AND (m.ends_at IS NULL OR m.ends_at > {now})
"""
HELD = """
    SELECT g.content_object_id FROM {table}persongrant g JOIN auth_permission p ON p.id = g.permission_id
    WHERE p.codename = %(codename)s AND g.user_id = %(user)s AND (g.ends_at IS NULL OR g.ends_at > {now})
      AND EXISTS (SELECT 1 FROM accounts_membership m WHERE m.person_id = %(user)s
                  AND (g.membership_id IS NULL OR g.membership_id = m.id)
                  AND m.starts_at <= {now} AND (m.ends_at IS NULL OR m.ends_at > {now}))
      AND EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = %(user)s AND u.is_active)
    UNION
    SELECT g.content_object_id FROM {table}teamgrant g JOIN auth_permission p ON p.id = g.permission_id
    WHERE p.codename = %(codename)s AND (g.ends_at IS NULL OR g.ends_at > {now}) AND g.group_id IN ({groups})
      AND EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = %(user)s AND u.is_active)
"""


def held(model, user, word):
    """The keys of the records with which this person may do `word`, says the oracle."""
    sqlite = connection.vendor == "sqlite"
    now = "STRFTIME('%%Y-%%m-%%d %%H:%%M:%%f', 'NOW')" if sqlite else "STATEMENT_TIMESTAMP()"
    table, name = model._meta.db_table, model._meta.model_name
    sql = HELD.format(table=table, now=now, groups=GROUPS.format(now=now))
    key = user.pk.hex if sqlite else user.pk
    with connection.cursor() as cursor:
        cursor.execute(sql, {"user": key, "codename": f"{word}_{name}"})
        return {model._meta.pk.to_python(row[0]) for row in cursor.fetchall()}
