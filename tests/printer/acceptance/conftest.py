"""All tickets as emupos prints them, once for all acceptance tests."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from tests.helpers.acceptance_environment import interpreter
from tests.printer.acceptance.cases import CASES, Case
from tests.printer.acceptance.printed import Printed

INTERPRET = Path(__file__).with_name("interpret.py")
_FIRST_S = 400
"""The first test waits for the others' environment, some fifty packages, and for all papers."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == INTERPRET.parent:
            item.add_marker(pytest.mark.timeout(_FIRST_S))
            item.add_marker("process")


@pytest.fixture(scope="session")
def printed(
    qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> dict[Case, Printed]:
    """Every case that this run asks for on emupos's paper, and the usual ones."""
    python = interpreter("emupos")
    folder = tmp_path_factory.mktemp("papers")
    asked = {item.callspec.params.get("case") for item in request.session.items if hasattr(item, "callspec")}
    cases = [case for case in CASES if case.usual or case in asked]
    paths = {case: folder / f"{case.paper.dots}_{case.name}.bin" for case in cases}
    for case, path in paths.items():
        path.write_bytes(case.bytes_of())
    subprocess.run([python, INTERPRET, folder], check=True, timeout=240)
    return {case: _read(path) for case, path in paths.items()}


def _read(path: Path) -> Printed:
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    with Image.open(path.with_suffix(".png")) as picture:
        return Printed(picture.convert("1"), told["papers"], told["text"], told["misunderstood"])
