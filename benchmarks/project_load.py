"""Fill the project's tables with the town: really sealed, really granted, with its history and its keys."""

import os
import uuid
from datetime import timedelta
from itertools import chain, islice
from types import SimpleNamespace

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection, connections
from uuid_utils.compat import uuid7

from benchmarks import bulk
from benchmarks.floor import Floor, copy_of, make_table
from benchmarks.world import AREAS, CONTACTS, DESKS, EVERYBODY, PEOPLE, Grant, code_of
from signalering.accounts.access import permission_ids, tables
from signalering.accounts.models import Area, Membership, Organisation, Team, User
from signalering.audit.models import Event, Look
from signalering.cases.models import (
    Case,
    CaseResident,
    Consent,
    ContactAttempt,
    Deadline,
    DeadlineRule,
    Note,
    ReporterIdentity,
    Resident,
    Signal,
)
from signalering.crypto.fields import VERSION, open_envelope
from signalering.crypto.index import BlindIndex, blind
from signalering.crypto.keys import Keyring, NewKey
from signalering.crypto.models import DataKey
from signalering.crypto.reader import lent
from signalering.referrals.models import Programme, Referral

AT_ONCE = 20_000
GRANT_COLUMNS = (
    *("id", "permission_id", "origin_kind", "origin_id", "reason"),
    *("purpose", "given_by_id", "given_at", "ends_at"),
)
HISTORY_COLUMNS = ("history_id", "history_date", "history_type", "history_change_reason", "history_user_id")
EVENT = vars(Event(actor_kind="person", verb="report", label="signal", reason="reported"))
SIGNAL = vars(Signal(area_source="reporter", reporter_kind="home_care"))
REPORTER = vars(ReporterIdentity())
LOOK = vars(Look(actor_kind="person", label="signal", page="inbox", kind="listed", fields=["name"]))
WORDS = "Gesproken aan de keukentafel."
HOUSE = {"postcode": "3119AB", "house_number": "9001"}


def keys_of(records):
    """The data keys that were made while sealing these new roots."""
    return [record._state.new_key.row for record in records if hasattr(record._state, "new_key")]


