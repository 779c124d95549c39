"""Who stands in for a stand-in: when a stand-in goes away too, who then does the cases of the first."""

from signalering.cases.models import Absence


def running():
    """Every absence of now, with who is away and where."""
    return list(Absence.objects.running().select_related("team", "person", "stand_in").order_by("pk"))


def reached(absence, all_running):
    """Who does the cases of an absence, each until which day: its stand-in, theirs, and so on."""
    until = {}
    ways = [(absence.stand_in, absence.until)]
    for person, day in ways:
        if person != absence.person and person not in until:
            until[person] = day
            ways += [(one.stand_in, min(day, one.until)) for one in all_running if one.person == person]
    return until


def passed_on(person, all_running):
    """The absences of which somebody does the cases, and so hands them on when away."""
    return [one for one in all_running if person in reached(one, all_running)]


def stood_in_for(person):
    """For whom somebody stands in now, also because a colleague who did it is away, and until when."""
    every = running()
    return [{"person": one.person, "until": reached(one, every)[person]} for one in passed_on(person, every)]
