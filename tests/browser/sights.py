"""Every page that somebody can see: one sight for each address of the table, and more where a page has other faces."""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from config.mail import FileBackend
from signalering.clock.models import Lease
from tests.addresses import TABLE
from tests.browser.at_the_shop import to_code, to_form, to_mend, to_refused, to_thanks, with_code
from tests.browser.capturing import captured, kept, mended, opened
from tests.browser.steps import (
    looked_up,
    open_menu,
    refused,
    signed_out,
    stale,
    to_what,
    to_where,
    to_who,
    tried,
    warned,
)
from tests.walking import path_of

NOBODY = ""
PLAIN = {
    "health",
    "robots",
    "security_txt",
    "worker",
    "shop_worker",
    "phone_start",
    "inbox_count",
}  # text for machines: nothing to look at
DEMO_MAIL = "een-bericht"


@dataclass(frozen=True)
class Sight:
    """One page as one person sees it; `steps` is what they do after they arrived."""

    name: str
    person: str
    where: Callable
    steps: Callable | None = None
    status: int = 200

    def __str__(self):
        return self.name


def seer(address):
    """Who sees the page of an address, or None when nobody does."""
    if address.anonymous == 200:
        return NOBODY
    anybody = "director" if address.rest == 200 else None
    return next((name for name, reply in address.replies.items() if reply == 200), anybody)


def seen_addresses():
    """The first row of the table for each address that shows a page to somebody."""
    first = {}
    for address in TABLE:
        if address.name not in PLAIN and seer(address) is not None:
            first.setdefault(address.name, address)
    return first


def row(name, record):
    """The row of the table for this address on this record."""
    return next(address for address in TABLE if (address.name, address.record) == (name, record))


def at(name, record="", query=""):
    """Where an address on a record is, once the world exists."""
    return lambda world: path_of(row(name, record), world) + query


def face(name, record, person, query="", called=""):
    """Another face of a page: another record, or another person."""
    return Sight(called or f"{name}-{record or person}", person, at(name, record, query))


def for_the_officer(world):
    """Where the officer starts, with the code of the case to look up."""
    return f"{reverse('audit_search')}?casus={world.records['case'].shown_code}"


def mail_of(world):
    """The page of a mail, after that mail was written."""
    to = world.people["writer"].email
    mail = EmailMessage("Bericht over signaal", "Er is nieuws over je signaal.", to=[to])
    mail.extra_headers["X-Effect-Key"] = DEMO_MAIL
    FileBackend().send_messages([mail])
    return reverse("mail", args=[DEMO_MAIL])


def reset_link(world):
    """The link with which a person chooses a new password."""
    person = world.people["outsider"]
    key = default_token_generator.make_token(person)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(person), key])


def given_up(world):
    """The page of the work when something could not be done three times."""
    stopped = {"tries": 3, "error": "ValueError", "stopped_at": timezone.now()}
    Lease.objects.get_or_create(kind="notices", row=world.records["new"].pk, defaults=stopped)
    return reverse("work_status")


