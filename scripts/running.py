"""Sets everything up and serves it: what `make run` does."""

import hashlib
import os

from scripts import children, databases, environment, files
from scripts.locks import Lock
from scripts.make_secrets import make_secrets
from scripts.places import PYTHON, ROOT, VENV, home
from scripts.preparing import current, prepare
from scripts.serving import ADDRESS, chosen_port, lan_address, must_be_free, serve
from scripts.terminal import say, step, stop

BUSY = "Signalering draait in deze map al (proces {pid}, {note}): stop dat eerst met Ctrl-C."


def run():
    """From a fresh clone to a page in the browser; on an existing one only what has changed."""
    port, folder = chosen_port(), home()
    server = Lock(folder / "run.lock")
    server.take(BUSY, _address(port))
    must_be_free(port)
    environment.ensure(tests=False, lock=Lock(VENV.with_name(".venv.lock")))
    os.umask(0o077)  # what is made from here on is of this user alone
    prepared = (folder / "prepared").exists()
    make_secrets(folder, data_exists=prepared or databases.exist(folder))
    env = {
        "DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "config.settings.base",
        **os.environ,
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
        "SIGNALERING_HOME": str(folder),
    }
    accounts = folder / "secrets" / "demo-accounts.txt"
    if not current(folder, env):
        with step("Databases, gegevens en bestanden klaarzetten"):
            prepare(folder, env, server)
    must_be_free(port)
    certificates = _certificates(folder, port, env, server) if os.environ.get("HTTPS") else None
    say("Webserver en achtergrondwerker starten ...")
    address = env["SITE_ADDRESS"] if certificates else _address(port)
    return serve(port, env, server, lambda: _announce(address, accounts, certificates), certificates)


def _certificates(folder, port, env, lock):
    """Makes the server known under https in its own network, and returns where its certificates are."""
    lan, certificates = lan_address(), folder / "secrets" / "https"
    hosts = ["localhost", ADDRESS, *([lan] if lan else [])]
    command = [PYTHON, "-m", "scripts.certificate", certificates, *hosts]
    if children.start(command, lock=lock, cwd=ROOT, env=env).wait():
        stop("Het certificaat kon niet gemaakt worden: hierboven staat waarom.")
    env.setdefault("ALLOWED_HOSTS", ",".join(hosts))
    env.setdefault("SITE_ADDRESS", f"https://{hosts[-1]}:{port}")
    return certificates


def _announce(address, accounts, certificates):
    if accounts.exists():
        _show_once(accounts)
        say(f"\nDe wachtwoorden van de demo-accounts staan in {_short(accounts)}")
    shop = accounts.with_name("demo-winkel.txt")
    if shop.exists():
        say(f"De link voor de telefoon van een winkel staat in {_short(shop)}")
    if certificates:
        say(f"\nVertrouw op je telefoon eerst dit certificaat: {_short(certificates / 'authority.crt')}")
    say(f"Signalering draait op {address} (stoppen: Ctrl-C)")


def _show_once(accounts):
    """Prints the passwords the first time they can be used, and again only when they have changed."""
    shown = accounts.with_name("demo-accounts.shown")
    digest = hashlib.sha256(accounts.read_bytes()).hexdigest()
    if not shown.exists() or shown.read_text().strip() != digest:
        say(f"\nDemo-accounts:\n\n{accounts.read_text().rstrip()}")
        files.write(shown, digest + "\n", mode=0o600)


def _address(port):
    return f"http://localhost:{port}/"


def _short(path):
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
