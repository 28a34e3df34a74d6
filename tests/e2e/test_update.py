"""Updates of a real machine: whatever happens, it ends whole, with the new release or as it was before."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.running_demo import ROOT
from tests.helpers.speeds import some
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


def is_old(machine: UpdatedMachine) -> None:
    """Assert that the old release runs on the database of before; numbers may have jumped."""
    assert (machine.status()["current"], machine.schema()) == (OLD, "0001")
    assert machine.tickets() == ["A001", "A002", "A003"]


def test_a_good_release_is_installed_with_its_migration_and_nothing_is_lost(machine: UpdatedMachine) -> None:
    done = machine.update(str(machine.pack(NEW, GOOD)), "--now", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["state"] == "good"
    status = machine.status()
    assert (status["current"], status["good"], status["at_work"]) == (NEW, NEW, None)
    assert machine.schema() == "0002"
    assert machine.issue() == "A004"
    assert machine.tickets() == ["A001", "A002", "A003", "A004"]


def test_a_release_file_made_by_the_command_is_installed(machine: UpdatedMachine) -> None:
    file = machine.build(NEW, GOOD)
    assert file.name == f"dawr-{NEW}-debian12.tar.gz"
    done = machine.update(str(file), "--now", "--json")
    assert done.returncode == 0, done.stderr
    assert (machine.status()["current"], machine.schema()) == (NEW, "0002")
    runs = Path(f"/proc/{(machine.folder / 'hall.pid').read_text()}/cmdline").read_text()
    assert str(machine.root / "current/.venv/bin/python") in runs
    assert not (machine.root / "releases" / NEW / ".venv").is_symlink(), "it runs with the packages of the file"
    assert machine.issue() == "A004"


BAD = {
    "does not start": (DOES_NOT_START, "did not come up"),
    "migration fails": (BROKEN_MIGRATION, "did not come up"),
    "dies after the migration": (DIES_AFTER_THE_MIGRATION, "did not come up"),
    "dies in its trial": (DIES_IN_ITS_TRIAL, "was not well afterwards"),
}


@pytest.mark.parametrize("how", some(BAD, "dies after the migration"))
def test_a_release_that_does_not_work_is_undone_with_its_changes_of_the_database(
    machine: UpdatedMachine, how: str
) -> None:
    changes, why = BAD[how]
    start_s = "180" if how == "dies in its trial" else "8"
    done = machine.update(str(machine.pack(NEW, changes)), "--now", "--start-s", start_s)
    assert done.returncode == 3, done.stderr
    assert why in done.stdout
    machine.start()
    is_old(machine)
    assert machine.issue() == "A101", "the new program may have given A004 in its trial"
    newest = machine.status()["newest_update"]
    assert isinstance(newest, dict)
    assert (newest["version"], newest["state"]) == (NEW, "failed")


STEPS = ("checked", "unpacked", "begun", "stopped", "copied", "switched", "started", "healthy", "kept")


@pytest.mark.parametrize("step", some(STEPS, "started"))
def test_a_power_cut_after_each_step_leaves_one_of_the_two_releases_whole(machine: UpdatedMachine, step: str) -> None:
    machine.cut_power_after(step, machine.pack(NEW, GOOD))
    machine.boot()
    if step in {"healthy", "kept"}:
        assert (machine.status()["current"], machine.status()["good"], machine.schema()) == (NEW, NEW, "0002")
        assert machine.issue() == "A004"
        return
    is_old(machine)
    assert machine.issue() == ("A101" if step in {"switched", "started"} else "A004")
    assert machine.status()["at_work"] is None
    again = machine.update(str(machine.folder / "stick" / f"dawr-{NEW}.tar"), "--now")
    assert again.returncode == 0, again.stderr


INTERRUPTED = [
    *((step, signal.SIGINT) for step in ("begun", "copied", "switched", "started")),
    *((step, number) for number in (signal.SIGTERM, signal.SIGHUP) for step in ("copied", "started")),
]


@pytest.mark.parametrize(
    "when",
    some(INTERRUPTED, ("copied", signal.SIGINT), ("started", signal.SIGTERM)),
    ids=str,
)
def test_an_update_that_is_interrupted_leaves_the_old_release_running(
    machine: UpdatedMachine, when: tuple[str, signal.Signals]
) -> None:
    step, number = when
    process = machine.update_until(step, machine.pack(NEW, GOOD))
    process.send_signal(number)
    process.communicate()
    assert process.returncode not in {0, 2}
    until(machine.is_well, "the hall answers again", machine.log, timeout_s=60)
    is_old(machine)
    assert machine.issue() == ("A101" if step in {"switched", "started"} else "A004")
    assert machine.status()["at_work"] is None


@pytest.mark.full
def test_an_update_that_cannot_go_back_starts_the_hall_and_does_not_say_that_nothing_changed(
    machine: UpdatedMachine,
) -> None:
    process = machine.update_until("switched", machine.pack(NEW, DIES_AFTER_THE_MIGRATION))
    copies = list((machine.hall.data / "before-update").iterdir())
    away = [one.rename(machine.folder / one.name) for one in copies]
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode == 1
    assert (machine.root / "current").readlink().name == OLD
    for one, copy in zip(away, copies, strict=True):
        one.rename(copy)
    until(machine.is_well, "the hall answers again", machine.log, timeout_s=60)


def test_an_update_that_fails_before_the_switch_is_tried_again(machine: UpdatedMachine) -> None:
    machine.pack(NEW, GOOD).parent.rename(machine.root / "incoming")
    machine.close_day()
    before = machine.hall.data / "before-update"
    before.touch()  # no folder: no copy can be made
    refused = machine.update("--pending")
    assert refused.returncode == 2, refused.stdout + refused.stderr
    until(machine.is_well, "the hall answers again", machine.log, timeout_s=60)
    is_old(machine)
    assert (machine.status()["newest_update"], machine.status()["at_work"]) == (None, None)
    before.unlink()
    done = machine.update("--pending", "--json")
    assert (done.returncode, machine.status()["current"]) == (0, NEW), done.stderr


def test_a_second_update_is_refused_and_a_recovery_leaves_the_first_alone(machine: UpdatedMachine) -> None:
    file = machine.pack(NEW, GOOD)
    first = machine.update_until("copied", file)
    second = machine.update(str(file), "--now")
    assert (second.returncode, "an update is at work" in second.stderr) == (2, True), second.stderr
    recovery = machine.update("--recover", program="good")
    assert (recovery.returncode, "an update is at work" in recovery.stderr) == (0, True), recovery.stderr
    first.communicate("\n" * len(STEPS))
    assert (first.returncode, machine.status()["current"]) == (0, NEW)


@pytest.mark.full
def test_a_power_cut_while_an_update_is_undone_is_undone_at_the_next_start(machine: UpdatedMachine) -> None:
    machine.cut_power_after("started", machine.pack(NEW, GOOD))
    going_back = subprocess.Popen(
        machine.command("--recover", program="good"), cwd=machine.root / "good", stderr=subprocess.PIPE, text=True
    )
    assert going_back.stderr is not None
    assert "going back" in going_back.stderr.readline()
    going_back.kill()
    going_back.communicate()
    machine.boot()
    is_old(machine)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(6))
def test_a_power_cut_at_any_moment_leaves_one_of_the_two_releases_whole(machine: UpdatedMachine, seed: int) -> None:
    file = machine.pack(NEW, GOOD)
    process = subprocess.Popen(
        machine.command(str(file), "--now"), cwd=machine.root / "current",
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    threading.Event().wait(random.Random(seed).uniform(0.3, 12))
    process.send_signal(signal.SIGKILL)
    process.wait()
    machine.cut_power()
    machine.boot()
    found = (machine.status()["current"], machine.schema())
    assert found in {(OLD, "0001"), (NEW, "0002")}
    assert machine.tickets() == ["A001", "A002", "A003"]
    assert machine.issue() in {"A004", "A101"}


def cut_short(machine: UpdatedMachine, file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-4096])


def lose_signature(_machine: UpdatedMachine, file: Path) -> None:
    file.with_name(file.name + ".sig").unlink()


def sign_with_a_foreign_key(machine: UpdatedMachine, file: Path) -> None:
    own = machine.folder / "release.key"
    foreign = machine.folder / "foreign.key"
    program = [str(machine.root / "current/.venv/bin/python"), "main.py", "package"]
    (machine.folder / "none").touch()
    options = ["--passphrase-file", str(machine.folder / "none")]
    made = [*program, "key", "--private", str(foreign), "--public", str(machine.folder / "foreign.pub"), *options]
    subprocess.run(made, cwd=ROOT, check=True, capture_output=True)
    own.unlink()
    foreign.rename(own)
    machine.sign(file)


def test_what_may_not_be_installed_is_refused_and_the_hall_is_never_stopped(machine: UpdatedMachine) -> None:
    open_day = machine.update(str(machine.pack(NEW, GOOD)))
    assert (open_day.returncode, "not now: the service day" in open_day.stderr) == (2, True), open_day.stderr
    older = machine.pack("0.0.9", {}, name="older.tar"), "is not newer"
    the_same = machine.pack(OLD, {}, name="the-same.tar"), "is not newer"
    text = machine.folder / "stick" / "text"
    text.write_text("no release", encoding="utf-8")
    machine.sign(text)
    wrong = [older, the_same, (text, "is not a release file")]
    # The last one loses the key that the others are signed with.
    for spoil, why in (
        (cut_short, "cut short"),
        (lose_signature, "no signature"),
        (sign_with_a_foreign_key, "signed by someone else"),
    ):
        file = machine.pack(NEW, GOOD, name=f"{spoil.__name__}.tar")
        spoil(machine, file)
        wrong.append((file, why))
    for file, why in wrong:
        done = machine.update(str(file), "--now")
        assert (done.returncode, why in done.stderr) == (2, True), done.stderr
        assert machine.is_well()
    is_old(machine)
    assert machine.issue() == "A004"


def test_a_file_that_arrived_waits_until_the_day_is_closed(machine: UpdatedMachine) -> None:
    incoming = machine.root / "incoming"
    file = machine.pack(NEW, GOOD)
    file.parent.rename(incoming)
    waits = machine.update("--pending")
    assert (waits.returncode, "waits: the service day" in waits.stderr) == (0, True), waits.stderr
    is_old(machine)
    machine.close_day()
    done = machine.update("--pending", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["state"] == "good"
    assert machine.status()["current"] == NEW
    assert json.loads(machine.update("--pending", "--json").stdout) is None, "nothing newer waits"
