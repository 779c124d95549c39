"""Whether somebody lives at an address that nobody visits alone."""

from django.db.models import Exists, OuterRef

from signalering.cases.models import CaseResident, SafetyAddress

AT_THE_DOOR = {"home_visit", "card"}  # the ways of contact that bring somebody to the address


def nobody_alone(cases):
    """Cases with `not_alone`: somebody of it lives at an address on the safety list, of whatever team.

    Nothing is opened for it. A letter behind the number makes no difference: who comes to the wrong door
    stands before the right one.
    """
    people = CaseResident.objects.filter(case=OuterRef("pk")).exclude(resident__address_index="")
    addresses = SafetyAddress.objects.standing().values("address_index")
    return cases.annotate(not_alone=Exists(people.filter(resident__address_index__in=addresses)))


def visited_together(case):
    """Whether nobody visits the people of this case alone."""
    return nobody_alone(type(case).objects.filter(pk=case.pk)).values_list("not_alone", flat=True).get()
