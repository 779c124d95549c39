"""Whatever somebody typed in any form can be repeated: each free field has its name on the page that does so."""

import importlib

from django import forms
from django.http import QueryDict

from signalering import typed
from signalering.accounts.sign_in import typed_words
from signalering.closed_lists import closed_list
from tests.test_rules import ROOT

FREE = (forms.CharField, forms.DateField, forms.DateTimeField)
NOT_REPEATED = {
    ("DirectoryForm", "q"): "a search box: what was looked for stands in the address",
}


def forms_of_the_project():
    """Every form, found by loading every module of forms."""
    for path in sorted((ROOT / "signalering").rglob("*.py")):
        if "forms" in (*path.parts, path.stem):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    found, new = set(), {typed.Form}
    while new:
        found |= new
        new = {child for form in new for child in form.__subclasses__()}
    return sorted(
        (form for form in found if form.__module__.startswith("signalering.")), key=lambda form: form.__name__
    )


def test_every_free_field_of_every_form_is_repeated_by_name():
    known = closed_list("accounts", "typed")
    free = {
        (form.__name__, name)
        for form in forms_of_the_project()
        for name, field in form.base_fields.items()
        if isinstance(field, FREE)
        and not isinstance(field, typed.FormKey)
        and not (isinstance(field.widget, forms.Select) or field.widget.is_hidden)
    }
    assert ("SignsForm", "signs") in free
    assert {(form, name) for form, name in free if name not in known} == set(NOT_REPEATED)


def test_the_words_of_every_step_of_the_meldcode_come_back():
    names = ("signs", "talk_words", "advice_words", "deviation_words")
    posted = QueryDict("&".join(f"{name}=Zo+is+het" for name in names))
    assert [word["name"] for word in typed_words(posted)] == list(names)
