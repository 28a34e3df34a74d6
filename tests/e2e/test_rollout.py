"""A release from the centre: one hall first, then the others, each while it is closed; a failure reaches no other."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.releases.signature import make_keys, sign_file
from tests.e2e.test_update import DIES_AFTER_THE_MIGRATION, GOOD, NEW
from tests.helpers.centre import centre_process
from tests.helpers.centre_rollout import CentreRollout, release_name
from tests.helpers.updated_machine import OLD, UpdatedMachine, updated_machine

pytestmark = pytest.mark.timeout(900)
FIRST, SECOND = "first-hall", "second-hall"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[CentreRollout]:
    with centre_process(tmp_path / "centre") as (url, _):
        yield CentreRollout(tmp_path / "centre", url)


@contextlib.contextmanager
def hall_of(centre: CentreRollout, folder: Path, code: str, *, starts: bool) -> Iterator[UpdatedMachine]:
    """Make the machine of one hall that knows the centre."""
    with updated_machine(folder / code, code, starts=False) as machine:
        centre.join(machine, code)
        if starts:
            machine.start()
        yield machine


@pytest.fixture
def first(centre: CentreRollout, tmp_path: Path) -> Iterator[UpdatedMachine]:
    with hall_of(centre, tmp_path, FIRST, starts=True) as machine:
        yield machine


@pytest.fixture
def resting(centre: CentreRollout, tmp_path: Path) -> Iterator[UpdatedMachine]:
    """Give the first hall with its service stopped, in an open service day."""
    with hall_of(centre, tmp_path, FIRST, starts=False) as machine:
        yield machine


@pytest.fixture
def second(centre: CentreRollout, first: UpdatedMachine, tmp_path: Path) -> Iterator[UpdatedMachine]:
    """Give another hall, whose machine knows the same release key."""
    with hall_of(centre, tmp_path, SECOND, starts=False) as machine:
        (machine.folder / "keys" / "release.pub").write_bytes((first.folder / "keys" / "release.pub").read_bytes())
        yield machine


def publish(centre: CentreRollout, machine: UpdatedMachine, changes: dict[str, str], version: str = NEW) -> Path:
    """Add a release to the centre and give it to the first hall."""
    file = machine.pack(version, changes, name=release_name(version))
    centre.add(file, machine.folder / "keys")
    centre.done("release", "publish", "--version", version, "--pilot", FIRST)
    return file


def ask(machine: UpdatedMachine, *options: str, status: int = 0) -> str:
    """Do what the timer does in a hall, and return what it said."""
    done = machine.update("--from-centre", *options)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def state_in(centre: CentreRollout, hall: str, version: str = NEW) -> tuple[str, str]:
    """Return the state of the release in a hall as the centre shows it, and the hall's sentence."""
    found = centre.release(version)["halls"][hall]
    return found["state"], found["problem"]


def downloads(machine: UpdatedMachine) -> list[Path]:
    return [one for one in (machine.root / "from-centre").rglob("*") if one.is_file()]


def test_a_release_reaches_one_hall_first_then_the_other_each_while_it_is_closed(
    centre: CentreRollout, first: UpdatedMachine, second: UpdatedMachine
) -> None:
    publish(centre, first, GOOD)
    assert "waits: the service day" in ask(first)
    assert first.links[0] == OLD
    assert state_in(centre, FIRST)[0] == "downloaded"
    assert "the service day" in state_in(centre, FIRST)[1]
    assert "nothing to do" in ask(second)
    early = centre.run("release", "next", "--version", NEW)
    assert (early.returncode, "first-hall is not updated" in early.stderr) == (2, True), early.stderr
    first.close_day()
    assert "is installed" in ask(first)
    assert (first.links[0], first.schema(), first.is_well()) == (NEW, "0002", True)
    assert downloads(first) == []
    assert state_in(centre, FIRST) == ("updated", "")
    assert downloads(second) == []
    centre.done("release", "next", "--version", NEW)
    second.start()
    second.close_day()
    assert "is installed" in ask(second)
    assert state_in(centre, SECOND)[0] == "updated"
    assert "nothing to do" in ask(second)


