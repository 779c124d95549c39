"""A surname that is written in another way is found, also when it was written down before this was asked."""

import pytest

from signalering.audit.reading import reading
from signalering.cases.actions import casework
from signalering.cases.models import CaseResident
from signalering.cases.searching import Asked
from signalering.cases.spellings import spellings
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db
BORN = "1980-11-24"


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Yıldız", "Yildiz"),
        ("Yildiz", "Yıldız"),
        ("Işık", "Isik"),
        ("Işıklı", "Isikli"),
        ("Yıldırım", "Yildirim"),
        ("Sørensen", "Sorensen"),
        ("Łukasz", "Lukasz"),
        ("Đorđević", "Dordevic"),
        ("Næss", "Naess"),
        ("de Vries", "Vries"),
        ("Vries", "de Vries"),
        ("van der Berg", "Berg"),
        ("van der Berg", "Van den Berg"),
        ("Berg, van der", "van der Berg"),
        ("van der Berg", "Berg, van der"),
        ("'t Hart", "Hart"),
        ("El Amrani", "Amrani"),
        ("Weiß", "Weiss"),
        ("de Łukasz", "Lukasz"),
    ],
)
def test_another_spelling_of_a_surname_finds_the_resident(written, asked):
    worker = people.wot_worker()
    case = cases.case(by=worker)
    with reading(by=worker, purpose="debt"):
        resident = case.case_residents.get().resident
        told = {"version": resident.version, "surname": written, "birth_date": BORN}
        casework.describe_resident(resident, by=worker, case=case, **told)
    found = Asked(surname=asked, birth_date=BORN).residents()
    assert list(found) == [CaseResident.objects.get(resident=resident)]
    assert not Asked(surname=asked, birth_date="1980-11-25").residents().exists()
    assert not Asked(surname=f"{asked}ma", birth_date=BORN).residents().exists()


@pytest.mark.parametrize("asked", ["", "%", ",", "de", "i", "木"])
def test_what_holds_no_name_finds_nobody(asked):
    cases.case()
    assert not Asked(surname=asked, birth_date=BORN).residents().exists()


def test_a_long_name_has_no_endless_list_of_spellings():
    assert len(spellings("van Willebrordus-Oldenbarnevelt-Diepenhorst tot Lage Ooijen")) < 900
