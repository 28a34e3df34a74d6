"""The hall service starts without the packages that few moments need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NEEDED_SELDOM = {
    "alembic": "a database of another version, or a new one",
    "mako": "Alembic's",
    "pygments": "Mako's",
    "xlsxwriter": "a workbook of figures",
    "markdown_it": "a page of the help",
}


@pytest.mark.process
def test_a_start_loads_no_package_that_few_moments_need() -> None:
    program = "import sys, commands.run.hall\nprint(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in said.stdout.split()}
    assert "litestar" in loaded
    assert not loaded & set(NEEDED_SELDOM)
