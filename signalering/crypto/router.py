"""Data keys stand in a database of their own, so that a destroyed key is gone from older backups too."""


class KeysApart:
    """Send the crypto app to `keys` and everything else to `default`."""

    def db_for_read(self, model, **hints):
        return "keys" if model._meta.app_label == "crypto" else None

    db_for_write = db_for_read

    def allow_relation(self, first, second, **hints):
        return first._meta.app_label == second._meta.app_label or None

    def allow_migrate(self, db, app_label, **hints):
        return (db == "keys") == (app_label == "crypto")
