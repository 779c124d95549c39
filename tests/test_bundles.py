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
    assert bundles.bundle("first.js") == "let one=1;const two=one;export const three=one + two;"


def test_spaces_go_where_they_mean_nothing_and_stay_in_texts_and_patterns(modules):
    modules(
        first='const one = (two) => {\n  if (two) return `${two} , ${ two }`;\n\n  return [" , ", "a \\" = b"];\n};\n'
        'const three = /[ =,-]{2} , /g;\nexport const four = one(/ = /, "//");\n'
    )
    assert bundles.bundle("first.js") == (
        'const one=(two)=>{if(two)return `${two} , ${ two }`;return[" , ","a \\" = b"]};'
        'const three=/[ =,-]{2} , /g;export const four=one(/ = /,"//");'
    )


@pytest.mark.parametrize("name", bundles.BUNDLES)
def test_every_text_and_pattern_of_the_modules_is_in_the_bundle_as_it_was_written(name):
    whole = bundles.text_of(name)
    for module in bundles.in_order(bundles.BUNDLES[name]):
        source = bundles.IMPORT.sub("", bundles.REMARK.sub("", (bundles.MODULES / module).read_text()))
        for found in re.finditer(f"{bundles.TEXT}|{bundles.PATTERN}", source):
            assert found[0] in whole, module


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
