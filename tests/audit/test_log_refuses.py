"""While the log takes no looks nothing is shown to who is signed in, and nothing is changed for anybody."""

import pytest
from django.test import Client
from django.urls import reverse

from signalering.audit.models import Look
from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.refusing import contents, no_looks

pytestmark = pytest.mark.django_db


def test_a_page_without_a_look_is_withheld_too(as_person):
    client = as_person(people.wot_worker())
    before = Look.objects.count()
    assert client.get(reverse("directory")).status_code == 200
    with no_looks():
        reply = client.get(reverse("directory"))
    assert (reply.status_code, reply.headers["Retry-After"]) == (503, "15")
    assert Look.objects.count() == before, "asking whether the log takes a look leaves none"


def test_a_form_is_refused_before_it_changes_anything_and_can_be_sent_again(as_person):
    client, answers = (
        as_person(people.home_care()),
        {
            "step": "what",
            "theme": "money_or_rent",
            "form_key": "0192f0c1-2345-4000-8000-000000000000",
            "postcode": "3117BX",
            "house_number": "9012",
            "consent_answer": "not_discussed",
            "chips": ["post_unopened"],
            "urgency": "this_week",
        },
    )
    with no_looks():
        before = contents()
        reply = client.post(reverse("report"), answers)
        assert (reply.status_code, contents() == before) == (503, True)
        assert "Opgeslagen" not in reply.content.decode()
    assert client.post(reverse("report"), answers).status_code == 302
    assert Signal.objects.count() == 1


def test_who_is_not_signed_in_still_reads_what_is_for_everybody():
    with no_looks():
        assert Client().get("/robots.txt").status_code == 200
        assert Client().post(reverse("account_login"), {"login": "x"}).status_code == 503
