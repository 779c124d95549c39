"""How soon the largest thing on the capture page is there, on a slow phone: printed, and not judged."""

import pytest

from tests.accounts import factories as people
from tests.browser.capturing import PAGE, has_worker
from tests.browser.proofs.profile import Profile
from tests.chromium import executable

pytestmark = pytest.mark.django_db(transaction=True)

SLOW_LINE = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
FREE_LINE = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
SLOW_PROCESSOR = 4
LARGEST = """() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
        .observe({ type: "largest-contentful-paint", buffered: true });
})"""


def slowed(context, line):
    """A new tab with this line, on a processor four times as slow."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PROCESSOR})
    return page


def largest(page):
    """Seconds until the largest thing of the page was there."""
    page.goto(PAGE, wait_until="load")
    page.wait_for_selector("body[data-ready]")
    return page.evaluate(LARGEST) / 1000


def test_how_soon_the_page_is_there(counted, chromium, tmp_path, session_of):
    url, _ = counted
    profile = Profile(chromium.browser_type, tmp_path / "profile", url, executable())
    profile.open(start_page=False)
    context = profile.context
    profile.sign_in(session_of(people.home_care()))
    context.request.get(PAGE)  # the server drew it before, for somebody else
    cold = slowed(context, SLOW_LINE)
    seconds = {"cold": largest(cold)}
    has_worker(cold)
    cold.close()
    warm = slowed(context, SLOW_LINE)
    seconds["warm"] = largest(warm)
    assert warm.evaluate("Boolean(navigator.serviceWorker.controller)")
    warm.close()
    context.set_offline(True)
    seconds["offline"] = largest(slowed(context, FREE_LINE))
    profile.close()
    print("\nlargest paint at 400 kbit/s, 400 ms, processor 4x slower:")
    for name, took in seconds.items():
        print(f"{name:>8} {took:.2f} s")
    assert all(took > 0 for took in seconds.values())
