"""Whatever a phone told is in a field or beside it: nothing is lost."""

import json

import pytest
from django.core.exceptions import ValidationError

from signalering.cases.fitting import all_lines, content_of, fit, kept, lines, moment
from signalering.citizen_number import DIGITS
from signalering.typed import without_bsn
from tests.cases import factories as cases
from tests.numbers import CITIZEN_NUMBERS, OTHER_NUMBERS, TELEPHONE_NUMBERS

pytestmark = pytest.mark.django_db
WHOLE = {
    "theme": "money_or_rent",
    "postcode": "3117 bx",
    "house_number": "09012",
    "suffix": "b",
    "consent_answer": "yes_wants_help",
    "name": "Mw. A.",
    "chips": ["post_unopened", "says_debts"],
    "observation": "Stapel post.",
    "already_done": "Gebeld.",
    "opinion": "Ik denk aan schulden.",
    "urgency": "today",
}


def test_what_fits_is_what_the_form_would_have_made_of_it():
    fitted = fit({"v": 1, "kind": "signal", "words": "blauwe fiets", **WHOLE, "area": cases.oost().statcode})
    assert fitted.rest == []
    assert fitted.missing == []
    assert fitted.values == {
        **WHOLE,
        "postcode": "3117BX",
        "house_number": "9012",
        "chips": "post_unopened,says_debts",
        "area": cases.oost(),
    }


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("theme", "weer"),
        ("urgency", "gisteren"),
        ("consent_answer", "misschien"),
        ("unsafe_reason", "storm"),
        ("age_band", "120+"),
        ("area", "WK999999"),
        ("postcode", "bij de kerk"),
        ("house_number", "12 bis"),
        ("suffix", "derde verdieping links"),
        ("observation", ["een", "lijst"]),
        ("name", {"voor": "A."}),
        ("place", 17),
        ("hoe_laat", "om vier uur"),
        ("chips", "post_unopened"),
        ("chips", ["schreeuwen"]),
        ("observed_at", "gisteren"),
    ],
)
def test_what_does_not_fit_stands_beside_it(name, told):
    fitted = fit({**WHOLE, name: told})
    kept = [text for slug, text in fitted.rest if slug == name]
    assert kept, fitted
    assert kept[0] in (told, json.dumps(told, ensure_ascii=False), *(told if isinstance(told, list) else []))
    assert kept[0] in lines(fitted.rest)


def test_chips_that_fit_stay_and_the_others_stand_beside_them():
    fitted = fit({**WHOLE, "chips": ["post_unopened", "schreeuwen", 3]})
    assert fitted.values["chips"] == "post_unopened"
    assert fitted.rest == [("chips", "schreeuwen"), ("chips", "3")]


@pytest.mark.parametrize(("name", "most"), [("observation", 500), ("opinion", 500), ("place", 100), ("name", 100)])
def test_what_is_too_long_is_cut_and_kept_whole(name, most):
    text = "lang " * 200
    fitted = fit({**WHOLE, name: text})
    assert fitted.values[name] == text[:most]
    assert fitted.rest == [(name, text.strip())]


@pytest.mark.parametrize("consent", ["yes_no_help", "not_discussed"])
def test_a_name_that_may_not_be_given_is_kept_nowhere(consent):
    fitted = fit({**WHOLE, "name": "Mw. Zandvoortse", "consent_answer": consent})
    assert "Zandvoortse" not in f"{fitted.values}{fitted.rest}"
    assert "Zandvoortse" not in all_lines({**WHOLE, "name": "Mw. Zandvoortse" * 20, "consent_answer": consent})


def test_a_shop_names_only_who_said_yes():
    told = {**WHOLE, "consent_answer": "not_safe", "unsafe_reason": "violence_at_home"}
    assert "name" in fit(told).values
    assert "name" not in fit(told, from_shop=True).values


@pytest.mark.parametrize("number", ["111222333", "111 222 333", "１１１２２２３３３"])
def test_a_citizen_number_is_kept_nowhere(number):
    told = {**WHOLE, "observation": f"Het nummer is {number}.", "iets": number, number: "x"}
    fitted = fit(told)
    assert fitted.values["observation"] == "Het nummer is [nummer weggelaten]."
    assert number not in f"{fitted.values}{lines(fitted.rest)}{all_lines(told)}"
    assert "123456789" in fit({"iets": "123456789"}).rest[0][1], "no citizen number"


@pytest.mark.parametrize("number", CITIZEN_NUMBERS)
def test_a_citizen_number_is_known_however_it_is_written(number):
    assert "[nummer weggelaten]" in kept(f"Er stond: {number}.")
    with pytest.raises(ValidationError):
        without_bsn(f"Er stond: {number}.")


@pytest.mark.parametrize("number", [*OTHER_NUMBERS, *TELEPHONE_NUMBERS])
def test_other_numbers_stay_as_they_are(number):
    assert kept(f"Er stond: {number}.") == f"Er stond: {number}."
    without_bsn(f"Er stond: {number}.")


@pytest.mark.parametrize("number", [*OTHER_NUMBERS[1:], *TELEPHONE_NUMBERS])
def test_a_date_or_a_telephone_number_is_not_even_put_to_the_test(number):
    assert not any(found[3] for found in DIGITS.finditer(number))


def test_letters_that_cannot_be_kept_leave_a_mark():
    fitted = fit({**WHOLE, "observation": "a\x00b\ud800c\u202ed\r\ne"})
    assert fitted.values["observation"] == "a�b�c�d\ne"


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a": ' + "9" * 5000 + "}", "geen json", "[1, 2]", '"tekst"', "\x00", '{"a": ' + "[" * 900]
)
def test_text_that_is_no_content_is_told_as_it_is(text):
    content, canonical = content_of(text)
    assert content == {"text": text.rstrip()}
    assert canonical == text.rstrip()
    assert fit(content).missing == ["theme", "where", "consent_answer", "what"]


def test_deep_values_become_text():
    deep = "[" * 400 + "]" * 400
    content, _canonical = content_of(f'{{"theme": "other", "x": {deep}}}')
    assert content == {"theme": "other", "x": deep}
    assert fit(content).rest == [("x", deep)]


def test_the_same_content_has_one_form():
    first = content_of('{"b": 1, "a": "é"}   ')
    assert first == content_of('{"a":"\\u00e9","b":1}')


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        (("theme",), "theme"),
        (("postcode",), "where"),
        (("house_number",), "where"),
        (("consent_answer",), "consent_answer"),
        (("chips", "observation"), "what"),
    ],
)
def test_what_is_missing_is_named(left_out, missing):
    assert fit({name: told for name, told in WHOLE.items() if name not in left_out}).missing == [missing]


def test_a_street_or_a_place_is_where():
    for name in ("street", "place"):
        assert fit({"theme": "other", "consent_answer": "not_discussed", "chips": ["sad"], name: "Markt"}).missing == []
    assert fit({**WHOLE, "consent_answer": "not_safe"}).missing == ["unsafe_reason"]


@pytest.mark.parametrize(
    "told", [None, 3, "", "2026", "2026-11-21T10:00", "9999-12-31T23:59+00:00", "0001-01-01T00:00Z"]
)
def test_a_moment_needs_an_offset_and_a_year_of_ours(told):
    assert moment(told) is None
    assert moment("2026-11-21T10:00:00.000Z").hour == 10
