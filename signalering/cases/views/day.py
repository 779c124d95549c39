"""The morning look: what waits, what is late, what came back; for coordinators also who has how much to do."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from signalering.accounts.access import shown
from signalering.accounts.models import Membership
from signalering.accounts.models.people import Role
from signalering.accounts.rota import rota_of
from signalering.cases.actions.standing_in import coordinated
from signalering.cases.models import Absence
from signalering.cases.rota_gaps import gaps_of
from signalering.cases.views import morning
from signalering.cases.views.desk import DESK, for_desks
from signalering.cases.views.inbox import age
from signalering.cases.views.queue import COUNTED

MOST = 100
RELATED = ("programme", "receiving_team", "case")
TITLES = {
    "terugkoppeling": gettext_lazy("Bericht aan de melder is te laat"),
    "casussen": gettext_lazy("Casussen waar iets te laat is"),
    "zonder-reactie": gettext_lazy("Verwijzingen zonder reactie"),
    "reactie-te-laat": gettext_lazy("Verwijzingen met een te late reactie"),
    "teruggestuurd": gettext_lazy("Teruggestuurd: kies iets anders"),
    "zonder-gesprek": gettext_lazy("Dreiging gestopt zonder gesprek, afgelopen 7 dagen"),
    "voor-ons": gettext_lazy("Verwijzingen waarop wij te laat reageren"),
}


@require_safe
def day(request):
    """What somebody of a desk looks at first."""
    for_desks(request, "day")
    by = request.user
    queue, sent, work = morning.queue_in_short(by), morning.referrals_in_short(by), morning.work_of_each(by)
    coordinates = by.has_role(Role.COORDINATOR)
    more = {"ours": morning.ours_to_answer(by)} | ({"unspoken": morning.unspoken_cases(by)} if coordinates else {})
    more = morning.counted(**more)
    inbox, many = reverse("inbox"), queue["number"] > COUNTED
    counted = f"{COUNTED}+" if many else queue["number"]
    waiting = number(_("Wacht op triage"), counted, f"{inbox}?alles=1")
    if queue["number"] and not many:
        waiting["age"] = age(queue["oldest"])
    numbers = [
        waiting,
        number(_("Signalen die te laat zijn"), queue["late"], f"{inbox}?telaat=on"),
        listed("terugkoppeling", queue["feedback"]),
        listed("casussen", sum(row["late"] for row in work.values())),
        listed("zonder-reactie", sent["unanswered"]),
        listed("reactie-te-laat", sent["late"]),
        listed("teruggestuurd", sent["returned"]),
        listed("voor-ons", more["ours"]),
    ]
    context = {"numbers": numbers, "coordinates": coordinates}
    if coordinates:
        numbers.append(listed("zonder-gesprek", more["unspoken"]))
        teams = dict.fromkeys(rota_of(team) for team in coordinated(by))
        context |= {"colleagues": colleagues(by, work), "gaps": gaps_of(teams), "several_teams": len(teams) > 1}
    return render(request, "cases/day.html", context)


def number(label, counted, url):
    """One number that leads to the list of exactly these."""
    return {"label": label, "number": counted, "url": url}


def listed(slug, counted):
    """A number with a list of its own."""
    return number(TITLES[slug], counted, reverse("day_list", args=[slug]))


def colleagues(by, work):
    """Everybody of the teams that this person coordinates, with what they have to do; who has most comes first."""
    teams = coordinated(by)
    places = Membership.objects.in_force().filter(team__in=teams, role__in=DESK, person__is_active=True)
    away = {one.person_id: one for one in Absence.objects.running().filter(team__in=teams).select_related("stand_in")}
    nothing = {"number": 0, "late": 0}
    people = {place.person_id: place.person for place in places.select_related("person")}
    found = [{"person": one, "away": away.get(key), **work.get(key, nothing)} for key, one in people.items()]
    return sorted(found, key=lambda row: (-row["number"], row["person"].name))


@require_safe
def day_list(request, slug):
    """The records behind one number, first due first."""
    for_desks(request, "day_list")
    by = request.user
    if slug not in TITLES:
        raise Http404
    found = rows_of(slug, by)
    context = {"title": TITLES[slug], "rows": found[:MOST], "more": len(found) > MOST}
    return render(request, "cases/day_list.html", context)


def rows_of(slug, by):
    """What stands behind a number: each row with its page, its code, what it is and its day."""
    if slug == "terugkoppeling":
        signals = shown(morning.late_feedback(by)[: MOST + 1], by, "triage")
        return [row("inbox_signal", one, one.get_theme_display(), None) for one in signals]
    if slug == "casussen":
        late = morning.late_cases(by).select_related("director").order_by("next_due", "pk")[: MOST + 1]
        return [row("case", one, str(one.director), one.next_due) for one in shown(late, by, morning.word_of(by))]
    if slug == "zonder-gesprek":
        return [row("case", one, str(one.director), None) for one in unspoken(by)]
    if slug == "voor-ons":
        late = morning.ours_to_answer(by).select_related(*RELATED).order_by("answer_due", "pk")[: MOST + 1]
        return [row("referral", one, str(one.target), one.answer_due) for one in shown(late, by, "preview")]
    wanted = {
        "zonder-reactie": morning.UNANSWERED,
        "reactie-te-laat": morning.answer_late(),
        "teruggestuurd": morning.asks_decision(),
    }[slug]
    referrals = morning.sent_referrals(by).filter(wanted).select_related(*RELATED).order_by("answer_due", "pk")
    referrals = list(referrals[: MOST + 1])
    held = {case.pk for case in shown({one.case for one in referrals}, by, morning.word_of(by))}
    return [row("case", one.case, str(one.target), one.answer_due) for one in referrals if one.case_id in held]


def unspoken(by):
    """The cases of which a threat was stopped without a conversation, for who coordinates them."""
    found = morning.unspoken_cases(by).select_related("director").order_by("-pk")[: MOST + 1]
    return shown(found, by, "reassign")


def row(page, record, words, due):
    """One line: where it leads, its code, what it is, and its day."""
    return {"url": reverse(page, args=[record.shown_code]), "code": record.shown_code, "words": words, "due": due}
