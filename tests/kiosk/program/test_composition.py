from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.fake_hall import FakeHall

pytestmark = pytest.mark.process

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_the_program_writes_the_asked_picture_and_ends(hall: FakeHall, tmp_path: Path, size: str) -> None:
    picture = tmp_path / "kiosk.png"
    arguments = ["--hall", hall.url, "--size", size, "--picture", str(picture)]
    arguments += ["--device", "kiosk", "--printer", "memory:"]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; from commands.run.kiosk import run; sys.exit(run({arguments!r}))"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "DAWR_TOKEN": hall.token},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 10_000
