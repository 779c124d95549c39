"""A browser with a real profile directory, that can be closed in good order or killed."""

import os
import signal
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import psutil
from django.conf import settings
from playwright.sync_api import Error

from tests.browser.capturing import start
from tests.chromium import ARGUMENTS, PATIENCE, PHONE


class Profile:
    """One phone: what is on its disk stays, however often its browser starts."""

    def __init__(self, kind, folder, url, program):
        self.kind, self.folder, self.url, self.program, self.context = kind, folder, url, program, None

    def open(self, *, start_page=True):
        """Start the browser, and open the capture page; the page."""
        self.context = self.kind.launch_persistent_context(
            self.folder,
            executable_path=self.program,
            args=ARGUMENTS,
            viewport=PHONE,
            base_url=self.url,
            locale="nl-NL",
        )
        self.context.set_default_timeout(PATIENCE)
        page = self.context.pages[0]
        if start_page:
            start(page)
        return page

    def close(self):
        """Close the browser in good order: everything it holds goes to the disk."""
        if self.context:
            self.context.close()
        self.context = None

    def kill(self):
        """SIGKILL for the browser and everything it started."""
        browser = self.process()
        browser.suspend()  # else it starts another while its children are counted
        family = [browser, *browser.children(recursive=True)]
        os.kill(browser.pid, signal.SIGKILL)
        for one in family[1:]:
            with suppress(psutil.NoSuchProcess):
                one.kill()
        psutil.wait_procs([browser], timeout=10)
        while any(map(runs, family)):
            pass
        with suppress(Error):  # it is closed already, the hard way
            self.context.close()
        self.context = None

    def process(self):
        """The browser of this profile among the children of this test run."""
        mine = f"--user-data-dir={self.folder}"
        for one in psutil.Process().children(recursive=True):
            try:
                words = one.cmdline()
            except psutil.Error:
                continue
            if mine in words and not any(word.startswith("--type=") for word in words):
                return one
        raise AssertionError(f"no browser runs on {self.folder}")

    def sign_in(self, session):
        """Somebody signs in: a cookie that outlives the browser, on the disk after the next close."""
        later = (datetime.now(UTC) + timedelta(days=30)).timestamp()
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.url, "expires": later}
        self.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        self.context.add_cookies([cookie])


def runs(process):
    """Whether a process still does anything: one that only waits to be counted does not."""
    with suppress(psutil.NoSuchProcess):
        return process.status() != psutil.STATUS_ZOMBIE
    return False
