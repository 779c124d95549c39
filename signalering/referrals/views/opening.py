"""How a page opens a referral: by the strongest word that somebody holds on it."""

from signalering.accounts.access import find, refuse, shown
from signalering.audit.models import Look
from signalering.cases.deadlines import marked_late
from signalering.cases.views.residents import main_of, residents_of
from signalering.referrals.models import Referral

STRONGEST_FIRST = ("view", "preview", "receipt")
RELATED = (
    "programme",
    "receiving_team",
    "sender",
    "accepted_by",
    "case__area",
    "case__team",
    "case__director",
    "extract",
)


def opened(request, code, *words):
    """The referral with this code, when this person holds one of the words on it; its looks name the residents."""
    referral = find(
        marked_late(Referral.objects.select_related(*RELATED)),
        by=request.user,
        code=code,
        to=words or STRONGEST_FIRST,
    )
    if referral.status == Referral.Status.DRAFT:
        parts = open_case_of(request, referral)
        referral.resident = main_of(parts)
        referral.household = [part.resident for part in parts]
        referral.resident_ids = [part.resident_id for part in parts]
    else:
        referral.resident_ids = list(referral.case.case_residents.values_list("resident_id", flat=True))
    request.reader.concerns(referral.pk, referral.resident_ids)
    return referral


def word_of_who_was_late(referral):
    """By which word somebody answers for what was late: who took it on, or when it is over its desk."""
    return "receipt" if referral.status in Referral.ENDED else "act"


def open_case_of(request, referral):
    """A draft takes its values from the case, which only its director may open: who has a part in it."""
    cases = shown([referral.case], request.user, "change", kind=Look.Kind.OPENED)
    if not cases:
        refuse(request.user, "change", referral.case)
    return residents_of(request, cases)[referral.case_id]


def extract_of(request, referral):
    """What was shared with a referral, or None when this person may not read it or nothing was sent yet."""
    extract = getattr(referral, "extract", None)
    if extract is None:
        return None
    request.reader.concerns(extract.pk, referral.resident_ids)
    return next(iter(shown([extract], request.user, kind=Look.Kind.OPENED)), None)
