"""Negative controls: each import rule of pyproject.toml finds the import that it is there to find."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
CONTRACTS = {contract["name"]: contract for contract in LINT["contracts"]}

PROCESSES = "Processes sit on kits, kits on device and sync code, all on the wire contracts"
CAPABILITIES = "Between the capabilities of the hall"
LAYERS = "Inside a capability of the hall"
PLATFORM = "Inside the platform of the hall"
ENGINE = "The queue engine knows no Qt, no SQL, no network, no printer"
CENTRE = "Inside the centre"
LITESTAR = "The centre and the local pages are Litestar applications"
PRESENTERS = "Presenters know no Qt"
ESCPOS = "Only the encoder knows python-escpos"
UPLINK = "Only the uplink speaks HTTP to the centre"
PRINTER = "The printer is for the kiosk, the counter client and commands"
CIRCLES = "No circles of imports, type-checking imports included"

FORBIDDEN = [
    # (contract, module that gets the import, what it imports)
    (PROCESSES, "kiosk.equipment", "hall.kernel.ids"),
    (PROCESSES, "central.errors", "hall.kernel.facts"),
    (PROCESSES, "hall.kernel.moment", "central.errors"),
    (PROCESSES, "display_board.window", "counter_client.config"),
    (PROCESSES, "web.texts", "central.errors"),
    (PROCESSES, "sync.verdict", "qtkit.look.theme"),
    (PROCESSES, "common.uuid7", "contracts.live"),
    (PROCESSES, "hall.composition.running", "commands.pair"),
    (PROCESSES, "commands.report", "tools.lint"),
    (CAPABILITIES, "hall.queue.model.visit", "hall.counters.model.prayer_turns"),
    (CAPABILITIES, "hall.kernel.ids", "hall.people.model.wrong_pins"),
    (CAPABILITIES, "hall.day.commands.close_day", "hall.counters.commands.sign_in"),
    (CAPABILITIES, "hall.complaints.queries", "hall.surveys.model.survey"),
    (CAPABILITIES, "hall.requests.work", "hall.contact.model.message"),
    (CAPABILITIES, "hall.reporting.work", "hall.surveys.model.survey"),
    (LAYERS, "hall.complaints.store.complaint_store", "hall.complaints.routes"),
    (LAYERS, "hall.queue.store.visit_store", "hall.queue.routes.tickets"),
    (LAYERS, "hall.queue.commands.issue_ticket", "hall.queue.store.visit_store"),
    (LAYERS, "hall.queue.model.calling.rule", "hall.queue.commands.issue_ticket"),
    (PLATFORM, "hall.platform.db.engine", "hall.platform.web.request"),
    (PLATFORM, "hall.platform.live.hub", "hall.platform.web.request"),
    (ENGINE, "hall.queue.model.visit", "sqlalchemy"),
    (ENGINE, "hall.queue.queries.visit_view", "litestar"),
    (ENGINE, "hall.calendar.service_day", "PySide6"),
    (CENTRE, "central.store.merge", "central.web.app"),
    (CENTRE, "central.figures.rollups", "central.halls.registry"),
    (LITESTAR, "central.web.health", "fastapi"),
    (LITESTAR, "web.local_app", "starlette.requests"),
    ("Inside the kiosk", "kiosk.visitor.choosing", "kiosk.screens.view_data"),
    ("Inside the kiosk", "kiosk.offline.number_file", "kiosk.printing.attempts"),
    ("Inside the counter client", "counter_client.state.state", "counter_client.texts.names"),
    ("Inside the board", "display_board.calls.announcing", "display_board.board"),
    ("Inside what the Qt programs share", "qtkit.look.theme", "qtkit.widgets.action_button"),
    ("Inside the printer", "printer.escpos.encode", "printer.spool.spooler"),
    ("Inside the serial devices", "serial_devices.errors", "serial_devices.scanner"),
    ("No command imports another one", "commands.pair", "commands.report"),
    (PRESENTERS, "kiosk.screens.view_data", "PySide6.QtCore"),
    (PRESENTERS, "counter_client.state.state", "PySide6"),
    (PRESENTERS, "display_board.calls.presenter", "PySide6"),
    (ESCPOS, "kiosk.equipment", "escpos.printer"),
    (UPLINK, "hall.complaints.routes", "requests"),
    (UPLINK, "central.errors", "requests"),
    (PRINTER, "hall.queue.routes.paper", "printer.escpos.encode"),
    (PRINTER, "web.texts", "printer.profiles"),
]  # fmt: skip
"""One import for each rule, each written into its module at the end."""
NEW_FOLDERS = {
    CAPABILITIES: "hall.parking",
    PLATFORM: "hall.platform.cloud",
    CENTRE: "central.parking",
    "Inside the kiosk": "kiosk.parking",
    "Inside the counter client": "counter_client.parking",
    "Inside the board": "display_board.parking",
    "Inside what the Qt programs share": "qtkit.parking",
    "Inside the printer": "printer.parking",
    "Inside the serial devices": "serial_devices.parking",
    "No command imports another one": "commands.parking",
}
"""A folder that nobody gave a place in the order."""


def module_file(folder: Path, module: str) -> Path:
    path = folder.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def lint(folder: Path) -> dict[str, str]:
    """Run import-linter in a copy; return what it says of each broken contract."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    parts = re.split(r"\n([^\n]+)\n-{5,}\n", done.stdout.partition("Broken contracts\n")[2])
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What import-linter says of a copy of the whole tree with every forbidden import and every new folder in it."""
    copy = tmp_path_factory.mktemp("tree")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for package in LINT["root_packages"]:
        shutil.copytree(ROOT / package, copy / package, ignore=lambda folder, names: ignored(Path(folder), names))
    for _, importer, imported in FORBIDDEN:
        if imported.partition(".")[0] in LINT["root_packages"]:
            assert module_file(copy, imported).is_file(), f"{imported} moved"
        with module_file(copy, importer).open("r+", encoding="utf-8") as file:
            file.read()
            file.write(f"\nimport {imported}\n")
    for folder in NEW_FOLDERS.values():
        copy.joinpath(*folder.split(".")).mkdir()
        module_file(copy, folder).write_text("", "utf-8")
    return lint(copy)


def ignored(folder: Path, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".py") and not (folder / name).is_dir()]


@pytest.mark.process
@pytest.mark.parametrize(("contract", "importer", "imported"), FORBIDDEN)
def test_a_forbidden_import_is_reported(broken: dict[str, str], contract: str, importer: str, imported: str) -> None:
    external = imported.partition(".")[0] not in LINT["root_packages"]
    named = imported.partition(".")[0] if external else imported  # of another package, only its name is known
    assert re.search(rf"\b{re.escape(importer)} -> {re.escape(named)} ", broken[contract]), broken[contract]


@pytest.mark.process
@pytest.mark.parametrize(("contract", "folder"), NEW_FOLDERS.items())
def test_a_folder_without_a_place_in_the_order_is_reported(broken: dict[str, str], contract: str, folder: str) -> None:
    assert folder.rpartition(".")[2] in broken[contract]


def test_every_rule_has_a_forbidden_import_and_every_complete_order_a_new_folder() -> None:
    # Circles have their own test beside the other checks of the tree.
    assert {contract for contract, _, _ in FORBIDDEN} == CONTRACTS.keys() - {CIRCLES}
    assert NEW_FOLDERS.keys() == {name for name, contract in CONTRACTS.items() if contract.get("exhaustive")}
