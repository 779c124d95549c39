"""The small words around fields and moments say what people expect to read."""

import datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import timezone

from config.templatetags.page import day, device, due_state, moment, problems


class Question(forms.Form):
    use_required_attribute = False

    postcode = forms.CharField(label="Postcode", error_messages={"required": "Vul een postcode in."})
    consent = forms.ChoiceField(label="Mag het?", choices=[("yes", "Ja"), ("no", "Nee")], widget=forms.RadioSelect)
    consent.hints = {"yes": "dan bellen we"}
    words = forms.CharField(label="Eigen woorden", required=False, help_text="Geen BSN.", widget=forms.Textarea)


def page(source, **context):
    return Template("{% load page %}" + source).render(Context(context))


def test_a_required_field_says_so_by_aria_and_is_never_suggested():
    html = Question()["postcode"].as_field_group()
    assert 'aria-required="true"' in html
    assert 'autocomplete="off"' in html
    assert " required" not in html
    assert "niet verplicht" not in html


def test_an_optional_field_says_so_in_words():
    html = Question()["words"].as_field_group()
    assert "(niet verplicht)" in html
    assert 'aria-describedby="id_words_helptext"' in html


def test_radio_buttons_are_a_named_group_with_a_line_under_a_choice():
    html = Question()["consent"].as_field_group()
    assert '<fieldset class="field" role="radiogroup" aria-required="true">' in html
    assert "dan bellen we" in html


def test_the_error_summary_links_to_the_first_control_of_every_question():
    form = Question({})
    assert [problem["target"] for problem in problems(form)] == ["id_postcode", "id_consent_0"]
    html = page('{% include "components/error_summary.html" %}', form=form)
    assert "Controleer 2 vragen." in html
    assert '<a href="#id_postcode">Vul een postcode in.</a>' in html


@pytest.mark.parametrize(
    ("context", "prefix"),
    [
        ({}, ""),
        ({"form": Question()}, ""),
        ({"form": Question({})}, "Fout: "),
        ({"acts": [Question(), Question({})]}, "Fout: "),
        ({"has_errors": True}, "Fout: "),
    ],
)
def test_a_title_starts_with_fout_when_something_must_be_mended(context, prefix):
    assert page("{% error_prefix %}", **context) == prefix


def test_a_moment_is_read_as_people_say_it():
    now = timezone.localtime().replace(hour=9, minute=12)
    assert ">vandaag 09.12</time>" in moment(now)
    assert ">gisteren 09.12</time>" in moment(now - datetime.timedelta(days=1))
    assert ">19 november 2020 16.40</time>" in moment(datetime.datetime(2020, 11, 19, 16, 40))
    assert day(datetime.date(2020, 11, 24)) == "di 24 november 2020"
    assert moment(None) == ""


@pytest.mark.parametrize(("days", "state"), [(-1, "late"), (0, "soon"), (1, "soon"), (2, "")])
def test_a_due_date_is_late_near_or_ahead(days, state):
    assert due_state(timezone.localdate() + datetime.timedelta(days=days)) == state


@pytest.mark.parametrize(("hours", "state"), [(-1, "late"), (1, "soon"), (25, "")])
def test_a_due_moment_is_late_near_or_ahead(hours, state):
    assert due_state(timezone.now() + datetime.timedelta(hours=hours)) == state


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        ("Mozilla/5.0 (Linux; Android 14) Chrome/130 Safari/537", "Chrome, Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18) Version/18 Safari/604", "Safari, iPhone"),
        ("curl/8", "Onbekende browser"),
    ],
)
def test_a_device_is_told_in_words(user_agent, words):
    assert device(user_agent) == words


def test_every_state_has_an_icon_a_word_and_a_colour():
    html = page('{% load marks %}{% status "referral" "expired" "Verlopen" %}')
    assert 'class="tag danger"' in html
    assert "<svg" in html
    assert "Verlopen" in html
