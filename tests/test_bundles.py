"""The modules of the phone as one script: each once, in the right order, and no name twice."""

import re

import pytest
from django.contrib.staticfiles import finders

from config import bundles


@pytest.fixture
def modules(tmp_path, monkeypatch):
    """A folder of modules to write in."""
    monkeypatch.setattr(bundles, "MODULES", tmp_path)

    def write(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.js").write_text(text)

    return write


@pytest.mark.parametrize("name", bundles.BUNDLES)
def test_a_bundle_is_found_and_holds_no_import(name):
    with open(finders.find(name)) as file:
        script = file.read()
    assert not re.search(r"^import\b", script, re.MULTILINE)
    assert "//" not in re.sub(r'"[^"]*"', "", script)
    assert finders.find(name, find_all=True) == [finders.find(name)]


def test_who_is_needed_comes_first_and_once(modules):
    modules(
        first='import { one } from "./deep.js";\nimport { two } from "./second.js";\nexport const three = one + two;\n',
        second='import { one } from "./deep.js";\nexport const two = one; // kept\n',
        deep="// said once\nexport let one = 1;\n",
    )
    assert bundles.in_order("first.js") == ["deep.js", "second.js", "first.js"]
    assert bundles.bundle("first.js") == "let one = 1;\nconst two = one;\nexport const three = one + two;\n"


def test_the_same_name_in_two_modules_is_told(modules):
    modules(
        first='import { one } from "./deep.js";\nconst two = one;\n', deep="const two = 1;\nexport const one = two;\n"
    )
    with pytest.raises(ValueError, match=r"first\.js: two modules use the name two"):
        bundles.bundle("first.js")


def test_the_style_sheet_holds_the_tokens_before_who_uses_them():
    with open(finders.find("style.css")) as file:
        sheet = file.read()
    assert 0 < sheet.index("--target-desk:") < sheet.index("@font-face")
