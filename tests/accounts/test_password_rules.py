"""What is said about a password says je, never u."""

import re

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.accounts import factories as people

pytestmark = pytest.mark.django_db
POLITE = re.compile(r"\b[Uu]w?\b")


def test_no_rule_says_u(as_person):
    texts = password_validators_help_texts()
    assert texts == [
        "Je wachtwoord mag niet lijken op je naam of e-mailadres.",
        "Je wachtwoord heeft minstens 12 tekens.",
        "Gebruik geen wachtwoord dat veel mensen gebruiken.",
    ]
    page = as_person(people.wot_worker()).get(reverse("account_change_password")).content.decode()
    assert not POLITE.search(re.sub(r"<[^>]*>", " ", page[page.index("<main") : page.index("</main")]))


@pytest.mark.parametrize(
    ("word", "sentences"),
    [
        ("kort", ["Je wachtwoord heeft minstens 12 tekens."]),
        ("password1234", ["Veel mensen gebruiken dit wachtwoord. Kies een ander."]),
        ("Regisseur van Oost", ["Dit wachtwoord lijkt te veel op je naam."]),
    ],
)
def test_what_is_wrong_is_said_with_je(word, sentences):
    with pytest.raises(ValidationError) as error:
        validate_password(word, people.wot_worker(name="Regisseur van Oost"))
    assert error.value.messages == sentences
