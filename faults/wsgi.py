"""The product's web server, of which a request may end the process between the commit of a due row and what follows.

The product itself has no such switch: this is the way in of a run that kills.
"""

import os
import signal
import threading

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from config.wsgi import application as product
from faults import DIES
from signalering.cases.models import Notice

ASKED = f"HTTP_{DIES.upper().replace('-', '_')}"
ROW = f'INSERT INTO "{Notice._meta.db_table}"'
own = threading.local()


def application(environ, start_response):
    """Answer as the product does."""
    own.dies, own.made = ASKED in environ, False
    if not own.dies:
        return product(environ, start_response)
    with connections["default"].execute_wrapper(watch):
        return product(environ, start_response)


def watch(execute, sql, params, many, context):
    """Notice that a due row is written."""
    own.made = own.made or sql.startswith(ROW)
    return execute(sql, params, many, context)


def committed(self, after=BaseDatabaseWrapper.run_and_clear_commit_hooks):
    """What Django calls between the commit and the first thing that waits for it."""
    if self.alias == "default" and getattr(own, "dies", False) and own.made:
        os.kill(os.getpid(), signal.SIGKILL)
    return after(self)


BaseDatabaseWrapper.run_and_clear_commit_hooks = committed
