"""The sociale kaart: what there is, for whom, and who answers."""

from django.db.models import Value
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from signalering.accounts.access import find
from signalering.accounts.models import Team
from signalering.cases.deadlines import rules
from signalering.cases.models import Case
from signalering.cases.without_name import plain_words
from signalering.referrals import entry_rules
from signalering.referrals.forms.directory import DirectoryForm
from signalering.referrals.models import AgreementRow, Programme
from signalering.referrals.targets import Target, theme_labels
from signalering.referrals.views.desk import for_those_who_refer_or_receive

AREA, ORGANISATION = "area", "organisation"


@require_safe
def directory(request):
    """Every programme and every team that receives, found by words and theme; with a case, one tap to refer it."""
    for_those_who_refer_or_receive(request, "directory")
    case = None
    if code := request.GET.get("casus", ""):
        case = find(Case.objects.open(), by=request.user, code=code, to="change")
    form = DirectoryForm(request.GET or None)
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    term = rules("DL10")["DL10"].term
    cards = [card for card in every_card(term) if matches(card, **chosen)]
    if case is not None:
        cards.sort(key=lambda card: not set(card["slugs"]) & set(case.themes))
    context = {
        "form": form if form.is_bound else DirectoryForm(),
        "case": case,
        "groups": grouped(cards),
        "found": len(cards),
    }
    return render(request, "referrals/directory.html", context)


def grouped(cards):
    """The cards by what can be done with them, without empty groups."""
    groups = [
        {
            "anchor": "aanbod",
            "label": _("Aanbod"),
            "hint": _("Past iemand er niet helemaal bij? Dan vragen we alleen een reden."),
            "cards": [card for card in cards if card["receiver"] and not card["kind"]],
        },
        {
            "anchor": "teams",
            "label": _("Teams"),
            "hint": "",
            "cards": [card for card in cards if card["kind"]],
        },
        {
            "anchor": "zonder-ontvanger",
            "label": _("Nog geen ontvanger"),
            "hint": _("Hier kun je iemand heen helpen (toeleiding). Verwijzen kan nog niet."),
            "cards": [card for card in cards if not card["receiver"]],
        },
    ]
    return [group for group in groups if group["cards"]]


def every_card(term):
    """A card for each programme, then for each team that no programme stands for."""
    programmes = list(Programme.objects.select_related("provider", "receiving_team").prefetch_related("partners"))
    spoken_for = {programme.receiving_team_id for programme in programmes}
    teams = Team.objects.exclude(pk__in=spoken_for - {None}).select_related("organisation")
    receiving_first = sorted(teams, key=lambda team: (team.kind != Team.Kind.PROGRAMME, team.name))
    named = names_at_teams()
    return [programme_card(programme, term) for programme in programmes] + [
        team_card(team, term, named) for team in receiving_first
    ]


def names_at_teams():
    """In which areas each team works and which organisations work in it, by (team, what), in one question."""
    areas = Team.areas.through.objects.values_list("team_id", Value(AREA), "area__name")
    partners = AgreementRow.objects.values_list("team_id", Value(ORGANISATION), "organisation__name")
    found = {}
    for team, what, name in sorted(areas.union(partners, all=True)):
        found.setdefault((team, what), []).append(name)
    return found


def programme_card(programme, term):
    """What there is to know of a programme."""
    team = programme.receiving_team
    return {
        "name": programme.name,
        "provider": str(programme.provider or ""),
        "partners": [str(partner) for partner in programme.partners.all()],
        "target": programme.target,
        "goal": programme.goal,
        "rules": entry_rules.sentences(programme),
        "rubric": programme.rubric,
        "slugs": programme.themes,
        "themes": theme_labels(programme.themes),
        "areas": [],
        "kind": "",
        "receiver": team,
        "assumed": bool(programme.source_note or (team and team.source_note)),
        "term": programme.answer_days or term,
        "key": Target(programme, team).key,
    }


def team_card(team, term, named):
    """What there is to know of a team that receives referrals itself; who works in it stands there as equals."""
    partners = named.get((team.pk, ORGANISATION), [])
    return {
        "name": team.name,
        "provider": ", ".join(dict.fromkeys([str(team.organisation), *partners])),
        "partners": [],
        "target": "",
        "goal": "",
        "rules": entry_rules.sentences(age_max=team.age_max),
        "rubric": "",
        "slugs": [],
        "themes": [],
        "areas": named.get((team.pk, AREA), []),
        "kind": team.get_kind_display(),
        "receiver": team,
        "assumed": bool(team.source_note),
        "term": term,
        "key": Target(None, team).key,
    }


def matches(card, *, q="", thema="", ontvanger=False):
    """Whether a card fits what somebody looks for; every word must begin a word of the card."""
    if (thema and thema not in card["slugs"]) or (ontvanger and not card["receiver"]):
        return False
    lines = [card["name"], card["provider"], card["target"], card["goal"], card["rubric"], str(card["receiver"] or "")]
    lines += card["partners"] + card["themes"] + card["areas"] + card["rules"]
    known = {word for line in lines for word in plain_words(line)}
    return all(any(word.startswith(wanted) for word in known) for wanted in plain_words(q))
