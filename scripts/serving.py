"""Runs the web server and the background worker together, and stops both when one of them stops."""

import http.client
import os
import signal
import socket
import time

from scripts import children
from scripts.places import PYTHON, ROOT
from scripts.terminal import say, stop

ADDRESS = "127.0.0.1"


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


def serve(port, env, lock, announce):
    """Starts both, announces the address once a page comes, and returns the exit code when all has ended."""
    asked = []
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, lambda number, frame: asked.append(number))
    web = ["-m", "gunicorn", "config.wsgi", "--bind", f"{ADDRESS}:{port}", "--workers", "2"]
    web += ["--log-level", "warning", "--graceful-timeout", "5", "--no-control-socket"]
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
        return _watch(running, port, asked, announce)
    finally:
        for process in reversed(running.values()):
            children.end(process)


def _watch(running, port, asked, announce):
    answered = False
    while not asked:
        for name, process in running.items():
            if process.poll() is not None:
                say(f"De {name} is gestopt (code {process.returncode}); de rest wordt ook gestopt.")
                return 1
        if not answered and _answers(port):
            answered = True
            announce()
        time.sleep(0.1)
    say("\nStoppen ...")
    return 0


def _answers(port):
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=2)
    try:
        connection.request("GET", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
