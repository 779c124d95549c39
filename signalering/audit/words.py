"""The log in Dutch: slugs of the look table as people read them."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from signalering.audit.actors import ActorKind
from signalering.closed_lists import closed_list, read

DESK_RECORDS = {"signal", "same_address", "involvement", "signal_addition", "reporter_identity", "safety_address"}


@dataclass(frozen=True)
class Part:
    """What was seen of one kind of record under one code."""

    what: str
    code: str
    fields: str


def page_label(look):
    """The page on which it was seen."""
    return closed_list("audit", "page").label(look.page) if look.page else _("buiten een pagina")


def attempt_label(verb):
    """What somebody tried, by the verb of the event or the page that was asked for."""
    attempts = closed_list("audit", "attempt")
    return attempts[verb] if verb in attempts else closed_list("audit", "page").label(verb)


def kind_label(look):
    """Seen in a list, opened, or found by searching."""
    return closed_list("audit", "look").label(look.kind)


def record_label(slug, count=1):
    """A kind of record: "casus", "3 notities bij casus"."""
    items = {item["slug"]: item for item in read("audit", "lists")["record"]["items"]}
    item = items.get(slug, {"label": slug, "plural": slug})
    return item["label"] if count == 1 else f"{count} {item['plural']}"


def field_labels(names):
    """Names of fields as words, in the order of the list that holds them."""
    labels = closed_list("audit", "field")
    order = list(labels)
    names = sorted(names, key=lambda name: (order.index(name) if name in labels else len(order), name))
    return ", ".join(labels.label(name) for name in names)


def parts(looks, codes):
    """What a line holds: kinds of record with their code and the fields that were opened."""
    groups = {}
    for look in looks:
        code = codes.get(look.record_id) or codes.get(look.root_id, "")
        groups.setdefault((look.label, code), []).append(look)
    order = list(closed_list("audit", "record"))
    return [
        Part(
            what=record_label(label, len(seen)),
            code=code,
            fields=field_labels({name for look in seen for name in look.fields}),
        )
        for (label, code), seen in sorted(groups.items(), key=lambda item: sort_key(order, *item[0]))
    ]


def sort_key(order, label, code):
    """By the order of the list of records, then by code."""
    return (order.index(label) if label in order else len(order), code)


def summary(looks):
    """A list in a few words: "12 signalen, 3 inwoners"."""
    counts = Counter(look.label for look in looks)
    order = list(closed_list("audit", "record"))
    words = [
        record_label(label, count) if count > 1 else f"1 {record_label(label)}"
        for label, count in sorted(counts.items(), key=lambda item: sort_key(order, item[0], ""))
    ]
    return ", ".join(words)


def why(look, teams, *, mine=False):
    """Why somebody might see this, or nothing when no reason was found; `teams` gives names by id."""
    if look.actor_kind == ActorKind.SYSTEM:
        return _("taak van het systeem")
    if not look.origin_kind:
        return _("toegekend") if look.grant_id else ""
    kind = look.origin_kind
    if kind == "routing" and look.label not in DESK_RECORDS:
        kind = "coordinator"  # of what a case holds, a team's groups get nothing else
    items = {item["slug"]: item for item in read("audit", "lists")["origin"]["items"]}
    words = items[kind]["mine" if mine else "label"] if kind in items else kind
    return words.replace("{team}", teams.get(look.team_id) or _("een team"))


def reasons(looks, teams, *, mine=False):
    """Every reason of a line, once."""
    return sorted({reason for look in looks if (reason := why(look, teams, mine=mine))})


def system_label(slug):
    """What the system does when it reads by itself."""
    return closed_list("audit", "system").label(slug)
