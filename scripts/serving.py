"""Runs the web server and the background worker together, and stops both when one of them stops."""

import http.client
import os
import signal
import socket
import ssl
import time

from scripts import children
from scripts.places import PYTHON, ROOT
from scripts.terminal import say, stop

ADDRESS, ANYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 (a phone in the same network, when somebody asks for it)
NOWHERE = ("192.0.2.1", 9)  # an address for documentation: nothing is sent there


def chosen_port():
    """The port from the environment, checked."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        stop(f"PORT={text} is geen poortnummer: kies een getal van 1 tot en met 65535.")
    return int(text)


def must_be_free(port):
    """Stops with one sentence when something else has the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except PermissionError:
            stop(f"Poort {port} mag je niet gebruiken: kies een poort boven 1023, zoals PORT=8080 make run.")
        except OSError:
            stop(f"Poort {port} is al in gebruik: kies een andere, zoals PORT={port + 1} make run.")


def lan_address():
    """The address of this machine in its own network; nothing without one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(NOWHERE)
        except OSError:
            return ""
        return probe.getsockname()[0]


def serve(port, env, lock, announce, certificates=None):
    """Starts both, announces the address once a page comes, and returns the exit code when all has ended.

    With a folder of certificates it speaks https, to the whole network.
    """
    asked = []
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, lambda number, frame: asked.append(number))
    host = ANYWHERE if certificates else ADDRESS
    web = ["-m", "gunicorn", "config.wsgi", "--bind", f"{host}:{port}", "--workers", "4", "--preload"]
    web += ["--log-level", "warning", "--graceful-timeout", "5", "--no-control-socket"]
    if certificates:
        web += ["--certfile", str(certificates / "server.crt"), "--keyfile", str(certificates / "server.key")]
    commands = {"webserver": web, "achtergrondwerker": ["manage.py", "work"]}
    running = {}
    try:
        for name, command in commands.items():
            running[name] = children.start(
                [PYTHON, *command],
                lock=lock,
                signum=signal.SIGTERM,
                cwd=ROOT,
                env=env,
                start_new_session=True,
            )
        return _watch(running, _connection(port, certificates), asked, announce)
    finally:
        for process in reversed(running.values()):
            children.end(process)


def _connection(port, certificates):
    if not certificates:
        return http.client.HTTPConnection(ADDRESS, port, timeout=2)
    trusted = ssl.create_default_context(cafile=certificates / "authority.crt")
    return http.client.HTTPSConnection(ADDRESS, port, timeout=2, context=trusted)


def _watch(running, connection, asked, announce):
    answered = False
    while not asked:
        for name, process in running.items():
            if process.poll() is not None:
                say(f"De {name} is gestopt (code {process.returncode}); de rest wordt ook gestopt.")
                return 1
        if not answered and _answers(connection):
            answered = True
            announce()
        time.sleep(0.1)
    say("\nStoppen ...")
    return 0


def _answers(connection):
    try:
        connection.request("GET", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
