"""The set-ups that are tried: which processes stand, and what can be done to them."""

import os
import time

from faults.brokers import RabbitMQ, Redis
from faults.processes import NAP, Beat, CeleryWorker, Receiver, Web, Worker
from offline.network import free_port

BROKERS = {"redis": Redis, "rabbitmq": RabbitMQ}
NAMES = ("embedded", *BROKERS)


class Setup:
    """A web server, a worker and a receiver; with a broker also its clock, and a worker beside that needs neither."""

    def __init__(self, name, environment, folder):
        self.name, self.folder, self.fallen = name, folder, []
        self.receiver = Receiver(free_port(), free_port(), folder)
        own = {"DJANGO_SETTINGS_MODULE": "faults.settings", "FAULTS_MAIL_PORT": str(self.receiver.port)}
        own["SMS_GATEWAY_URL"] = f"http://127.0.0.1:{self.receiver.texts}/"
        self.environment = {**os.environ, **environment, **own}
        self.broker = BROKERS[name](folder) if name in BROKERS else None
        if self.broker is not None:
            self.environment["CELERY_BROKER_URL"] = self.broker.url
        self.web = Web(free_port(), self.environment, folder)
        self.worker = (CeleryWorker if self.broker else Worker)(self.environment, folder)
        self.beat = Beat(self.environment, folder) if self.broker else None
        self.beside = Worker(self.environment, folder, "beside") if self.broker else None

    @property
    def standing(self):
        """What must run as long as nothing is done to it, in the order in which it starts."""
        there = (self.receiver, self.broker, self.web, self.worker, self.beat, self.beside)
        return [one for one in there if one is not None]

    @property
    def workers(self):
        """What does what is due, each as a whole."""
        return [one for one in (self.worker, self.beside) if one is not None]

    @property
    def faults(self):
        """What is done to this set-up: by name, the share of the kills, or none."""
        if self.broker is None:
            return {"worker": 1 / 2, "web": 1 / 2}
        return {"child": 1 / 3, "worker": 1 / 3, "web": 1 / 3, "refuses": 0, "hangs": 0, "flushed": 0}

    def __enter__(self):
        try:
            for one in self.standing:
                one.start()
            self.up()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        """Everything that was started here ends."""
        for one in reversed(self.standing):
            one.close()

    def up(self):
        """Everything that must run is at work; what fell by itself is started again and named."""
        self.fallen += [one.last_words() for one in self.standing if one.fell()]
        for one in self.standing:
            one.up()

    def watch(self, seconds):
        """Let time pass; what falls by itself meanwhile is started again at once, but not a broker that was taken."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for one in self.standing:
                if one is not self.broker and one.fell():
                    self.fallen.append(one.last_words())
                    one.start()
            time.sleep(NAP)

    def said(self):
        """The last that each process wrote."""
        parts = [f"--- {one.name}\n{one.said()[-2000:].decode(errors='replace')}" for one in self.standing]
        return "\n".join(parts)
