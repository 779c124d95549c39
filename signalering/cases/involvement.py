"""Which other organisations are involved with somebody: that they are, never with what.

Only triage asks, about an open signal, with surname and birth date and for a purpose. Counted are open cases of at most
two years and the referrals that somebody took on, of organisations other than one's own; never the safety compartment.
Of a team that spans organisations each counts alike, also who works under another's contract.
Content never opens by this: who records on what ground they may talk reads which desk to talk to, and that desk hears
which team asks, and nothing more.
"""

from dataclasses import dataclass

from django.utils import timezone

from signalering.accounts.access import NOTHING
from signalering.accounts.configuration import setting
from signalering.accounts.models import Team
from signalering.accounts.teams import organisations_of
from signalering.audit.models import Event, Look
from signalering.audit.reading import Because
from signalering.audit.record import note_later
from signalering.audit.searches import INVOLVEMENT
from signalering.cases.actions.talking import ask_to_talk
from signalering.cases.matching import months_before
from signalering.cases.models import Case
from signalering.cases.same_address import begin_of, told_outside
from signalering.cases.searching import Asked, must_not_be_too_often
from signalering.crypto import reader

Referral = Case._meta.get_field("referrals").related_model


@dataclass(frozen=True)
class Involved:
    """The other organisations that are involved, and which desks were asked once it is recorded why one may talk."""

    organisations: list
    requests: list


def ask(signal, *, by, purpose, surname, birth_date, legal_basis=""):
    """Who else is involved; ValidationError when this person asked too often this hour."""
    must_not_be_too_often(by, purpose, INVOLVEMENT)
    since = begin_of(months_before(timezone.localdate(), 12 * int(setting("involvement_years"))))
    of_person = Asked(surname=surname, birth_date=birth_date).residents().values("case")
    cases = told_outside(Case.objects.open().filter(pk__in=of_person, created_at__gte=since))
    took_on = Referral.objects.filter(case__in=[case.pk for case in cases] or [NOTHING], status__in=Referral.TAKEN_ON)
    teams = {case.team_id for case in cases} | set(took_on.values_list("receiving_team", flat=True))
    desks = Team.objects.filter(pk__in=teams - {signal.team_id} or [NOTHING]).select_related("organisation")
    own, found = set(organisations_of(signal.team)), {}
    for desk in desks.prefetch_related("agreements__organisation").order_by("organisation__name", "name"):
        found[desk] = [name for name in organisations_of(desk) if name not in own]
    desks = [desk for desk, others in found.items() if others]
    organisations = sorted({name for others in found.values() for name in others})
    reader.current().searches(signal, "involvement")
    if desks:
        for case in cases:
            reader.current().sees(case, Because(origin_kind="search", purpose=purpose), Look.Kind.SEARCHED)
    result = Event.Result.DONE if desks else Event.Result.FAILED
    reason = f"hits_{len(organisations)}"
    note_later(INVOLVEMENT, signal, by=by, purpose=purpose, reason=reason, result=result)
    if not desks or not legal_basis:
        return Involved(organisations, [])
    note_later("may_talk", signal, by=by, purpose=purpose, reason=legal_basis)
    requests = ask_to_talk(signal, desks, by=by, reason=legal_basis)
    return Involved(
        organisations,
        [
            {"code": request.shown_code, "team": desk, "organisations": organisations_of(desk)}
            for request, desk in zip(requests, desks, strict=True)
        ],
    )
