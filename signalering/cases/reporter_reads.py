"""What a reporter reads about a signal: one of five words, and in which group of their list it stands."""

from django.utils.translation import gettext_lazy as _

from signalering.cases.models import Signal
from signalering.closed_lists import closed_list

GROUPS = {"question": _("Vraag aan jou"), "received": _("Bij het team"), "done": _("Klaar")}
SHOPS = {"shopkeeper", "courier"}
RECEIPT_ONLY = SHOPS | {"police"}
GROUP_OF = {"picked_up": "received", "withdrawn": "done"}


def status(signal):
    """The slug of the word; who only gets a receipt reads nothing else."""
    if signal.status == Signal.Status.WITHDRAWN:
        return "withdrawn"
    return "received" if gets_receipt_only(signal) else signal.feedback_code


def label(slug):
    """The word itself."""
    return closed_list("cases", "feedback").spoken(slug)


def hears_more(reporter_kind, consent_answer):
    """Whether a reporter hears anything after "ontvangen"; not when the resident wants no help."""
    return reporter_kind not in RECEIPT_ONLY and consent_answer != "yes_no_help"


def may_add(signal):
    """Whether a reporter may tell more: when a team decided, and this reporter may know that it did."""
    told = signal.feedback_code != "received"  # who hears nothing later keeps reading the first word
    return signal.is_triaged and told and not gets_receipt_only(signal)


def gets_receipt_only(signal):
    """Whether this reporter hears "ontvangen" and nothing later."""
    return signal.reporter_kind in RECEIPT_ONLY


def open_questions(writer):
    """How many signals of this person wait for their answer."""
    asked = Signal.objects.filter(writer=writer, status=Signal.Status.ASKED)
    return asked.exclude(reporter_kind__in=RECEIPT_ONLY).count()


def grouped(signals):
    """The signals of a list under the headings a reporter knows, each with its word; empty groups left out."""
    groups = {slug: [] for slug in GROUPS}
    for signal in signals:
        word = status(signal)
        groups[GROUP_OF.get(word, word)].append({"signal": signal, "status": word, "label": label(word)})
    return [{"heading": GROUPS[slug], "rows": rows} for slug, rows in groups.items() if rows]
