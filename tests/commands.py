"""Run a management command in a test."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError


def run(*words, **options):
    """What a command says."""
    said = io.StringIO()
    call_command(*words, stdout=said, **options)
    return said.getvalue()


def refused(*words, **options):
    """The sentence with which a command ends."""
    with pytest.raises(CommandError) as error:
        call_command(*words, **options)
    return str(error.value)
