"""A block after which both databases are as they were before it."""

from contextlib import contextmanager

from django.test import TestCase


class _Both(TestCase):
    databases = ("default", "keys")


@contextmanager
def undone():
    """Take back every change of the block, also what the product itself commits."""
    atomics = _Both._enter_atomics()
    try:
        yield
    finally:
        _Both._rollback_atomics(atomics)
