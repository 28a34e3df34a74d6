"""A release from the centre to a hall and on to its kiosks: one first, the second after it, none after a failure."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from central.halls.current_state import halls_now
from common.clock.wall_clock import utc_now
from common.releases.release_file import this_system
from common.releases.signature import make_keys
from hall.platform.db.engine import make_engine
from tests.e2e.test_rollout import FIRST, ask, hall_of, publish
from tests.e2e.test_update import GOOD, NEW
from tests.helpers.centre import centre_process
from tests.helpers.centre_rollout import CentreRollout, release_name
from tests.helpers.updated_device import UpdatedKiosk, updated_kiosk
from tests.helpers.updated_machine import OLD, InstalledMachine, UpdatedMachine, updated_machine
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.timeout(900)
KIOSK_DOES_NOT_START = {**GOOD, "commands/run/kiosk.py": "raise SystemExit(1)"}


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[CentreRollout]:
    with centre_process(tmp_path / "centre") as (url, _):
        yield CentreRollout(tmp_path / "centre", url)


@pytest.fixture
def hall(centre: CentreRollout, tmp_path: Path) -> Iterator[UpdatedMachine]:
    with hall_of(centre, tmp_path, FIRST, starts=True) as machine:
        yield machine


@contextlib.contextmanager
def two_kiosks_of(hall: UpdatedMachine, folder: Path) -> Iterator[tuple[UpdatedKiosk, UpdatedKiosk]]:
    with updated_kiosk(hall, folder, "kiosk-1") as first, updated_kiosk(hall, folder, "kiosk-2") as second:
        yield first, second


@contextlib.contextmanager
def two_kiosks(hall: UpdatedMachine, folder: Path) -> Iterator[tuple[UpdatedKiosk, UpdatedKiosk]]:
    with two_kiosks_of(hall, folder) as (first, second):
        for one in (first, second):
            assert "nothing to do" in ask_hall(one), "the hall knows now for which system it needs files"
        yield first, second


def ask_hall(kiosk: InstalledMachine, *options: str, status: int = 0) -> str:
    """Do what the timer does on a device, and return what it said."""
    done = kiosk.update("--from-hall", *options)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def update_hall(centre: CentreRollout, hall: UpdatedMachine, changes: dict[str, str]) -> None:
    """Bring the hall to the new version, from the centre; its devices may have it then."""
    publish(centre, hall, changes)
    hall.close_day()
    said = ask(hall)
    assert "is installed" in said
    assert f"version {NEW} for {this_system()} is here for the devices" in said


def at_centre(centre: CentreRollout, name: str) -> tuple[str | None, str]:
    """Return the version of a device and the state of its update as the centre shows them, once its hall has told."""
    engine = make_engine(f"sqlite:///{centre.data / 'centre.sqlite'}")
    (one,) = halls_now(engine, now=utc_now())
    engine.dispose()
    device = next((each for each in one.devices if each.name == name), None)
    if device is None:
        return None, ""
    return device.version, device.update.state if device.update else ""


@pytest.mark.full
def test_the_first_kiosk_gets_it_then_the_second(centre: CentreRollout, hall: UpdatedMachine, tmp_path: Path) -> None:
    with two_kiosks(hall, tmp_path) as (first, second):
        update_hall(centre, hall, GOOD)
        for one in (first, second):
            one.await_version(OLD)
        under_way = first.update_until("switched", "--from-hall")
        assert "nothing to do" in ask_hall(second), "the first one is at it"
        said, errors = under_way.communicate("\n" * 9)
        assert (under_way.returncode, "is installed" in said) == (0, True), said + errors
        assert (first.links[0], second.links[0]) == (NEW, OLD)
        first.await_version(NEW)
        assert (first.update_shown, second.update_shown) == ((NEW, "updated", ""), (OLD, "updated", ""))
        assert "is installed" in ask_hall(second)
        assert second.links == (NEW, NEW)
        second.await_version(NEW)
        assert "nothing to do" in ask_hall(second)
        assert list((second.root / "from-hall").glob("*")) == []
        told = lambda: [at_centre(centre, f"kiosk-{n}") for n in (1, 2)]  # noqa: E731
        until(lambda: [state for _, state in told()] == ["updated"] * 2, "the centre knows", told, timeout_s=90)


@pytest.mark.full
def test_a_first_kiosk_that_does_not_start_goes_back_and_the_second_keeps_the_old_version(
    centre: CentreRollout, hall: UpdatedMachine, tmp_path: Path
) -> None:
    with two_kiosks(hall, tmp_path) as (first, second):
        update_hall(centre, hall, KIOSK_DOES_NOT_START)
        first.await_version(OLD)
        assert "was undone" in ask_hall(first, "--start-s", "6", status=3)
        assert first.links == (OLD, OLD)
        first.await_version(OLD)
        assert first.update_shown == (NEW, "failed", "not_started")
        assert "nothing to do" in ask_hall(second)
        assert (second.links[0], second.update_shown) == (OLD, (OLD, "updated", ""))
        assert "nothing to do" in ask_hall(first), "it is not tried again"
        told = lambda: at_centre(centre, "kiosk-1")  # noqa: E731
        until(lambda: told()[1] == "failed", "the centre knows", told, timeout_s=90)
        assert centre.release(NEW)["state"] == "rolling", "the hall itself is updated"


@pytest.fixture
def updated_hall(tmp_path: Path) -> Iterator[UpdatedMachine]:
    """Give a hall without a centre that a technician has updated, with the file for its devices."""
    with updated_machine(tmp_path / "hall") as machine:
        file = machine.pack(NEW, GOOD, name=release_name(NEW))
        early = machine.update(str(file), "--for-devices")
        assert (early.returncode, "update it first" in early.stderr) == (2, True), early.stderr
        assert machine.update(str(file), "--now").returncode == 0
        kept = machine.update(str(file), "--for-devices")
        assert kept.returncode == 0, kept.stderr
        machine.close_day()
        yield machine


@pytest.mark.full
def test_a_power_cut_at_the_switch_leaves_the_old_version_and_keeps_it_from_the_second(
    updated_hall: UpdatedMachine, tmp_path: Path
) -> None:
    with two_kiosks_of(updated_hall, tmp_path) as (first, second):
        process = first.update_until("switched", "--from-hall")
        process.kill()
        process.communicate()
        first.cut_power()
        first.boot()
        assert first.links == (OLD, OLD)
        assert "nothing to do" in ask_hall(first)
        assert first.update_shown == (NEW, "failed", "power_lost")
        assert "nothing to do" in ask_hall(second)
        assert second.links[0] == OLD
        # A person installs it by hand: the others may have it then.
        file = updated_hall.folder / "stick" / release_name(NEW)
        assert first.update(str(file)).returncode == 0
        assert "nothing to do" in ask_hall(first)
        assert "is installed" in ask_hall(second)


@pytest.mark.full
def test_a_foreign_signature_is_refused_by_the_device_itself_and_another_halls_token_gets_nothing(
    updated_hall: UpdatedMachine, tmp_path: Path
) -> None:
    with updated_kiosk(updated_hall, tmp_path, "kiosk-1") as kiosk:
        make_keys(tmp_path / "foreign.key", tmp_path / "foreign.pub", None)
        (tmp_path / "foreign.pub").replace(kiosk.folder / "keys" / "release.pub")
        assert "no known key has signed" in ask_hall(kiosk, status=2)
        assert kiosk.links[0] == OLD
        assert kiosk.update_shown == (NEW, "failed", "unsigned")
        (kiosk.folder / "kiosk.token").write_text("d" * 64, encoding="utf-8")
        assert "nothing is done now: 401 token_unknown" in ask_hall(kiosk)
        assert list((kiosk.root / "from-hall").glob("*")) == []
