"""What a device's update asks its hall, over HTTP; settings without a hall, and a token that is a link."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.update.device_unit import ScreenUnit
from commands.update.problem import Problem, UpdateError
from commands.update.sources.from_hall import HallSource, hall_of_device
from commands.update.sources.result import result_now
from commands.update.sources.source import AwayError
from common.files.durable import write_whole
from common.version import VERSION, release
from contracts.releases import PART_BYTES, OfferedRelease
from contracts.words.releases import ReleaseProblem, ReleaseState
from hall.devices.store.release_files import RELEASE_FILES, TECHNICIAN
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread

SYSTEM = "debian13"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def settings_of(hall: RunningHall, folder: Path, token: str = "kiosk") -> Path:
    (folder / "device.token").write_text(hall.tokens[token], encoding="utf-8")
    file = folder / "device.toml"
    file.write_text(
        f'hall = ["http://127.0.0.1:9", "{hall.base}/"]\ntoken_file = "{folder}/device.token"\n', encoding="utf-8"
    )
    return file


def test_a_device_gets_its_release_from_the_address_that_answers_and_tells_how_it_ends(
    hall: RunningHall, tmp_path: Path
) -> None:
    name, content = f"dawr-{VERSION}-{SYSTEM}.tar", b"release" + bytes(PART_BYTES)
    (tmp_path / name).write_bytes(content)
    write_whole(tmp_path / f"{name}.sig", "signature\n")
    offer = OfferedRelease(VERSION, name, len(content), 2, "0" * 64, "signature")
    hall.hall.parts.get(RELEASE_FILES).keep(tmp_path / name, offer, TECHNICIAN)
    source = hall_of_device(settings_of(hall, tmp_path), "kiosk", SYSTEM)
    assert source.heard().version is None
    assert source.offer() == offer
    hall.issue()
    wait = source.why_wait()
    assert wait is not None
    assert wait.code is ReleaseProblem.DAY_OPEN
    assert source.part(offer, 0) + source.part(offer, 1) == content
    with pytest.raises(AwayError, match="release_not_offered"):
        source.part(offer, 2)
    source.tell(VERSION, result_now(ReleaseState.FAILED, Problem(ReleaseProblem.NOT_STARTED, "no")))
    assert source.offer() is None
    close(source)


def test_a_counter_pc_is_heard_by_its_update(hall: RunningHall, tmp_path: Path) -> None:
    source = hall_of_device(settings_of(hall, tmp_path, "counter1"), "counter", SYSTEM)
    assert source.offer() is None
    assert source.heard().version == release()
    close(source)


def test_without_a_hall_nothing_is_asked(hall: RunningHall, tmp_path: Path) -> None:
    file = settings_of(hall, tmp_path)
    token = tmp_path / "device.token"
    token.replace(tmp_path / "elsewhere")
    token.symlink_to(tmp_path / "elsewhere")
    for text in (file.read_text(encoding="utf-8"), 'token_file = "x"', "hall = ["):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(UpdateError, match="names no hall that this device is paired with"):
            hall_of_device(file, "kiosk", SYSTEM)


def test_a_token_that_is_no_file_is_not_waited_for(hall: RunningHall, tmp_path: Path) -> None:
    file = settings_of(hall, tmp_path)
    os.mkfifo(tmp_path / "pipe")
    for token in ("/dev/null", f"{tmp_path}/pipe"):
        file.write_text(f'hall = "{hall.base}"\ntoken_file = "{token}"\n', encoding="utf-8")
        with pytest.raises(UpdateError, match="is no file"):
            hall_of_device(file, "kiosk", SYSTEM)


def test_a_hall_that_has_just_started_cannot_say_yet_how_the_program_is(hall: RunningHall, tmp_path: Path) -> None:
    source = hall_of_device(settings_of(hall, tmp_path), "kiosk", SYSTEM)
    unit = ScreenUnit(source, "systemctl", "dawr-kiosk", 0, 0.01)
    problem = unit.trial("0.3.0", lambda _line: None)
    assert problem is not None
    assert problem.code is ReleaseProblem.NOT_STARTED
    assert "since its own start" in problem.text
    close(source)


def close(source: HallSource) -> None:
    for one in source.halls:
        one.close()
