"""The plain app's part of the run: load the town, show pages, check records."""

import os
import uuid
from itertools import chain, islice

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.plain.settings")
django.setup()

from django.apps import apps  # noqa: E402
from django.contrib.auth.models import Group, Permission, User  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from guardian.models import GroupObjectPermission, UserObjectPermission  # noqa: E402

from benchmarks import bulk  # noqa: E402
from benchmarks.commands import Commands  # noqa: E402
from benchmarks.plain import models, views  # noqa: E402
from benchmarks.world import AREAS, CONTACTS, DESKS, EVERYBODY, LONG_CASE, PEOPLE, SHORT_CASE, code_of  # noqa: E402

AT_ONCE = 50_000


def page(user):
    """The list view's own rows."""
    return list(views.visible(user).select_related("area", "team").order_by("-pk")[:25])


def textbook(user):
    """What the list mixin with numbered pages asks: the count first, then the rows."""
    signals = views.visible(user).select_related("area", "team").order_by("-pk")
    signals.count()
    return list(signals[:25])


class Plain(Commands):
    """The plain app, filled with the town."""

    queries = {"page": page, "textbook": textbook}

    def application(self):
        return "django.core.wsgi:get_wsgi_application()"

    def may(self, user, signal):
        return user.has_perm("plain.view_signal", signal)

    def visible(self, user):
        return views.visible(user)

    def check_records(self, who):
        mine = page(self.person(who))[:10]
        return [*mine, *models.Signal.objects.exclude(pk__in=views.visible(self.person(who)))[: len(mine)]]

    def requests(self, kind, who, times):
        if kind == "status":
            return [("POST", f"/signals/{code}/status/", {"status": "advised"}) for code in self._waiting(times)]
        if kind == "report":
            return [("POST", "/signals/new/", {**self._report(), "form_key": uuid.uuid4()}) for _ in range(times)]
        case = models.Case.objects.get(pk=1 + (LONG_CASE if kind == "long_case" else SHORT_CASE))
        newest = models.Signal.objects.filter(pk__in=[one.pk for one in page(self.person(who))[:1]]).first()
        path = {
            "list": "/signals/",
            "textbook": "/signals/textbook/",
            "case": f"/cases/{case.code}/",
            "long_case": f"/cases/{case.code}/",
            "signal": f"/signals/{newest.code}/",
            "history": f"/cases/{case.code}/history/",
        }[kind]
        return [("GET", path, None)] * times

    def _waiting(self, times):
        """Signals of the typical person's desk that nobody has touched yet, each handed out once."""
        if not hasattr(self, "_untouched"):
            new = models.Signal.objects.filter(status="new", team__name__startswith="typical").order_by("pk")
            self._untouched = iter(list(new.values_list("code", flat=True)))
        return list(islice(self._untouched, times))

    def _report(self):
        row = next(self.world.signals())
        return {**row.words, **row.facts, "area": self.areas[row.facts["area"]].pk, "area_source": "reporter"}

    def fill(self):
        call_command("migrate", verbosity=0)
        call_command("migrate", run_syncdb=True, verbosity=0)
        bulk.without_foreign_key_checks()
        self._people()
        self._cases()
        grants = self._signals()
        self._items()
        bulk.with_foreign_key_checks()
        bulk.renumber(apps.get_app_config("plain").get_models())
        bulk.settle()
        return {"signals": self.world.n, "grants": grants, "cases": len(self.world.cases)}

    def _people(self):
        self.desks = {name: Group.objects.create(name=name) for name in DESKS}
        self.people = {}
        for name in EVERYBODY:
            user = User.objects.create_user(name, f"{name}@example.org", None, last_name=name)
            user.groups.set(self.desks[desk] for desk in PEOPLE.get(name, ()))
            self.people[name] = user.pk
        self.areas = [models.Area.objects.create(name=name) for name in AREAS]
        self.types = {model: ContentType.objects.get_for_model(model).pk for model in (models.Signal, models.Case)}
        self.permissions = {
            (one.content_type_id, one.codename): one.pk
            for one in Permission.objects.filter(content_type__in=self.types.values())
        }

    def _grant(self, model, holder, action, pk):
        kind = self.types[model]
        what = {
            "permission_id": self.permissions[kind, f"{action}_{model._meta.model_name}"],
            "content_type_id": kind,
            "object_pk": str(pk),
        }
        if holder in self.desks:
            return GroupObjectPermission(group_id=self.desks[holder].pk, **what)
        return UserObjectPermission(user_id=self.people[holder], **what)

    def _cases(self):
        cases = [
            models.Case(
                pk=one.number + 1,
                code=code_of(one.number, "C"),
                status="open",
                created_at=one.created_at,
                team=self.desks["typical-0"],
                director_id=self.people[one.director],
                area=self.areas[one.number % len(AREAS)],
                themes="money_or_rent",
                summary="Samen kijken naar de post en de huur.",
            )
            for one in self.world.cases
        ]
        residents = [
            models.Resident(pk=one.pk, names=f"Mw. {one.pk:07d}", postcode="3119AB", house_number="9001")
            for one in cases
        ]
        self._store(models.Case, cases)
        self._store(models.Resident, residents)
        lives_in = models.Case.residents.through
        bulk.insert(lives_in, (lives_in(case_id=one.pk, resident_id=one.pk) for one in cases))
        bulk.insert(
            UserObjectPermission,
            (
                self._grant(models.Case, row.director, verb, one.pk)
                for row, one in zip(self.world.cases, cases, strict=True)
                for verb in ("view", "change")
            ),
        )

    def _signals(self):
        written, rows = 0, self.world.signals()
        while batch := list(islice(rows, AT_ONCE)):
            signals = [self._signal(row) for row in batch]
            self._store(models.Signal, signals)
            reporters = (models.Reporter(pk=one.pk, signal_id=one.pk, name="Melder") for one in signals)
            self._store(models.Reporter, reporters)
            kept = [
                self._grant(models.Signal, one.holder, one.action, row.number + 1)
                for row in batch
                for one in chain(row.team_grants, row.person_grants)
                if one.origin != "twice" and not one.ended
            ]
            for table in (GroupObjectPermission, UserObjectPermission):
                written += bulk.insert(table, (one for one in kept if isinstance(one, table)))
        return written

    def _signal(self, row):
        facts = {**row.facts, "area": self.areas[row.facts["area"]]}
        return models.Signal(
            pk=row.number + 1,
            code=code_of(row.number),
            status=row.status,
            created_at=row.created_at,
            team=self.desks[row.desk],
            case_id=None if row.case is None else row.case + 1,
            area_source="reporter",
            reporter_kind="home_care",
            observed_at=row.created_at,
            **facts,
            **row.words,
        )

    def _items(self):
        words = "Gesproken aan de keukentafel."
        made = {models.Note: [], models.ContactAttempt: [], models.Consent: [], models.Referral: []}
        for one in self.world.cases:
            on = {"case_id": one.number + 1, "created_at": one.created_at}
            by = {**on, "author_id": self.people[one.director], "words": words}
            attempt = {**by, "channel": "phone", "day_part": "morning"}
            made[models.Note] += [models.Note(**by) for _ in range(one.notes)]
            made[models.ContactAttempt] += [models.ContactAttempt(**attempt) for _ in range(CONTACTS)]
            made[models.Consent].append(models.Consent(**by, scope="referral", resident_id=one.number + 1))
            referral = {**on, "code": code_of(one.number, "R"), "question": words}
            made[models.Referral].append(models.Referral(**referral, receiving_team=self.desks["small"]))
        for model, rows in made.items():
            for pk, row in enumerate(rows, 1):
                row.pk = pk
            self._store(model, rows)

    def _store(self, model, rows):
        bulk.insert_with_history(
            model,
            rows,
            history_date=lambda row: getattr(row, "created_at", self.world.now),
            history_type="+",
            history_user=self.people["typical"],
        )


COMMANDS = Plain().as_dict()
