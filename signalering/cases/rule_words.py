"""A rule of a routing table in words, as its page shows it."""

from django.utils.translation import gettext as _

from signalering.closed_lists import closed_list


def conditions(rule):
    """What a rule asks, each in a few words; nothing when it holds for every signal."""
    found = [
        _("bespreken is niet veilig") if rule.not_safe else "",
        rule.get_theme_display() if rule.theme else "",
        rule.get_age_display() if rule.age else "",
        _("lezen: %(urgency)s") % {"urgency": rule.get_urgency_display()} if rule.urgency else "",
        rule.municipality,
        rule.get_area_known_display() if rule.area_known else "",
        _("wijk %(area)s (%(place)s)") % {"area": rule.area, "place": rule.area.municipality} if rule.area else "",
        _("team heeft kennis van %(known)s") % {"known": closed_list("accounts", "expertise").label(rule.expertise)}
        if rule.expertise
        else "",
        _("team heeft plek") if rule.needs_place else "",
        _("team is open") if rule.needs_open else "",
    ]
    return [words for words in found if words]
