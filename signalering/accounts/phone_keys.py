"""The keys to which phones seal: one to publish, and an end for those that are past use."""

from signalering.accounts.configuration import days
from signalering.audit.actors import system
from signalering.audit.record import note
from signalering.crypto import boxes

KEEPER = system("phone_keys")


def current():
    """The key to publish now, made when there is none that lasts."""
    return boxes.current(days("box_key_days"))


def rotate():
    """A new key from now on; what was sealed to the older ones still opens."""
    key = boxes.make(days("box_key_days"))
    note("rotate_box_key", key, by=KEEPER)
    return key


def kept_until(key):
    """Until when what was sealed to a key in time can still be opened."""
    return key.until + days("box_key_kept_days")


def destroy(key, *, reason):
    """Nobody can open any more what was sealed to this key; whether it was still there."""
    done = boxes.destroy(key)
    if done:
        note("destroy_box_key", key, by=KEEPER, reason=reason)
    return done


def destroy_past():
    """Destroy the keys to which nothing that was sealed in time can still arrive; how many."""
    return sum(destroy(key, reason="ended") for key in boxes.past(days("box_key_kept_days")))
