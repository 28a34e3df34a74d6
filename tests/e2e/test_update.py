"""Updates of a real machine: whatever happens, it ends whole, with the new release or as it was before."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.running_demo import ROOT
from commands.update.journal import read_journal, read_outcome
from tests.helpers.updated_machine import OLD, UpdatedMachine, updated_machine
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.timeout(900)
NEW = "0.2.0"
VERSIONS = "hall/platform/db/migrations/versions"
MIGRATION = '''
"""Add a table."""
import sqlalchemy as sa
from alembic import op
revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None
def upgrade():
    op.create_table("next_release", sa.Column("id", sa.Integer, primary_key=True))
    {then}
def downgrade():
    op.drop_table("next_release")
'''
GOOD = {f"{VERSIONS}/0002_next.py": MIGRATION.format(then="")}
BROKEN_MIGRATION = {f"{VERSIONS}/0002_next.py": MIGRATION.format(then='raise RuntimeError("the migration is wrong")')}
DOES_NOT_START = {**GOOD, "commands/run/hall.py": "this is no Python"}
DIES_AFTER_THE_MIGRATION = {
    **GOOD,
    "commands/run/hall.py": (ROOT / "commands/run/hall.py")
    .read_text(encoding="utf-8")
    .replace(
        "        def say_ready() -> None:\n", "        def say_ready() -> None:\n            raise SystemExit(1)\n"
    ),
}
DIES_IN_ITS_TRIAL = {
    **GOOD,
    "commands/run/hall.py": (ROOT / "commands/run/hall.py")
    .read_text(encoding="utf-8")
    .replace(
        "            notify(READY)\n",
        "            notify(READY)\n            asyncio.get_running_loop().call_later(0.9, signal.raise_signal, 9)\n",
    ),
}


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[UpdatedMachine]:
    with updated_machine(tmp_path) as running:
        yield running


def is_old(machine: UpdatedMachine, tickets: list[str]) -> None:
    """Assert that the old release runs on the database of before, and that no update is at work."""
    assert (machine.links[0], machine.schema(), read_journal(machine.root)) == (OLD, "0001", None)
    assert machine.tickets() == tickets


def issue_after(machine: UpdatedMachine, tickets: list[str], *, leaps: bool = False) -> None:
    """Issue a ticket; its number leaps to the next hundred where the new program may have given numbers itself."""
    newest = int(tickets[-1][1:])
    assert machine.issue() == f"A{(newest // 100 + 1) * 100 + 1 if leaps else newest + 1:03}"


def test_a_release_that_arrived_waits_is_refused_is_interrupted_and_in_the_end_installed(
    machine: UpdatedMachine,
) -> None:
    """One machine all the way: of each try that is no update the old release is left, and the next may be begun."""
    file = machine.pack(NEW, GOOD)
    _is_not_installed_on_an_open_day(machine, file)
    is_interrupted(machine, "copied", signal.SIGINT, file)
    file.parent.rename(machine.root / "incoming")
    machine.close_day()
    _fails_before_the_switch(machine)
    _is_installed_by_the_first_of_two(machine)
    assert json.loads(machine.update("--pending", "--json").stdout) is None, "nothing newer waits"


def _is_not_installed_on_an_open_day(machine: UpdatedMachine, file: Path) -> None:
    tickets = machine.tickets()
    file.parent.rename(machine.root / "incoming")
    waits = machine.update("--pending")
    assert (waits.returncode, "waits: the service day" in waits.stderr) == (0, True), waits.stderr
    (machine.root / "incoming").rename(file.parent)
    refused = machine.update(str(file))
    assert (refused.returncode, "not now: the service day" in refused.stderr) == (2, True), refused.stderr
    assert machine.is_well()
    is_old(machine, tickets)


def _fails_before_the_switch(machine: UpdatedMachine) -> None:
    tickets = machine.tickets()
    before = machine.hall.data / "before-update"
    copies = before.rename(before.with_name("copies-of-before"))
    before.touch()  # no folder: no copy can be made
    refused = machine.update("--pending")
    assert refused.returncode == 2, refused.stdout + refused.stderr
    until(machine.is_well, "the hall answers again", machine.log, timeout_s=60)
    is_old(machine, tickets)
    assert read_outcome(machine.root) is None, "it may be tried again"
    before.unlink()
    copies.rename(before)


def _is_installed_by_the_first_of_two(machine: UpdatedMachine) -> None:
    tickets = machine.tickets()
    first = machine.update_until("copied", "--pending", "--json")
    second = machine.update("--pending")
    assert (second.returncode, "an update is at work" in second.stderr) == (2, True), second.stderr
    recovery = machine.update("--recover", program="good")
    assert (recovery.returncode, "an update is at work" in recovery.stderr) == (0, True), recovery.stderr
    said, _ = first.communicate("\n" * len(STEPS))
    assert (first.returncode, json.loads(said)["state"]) == (0, "good")
    status = machine.status()
    assert (status["current"], status["good"], status["at_work"]) == (NEW, NEW, None)
    assert (machine.schema(), machine.tickets()) == ("0002", tickets)
    machine.open_day()
    issue_after(machine, tickets)


def test_a_release_that_dies_or_loses_power_is_undone_with_its_changes_of_the_database(
    machine: UpdatedMachine,
) -> None:
    is_undone(machine, "dies after the migration")
    loses_power(machine, "started", machine.pack(NEW, GOOD))


BAD = {
    "does not start": (DOES_NOT_START, "did not come up"),
    "migration fails": (BROKEN_MIGRATION, "did not come up"),
    "dies after the migration": (DIES_AFTER_THE_MIGRATION, "did not come up"),
    "dies in its trial": (DIES_IN_ITS_TRIAL, "was not well afterwards"),
}


def is_undone(machine: UpdatedMachine, how: str) -> None:
    """Install a release that does not work in this way: the machine goes back."""
    tickets = machine.tickets()
    changes, why = BAD[how]
    start_s = "180" if how == "dies in its trial" else "8"
    done = machine.update(str(machine.pack(NEW, changes)), "--now", "--start-s", start_s)
    assert done.returncode == 3, done.stderr
    assert why in done.stdout
    machine.start()
    is_old(machine, tickets)
    issue_after(machine, tickets, leaps=True)
    newest = read_outcome(machine.root)
    assert newest is not None
    assert (newest.version, newest.state) == (NEW, "failed")


STEPS = ("checked", "unpacked", "begun", "stopped", "copied", "switched", "started", "healthy", "kept")
MAY_HAVE_GIVEN_NUMBERS = {"switched", "started"}
"""After these steps the new program may have been started."""


def loses_power(machine: UpdatedMachine, step: str, file: Path) -> None:
    """Cut the power after a step that the machine goes back from."""
    tickets = machine.tickets()
    machine.cut_power_after(step, file)
    machine.boot()
    is_old(machine, tickets)
    issue_after(machine, tickets, leaps=step in MAY_HAVE_GIVEN_NUMBERS)


def is_interrupted(machine: UpdatedMachine, step: str, number: signal.Signals, file: Path) -> None:
    """Send the update a signal after a step: the machine goes back, and its hall works."""
    tickets = machine.tickets()
    process = machine.update_until(step, str(file), "--now")
    process.send_signal(number)
    process.communicate()
    assert process.returncode not in {0, 2}
    until(machine.is_well, "the hall answers again", machine.log, timeout_s=60)
    is_old(machine, tickets)
    issue_after(machine, tickets, leaps=step in MAY_HAVE_GIVEN_NUMBERS)


@pytest.mark.full
@pytest.mark.parametrize("how", BAD)
def test_a_release_that_does_not_work_in_any_way_is_undone(machine: UpdatedMachine, how: str) -> None:
    is_undone(machine, how)


@pytest.mark.full
@pytest.mark.parametrize("step", STEPS)
def test_a_power_cut_after_each_step_leaves_one_of_the_two_releases_whole(machine: UpdatedMachine, step: str) -> None:
    file = machine.pack(NEW, GOOD)
    if step in {"healthy", "kept"}:
        machine.cut_power_after(step, file)
        machine.boot()
        assert (machine.links, machine.schema()) == ((NEW, NEW), "0002")
        assert machine.issue() == "A004"
        return
    loses_power(machine, step, file)
    again = machine.update(str(file), "--now")
    assert again.returncode == 0, again.stderr


INTERRUPTED = [
    *((step, signal.SIGINT) for step in ("begun", "copied", "switched", "started")),
    *((step, number) for number in (signal.SIGTERM, signal.SIGHUP) for step in ("copied", "started")),
]


@pytest.mark.full
@pytest.mark.parametrize(("step", "number"), INTERRUPTED, ids=str)
def test_an_update_that_is_interrupted_leaves_the_old_release_running(
    machine: UpdatedMachine, step: str, number: signal.Signals
) -> None:
    is_interrupted(machine, step, number, machine.pack(NEW, GOOD))


@pytest.mark.full
def test_a_release_file_made_by_the_command_is_installed(machine: UpdatedMachine) -> None:
    file = machine.build(NEW, GOOD)
    assert file.name == f"dawr-{NEW}-debian12.tar.gz"
    done = machine.update(str(file), "--now", "--json")
    assert done.returncode == 0, done.stderr
    assert (machine.links[0], machine.schema()) == (NEW, "0002")
    runs = Path(f"/proc/{(machine.folder / 'hall.pid').read_text()}/cmdline").read_text()
    assert str(machine.root / "current/.venv/bin/python") in runs
    assert not (machine.root / "releases" / NEW / ".venv").is_symlink(), "it runs with the packages of the file"
    assert machine.issue() == "A004"


@pytest.mark.full
def test_an_update_that_cannot_go_back_starts_the_hall_and_does_not_say_that_nothing_changed(
    machine: UpdatedMachine,
) -> None:
    process = machine.update_until("switched", str(machine.pack(NEW, DIES_AFTER_THE_MIGRATION)), "--now")
    copies = list((machine.hall.data / "before-update").iterdir())
    away = [one.rename(machine.folder / one.name) for one in copies]
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode == 1
    assert machine.links[0] == OLD
    for one, copy in zip(away, copies, strict=True):
        one.rename(copy)
    until(machine.is_well, "the hall answers again", machine.log, timeout_s=60)


@pytest.mark.full
def test_a_power_cut_while_an_update_is_undone_is_undone_at_the_next_start(machine: UpdatedMachine) -> None:
    tickets = machine.tickets()
    machine.cut_power_after("started", machine.pack(NEW, GOOD))
    going_back = subprocess.Popen(
        machine.command("--recover", program="good"), cwd=machine.root / "good", stderr=subprocess.PIPE, text=True
    )
    assert going_back.stderr is not None
    assert "going back" in going_back.stderr.readline()
    going_back.kill()
    going_back.communicate()
    machine.boot()
    is_old(machine, tickets)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(6))
def test_a_power_cut_at_any_moment_leaves_one_of_the_two_releases_whole(machine: UpdatedMachine, seed: int) -> None:
    file = machine.pack(NEW, GOOD)
    process = subprocess.Popen(
        machine.command(str(file), "--now"), cwd=machine.root / "current",
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    threading.Event().wait(random.Random(seed).uniform(0.3, 12))
    os.killpg(process.pid, signal.SIGKILL)  # with the migration that it may have started: power goes for all
    process.wait()
    machine.cut_power()
    machine.boot()
    found = (machine.links[0], machine.schema())
    assert found in {(OLD, "0001"), (NEW, "0002")}
    assert machine.tickets() == ["A001", "A002", "A003"]
    assert machine.issue() in {"A004", "A101"}
