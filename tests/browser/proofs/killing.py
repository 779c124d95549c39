"""What the kill tests share: words of their own for each tap, points to stand still at, and the count afterwards."""

import os

import pytest
from django.db import connection

from signalering.cases.models import Signal

KILLS = int(os.environ.get("KILLS", "20"))  # in each gap
STOP_AT = """(point) => {
    globalThis.pauseAt = (now) => {
        if (now !== point) return undefined;
        document.documentElement.dataset.paused = now;
        return new Promise(() => {});
    };
}"""


@pytest.fixture
def count(nurse, reading):
    """A function: how many of these words the server has not, and how many more than once, as (lost, twice)."""

    def counted(words):
        connection.close()  # what the server wrote since is seen anew
        with reading(nurse):
            there = [signal.observation for signal in Signal.objects.filter(writer=nurse)]
        assert set(there) <= set(words)
        return sum(there.count(each) == 0 for each in words), sum(there.count(each) > 1 for each in words)

    return counted


def words_of(number):
    """What is typed before this tap, and before no other."""
    return f"Stapel ongeopende post, nummer {number}."


def all_sent(page, number):
    """Wait until this phone says of so many signals that they were sent, and keeps nothing else."""
    page.wait_for_function(
        "number => document.querySelectorAll('#box [data-state=sent]').length === number", arg=number
    )
    assert page.locator("#box li").count() == number


def stop_at(page, point):
    """From now on the page stands still at this point."""
    page.evaluate(STOP_AT, point)


def stands_still(page):
    """Wait until it does."""
    page.wait_for_selector("html[data-paused]", state="attached")
