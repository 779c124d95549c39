"""Two residents are one person: somebody decides so, and can undo it. Rows, rights and histories stay as they are."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.access import allow, refuse
from signalering.cases.models import Case, PersonLink
from signalering.crypto.fields import says
from signalering.workflow import Stale


def links_of(residents):
    """The links that hold for some residents."""
    return PersonLink.objects.holding().filter(Q(first__in=residents) | Q(second__in=residents))


def known_from(case, links, *, by):
    """Those of some links that may be known from a case: made from it, or from another that this person may see."""
    return links.filter(Q(case=case) | Q(case__in=Case.objects.visible_to(by)))


@transaction.atomic
def link_person(part, *, by, other, reason, words=""):
    """The resident of one case is the resident of another: `part` and `other` say who has a part in which.

    Who links them once more with words that do not stand with this case is told who was first, and keeps the words.
    """
    for case in sorted((part.case, other.case), key=lambda case: case.pk):
        case.reread()
    allow(by, "change", part.case)
    allow(by, "view", other.case)
    first, second = sorted((part.resident_id, other.resident_id))
    if first == second:
        raise ValidationError(_("Dit is al dezelfde inwoner."))
    # a link from a case that this person may not see is no answer to them, and does not keep them from their own
    pair = PersonLink.objects.holding().filter(first=first, second=second)
    found = list(known_from(part.case, pair, by=by).order_by("pk"))
    known = next((link for link in found if link.case_id == part.case_id), found[0] if found else None)
    if known is not None:
        if words and not (known.case_id == part.case_id and says(known, words=words)):
            raise Stale(known)
        return known
    link = PersonLink(case=part.case, first_id=first, second_id=second, reason=reason, decided_by=by, words=words)
    return link.save_as(by, reason, verb="link_person")


@transaction.atomic
def unlink_person(link, *, by, case, reason):
    """They are two people after all: everything is as it was before the link."""
    case.reread()
    allow(by, "change", case)
    link.reread()
    if not case.case_residents.filter(resident__in=[link.first_id, link.second_id]).exists():
        refuse(by, "change", link)
    if link.case_id != case.pk:
        allow(by, "view", link.case)
    if link.ended_at is None:
        link.change(by=by, reason=reason, verb="unlink_person", ended_at=timezone.now())
    return link
