"""Why a team is proposed, or passed over: short sentences made from the rule and the facts, never free text."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from signalering.cases.models import RoutingRule, Signal
from signalering.cases.standing import first_desk_day
from signalering.closed_lists import closed_list

WEEKDAYS = {
    1: "maandag",
    2: "dinsdag",
    3: "woensdag",
    4: "donderdag",
    5: "vrijdag",
    6: "zaterdag",
    7: "zondag",
}


def hindrance(rule, facts, teams):
    """Why the team of a rule that fits cannot take this signal now, or nothing."""
    team, day = rule.team, facts.day
    if rule.expertise and rule.expertise not in team.expertise:
        known = closed_list("accounts", "expertise").label(rule.expertise)
        return _("%(team)s heeft geen kennis van %(known)s") % {"team": team, "known": known}
    if rule.needs_open and (closed := why_closed(team, day, teams)):
        return closed
    if rule.needs_place and teams.is_full(team, day):
        return _("%(team)s zit vol deze week") % {"team": team}
    return ""


def why_closed(team, day, teams):
    """Why a team does not look at what comes in on a day, or nothing."""
    at_desk = first_desk_day(day)
    if closure := teams.closure_of(team, at_desk):
        until = date_format(closure.last_day, "j M").lower()
        return _("%(team)s is dicht t/m %(day)s") % {"team": team, "day": until}
    if team.open_days and not {day.isoweekday(), at_desk.isoweekday()} & set(team.open_days):
        return _("%(team)s is op %(day)s dicht") % {"team": team, "day": WEEKDAYS[at_desk.isoweekday()]}
    return ""


def reasons(rule, facts, teams, passed_over):
    """Why this rule proposes its team; `passed_over` are the teams that could not take it."""
    last_resort = rule.holds_always
    found = [
        _("bespreken is niet veilig") if rule.not_safe else "",
        theme_words(rule.theme),
        urgency_words(rule.urgency),
        where(facts, passed_over, last_resort) if rule.asks_where or last_resort else "",
        how_old(facts) if rule.age or rule.asks_where else "",
        expertise_words(rule.expertise),
        _("plek deze week") if teams.has_place(rule.team, facts.day) else "",
        _("kies zelf een team") if last_resort else "",
    ]
    return [str(words) for words in found if words]


def theme_words(theme):
    """The theme that a rule asks for."""
    return _("thema %(theme)s") % {"theme": Signal.Theme(theme).label} if theme else ""


def urgency_words(urgency):
    """How soon a signal that a rule asks for must be read."""
    return _("lezen: %(urgency)s") % {"urgency": Signal.Urgency(urgency).label} if urgency else ""


def expertise_words(expertise):
    """What the team knows more of than others."""
    return (
        _("kennis van %(known)s") % {"known": closed_list("accounts", "expertise").label(expertise)}
        if expertise
        else ""
    )


def where(facts, passed_over, last_resort):
    """The area, and who says so."""
    if facts.area is None:
        return _("wijk onbekend")
    if last_resort and not passed_over:
        return _("geen WOT voor wijk %(area)s") % {"area": facts.area}
    source = Signal.AreaSource(facts.area_source).label
    return _("wijk %(area)s (%(source)s)") % {"area": facts.area, "source": source}


def how_old(facts):
    """The age as far as it matters; where it would decide and nobody knows it, ask."""
    if facts.age != RoutingRule.Age.UNKNOWN:
        return RoutingRule.Age(facts.age).label
    return _("leeftijd onbekend: vraag die na") if facts.theme == Signal.Theme.YOUTH_AT_RISK else ""
