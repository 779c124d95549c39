"""Keys, sealed fields and the reader; nothing else touches `cryptography`."""

from django.apps import AppConfig


class CryptoConfig(AppConfig):
    """The app of the data keys, in a database of their own."""

    name = "signalering.crypto"
    verbose_name = "Sleutels"
