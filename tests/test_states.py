"""The pictures of states in the handbook are those of the code of today."""

from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from config.management.commands import draw_states
from config.management.commands.draw_states import FOLDER, PICTURES
from config.states import draw

SVG = "{http://www.w3.org/2000/svg}"


def parsed(picture):
    return ElementTree.fromstring(picture)  # noqa: S314 (we drew it)


@pytest.mark.parametrize("name", PICTURES)
def test_the_handbook_shows_what_the_command_draws(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == draw(*PICTURES[name]), "run: manage.py draw_states"


def test_nothing_else_lies_in_the_folder():
    assert {path.name for path in FOLDER.iterdir()} == set(PICTURES)


@pytest.mark.parametrize(("model", "title"), PICTURES.values())
def test_every_state_is_a_box_and_every_move_an_arrow(model, title):
    picture = parsed(draw(model, title))
    words = [text.text for text in picture.iter(f"{SVG}text")]
    for status in model.Status:
        assert words.count(str(status.label)) == 1
    moves = sum(len(ends) for ends in model.MOVES.values())
    arrows = [path for path in picture.iter(f"{SVG}path") if path.get("marker-end")]
    assert len(arrows) == moves
    assert picture.find(f"{SVG}desc").text.count("→") == moves


@pytest.mark.parametrize(("model", "title"), PICTURES.values())
def test_nothing_is_drawn_outside_the_picture(model, title):
    picture = parsed(draw(model, title))
    width, height = float(picture.get("width")), float(picture.get("height"))
    for box in picture.iter(f"{SVG}rect"):
        assert 0 <= float(box.get("x", 0)) <= width - float(box.get("width"))
        assert 0 <= float(box.get("y", 0)) <= height - float(box.get("height"))


def test_the_command_writes_all_of_them(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_states, "FOLDER", tmp_path / "states")
    call_command("draw_states", verbosity=0)
    for name in PICTURES:
        assert (tmp_path / "states" / name).read_bytes() == (FOLDER / name).read_bytes()
