"""The pages of the phone are light: what travels over the wire, counted with gzip and a cold cache."""

import gzip
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from tests.accounts import factories as people
from tests.cases.browsing import Walk

pytestmark = pytest.mark.django_db

KILOBYTE = 1024
PAGE, SCRIPTS, REQUESTS = 60 * KILOBYTE, 12 * KILOBYTE, 6
LINKED = re.compile(r'<(?:link|script)\b[^>]*\b(?:href|src)="(/static/[^"]+)"')
PACKED = (".woff2", ".png", ".jpg")
PRODUCTION = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The static files as production serves them."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STORAGES=PRODUCTION, STATIC_ROOT=folder):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield folder


def weight(folder, address):
    """The bytes of one static file over the wire."""
    path = folder / address.removeprefix("/static/")
    packed = path.with_name(path.name + ".gz")
    return (packed if packed.exists() and not address.endswith(PACKED) else path).stat().st_size


def pages(client):
    """The pages of a signal, from the first step to the receipt, each as a fresh visitor gets it."""
    walk = Walk(client, "/signaal/formulier/")
    yield "step 1", walk.html
    walk.send(theme="money_or_rent")
    yield "step 2", walk.html
    walk.send(postcode="3117BX", house_number="9012", consent_answer="yes_wants_help")
    yield "step 2, name", walk.html
    walk.send(name="Mw. A.")
    yield "step 3", walk.html
    walk.send(chips=["rent_unpaid"])
    yield "receipt", client.get(walk.reply["Location"]).content.decode()
    yield "my signals", client.get("/mijn-signalen/").content.decode()


def test_every_page_fits_the_budget(collected, as_person):
    for name, html in pages(as_person(people.home_care())):
        files = sorted(set(LINKED.findall(html)))
        sizes = {file: weight(collected, file) for file in files}
        page = len(gzip.compress(html.encode(), 9))
        scripts = sum(size for file, size in sizes.items() if file.endswith(".js"))
        total = page + sum(sizes.values())
        print(f"{name}: {total / KILOBYTE:.1f} KB in {1 + len(files)} requests, page {page} B, JavaScript {scripts} B")
        assert any(file.endswith(".css") for file in files), "the styles were counted"
        assert any(file.endswith(".woff2") for file in files), "the font was counted"
        assert total <= PAGE, name
        assert scripts <= SCRIPTS, name
        assert 1 + len(files) <= REQUESTS, name
        assert "http://" not in html.replace("http://www.w3.org/", ""), "nothing comes from elsewhere"
