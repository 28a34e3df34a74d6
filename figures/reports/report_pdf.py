"""A report as a PDF, drawn by a separate program: the hall service knows no Qt and keeps none in its memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from common.text.program_name import program_name
from contracts.codec.reader import to_json
from contracts.reporting.report import Report
from figures.reports.seal import Kind, sealed

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "qtkit.reports.pdf")
PATIENCE_S = 60.0
_ONE_AT_A_TIME = threading.Lock()


class PaperError(Exception):
    """The report could not be drawn; the text says why and what to do."""


def figures_pdf(report: Report, program: Sequence[str] = (), *, patience_s: float = PATIENCE_S) -> bytes:
    """Return the sealed PDF; takes half a second, and one is drawn at a time. Raise PaperError when there is none."""
    asked = json.dumps(to_json(report)).encode()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with _ONE_AT_A_TIME:
        try:
            done = subprocess.run(  # noqa: S603 - our own program, and what it draws comes on its standard input
                program or PROGRAM,
                input=asked,
                capture_output=True,
                cwd=ROOT,
                env=environment,
                timeout=patience_s,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PaperError(f"the program that draws reports did not do so: {error}") from error
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PaperError(
            f"the program that draws reports ended without one: {said[-1] if said else done.returncode}; "
            f"{program_name()} doctor says whether a system library is missing"
        )
    return sealed(done.stdout, Kind.PDF)
