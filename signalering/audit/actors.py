"""Who acts or reads: a person, an invitation, or the system itself for a named purpose."""

from dataclasses import dataclass

from django.db import models

SYSTEM_PURPOSES = frozenset(
    {
        "set_up",
        "notices",
        "overdue_feedback",
        "ladder",
        "expiry",
        "extract_keys",
        "routing",
        "accounts",
        "arrivals",
        "concepts",
        "phone_keys",
        "bursts",
        "alerts",
        "address_keys",
        "routing_trial",
    }
)


class ActorKind(models.TextChoices):
    """The kinds of actor a trace can name."""

    PERSON = "person", "persoon"
    INVITATION = "invitation", "uitnodiging"
    SYSTEM = "system", "systeem"


@dataclass(frozen=True)
class System:
    """The system acting for one of its named purposes."""

    name: str


def system(name):
    """The system as actor; only purposes from the closed list exist."""
    if name not in SYSTEM_PURPOSES:
        raise ValueError(f"{name!r} is not a purpose of the system")
    return System(name)


def person(by):
    """The person behind an actor, or None when the system acts."""
    return None if by is None or isinstance(by, System) else by


def columns(by):
    """The columns of a trace that say who: kind, person and system purpose."""
    if isinstance(by, System):
        return {"actor_kind": ActorKind.SYSTEM, "actor_id": None, "system": by.name}
    kind = ActorKind.INVITATION if getattr(by, "invited", False) else ActorKind.PERSON
    return {"actor_kind": kind, "actor_id": by.pk if by and by.pk else None, "system": ""}