class Loader:
    """Writes the town in the order in which it would have happened."""

    def __init__(self, world):
        self.world = world
        self.people, self.groups, self.teams, self.places = {}, {}, {}, {}
        self.grants = 0

    def load(self):
        call_command("migrate", run_syncdb=True, verbosity=0)
        with connections["keys"].schema_editor() as editor:  # few tables; all migrations would be walked for them
            for model in apps.get_app_config("crypto").get_models():
                editor.create_model(model)
        call_command("createcachetable", verbosity=0)
        call_command("load_reference", verbosity=0)
        if "Manifest" in settings.STORAGES["staticfiles"]["BACKEND"]:
            call_command("collectstatic", interactive=False, verbosity=0)
        make_table()
        for alias in ("default", "keys"):
            bulk.without_foreign_key_checks(alias)
        self.who_works_here()
        self.cases()
        self.signals()
        for alias in ("default", "keys"):
            bulk.with_foreign_key_checks(alias)
            bulk.settle(alias)
        return {"signals": self.world.n, "grants": self.grants, "cases": len(self.world.cases)}

    # --- people, teams, areas

    def who_works_here(self):
        office = Organisation(name="Voorbeeldorganisatie", kind="municipality")
        areas = [
            Area(year=1900, statcode=f"B{place}", name=f"Voorbeeld-{name}", municipality="Voorbeeldstad")
            for place, name in enumerate(AREAS)
        ]
        self.areas = [area.pk for area in areas]
        for name in DESKS:
            desk, lead = (Group.objects.create(name=f"voorbeeld {name} {kind}") for kind in ("desk", "lead"))
            team = Team(name=f"Voorbeeldteam {name}", kind="wot", organisation=office, desk=desk, coordinators=lead)
            self.teams[name], self.groups[name] = team, desk.pk
        users, memberships = [], []
        for name in EVERYBODY:
            user = User(email=f"{name}@example.org", name=name)
            users.append(user)
            self.people[name] = user.pk
            if name.startswith("writer-"):
                memberships.append(self._member(user, office, "reporter", "home_care"))
            for desk in PEOPLE.get(name, () if name.startswith("writer-") else ("other-0",)):
                memberships.append(self._member(user, office, "wot_worker", "wot_worker", self.teams[desk]))
        bulk.insert(User, users)
        for model, rows in ((Organisation, [office]), (Area, areas), (Team, self.teams.values())):
            self.keep(model, rows)
        self.keep(Membership, memberships)
        for place in reversed(memberships):
            self.places[place.person_id] = place.pk
        self.programme = Programme(name="Voorbeeldprogramma", provider=office, receiving_team=self.teams["small"])
        self.keep(Programme, [self.programme])
        self.rules = dict(DeadlineRule.objects.values_list("slug", "pk"))

    def _member(self, person, organisation, role, function, team=None):
        return Membership(
            person=person,
            organisation=organisation,
            role=role,
            function=function,
            team=team,
            starts_at=self.world.arrival(0),
        )

    # --- signals

    def signals(self):
        rows = self.world.signals()
        while batch := list(islice(rows, AT_ONCE)):
            signals, their_keys = zip(*(self._signal(row) for row in batch), strict=True)
            reporters, more_keys = zip(*(self._reporter(row) for row in batch), strict=True)
            self._check_seals(signals[0], their_keys[0], batch[0].words)
            self.keep(Signal, signals, their_keys)
            self.keep(ReporterIdentity, reporters, more_keys)
            bulk.insert(Floor, [copy_of(one, row.words) for one, row in zip(signals, batch, strict=True)])
            self._give(Signal, [(row.id, row.team_grants, row.person_grants) for row in batch])
            waiting = [(row, one) for row, one in zip(batch, reporters, strict=True) if row.status == "new"]
            knows = ((one["id"], (Grant(row.desk, "view_reporter"),), ()) for row, one in waiting)
            self._give(ReporterIdentity, list(knows))
            self.keep(Deadline, [deadline for row, _ in waiting for deadline in self._deadlines(row)])
            bulk.insert(Event, [self._event(row) for row in batch])
            bulk.insert(Look, [self._look(row) for row in batch])

    def _signal(self, row):
        key, closed = NewKey(row.id), row.status in ("advised", "passed_on", "not_taken_up")
        facts = {**row.facts, "area_id": self.areas[row.facts["area"]]}
        del facts["area"]
        signal = {
            **SIGNAL,
            **facts,
            **sealed(Signal, row.id, key, row.words),
            "id": row.id,
            "code": code_of(row.number),
            "status": row.status,
            "created_at": row.created_at,
            "observed_at": row.created_at,
            "team_id": self.teams[row.desk].pk,
            "proposed_team_id": self.teams[row.desk].pk,
            "case_id": None if row.case is None else self.case_ids[row.case],
            "writer_id": self.people[f"writer-{row.writer}"],
            "form_key": uuid.uuid5(row.id, "form"),
            "reason_internal": "advised" if closed else "",
            "next_due": None if row.status != "new" else (row.created_at + timedelta(days=2)).date(),
            "address_index": blind("address", row.words["postcode"], row.words["house_number"]),
            "address_key": blind("address_key", row.words["postcode"], row.words["house_number"], also=("",)),
        }
        return signal, key

    def _reporter(self, row):
        own = uuid.UUID(int=row.id.int ^ 1)
        key = NewKey(own)
        words = {
            "name": f"Melder {row.writer}",
            "function": "home_care",
            "organisation": "Voorbeeldorganisatie",
            "email": f"writer-{row.writer}@example.org",
        }
        told = {"id": own, "signal_id": row.id, "created_at": row.created_at}
        return {**REPORTER, **told, **sealed(ReporterIdentity, own, key, words)}, key

    def _check_seals(self, signal, key, words):
        """What was sealed here in bulk opens as what the project's own field sealed."""
        record = Signal(pk=signal["id"])
        for name, text in words.items():
            if open_envelope(key.cipher, signal[f"{name}_sealed"], record, name) != text:
                raise AssertionError(f"{name} does not open")

    def _deadlines(self, row):
        for slug, days in (("DL13", 7), ("DL23", 2)):
            yield Deadline(
                rule_id=self.rules[slug],
                about="signal",
                about_id=row.id,
                team=self.teams[row.desk],
                created_at=row.created_at,
                started_on=row.created_at.date(),
                due_on=(row.created_at + timedelta(days=days)).date(),
            )

    def _event(self, row):
        return {**EVENT, **self._trace(row), "actor_id": self.people[f"writer-{row.writer}"]}

    def _look(self, row):
        return {**LOOK, **self._trace(row), "actor_id": self.people["many"]}

    def _trace(self, row):
        return {"id": uuid7(), "at": row.created_at, "record_id": row.id, "root_id": row.id}

    # --- grants

    def _give(self, model, given):
        """Rows as the database wants them, because there are millions; with their history."""
        words, (people, teams) = permission_ids(model), tables(model)
        soon, past = self.world.now + timedelta(days=5), self.world.now - timedelta(days=5)
        by, now = self.people["many"], self.world.now
        as_id = (lambda one: one) if connection.vendor == "postgresql" else (lambda one: one.hex)
        at = connection.ops.adapt_datetimefield_value
        holders = {people: self.people, teams: self.groups}
        for table, place, column in ((people, 2, "user_id"), (teams, 1, "group_id")):
            rows = [
                (
                    as_id(uuid7()),
                    words[one.action],
                    one.origin,
                    as_id(item[0]),
                    "fits_team",
                    "early_help",
                    as_id(by),
                    at(now),
                    at(past) if one.ended else at(soon) if one.ends else None,
                    as_id(holders[table][one.holder]) if place == 2 else holders[table][one.holder],
                    as_id(item[0]),
                    *((as_id(self.places[holders[table][one.holder]]),) if place == 2 else ()),
                )
                for item in given
                for one in item[place]
            ]
            columns = [*GRANT_COLUMNS, column, "content_object_id", *(("membership_id",) if place == 2 else ())]
            self.grants += bulk.insert_rows(table._meta.db_table, columns, rows)
            bulk.insert_rows(
                table.history.model._meta.db_table,
                [*columns, *HISTORY_COLUMNS],
                ((*row, as_id(uuid7()), at(now), "+", "fits_team", as_id(by)) for row in rows),
            )

    # --- cases

    def cases(self):
        self.case_ids = []
        rows = iter(self.world.cases)
        while batch := list(islice(rows, AT_ONCE // 10)):
            self._some_cases(batch)

    def _some_cases(self, batch):
        residents = [
            Resident(created_at=row.created_at, name=f"Mw. {row.number:07d}", surname="Voorbeeld", **HOUSE)
            for row in batch
        ]
        for resident in residents:
            _index(resident)
        cases = [
            Case(
                code=code_of(row.number, "C"),
                created_at=row.created_at,
                team=self.teams["typical-0"],
                director_id=self.people[row.director],
                themes=["money_or_rent"],
                area_id=self.areas[row.number % len(self.areas)],
                legal_basis="consent",
                purpose="early_help",
                summary="Samen kijken naar de post en de huur.",
            )
            for row in batch
        ]
        self.case_ids += [case.pk for case in cases]
        self.keep(Resident, residents)
        self.keep(Case, cases)
        self.keep(
            CaseResident,
            [CaseResident(case=case, resident=one) for case, one in zip(cases, residents, strict=True)],
        )
        # a ring with the keys of these cases, as a request has after its first opening
        ring = Keyring()
        ring.ciphers = {case.pk.bytes: case._state.new_key.cipher for case in cases}
        with lent(SimpleNamespace(keyring=ring)):
            work = [self._work(*one) for one in zip(batch, cases, residents, strict=True)]
        for records in zip(*work, strict=True):
            records = list(chain.from_iterable(records))
            self.keep(type(records[0]), records)
        lead = tuple(Grant("typical-0", verb, "routing") for verb in ("view", "reassign"))
        mine = [tuple(Grant(row.director, verb, "director") for verb in ("view", "change")) for row in batch]
        self._give(Case, [(case.pk, lead, held) for case, held in zip(cases, mine, strict=True)])
        drafts = [referral.pk for *_, (referral,) in work]
        self._give(Referral, [(pk, (), held) for pk, held in zip(drafts, mine, strict=True)])

    def _work(self, row, case, resident):
        """What was done on one case: notes, attempts, consent, and a drafted referral."""
        me = self.people[row.director]

        def by():
            return {"case": case, "author_id": me, "form_key": uuid.uuid4(), "created_at": row.created_at}

        agreed = {"resident": resident, "scope": "referral", "given_at": row.created_at.date()}
        attempt = {"channel": "phone", "reached": True, "at": row.created_at, "day_part": "morning"}
        return (
            [Note(**by(), words=WORDS) for _ in range(row.notes)],
            [ContactAttempt(**by(), **attempt, words=WORDS) for _ in range(CONTACTS)],
            [Consent(**by(), **agreed, words=WORDS)],
            [
                Referral(
                    case=case,
                    code=code_of(row.number, "R"),
                    sender_id=me,
                    form_key=uuid.uuid4(),
                    created_at=row.created_at,
                    programme=self.programme,
                    receiving_team=self.programme.receiving_team,
                    theme="money_or_rent",
                    fields_shared=["name", "address"],
                    legal_basis="consent",
                    purpose="early_help",
                    question=WORDS,
                )
            ],
        )

    def keep(self, model, records, keys=()):
        """Records (or dicts of their columns) with their keys first, as saving does, and a history row each."""
        records = list(records)
        made = [key.row for key in keys] or keys_of(records)
        began = [(one if isinstance(one, dict) else vars(one))["created_at"] for one in records]
        for row, moment in zip(made, began, strict=False):
            row.created_at = moment
        bulk.insert(DataKey, made)
        moments = iter(began)
        bulk.insert_with_history(
            model,
            records,
            history_id=lambda row: uuid7(),
            history_date=lambda row: next(moments),
            history_type="+",
            history_change_reason="fits_team",
            history_user=self.people["many"],
        )


def sealed(model, pk, key, words):
    """The envelopes of the words of one new record under its own key, as saving them would make."""
    envelopes = {}
    for name, text in words.items():
        nonce = os.urandom(12)
        bound = f"{model.LABEL}|{pk}|{name}".encode()
        envelopes[f"{name}_sealed"] = VERSION + pk.bytes + nonce + key.cipher.encrypt(nonce, text.encode(), bound)
    return envelopes


def _index(record):
    for field in record._meta.concrete_fields:
        if isinstance(field, BlindIndex):
            field.pre_save(record, True)
