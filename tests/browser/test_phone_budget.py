"""What the capture page costs a phone: bytes and requests, counted at a server with the files of production."""

import pytest
from django.conf import settings

from tests.accounts import factories as people

pytestmark = pytest.mark.django_db(transaction=True)

KILOBYTE = 1024
PAGE, PAGE_REQUESTS = 60 * KILOBYTE, 5
WHOLE, WHOLE_REQUESTS = 65 * KILOBYTE, 9
SCRIPTS, WORKER = 12 * KILOBYTE, 2 * KILOBYTE
# a real Android also fetches the manifest: one request more than is counted here
CALLS = "/telefoon/"  # what the page asks while it loads is no part of it


def test_the_page_fits_the_budget(counted, chromium, as_person):
    url, sent = counted
    context = chromium.new_context(locale="nl-NL")
    session = as_person(people.home_care()).cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])
    page = context.new_page()
    page.goto(f"{url}/signaal/nieuw/", wait_until="load")
    until_load = [*sent]
    page.wait_for_selector("body[data-ready]")
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.wait_for_load_state("networkidle")
    whole = [*sent]
    context.close()
    for path, body, head in whole:
        print(f"{body:>7} {head:>5} {path}")
    of_page = [(path, body) for path, body, _ in until_load if not path.startswith(CALLS)]
    weight, all_weight = (sum(row[1] for row in rows) for rows in (of_page, whole))
    for what, rows, total in (("page", of_page, weight), ("whole", whole, all_weight)):
        print(f"{what}: {total / KILOBYTE:.1f} KB in {len(rows)} requests")
    sizes = {path.rpartition("/")[2].split(".")[0]: body for path, body in of_page}
    worker = next(body for path, body, _ in whole if path.endswith("werker.js"))
    assert {"style", "latin", "phone"} <= set(sizes), "styles, font and script were counted"
    assert sizes["phone"] <= SCRIPTS
    assert worker <= WORKER
    assert weight <= PAGE
    assert len(of_page) <= PAGE_REQUESTS
    assert any(path == "/telefoon/start/" for path, _, _ in whole)
    assert sum(path == "/signaal/nieuw/" for path, _, _ in whole) == 2, "once for the page, once for the worker"
    assert all_weight <= WHOLE
    assert len(whole) <= WHOLE_REQUESTS
