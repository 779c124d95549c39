"""From a fresh clone to a page in the browser, whatever happens on the way."""

import contextlib
import os
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from scripts import databases, environment
from scripts.make_secrets import DJANGO, KEYS, make_secrets
from scripts.places import ROOT

CLONED = ("Makefile", "config", "locale", "manage.py", "pyproject.toml", "requirements-test.txt")
CLONED += ("requirements.txt", "scripts", "signalering", "static", "templates")
MADE_HERE = ("DATABASE_URL", "KEYS_DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SIGNALERING_HOME", "PYTHON")
ENVIRONMENT_POINTS = (  # what is on the last line when the set-up is killed
    "Python-omgeving maken",
    "Python-pakketten installeren",
    "  django ",
    "  alles is opgehaald",
)
DATA_POINTS = (
    "Databases, gegevens en bestanden klaarzetten",
    "  tabellen van de sleutels",
    "  tabellen van de gegevens",
    "  wijken, teams",
    "  demo-accounts",
    "  stijlen, scripts",
    "Webserver en achtergrondwerker starten",
)


class Clone:
    """A copy of the project as somebody else has it, with nothing made yet."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.log = folder / "log.txt"
        for name in CLONED:
            if (ROOT / name).is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(ROOT / name, folder / name, ignore=ignored)
            elif (ROOT / name).exists():
                shutil.copy(ROOT / name, folder / name)

    def make_run(self, **more):
        """Starts `make run` as a terminal does, with its output in the log."""
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                ["make", "run"],
                cwd=self.folder,
                env={**self.env(), **more},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        return self.process

    def env(self):
        """The surroundings of somebody else's terminal."""
        ours = {name for name in os.environ if name in MADE_HERE or name.startswith("MAKE")}
        return {name: value for name, value in os.environ.items() if name not in ours} | {"PORT": str(self.port)}

    def said(self):
        return self.log.read_text()

    def until(self, words, process, seconds=180):
        """Waits until the set-up has said this."""
        wait_for(lambda: words in self.said() or process.poll() is not None, seconds, self.said)
        assert words in self.said(), self.said()

    def first_page(self, process, seconds=180):
        """The seconds until a page comes."""
        began = time.monotonic()
        wait_for(lambda: self.answers() or process.poll() is not None, seconds, self.said)
        took = time.monotonic() - began
        self.until("Signalering draait op", process)
        return took

    def answers(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=10) as reply:
                return reply.status == 200
        except urllib.error.HTTPError:
            raise
        except OSError:
            return False

    def kill_at(self, points):
        """Starts `make run` once for each point, and kills it as soon as it says that it is there."""
        for number, point in enumerate(points):
            process = self.make_run()
            self.until(point, process)
            if number % 2:
                os.killpg(process.pid, signal.SIGKILL)  # everything at once, as when the machine goes down
            else:
                process.kill()  # make alone: what it started must not go on
            process.wait()

    def interrupt(self, process):
        """What Ctrl-C does; nothing may be left running."""
        os.killpg(process.pid, signal.SIGINT)
        process.wait(20)
        assert self.processes() == []

    def processes(self):
        """The processes that still work in this folder."""
        found = subprocess.run(["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
        return [line for line in found.splitlines() if str(self.folder) in line]


def wait_for(happens, seconds, tell=lambda: ""):
    deadline = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < deadline, tell()
        time.sleep(0.02)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def clone(tmp_path):
    made = Clone(tmp_path)
    yield made
    with contextlib.suppress(ProcessLookupError):
        os.killpg(made.process.pid, signal.SIGTERM)
    wait_for(lambda: not made.processes(), 20, lambda: str(made.processes()))


def test_a_fresh_clone_killed_while_its_environment_is_made_is_mended_by_the_next_run(clone):
    """Also: first page within 180 s of a run that has everything to do, Ctrl-C leaves nothing running."""
    clone.kill_at(ENVIRONMENT_POINTS)
    process = clone.make_run()
    first = clone.first_page(process)
    assert first < 180
    clone.interrupt(process)
    print(f"first page {first:.1f} s")


def test_a_fresh_clone_killed_while_its_data_are_made_is_mended_by_the_next_run(clone):
    """Also: second start within 5 s, one server per folder, a worker that dies and a key that is gone."""
    (clone.folder / ".venv").symlink_to(sys.prefix)  # an environment that was made to the end
    clone.kill_at(DATA_POINTS)

    process = clone.make_run()
    clone.first_page(process)
    accounts = clone.folder / "var" / "secrets" / "demo-accounts.txt"
    assert accounts.read_text().strip() in clone.said()
    for name in databases.NAMES.values():
        with contextlib.closing(sqlite3.connect(clone.folder / "var" / name)) as database:
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
            assert database.execute("pragma journal_mode").fetchone() == ("wal",)
    secrets_folder = clone.folder / "var" / "secrets"
    assert mode(secrets_folder) == 0o700
    assert {mode(path) for path in secrets_folder.iterdir()} == {0o600}
    kept = {path: path.read_bytes() for path in secrets_folder.iterdir()}

    other = {"cwd": clone.folder, "env": clone.env() | {"PORT": str(free_port())}, "timeout": 30}
    refused = subprocess.run(["make", "run"], capture_output=True, text=True, check=False, **other)
    assert "draait in deze map al" in refused.stderr
    clone.interrupt(process)

    process = clone.make_run()
    second = clone.first_page(process)
    for _ in range(2):  # a machine that does other work as well gets two more starts to show it
        if second >= 5:
            clone.interrupt(process)
            process = clone.make_run()
            second = clone.first_page(process)
    assert "klaarzetten" not in clone.said()
    assert second < 5
    assert {path: path.read_bytes() for path in secrets_folder.iterdir()} == kept

    worker = next(line.split()[0] for line in clone.processes() if "manage.py work" in line)
    os.kill(int(worker), signal.SIGKILL)
    assert process.wait(20) != 0
    assert "De achtergrondwerker is gestopt" in clone.said()
    assert clone.processes() == []

    (secrets_folder / "key_encryption_key").unlink()
    process = clone.make_run()
    assert process.wait(20) != 0
    assert "key_encryption_key ontbreekt terwijl er al gegevens zijn" in clone.said()
    assert not (secrets_folder / "key_encryption_key").exists()
    print(f"second start {second:.1f} s")


@pytest.mark.parametrize("text", ["0", "65536", "-1", "acht", "80.0"])
def test_a_port_that_is_no_port_gives_one_sentence(clone, text):
    assert clone.make_run(PORT=text).wait(20) != 0
    assert f"PORT={text} is geen poortnummer" in clone.said()
    assert "Traceback" not in clone.said()


def test_a_taken_port_gives_one_sentence(clone):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", clone.port))
        taken.listen()
        assert clone.make_run().wait(20) != 0
    assert f"Poort {clone.port} is al in gebruik" in clone.said()
    assert "Traceback" not in clone.said()


def test_keys_are_made_once_and_for_their_owner_alone(tmp_path):
    make_secrets(tmp_path, data_exists=False)
    made = {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}
    assert set(made) == {*KEYS, *DJANGO}
    assert len(set(made.values())) == 4
    assert len(made["django_secret_key"].strip()) >= 50
    assert {mode(path) for path in (tmp_path / "secrets").iterdir()} == {0o600}
    (tmp_path / "secrets" / "index_key").chmod(0o644)
    make_secrets(tmp_path, data_exists=False)
    make_secrets(tmp_path, data_exists=True)
    assert {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()} == made
    assert {mode(path) for path in (tmp_path / "secrets").iterdir()} == {0o600}


@pytest.mark.parametrize("name", [*KEYS, *DJANGO])
def test_a_key_that_is_gone_while_there_are_data_is_not_made_again(tmp_path, name, capsys):
    make_secrets(tmp_path, data_exists=False)
    (tmp_path / "secrets" / name).unlink()
    with pytest.raises(SystemExit):
        make_secrets(tmp_path, data_exists=True)
    assert f"{name} ontbreekt terwijl er al gegevens zijn" in capsys.readouterr().err
    assert not (tmp_path / "secrets" / name).exists()


@pytest.mark.parametrize("broken", ["", "abc", "x" * 44, "AAAA"])
def test_a_damaged_key_stops_the_start(tmp_path, broken, capsys):
    make_secrets(tmp_path, data_exists=False)
    (tmp_path / "secrets" / "key_encryption_key").write_text(broken)
    with pytest.raises(SystemExit):
        make_secrets(tmp_path, data_exists=True)
    assert "is geen geldige sleutel" in capsys.readouterr().err


def test_a_change_of_the_databases_is_made_beside_them_and_adopted_whole(tmp_path):
    for name in databases.NAMES.values():
        with contextlib.closing(sqlite3.connect(tmp_path / name)) as old:
            old.execute("pragma journal_mode=wal")
            old.execute("create table django_migrations (id integer primary key, app, name)")
            old.execute("insert into django_migrations values (1, 'cases', '0001')")
            old.commit()
    before = databases.applied(tmp_path)
    there = databases.copy(tmp_path)
    for url in there.values():
        with contextlib.closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as new:
            new.execute("pragma journal_mode=wal")
            new.execute("insert into django_migrations values (2, 'cases', '0002')")
            new.commit()
    assert databases.applied(tmp_path) == before
    databases.adopt(tmp_path)
    assert databases.applied(tmp_path) != before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(databases.NAMES.values())
    assert {mode(path) for path in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("whole", []),
        ("runtime only", ["install requirements-test.txt"]),
        ("half made", ["anew", "install requirements-test.txt"]),
        ("of another lock", ["anew", "install requirements-test.txt"]),
        ("of another Python", ["anew", "install requirements-test.txt"]),
    ],
)
def test_the_environment_is_made_again_only_when_it_must(tmp_path, monkeypatch, state, steps):
    done = []
    monkeypatch.setattr(environment, "READY", tmp_path / "ready.json")
    monkeypatch.setattr(environment, "_anew", lambda lock: done.append("anew"))
    monkeypatch.setattr(environment, "_install", lambda name, lock: done.append(f"install {name}"))
    environment._make([environment.RUN, *([] if state == "runtime only" else [environment.TEST])], None)
    if state == "half made":
        environment.READY.unlink()
    elif state == "of another lock":
        environment.READY.write_text(environment.READY.read_text().replace(environment._digest("requirements.txt"), ""))
    elif state == "of another Python":
        environment.READY.write_text(environment.READY.read_text().replace(environment._version(), "3.10"))
    done.clear()
    if not environment.ready([environment.RUN, environment.TEST]):
        environment._make([environment.RUN, environment.TEST], None)
    assert done == steps
    assert environment.ready([environment.RUN, environment.TEST])


@pytest.mark.parametrize("name", [environment.RUN, environment.TEST])
def test_the_lock_has_hashes_and_names_no_address(name):
    text = (ROOT / name).read_text()
    assert "http" not in text
    assert "--index-url" not in text
    wanted = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(wanted) > 20
    assert all("==" in line and line.endswith("\\") for line in wanted)
    runtime = (ROOT / environment.RUN).read_text().splitlines()
    assert {line for line in runtime if "==" in line} <= {line for line in text.splitlines() if "==" in line}
