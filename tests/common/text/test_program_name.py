"""Messages name the command that a person has: `dawr` on a machine with the packages, `main.py` in a clone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.process
@pytest.mark.parametrize(("packaged", "name"), [(True, "dawr"), (False, "main.py")])
def test_a_message_names_the_command_of_this_machine(tmp_path: Path, packaged: bool, name: str) -> None:
    for folder in ("commands", "hall", "contracts", "sync", "figures", "printer", "qtkit", "web"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    shutil.copytree(ROOT / "common", tmp_path / "common")  # it knows its place by its file
    shutil.copy2(ROOT / "main.py", tmp_path / "main.py")
    if packaged:
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin" / "dawr").touch()
    command = [sys.executable, "main.py", "backup", "--data", str(tmp_path / "none")]
    environment = {**os.environ, "DAWR_ENVIRONMENT": "ready"}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{name} backup: "), done.stderr
