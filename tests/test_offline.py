"""Sealed signals over a bad network: a small run against the product, and planted faults that must be found."""

import os
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connections

from offline import found, storm, town
from offline.network import free_port
from offline.run import Effort, faults, run
from offline.server import Server
from tests import offline_server

SMALL = Effort(signals=40, restarts=1, workers=2, seed=3)


def silent(text):
    """Say nothing."""


def over(server, effort=SMALL):
    writers = [{"pk": str(number), "cookies": {"session": str(number)}} for number in range(effort.writers)]
    return run(server, writers, server.look, effort, silent)


def of_the_tests():
    """The settings with which a server of its own works on the databases of the tests."""
    told = {"DJANGO_SETTINGS_MODULE": "config.settings.base"}
    for variable, alias in (("DATABASE_URL", "default"), ("KEYS_DATABASE_URL", "keys")):
        name = connections[alias].settings_dict["NAME"]
        named = os.environ.get(variable)
        told[variable] = urlunsplit(urlsplit(named)._replace(path=f"/{name}")) if named else f"sqlite:///{name}"
    return told


@pytest.mark.django_db(transaction=True)
def test_the_product_keeps_each_signal_once():
    effort = replace(SMALL, signals=20)
    row = run(Server(free_port(), of_the_tests()), town.writers(effort.writers), found.look, effort, silent)
    assert faults(row) == [], row
    assert row["signals found"] == 20
    assert row["server away"] + row["replies dropped"] > 70
    assert row["other replies"] == 0, row


def test_a_server_that_keeps_each_once_has_no_faults():
    row = over(offline_server.Right())
    assert faults(row) == [], row
    assert row["signals found"] == 40
    assert row["sends"] > 300
    roads = ("replies delivered", "replies dropped", "replies of a portal", "server away")
    assert row["sends"] == sum(row[road] for road in roads)
    assert 0.35 < row["replies dropped"] / row["sends"] < 0.6
    assert row["replies of a portal"] > 0
    assert row["keys with two contents"] == row["conflicts kept"] > 0


@pytest.mark.parametrize(
    ("server", "fault"),
    [
        (offline_server.Doubling, "twice"),
        (offline_server.Forgetful, "lost"),
        (offline_server.Moody, "unequal replies"),
        (offline_server.Careless, "conflicts kept"),
    ],
)
def test_a_planted_fault_is_found(server, fault):
    row = over(server())
    assert fault in " ".join(faults(row)), row


def test_a_phone_that_lets_go_at_any_200_is_found(monkeypatch):
    monkeypatch.setattr(storm, "may_leave", lambda key, reply: 200 <= reply.status < 300)
    assert "lost" in " ".join(faults(over(offline_server.Right(), replace(SMALL, portal=0.3))))
