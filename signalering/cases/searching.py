"""Find a resident by two exact identifiers: own records by name, of others only which team to ask.

A hit in the safety compartment gets the reply of no hit, and costs the same questions. Every search is on record: what
was told as looks at the cases behind it, what was not told as a refused attempt that the privacy officer reads.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from signalering.accounts.access import NOTHING, grants_on, shown
from signalering.accounts.configuration import numbers
from signalering.audit.models import Event, Look
from signalering.audit.reading import Because
from signalering.audit.record import note_later
from signalering.audit.searches import INVOLVEMENT, NOT_TOLD, RESIDENT, TOO_OFTEN, this_hour
from signalering.cases.compartment import works_inside
from signalering.cases.models import Case, CaseResident, Resident, Signal
from signalering.cases.same_address import told_inside, told_outside
from signalering.cases.spellings import spellings
from signalering.crypto import reader

MOST = 50
PERSON, HOUSE, DOOR = (Resident._meta.get_field(name) for name in ("person_index", "address_index", "address_key"))
SIGNAL_DOOR = Signal._meta.get_field("address_key")


@dataclass(frozen=True)
class Found:
    """The answer to a search: what the person may see anyway, and the teams to ask."""

    cases: list
    signals: list
    teams: list

    def __bool__(self):
        return bool(self.cases or self.signals or self.teams)


@dataclass(frozen=True)
class Asked:
    """What somebody typed: surname and birth date, an address, or both."""

    surname: str = ""
    birth_date: str = ""
    postcode: str = ""
    house_number: str = ""
    suffix: str = ""

    def residents(self):
        """Who answers to all of it; nobody when what was typed cannot be compared."""
        wanted = {}
        if self.surname:
            wanted["person_index__in"] = self.people()
        if self.postcode:
            wanted |= self.at(DOOR)
        if not wanted or "" in wanted.values() or wanted.get("person_index__in") == set():
            return CaseResident.objects.filter(pk=NOTHING)  # many residents have an empty index
        return CaseResident.objects.filter(resident__in=Resident.objects.filter(**wanted))

    def people(self):
        """The indexes of a surname in every spelling, with the birth date; none when they cannot be compared."""
        return {PERSON.of(surname, self.birth_date) for surname in spellings(self.surname)} - {""}

    def at(self, door, *, apart=False):
        """The index of an address: of one front door when a suffix was typed, else of the house number with any."""
        if not self.suffix:
            return {"address_index": HOUSE.of(self.postcode, self.house_number)}
        return {"address_key": door.of(self.postcode, self.house_number, also=(self.suffix,), apart=apart)}

    def signals_of(self, by):
        """The signals over the address that this person may see."""
        if not self.postcode:
            return []
        at = Q(**self.at(SIGNAL_DOOR)) | Q(**self.at(SIGNAL_DOOR, apart=True))
        mine = Signal.objects.visible_to(by).filter(at)
        return mine.unopened().select_related("team").order_by("-id")[:MOST]


def search(*, by, purpose, **typed):
    """Whom this person finds, for a purpose; ValidationError when they searched too often this hour."""
    must_not_be_too_often(by, purpose)
    asked = Asked(**typed)
    hits = list(Case.objects.filter(pk__in=asked.residents().values("case")).order_by("-id")[:MOST])
    if not hits:
        grants_on(by, {Case: [NOTHING]})  # what is not there costs the same as what is hidden
    signals = shown(asked.signals_of(by), by, kind=Look.Kind.SEARCHED)
    mine = shown(hits, by, kind=Look.Kind.SEARCHED)
    hidden = [case for case in hits if case not in mine and case.status == Case.Status.OPEN]
    elsewhere = ask_about(hidden, by)
    for case in elsewhere:
        reader.current().sees(case, Because(origin_kind="search", purpose=purpose), Look.Kind.SEARCHED)
    found = Found(mine, signals, sorted({case.team.name for case in elsewhere}))
    about = next(iter([*mine, *elsewhere, *hidden]), None)
    result = Event.Result.DONE if found else Event.Result.REFUSED
    note_later(RESIDENT, about, by=by, purpose=purpose, result=result)
    for case in hidden:
        if case not in elsewhere and case != about:
            # not as a refusal: who searched reads those on a page of their own
            note_later(RESIDENT, case, by=by, purpose=purpose, reason=NOT_TOLD)
    return found


def ask_about(hidden, by):
    """Those of some cases of others about which this person may know which team to ask."""
    cases = Case.objects.filter(pk__in=[case.pk for case in hidden] or [NOTHING])
    return told_inside(cases) if works_inside(by) else told_outside(cases)


def must_not_be_too_often(by, purpose, verb=RESIDENT):
    """Who searched in vain too often this hour, or searched too much, waits."""
    most = numbers("search_misses_an_hour", "searches_an_hour")
    lately = this_hour(by, RESIDENT, INVOLVEMENT).exclude(reason__in=[TOO_OFTEN, NOT_TOLD])
    done = lately.aggregate(all=Count("pk"), missed=Count("pk", filter=~Q(result=Event.Result.DONE)))
    if done["missed"] >= most["search_misses_an_hour"] or done["all"] >= most["searches_an_hour"]:
        note_later(verb, by=by, purpose=purpose, reason=TOO_OFTEN, result=Event.Result.REFUSED)
        raise ValidationError(_("Je zocht dit uur te vaak. Wacht een uur, of vraag het aan een collega."))
