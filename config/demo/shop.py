"""A shop without an account, with a QR code to begin with: its link stands in a file of its own."""

import os
import uuid

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from config.demo.accounts import everybody_there
from signalering.accounts.invitations import invite, open_shop
from signalering.accounts.models import Area, Shop, Team, User

FILE = "demo-winkel.txt"
NAME = "Stichting Lets Ruilwinkel Schiedam"  # the shop of winkel-1


def make_shop():
    """See to it that the shop is on the list of WOT Oost, and that somebody can begin with the link in the file."""
    if not everybody_there():
        return
    coordinator = User.objects.get(email="wot-oost-coordinator@example.org")
    path = settings.SECRETS / FILE
    try:
        shop = Shop.objects.filter(account__is_demo=True).first() or add(coordinator)
        if not (path.exists() and shop.invitations.open().exists()):
            write(path, invite(shop, by=coordinator, form_key=uuid.uuid4()))
    except (PermissionDenied, ValidationError):
        return  # people changed who manages which shop: then it stays as they left it


def add(coordinator):
    """The shop on the list of its team."""
    team, area = Team.objects.get(name="WOT Oost"), Area.objects.get(municipality="Schiedam", name="Oost")
    words = {"name": NAME, "function": "shopkeeper", "team": team, "area": area}
    return open_shop(**words, by=coordinator, reason="demo", is_demo=True)


def write(path, token):
    """Write the link down, for its owner alone."""
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f"{settings.SITE_ADDRESS}{reverse('shop_page')}#{token}\n")
    os.replace(half, path)
