"""What one change was, in words: plain fields with their values, sealed ones only that they changed."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText

LABELS = {
    "status": gettext_lazy("status"),
    "team": gettext_lazy("team"),
    "proposed_team": gettext_lazy("voorgesteld team"),
    "proposal_words": gettext_lazy("waarom dit team"),
    "director": gettext_lazy("casusregisseur"),
    "themes": gettext_lazy("thema's"),
    "theme": gettext_lazy("thema"),
    "area": gettext_lazy("wijk"),
    "area_source": gettext_lazy("bron van de wijk"),
    "urgency": gettext_lazy("hoe snel"),
    "next_due": gettext_lazy("eerstvolgende termijn"),
    "first_opened_at": gettext_lazy("eerste keer gelezen"),
    "feedback_code": gettext_lazy("bericht aan de melder"),
    "reason_internal": gettext_lazy("uitleg"),
    "outcome": gettext_lazy("uitkomst"),
    "few_attempts": gettext_lazy("waarom na weinig pogingen"),
    "legal_basis": gettext_lazy("grondslag"),
    "purpose": gettext_lazy("doel"),
    "retention_from": gettext_lazy("begin van de bewaartermijn"),
    "retention_policy": gettext_lazy("bewaartermijn"),
    "summary": gettext_lazy("wat er speelt"),
    "safety_note": gettext_lazy("veiligheid"),
    "minor_children": gettext_lazy("minderjarige kinderen"),
    "threat_kind": gettext_lazy("bedreigende situatie"),
    "threat_date": gettext_lazy("datum van de bedreiging"),
    "closing_words": gettext_lazy("toelichting bij sluiten"),
    "reason_words": gettext_lazy("toelichting"),
    "place": gettext_lazy("plek"),
    "postcode": gettext_lazy("postcode"),
    "house_number": gettext_lazy("huisnummer"),
    "suffix": gettext_lazy("letter of toevoeging"),
    "street": gettext_lazy("straat"),
    "name": gettext_lazy("naam"),
    "surname": gettext_lazy("achternaam"),
    "birth_date": gettext_lazy("geboortedatum"),
    "age_band": gettext_lazy("leeftijd"),
    "chips": gettext_lazy("wat past"),
    "observation": gettext_lazy("eigen woorden"),
    "already_done": gettext_lazy("wat al gedaan is"),
    "opinion": gettext_lazy("mening van de melder"),
    "consent_answer": gettext_lazy("antwoord over toestemming"),
    "unsafe_reason": gettext_lazy("waarom niet veilig"),
    "phone": gettext_lazy("telefoon"),
    "email": gettext_lazy("e-mail"),
    "language": gettext_lazy("taal"),
    "contact_wish": gettext_lazy("wens voor contact"),
}
REASONS = ("change", "pick_up", "link", "close_signal", "other_team", "feedback")


def what_changed(row, old):
    """The fields that a change touched: (label, old value, new value); no values for what is sealed."""
    if old is None:
        return []
    fields = (row._meta.get_field(name) for name in LABELS if name_in(row, name))
    changed = (field for field in fields if getattr(row, field.attname) != getattr(old, field.attname))
    return [one(field, row, old) for field in changed]


def name_in(row, name):
    """Whether this kind of record has such a field."""
    return name in {field.name for field in row._meta.concrete_fields}


def one(field, row, old):
    """One field that changed."""
    sealed = isinstance(field, SealedText)
    return {
        "label": LABELS[field.name],
        "sealed": sealed,
        "old": "" if sealed else value_of(field, old),
        "new": "" if sealed else value_of(field, row),
    }


def value_of(field, row):
    """A plain value as people read it."""
    value = getattr(row, field.name)
    if field.choices:
        return getattr(row, f"get_{field.name}_display")()
    if isinstance(value, list):
        return ", ".join(closed_list("cases", "theme").label(slug) for slug in value)
    if isinstance(value, datetime.date):
        value = timezone.localtime(value) if isinstance(value, datetime.datetime) else value
        return date_format(value, "j F Y")
    return "" if value is None else str(value)


def reason_of(row, old):
    """Why, as the label of the closed list that belongs to this change."""
    lists = [("cases", name) for name in REASONS]
    if hasattr(row, "director_id") and old is not None:
        if row.status != old.status:
            lists = [("cases", "case_outcome" if row.outcome else "reopen")]
        elif row.director_id != old.director_id:
            lists = [("accounts", "take_grant")]
    for app, name in lists:
        labels = closed_list(app, name)
        if row.history_change_reason in labels:
            return labels[row.history_change_reason]
    return _("Gewijzigd")
