"""Who must agree before something is shared follows from the age on that very day."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from signalering.cases.consent_age import age_on, agreed, missing, needed_at
from signalering.cases.models import CaseResident, Consent
from signalering.cases.working_days import today
from tests.accounts import factories as people
from tests.cases import factories as cases

GUARDIAN, RESIDENT, BOTH = "guardian", "resident", "both"
LIMITS = {"with_child_from": 12, "alone_from": 16}


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ((2014, 11, 22), (2026, 11, 21), 11),
        ((2014, 11, 22), (2026, 11, 22), 12),
        ((2012, 2, 29), (2024, 2, 28), 11),
        ((2012, 2, 29), (2024, 2, 29), 12),
        ((2012, 2, 29), (2028, 2, 28), 15),
        ((2012, 2, 29), (2028, 2, 29), 16),
        ((2016, 2, 29), (2027, 2, 28), 10),
        ((2016, 2, 29), (2027, 3, 1), 11),
        ((2026, 1, 1), (2026, 1, 1), 0),
    ],
)
def test_an_age_counts_birthdays_also_of_who_was_born_on_a_leap_day(born, day, age):
    assert age_on(date(*born), date(*day)) == age


@pytest.mark.parametrize(
    ("age", "needed"),
    [
        (0, {GUARDIAN}),
        (11, {GUARDIAN}),
        (12, {GUARDIAN, RESIDENT}),
        (15, {GUARDIAN, RESIDENT}),
        (16, {RESIDENT}),
        (17, {RESIDENT}),
        (80, {RESIDENT}),
    ],
)
def test_who_must_agree_at_which_age(age, needed):
    assert needed_at(age, **LIMITS) == needed


def test_two_consents_together_are_both():
    assert agreed([GUARDIAN, RESIDENT]) == agreed([BOTH]) == {GUARDIAN, RESIDENT}
    assert agreed([]) == set()


@pytest.fixture
def case(db):
    return cases.case()


@pytest.fixture
def desk(case, as_person):
    return as_person(case.director)


def resident_of(case):
    return CaseResident.objects.select_related("resident").get(case=case).resident


def aged(case, reading, **known):
    """The resident of a case with what is known of the age."""
    with reading(case.director):
        return resident_of(case).change(by=people.BY, reason="case_work", **known)


def at(case, act=""):
    return f"/casussen/{case.shown_code}/{act}"


def form(**more):
    return {
        "scope": "referral",
        "given_by": RESIDENT,
        "given_at": today().isoformat(),
        "form_key": str(uuid.uuid4()),
        **more,
    }


BANDS = [
    ("0-11", [RESIDENT], "Bij deze leeftijd moet de ouder of voogd toestemming geven."),
    ("0-11", [GUARDIAN], ""),
    ("12-15", [GUARDIAN], "Bij deze leeftijd moeten de ouder en het kind allebei toestemming geven."),
    ("12-15", [BOTH], ""),
    ("12-15", [GUARDIAN, RESIDENT], ""),
    ("16-17", [GUARDIAN], "Bij deze leeftijd moet de inwoner zelf toestemming geven."),
    ("16-17", [RESIDENT], ""),
    ("67+", [RESIDENT], ""),
    ("67+", [], "Delen kan pas als de toestemming van de inwoner is vastgelegd."),
    ("unknown", [RESIDENT], "Vul eerst de leeftijd in. Dan weten we wie toestemming moet geven."),
    ("", [BOTH], "Vul eerst de leeftijd in. Dan weten we wie toestemming moet geven."),
]


@pytest.mark.django_db
def test_without_a_birth_date_the_age_band_says_who(case, reading):
    for band, givers, sentence in BANDS:
        resident = aged(case, reading, age_band=band)
        with reading(case.director):
            assert missing(resident, givers) == sentence, (band, givers)


@pytest.mark.django_db
def test_the_day_is_that_of_amsterdam(case, reading, monkeypatch):
    resident = aged(case, reading, birth_date="2014-11-22", age_band="0-11")
    moments = {"2026-11-21T22:59:00+00:00": "Bij 11 jaar moet", "2026-11-21T23:01:00+00:00": "Bij 12 jaar moeten"}
    for moment, begins in moments.items():
        monkeypatch.setattr(timezone, "now", lambda moment=moment: timezone.datetime.fromisoformat(moment))
        with reading(case.director):
            assert missing(resident, [RESIDENT]).startswith(begins)


@pytest.mark.django_db
def test_the_form_asks_the_age_only_when_nothing_is_known_of_it(case, desk, reading):
    page = desk.get(at(case, "toestemming/")).content.decode()
    assert "Hoe oud is de inwoner ongeveer?" in page
    reply = desk.post(at(case, "toestemming/"), form())
    assert "Kies een leeftijd. Daarvan hangt af wie toestemming geeft." in reply.content.decode()
    assert desk.post(at(case, "toestemming/"), form(age_band="12-15", given_by=BOTH)).status_code == 302
    assert Consent.objects.get().given_by == BOTH
    with reading(case.director):
        assert resident_of(case).age_band == "12-15"
    page = desk.get(at(case, "toestemming/"))
    assert "age_band" not in page.context["form"].fields
    assert page.context["form"]["given_by"].value() == BOTH
    assert "moeten de ouder en het kind allebei toestemming geven" in page.content.decode()


@pytest.mark.django_db
def test_the_case_says_what_is_missing_and_who_agreed(case, desk, reading):
    aged(case, reading, birth_date=(today() - timedelta(days=13 * 366)).isoformat())
    desk.post(at(case, "toestemming/"), form(given_by=GUARDIAN))
    page = desk.get(at(case))
    todo = {str(item["title"]): item.get("words") for item in page.context["todo"]}
    assert todo["Bespreek toestemming"] == "Bij 13 jaar moeten de ouder en het kind allebei toestemming geven."
    assert "(de ouder of voogd)" in page.content.decode()
    desk.post(at(case, "toestemming/"), form(given_by=RESIDENT))
    assert "Bespreek toestemming" not in desk.get(at(case)).content.decode()


@pytest.mark.django_db
def test_a_consent_from_before_is_that_of_the_resident(case):
    assert cases.consent(case).given_by == RESIDENT
