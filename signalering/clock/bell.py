"""The bell: wake a worker at once. Who rings never waits, and a ring that nobody hears loses no work."""

import logging
import os
import threading

from celery import Celery
from django.conf import settings

log = logging.getLogger(__name__)
TASK = "config.tasks.tick"
WAKES_WITHIN = 5  # seconds after which beat has asked the same
REST = 0.2  # seconds in which more rings are one
REST_AFTER_FAILURE = 5
SHORT = {"socket_timeout": 1, "socket_connect_timeout": 1, "read_timeout": 1, "write_timeout": 1, "max_retries": 0}


class Bell:
    """A thread that publishes, and a flag for those who ring."""

    def __init__(self, url):
        self.url = url
        self.rung, self.end = threading.Event(), threading.Event()
        self.starting, self.thread = threading.Lock(), None
        self.heard = self.missed = 0

    def ring(self):
        """Ask for a worker, and go on at once."""
        self.rung.set()
        if self.thread is None or not self.thread.is_alive():  # also in a process that was forked since
            with self.starting:
                if self.thread is None or not self.thread.is_alive():
                    self.thread = threading.Thread(target=self.listen, name="clock-bell", daemon=True)
                    self.thread.start()

    def listen(self):
        """Publish once for all rings since the last time; rest longer when the broker does not take it."""
        with Celery("bell", broker=self.url, set_as_current=False) as sender:
            sender.conf.update(broker_transport_options=SHORT, broker_connection_timeout=1, task_publish_retry=False)
            while self.rung.wait() and not self.end.is_set():
                self.rung.clear()
                self.end.wait(REST if self.published(sender) else REST_AFTER_FAILURE)

    def published(self, sender):
        """Whether the broker took the message; it holds no argument, so it tells nothing."""
        try:
            with sender.connection_for_write() as connection:
                to = {"queue": settings.CELERY_TASK_DEFAULT_QUEUE, "connection": connection}
                sender.send_task(TASK, expires=WAKES_WITHIN, retry=False, ignore_result=True, **to)
        except Exception as error:  # a broker that refuses, hangs or talks nonsense costs seconds, never work
            self.missed += 1
            log.info("bell not heard: %s", type(error).__name__)
            return False
        self.heard += 1
        return True

    def stop(self):
        """End the thread, for who made a bell of their own."""
        self.end.set()
        self.rung.set()
        if self.thread is not None:
            self.thread.join()


BELLS = {}
os.register_at_fork(after_in_child=BELLS.clear)  # its thread stays behind, perhaps with a lock that it held


def ring():
    """Wake a worker after something urgent was saved; without a broker there is nobody to wake."""
    url = settings.CELERY_BROKER_URL
    if url:
        BELLS.setdefault(url, Bell(url)).ring()
