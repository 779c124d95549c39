"""Who is the same person in another case: proposals with why, a decision, and undoing it."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from signalering.accounts.access import shown
from signalering.cases.actions import linking
from signalering.cases.forms.linking import LinkPersonForm, UnlinkForm
from signalering.cases.models import Case, CaseResident
from signalering.cases.views.casework import page, to_work_on
from signalering.cases.views.desk import attempt, posted
from signalering.cases.views.residents import name_of, residents_of

act = require_http_methods(["GET", "HEAD", "POST"])
MOST = 50


@dataclass(frozen=True)
class Proposal:
    """Somebody in another case who may be the resident of this one, and why."""

    part: CaseResident
    other: CaseResident
    why: str

    @property
    def key(self):
        """What the form sends."""
        return f"{self.part.pk}.{self.other.pk}"

    @property
    def label(self):
        """The other case by code and name."""
        return f"{self.other.case.shown_code} · {name_of(self.other.resident)}"


@act
def case_links(request, code):
    """A director sees who may be the same person in cases they may see, and links them or not."""
    case = to_work_on(request, code)
    parts = residents_of(request, [case])[case.pk]
    links = linking.links_of([part.resident_id for part in parts])
    known = linking.known_from(case, links, by=request.user).select_related("decided_by").order_by("-id")
    sent = posted(request)
    # who was linked a moment ago is a right answer when the same form comes twice
    proposals = proposals_for(request, case, parts, known if sent is None else [])
    form = LinkPersonForm(sent, proposals=proposals) if proposals or sent is not None else None
    if form and attempt(form, decide, by=request.user):
        messages.success(request, _("Vastgelegd: dezelfde inwoner. Beide casussen blijven zoals ze waren."))
        return redirect("case_links", case.shown_code)
    context = {"case": case, "form": form, "links": [told(link, case) for link in known]}
    return render(request, "cases/case_links.html", context)


def decide(*, by, proposal, reason, words):
    """Link the two residents of a proposal."""
    return linking.link_person(proposal.part, other=proposal.other, by=by, reason=reason, words=words)


def proposals_for(request, case, parts, links):
    """Who looks like a resident of this case, in other cases that this person may see, and is not linked by `links`."""
    people = {part.resident.person_index for part in parts} - {""}
    doors = {part.resident.address_key for part in parts} - {"", None}
    alike = Q(resident__person_index__in=people) | Q(resident__address_key__in=doors)
    at = CaseResident.objects.filter(alike).values("case")
    others = Case.objects.visible_to(request.user).filter(pk__in=at).exclude(pk=case.pk).order_by("-id")
    others = shown(others[:MOST], request.user)
    theirs = residents_of(request, others)
    decided = {frozenset((link.first_id, link.second_id)) for link in links}
    found = []
    for other in others:
        for part in parts:
            for their in theirs[other.pk]:
                their.case = other
                pair = frozenset((part.resident_id, their.resident_id))
                if len(pair) == 2 and pair not in decided and (why := why_alike(part.resident, their.resident)):
                    found.append(Proposal(part, their, why))
    return found


def why_alike(one, other):
    """Why two residents may be one person; nothing when too little is the same."""
    if one.person_index and one.person_index == other.person_index:
        return _("zelfde achternaam en geboortedatum")
    if one.address_key and one.address_key == other.address_key and one.birth_date:
        return _("zelfde adres en geboortedatum") if one.birth_date == other.birth_date else ""
    return ""


def told(link, case):
    """A link as the page of this case shows it; the words beside it belong to the case it was made from."""
    return {
        "link": link,
        "who": link.decided_by.name,
        "when": link.created_at,
        "reason": link.get_reason_display(),
        "words": link.words if link.case_id == case.pk else "",
    }


@act
def case_unlink(request, code, link):
    """A director decides that two residents are not one person."""
    case = to_work_on(request, code)
    mine = linking.links_of(case.case_residents.values("resident"))
    found = linking.known_from(case, mine, by=request.user).filter(pk=link).first()
    if found is None:
        raise Http404
    form = UnlinkForm(posted(request))
    if attempt(form, linking.unlink_person, found, by=request.user, case=case):
        messages.success(request, _("Losgemaakt. Alles is weer zoals het was."))
        return redirect("case_links", case.shown_code)
    return page(request, case, form, title=_("Losmaken"), submit=_("Losmaken"))


def known_in(request, case, parts):
    """The other cases of the residents of a case that this person may see."""
    residents = [part.resident_id for part in parts]
    links = linking.known_from(case, linking.links_of(residents), by=request.user)
    linked = Q(resident__in=links.filter(first__in=residents).values("second"))
    linked |= Q(resident__in=links.filter(second__in=residents).values("first"))
    at = CaseResident.objects.filter(linked).values("case")
    return shown(Case.objects.visible_to(request.user).filter(pk__in=at).exclude(pk=case.pk), request.user)
