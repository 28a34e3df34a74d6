"""Formatting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools import fmt


def test_code_is_formatted_and_its_imports_sorted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "untidy.py").write_text("import sys\nimport os\nx = { 'a':1 }\nprint(os, sys, x)\n")
    monkeypatch.setattr(fmt, "ROOT", tmp_path)
    assert fmt.run([]) == 0
    assert (tmp_path / "untidy.py").read_text() == 'import os\nimport sys\n\nx = {"a": 1}\nprint(os, sys, x)\n'


def test_help_is_there() -> None:
    done = subprocess.run([sys.executable, "main.py", "fmt", "--help"], capture_output=True, text=True, check=True,
                          cwd=Path(__file__).resolve().parents[2])  # fmt: skip
    assert "usage: main.py fmt" in done.stdout
