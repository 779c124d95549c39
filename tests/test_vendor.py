"""What others made and we ship is exactly what VENDOR.toml says."""

import shutil

import pytest
from django.conf import settings
from django.core.management import call_command

from config.management.commands.vendor_check import FOLDERS, packages, problems


@pytest.fixture
def copy(tmp_path):
    for folder in FOLDERS:
        shutil.copytree(settings.ROOT / folder, tmp_path / folder)
    return tmp_path


def test_the_vendored_files_are_the_listed_ones(capsys):
    call_command("vendor_check")
    assert "kloppen" in capsys.readouterr().out


def test_every_package_names_its_version_and_licence():
    for package in packages(settings.ROOT):
        assert package["version"]
        assert package["licence"]
        assert package["files"]


@pytest.mark.parametrize("name", ["static/vendor/source-sans-3/latin.woff2", "templates/components/icons/lock.svg"])
def test_a_changed_file_is_named(copy, name):
    (copy / name).write_bytes(b"something else")
    assert problems(copy) == [f"{name}: is niet het bestand van static/vendor/VENDOR.toml"]


def test_a_stray_file_and_a_lost_one_are_named(copy):
    (copy / "static/vendor/stray.js").write_text("")
    (copy / "templates/components/icons/check.svg").unlink()
    assert len(problems(copy)) == 2