@pytest.mark.full
def test_a_release_that_fails_in_the_first_hall_goes_back_there_and_never_reaches_the_second(
    centre: CentreRollout, first: UpdatedMachine, second: UpdatedMachine
) -> None:
    publish(centre, first, DIES_AFTER_THE_MIGRATION)
    first.close_day()
    assert "was undone" in ask(first, "--start-s", "8", status=3)
    first.start()
    assert (first.links[0], first.schema()) == (OLD, "0001")
    found = centre.release(NEW)
    assert found["state"] == "stopped"
    assert found["reason"].startswith(f"{FIRST}: it did not come up")
    assert state_in(centre, FIRST)[0] == "failed"
    assert centre.run("release", "next", "--version", NEW).returncode == 2
    assert "nothing to do" in ask(second)
    assert "nothing to do" in ask(first), "it is not tried again"
    assert downloads(second) == downloads(first) == []


@pytest.mark.full
def test_what_may_not_be_installed_never_is_and_a_hall_without_the_centre_waits(
    centre: CentreRollout, resting: UpdatedMachine, tmp_path: Path
) -> None:
    file = publish(centre, resting, GOOD)
    settings = (resting.folder / "hall.toml").read_text(encoding="utf-8")
    (resting.folder / "hall.toml").write_text(settings.replace(centre.url, "http://127.0.0.1:9"), encoding="utf-8")
    assert "nothing is done now: the centre cannot be reached" in ask(resting)
    (resting.folder / "hall.toml").write_text(settings, encoding="utf-8")
    ask(resting)
    assert [one.name for one in downloads(resting) if one.suffix == ".tar"] == [file.name]
    centre.done("release", "stop", "--version", NEW)
    assert "nothing to do" in ask(resting)
    assert downloads(resting) == [], "a release that was stopped goes from the hall's disk"

    # The same bytes with a foreign signature, as who breaks into the centre could leave them.
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    make_keys(foreign / "release.key", foreign / "keys" / "release.pub", None)
    sign_file(file, foreign / "release.key")
    centre.done("release", "remove", "--version", NEW)
    centre.add(file, foreign / "keys")
    centre.done("release", "publish", "--version", NEW, "--pilot", FIRST)
    assert "no known key has signed" in ask(resting, status=2)
    assert downloads(resting) == []
    found = centre.release(NEW)
    assert (found["state"], "no known key has signed" in found["reason"]) == ("stopped", True)

    older = resting.pack("0.0.9", {}, name=release_name("0.0.9"))
    centre.add(older, resting.folder / "keys")
    centre.done("release", "publish", "--version", "0.0.9", "--pilot", FIRST)
    assert "nothing to do" in ask(resting), "an older version is not even downloaded"
    assert resting.links[0] == OLD


def test_a_file_that_was_changed_at_the_centre_is_refused_and_a_download_goes_on_where_it_was_cut(
    centre: CentreRollout, resting: UpdatedMachine
) -> None:
    file = publish(centre, resting, GOOD)
    kept = centre.data / "releases" / file.name
    whole = kept.read_bytes()
    ask(resting)
    (downloaded,) = [one for one in downloads(resting) if one.suffix == ".tar"]
    draft = downloaded.rename(downloaded.with_name(f"{file.name}.part"))
    draft.write_bytes(whole[:600_000])  # as a power cut in the second part leaves it
    kept.write_bytes(bytes(512 * 1024) + whole[512 * 1024 :])
    ask(resting)
    assert downloaded.read_bytes() == whole, "the first part was not asked for again"
    downloaded.unlink()
    assert "It is downloaded once more" in ask(resting)
    assert centre.release(NEW)["state"] == "rolling"
    assert "is not the file that was offered" in ask(resting, status=2)
    assert centre.release(NEW)["state"] == "stopped"


@pytest.mark.full
@pytest.mark.parametrize("step", ["copied", "switched", "started", "healthy"])
def test_a_power_cut_in_the_update_is_told_to_the_centre_after_the_next_start(
    centre: CentreRollout, first: UpdatedMachine, step: str
) -> None:
    publish(centre, first, GOOD)
    first.close_day()
    process = first.update_until(step, "--from-centre")
    process.kill()
    process.communicate()
    first.cut_power()
    first.boot()
    if step == "copied":  # nothing was changed: it is tried again
        assert "is installed" in ask(first)
    else:
        ask(first)
    found = centre.release(NEW)
    if step in {"switched", "started"}:
        assert (found["state"], "lost its power" in found["reason"]) == ("stopped", True)
        assert first.links[0] == OLD
    else:
        assert (found["state"], state_in(centre, FIRST)[0]) == ("rolling", "updated")
        assert first.links[0] == NEW
