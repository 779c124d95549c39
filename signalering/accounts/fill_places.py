"""Fill in for which place people got what they hold, for rows from before that was kept."""

from itertools import groupby

from django.db import migrations

AT_ONCE = 2000


def fill_places(*labels):
    """The step of a migration that fills these grant tables; a person with two places then keeps an open row."""

    def fill(apps, schema_editor):
        alias = schema_editor.connection.alias
        memberships = apps.get_model("accounts", "Membership")._base_manager.using(alias)
        for label in labels:
            grants = apps.get_model(label)._base_manager.using(alias)
            last = None
            while batch := next_batch(grants, last):
                last = batch[-1][0]
                fill_batch(grants, memberships, batch)

    return migrations.RunPython(fill, migrations.RunPython.noop)


def next_batch(grants, last):
    """The following rows without a place: key, person and moment of giving."""
    waiting = grants.filter(membership=None)
    if last is not None:
        waiting = waiting.filter(pk__gt=last)
    return list(waiting.order_by("pk").values_list("pk", "user_id", "given_at")[:AT_ONCE])


def fill_batch(grants, memberships, batch):
    """Set the place of each row whose person had exactly one when it was given."""
    places = {}
    for place in memberships.filter(person__in={user for _, user, _ in batch}):
        places.setdefault(place.person_id, []).append(place)
    found = []
    for key, user, given_at in batch:
        there = [place.pk for place in places.get(user, ()) if was_in_force(place, given_at)]
        if len(there) == 1:
            found.append((there[0], key))
    for place, rows in groupby(sorted(found), key=lambda row: row[0]):
        grants.filter(pk__in=[key for _, key in rows]).update(membership=place)


def was_in_force(place, moment):
    """Whether a place had begun and not ended at a moment."""
    return place.starts_at <= moment and (place.ends_at is None or place.ends_at > moment)
