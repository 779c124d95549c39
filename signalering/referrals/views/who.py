"""Who may see something of a referral now, and why: read from the grants that open."""

from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PERSON, DESK, COORDINATORS = "1", "2", "3"
KINDS = {PERSON: "", DESK: gettext_lazy("postvak"), COORDINATORS: gettext_lazy("coördinatoren")}


def who_may_see(referral):
    """A line for each person and each team that holds something: who, and what they see."""
    columns = ("kind", "holder", "permission__codename")
    people = referral.person_grants.where_they_work().annotate(kind=Value(PERSON, CharField()), holder=F("user__name"))
    teams = referral.team_grants.in_force().annotate(
        kind=Case(When(group__desk_of=None, then=Value(COORDINATORS)), default=Value(DESK), output_field=CharField()),
        holder=Coalesce("group__desk_of__name", "group__coordinators_of__name"),
    )
    held = {}
    for kind, holder, word in people.values_list(*columns).union(teams.values_list(*columns)):
        held.setdefault((kind, holder), set()).add(word.removesuffix("_referral"))
    return [
        {"who": holder, "kind": KINDS[kind], "what": what(held[kind, holder], referral)}
        for kind, holder in sorted(held)
    ]


def what(words, referral):
    """What somebody sees of a referral who holds these words."""
    if "change" in words:
        return _("alles, als casusregisseur")
    if "act" in words:
        return _("de verwijzing en wat is gedeeld, als behandelaar")
    if "reassign" in words:
        return _("de verwijzing, niet wat is gedeeld")
    if "preview" in words and referral.accepted_by_id:
        return _("wie de verwijzing oppakt, zonder de vraag")
    if "preview" in words:
        return _("de vraag, zonder naam of adres")
    return _("alleen code, datum en reden")