PAGES = [Sight(name, seer(address), at(name, address.record)) for name, address in seen_addresses().items()]
FACES = [
    Sight("capture-1", "writer", at("capture"), opened),
    Sight("capture-2", "writer", at("capture"), captured(2)),
    Sight("capture-2-unsafe", "writer", at("capture"), captured(2, consent="Bespreken is niet veilig")),
    Sight("capture-2-youth", "youth_worker", at("capture"), captured(2, theme="Jongere loopt risico")),
    Sight("capture-2-shop", "shopkeeper", at("capture"), captured(2)),
    Sight("capture-2-refused", "writer", at("capture"), mended(2)),
    Sight("capture-3", "writer", at("capture"), captured(3)),
    Sight("capture-3-refused", "writer", at("capture"), mended(3)),
    Sight(
        "capture-3-english",
        "writer",
        at("capture_english"),
        captured(3, theme="Loneliness", consent="Not discussed yet"),
    ),
    Sight("capture-kept", "writer", at("capture"), kept),
    Sight("capture-menu", "writer", at("capture"), open_menu),
    Sight("shop_page-form", NOBODY, with_code("form"), to_form),
    Sight("shop_page-refused", NOBODY, with_code("refused"), to_refused),
    Sight("shop_page-thanks", NOBODY, with_code("thanks"), to_thanks),
    Sight("shop_page-mend", NOBODY, with_code("mend"), to_mend),
    Sight("shop_invite", "coordinator", at("shop", "bakery"), to_code),
    Sight("shop-code", "coordinator", at("shop", "bakery"), lambda page: page.wait_for_selector("h1")),
    Sight("shop_add-refused", "coordinator", at("shop_add"), refused),
    Sight("report-where", "writer", at("report"), to_where("Geld of huur")),
    Sight("report-where-youth", "youth_worker", at("report"), to_where("Jongere loopt risico")),
    Sight("report-where-shop", "shopkeeper", at("report"), to_where("Eenzaamheid")),
    Sight("report-who", "writer", at("report"), to_who),
    Sight("report-what", "writer", at("report"), to_what),
    Sight("report-refused", "writer", at("report"), refused),
    face("report_received", "shop", "shopkeeper"),
    face("my_signals", "", "youth_worker"),
    face("my_signal", "asked", "writer"),
    face("my_signal", "linked", "writer"),
    face("my_signal", "withdrawn", "writer"),
    face("my_signal", "shop", "shopkeeper"),
    face("inbox", "", "outsider"),
    face("inbox_signal", "asked", "director"),
    face("inbox_signal", "advised", "director"),
    face("inbox_signal", "linked", "director"),
    face("inbox_signal", "shop", "director"),
    face("my_cases", "", "coordinator", "?lijst=team"),
    face("my_cases", "", "co_team"),
    face("my_cases", "", "director", "?lijst=vervanging", "my_cases-stand-in"),
    face("day", "", "coordinator"),
    face("case", "closed", "director"),
    face("case", "case", "coordinator", called="case-coordinator"),
    face("referral", "sent", "director"),
    face("referral", "sent", "receiver", called="referral-sent-receiver"),
    face("referral", "accepted", "director"),
    face("referral", "accepted", "acceptor", called="referral-accepted-acceptor"),
    face("referral", "accepted", "receiver", called="referral-accepted-receiver"),
    face("referral", "returned", "director"),
    face("referral", "returned", "receiver", called="referral-returned-receiver"),
    face("referral", "withdrawn_referral", "director"),
    face("referrals", "", "acceptor"),
    face("referrals", "", "receiver", "?lijst=klaar", "referrals-list"),
    face("directory", "", "director", "?q=zzzz", "directory-nothing"),
    Sight("code_search-nothing", "director", at("code_search", query="?code=2222-2222"), status=404),
    face("my_looks", "", "director", "?soort=lijst", "my_looks-listed"),
    face("routing_table", "routing_draft", "coordinator", called="routing_table-coordinator"),
    Sight("routing_try-tried", "administrator", at("routing_try", "routing_draft"), tried),
    Sight("case_looks", "officer", for_the_officer, looked_up),
    Sight("mail", "writer", mail_of),
    face("mails", "", "writer"),
    Sight("account_reset_password_from_key", NOBODY, reset_link),
    Sight("account_login-refused", NOBODY, at("account_login"), refused),
    Sight("conflict", "director", at("case_describe", "case"), stale),
    Sight("conflict-phone", "writer", at("my_signal_correct", "new"), stale),
    Sight("signed_out", "director", at("case_note", "case"), signed_out),
    Sight("menu", "director", at("my_cases"), open_menu),
    Sight("menu-phone", "writer", at("my_signals"), open_menu),
    Sight("session_warning", "director", at("my_cases"), warned),
    Sight("404", "outsider", at("case", "case"), status=404),
    Sight("403", "administrator", at("inbox"), status=403),
    Sight("work_status-stopped", "administrator", given_up),
]
SIGHTS = PAGES + FACES
