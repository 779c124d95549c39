"""Writes the locked dependencies again from pyproject.toml, for every Python this project supports."""

import os
import re
import subprocess
import tempfile
import venv
from pathlib import Path

from scripts.environment import RUN, TEST
from scripts.places import ROOT
from scripts.terminal import step, stop

OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--quiet"]


def lock():
    """Resolves in a throw-away environment; the tests' lock keeps the versions of the runtime's."""
    newer = ["--upgrade"] if os.environ.get("UPGRADE") else []
    with tempfile.TemporaryDirectory() as folder:
        with step("uv ophalen"):
            venv.create(folder, with_pip=True)
            tools = Path(folder) / "bin"
            subprocess.run([tools / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
        uv = [tools / "uv", "pip", "compile", "pyproject.toml", *OPTIONS, *newer]
        uv += ["--custom-compile-command", "make lock"]
        for name, more in ((RUN, []), (TEST, ["--extra", "test", "--constraint", RUN])):
            with step(f"{name} schrijven"):
                if subprocess.run([*uv, *more, "--output-file", name], cwd=ROOT).returncode:
                    stop(f"{name} kon niet geschreven worden: hierboven staat waarom.")
            if re.search(r"https?://", (ROOT / name).read_text()):
                stop(f"{name} noemt een adres; een lock hoort alleen namen, versies en hashes te bevatten.")
    return 0
