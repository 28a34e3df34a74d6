"""The kiosk's installer sets up what the program needs, as nobody who runs it afterwards may."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
INSTALLER = ROOT / "deploy" / "kiosk" / "install.sh"


def test_what_the_program_needs_is_set_up(tmp_path: Path) -> None:
    told = re.search(r'^set_up="(.+)"$', INSTALLER.read_text(encoding="utf-8"), re.MULTILINE)
    assert told is not None
    bare = (
        "import sys, pathlib; from commands import environment;"
        f"environment.VENV = pathlib.Path({str(tmp_path / 'venv')!r});"
        "environment._ensure_system = lambda _needs: None;"
        "environment._install = lambda lock: sys.exit(f'it installs {lock}');"
    )
    without = {name: value for name, value in os.environ.items() if name not in {"DAWR_ENVIRONMENT", "VIRTUAL_ENV"}}
    command = [str(Path(sys.base_prefix) / "bin" / "python3"), "-S", "-c", bare + told[1]]
    done = subprocess.run(command, cwd=ROOT, env=without, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "it installs run"
