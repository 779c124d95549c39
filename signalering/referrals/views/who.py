"""Who may see something of a referral now, and why: read from the grants in force."""

from django.utils.translation import gettext as _


def who_may_see(referral):
    """A line for each person and each team that holds something: who, what, and until when."""
    people = referral.person_grants.in_force().values_list("user__name", "permission__codename", "ends_at")
    teams = referral.team_grants.in_force().values_list(
        "group__desk_of__name", "group__coordinators_of__name", "permission__codename", "ends_at"
    )
    held = {}
    for name, word, ends_at in people:
        held.setdefault((name, ""), []).append((word, ends_at))
    for desk, coordinators, word, ends_at in teams:
        kind = _("postvak") if desk else _("coördinatoren")
        held.setdefault((desk or coordinators, kind), []).append((word, ends_at))
    return [
        {"who": name, "kind": kind, "what": what({word.removesuffix("_referral") for word, _until in words})}
        for (name, kind), words in held.items()
    ]


def what(words):
    """What somebody sees who holds these words."""
    if "change" in words:
        return _("alles, als casusregisseur")
    if "act" in words:
        return _("de verwijzing en wat is gedeeld (heeft geaccepteerd)")
    if "reassign" in words:
        return _("de verwijzing, niet wat is gedeeld")
    if "preview" in words:
        return _("de vraag, zonder naam of adres")
    return _("alleen code, datum en reden")
