"""What every page shows around its content: menu, who is signed in, help line."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from config.language import address, may_choose
from signalering.accounts import sessions
from signalering.accounts.models.people import CONTENT_ROLES, Role

DESK = {Role.WOT_WORKER, Role.COORDINATOR}
MENU = [
    ({Role.REPORTER, Role.SHOPKEEPER}, "capture", _("Nieuw signaal")),
    ({Role.REPORTER, Role.SHOPKEEPER}, "my_signals", _("Mijn signalen")),
    (DESK, "inbox", _("Postvak")),
    (DESK, "day", _("Vandaag")),
    (DESK, "my_cases", _("Casussen")),
    ({Role.COORDINATOR}, "shops", _("Winkels")),
    (DESK | {Role.PARTNER}, "referrals", _("Verwijzingen")),
    (DESK | {Role.PARTNER}, "directory", _("Sociale kaart")),
    ({Role.COORDINATOR}, "team_facts", _("Team")),
    ({Role.PRIVACY_OFFICER}, "audit_search", _("Inzage")),
    ({Role.ADMINISTRATOR}, "work_status", _("Werk")),
    ({Role.ADMINISTRATOR, Role.COORDINATOR, Role.PRIVACY_OFFICER}, "routing", _("Routering")),
]
THEMES = {"light", "dark"}


def frame(request):
    """The menu of this person, their label, and the choice of light or dark."""
    theme = request.COOKIES.get("theme", "")
    context = {
        "theme": theme if theme in THEMES else "",
        "wot_phone": settings.WOT_PHONE,
        "demo": settings.DEMO,
        "nav": [],
    }
    user = getattr(request, "user", None)
    context["language_choice"] = user is not None and may_choose(user)
    if user is None or not user.is_authenticated:
        return context
    context["nav"] = [
        {
            "url": address(name),
            "label": label,
            "current": request.path == address(name),
            "counter": reverse("inbox_count") if name == "inbox" else "",
        }
        for roles, name, label in MENU
        if user.has_role(*roles)
    ]
    context["counts"] = user.has_role(*DESK)
    context["searches"] = user.has_role(*CONTENT_ROLES)
    context["frame"] = "phone.html" if user.roles and user.roles <= sessions.LONG_ROLES else "base.html"
    team = user.teams[0].name if user.teams else ""
    context["me_label"] = f"{team} · {user.name}" if team else user.name
    context["session_ends_at"] = sessions.ends_at(request.session)
    return context
