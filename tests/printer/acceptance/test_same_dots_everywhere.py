"""The same ticket is the same dots in every process: in whatever order tickets are drawn, on whatever screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.printer.acceptance.cases import CASES, Case, layout_rows

ROOT = Path(__file__).resolve().parents[3]
DRAWN = [case for case in CASES if case.exact]
SCRIPT = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.printer.acceptance.test_same_dots_everywhere import DRAWN, digest
print(digest(reversed(DRAWN)))
"""


def digest(cases: object) -> str:
    """Return one digest of all papers, whatever the order in which they are drawn."""
    papers = {case.name: b"".join(layout_rows(case)[0]) for case in cases if isinstance(case, Case)}  # type: ignore[attr-defined]  # any iterable
    return sha256(b"".join(papers[name] for name in sorted(papers))).hexdigest()


@pytest.mark.parametrize("platform", ["offscreen", pytest.param("xcb", marks=pytest.mark.full)])
def test_another_process_draws_the_same_dots(platform: str, qapp: QGuiApplication) -> None:
    command = [sys.executable, "-c", SCRIPT]
    if platform == "xcb":
        if shutil.which("xvfb-run") is None:
            pytest.skip("xvfb-run: there is no screen to draw beside")
        command = ["xvfb-run", "-a", "-s", "-screen 0 1080x1920x24 -dpi 192", *command]
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": "1.5"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=110)
    assert done.stdout.strip() == digest(DRAWN), done.stderr[-500:]
