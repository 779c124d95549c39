"""Organisations, teams and the areas they work in."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from signalering.closed_lists import closed_list
from signalering.workflow import Recorded, RecordedQuerySet


class Area(Recorded):
    """A neighbourhood of a municipality; its code belongs to a year."""

    LABEL = "area"

    year = models.PositiveSmallIntegerField()
    statcode = models.CharField(max_length=10)
    name = models.CharField(max_length=60)
    municipality = models.CharField(max_length=60)
    served = models.BooleanField(default=False, help_text="Somebody lives here and a team works here.")

    class Meta(Recorded.Meta):
        ordering = ["municipality", "name"]
        constraints = [models.UniqueConstraint(fields=["year", "statcode"], name="area_once_a_year")]

    def __str__(self):
        return self.name


class Organisation(Recorded):
    """An organisation that works in the neighbourhood."""

    LABEL = "organisation"

    name = models.CharField(max_length=100, unique=True)
    kind = models.SlugField(max_length=30)
    note = models.CharField(max_length=300, blank=True)
    source_note = models.CharField(max_length=300, blank=True)
    subcontractor_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="subcontractors")

    class Meta(Recorded.Meta):
        ordering = ["name"]

    def __str__(self):
        return self.name


class Team(Recorded):
    """A team is two groups: its desk, who weigh what comes in, and its coordinators."""

    LABEL = "team"

    class Kind(models.TextChoices):
        """What kind of team this is."""

        WOT = "wot", _("wijkondersteuningsteam")
        CO_TEAM = "co_team", _("CO-team")
        YOUTH = "youth", _("jeugdteam")
        PROGRAMME = "programme", _("ontvangend team")
        WIJKTEAM = "wijkteam", _("wijkteam")

    name = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    areas = models.ManyToManyField(Area, related_name="teams", blank=True)
    city_wide = models.BooleanField(default=False)
    age_max = models.PositiveSmallIntegerField(null=True)
    desk = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="desk_of")
    coordinators = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="coordinators_of")
    reads_cases = models.BooleanField(default=False)
    duty_phone = models.CharField(max_length=20, blank=True, help_text="The public number of who is on duty.")
    shares_rota_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="shares_rota_with"
    )
    places_a_week = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Empty: not known.")
    expertise = models.JSONField(default=list, blank=True, help_text="Slugs of the closed list.")
    open_days = models.JSONField(default=list, blank=True, help_text="1 is Monday; empty: not known.")
    note = models.CharField(max_length=300, blank=True)
    source_note = models.CharField(max_length=300, blank=True)

    class Meta(Recorded.Meta):
        ordering = ["name"]

    def __str__(self):
        return self.name


class TeamClosureQuerySet(RecordedQuerySet):
    """Closures by whether they still count."""

    def from_day(self, day):
        """Not taken back, and not over before this day."""
        return self.filter(active=True, last_day__gte=day)


class TeamClosure(Recorded):
    """A team takes nothing new from one day up to and including another."""

    LABEL = "team_closure"

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="closures")
    first_day = models.DateField()
    last_day = models.DateField()
    reason = models.SlugField(max_length=20, choices=closed_list("accounts", "closure").choices)
    active = models.BooleanField(default=True, help_text="Taken back when not.")

    objects = TeamClosureQuerySet.as_manager()

    class Meta(Recorded.Meta):
        ordering = ["first_day", "id"]
        constraints = [
            models.CheckConstraint(
                name="closure_ends_after_it_begins", condition=models.Q(last_day__gte=models.F("first_day"))
            )
        ]

    def __str__(self):
        return f"{self.team} {self.first_day}"

    def holds_on(self, day):
        """Whether the team is closed on this day."""
        return self.first_day <= day <= self.last_day


class PostcodeArea(Recorded):
    """A postcode lies in an area, as a loaded table says, or else a worker."""

    LABEL = "postcode_area"

    class Source(models.TextChoices):
        """Who says so."""

        TABLE = "table", _("tabel")
        WORKER = "worker", _("medewerker")

    pc6 = models.CharField(max_length=6, unique=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="postcodes")
    source = models.CharField(max_length=8, choices=Source)

    def __str__(self):
        return f"{self.pc6} {self.area}"


class Setting(Recorded):
    """One configured value, with its source and since when it holds."""

    LABEL = "setting"

    key = models.SlugField(max_length=40, unique=True)
    value = models.CharField(max_length=100)
    source = models.CharField(max_length=200)
    valid_from = models.DateField()

    def __str__(self):
        return f"{self.key} = {self.value}"
