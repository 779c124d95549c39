"""Where everything of this copy of the project stands."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def home():
    """The folder with everything that set-up makes: databases, keys, mail, collected files."""
    return Path(os.environ.get("SIGNALERING_HOME") or ROOT / "var").resolve()
