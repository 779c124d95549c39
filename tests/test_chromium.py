"""A missing Chromium is installed for who may; for others one sentence names the package, and the part fails."""

import os

import pytest

from scripts import checks, chromium

ROOT, SOMEBODY = 0, 1000
SUDO = '[ "$1" = -n ] && shift\n"$@"'
REFUSES = "exit 1"


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A function that makes this a machine without Chromium, with these programs and this user; what apt-get did."""
    programs, log, place = tmp_path / "bin", tmp_path / "apt.log", tmp_path / "chromium"
    programs.mkdir()
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(chromium, "PLACES", (str(place),))

    def program(name, script):
        (programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (programs / name).chmod(0o755)

    def make(*, user=ROOT, sudo=None, update="", install=f": > {place}", apt=True):
        monkeypatch.setattr(os, "geteuid", lambda: user)
        if sudo:
            program("sudo", sudo)
        if apt:
            steps = f"case $1 in\nupdate) {update or ':'} ;;\ninstall) {install} ;;\nesac"
            program("apt-get", f'echo "$DEBIAN_FRONTEND $*" >> {log}\n{steps}')
        return lambda: log.read_text().splitlines() if log.exists() else []

    make.place = str(place)
    return make


@pytest.mark.parametrize(("user", "sudo"), [(ROOT, None), (SOMEBODY, SUDO)])
@pytest.mark.parametrize("update", ["", "exit 100"])
def test_it_is_installed_for_who_may(machine, capsys, user, sudo, update):
    asked = machine(user=user, sudo=sudo, update=update)
    assert chromium.chromium() == machine.place
    installed = ["chromium", "chromium-headless-shell"]
    assert asked() == ["noninteractive update -q", *(f"noninteractive install -y -q {name}" for name in installed)]
    assert "Chromium ontbreekt en wordt geïnstalleerd" in capsys.readouterr().out
    assert chromium.chromium() == machine.place
    assert len(asked()) == 3, "once is enough"


@pytest.mark.parametrize("case", [{"apt": False}, {"user": SOMEBODY}, {"user": SOMEBODY, "sudo": REFUSES}])
def test_who_may_not_reads_one_sentence_and_the_part_fails(machine, capsys, case):
    asked = machine(**case)
    assert checks.check(["browser"]) == 1
    assert asked() == []
    said = capsys.readouterr().out
    assert said.count("installeer het pakket 'chromium'") == 1
    assert "browser       FAILED" in said


def test_an_installation_that_fails_says_why_and_the_part_fails(machine, capsys):
    asked = machine(install="echo 'E: Unable to locate package chromium' >&2\nexit 100")
    assert checks.check(["browser"]) == 1
    assert len(asked()) == 2
    said = capsys.readouterr().out
    assert "E: Unable to locate package chromium" in said
    assert said.count("installeer het pakket 'chromium'") == 1


def test_a_chromium_that_was_named_is_taken_and_none_is_installed_instead(machine, monkeypatch, tmp_path):
    asked = machine()
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "mine"))
    assert chromium.chromium() is None
    (tmp_path / "mine").touch()
    assert chromium.chromium() == str(tmp_path / "mine")
    assert asked() == []
