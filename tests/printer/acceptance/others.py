"""What other people's programs read on a printed ticket."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def read_number(picture: Path) -> str:
    """Return what Tesseract reads on a picture of one line; skips the test, by name, where there is none."""
    program = shutil.which("tesseract")
    if program is None:
        pytest.skip("tesseract: the number cannot be read by others' code; install tesseract-ocr")
    with tempfile.TemporaryDirectory(prefix="dawr-ocr-") as folder:
        done = subprocess.run(
            [program, str(picture), "stdout", "-l", "eng", "--psm", "7"],
            check=True,
            capture_output=True,
            text=True,
            cwd=folder,
            env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"},
            timeout=60,
        )
    return done.stdout.strip()
